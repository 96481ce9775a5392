#include "unicode/check.h"

#include "base/bytes.h"
#include "base/limits.h"
#include "base/utf8.h"
#include <glib.h>
#include <string.h>

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

/* Which of sixteen bytes are not those of plain text: printable ASCII, line ends, Latin letters
 * with the marks of Vietnamese (two bytes, or three that begin with E1 BA or E1 BB). Looks at the
 * byte behind them, too. */
static inline bd_sixteen not_plain(const char *p)
{
	bd_sixteen b = bd_sixteen_at(p), next = bd_sixteen_at(p + 1);
	bd_sixteen vietnamese = (bd_sixteen)((b == 0xE1) & ((next & 0xFE) == 0xBA));
	return (bd_sixteen)((b < 0x20) & (b != '\n') & (b != '\r') & (b != '\t')) |
	       (bd_sixteen)(b == 0x7F) | (bd_sixteen)((b == 0xC2) & (next < 0xA0)) |
	       ((bd_sixteen)(b >= 0xCC) & ~vietnamese);
}

enum { BLOCK = 64 };

static bool is_plain_block(const char *p)
{
	return !bd_sixteen_any(not_plain(p) | not_plain(p + 16) | not_plain(p + 32) |
			       not_plain(p + 48));
}

/* The length of a character that is neither forbidden nor a mark, told by its first byte: printable
 * ASCII, line ends, Latin letters with the marks of Vietnamese. 0: it takes a closer look. */
static size_t plain_length(const unsigned char *at, const unsigned char *end)
{
	unsigned char c = *at;
	if (c >= 0x20 && c < 0x7F)
		return 1;
	if (c >= 0xC3 && c <= 0xCB)
		return 2;
	if (c == 0xE1 && end - at > 2 && (at[1] == 0xBA || at[1] == 0xBB))
		return 3;
	return c == '\n' || c == '\r' || c == '\t';
}

static bd_message verdict(uint32_t c, int marks)
{
	if (marks > BD_MAX_MARKS_ON_BASE)
		return BD_TOO_MANY_MARKS;
	return is_bidi_control(c)   ? BD_BIDI_CONTROL
	       : bd_is_forbidden(c) ? BD_FORBIDDEN_CHARACTER
				    : BD_MESSAGE_COUNT;
}

const char *bd_text_forbidden(const char *text, size_t length, bd_message *why)
{
	const char *end = text + length, *p = text, *looked = text;
	int marks = 0;
	while (p < end) {
		if (p >= looked) { /* once for each block */
			looked = p + BLOCK;
			if (looked < end && is_plain_block(p)) {
				for (p = looked; p < end && ((unsigned char)*p & 0xC0) == 0x80; p++)
					; /* the rest of a character */
				marks = 0;
				continue;
			}
		}
		size_t plain = plain_length((const unsigned char *)p, (const unsigned char *)end);
		if (plain) {
			p += plain;
			marks = 0;
			continue;
		}
		const char *next;
		uint32_t c = bd_utf8_next(p, end, &next);
		marks = is_mark(c) ? marks + 1 : 0;
		*why = verdict(c, marks);
		if (*why != BD_MESSAGE_COUNT)
			return p;
		p = next;
	}
	return NULL;
}

const char *bd_forbidden_name(bd_arena *arena, bd_message why, const char *at, const char *end)
{
	const char *next;
	if (why == BD_TOO_MANY_MARKS)
		return bd_number_text(arena, BD_MAX_MARKS_ON_BASE);
	return bd_printf(arena, "U+%04X", bd_utf8_next(at, end, &next));
}

/* The rest of a pile of marks is one mistake with its first. */
static const char *after(const char *at, const char *end)
{
	const char *next;
	bd_utf8_next(at, end, &next);
	while (next < end) {
		const char *p = next;
		if (!is_mark(bd_utf8_next(p, end, &next)))
			return p;
	}
	return end;
}

bool bd_text_check(bd_diags *diags, const bd_place *place, const char *text, size_t length)
{
	const char *end = text + length, *at = text;
	bd_message why;
	bool fine = true;
	while (at < end && (at = bd_text_forbidden(at, (size_t)(end - at), &why))) {
		bd_place *inside = place ? BD_NEW(diags->arena, bd_place) : NULL;
		if (inside)
			*inside = (bd_place){ .up = place,
					      .within = (size_t)(at - text) + 1,
					      .extent = 1 };
		bd_error(diags, inside, why, bd_forbidden_name(diags->arena, why, at, end));
		fine = false;
		at = after(at, end);
	}
	return fine;
}
