/* text.c - texts: labels of values, words in a plot. */
#include "base/str.h"
#include "marks/marks.h"

#include <math.h>

static double weight_of(bd_encoder *e)
{
	const char *word = bd_encoder_word(e, "fontWeight", NULL);
	return word ? bd_font_weight_find(word) : bd_encoder_constant(e, "fontWeight", 400);
}

/* Where an expression says another side for each row. */
static void align_each(bd_encoder *e, bd_items *items)
{
	bd_strings aligns = bd_encoder_strings(e, NULL, "align");
	bd_strings baselines = bd_encoder_strings(e, NULL, "baseline");
	size_t rows = bd_encoder_rows(e);
	uint8_t *side = aligns.index ? BD_ARRAY(bd_encoder_arena(e), rows, uint8_t) : NULL;
	uint8_t *height = baselines.index ? BD_ARRAY(bd_encoder_arena(e), rows, uint8_t) : NULL;
	for (size_t i = 0; side && i < rows; i++)
		side[i] = (uint8_t)bd_text_align_find(bd_string_at(aligns, i), BD_TEXT_CENTER);
	for (size_t i = 0; height && i < rows; i++)
		height[i] = (uint8_t)bd_text_baseline_find(bd_string_at(baselines, i),
							   BD_BASELINE_MIDDLE);
	items->aligns = side;
	items->baselines = height;
}

static void encode(bd_encoder *e, bd_items *items)
{
	items->x = bd_encoder_place(e, BD_SIDE_X, BD_STAND_MIDDLE);
	items->y = bd_encoder_place(e, BD_SIDE_Y, BD_STAND_MIDDLE);
	items->radius = bd_encoder_polar_place(e, false);
	items->theta = bd_encoder_polar_place(e, true);
	items->text = bd_encoder_text(e, &items->text_lines);
	items->angle = bd_encoder_number(e, "angle", "angle", 0);
	items->font_size = bd_encoder_number(e, "size", "fontSize", 11);
	items->font = bd_encoder_word(e, "font", "sans-serif");
	items->font_weight = BD_ONE(weight_of(e));
	items->italic = bd_is_italic(bd_encoder_word(e, "fontStyle", ""));
	items->dx = bd_encoder_number(e, NULL, "dx", 0);
	items->dy = bd_encoder_number(e, NULL, "dy", 0);
	items->limit = bd_encoder_number(e, NULL, "limit", 0);
	items->line_height = bd_encoder_constant(e, "lineHeight", NAN);
	items->ellipsis = bd_encoder_word(e, "ellipsis", NULL);
	items->from_right = bd_streq(bd_encoder_word(e, "dir", ""), "rtl");
	items->align = bd_text_align_find(bd_encoder_word(e, "align", NULL), BD_TEXT_CENTER);
	items->baseline =
		bd_text_baseline_find(bd_encoder_word(e, "baseline", NULL), BD_BASELINE_MIDDLE);
	align_each(e, items);
}

const bd_mark bd_mark_text = { .name = "text",
			       .doc = "A text for each row.",
			       .item = BD_ITEM_TEXT,
			       .filled = true,
			       .encode = encode };
