/* phrases.c - numbers with their units, dates, ranges, names: what stays together (phrases.h).
 *
 * UAX #14 knows characters, not words: it breaks «3,1 | triệu | USD» and «Sơn Kim | 2». Each rule
 * here looks at a word and its neighbours and says whether the blank between two may end a line.
 * The words are in phrases.def. */
#include "text/phrases.h"

#include "base/array.h"
#include "base/utf8.h"
#include "text/breaks.h"
#include "text/words.h"
#include <glib.h>
#include <string.h>

enum {
	UNIT = 1,
	SCALE = 2,
	ABOUT = 4,
	ORDINAL = 8,
	TITLE = 16,
	JOIN = 32,
	LOOSE = 64,
	NAME = 128,
	LAO = 256
};

static const struct phrase {
	int kind;
	size_t length;
	const char *text;
} phrases[] = {
#define PHRASE(kind, text) { kind, sizeof(text) - 1, text },
#define EXAMPLE(text)
#include "text/phrases.def"
#undef PHRASE
#undef EXAMPLE
};

enum {
	MOST_NAME = 4,      /* words of a name; more capitals in a row are a title in English */
	SHORT_WORD = 6,     /* letters: no last line of one such word */
	SHORT_COMPOUND = 14 /* letters of «hai–ba»: kept whole */
};

typedef struct word {
	size_t from, to;  /* with its punctuation, without blanks */
	const char *core; /* lower case, without punctuation around it */
	size_t length;
	int kind;
	bool number, year, ordinal, capital, capitals, closed; /* closed: punctuation follows */
} word;

typedef struct sentence {
	const char *text, *lower;
	uint8_t *levels;
	BD_LIST(word) words;
	bool has_small; /* not written in capitals throughout */
} sentence;

/* --- words --- */

/* Lower case, byte for byte in the same place: a letter whose other case is of another length
 * stays as it is. */
static char *lowered(bd_arena *scratch, const char *text, size_t length)
{
	char *copy = bd_strndup(scratch, text, length);
	const char *end = text + length, *next;
	for (const char *p = text; p < end; p = next) {
		char bytes[BD_UTF8_ROOM];
		size_t size = bd_utf8_put(g_unichar_tolower(bd_utf8_next(p, end, &next)), bytes);
		if (size == (size_t)(next - p))
			memcpy(copy + (p - text), bytes, size);
	}
	return copy;
}

static int kind_of(const char *core, size_t length)
{
	int kind = 0;
	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
		if (phrases[i].kind < NAME && phrases[i].length == length &&
		    !memcmp(phrases[i].text, core, length))
			kind |= phrases[i].kind;
	return kind;
}

static bool is_one_of(uint32_t c, const char *set)
{
	return c && g_utf8_strchr(set, -1, c);
}

static bool is_digit(uint32_t c)
{
	return (c >= '0' && c <= '9') || (c >= 0xED0 && c <= 0xED9);
}

/* «7,3», «−5», «22/7/2022», «44,69%», «$12», «8A», «13h30» */
static bool is_number(const char *core, size_t length)
{
	const char *end = core + length, *next = core;
	uint32_t first = length ? bd_utf8_next(core, end, &next) : 0;
	if (is_one_of(first, "+-−~≈±$₫₭€") && next < end)
		first = bd_utf8_next(next, end, &next);
	if (!is_digit(first))
		return false;
	int letters = 0;
	while (next < end)
		letters += g_unichar_isalpha(bd_utf8_next(next, end, &next));
	return letters <= 2;
}

static bool is_roman(const char *text, size_t length)
{
	size_t run = 0;
	while (run < length && text[run] && strchr("IVXLC", text[run]))
		run++;
	return run && (run == length || text[run] == '/');
}

static bool is_year(const char *core, size_t length)
{
	return length == 4 && (!memcmp(core, "19", 2) || !memcmp(core, "20", 2)) &&
	       is_digit((unsigned char)core[2]) && is_digit((unsigned char)core[3]);
}

static void strip(const sentence *s, word *w, size_t *from, size_t *to)
{
	const char *start = s->lower + w->from, *end = s->lower + w->to, *next;
	while (start < end && is_one_of(bd_utf8_next(start, end, &next), "([{“‘\"'«"))
		start = next;
	while (end > start) {
		const char *last = g_utf8_prev_char(end);
		if (!is_one_of(bd_utf8_next(last, end, &next), ".,;:!?)]}”’\"'»…"))
			break;
		end = last;
	}
	*from = (size_t)(start - s->lower);
	*to = (size_t)(end - s->lower);
}

static word read_word(const sentence *s, size_t from, size_t to)
{
	word w = { .from = from, .to = to };
	size_t core, stop;
	strip(s, &w, &core, &stop);
	w.closed = stop < to;
	w.kind = kind_of(s->lower + core, stop - core);
	if (stop < to && s->lower[stop] == '.') {
		int abbreviation = kind_of(s->lower + core, stop + 1 - core);
		w.closed = w.closed && !abbreviation;
		w.kind |= abbreviation;
	}
	w.core = s->lower + core;
	w.length = stop - core;
	w.number = is_number(w.core, w.length);
	w.year = w.number && is_year(w.core, w.length);
	w.ordinal = w.number || is_roman(s->text + core, w.length);
	if (w.length) {
		const char *next, *end = s->text + stop;
		w.capital = g_unichar_isupper(bd_utf8_next(s->text + core, end, &next));
		w.capitals = w.capital;
		while (next < end && w.capitals)
			w.capitals = !g_unichar_islower(bd_utf8_next(next, end, &next));
	}
	return w;
}

static sentence read_sentence(bd_arena *scratch, const char *text, size_t length, uint8_t *levels)
{
	sentence s = { .text = text, .lower = lowered(scratch, text, length), .levels = levels };
	for (size_t from = 0; from < length;) {
		size_t to = from;
		while (to < length && text[to] != ' ' && text[to] != '\n')
			to++;
		if (to > from) {
			word w = read_word(&s, from, to);
			s.has_small |= !w.capitals && !w.number && w.kind != JOIN && w.length;
			bd_push(scratch, &s.words, w);
		}
		from = to + 1;
	}
	return s;
}

/* --- rules --- */

static void weaken(const sentence *s, size_t i, uint8_t to)
{
	if (i + 1 >= s->words.count)
		return;
	uint8_t *level = &s->levels[s->words.items[i + 1].from];
	if (*level > to && *level < BD_BREAK_MUST)
		*level = to;
}

static void hold(const sentence *s, size_t i)
{
	weaken(s, i, BD_BREAK_PHRASE);
}

static void hold_loosely(const sentence *s, size_t i)
{
	weaken(s, i, BD_BREAK_JOINT);
}

static bool amount_goes_on(const sentence *s, size_t i)
{
	return i < s->words.count && (s->words.items[i].kind & (UNIT | SCALE));
}

/* «12 tấn», «3,1 triệu USD», «gần 7,3 tỉ đồng», «4 chi» hội */
static void hold_amounts(const sentence *s)
{
	bool amount = false; /* the word before counts as a number */
	for (size_t i = 0; i + 1 < s->words.count; i++) {
		const word *w = &s->words.items[i], *next = w + 1;
		bool counts = w->number || (amount && (w->kind & SCALE));
		bool named = i && !w->year &&
			     ((w[-1].kind & ORDINAL) || (w[-1].capital && s->has_small));
		bool thing = !next->capital && !next->number && !(next->kind & (LOOSE | JOIN)) &&
			     !w->year && !memchr(w->core, '/', w->length) && !named;
		bool date = (next->kind & ORDINAL) && !next->closed && i + 2 < s->words.count &&
			    next[1].ordinal; /* 22 «tháng 7» */
		if (counts && !w->closed && date)
			hold_loosely(s, i);
		else if (counts && !w->closed && ((next->kind & (UNIT | SCALE)) || thing))
			hold(s, i);
		if ((w->kind & ABOUT) && next->number)
			hold(s, i);
		amount = counts && !w->closed;
	}
}

/* «tháng 7/2022», «Thôn 11», «lần thứ XIII», «Sơn Kim 2», «22 tháng 7, 2022» */
static void hold_ordinals(const sentence *s)
{
	for (size_t i = 0; i + 1 < s->words.count; i++) {
		const word *w = &s->words.items[i], *next = w + 1;
		if ((w->kind & ORDINAL) && !w->closed && next->ordinal) {
			hold(s, i);
			if (next->closed && i + 2 < s->words.count && next[1].year &&
			    s->text[next->to - 1] == ',')
				hold_loosely(s, i + 1);
		}
		if ((w->kind & ORDINAL) && !w->closed && (next->kind & ORDINAL) &&
		    i + 2 < s->words.count && next[1].ordinal)
			hold(s, i);
		if (w->capital && !w->closed && next->length <= 3 &&
		    (next->number || (next->ordinal && s->has_small)) && !amount_goes_on(s, i + 2))
			hold(s, i);
		if ((w->kind & UNIT) && i && s->words.items[i - 1].number && !w->closed &&
		    next->year)
			hold_loosely(s, i);
	}
}

/* «5 đến 7», «5/9/1962 – 5/9/2022»; a dash never starts a line */
static void hold_ranges(const sentence *s)
{
	for (size_t i = 1; i < s->words.count; i++) {
		const word *w = &s->words.items[i];
		if (!(w->kind & JOIN))
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

static bool is_word_at(const sentence *s, size_t i)
{
	const word *w = &s->words.items[i], *next = w + 1;
	return i + 1 < s->words.count && !w->closed && next->core == s->lower + next->from &&
	       bd_is_word(w->core, (size_t)(next->core - w->core) + next->length);
}

/* A capital that begins a word and no name: Luật «Biên phòng» */
static bool starts_word(const sentence *s, size_t i)
{
	return is_word_at(s, i) && !s->words.items[i + 1].capital;
}

/* Capitals in a row are a name: «Quảng Nam», «bản Na Pê», «TP. Hồ Chí Minh» */
static void hold_capitals(const sentence *s)
{
	for (size_t i = 0, stop; i < s->words.count; i = stop + 1) {
		const word *w = s->words.items;
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
		const word *w = &s->words.items[i];
		bool short_form = w->core[w->length] == '.';
		if ((w->kind & TITLE) && !w->closed && w[1].capital && short_form)
			hold(s, i);
		else if ((w->kind & TITLE) && !w->closed && w[1].capital && s->has_small)
			hold_loosely(s, i);
	}
}

/* Names by the list, in capitals too. */
static void hold_listed_names(const sentence *s)
{
	for (size_t p = 0; p < sizeof phrases / sizeof *phrases; p++) {
		if (phrases[p].kind != NAME)
			continue;
		for (size_t i = 0; i < s->words.count; i++) {
			const word *w = &s->words.items[i];
			if (strncmp(w->core, phrases[p].text, phrases[p].length))
				continue;
			size_t end = (size_t)(w->core - s->lower) + phrases[p].length;
			for (size_t k = i; k + 1 < s->words.count && w[k - i].to < end; k++)
				hold(s, k);
		}
	}
}

/* «hữu nghị», «nhân đạo» */
static void hold_syllables(const sentence *s)
{
	for (size_t i = 0; i + 1 < s->words.count; i++)
		if (is_word_at(s, i))
			weaken(s, i, BD_BREAK_WORD);
}

/* How many brackets more open than close in a word. */
static int brackets(const sentence *s, const word *w)
{
	int open = 0;
	for (size_t i = w->from; i < w->to; i++)
		open += (s->text[i] == '(') - (s->text[i] == ')');
	return open;
}

/* A line ends well after a comma or a dash (but not within brackets), and badly after a small word
 * that leans on the next. */
static void weigh(const sentence *s)
{
	int depth = 0;
	for (size_t i = 0; i + 1 < s->words.count; i++) {
		const word *w = &s->words.items[i];
		uint8_t *level = &s->levels[w[1].from];
		depth += brackets(s, w);
		if (*level != BD_BREAK_ALLOWED)
			continue;
		bool dash = (w->kind & JOIN) && !g_unichar_isalpha(g_utf8_get_char(w->core));
		bool pair = dash && i && w[-1].capital && w[1].capital; /* Việt Nam – Lào */
		if (pair)
			*level = BD_BREAK_POOR;
		else if ((w->closed || dash) && depth <= 0)
			*level = BD_BREAK_GOOD;
		else if (w->kind & (LOOSE | ABOUT | TITLE))
			*level = BD_BREAK_POOR;
	}
}

/* Text that wraps does not end with a line of one short word. */
static void hold_last_word(const sentence *s)
{
	if (s->words.count < 4)
		return;
	const word *last = &s->words.items[s->words.count - 1];
	if (bd_utf8_count(last->core, last->length) <= SHORT_WORD)
		hold(s, s->words.count - 2);
}

/* «QĐ-UBND», «40-CT/TW», «12,5%/năm», «2012–2024»: breaks that UAX #14 allows inside a word. */
static void hold_compounds(const sentence *s)
{
	for (size_t i = 0; i < s->words.count; i++) {
		const word *w = &s->words.items[i];
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
			if (small || is_digit(after) || is_digit(before) || before == '%' ||
			    (g_unichar_isupper(after) && g_unichar_isupper(before)))
				*level = BD_BREAK_PHRASE;
		}
	}
}

void bd_protect_phrases(bd_arena *scratch, const char *text, size_t length, uint8_t *levels)
{
	sentence s = read_sentence(scratch, text, length, levels);
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
	for (size_t p = 0; p < sizeof phrases / sizeof *phrases; p++) {
		if (phrases[p].kind != LAO)
			continue;
		for (const char *at = text; (at = strstr(at, phrases[p].text));
		     at += phrases[p].length)
			for (size_t i = 1; i < phrases[p].length; i++) {
				uint8_t *level = &levels[at - text + (ptrdiff_t)i];
				if (*level > BD_BREAK_PHRASE)
					*level = BD_BREAK_PHRASE;
			}
	}
}
