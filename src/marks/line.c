/* line.c - lines through the rows of a series, in the order of their places. */
#include "marks/marks.h"

static void encode(bd_encoder *e, bd_items *items)
{
	items->x = bd_encoder_place(e, BD_SIDE_X, BD_STAND_MIDDLE);
	items->y = bd_encoder_place(e, BD_SIDE_Y, BD_STAND_MIDDLE);
	items->interpolate = bd_encoder_word(e, "interpolate", NULL);
	items->tension = bd_encoder_constant(e, "tension", __builtin_nan(""));
	items->horizontal = bd_encoder_is_horizontal(e);
	if (bd_encoder_has(e, "size"))
		items->stroke_width = bd_encoder_number(e, "size", "strokeWidth", 2);
	else if (bd_encoder_constant(e, "size", -1) >= 0)
		items->stroke_width = bd_encoder_number(e, NULL, "size", 2);
}

const bd_mark bd_mark_line = { .name = "line",
			       .doc = "A line through the rows of each series.",
			       .item = BD_ITEM_LINE,
			       .path = true,
			       .encode = encode };
