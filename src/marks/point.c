/* point.c - points, circles and squares: one symbol for each row. */
#include "marks/marks.h"

static void encode(bd_encoder *e, bd_items *items)
{
	items->x = bd_encoder_place(e, BD_SIDE_X, BD_STAND_MIDDLE);
	items->y = bd_encoder_place(e, BD_SIDE_Y, BD_STAND_MIDDLE);
	items->size = bd_encoder_number(e, "size", "size", 30);
	items->angle = bd_encoder_number(e, "angle", "angle", 0);
}

static void encode_point(bd_encoder *e, bd_items *items)
{
	encode(e, items);
	items->shape = bd_encoder_strings(e, "shape", "shape");
}

static const char *const circle[] = { "circle" }, *const square[] = { "square" };

static void encode_circle(bd_encoder *e, bd_items *items)
{
	encode(e, items);
	items->shape.palette = circle;
}

static void encode_square(bd_encoder *e, bd_items *items)
{
	encode(e, items);
	items->shape.palette = square;
}

const bd_mark bd_mark_point = { .name = "point",
				.doc = "A symbol for each row, hollow unless `filled`.",
				.item = BD_ITEM_SYMBOL,
				.hollow = true,
				.faint = true,
				.encode = encode_point };
const bd_mark bd_mark_circle = { .name = "circle",
				 .doc = "A disc for each row.",
				 .item = BD_ITEM_SYMBOL,
				 .filled = true,
				 .hollow = true,
				 .faint = true,
				 .encode = encode_circle };
const bd_mark bd_mark_square = { .name = "square",
				 .doc = "A square for each row.",
				 .item = BD_ITEM_SYMBOL,
				 .filled = true,
				 .hollow = true,
				 .faint = true,
				 .encode = encode_square };
