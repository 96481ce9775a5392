/* encoder.h - answers to what a mark asks (marks/marks.h), for the rows of one unit
 * in one cell: places (place.c), bands (band.c), values (value.c). */
#pragma once
#include "chart/encode/model.h"
#include "marks/marks.h"
#include "scale/scale.h"
#include "scene/items.h"

struct bd_encoder {
	bd_view *unit;
	bd_table *table;
	size_t rows;
	bd_arena *arena; /* of the items */
	double width, height;
};

/* --- columns of numbers --- */

/* A column through a scale; `band` is the share of a band's width that is added. Rows that the
 * scale has no place for are NaN. */
bd_numbers bd_encoder_scaled(bd_encoder *e, const char *column, const bd_scale_use *use,
			     double band);
/* From the place of `start` to that of `end`, a share `position` of the way, in the data. */
bd_numbers bd_encoder_between(bd_encoder *e, const char *start, const char *end,
			      const bd_scale_use *use, double position);
bd_numbers bd_numbers_add(bd_encoder *e, bd_numbers a, bd_numbers b);

/* What config.scale.invalid says that a channel's scale gives for values without a place: an
 * object with `value`, or "zero-or-min"; NULL: nothing. */
const bd_json *bd_invalid_output(const bd_view *unit, bd_channel channel);

/* --- places --- */

/* x or y of a point, by the channel's field, datum or value; `band` NaN: the channel's own. */
bd_numbers bd_encoder_point(bd_encoder *e, bd_channel channel, bd_stand stand, double band);
/* x2 or y2. */
bd_numbers bd_encoder_second(bd_encoder *e, bd_channel channel, bd_stand stand);
/* Where the offset channel, or the mark's xOffset, moves a place to. *encoded: by a channel. */
bd_numbers bd_encoder_offset(bd_encoder *e, bd_channel channel, double band, bool *encoded);
double bd_encoder_stand_at(bd_encoder *e, bd_channel channel, bd_stand stand);

/* --- values --- */

/* For each row, which condition holds: 0 for none, else its number. NULL: there are none. */
const uint8_t *bd_encoder_conditions(bd_encoder *e, const bd_channel_def *def);
/* What the channel says of each row: its value, scaled where it has a scale. False where it says
 * nothing. */
bool bd_encoder_values(bd_encoder *e, bd_channel channel, bd_value *values);
void bd_encoder_style(bd_encoder *e, bd_items *items);
const bool *bd_encoder_defined(bd_encoder *e);

/* A cell's texts: a field's value by its format. */
const char *bd_encoder_format(bd_encoder *e, const bd_channel_def *def, bd_value value);
/* An {"expr"} that reads rows, as a column of numbers; or of strings. */
bd_numbers bd_encoder_expression(bd_encoder *e, const bd_json *value);
bd_column *bd_encoder_expression_column(bd_encoder *e, const bd_json *value);
/* A share of the way to the end of a time unit that the data was cut to before; a step on. */
bd_numbers bd_encoder_unit_middle(bd_encoder *e, const bd_channel_def *def, const bd_scale_use *use,
				  double position);
bd_numbers bd_encoder_shifted(bd_encoder *e, const char *column, const bd_scale_use *use,
			      double by);

/* The rows of a path in the order of the `order` channel, else of their place along the axis that
 * the path follows (path_order.c). */
bd_table *bd_path_in_order(bd_view *unit, bd_table *table);
