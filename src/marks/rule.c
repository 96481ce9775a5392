/* rule.c - straight lines: across the plot, or between two places. */
#include "marks/marks.h"

static void encode(bd_encoder *e, bd_items *items)
{
	bool vertical = bd_encoder_is_vertical(e), horizontal = bd_encoder_is_horizontal(e);
	if (vertical) {
		items->x = bd_encoder_place(e, BD_SIDE_X, BD_STAND_MIDDLE);
		items->x2 = items->x;
	} else {
		bd_encoder_range(e, BD_SIDE_X, horizontal ? BD_STAND_FAR : BD_STAND_MIDDLE,
				 BD_STAND_ZERO, &items->x, &items->x2);
	}
	if (horizontal) {
		items->y = bd_encoder_place(e, BD_SIDE_Y, BD_STAND_MIDDLE);
		items->y2 = items->y;
	} else {
		bd_encoder_range(e, BD_SIDE_Y, vertical ? BD_STAND_FAR : BD_STAND_MIDDLE,
				 BD_STAND_ZERO, &items->y, &items->y2);
	}
	if (bd_encoder_has(e, "size"))
		items->stroke_width = bd_encoder_number(e, "size", "strokeWidth", 1);
	else if (bd_encoder_constant(e, "size", -1) >= 0)
		items->stroke_width = bd_encoder_number(e, NULL, "size", 1);
}

const bd_mark bd_mark_rule = { .name = "rule",
			       .doc = "Straight lines across the plot or between two places.",
			       .item = BD_ITEM_RULE,
			       .encode = encode };
