/* phrases.c - numbers with their units, dates, ranges, names: what stays together (phrases.h).
 *
 * UAX #14 knows characters, not words: it breaks «3,1 | triệu | USD» and «Sơn Kim | 2». Each rule
 * here looks at a word and its neighbours and says whether the blank between two may end a line.
 * The words are in phrases.def. */
#include "text/phrases.h"

#include "base/utf8.h"
#include "text/breaks.h"
#include "text/phrase_words.h"
#include "text/words.h"
#include <glib.h>
#include <string.h>

enum {
	MOST_NAME = 4,      /* words of a name; more capitals in a row are a title in English */
	SHORT_WORD = 6,     /* letters: no last line of one such word */
	SHORT_COMPOUND = 14 /* letters of «hai–ba»: kept whole */
};

static void weaken(const bd_sentence *s, size_t i, uint8_t to)
{
	if (i + 1 >= s->words.count)
		return;
	uint8_t *level = &s->levels[s->words.items[i + 1].from];
	if (*level > to && *level < BD_BREAK_MUST)
		*level = to;
}

static void hold(const bd_sentence *s, size_t i)
{
	weaken(s, i, BD_BREAK_PHRASE);
}

static void hold_loosely(const bd_sentence *s, size_t i)
{
	weaken(s, i, BD_BREAK_JOINT);
}

static bool amount_goes_on(const bd_sentence *s, size_t i)
{
	return i < s->words.count && (s->words.items[i].kind & (BD_PHRASE_UNIT | BD_PHRASE_SCALE));
}

/* «12 tấn», «3,1 triệu USD», «gần 7,3 tỉ đồng», «4 chi» hội */
static void hold_amounts(const bd_sentence *s)
{
	bool amount = false; /* the word before counts as a number */
	for (size_t i = 0; i + 1 < s->words.count; i++) {
		const bd_phrase_word *w = &s->words.items[i], *next = w + 1;
		bool counts = w->number || (amount && (w->kind & BD_PHRASE_SCALE));
		bool named = i && !w->year &&
			     ((w[-1].kind & BD_PHRASE_ORDINAL) || (w[-1].capital && s->has_small));
		bool thing = !next->capital && !next->number &&
			     !(next->kind & (BD_PHRASE_LOOSE | BD_PHRASE_JOIN)) && !w->year &&
			     !memchr(w->core, '/', w->length) && !named;
		bool date = (next->kind & BD_PHRASE_ORDINAL) && !next->closed &&
			    i + 2 < s->words.count && next[1].ordinal; /* 22 «tháng 7» */
		if (counts && !w->closed && date)
			hold_loosely(s, i);
		else if (counts && !w->closed &&
			 ((next->kind & (BD_PHRASE_UNIT | BD_PHRASE_SCALE)) || thing))
			hold(s, i);
		if ((w->kind & BD_PHRASE_ABOUT) && next->number)
			hold(s, i);
		amount = counts && !w->closed;
	}
}

/* «tháng 7/2022», «Thôn 11», «lần thứ XIII», «Sơn Kim 2», «22 tháng 7, 2022» */
static void hold_ordinals(const bd_sentence *s)
{
	for (size_t i = 0; i + 1 < s->words.count; i++) {
		const bd_phrase_word *w = &s->words.items[i], *next = w + 1;
		if ((w->kind & BD_PHRASE_ORDINAL) && !w->closed && next->ordinal) {
			hold(s, i);
			if (next->closed && i + 2 < s->words.count && next[1].year &&
			    s->text[next->to - 1] == ',')
				hold_loosely(s, i + 1);
		}
		if ((w->kind & BD_PHRASE_ORDINAL) && !w->closed &&
		    (next->kind & BD_PHRASE_ORDINAL) && i + 2 < s->words.count && next[1].ordinal)
			hold(s, i);
		if (w->capital && !w->closed && next->length <= 3 &&
		    (next->number || (next->ordinal && s->has_small)) && !amount_goes_on(s, i + 2))
			hold(s, i);
		if ((w->kind & BD_PHRASE_UNIT) && i && s->words.items[i - 1].number && !w->closed &&
		    next->year)
			hold_loosely(s, i);
	}
}

/* «5 đến 7», «5/9/1962 – 5/9/2022»; a dash never starts a line */
static void hold_ranges(const bd_sentence *s)
{
	for (size_t i = 1; i < s->words.count; i++) {
		const bd_phrase_word *w = &s->words.items[i];
		if (!(w->kind & BD_PHRASE_JOIN))
			continue;
		bool dash = !g_unichar_isalpha(g_utf8_get_char(w->core));
		bool numbers = s->words.items[i - 1].number && i + 1 < s->words.count &&
			       s->words.items[i + 1].number;
		if (dash || numbers)
			hold(s, i - 1);
		if (numbers)
			hold_loosely(s, i);
	}
}

static bool is_word_at(const bd_sentence *s, size_t i)
{
	const bd_phrase_word *w = &s->words.items[i], *next = w + 1;
	return i + 1 < s->words.count && !w->closed && next->core == s->lower + next->from &&
	       bd_is_word(w->core, (size_t)(next->core - w->core) + next->length);
}

/* A capital that begins a word and no name: Luật «Biên phòng» */
static bool starts_word(const bd_sentence *s, size_t i)
{
	return is_word_at(s, i) && !s->words.items[i + 1].capital;
}

/* Capitals in a row are a name: «Quảng Nam», «bản Na Pê», «TP. Hồ Chí Minh» */
static void hold_capitals(const bd_sentence *s)
{
	for (size_t i = 0, stop; i < s->words.count; i = stop + 1) {
		const bd_phrase_word *w = s->words.items;
		for (stop = i; stop + 1 < s->words.count && w[stop].capital && !w[stop].closed &&
			       w[stop + 1].capital && !w[stop + 1].number &&
			       !starts_word(s, stop + 1);)
			stop++;
		if (!s->has_small || stop - i + 1 > MOST_NAME)
			continue;
		for (size_t k = i; k < stop; k++)
			hold(s, k);
	}
	for (size_t i = 0; i + 1 < s->words.count; i++) {
		const bd_phrase_word *w = &s->words.items[i];
		bool short_form = w->core[w->length] == '.';
		if ((w->kind & BD_PHRASE_TITLE) && !w->closed && w[1].capital && short_form)
			hold(s, i);
		else if ((w->kind & BD_PHRASE_TITLE) && !w->closed && w[1].capital && s->has_small)
			hold_loosely(s, i);
	}
}

/* Names by the list, in capitals too. */
static void hold_listed_names(const bd_sentence *s)
{
	for (size_t p = 0; p < bd_phrase_count; p++) {
		if (bd_phrases[p].kind != BD_PHRASE_NAME)
			continue;
		for (size_t i = 0; i < s->words.count; i++) {
			const bd_phrase_word *w = &s->words.items[i];
			if (strncmp(w->core, bd_phrases[p].text, bd_phrases[p].length))
				continue;
			size_t end = (size_t)(w->core - s->lower) + bd_phrases[p].length;
			for (size_t k = i; k + 1 < s->words.count && w[k - i].to < end; k++)
				hold(s, k);
		}
	}
}

/* «hữu nghị», «nhân đạo» */
static void hold_syllables(const bd_sentence *s)
{
	for (size_t i = 0; i + 1 < s->words.count; i++)
		if (is_word_at(s, i))
			weaken(s, i, BD_BREAK_WORD);
}

/* How many brackets more open than close in a word. */
static int brackets(const bd_sentence *s, const bd_phrase_word *w)
{
	int open = 0;
	for (size_t i = w->from; i < w->to; i++)
		open += (s->text[i] == '(') - (s->text[i] == ')');
	return open;
}

/* A line ends well after a comma or a dash (but not within brackets), and badly after a small word
 * that leans on the next. */
static void weigh(const bd_sentence *s)
{
	int depth = 0;
	for (size_t i = 0; i + 1 < s->words.count; i++) {
		const bd_phrase_word *w = &s->words.items[i];
		uint8_t *level = &s->levels[w[1].from];
		depth += brackets(s, w);
		if (*level != BD_BREAK_ALLOWED)
			continue;
		bool dash =
			(w->kind & BD_PHRASE_JOIN) && !g_unichar_isalpha(g_utf8_get_char(w->core));
		bool pair = dash && i && w[-1].capital && w[1].capital; /* Việt Nam – Lào */
		if (pair)
			*level = BD_BREAK_POOR;
		else if ((w->closed || dash) && depth <= 0)
			*level = BD_BREAK_GOOD;
		else if (w->kind & (BD_PHRASE_LOOSE | BD_PHRASE_ABOUT | BD_PHRASE_TITLE))
			*level = BD_BREAK_POOR;
	}
}

/* Text that wraps does not end with a line of one short word. */
static void hold_last_word(const bd_sentence *s)
{
	if (s->words.count < 4)
		return;
	const bd_phrase_word *last = &s->words.items[s->words.count - 1];
	if (bd_utf8_count(last->core, last->length) <= SHORT_WORD)
		hold(s, s->words.count - 2);
}

/* «QĐ-UBND», «40-CT/TW», «12,5%/năm», «2012–2024»: breaks that UAX #14 allows inside a word. */
static void hold_compounds(const bd_sentence *s)
{
	for (size_t i = 0; i < s->words.count; i++) {
		const bd_phrase_word *w = &s->words.items[i];
		const char *start = s->text + w->from, *end = s->text + w->to, *next;
		bool small = bd_utf8_count(start, w->to - w->from) <= SHORT_COMPOUND;
		for (const char *p = start; p < end; p = next) {
			uint32_t after = bd_utf8_next(p, end, &next);
			uint8_t *level = &s->levels[p - s->text];
			if (p == start || *level < BD_BREAK_ALLOWED)
				continue;
			const char *mark = g_utf8_prev_char(p), *unused;
			uint32_t before =
				mark > start ? bd_utf8_next(g_utf8_prev_char(mark), mark, &unused)
					     : 0;
			if (small || bd_is_phrase_digit(after) || bd_is_phrase_digit(before) ||
			    before == '%' ||
			    (g_unichar_isupper(after) && g_unichar_isupper(before)))
				*level = BD_BREAK_PHRASE;
		}
	}
}

void bd_protect_phrases(bd_arena *scratch, const char *text, size_t length, uint8_t *levels)
{
	bd_sentence s = bd_sentence_read(scratch, text, length, levels);
	hold_amounts(&s);
	hold_ordinals(&s);
	hold_ranges(&s);
	hold_capitals(&s);
	hold_listed_names(&s);
	hold_compounds(&s);
	hold_last_word(&s);
	hold_syllables(&s);
	weigh(&s);
}

void bd_protect_lao_names(const char *text, uint8_t *levels)
{
	for (size_t p = 0; p < bd_phrase_count; p++) {
		if (bd_phrases[p].kind != BD_PHRASE_LAO)
			continue;
		for (const char *at = text; (at = strstr(at, bd_phrases[p].text));
		     at += bd_phrases[p].length)
			for (size_t i = 1; i < bd_phrases[p].length; i++) {
				uint8_t *level = &levels[at - text + (ptrdiff_t)i];
				if (*level > BD_BREAK_PHRASE)
					*level = BD_BREAK_PHRASE;
			}
	}
}
