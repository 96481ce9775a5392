/* format.c - d3's number format strings (https://d3js.org/d3-format), to the byte. */
#include "locale/format.h"
#include "base/number.h"
#include "base/str.h"
#include "base/utf8.h"
#include <ctype.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

static const char *const si_prefixes[] = { "y", "z", "a", "f", "p", "n", "µ", "m", "",
					   "k", "M", "G", "T", "P", "E", "Z", "Y" };

/* Groups of digits from the right by the locale's sizes, over again; no wider than `width`. */
static void add_groups(bd_str *s, const bd_locale *locale, const char *digits, size_t length,
		       size_t width)
{
	if (!locale->thousands || !locale->grouping[0]) {
		bd_str_add_bytes(s, digits, length);
		return;
	}
	size_t starts[BD_DIGITS_ROOM + 2 * BD_NUMBER_WIDEST], count = 0, used = 0, left = length;
	for (int g = 0; left > 0; g = locale->grouping[g + 1] ? g + 1 : 0) {
		size_t size = (size_t)locale->grouping[g];
		if (used + size + 1 > width)
			size = width > used + 1 ? width - used : 1;
		left = left > size ? left - size : 0;
		starts[count++] = left;
		used += size + 1;
		if (used > width)
			break;
	}
	for (size_t i = count, end; i-- > 0;) {
		end = i ? starts[i - 1] : length;
		bd_str_add_bytes(s, digits + starts[i], end - starts[i]);
		if (i)
			bd_str_add(s, locale->thousands);
	}
}

/* What a number is made of once its digits are known. */
struct pieces {
	const char *before, *whole, *after;
	size_t whole_length;
};

static size_t characters(const char *text)
{
	return bd_utf8_count(text, strlen(text));
}

static void add_fill(bd_str *s, const char *fill, size_t count)
{
	while (count--)
		bd_str_add(s, fill);
}

/* Grouped, padded and aligned. */
static const char *assemble(bd_arena *arena, const bd_locale *locale, const bd_number_spec *spec,
			    struct pieces p)
{
	bool zero = spec->zero || (spec->align == '=' && !strcmp(spec->fill, "0"));
	size_t width = (size_t)spec->width, before = characters(p.before),
	       after = characters(p.after);
	bd_str whole = bd_str_new(arena), out = bd_str_new(arena);
	size_t inner = p.whole_length, pad;
	if (spec->comma && !zero) {
		add_groups(&whole, locale, p.whole, p.whole_length, SIZE_MAX - 64);
		inner = characters(bd_str_text(&whole));
	}
	pad = before + inner + after < width ? width - before - inner - after : 0;
	if (spec->comma && zero) {
		bd_str zeros = bd_str_new(arena);
		add_fill(&zeros, "0", pad);
		bd_str_add_bytes(&zeros, p.whole, p.whole_length);
		add_groups(&whole, locale, bd_str_text(&zeros), zeros.length,
			   pad ? width - after : SIZE_MAX - 64);
		pad = 0;
	} else if (!spec->comma) {
		bd_str_add_bytes(&whole, p.whole, p.whole_length);
	}
	char align = zero ? '=' : spec->align;
	size_t left = align == '<' || align == '=' ? 0 : align == '^' ? pad / 2 : pad;
	add_fill(&out, spec->fill, left);
	bd_str_add(&out, p.before);
	add_fill(&out, zero ? "0" : spec->fill, align == '=' ? pad : 0);
	bd_str_add(&out, bd_str_text(&whole));
	bd_str_add(&out, p.after);
	add_fill(&out, spec->fill, align == '=' ? 0 : pad - left);
	return bd_str_text(&out);
}

static const char *in_numerals(bd_arena *arena, const bd_locale *locale, const char *text)
{
	if (!locale->numerals[0])
		return text;
	bd_str s = bd_str_new(arena);
	for (; *text; text++)
		if (isdigit((unsigned char)*text))
			bd_str_add(&s, locale->numerals[*text - '0']);
		else
			bd_str_add_char(&s, *text);
	return bd_str_text(&s);
}

static bool is_zero_text(const char *digits)
{
	const char *rest = digits + strspn(digits, "0.");
	return rest > digits && (!*rest || *rest == 'e');
}

/* The sign and currency before a number. */
static const char *what_stands_before(bd_arena *arena, const bd_locale *locale,
				      const bd_number_spec *spec, bool negative)
{
	char sign[2] = { spec->sign, 0 };
	char radix[3] = { '0', (char)tolower((unsigned char)spec->type), 0 };
	const char *first = negative ? (spec->sign == '(' ? "(" : locale->minus)
			    : bd_is_one_of(spec->sign, "-(") ? ""
							     : sign;
	const char *second = spec->symbol == '$' ? locale->currency[0]
			     : spec->symbol == '#' && bd_is_one_of(spec->type, "boxX") ? radix
										       : "";
	return bd_printf(arena, "%s%s", first, second);
}

/* Aliases and defaults of types and precisions settled. */
static bd_number_spec resolve(bd_number_spec spec)
{
	if (spec.type == 'n') {
		spec.comma = true;
		spec.type = 'g';
	} else if (!bd_is_one_of(spec.type, "%bcdefgoprsXx")) {
		spec.precision = spec.precision < 0 ? 12 : spec.precision;
		spec.trim = true;
		spec.type = 'g';
	}
	bool significant = bd_is_one_of(spec.type, "gprs");
	int least = significant ? 1 : 0, most = significant ? 21 : 20;
	if (spec.precision < 0)
		spec.precision = 6;
	spec.precision = spec.precision < least  ? least
			 : spec.precision > most ? most
						 : spec.precision;
	return spec;
}

/* The digits in parts: what is grouped, and what follows it. */
static struct pieces split(bd_arena *arena, const bd_locale *locale, const bd_number_spec *spec,
			   double number, const char *suffix)
{
	char digits[sizeof(bd_digit_text)];
	int prefix = BD_NO_PREFIX;
	bool negative = signbit(number) && !isnan(number);
	if (isnan(number))
		snprintf(digits, sizeof digits, "%s", locale->nan);
	else
		prefix = bd_format_digits(spec->type, fabs(number), spec->precision, digits);
	if (spec->trim && !isnan(number))
		bd_trim_zeros(digits);
	if (negative && spec->sign != '+' && is_zero_text(digits))
		negative = false;

	size_t whole = strlen(digits);
	if (bd_is_one_of(spec->type, "defgprs%"))
		whole = strspn(digits, "0123456789");
	const char *fraction = digits + whole, *point = *fraction == '.' ? locale->decimal : "";
	fraction += *fraction == '.';
	return (struct pieces){
		.before = what_stands_before(arena, locale, spec, negative),
		.whole = bd_strdup(arena, digits),
		.whole_length = whole,
		.after = bd_printf(arena, "%s%s%s%s%s", point, fraction,
				   prefix == BD_NO_PREFIX ? "" : si_prefixes[8 + prefix / 3],
				   suffix, negative && spec->sign == '(' ? ")" : ""),
	};
}

static const char *format_with(bd_arena *arena, const bd_locale *locale,
			       const bd_number_spec *given, double number, const char *unit)
{
	bd_number_spec spec = resolve(*given);
	const char *suffix = spec.symbol == '$'              ? locale->currency[1]
			     : bd_is_one_of(spec.type, "%p") ? locale->percent
							     : "";
	suffix = bd_printf(arena, "%s%s", suffix, unit);
	struct pieces pieces;
	if (spec.type == 'c') {
		char text[BD_NUMBER_ROOM];
		bd_number_format(number, text);
		const char *before = spec.symbol == '$' ? locale->currency[0] : "";
		pieces = (struct pieces){ before, "", bd_printf(arena, "%s%s", text, suffix), 0 };
	} else {
		pieces = split(arena, locale, &spec, number, suffix);
	}
	return in_numerals(arena, locale, assemble(arena, locale, &spec, pieces));
}

const char *bd_number_spec_format(bd_arena *arena, const bd_locale *locale,
				  const bd_number_spec *spec, double number)
{
	return format_with(arena, locale, spec, number, "");
}

const char *bd_number_spec_format_prefix(bd_arena *arena, const bd_locale *locale,
					 const bd_number_spec *spec, double like, double number)
{
	int exponent;
	bd_number_spec fixed = *spec;
	fixed.type = 'f';
	if (!bd_exponent_of(like, &exponent))
		return format_with(arena, locale, &fixed, number, "");
	int e = bd_si_exponent(exponent);
	return format_with(arena, locale, &fixed, pow(10, -e) * number, si_prefixes[8 + e / 3]);
}

const char *bd_format_number(bd_arena *arena, const bd_locale *locale, const char *spec,
			     double number)
{
	bd_number_spec parsed;
	bd_number_spec_parse(spec ? spec : "", &parsed);
	return bd_number_spec_format(arena, locale, &parsed, number);
}
