#include "text/phrase_words.h"

#include "base/utf8.h"
#include <glib.h>
#include <string.h>

const bd_phrase bd_phrases[] = {
#define PHRASE(kind, text) { BD_PHRASE_##kind, sizeof(text) - 1, text },
#define EXAMPLE(text)
#include "text/phrases.def"
#undef PHRASE
#undef EXAMPLE
};
const size_t bd_phrase_count = sizeof bd_phrases / sizeof *bd_phrases;

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
	for (size_t i = 0; i < bd_phrase_count; i++)
		if (bd_phrases[i].kind < BD_PHRASE_NAME && bd_phrases[i].length == length &&
		    !memcmp(bd_phrases[i].text, core, length))
			kind |= bd_phrases[i].kind;
	return kind;
}

static bool is_one_of(uint32_t c, const char *set)
{
	return c && g_utf8_strchr(set, -1, c);
}

bool bd_is_phrase_digit(uint32_t c)
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
	if (!bd_is_phrase_digit(first))
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
	       bd_is_phrase_digit((unsigned char)core[2]) &&
	       bd_is_phrase_digit((unsigned char)core[3]);
}

static void strip(const bd_sentence *s, bd_phrase_word *w, size_t *from, size_t *to)
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

static bd_phrase_word read_word(const bd_sentence *s, size_t from, size_t to)
{
	bd_phrase_word w = { .from = from, .to = to };
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

bd_sentence bd_sentence_read(bd_arena *scratch, const char *text, size_t length, uint8_t *levels)
{
	bd_sentence s = { .text = text, .lower = lowered(scratch, text, length), .levels = levels };
	for (size_t from = 0; from < length;) {
		size_t to = from;
		while (to < length && text[to] != ' ' && text[to] != '\n')
			to++;
		if (to > from) {
			bd_phrase_word w = read_word(&s, from, to);
			s.has_small |=
				!w.capitals && !w.number && w.kind != BD_PHRASE_JOIN && w.length;
			bd_push(scratch, &s.words, w);
		}
		from = to + 1;
	}
	return s;
}
