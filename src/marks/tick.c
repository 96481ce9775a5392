/* tick.c - short strokes that mark a value in a strip. */
#include "marks/marks.h"

/* The mark's thickness, around the place of its value. */
static void across(bd_encoder *e, bd_side side, bd_numbers *start, bd_numbers *length)
{
	double thickness = bd_encoder_constant(e, "thickness", 1);
	size_t rows = bd_encoder_rows(e);
	bd_numbers place = bd_encoder_place(e, side, BD_STAND_MIDDLE);
	double *each = BD_ARRAY(bd_encoder_arena(e), rows, double);
	for (size_t i = 0; i < rows; i++)
		each[i] = bd_number_at(place, i) - thickness / 2;
	*start = (bd_numbers){ .each = each };
	*length = BD_ONE(thickness);
}

static void encode(bd_encoder *e, bd_items *items)
{
	if (bd_encoder_is_horizontal(e)) {
		bd_encoder_band(e, BD_SIDE_X, &items->x, &items->width);
		across(e, BD_SIDE_Y, &items->y, &items->height);
	} else {
		across(e, BD_SIDE_X, &items->x, &items->width);
		bd_encoder_band(e, BD_SIDE_Y, &items->y, &items->height);
	}
	double radius = bd_encoder_constant(e, "cornerRadius", 0);
	for (int i = 0; i < 4; i++)
		items->corner_radius[i] = BD_ONE(radius);
}

const bd_mark bd_mark_tick = { .name = "tick",
			       .doc = "Short strokes that mark values in a strip.",
			       .item = BD_ITEM_RECT,
			       .filled = true,
			       .faint = true,
			       .rect_based = true,
			       .encode = encode };
