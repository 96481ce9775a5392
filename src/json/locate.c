#include "json/locate.h"

#include "base/utf8.h"
#include <stdlib.h>
#include <string.h>

typedef struct cursor {
	const char *at, *end;
} cursor;

static void skip_space(cursor *c)
{
	while (c->at < c->end && strchr(" \t\r\n", *c->at))
		c->at++;
}

static void skip_string(cursor *c)
{
	for (c->at++; c->at < c->end && *c->at != '"'; c->at++)
		if (*c->at == '\\')
			c->at++;
	c->at = c->at < c->end ? c->at + 1 : c->end;
}

/* Brackets balance and strings are closed: the text was parsed before. */
static void skip_value(cursor *c)
{
	int depth = 0;
	do {
		skip_space(c);
		if (c->at >= c->end)
			return;
		if (*c->at == '"') {
			skip_string(c);
		} else if (strchr("{[", *c->at)) {
			depth++, c->at++;
		} else if (strchr("}]", *c->at)) {
			depth--, c->at++;
		} else if (strchr(",:", *c->at)) {
			c->at++;
		} else {
			while (c->at < c->end && !strchr(",:]} \t\r\n", *c->at))
				c->at++;
		}
	} while (depth > 0);
}

static uint32_t hex4(const char *digits)
{
	char text[5] = { digits[0], digits[1], digits[2], digits[3], 0 };
	return (uint32_t)strtoul(text, NULL, 16);
}

/* One character of a JSON string, its escape undone, as UTF-8. */
static size_t unescape(const char **at, char bytes[BD_UTF8_ROOM])
{
	static const char names[] = "bfnrt", values[] = "\b\f\n\r\t";
	const char *p = *at;
	if (*p != '\\') {
		*bytes = *p;
		*at = p + 1;
		return 1;
	}
	if (p[1] != 'u') {
		const char *name = strchr(names, p[1]);
		*bytes = name ? values[name - names] : p[1];
		*at = p + 2;
		return 1;
	}
	uint32_t c = hex4(p + 2);
	*at = p + 6;
	if (c >= 0xD800 && c < 0xDC00 && p[6] == '\\') {
		c = 0x10000 + ((c - 0xD800) << 10) + (hex4(p + 8) - 0xDC00);
		*at = p + 12;
	}
	return bd_utf8_put(c, bytes);
}

/* One character of a pointer's token: ~0 is ~ and ~1 is / (RFC 6901). */
static char untilde(const char **token)
{
	const char *p = *token;
	*token = p + (*p == '~' ? 2 : 1);
	return *p != '~' ? *p : p[1] == '1' ? '/' : '~';
}

static bool names_token(const char *name, const char *token, const char *token_end)
{
	for (name++; *name != '"';) {
		char bytes[BD_UTF8_ROOM];
		size_t count = unescape(&name, bytes);
		for (size_t i = 0; i < count; i++)
			if (token >= token_end || untilde(&token) != bytes[i])
				return false;
	}
	return token == token_end;
}

/* Moves from an object or array to its member or element `token`; *name is where that starts. */
static bool enter(cursor *c, const char *token, const char *token_end, const char **name)
{
	bool object = c->at < c->end && *c->at == '{';
	if (!object && (c->at >= c->end || *c->at != '['))
		return false;
	size_t want = object ? 0 : strtoul(token, NULL, 10);
	c->at++;
	for (size_t i = 0;; i++) {
		skip_space(c);
		if (c->at >= c->end || *c->at == '}' || *c->at == ']')
			return false;
		*name = c->at;
		if (object) {
			skip_string(c);
			skip_space(c), c->at++, skip_space(c);
			if (names_token(*name, token, token_end))
				return true;
		} else if (i == want) {
			return true;
		}
		skip_value(c);
		skip_space(c);
		if (c->at < c->end && *c->at == ',')
			c->at++;
	}
}

bd_position bd_position_of(const bd_source *source, size_t offset)
{
	size_t line = 1, start = 0;
	if (source->length >= 3 && offset >= 3 && !memcmp(source->text, "\xEF\xBB\xBF", 3))
		start = 3;
	for (size_t i = 0; i < offset; i++)
		if (source->text[i] == '\n') {
			line++;
			start = i + 1;
		}
	return (bd_position){ line, bd_utf8_count(source->text + start, offset - start) + 1 };
}

/* The byte `within` of the string that begins at `start`, where it stands in the text. */
static const char *inside_string(const char *start, const char *end, size_t within)
{
	char bytes[BD_UTF8_ROOM];
	const char *at = start + 1;
	for (size_t count = 1; count < within && at < end && *at != '"';)
		count += unescape(&at, bytes);
	return at;
}

void bd_locate(const bd_source *source, const char *pointer, bool key, size_t within, size_t *line,
	       size_t *column, size_t *extent)
{
	cursor c = { source->text, source->text + source->length };
	if (source->length >= 3 && !memcmp(source->text, "\xEF\xBB\xBF", 3))
		c.at += 3;
	skip_space(&c);
	const char *name = c.at;
	while (*pointer == '/') {
		const char *token = pointer + 1, *token_end = token + strcspn(token, "/");
		cursor parent = c;
		if (!enter(&c, token, token_end, &name)) {
			c = parent;
			name = c.at;
			break;
		}
		pointer = token_end;
	}
	const char *start = key ? name : c.at;
	cursor after = { start, c.end };
	skip_value(&after);
	const char *line_end = start;
	while (line_end < after.at && *line_end != '\n' && *line_end != '\r')
		line_end++;
	if (within && *start == '"')
		start = inside_string(start, c.end, within);
	bd_position at = bd_position_of(source, (size_t)(start - source->text));
	*line = at.line;
	*column = at.column;
	*extent = bd_utf8_count(start, (size_t)(line_end - start));
}
