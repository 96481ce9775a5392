/* rect.c - rectangles: cells of a heat map, ranges along both sides. */
#include "marks/corners.h"

static void encode(bd_encoder *e, bd_items *items)
{
	bd_encoder_band(e, BD_SIDE_X, &items->x, &items->width);
	bd_encoder_band(e, BD_SIDE_Y, &items->y, &items->height);
	bd_encode_corners(e, items);
}

const bd_mark bd_mark_rect = { .name = "rect",
			       .doc = "Rectangles: heat maps, highlighted ranges.",
			       .item = BD_ITEM_RECT,
			       .filled = true,
			       .rect_based = true,
			       .encode = encode };
