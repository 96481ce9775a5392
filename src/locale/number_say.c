/* number_say.c - numbers as a reader expects them, by language: «7,3 tỉ đồng», "$7.3 million". */
#include "base/number.h"
#include "base/str.h"
#include "locale/words.h"
#include <math.h>
#include <string.h>
#include <strings.h>

#define NO_BREAK_SPACE "\u00A0"

static const char *const style_names[] = { "full", "compact", "percent", NULL };

bool bd_number_style_parse(const char *text, bd_number_style *style)
{
	*style = BD_NUMBER_STYLE_PLAIN;
	for (int kind = 0; style_names[kind]; kind++)
		if (!strcmp(text, style_names[kind])) {
			style->kind = (bd_number_kind)kind;
			return true;
		}
	style->kind = BD_NUMBER_D3;
	return *text && bd_number_spec_parse(text, &style->spec);
}

/* A word for a power of ten, and the number in it: 7.3 and «tỉ». */
struct compact {
	double number;
	const struct bd_compact_word *word; /* NULL: none, the number as it is */
};

static double rounded(double number, int decimals)
{
	double unit = pow(10, decimals);
	return round(number * unit) / unit;
}

/* Of a number said with a word, so that no more than about a hundredth of it is lost: «4,96 tỉ»,
 * not «5 tỉ»; «12,4 triệu». Zeros at the end go: «7,3 tỉ». */
static int compact_decimals(const bd_number_style *style, double in_word)
{
	return style->decimals < 0    ? (rounded(fabs(in_word), 2) < 10 ? 2 : 1)
	       : style->decimals < 15 ? style->decimals
				      : 15;
}

/* The largest word that leaves at least 1; but the next one where rounding would leave a thousand:
 * 999.960 is «1 triệu», 960.000 «960 nghìn». */
static struct compact make_compact(const bd_locale *locale, const bd_number_style *style,
				   double number)
{
	double size = fabs(number);
	const struct bd_compact_word *words = locale->words ? locale->words->compact : NULL;
	for (const struct bd_compact_word *w = words; w && w->word; w++) {
		double in_word = size / pow(10, w->exponent);
		const struct bd_compact_word *less = w[1].word ? &w[1] : NULL;
		double in_less = less ? size / pow(10, less->exponent) : in_word;
		bool carries = less && rounded(in_less, compact_decimals(style, in_less)) >=
					       pow(10, w->exponent - less->exponent);
		if (in_word >= 1 || carries || (!less && rounded(in_word, 1) >= 1))
			return (struct compact){ copysign(in_word, number), w };
	}
	return (struct compact){ number, NULL };
}

/* Digits in groups, with the language's signs: 7.300,5. */
static const char *write_digits(bd_arena *arena, const bd_locale *locale, double number,
				int decimals, bool fixed, bool sign)
{
	bd_number_spec spec = { .fill = " ",
				.align = '>',
				.sign = sign && number > 0 ? '+' : '-',
				.comma = true,
				.precision = decimals,
				.trim = !fixed,
				.type = 'f' };
	if (fabs(number) >= 1e21) {
		spec.type = 'g';
		spec.precision = 6;
	}
	return bd_number_spec_format(arena, locale, &spec, number);
}

/* As many as the number was written with; what was computed (7.333333333) gets two. */
static int own_decimals(double number)
{
	enum { WRITTEN = 6, COMPUTED = 2 };
	char digits[20];
	int exponent;
	if (!isfinite(number))
		return 0;
	int count = bd_number_digits(fabs(number), digits, &exponent),
	    decimals = count - 1 - exponent;
	return decimals <= 0 ? 0 : decimals <= WRITTEN ? decimals : COMPUTED;
}

static int decimals_of(const bd_number_style *style, double number)
{
	if (style->decimals >= 0)
		return style->decimals < 15 ? style->decimals : 15;
	return style->kind == BD_NUMBER_PERCENT ? 2 : own_decimals(number);
}

static struct bd_currency_word find_currency(const bd_locale *locale, const char *name)
{
	const struct bd_currency_word *known = locale->words ? locale->words->currencies : NULL;
	for (; known && known->name; known++)
		if (!strcasecmp(known->name, name))
			return *known;
	return (struct bd_currency_word){ name, name, false };
}

/* Units that stand at the number with no blank: 44,69%, 21°; but 35 °C. */
static bool clings(const char *unit)
{
	return *unit == '%' || bd_starts_with(unit, "‰") ||
	       (bd_starts_with(unit, "°") && !unit[strlen("°")]);
}

static void add_after(bd_str *s, const char *word)
{
	if (!word || !*word)
		return;
	if (s->length)
		bd_str_add(s, NO_BREAK_SPACE);
	for (; *word; word++) /* a unit of several words stays in one piece */
		if (*word == ' ')
			bd_str_add(s, NO_BREAK_SPACE);
		else
			bd_str_add_char(s, *word);
}

bd_number_parts bd_number_say_parts(bd_arena *arena, const bd_locale *locale,
				    const bd_number_style *style, double number)
{
	bd_str after = bd_str_new(arena);
	const char *figure;
	if (style->kind == BD_NUMBER_D3) {
		figure = bd_number_spec_format(arena, locale, &style->spec, number);
	} else {
		struct compact compact = { number, NULL };
		if (style->kind == BD_NUMBER_COMPACT)
			compact = make_compact(locale, style, number);
		bool percent = style->kind == BD_NUMBER_PERCENT;
		bool plain = style->decimals < 0 && !percent && !compact.word;
		int decimals = compact.word ? compact_decimals(style, compact.number)
			       : plain      ? own_decimals(number)
					    : decimals_of(style, number);
		figure = write_digits(arena, locale, percent ? number * 100 : compact.number,
				      decimals, style->fixed_decimals, style->sign);
		if (percent)
			figure = bd_printf(arena, "%s%s", figure, locale->percent);
		if (compact.word)
			add_after(&after, style->ty && compact.word->variant ? compact.word->variant
									     : compact.word->word);
	}
	if (style->currency) {
		struct bd_currency_word currency = find_currency(locale, style->currency);
		if (currency.before)
			figure = bd_printf(arena, "%s%s", currency.text, figure);
		else
			add_after(&after, currency.text);
	}
	if (style->unit && clings(style->unit) && !after.length)
		figure = bd_printf(arena, "%s%s", figure, style->unit);
	else
		add_after(&after, style->unit);
	return (bd_number_parts){ figure, bd_str_text(&after) };
}

const char *bd_number_say(bd_arena *arena, const bd_locale *locale, const bd_number_style *style,
			  double number)
{
	bd_number_parts parts = bd_number_say_parts(arena, locale, style, number);
	if (!*parts.after)
		return parts.figure;
	return bd_printf(arena, "%s" NO_BREAK_SPACE "%s", parts.figure, parts.after);
}
