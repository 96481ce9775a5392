/* text.c - texts: labels of values, words in a plot. */
#include "base/str.h"
#include "marks/marks.h"

#include <math.h>

static bd_text_align align_of(const char *word)
{
	return bd_streq(word, "left")    ? BD_TEXT_LEFT
	       : bd_streq(word, "right") ? BD_TEXT_RIGHT
					 : BD_TEXT_CENTER;
}

static bd_text_baseline baseline_of(const char *word)
{
	static const struct {
		const char *name;
		bd_text_baseline baseline;
	} names[] = { { "top", BD_BASELINE_TOP },
		      { "middle", BD_BASELINE_MIDDLE },
		      { "bottom", BD_BASELINE_BOTTOM },
		      { "line-top", BD_BASELINE_LINE_TOP },
		      { "line-bottom", BD_BASELINE_LINE_BOTTOM } };
	for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
		if (bd_streq(word, names[i].name))
			return names[i].baseline;
	return BD_BASELINE_ALPHABETIC;
}

/* CSS's words for weights, and numbers. */
static double weight_of(bd_encoder *e)
{
	const char *word = bd_encoder_word(e, "fontWeight", NULL);
	if (!word)
		return bd_encoder_constant(e, "fontWeight", 400);
	return bd_streq(word, "bold") || bd_streq(word, "bolder") ? 700
	       : bd_streq(word, "lighter")                        ? 300
								  : 400;
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
	items->align = align_of(bd_encoder_word(e, "align", "center"));
	items->baseline = baseline_of(bd_encoder_word(e, "baseline", "middle"));
}

const bd_mark bd_mark_text = { .name = "text",
			       .doc = "A text for each row.",
			       .item = BD_ITEM_TEXT,
			       .filled = true,
			       .encode = encode };
