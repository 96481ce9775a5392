/* format.c - d3's number format strings (https://d3js.org/d3-format), to the byte. */
#include "base/number.h"
#include "base/str.h"
#include "base/utf8.h"
#include "locale/digits.h"
#include "locale/locale.h"
#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

/* Room for what one number turns into before its signs, units and groups: Infinity, or digits. */
typedef char digit_text[BD_DIGITS_ROOM + 32];

enum { NO_PREFIX = 99, MAX_WIDTH = 1000 };
static const char *const si_prefixes[] = { "y", "z", "a", "f", "p", "n", "µ", "m", "",
					   "k", "M", "G", "T", "P", "E", "Z", "Y" };

static bool one_of(char c, const char *set)
{
	return c && strchr(set, c);
}

/* An optional character out of a set. */
static const char *take(const char *at, const char *set, char *out)
{
	if (one_of(*at, set))
		*out = *at++;
	return at;
}

static const char *take_flag(const char *at, char flag, bool *out)
{
	*out = *at == flag;
	return at + *out;
}

static const char *take_count(const char *at, int *out)
{
	for (*out = 0; isdigit((unsigned char)*at); at++)
		*out = *out < MAX_WIDTH ? *out * 10 + (*at - '0') : *out;
	return at;
}

bool bd_number_spec_parse(const char *text, bd_number_spec *spec)
{
	static const bd_number_spec plain = {
		.fill = " ", .align = '>', .sign = '-', .precision = -1
	};
	*spec = plain;
	const char *at = text, *end = text + strlen(text), *next = text;
	if (*text)
		bd_utf8_next(text, end, &next);
	if (*text && one_of(*next, "<>=^")) {
		memcpy(spec->fill, text, (size_t)(next - text));
		spec->fill[next - text] = 0;
		at = next;
	}
	at = take(at, "<>=^", &spec->align);
	at = take(at, "+-( ", &spec->sign);
	at = take(at, "$#", &spec->symbol);
	at = take_flag(at, '0', &spec->zero);
	at = take_count(at, &spec->width);
	spec->width = spec->width < MAX_WIDTH ? spec->width : MAX_WIDTH;
	at = take_flag(at, ',', &spec->comma);
	if (*at == '.' && isdigit((unsigned char)at[1]))
		at = take_count(at + 1, &spec->precision);
	at = take_flag(at, '~', &spec->trim);
	if (isalpha((unsigned char)*at) || *at == '%')
		spec->type = *at++;
	if (*at)
		*spec = plain;
	return !*at;
}

/* 1.2000k is 1.2k: the zeros that end the decimals go. */
static void trim_zeros(char *text)
{
	char *point = strchr(text, '.');
	if (!point)
		return;
	char *end = point + 1 + strspn(point + 1, "0123456789"), *last = end;
	while (last > point + 1 && last[-1] == '0')
		last--;
	if (last == point + 1)
		last = point;
	memmove(last, end, strlen(end) + 1);
}

static int si_exponent(int exponent)
{
	int thirds = (int)floor(exponent / 3.0);
	return (thirds < -8 ? -8 : thirds > 8 ? 8 : thirds) * 3;
}

/* Digits with the point after the first `whole` of them; zeros fill up on either side. */
static void place_point(const char *digits, int count, int whole, char *out)
{
	if (whole <= 0) {
		*out++ = '0';
		*out++ = '.';
		memset(out, '0', (size_t)-whole);
		memcpy(out - whole, digits, (size_t)count);
		out[count - whole] = 0;
	} else if (whole >= count) {
		memcpy(out, digits, (size_t)count);
		memset(out + count, '0', (size_t)(whole - count));
		out[whole] = 0;
	} else {
		memcpy(out, digits, (size_t)whole);
		out[whole] = '.';
		memcpy(out + whole + 1, digits + whole, (size_t)(count - whole));
		out[count + 1] = 0;
	}
}

static bool without_digits(double number, int precision, digit_text out)
{
	if (isinf(number))
		memcpy(out, "Infinity", sizeof "Infinity");
	else if (number == 0 && precision > 0)
		bd_digits_precision(0, precision, out);
	else if (number == 0)
		memcpy(out, "0", sizeof "0");
	return isinf(number) || number == 0;
}

static void format_rounded(double number, int precision, digit_text out)
{
	char digits[BD_DIGITS_ROOM];
	int exponent;
	if (without_digits(number, 0, out))
		return;
	int count = bd_digits_parts(number, precision, digits, &exponent);
	place_point(digits, count, exponent + 1, out);
}

/* With an SI prefix, of which the exponent is returned. */
static int format_si(double number, int precision, digit_text out)
{
	char digits[BD_DIGITS_ROOM];
	int exponent;
	if (without_digits(number, precision, out))
		return NO_PREFIX;
	int count = bd_digits_parts(number, precision, digits, &exponent);
	int prefix = si_exponent(exponent), whole = exponent - prefix + 1;
	if (whole <= 0) { /* less than 1 y: fewer digits are significant */
		int fewer = precision + whole - 1;
		count = bd_digits_parts(number, fewer > 0 ? fewer : 0, digits, &exponent);
		if (whole < -300)
			whole = -300;
	}
	place_point(digits, count, whole, out);
	return prefix;
}

/* The digits of a number >= 0 by a type; the SI exponent or NO_PREFIX. */
static int format_digits(char type, double number, int precision, digit_text out)
{
	switch (type) {
	case '%': bd_digits_fixed(number * 100, precision, out); break;
	case 'b': bd_digits_integer(number, 2, out); break;
	case 'o': bd_digits_integer(number, 8, out); break;
	case 'd': bd_digits_integer(number, 10, out); break;
	case 'x':
	case 'X':
		bd_digits_integer(number, 16, out);
		for (char *c = out; type == 'X' && *c; c++)
			*c = (char)toupper((unsigned char)*c);
		break;
	case 'e': bd_digits_exponential(number, precision, out); break;
	case 'f': bd_digits_fixed(number, precision, out); break;
	case 'g': bd_digits_precision(number, precision, out); break;
	case 'p': format_rounded(number * 100, precision, out); break;
	case 'r': format_rounded(number, precision, out); break;
	case 's': return format_si(number, precision, out);
	}
	return NO_PREFIX;
}

/* Groups of digits from the right by the locale's sizes, over again; no wider than `width`. */
static void add_groups(bd_str *s, const bd_locale *locale, const char *digits, size_t length,
		       size_t width)
{
	if (!locale->thousands || !locale->grouping[0]) {
		bd_str_add_bytes(s, digits, length);
		return;
	}
	size_t starts[BD_DIGITS_ROOM + 2 * MAX_WIDTH], count = 0, used = 0, left = length;
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
	const char *first = negative                   ? (spec->sign == '(' ? "(" : locale->minus)
			    : one_of(spec->sign, "-(") ? ""
						       : sign;
	const char *second = spec->symbol == '$' ? locale->currency[0]
			     : spec->symbol == '#' && one_of(spec->type, "boxX") ? radix
										 : "";
	return bd_printf(arena, "%s%s", first, second);
}

/* Aliases and defaults of types and precisions settled. */
static bd_number_spec resolve(bd_number_spec spec)
{
	if (spec.type == 'n') {
		spec.comma = true;
		spec.type = 'g';
	} else if (!one_of(spec.type, "%bcdefgoprsXx")) {
		spec.precision = spec.precision < 0 ? 12 : spec.precision;
		spec.trim = true;
		spec.type = 'g';
	}
	bool significant = one_of(spec.type, "gprs");
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
	char digits[sizeof(digit_text)];
	int prefix = NO_PREFIX;
	bool negative = signbit(number) && !isnan(number);
	if (isnan(number))
		snprintf(digits, sizeof digits, "%s", locale->nan);
	else
		prefix = format_digits(spec->type, fabs(number), spec->precision, digits);
	if (spec->trim && !isnan(number))
		trim_zeros(digits);
	if (negative && spec->sign != '+' && is_zero_text(digits))
		negative = false;

	size_t whole = strlen(digits);
	if (one_of(spec->type, "defgprs%"))
		whole = strspn(digits, "0123456789");
	const char *fraction = digits + whole, *point = *fraction == '.' ? locale->decimal : "";
	fraction += *fraction == '.';
	return (struct pieces){
		.before = what_stands_before(arena, locale, spec, negative),
		.whole = bd_strdup(arena, digits),
		.whole_length = whole,
		.after = bd_printf(arena, "%s%s%s%s%s", point, fraction,
				   prefix == NO_PREFIX ? "" : si_prefixes[8 + prefix / 3], suffix,
				   negative && spec->sign == '(' ? ")" : ""),
	};
}

static const char *format_with(bd_arena *arena, const bd_locale *locale,
			       const bd_number_spec *given, double number, const char *unit)
{
	bd_number_spec spec = resolve(*given);
	const char *suffix = spec.symbol == '$'        ? locale->currency[1]
			     : one_of(spec.type, "%p") ? locale->percent
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

/* The decimal exponent of a number; false where it has none (0, NaN, infinity). */
static bool exponent_of(double number, int *exponent)
{
	char digits[BD_DIGITS_ROOM];
	if (!isfinite(number) || number == 0)
		return false;
	bd_digits_parts(fabs(number), 0, digits, exponent);
	return true;
}

const char *bd_number_spec_format_prefix(bd_arena *arena, const bd_locale *locale,
					 const bd_number_spec *spec, double like, double number)
{
	int exponent;
	bd_number_spec fixed = *spec;
	fixed.type = 'f';
	if (!exponent_of(like, &exponent))
		return format_with(arena, locale, &fixed, number, "");
	int e = si_exponent(exponent);
	return format_with(arena, locale, &fixed, pow(10, -e) * number, si_prefixes[8 + e / 3]);
}

const char *bd_format_number(bd_arena *arena, const bd_locale *locale, const char *spec,
			     double number)
{
	bd_number_spec parsed;
	bd_number_spec_parse(spec ? spec : "", &parsed);
	return bd_number_spec_format(arena, locale, &parsed, number);
}

int bd_precision_fixed(double step)
{
	int exponent;
	return !exponent_of(step, &exponent) ? -1 : exponent < 0 ? -exponent : 0;
}

int bd_precision_prefix(double step, double value)
{
	int of_step, of_value;
	if (!exponent_of(step, &of_step) || !exponent_of(value, &of_value))
		return -1;
	int precision = si_exponent(of_value) - of_step;
	return precision > 0 ? precision : 0;
}

int bd_precision_round(double step, double max)
{
	int of_step, of_max;
	step = fabs(step);
	if (!exponent_of(step, &of_step) || !exponent_of(fabs(max) - step, &of_max))
		return -1;
	int precision = of_max - of_step;
	return (precision > 0 ? precision : 0) + 1;
}
