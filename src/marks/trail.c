/* trail.c - lines whose width changes along the way. */
#include "marks/marks.h"

static void encode(bd_encoder *e, bd_items *items)
{
	items->x = bd_encoder_place(e, BD_SIDE_X, BD_STAND_MIDDLE);
	items->y = bd_encoder_place(e, BD_SIDE_Y, BD_STAND_MIDDLE);
	items->size = bd_encoder_number(e, "size", "size", 3);
}

const bd_mark bd_mark_trail = { .name = "trail",
				.doc = "A line whose width changes along the way.",
				.item = BD_ITEM_TRAIL,
				.path = true,
				.filled = true,
				.encode = encode };
