#include "json/row_scan.h"

#include "base/number.h"
#include "base/number_plain.h"
#include "base/utf8.h"
#include <math.h>
#include <string.h>

enum { ROOM = 1 << 16 };

static const char *skip_space(const char *at, const char *end)
{
	while (at < end && (*at == ' ' || *at == '\n' || *at == '\r' || *at == '\t'))
		at++;
	return at;
}

/* --- texts --- */

/* Four hexadecimal digits; -1 where they are none. */
static int32_t read_unit(const char *at, const char *end)
{
	int32_t unit = 0;
	if (end - at < 4)
		return -1;
	for (int i = 0; i < 4; i++) {
		char c = at[i];
		int32_t digit = c >= '0' && c <= '9'   ? c - '0'
				: c >= 'a' && c <= 'f' ? c - 'a' + 10
				: c >= 'A' && c <= 'F' ? c - 'A' + 10
						       : -1;
		if (digit < 0)
			return -1;
		unit = unit * 16 + digit;
	}
	return unit;
}

/* The character of \uXXXX, or of two that are a pair; *at stands behind the u. 0 where it is none
 * that may stand in a text. */
static uint32_t read_escaped(const char **at, const char *end)
{
	int32_t unit = read_unit(*at, end);
	if (unit <= 0)
		return 0;
	*at += 4;
	if (unit < 0xD800 || unit >= 0xE000)
		return (uint32_t)unit;
	if (unit >= 0xDC00 || end - *at < 6 || (*at)[0] != '\\' || (*at)[1] != 'u')
		return 0;
	int32_t low = read_unit(*at + 2, end);
	if (low < 0xDC00 || low >= 0xE000)
		return 0;
	*at += 6;
	return 0x10000 + ((uint32_t)(unit - 0xD800) << 10) + (uint32_t)(low - 0xDC00);
}

static char short_escape(char c)
{
	switch (c) {
	case '"':
	case '\\':
	case '/': return c;
	case 'b': return '\b';
	case 'f': return '\f';
	case 'n': return '\n';
	case 'r': return '\r';
	case 't': return '\t';
	default: return 0;
	}
}

/* The end of the part of a text that is as it is written. */
static const char *plain_end(const char *at, const char *end)
{
	while (at < end && *at != '"' && *at != '\\' && (unsigned char)*at >= 0x20)
		at++;
	return at;
}

/* A text with escapes, from `at` on, written out into the room. */
static const char *unescape(bd_row_scan *s, const char *at, const char *end, bd_row_name *text)
{
	if (!s->room)
		s->room = BD_ARRAY(s->arena, ROOM, char);
	char *out = s->room + s->used, *last = s->room + ROOM - BD_UTF8_ROOM;
	text->text = out;
	while (at < end && *at != '"') {
		const char *stop = plain_end(at, end);
		if (stop - at > last - out)
			return NULL;
		memcpy(out, at, (size_t)(stop - at));
		out += stop - at;
		at = stop;
		if (at >= end || *at == '"')
			break;
		if (*at != '\\' || end - at < 2 || out >= last)
			return NULL;
		char c = short_escape(at[1]);
		uint32_t character = (unsigned char)c;
		at += 2;
		if (!c && (at[-1] != 'u' || !(character = read_escaped(&at, end))))
			return NULL;
		out += bd_utf8_put(character, out);
	}
	if (at >= end)
		return NULL;
	text->length = (size_t)(out - text->text);
	s->used = (size_t)(out - s->room);
	return at + 1;
}

/* `at` stands behind the opening quote. */
static const char *read_text(bd_row_scan *s, const char *at, const char *end, bd_row_name *text)
{
	const char *stop = plain_end(at, end);
	if (stop < end && *stop == '"') {
		*text = (bd_row_name){ at, (size_t)(stop - at) };
		return stop + 1;
	}
	return stop < end && *stop == '\\' ? unescape(s, at, end, text) : NULL;
}

/* --- numbers --- */

static const char *skip_digits(const char *at, const char *end)
{
	while (at < end && *at >= '0' && *at <= '9')
		at++;
	return at;
}

/* RFC 8259, 6. Whole numbers that are too long for a machine word are left to others. */
static const char *read_number(const char *at, const char *end, double *number)
{
	enum { MOST_DIGITS = 15 };
	const char *from = at, *first = at += *at == '-', *stop;
	at = skip_digits(at, end);
	if (at == first || (*first == '0' && at > first + 1) || at - first > MOST_DIGITS)
		return NULL;
	if (at < end && *at == '.') {
		first = ++at;
		if ((at = skip_digits(at, end)) == first)
			return NULL;
	}
	if (at < end && (*at == 'e' || *at == 'E')) {
		at += at + 1 < end && (at[1] == '+' || at[1] == '-') ? 2 : 1;
		first = at;
		if ((at = skip_digits(at, end)) == first)
			return NULL;
	}
	size_t length = (size_t)(at - from);
	if (!bd_number_plain(from, length, (size_t)(end - from), number))
		*number = bd_number_parse(from, length, &stop);
	*number += 0.0; /* -0 is 0 */
	return isfinite(*number) ? at : NULL;
}

/* --- members --- */

static bool is_word(const char *at, const char *end, const char *word)
{
	size_t length = strlen(word);
	return (size_t)(end - at) >= length && !memcmp(at, word, length);
}

static const char *read_value(bd_row_scan *s, const char *at, const char *end, bd_value *value)
{
	bd_row_name text;
	double number = 0;
	switch (at < end ? *at : 0) {
	case '"':
		at = read_text(s, at + 1, end, &text);
		if (at)
			*value = (bd_value){ .kind = BD_V_STRING,
					     .length = (uint32_t)text.length,
					     .string = text.text };
		return at;
	case 't': *value = bd_v_bool(true); return is_word(at, end, "true") ? at + 4 : NULL;
	case 'f': *value = bd_v_bool(false); return is_word(at, end, "false") ? at + 5 : NULL;
	case 'n': *value = bd_v_null(); return is_word(at, end, "null") ? at + 4 : NULL;
	case '[':
	case '{':
	case 0: return NULL;
	default:
		at = read_number(at, end, &number);
		*value = bd_v_number(number);
		return at;
	}
}

static bool same_name(const bd_row_name *a, const bd_row_name *b)
{
	return a->length == b->length && !memcmp(a->text, b->text, a->length);
}

/* The number of a name, which mostly is that of its place; BD_ROW_MEMBERS for one too many. */
static size_t number_of(bd_row_scan *s, const bd_row_name *name)
{
	if (s->count < s->names.count && same_name(&s->names.items[s->count], name))
		return s->count;
	for (size_t i = 0; i < s->names.count; i++)
		if (same_name(&s->names.items[i], name))
			return i;
	if (s->names.count == BD_ROW_MEMBERS || memchr(name->text, 0, name->length))
		return BD_ROW_MEMBERS;
	bd_row_name own = { bd_strndup(s->arena, name->text, name->length), name->length };
	bd_push(s->arena, &s->names, own);
	return s->names.count - 1;
}

static const char *read_member(bd_row_scan *s, const char *at, const char *end, uint64_t *seen)
{
	bd_row_name name;
	if (at >= end || *at != '"' || !(at = read_text(s, at + 1, end, &name)))
		return NULL;
	size_t number = number_of(s, &name);
	if (number == BD_ROW_MEMBERS || *seen >> number & 1) /* twice is a mistake */
		return NULL;
	*seen |= 1ull << number;
	at = skip_space(at, end);
	if (at >= end || *at != ':')
		return NULL;
	bd_value_member *member = &s->members[s->count++];
	member->name = s->names.items[number].text;
	at = read_value(s, skip_space(at + 1, end), end, &member->value);
	return at ? skip_space(at, end) : NULL;
}

const char *bd_row_scan_next(bd_row_scan *s, const char *at, const char *end)
{
	uint64_t seen = 0;
	s->count = s->used = 0;
	if (at >= end || *at != '{')
		return NULL;
	at = skip_space(at + 1, end);
	if (at < end && *at == '}')
		return at + 1;
	while ((at = read_member(s, at, end, &seen)) && at < end) {
		if (*at == '}')
			return at + 1;
		if (*at != ',')
			return NULL;
		at = skip_space(at + 1, end);
	}
	return NULL;
}
