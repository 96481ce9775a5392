/* fold.c - characters that mean the same in dates and numbers, made one (fold.h).
 *
 * Files come from many keyboards: «THÁNG 7», «２２/７/２０２２», «໒໒/໗/໒໐໒໒», «22–7–2022». Letters
 * are those of the Latin script as Vietnamese uses it, where a capital's code is one below its
 * small letter's but for the first two blocks; Lao has no capitals. */
#include "locale/fold.h"

#include "base/utf8.h"
#include <string.h>

static bool is_between(uint32_t c, uint32_t first, uint32_t last)
{
	return c >= first && c <= last;
}

static uint32_t small(uint32_t c)
{
	if (is_between(c, 'A', 'Z') || (is_between(c, 0xC0, 0xDE) && c != 0xD7))
		return c + 0x20;
	bool paired = is_between(c, 0x100, 0x137) || c == 0x1A0 || is_between(c, 0x1EA0, 0x1EFF);
	if ((paired && c % 2 == 0) || c == 0x1AF)
		return c + 1;
	return c;
}

uint32_t bd_fold_character(uint32_t c)
{
	if (is_between(c, 0xFF01, 0xFF5E)) /* full-width forms of ASCII */
		c -= 0xFEE0;
	if (is_between(c, 0xED0, 0xED9))
		return '0' + (c - 0xED0);
	if (is_between(c, 0x2010, 0x2015) || c == 0x2212)
		return '-';
	if (c == 0x2044 || c == 0x2215)
		return '/';
	if (c == '\t' || c == '\r' || c == '\n' || c == 0xA0 || is_between(c, 0x2000, 0x200A) ||
	    c == 0x202F || c == 0x3000)
		return ' ';
	if (c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF)
		return 0;
	return small(c);
}

size_t bd_fold(const char *text, size_t length, char *out, size_t room)
{
	const char *end = text + length, *next;
	size_t n = 0;
	for (const char *at = text; at < end; at = next) {
		uint32_t c = bd_fold_character(bd_utf8_next(at, end, &next));
		if (n + BD_UTF8_ROOM >= room)
			return SIZE_MAX;
		if (c)
			n += bd_utf8_put(c, out + n);
	}
	out[n] = 0;
	return n;
}

bool bd_folded_is(const char *word, size_t length, const char *name)
{
	enum { ROOM = 64 };
	char folded[ROOM];
	size_t n = bd_fold(name, strlen(name), folded, ROOM);
	return n == length && !memcmp(folded, word, length);
}
