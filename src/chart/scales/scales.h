/* scales.h - which scales a spec has (gather.c), their types, what their domains are made of
 * (domain.c), their ranges (range.c), and fitting them to a cell (fit.c). */
#pragma once
#include "chart/encode/model.h"
#include "scale/scale.h"

/* Decides all scales of the tree: view->owned and unit->uses. */
void bd_scales_gather(bd_view *root);
/* The scale type that a unit's channel asks for; *is_explicit where the spec says it. */
bd_scale_type bd_scale_type_of(bd_view *unit, bd_channel channel, bool *is_explicit);

/* First half of fitting, before sizes are known: types, domains and paddings of the scales that
 * `view` owns, from the rows its units now have. */
void bd_scales_train(bd_view *view);
/* Second half: ranges, in a plot of this size; then scales can map. */
void bd_scales_fit(bd_view *view, double width, double height);

/* The scale of a channel; NULL where the unit has none. */
static inline bd_scale_use *bd_unit_scale(const bd_view *unit, bd_channel channel)
{
	bd_channel main = bd_channel_scale(channel);
	return main == CH_NONE ? NULL : unit->uses[main];
}
/* The first unit's definition of the scale's channel. */
const bd_channel_def *bd_scale_use_def(const bd_scale_use *use);

/* Does a time unit or bin span a band (bars), or stand at a point (lines)? Where in it, 0 to 1;
 * NaN: no band. */
double bd_band_position(const bd_view *unit, bd_channel channel);
bool bd_has_band_end(const bd_view *unit, bd_channel channel);

/* --- between the files of scales/ --- */
/* Sets use->def.domain from the spec, or from the rows that its units now have. */
void bd_scale_train_domain(bd_scale_use *use);
/* Whether a selection may move the scale, so that marks leave the plot. */
bool bd_scale_can_move(const bd_scale_use *use);
/* Sets use->def's range and its interpolation, in a plot of this size in px. */
void bd_scale_choose_range(bd_scale_use *use, double width, double height);
/* px that a bin or time unit of a continuous scale takes: its narrowest band. */
double bd_band_of_interval(const bd_view *unit, bd_channel channel);
/* Steps that a band or point scale of so many values takes: Vega's bandspace(). */
double bd_plot_band_space(size_t count, double inner, double outer);
/* px that a step of the plot's x or y takes by default or by the spec; *of_offset: it is that of
 * the nested offset scale. */
double bd_plot_step(const bd_view *plot, bool is_x, bool *of_offset);

/* An interval by its name ("month", "week") and a number of them; by_interval false where there is
 * none of that name. */
bd_nice bd_nice_interval(const char *name, double step);
