/* arc.c - sectors: pies, rings, roses. */
#include "marks/marks.h"

static void encode(bd_encoder *e, bd_items *items)
{
	items->x = bd_encoder_place(e, BD_SIDE_X, BD_STAND_MIDDLE);
	items->y = bd_encoder_place(e, BD_SIDE_Y, BD_STAND_MIDDLE);
	bd_encoder_polar(e, items);
	items->pad_angle = bd_encoder_number(e, NULL, "padAngle", 0);
	for (int i = 0; i < 4; i++)
		items->corner_radius[i] = bd_encoder_number(e, NULL, "cornerRadius", 0);
}

const bd_mark bd_mark_arc = { .name = "arc",
			      .doc = "Sectors of a disc or ring: shares of a whole.",
			      .item = BD_ITEM_ARC,
			      .filled = true,
			      .rect_based = true,
			      .encode = encode };
