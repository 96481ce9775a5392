/* vietnamese.c - how Vietnamese a text is: which of its words are syllables of the language.
 *
 * A syllable is an onset, a nucleus and a coda out of short lists, with one tone at most. Text read
 * in the wrong encoding breaks this in nearly every word that has a mark. */
#include "base/utf8.h"
#include "data/encoding.h"
#include <ctype.h>
#include <stdint.h>
#include <string.h>

/* Letters are written here with one byte each: A ă, B â, E ê, O ô, P ơ, U ư, D đ. */
static const char bare[] = "aABeEioOPuUy";
static const char *const vowels[] = { "aàảãáạ", "ăằẳẵắặ", "âầẩẫấậ", "eèẻẽéẹ", "êềểễếệ", "iìỉĩíị",
				      "oòỏõóọ", "ôồổỗốộ", "ơờởỡớợ", "uùủũúụ", "ưừửữứự", "yỳỷỹýỵ" };
static const char *const capitals[] = {
	"AÀẢÃÁẠ", "ĂẰẲẴẮẶ", "ÂẦẨẪẤẬ", "EÈẺẼÉẸ", "ÊỀỂỄẾỆ", "IÌỈĨÍỊ",
	"OÒỎÕÓỌ", "ÔỒỔỖỐỘ", "ƠỜỞỠỚỢ", "UÙỦŨÚỤ", "ƯỪỬỮỨỰ", "YỲỶỸÝỴ"
};

/* The longest come first. */
static const char *const onsets[] = { "ngh", "ng", "nh", "gh", "gi", "kh", "th", "tr", "ph", "ch",
				      "qu",  "b",  "c",  "d",  "D",  "g",  "h",  "k",  "l",  "m",
				      "n",   "p",  "r",  "s",  "t",  "v",  "x",  "" };
static const char *const nuclei[] = { "iEu", "yEu", "UPi", "UPu", "oai", "oay", "oeo", "uBy", "uOi",
				      "uya", "uyE", "uyu", "uEu", "oao", "uao", "oA",  "oa",  "oe",
				      "oo",  "ai",  "ao",  "au",  "ay",  "Bu",  "By",  "eo",  "Eu",
				      "ia",  "iE",  "iu",  "oi",  "Oi",  "Pi",  "ua",  "uB",  "uE",
				      "ui",  "uO",  "uP",  "uy",  "Ua",  "UP",  "Ui",  "Uu",  "yE",
				      "a",   "A",   "B",   "e",   "E",   "i",   "o",   "O",   "P",
				      "u",   "U",   "y" };
static const char *const codas[] = { "ch", "nh", "ng", "c", "m", "n", "p", "t", "" };

enum { LETTERS = 0x1F00, TONE_SHIFT = 4, CAPITAL = 0x80, MOST_BYTES = 1 << 16, WORD_ROOM = 12 };

/* What each character below U+1F00 is: the index of its vowel + 1, its tone, CAPITAL. */
typedef struct vowel_table {
	uint8_t of[LETTERS];
} vowel_table;

static void add_vowels(vowel_table *table, const char *const rows[], unsigned flags)
{
	for (unsigned v = 0; v < 12; v++) {
		const char *end = rows[v] + strlen(rows[v]), *next;
		unsigned tone = 0;
		for (const char *p = rows[v]; p < end; p = next, tone++) {
			uint32_t c = bd_utf8_next(p, end, &next);
			if (c < LETTERS)
				table->of[c] = (uint8_t)((v + 1) | tone << TONE_SHIFT | flags);
		}
	}
}

static bool is_rest(const char *rest)
{
	for (size_t i = 0; i < sizeof nuclei / sizeof *nuclei; i++) {
		size_t n = strlen(nuclei[i]);
		if (strncmp(rest, nuclei[i], n))
			continue;
		for (size_t k = 0; k < sizeof codas / sizeof *codas; k++)
			if (!strcmp(rest + n, codas[k]))
				return true;
	}
	return false;
}

static bool is_syllable(const char *word)
{
	for (size_t i = 0; i < sizeof onsets / sizeof *onsets; i++)
		if (!strncmp(word, onsets[i], strlen(onsets[i])) &&
		    is_rest(word + strlen(onsets[i])))
			return true;
	return false;
}

/* A word while it is read. */
typedef struct word {
	char bare[WORD_ROOM];
	size_t length;
	int tones;
	bool marked, digits, foreign; /* foreign: a letter that Vietnamese has not */
	bool small, mixed;            /* mixed: a capital after a small letter */
} word;

static void add_letter(word *w, char letter, bool capital)
{
	if (w->length < WORD_ROOM - 1)
		w->bare[w->length] = letter;
	w->length++;
	w->mixed = w->mixed || (capital && w->small);
	w->small = w->small || !capital;
}

/* False where `c` belongs to no word. */
static bool take(word *w, const vowel_table *table, uint32_t c)
{
	unsigned vowel = c < LETTERS ? table->of[c] : 0;
	if (vowel) {
		unsigned tone = vowel >> TONE_SHIFT & 7;
		w->tones += tone > 0;
		w->marked = w->marked || c >= 128;
		add_letter(w, bare[(vowel & 15) - 1], vowel & CAPITAL);
	} else if (c == 0x111 || c == 0x110) {
		w->marked = true;
		add_letter(w, 'D', c == 0x110);
	} else if (c < 128 && isalpha((int)c)) {
		add_letter(w, (char)tolower((int)c), isupper((int)c));
	} else if (c < 128 && isdigit((int)c)) {
		w->digits = true;
		w->length++;
	} else if (c >= 0xC0 && c < 0x2000) {
		w->marked = w->foreign = true;
		w->length++;
	} else {
		return false;
	}
	return true;
}

static double judge(word *w)
{
	if (w->foreign || w->tones > 1 || w->length >= WORD_ROOM)
		return w->mixed ? -1 : 0;
	w->bare[w->length] = 0;
	return is_syllable(w->bare) - w->mixed;
}

double bd_vietnamese_share(const char *text, size_t length)
{
	vowel_table table = { { 0 } };
	add_vowels(&table, vowels, 0);
	add_vowels(&table, capitals, CAPITAL);
	const char *end = text + (length < MOST_BYTES ? length : MOST_BYTES), *next;
	double score = 0;
	size_t words = 0;
	word w = { .length = 0 };
	for (const char *p = text; p <= end; p = next) {
		uint32_t c = 0;
		next = p + 1;
		if (p < end)
			c = bd_utf8_next(p, end, &next);
		if (p < end && take(&w, &table, c))
			continue;
		if (w.marked && !w.digits) {
			words++;
			score += judge(&w);
		}
		/* control characters and signs that no text holds count against it */
		score -= (c && c < 32 && !strchr("\r\n\t", (int)c)) || (c >= 0x80 && c < 0xA0) ||
			 c == 0xFFFD;
		w = (word){ .length = 0 };
	}
	return words ? score / (double)words : 0;
}
