/* image.c - pictures, one for each row. */
#include "marks/marks.h"

#include "base/str.h"

/* align and baseline say which edge stands at the place; both ends are in the middle by default. */
static void shift(bd_encoder *e, const char *property, const char *start, const char *end,
		  bd_numbers *places, bd_numbers lengths)
{
	const char *said = bd_encoder_word(e, property, "");
	double share = bd_streq(said, start) ? 0.5 : bd_streq(said, end) ? -0.5 : 0;
	size_t rows = bd_encoder_rows(e);
	if (share == 0)
		return;
	double *each = BD_ARRAY(bd_encoder_arena(e), rows, double);
	for (size_t i = 0; i < rows; i++)
		each[i] = bd_number_at(*places, i) + share * bd_number_at(lengths, i);
	*places = (bd_numbers){ .each = each };
}

static void encode(bd_encoder *e, bd_items *items)
{
	bd_encoder_band(e, BD_SIDE_X, &items->x, &items->width);
	bd_encoder_band(e, BD_SIDE_Y, &items->y, &items->height);
	shift(e, "align", "left", "right", &items->x, items->width);
	shift(e, "baseline", "top", "bottom", &items->y, items->height);
	items->url = bd_encoder_strings(e, "url", "url");
	items->keep_aspect = bd_encoder_is(e, "aspect", true);
	items->smooth = bd_encoder_is(e, "smooth", true);
}

const bd_mark bd_mark_image = { .name = "image",
				.doc = "A picture for each row, from files beside the spec.",
				.item = BD_ITEM_IMAGE,
				.filled = true,
				.rect_based = true,
				.encode = encode };
