#include "unicode/check.h"

#include "base/limits.h"
#include "base/utf8.h"
#include <glib.h>

static bool is_control(uint32_t c)
{
	return (c < 0x20 && c != '\n' && c != '\r' && c != '\t') || (c >= 0x7F && c < 0xA0);
}

/* UAX #9: marks, embeddings, overrides and isolates. None of our languages needs one. */
static bool is_bidi_control(uint32_t c)
{
	return c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
	       (c >= 0x2066 && c <= 0x2069);
}

/* Noncharacters, private use, line and paragraph separators, tags, replacement characters. */
static bool is_no_text(uint32_t c)
{
	return (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) ||
	       (c >= 0xE000 && c <= 0xF8FF) || c >= 0xE0000 || c == 0x2028 || c == 0x2029 ||
	       (c >= 0xFFF9 && c <= 0xFFFD);
}

bool bd_is_forbidden(unsigned c)
{
	return is_control(c) || is_bidi_control(c) || is_no_text(c);
}

static bool is_mark(uint32_t c)
{
	return c >= 0x300 && !(c >= 0x1EA0 && c <= 0x1EF9) && g_unichar_ismark(c);
}

static bool complain(bd_diags *diags, const bd_place *place, uint32_t c)
{
	const char *code = bd_printf(diags->arena, "U+%04X", c);
	if (is_bidi_control(c))
		bd_error(diags, place, BD_BIDI_CONTROL, code);
	else
		bd_error(diags, place, BD_FORBIDDEN_CHARACTER, code);
	return false;
}

bool bd_text_check(bd_diags *diags, const bd_place *place, const char *text, size_t length)
{
	const char *end = text + length, *next;
	int marks = 0;
	for (const char *p = text; p < end; p = next) {
		next = p + 1;
		if ((unsigned char)*p >= 0x20 && (unsigned char)*p < 0x7F) {
			marks = 0;
			continue;
		}
		uint32_t c = bd_utf8_next(p, end, &next);
		if (bd_is_forbidden(c))
			return complain(diags, place, c);
		marks = is_mark(c) ? marks + 1 : 0;
		if (marks > BD_MAX_MARKS_ON_BASE) {
			bd_error(diags, place, BD_TOO_MANY_MARKS,
				 bd_number_text(diags->arena, BD_MAX_MARKS_ON_BASE));
			return false;
		}
	}
	return true;
}
