/* area.c - the surface under a line, or between two. */
#include "marks/marks.h"

static void encode(bd_encoder *e, bd_items *items)
{
	items->horizontal = bd_encoder_is_horizontal(e);
	items->interpolate = bd_encoder_word(e, "interpolate", NULL);
	items->tension = bd_encoder_constant(e, "tension", __builtin_nan(""));
	if (items->horizontal) {
		bd_encoder_range(e, BD_SIDE_X, BD_STAND_ZERO, BD_STAND_ZERO, &items->x, &items->x2);
		items->y = bd_encoder_place(e, BD_SIDE_Y, BD_STAND_ZERO);
		return;
	}
	items->x = bd_encoder_place(e, BD_SIDE_X, BD_STAND_ZERO);
	bd_encoder_range(e, BD_SIDE_Y, BD_STAND_ZERO, BD_STAND_ZERO, &items->y, &items->y2);
}

const bd_mark bd_mark_area = { .name = "area",
			       .doc = "The surface under a line, or between two; stacks.",
			       .item = BD_ITEM_AREA,
			       .path = true,
			       .filled = true,
			       .encode = encode };
