/* legend.h - which legends there are (legend_plan.c), what each shows (legend.c, legend_symbols.c),
 * and where its parts stand (legend_layout.c). */
#pragma once
#include "chart/guides/guide.h"

/* A legend of one or more channels with the same domain. */
typedef struct bd_legend_plan {
	bd_guide_plan guide; /* of the first channel */
	bd_scale_use *uses[8];
	size_t use_count;
	bd_legend_type type;
	const bd_view *owner; /* the view that it is of */
	const char *titles;
	bool title_said; /* the spec says it */
	bd_guide_state state;
	bool vertical;
} bd_legend_plan;
typedef BD_LIST(bd_legend_plan) bd_legend_plans;

/* The legends that stand in the view's cell, in order. */
bd_legend_plans bd_legends_plan(bd_view *view);

/* Places title, symbols or gradient, and labels; sets the legend's size. */
void bd_legend_layout(const bd_legend_plan *plan, bd_legend_items *legend,
		      const bd_legend_entry *entries, size_t count);
/* Symbols and labels in rows and columns, from 0,0; what they cover (legend_entries.c). */
bd_rect bd_legend_place_entries(const bd_legend_plan *plan, bd_legend_items *legend);
/* A unit's channel has a legend; its colour is seen as a fill. */
bool bd_legend_shows(const bd_view *unit, bd_channel channel);
bool bd_legend_fills(const bd_view *unit, bd_channel channel);
/* One symbol for each entry (legend_symbols.c). */
void bd_legend_symbols(const bd_legend_plan *plan, bd_legend_items *legend,
		       const bd_legend_entry *entries, size_t count);
/* In how many columns the symbols of so many entries stand, at least 1. */
size_t bd_legend_columns(const bd_legend_plan *plan, size_t count);
/* Of a bar of colours: what it says, else what the marks have. */
double bd_legend_gradient_opacity(const bd_legend_plan *plan);
double bd_legend_gradient_length(const bd_legend_plan *plan);
/* Vega's direction, by the orient where nothing is said. */
bool bd_legend_is_vertical(const bd_guide_plan *plan, bool gradient);
