/* collate.c - keys of three levels (collate.h; UTS #10, 7: the levels of a sort key follow one
 * another, parted by a byte that is less than any weight). */
#include "unicode/collate.h"

#include "base/str.h"
#include "base/utf8.h"
#include "unicode/nfc.h"
#include <glib.h>
#include <string.h>

enum { PART = 1, COMMON = 2, DIGITS = 0x50, LETTERS = 0x60, OTHERS = 0xF0 };

/* Vietnamese letters, each with its marks but without its tone; f j w z where Latin has them. */
static const char letters[] = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz";
/* Signs in CLDR's root order. */
static const char signs[] = " _-–—,;:!?.…'‘’\"“”«»()[]{}@*/\\&#%‰†•`°^+±÷×<=>|~−$€₫₭";

typedef struct levels {
	bd_str primary, secondary, tertiary;
} levels;

/* 2 to 7 for a Vietnamese tone, more for other marks; COMMON for none. */
static int tone_weight(uint32_t mark)
{
	static const uint32_t tones[] = { 0x300, 0x309, 0x303, 0x301, 0x323 };
	for (int i = 0; i < 5; i++)
		if (tones[i] == mark)
			return COMMON + 1 + i;
	return 0;
}

static int place_in(const char *list, uint32_t c)
{
	int place = 0;
	const char *end = list + strlen(list), *next;
	for (const char *p = list; p < end; p = next, place++)
		if (bd_utf8_next(p, end, &next) == c)
			return place;
	return -1;
}

/* A character without its tone and other marks that no Vietnamese letter has; what was taken off
 * goes to `mark`: a weight. */
static uint32_t letter_of(uint32_t c, int *mark)
{
	gunichar parts[8];
	*mark = COMMON;
	if (place_in(letters, c) >= 0)
		return c;
	gsize count = g_unichar_fully_decompose(c, FALSE, parts, 8);
	uint32_t letter = parts[0];
	for (gsize i = 1; i < count && i < 8; i++) {
		gunichar joined;
		int tone = tone_weight(parts[i]);
		if (tone)
			*mark = tone;
		else if (g_unichar_compose(letter, parts[i], &joined) &&
			 place_in(letters, joined) >= 0)
			letter = joined;
		else
			*mark = 9;
	}
	return letter;
}

static void add_weight(bd_str *level, int weight)
{
	bd_str_add_char(level, (char)weight);
}

static void add_character(levels *l, uint32_t c)
{
	uint32_t small = g_unichar_tolower(c);
	int mark, tone = tone_weight(c);
	if (tone && l->secondary.length) { /* a mark of its own: that of the letter before */
		l->secondary.bytes[l->secondary.length - 1] = (char)tone;
		return;
	}
	uint32_t letter = letter_of(small, &mark);
	int at = place_in(letters, letter);
	if (at >= 0) {
		add_weight(&l->primary, LETTERS + at);
	} else if (c >= '0' && c <= '9') {
		add_weight(&l->primary, DIGITS + (int)(c - '0'));
	} else if ((at = place_in(signs, c)) >= 0) {
		add_weight(&l->primary, COMMON + at);
	} else { /* other scripts after Latin, by code point */
		char bytes[BD_UTF8_ROOM];
		add_weight(&l->primary, OTHERS);
		bd_str_add_bytes(&l->primary, bytes, bd_utf8_put(letter, bytes));
	}
	add_weight(&l->secondary, mark);
	add_weight(&l->tertiary, small != c ? COMMON + 1 : COMMON);
}

static bool is_lao_prevowel(uint32_t c)
{
	return c >= 0xEC0 && c <= 0xEC4;
}

const char *bd_collate_key(bd_arena *arena, const char *text)
{
	const char *nfc = bd_nfc(arena, text, strlen(text));
	levels l = { bd_str_new(arena), bd_str_new(arena), bd_str_new(arena) };
	const char *end = nfc + strlen(nfc), *next, *after;
	for (const char *p = nfc; p < end; p = next) {
		uint32_t c = bd_utf8_next(p, end, &next);
		if (is_lao_prevowel(c) && next < end) { /* counts after its consonant */
			uint32_t consonant = bd_utf8_next(next, end, &after);
			add_character(&l, consonant);
			next = after;
		}
		add_character(&l, c);
	}
	add_weight(&l.primary, PART);
	bd_str_add(&l.primary, bd_str_text(&l.secondary));
	add_weight(&l.primary, PART);
	bd_str_add(&l.primary, bd_str_text(&l.tertiary));
	add_weight(&l.primary, PART);
	bd_str_add(&l.primary, nfc);
	return bd_str_text(&l.primary);
}
