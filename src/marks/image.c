/* image.c - pictures, one for each row. */
#include "marks/marks.h"

static void encode(bd_encoder *e, bd_items *items)
{
	bd_encoder_band(e, BD_SIDE_X, &items->x, &items->width);
	bd_encoder_band(e, BD_SIDE_Y, &items->y, &items->height);
	items->url = bd_encoder_strings(e, "url", "url");
	items->keep_aspect = bd_encoder_is(e, "aspect", true);
	items->smooth = bd_encoder_is(e, "smooth", true);
}

const bd_mark bd_mark_image = { .name = "image",
				.doc = "A picture for each row, from files beside the spec.",
				.item = BD_ITEM_IMAGE,
				.filled = true,
				.encode = encode };
