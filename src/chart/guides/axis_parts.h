/* axis_parts.h - inside chart/: an axis' place, label alignment, overlaps and title
 * (axis_parts.c). */
#pragma once
#include "chart/guides/guide.h"

/* Sets x, y of the axis: at its side of the plot, its offset and position counted in. */
void bd_axis_stand(const bd_guide_plan *plan, bd_axis_items *axis, double width, double height);
/* Alignment and baseline of labels, by side and angle. */
void bd_label_stand(const bd_guide_plan *plan, bool is_x, bool far, bd_guide_text *label);
/* What conditions on a label's value say of its colour, weight and so on. */
void bd_label_conditions(const bd_guide_plan *plan, bd_value datum, bd_guide_text *label);
/* {value, label, index}: what labelExpr and conditions call datum. */
bd_value bd_tick_datum(bd_arena *arena, bd_value tick, const char *label, size_t index,
		       size_t count);
/* Marks labels as hidden so that no two overlap, and moves the first and last inwards
 * (labelFlush), where the axis asks for it. */
void bd_axis_hide_overlaps(const bd_guide_plan *plan, bd_axis_items *axis, bool is_x,
			   double length);
bd_rect bd_label_cover(const bd_guide_text *label);
/* Title and bounds. */
void bd_axis_title(const bd_guide_plan *plan, bd_axis_items *axis, double width, double height);
bool bd_axis_is_above(const bd_guide_plan *plan);
bool bd_axis_shows_grid(const bd_guide_plan *plan);
/* The JSON that says format and formatType: the guide's, or the channel's own for none. */
const bd_json *bd_guide_format_source(const bd_guide_plan *plan);
