#include "unicode/nfc.h"

#include "base/str.h"
#include "base/utf8.h"
#include <glib.h>
#include <stdbool.h>

/* glib's normalisation takes time by the square of the length; parts of about this many bytes are
 * normalised one by one. */
enum { PART = 512, LONGEST_PART = 4096 };

/* Characters that NFC leaves as they are whatever stands before them, and that do not combine:
 * Vietnamese, punctuation, currency signs, arrows and symbols (but for the few that stand for
 * another character), CJK, pictographs. */
static bool is_settled(uint32_t c)
{
	return c < 0x300 || (c >= 0x1EA0 && c <= 0x1EF9) || (c >= 0x2002 && c <= 0x20CF) ||
	       (c >= 0x2190 && c <= 0x2328) || (c >= 0x232B && c <= 0x2ADB) ||
	       (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x1F000 && c <= 0x1FAFF);
}

static bool is_lao(uint32_t c)
{
	return c >= 0xE80 && c <= 0xEFF;
}

/* The quick check of UAX #15, 9: true where the text surely is NFC. Lao letters compose with
 * nothing, but their marks have an order. */
static bool surely_nfc(const char *text, size_t length)
{
	const char *end = text + length, *next;
	int before = 0;
	for (const char *p = text; p < end; p = next) {
		next = p + 1;
		if ((unsigned char)*p < 0x80) {
			before = 0;
			continue;
		}
		uint32_t c = bd_utf8_next(p, end, &next);
		if (is_settled(c)) {
			before = 0;
			continue;
		}
		int order = is_lao(c) ? g_unichar_combining_class(c) : 0;
		if (!is_lao(c) || (order && order < before))
			return false;
		before = order;
	}
	return true;
}

/* Where to part the text: before a character that no mark can reach across, PART bytes on or later.
 */
static const char *part_end(const char *text, const char *end)
{
	const char *next;
	for (const char *p = text; p < end; p = next) {
		uint32_t c = bd_utf8_next(p, end, &next);
		if ((p - text >= PART && is_settled(c)) || p - text >= LONGEST_PART)
			return p;
	}
	return end;
}

const char *bd_nfc(bd_arena *arena, const char *text, size_t length)
{
	if (surely_nfc(text, length))
		return bd_strndup(arena, text, length);
	bd_str out = bd_str_new(arena);
	const char *end = text + length, *stop;
	for (const char *p = text; p < end; p = stop) {
		stop = part_end(p, end);
		gchar *composed = g_utf8_normalize(p, stop - p, G_NORMALIZE_NFC);
		if (composed)
			bd_str_add(&out, composed);
		else
			bd_str_add_bytes(&out, p, (size_t)(stop - p));
		g_free(composed);
	}
	return bd_str_text(&out);
}
