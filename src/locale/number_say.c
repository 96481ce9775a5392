/* number_say.c - numbers as posters write them: «7,3 tỉ đồng», «7.300.000.000», «44,69%». */
#include "locale/locale.h"
#include "locale/words.h"

#include "base/str.h"

#include <math.h>

#define NBSP "\u00A0"

static const char *const names[] = { "full", "compact", "percent", NULL };

const char *const *bd_number_style_names(void)
{
	return names;
}

bool bd_number_style_parse(const char *text, bd_number_style *style)
{
	*style = BD_NUMBER_STYLE_PLAIN;
	for (int i = 0; names[i]; i++)
		if (bd_streq(text, names[i])) {
			style->kind = (bd_number_kind)i;
			return true;
		}
	style->kind = BD_NUMBER_D3;
	return *text && bd_number_spec_parse(text, &style->spec);
}

/* Digits with the language's separators; decimals -1: as many as it has, 12 at most. */
static const char *digits(bd_arena *arena, const bd_locale *locale, double number, int decimals,
			  bool fixed)
{
	bd_number_spec spec;
	bd_number_spec_parse(",f", &spec);
	spec.precision = decimals >= 0 ? decimals : 12;
	spec.trim = !fixed;
	return bd_number_spec_format(arena, locale, &spec, number);
}

/* The word whose power of ten the number reaches once it is rounded: 999 950 is a million. */
static const struct bd_compact_word *find_word(const bd_locale *locale, double number, int decimals)
{
	const struct bd_compact_word *w = locale->words ? locale->words->compact : NULL;
	double unit = pow(10, -decimals);
	for (; w && w->word; w++) {
		double scaled = fabs(number) / pow(10, w->exponent);
		if (floor(scaled / unit + 0.5) * unit >= 1)
			return w;
	}
	return NULL;
}

static const struct bd_currency_word *find_currency(const bd_locale *locale, const char *name)
{
	const struct bd_currency_word *c = locale->words ? locale->words->currencies : NULL;
	for (; name && c && c->name; c++)
		if (bd_streq(c->name, name))
			return c;
	return NULL;
}

static void add_word(bd_str *after, const char *word)
{
	if (!word || !*word)
		return;
	bd_str_add(after, after->length ? NBSP : "");
	bd_str_add(after, word);
}

bd_number_parts bd_number_say_parts(bd_arena *arena, const bd_locale *locale,
				    const bd_number_style *style, double number)
{
	bd_str figure = bd_str_new(arena), after = bd_str_new(arena);
	const struct bd_currency_word *currency = find_currency(locale, style->currency);
	int decimals = style->decimals;
	bd_str_add(&figure, style->sign && number > 0 ? "+" : "");
	bd_str_add(&figure, currency && currency->before ? currency->text : "");
	if (style->kind == BD_NUMBER_COMPACT) {
		int shown = decimals >= 0 ? decimals : 1;
		const struct bd_compact_word *w = find_word(locale, number, shown);
		if (w)
			number /= pow(10, w->exponent);
		bd_str_add(&figure, digits(arena, locale, number, shown, style->fixed_decimals));
		add_word(&after, !w ? NULL : style->ty && w->variant ? w->variant : w->word);
	} else if (style->kind == BD_NUMBER_PERCENT) {
		bd_str_add(&figure, digits(arena, locale, number * 100,
					   decimals >= 0 ? decimals : 2, style->fixed_decimals));
		bd_str_add(&figure, locale->percent);
	} else if (style->kind == BD_NUMBER_D3) {
		bd_str_add(&figure, bd_number_spec_format(arena, locale, &style->spec, number));
	} else {
		bd_str_add(&figure, digits(arena, locale, number, decimals, style->fixed_decimals));
	}
	if (style->currency && !(currency && currency->before))
		add_word(&after, currency ? currency->text : style->currency);
	add_word(&after, style->unit);
	return (bd_number_parts){ bd_str_text(&figure), bd_str_text(&after) };
}

const char *bd_number_say(bd_arena *arena, const bd_locale *locale, const bd_number_style *style,
			  double number)
{
	bd_number_parts parts = bd_number_say_parts(arena, locale, style, number);
	return *parts.after ? bd_printf(arena, "%s" NBSP "%s", parts.figure, parts.after)
			    : parts.figure;
}
