#include "base/utf8.h"

#include "base/bytes.h"
#include <string.h>

uint32_t bd_utf8_next(const char *text, const char *end, const char **next)
{
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	const unsigned char *p = (const unsigned char *)text;
	*next = text + 1;
	if (p[0] < 0x80)
		return p[0];
	int length = p[0] >= 0xF0 && p[0] < 0xF8   ? 4
		     : p[0] >= 0xE0 && p[0] < 0xF0 ? 3
		     : p[0] >= 0xC0 && p[0] < 0xE0 ? 2
						   : 0;
	if (!length || end - text < length)
		return 0xFFFD;
	uint32_t c = p[0] & (0x7Fu >> length);
	for (int i = 1; i < length; i++) {
		if ((p[i] & 0xC0) != 0x80)
			return 0xFFFD;
		c = c << 6 | (p[i] & 0x3Fu);
	}
	if (c < least[length] || c > 0x10FFFF || (c >= 0xD800 && c < 0xE000))
		return 0xFFFD;
	*next = text + length;
	return c;
}

size_t bd_utf8_put(uint32_t c, char bytes[BD_UTF8_ROOM])
{
	if (c < 0x80) {
		bytes[0] = (char)c;
		return 1;
	}
	size_t length = c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	for (size_t i = length - 1; i > 0; i--, c >>= 6)
		bytes[i] = (char)(0x80 | (c & 0x3F));
	bytes[0] = (char)((0xF00u >> length & 0xFFu) | c);
	return length;
}

size_t bd_utf8_count(const char *text, size_t length)
{
	size_t count = 0;
	for (size_t i = 0; i < length; i++)
		count += ((unsigned char)text[i] & 0xC0) != 0x80;
	return count;
}

/* The first byte from p on that is not ASCII; many at a time, since files are mostly that. */
static const char *skip_ascii(const char *p, const char *end)
{
	while (end - p >= BD_BYTES_BLOCK && bd_bytes_are_ascii(p))
		p += BD_BYTES_BLOCK;
	for (uint64_t word; end - p >= 8; p += 8) {
		memcpy(&word, p, sizeof word);
		if (word & 0x8080808080808080u)
			break;
	}
	while (p < end && (unsigned char)*p < 0x80)
		p++;
	return p;
}

/* Which of sixteen bytes cannot stand where they do, told from the two before each: those that
 * follow where none should, and the other way round; what is overlong, and surrogates. Characters
 * of four bytes are told apart elsewhere, and count as wrong here. */
static inline bd_sixteen misplaced(const char *p)
{
	bd_sixteen b = bd_sixteen_at(p), last = bd_sixteen_at(p - 1), third = bd_sixteen_at(p - 2);
	bd_sixteen follows = (bd_sixteen)((b & 0xC0) == 0x80);
	bd_sixteen should = (bd_sixteen)(last >= 0xC0) | (bd_sixteen)(third >= 0xE0);
	return (follows ^ should) | (bd_sixteen)((b & 0xFE) == 0xC0) | (bd_sixteen)(b >= 0xF0) |
	       (bd_sixteen)((last == 0xE0) & (b < 0xA0)) |
	       (bd_sixteen)((last == 0xED) & (b >= 0xA0));
}

/* As far as whole blocks are right, from a character's first byte to that of the last one seen. */
static const char *skip_valid(const char *p, const char *end)
{
	const char *from = p;
	while (end - p >= 32 && !bd_sixteen_any(misplaced(p) | misplaced(p + 16)))
		p += 32;
	while (p > from && ((unsigned char)*--p & 0xC0) == 0x80)
		;
	return p;
}

const char *bd_utf8_invalid(const char *text, size_t length)
{
	const char *end = text + length, *next, *tried = text + 2;
	for (const char *p = text; (p = skip_ascii(p, end)) < end; p = next) {
		if (p >= tried && end - p >= 32) {
			p = skip_valid(p, end);
			tried = p + 32;
		}
		if (bd_utf8_next(p, end, &next) == 0xFFFD &&
		    !(next - p == 3 && p[0] == '\xEF' && p[1] == '\xBF' && p[2] == '\xBD'))
			return p;
	}
	return NULL;
}

bool bd_utf8_is_ascii(const char *text, size_t length)
{
	return skip_ascii(text, text + length) == text + length;
}
