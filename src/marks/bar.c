/* bar.c - bars: from zero to a value, or over a range. */
#include "marks/corners.h"

#include <math.h>

/* cornerRadiusEnd rounds the two corners at the value's end: which ones depends on where the bar
 * goes, so it is decided bar by bar. */
static void round_end(bd_encoder *e, bd_items *items)
{
	double end = bd_encoder_constant(e, "cornerRadiusEnd", NAN);
	if (isnan(end))
		return;
	size_t rows = bd_encoder_rows(e);
	bool vertical = bd_encoder_is_vertical(e);
	double *radii[4];
	for (int i = 0; i < 4; i++) {
		radii[i] = BD_ARRAY(bd_encoder_arena(e), rows, double);
		items->corner_radius[i].each = radii[i];
	}
	/* a range has two ends */
	if (bd_encoder_has(e, vertical ? "y2" : "x2")) {
		for (int i = 0; i < 4; i++)
			items->corner_radius[i] = BD_ONE(end);
		return;
	}
	bd_numbers value, base;
	bd_encoder_range(e, vertical ? BD_SIDE_Y : BD_SIDE_X, BD_STAND_FAR, BD_STAND_ZERO, &value,
			 &base);
	for (size_t row = 0; row < rows; row++) {
		double to = bd_number_at(value, row), from = bd_number_at(base, row);
		/* top left, top right, bottom right, bottom left */
		bool backwards = vertical ? to > from : to < from;
		bool top = vertical && !backwards, right = !vertical && !backwards;
		radii[0][row] = (vertical ? top : !right) ? end : 0;
		radii[1][row] = (vertical ? top : right) ? end : 0;
		radii[2][row] = (vertical ? !top : right) ? end : 0;
		radii[3][row] = (vertical ? !top : !right) ? end : 0;
	}
}

void bd_encode_corners(bd_encoder *e, bd_items *items)
{
	static const char *const names[] = { "cornerRadiusTopLeft", "cornerRadiusTopRight",
					     "cornerRadiusBottomRight", "cornerRadiusBottomLeft" };
	double all = bd_encoder_constant(e, "cornerRadius", 0);
	for (int i = 0; i < 4; i++)
		items->corner_radius[i] = bd_encoder_number(e, NULL, names[i], all);
}

static void encode(bd_encoder *e, bd_items *items)
{
	bd_encoder_band(e, BD_SIDE_X, &items->x, &items->width);
	bd_encoder_band(e, BD_SIDE_Y, &items->y, &items->height);
	bd_encode_corners(e, items);
	round_end(e, items);
}

const bd_mark bd_mark_bar = { .name = "bar",
			      .doc = "Bars from zero to a value, or over a range.",
			      .item = BD_ITEM_RECT,
			      .filled = true,
			      .hollow = true,
			      .rect_based = true,
			      .encode = encode };
