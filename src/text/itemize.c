/* itemize.c - which face draws which characters (itemize.h).
 *
 * pango's own itemisation asks fontconfig for a fallback wherever a face lacks a character; we
 * want an error there. So the face is chosen here, by the family's table, and pango tells the
 * scripts apart (UAX #24), which HarfBuzz needs to know. */
#include "text/itemize.h"

#include "base/utf8.h"
#include "text/pango.h"
#include "unicode/check.h"
#include <glib.h>
#include <hb-glib.h>

static bool is_lao(uint32_t c)
{
	return c >= 0xE80 && c <= 0xEFF;
}

/* Format characters and marks stay with what they follow. */
static bool follows_base(uint32_t c)
{
	if (c < 0x300)
		return c == 0xAD;
	GUnicodeType type = g_unichar_type(c);
	return type == G_UNICODE_NON_SPACING_MARK || type == G_UNICODE_ENCLOSING_MARK ||
	       type == G_UNICODE_FORMAT;
}

/* Characters that are seldom in a font, and need not be: HarfBuzz makes spaces of other widths
 * from the face's own, and leaves out what has no ink. Those that do not belong in a text at all
 * have been complained of where it was read. */
static bool needs_no_glyph(uint32_t c)
{
	return c == '\n' || c == '\t' || c == '\r' || c == 0x2011 || g_unichar_isspace(c) ||
	       g_unichar_type(c) == G_UNICODE_FORMAT || c == 0xAD || (c >= 0xFE00 && c <= 0xFE0F) ||
	       bd_is_forbidden(c);
}

static bool has_glyph(const bd_face *face, uint32_t c)
{
	hb_codepoint_t glyph;
	return face && hb_font_get_nominal_glyph(face->font, c, &glyph);
}

static bool next_letter_is_lao(const char *p, const char *end)
{
	while (p < end && *p == ' ')
		p++;
	const char *next;
	return p < end && is_lao(bd_utf8_next(p, end, &next));
}

static void note_missing(bd_arena *arena, bd_itemized *result, uint32_t c)
{
	for (size_t i = 0; i < result->missing.count; i++)
		if (result->missing.items[i] == c)
			return;
	bd_push(arena, &result->missing, c);
}

static bd_face *choose(const bd_font_set *set, uint32_t c, bd_face *before, const char *rest,
		       const char *end)
{
	if (before && follows_base(c) && (needs_no_glyph(c) || has_glyph(before, c)))
		return before;
	if (set->lao && is_lao(c))
		return set->lao;
	if (c == ' ' && before && before == set->lao && next_letter_is_lao(rest, end))
		return before;
	if (needs_no_glyph(c) || has_glyph(set->face, c))
		return set->face;
	if (!g_unichar_isalpha(c) && has_glyph(set->symbols, c))
		return set->symbols;
	return NULL;
}

/* Latin, Vietnamese, Lao and punctuation only: no need to ask for scripts. */
static bool plain(const char *text, const char *end)
{
	const char *next;
	for (const char *p = text; p < end; p = next) {
		if ((unsigned char)*p < 0x80) {
			next = p + 1;
			continue;
		}
		uint32_t c = bd_utf8_next(p, end, &next);
		if (c >= 0x370 && !is_lao(c) && !(c >= 0x1E00 && c < 0x1F00) &&
		    !(c >= 0x2000 && c < 0x2C00))
			return false;
	}
	return true;
}

/* Cuts items where the script changes; pango resolves what is common to several by its neighbours.
 */
static void split_by_script(bd_arena *arena, bd_itemized *result, const char *text, size_t length)
{
	const bd_pango *pango = bd_fonts_pango(result->items.items[0].face->fonts);
	if (!pango)
		return;
	bd_itemized cut = { .missing = { 0 } };
	PangoScriptIter *iter = pango->script_iter_new(text, (int)length);
	size_t i = 0;
	do {
		const char *from, *to;
		PangoScript script;
		pango->script_iter_get_range(iter, &from, &to, &script);
		uint32_t start = (uint32_t)(from - text), stop = (uint32_t)(to - text);
		while (start < stop && i < result->items.count) {
			bd_item item = result->items.items[i];
			uint32_t item_end = item.from + item.bytes;
			uint32_t last = item_end < stop ? item_end : stop;
			if (item.script != HB_SCRIPT_LAO)
				item.script = hb_glib_script_to_script((GUnicodeScript)script);
			item.from = start;
			item.bytes = last - start;
			bd_push(arena, &cut.items, item);
			start = last;
			i += last == item_end;
		}
	} while (pango->script_iter_next(iter));
	pango->script_iter_free(iter);
	result->items.items = cut.items.items;
	result->items.count = cut.items.count;
	result->items.room = cut.items.room;
}

bd_itemized bd_itemize(bd_arena *arena, const bd_font_set *set, const char *text, size_t length)
{
	bd_itemized result = { .missing = { 0 } };
	const char *end = text + length, *next;
	bd_face *before = NULL;
	for (const char *p = text; p < end; p = next) {
		uint32_t c = bd_utf8_next(p, end, &next);
		bd_face *face = choose(set, c, before, next, end);
		if (!face) {
			note_missing(arena, &result, c);
			face = set->face;
		}
		bd_item *last =
			result.items.count ? &result.items.items[result.items.count - 1] : NULL;
		if (last && last->face == face) {
			last->bytes += (uint32_t)(next - p);
		} else {
			bool lao = face == set->lao || (is_lao(c) && face == set->face);
			bd_push(arena, &result.items,
				((bd_item){ .face = face,
					    .script = lao ? HB_SCRIPT_LAO : HB_SCRIPT_LATIN,
					    .from = (uint32_t)(p - text),
					    .bytes = (uint32_t)(next - p) }));
		}
		before = face;
	}
	if (!plain(text, end))
		split_by_script(arena, &result, text, length);
	return result;
}
