/* number_read.c - numbers as offices write them: 1.234,5 or 1,234.5, with blanks, signs, units.
 *
 * A point or comma before exactly three last digits may part thousands or decimals. One cell cannot
 * tell, but the cells of a column can: so a column is looked at first, and read then. */
#include "base/number.h"
#include "base/utf8.h"
#include "locale/fold.h"
#include "locale/locale.h"
#include <ctype.h>
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* A stretch of text. */
struct span {
	const char *at, *end;
};

static uint32_t peek(struct span s, const char **next)
{
	*next = s.at;
	return s.at < s.end ? bd_utf8_next(s.at, s.end, next) : 0;
}

static bool is_blank(uint32_t c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == 0xA0 || c == 0x202F ||
	       c == 0x2009 || c == 0x2007;
}

static bool is_apostrophe(uint32_t c)
{
	return c == '\'' || c == 0x2019;
}

static bool is_minus(uint32_t c)
{
	return c == '-' || c == 0x2212 || c == 0x2013;
}

static struct span skip_blanks(struct span s)
{
	const char *next;
	while (s.at < s.end && is_blank(peek(s, &next)))
		s.at = next;
	return s;
}

/* Without blanks at both ends. */
static struct span trim(const char *text, size_t length)
{
	struct span s = skip_blanks((struct span){ text, text + length });
	const char *last = s.at;
	for (struct span rest = s; rest.at < rest.end;) {
		const char *next;
		bool blank = is_blank(peek(rest, &next));
		rest.at = next;
		if (!blank)
			last = next;
	}
	s.end = last;
	return s;
}

/* Digits and what parts them, up to the first thing that belongs to neither; a separator counts
 * only when a digit follows. */
static struct span take_figure(struct span s)
{
	struct span figure = { s.at, s.at };
	while (s.at < s.end) {
		const char *next;
		uint32_t c = peek(s, &next);
		if (c < 128 && isdigit((int)c)) {
			figure.end = next;
		} else if (c == '.' || c == ',' || is_apostrophe(c) || is_blank(c)) {
			if (next >= s.end || !isdigit((unsigned char)*next))
				break;
			bool groups = is_blank(c) || is_apostrophe(c);
			size_t digits =
				0; /* a blank parts groups of three alone: «50 tấn», "5 2019" */
			while (groups && next + digits < s.end &&
			       isdigit((unsigned char)next[digits]))
				digits++;
			if ((groups && digits != 3) || figure.end == figure.at)
				break;
		} else {
			break;
		}
		s.at = next;
	}
	return figure;
}

/* How often a sign stands in a figure, and how many digits follow the last one. */
static int count_sign(struct span figure, char sign, int *after)
{
	int count = 0;
	*after = 0;
	for (const char *c = figure.at; c < figure.end; c++) {
		if (*c == sign) {
			count++;
			*after = 0;
		} else {
			*after += isdigit((unsigned char)*c) != 0;
		}
	}
	return count;
}

static int digits_before(struct span figure, char sign)
{
	int count = 0;
	for (const char *c = figure.at; c < figure.end && *c != sign; c++)
		count += isdigit((unsigned char)*c) != 0;
	return count;
}

/* What a figure with one kind of sign can be: thousands only when its groups are of three. */
enum meaning { NO_SIGN, GROUPS, DECIMALS, EITHER };

static enum meaning meaning_of(struct span figure, char sign)
{
	int after, count = count_sign(figure, sign, &after);
	if (!count)
		return NO_SIGN;
	if (count > 1)
		return GROUPS;
	int before = digits_before(figure, sign);
	bool zero = before == 1 && *figure.at == '0';
	return after == 3 && before >= 1 && before <= 3 && !zero ? EITHER : DECIMALS;
}

/* The figure in a cell, past signs and currency. */
static struct span find_figure(const char *text, size_t length)
{
	struct span s = trim(text, length);
	while (s.at < s.end && !isdigit((unsigned char)*s.at)) {
		const char *next;
		peek(s, &next);
		s.at = next;
	}
	return take_figure(s);
}

void bd_decimal_look(bd_decimal_evidence *evidence, const char *text, size_t length)
{
	struct span figure = find_figure(text, length);
	enum meaning point = meaning_of(figure, '.'), comma = meaning_of(figure, ',');
	if (point != NO_SIGN && comma != NO_SIGN) { /* the later one is the decimal sign */
		const char *last = figure.end - 1;
		while (*last != '.' && *last != ',')
			last--;
		*(*last == '.' ? &evidence->point : &evidence->comma) += 1;
	} else if (point == DECIMALS || comma == GROUPS) {
		evidence->point++;
	} else if (comma == DECIMALS || point == GROUPS) {
		evidence->comma++;
	} else if (point == EITHER) {
		evidence->grouped_point++;
	} else if (comma == EITHER) {
		evidence->grouped_comma++;
	}
}

bd_decimal bd_decimal_decide(const bd_decimal_evidence *e)
{
	if (e->point && e->comma)
		return BD_DECIMAL_MIXED;
	if (e->point)
		return BD_DECIMAL_POINT;
	if (e->comma)
		return BD_DECIMAL_COMMA;
	if (e->grouped_point && e->grouped_comma)
		return BD_DECIMAL_MIXED;
	return e->grouped_point || e->grouped_comma ? BD_DECIMAL_AMBIGUOUS : BD_DECIMAL_EITHER;
}

/* Are thousands parted as they should be? «1.234.567», but not «1.23.456» or «1234.567». */
static bool groups_are_whole(struct span whole, char group)
{
	int digits = 0, groups = 0;
	for (const char *c = whole.at; c <= whole.end; c++) {
		bool parts =
			c == whole.end || *c == group || (*c & 0x80) || *c == ' ' || *c == '\'';
		if (!parts) {
			digits++;
			continue;
		}
		if (digits == 0) /* another byte of the same blank */
			continue;
		if ((groups && digits != 3) || (c < whole.end && digits > 3))
			return false;
		groups++;
		digits = 0;
	}
	return true;
}

/* The figure's value when `decimal` is its decimal sign; false where that cannot be. */
static bool figure_value(struct span figure, char decimal, double *number)
{
	char plain[64];
	size_t n = 0;
	int after, points = count_sign(figure, decimal, &after);
	const char *sign =
		points ? memchr(figure.at, decimal, (size_t)(figure.end - figure.at)) : NULL;
	char group = decimal == '.' ? ',' : '.';
	if (points > 1)
		return false;
	if (sign && memchr(sign, group, (size_t)(figure.end - sign)))
		return false;
	if (!groups_are_whole((struct span){ figure.at, sign ? sign : figure.end }, group))
		return false;
	for (const char *c = figure.at; c < figure.end && n < sizeof plain - 1; c++)
		if (isdigit((unsigned char)*c))
			plain[n++] = *c;
		else if (*c == decimal)
			plain[n++] = '.';
	plain[n] = 0;
	const char *end;
	*number = bd_number_parse(plain, n, &end);
	return end == plain + n && n > 0;
}

/* Cells that offices leave for "nothing": "", "-", "–", "…", "n/a", "N.A.", "không", "." */
static bool means_nothing(struct span s)
{
	static const char *const words[] = { "",    "-",   "–",  "—",  "…",    "...",  ".",
					     "n/a", "N/A", "na", "NA", "null", "NULL", "#N/A" };
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strlen(words[i]) == (size_t)(s.end - s.at) &&
		    !memcmp(words[i], s.at, (size_t)(s.end - s.at)))
			return true;
	return false;
}

/* What is written before a number: currency signs, «USD». No digits, not long. */
static struct span take_prefix(struct span s)
{
	struct span prefix = { s.at, s.at };
	while (s.at < s.end && !isdigit((unsigned char)*s.at)) {
		const char *next;
		if (is_minus(peek(s, &next)) || *s.at == '+' || *s.at == '(')
			break;
		s.at = prefix.end = next;
	}
	return prefix;
}

static bd_number_reading read_plain(const char *text, size_t length, bd_decimal decimal)
{
	struct span s = trim(text, length);
	bd_number_reading out = { .status = BD_READ_NOTHING };
	if (means_nothing(s)) {
		out.status = BD_READ_EMPTY;
		return out;
	}
	struct span prefix = take_prefix(s);
	s = skip_blanks((struct span){ prefix.end, s.end });
	const char *next;
	uint32_t sign = peek(s, &next);
	bool bracket = sign == '(' && s.end[-1] == ')';
	if (is_minus(sign) || sign == '+' || bracket)
		s = skip_blanks((struct span){ next, s.end - bracket });
	struct span figure = take_figure(s);
	if (figure.at == figure.end ||
	    !figure_value(figure, decimal == BD_DECIMAL_COMMA ? ',' : '.', &out.number))
		return out;
	s.at = figure.end;
	if (s.at < s.end && (*s.at == 'e' || *s.at == 'E')) {
		char *end;
		long power = strtol(s.at + 1, &end, 10);
		if (end == s.end && end > s.at + 1 && labs(power) < 400) {
			out.number *= pow(10, (double)power);
			s.at = end;
		}
	}
	if (is_minus(sign) || bracket)
		out.number = -out.number;
	struct span unit = trim(s.at, (size_t)(s.end - s.at));
	struct span before = trim(prefix.at, (size_t)(prefix.end - prefix.at));
	out.unit_before = unit.at == unit.end && before.at < before.end;
	if (out.unit_before)
		unit = before;
	out.unit = unit.at;
	out.unit_length = (size_t)(unit.end - unit.at);
	out.status = out.unit_length ? BD_READ_WITH_UNIT : BD_READ_NUMBER;
	if ((unit.at < unit.end && isdigit((unsigned char)*unit.at)) || !isfinite(out.number))
		out.status = BD_READ_NOTHING; /* «5 2019»: two numbers are no number */
	return out;
}

/* Full-width digits and signs, or Lao digits. */
static bool is_wide(uint32_t c)
{
	return (c >= 0xFF01 && c <= 0xFF5E) || (c >= 0xED0 && c <= 0xED9);
}

static bool has_wide(const char *text, const char *end)
{
	bool wide = false;
	for (const char *next; text < end && !wide; text = next)
		wide = is_wide(bd_utf8_next(text, end, &next));
	return wide;
}

bd_number_reading bd_number_read(const char *text, size_t length, bd_decimal decimal)
{
	enum { ROOM = 96 };
	char plain[ROOM];
	const char *from[ROOM], *end = text + length, *next;
	size_t n = 0;
	if (bd_utf8_is_ascii(text, length) || length > ROOM || !has_wide(text, end))
		return read_plain(text, length, decimal);
	for (const char *at = text; at < end; at = next) {
		uint32_t c = bd_utf8_next(at, end, &next);
		size_t bytes = bd_utf8_put(is_wide(c) ? bd_fold_character(c) : c, plain + n);
		for (size_t stop = n + bytes; n < stop; n++)
			from[n] = at;
	}
	bd_number_reading out = read_plain(plain, n, decimal);
	if (out.unit_length) { /* where it stands in the text as it was given */
		size_t start = (size_t)(out.unit - plain), stop = start + out.unit_length;
		out.unit = from[start];
		out.unit_length = (size_t)((stop < n ? from[stop] : end) - out.unit);
	}
	return out;
}
