#include "unicode/nfc.h"

#include "base/utf8.h"
#include <glib.h>
#include <stdbool.h>

/* Characters below U+0300 are in NFC as they stand, and so are those of Vietnamese's precomposed
 * block and of Lao, which compose with nothing. */
static bool surely_nfc(const char *text, size_t length)
{
	const char *end = text + length, *next;
	for (const char *p = text; p < end; p = next) {
		if ((unsigned char)*p < 0x80) {
			next = p + 1;
			continue;
		}
		uint32_t c = bd_utf8_next(p, end, &next);
		bool safe = c < 0x300 || (c >= 0x1EA0 && c <= 0x1EF9) ||
			    (c >= 0x2010 && c <= 0x2027) || (c >= 0x20A0 && c <= 0x20BF);
		if (!safe)
			return false;
	}
	return true;
}

const char *bd_nfc(bd_arena *arena, const char *text, size_t length)
{
	if (surely_nfc(text, length))
		return bd_strndup(arena, text, length);
	gchar *composed = g_utf8_normalize(text, (gssize)length, G_NORMALIZE_NFC);
	const char *copy = composed ? bd_strdup(arena, composed) : bd_strndup(arena, text, length);
	g_free(composed);
	return copy;
}
