/* text_words.c - words by which a spec says how a text stands and how bold it is (items.h). */
#include "base/str.h"
#include "scene/items.h"

bd_text_align bd_text_align_find(const char *word, bd_text_align otherwise)
{
	static const char *const names[] = {
		[BD_TEXT_LEFT] = "left", [BD_TEXT_CENTER] = "center", [BD_TEXT_RIGHT] = "right"
	};
	for (int i = 0; word && i < 3; i++)
		if (bd_streq(word, names[i]))
			return (bd_text_align)i;
	return otherwise;
}

bd_text_baseline bd_text_baseline_find(const char *word, bd_text_baseline otherwise)
{
	static const char *const names[] = {
		[BD_BASELINE_ALPHABETIC] = "alphabetic", [BD_BASELINE_TOP] = "top",
		[BD_BASELINE_MIDDLE] = "middle",         [BD_BASELINE_BOTTOM] = "bottom",
		[BD_BASELINE_LINE_TOP] = "line-top",     [BD_BASELINE_LINE_BOTTOM] = "line-bottom"
	};
	for (size_t i = 0; word && i < sizeof names / sizeof *names; i++)
		if (bd_streq(word, names[i]))
			return (bd_text_baseline)i;
	return otherwise;
}

int bd_font_weight_find(const char *word)
{
	return bd_streq(word, "bold") || bd_streq(word, "bolder") ? 700
	       : bd_streq(word, "lighter")                        ? 300
								  : 400;
}

bd_cap bd_cap_find(const char *word)
{
	return bd_streq(word, "round")    ? BD_CAP_ROUND
	       : bd_streq(word, "square") ? BD_CAP_SQUARE
					  : BD_CAP_BUTT;
}

bd_join bd_join_find(const char *word)
{
	return bd_streq(word, "round")   ? BD_JOIN_ROUND
	       : bd_streq(word, "bevel") ? BD_JOIN_BEVEL
					 : BD_JOIN_MITER;
}
