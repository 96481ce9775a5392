/* encoder.h - answers to what a mark asks (marks/marks.h), for the rows of one unit in one cell.
 * All that is given lives in the encoder's arena; places and lengths are px of the plot. */
#pragma once
#include "chart/encode/model.h"
#include "marks/marks.h"
#include "scale/scale.h"
#include "scene/items.h"

struct bd_encoder {
	bd_view *unit;
	bd_table *table;
	size_t rows;
	bd_arena *arena;      /* of the items */
	double width, height; /* of the plot */
};

/* --- column.c: columns of numbers --- */

/* A column through a scale; `band` is the share of a band's width that is added. Rows that the
 * scale has no place for are NaN. */
bd_numbers bd_encoder_scaled(bd_encoder *e, const char *column, const bd_scale_use *use,
			     double band);
/* From the place of `start` to that of `end`, a share `position` of the way, in the data. */
bd_numbers bd_encoder_between(bd_encoder *e, const char *start, const char *end,
			      const bd_scale_use *use, double position);
/* The place of each value and `by` more, in the data. */
bd_numbers bd_encoder_shifted(bd_encoder *e, const char *column, const bd_scale_use *use,
			      double by);
/* A share of the way to the end of a time unit that the data was cut to before. */
bd_numbers bd_encoder_unit_middle(bd_encoder *e, const bd_channel_def *def, const bd_scale_use *use,
				  double position);
/* An {"expr"} that reads rows, as a column of numbers; or as it is, NULL after a complaint. */
bd_numbers bd_encoder_expression(bd_encoder *e, const bd_json *value);
bd_column *bd_encoder_expression_column(bd_encoder *e, const bd_json *value);
bd_numbers bd_numbers_add(bd_encoder *e, bd_numbers a, bd_numbers b);

/* What config.scale.invalid says that a channel's scale gives for values without a place: an
 * object with `value`, or "zero-or-min"; NULL: nothing. */
const bd_json *bd_invalid_output(const bd_view *unit, bd_channel channel);

/* --- place.c --- */

/* x or y of a point, by the channel's field, datum or value; `band` NaN: the channel's own. */
bd_numbers bd_encoder_point(bd_encoder *e, bd_channel channel, bd_stand stand, double band);
/* x2 or y2. */
bd_numbers bd_encoder_second(bd_encoder *e, bd_channel channel, bd_stand stand);
/* Where the offset channel, or the mark's xOffset, moves a place to. *encoded: by a channel. */
bd_numbers bd_encoder_offset(bd_encoder *e, bd_channel channel, double band, bool *encoded);
double bd_encoder_stand_at(bd_encoder *e, bd_channel channel, bd_stand stand);

/* --- condition.c --- */

typedef struct bd_conditions {
	const uint8_t *which;   /* of each row: the condition that holds, from 1; NULL: none ever */
	const bd_value *values; /* what each condition says, and last what holds without any */
	size_t none;            /* the index of that last */
	size_t field;           /* the index where the channel's field counts instead */
} bd_conditions;
bd_conditions bd_encoder_conditions(bd_encoder *e, const bd_channel_def *def);
static inline size_t bd_condition_at(const bd_conditions *conditions, size_t row)
{
	return conditions->which && conditions->which[row] ? conditions->which[row] - 1u
							   : conditions->none;
}
/* A value of the spec, {"expr"} resolved; undefined for NULL. */
bd_value bd_encoder_said(bd_encoder *e, const bd_json *value);

/* --- value.c, style.c --- */

/* What the channel says of each row: its value, scaled where it has a scale. False where it says
 * nothing. */
bool bd_encoder_values(bd_encoder *e, bd_channel channel, bd_value *values);
/* Fill, stroke, opacity and dashes of the items. */
void bd_encoder_style(bd_encoder *e, bd_items *items);
/* Where a path has points; NULL: everywhere. */
const bool *bd_encoder_defined(bd_encoder *e);

/* --- path_order.c --- */

/* The rows of a path in the order of the `order` channel, else of their place along the axis that
 * the path follows. */
bd_table *bd_path_in_order(bd_view *unit, bd_table *table);
