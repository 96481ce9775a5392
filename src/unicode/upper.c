/* upper.c - capitals (upper.h). In the blocks that Vietnamese uses, capitals and small letters
 * alternate, so that the mapping is arithmetic and not a table. */
#include "unicode/upper.h"

#include "base/str.h"
#include "base/utf8.h"

#include <string.h>

static uint32_t upper(uint32_t c)
{
	if (c >= 'a' && c <= 'z')
		return c - 32;
	if (c >= 0xE0 && c <= 0xFE && c != 0xF7)
		return c - 32;
	if (c == 0xFF)
		return 0x178;
	/* Latin Extended-A: small letters are odd, but even between U+0139 and U+0148, and after
	 * U+0179; U+0131, U+0138, U+0149 and U+017F stand alone. */
	if (c >= 0x100 && c <= 0x17E) {
		bool even_small = (c >= 0x139 && c <= 0x148) || c >= 0x179;
		bool alone = c == 0x131 || c == 0x138 || c == 0x149 || c == 0x130 || c == 0x178;
		return !alone && (c % 2 == 0) == even_small ? c - 1 : c;
	}
	if (c == 0x1A1 || c == 0x1B0) /* ơ ư */
		return c - 1;
	if ((c >= 0x1E00 && c <= 0x1E95) || (c >= 0x1EA0 && c <= 0x1EFF))
		return c & ~1u;
	return c;
}

char *bd_upper(bd_arena *arena, const char *text)
{
	bd_str out = bd_str_new(arena);
	const char *end = text + strlen(text);
	while (text < end) {
		char bytes[BD_UTF8_ROOM];
		uint32_t c = bd_utf8_next(text, end, &text);
		bd_str_add_bytes(&out, bytes, bd_utf8_put(upper(c), bytes));
	}
	return bd_strdup(arena, bd_str_text(&out));
}
