/* guide.h - inside chart/: axes, legends, headers and titles as items. */
#pragma once
#include "base/array.h"
#include "chart/encode/model.h"
#include "scale/scale.h"
#include "scene/items.h"

/* What the units of one plot that share a scale say together of its guide: explicit words first,
 * in the order of the units, then the config's. */
typedef struct bd_guide_plan {
	bd_channel channel;
	bd_scale_use *use;
	bd_view *view; /* a unit whose defaults count */
	const bd_channel_def *def;
	const bd_json *said[64]; /* the `axis` or `legend` objects */
	size_t said_count;
	const char *configs[12]; /* sections of config, the strongest first */
	size_t config_count;
	const char *title;
	const char *orient;
	const bd_channel_def *unit_def; /* the first of them with a time unit */
	bool moved;                     /* its side was not said */
	bool flipped;                   /* a second axis, that moved to the other side */
} bd_guide_plan;

/* A property, {"expr"} resolved; NULL where none says it. */
const bd_json *bd_guide_property(const bd_guide_plan *plan, const char *name);
double bd_guide_number(const bd_guide_plan *plan, const char *name, double otherwise);
bool bd_guide_bool(const bd_guide_plan *plan, const char *name, bool otherwise);
const char *bd_guide_string(const bd_guide_plan *plan, const char *name, const char *otherwise);
bd_color bd_guide_color(const bd_guide_plan *plan, const char *name, const char *otherwise);
bd_dash bd_guide_dash(const bd_guide_plan *plan, const char *name);
/* For one label or tick: {"condition": …, "value": …} decided by its value, label and index. */
const bd_json *bd_guide_property_for(const bd_guide_plan *plan, const char *name, bd_value datum);

/* Text in a style of config.style ("guide-label"), with the properties that `prefix` begins
 * ("label": labelFont, labelColor …). */
bd_guide_text bd_guide_text_new(const bd_guide_plan *plan, const char *style, const char *prefix);
/* "bold", "lighter" or a number. */
int bd_font_weight_of(const bd_json *node);
double bd_text_measure(bd_compiler *c, const bd_guide_text *text);
double bd_text_height(const bd_guide_text *text);

/* --- axes --- */

typedef struct bd_plot_axes {
	BD_LIST(bd_guide_plan) plans;
} bd_plot_axes;
/* The axes of a plot: one for each scale of x and y that its units show. */
bd_plot_axes bd_axes_plan(bd_view *plot);
/* Its items; `grid` and `main` (line, ticks, labels, title) may stand in different cells. */
bd_axis_items *bd_axis_make(const bd_guide_plan *plan, double width, double height, bool grid,
			    bool main);

/* --- legends --- */

/* The legends of scales that `view` is the owner of (or that resolve to it). */
void bd_legends_make(bd_view *view, bd_cell *cell);

/* --- titles --- */
void bd_title_make(bd_view *view, bd_cell *cell);
