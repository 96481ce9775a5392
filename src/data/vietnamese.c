/* vietnamese.c - how Vietnamese a text is: which of its words are syllables of the language.
 *
 * A syllable is an onset, a nucleus and a coda out of short lists, with one tone at most, which
 * stands on a certain vowel. Text read in the wrong encoding breaks this in nearly every word that
 * has a mark: «Hà Tĩnh» of VNI is «Haụ Tónh» in VISCII, of which the first has its tone in the
 * wrong place. (The rules are those of school spelling, quy tắc chính tả.) */
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
/* On which of its vowels a tone may stand (a bit for each from the left), in a syllable without a
 * coda and in one with; 0: there is no such syllable. Old and new style both: hoà, hòa. */
static const struct nucleus {
	char text[4];
	unsigned char open, closed;
} nuclei[] = {
	{ "iEu", 2, 0 }, { "yEu", 2, 0 }, { "UPi", 2, 0 }, { "UPu", 2, 0 }, { "oai", 2, 0 },
	{ "oay", 2, 0 }, { "oeo", 2, 0 }, { "uBy", 2, 0 }, { "uOi", 2, 0 }, { "uya", 2, 0 },
	{ "uyu", 2, 0 }, { "oao", 2, 0 }, { "uao", 2, 0 }, { "uyE", 0, 4 }, { "iE", 0, 2 },
	{ "yE", 0, 2 },  { "uO", 0, 2 },  { "UP", 0, 2 },  { "uB", 0, 2 },  { "oA", 0, 2 },
	{ "oo", 0, 2 },  { "uE", 2, 2 },  { "uP", 2, 0 },  { "oa", 3, 2 },  { "oe", 3, 2 },
	{ "uy", 3, 2 },  { "ai", 1, 0 },  { "ao", 1, 0 },  { "au", 1, 0 },  { "ay", 1, 0 },
	{ "Bu", 1, 0 },  { "By", 1, 0 },  { "eo", 1, 0 },  { "Eu", 1, 0 },  { "ia", 1, 0 },
	{ "iu", 1, 0 },  { "oi", 1, 0 },  { "Oi", 1, 0 },  { "Pi", 1, 0 },  { "ua", 1, 0 },
	{ "ui", 1, 0 },  { "Ua", 1, 0 },  { "Ui", 1, 0 },  { "Uu", 1, 0 },  { "a", 1, 1 },
	{ "e", 1, 1 },   { "E", 1, 1 },   { "i", 1, 1 },   { "o", 1, 1 },   { "O", 1, 1 },
	{ "P", 1, 1 },   { "u", 1, 1 },   { "U", 1, 1 },   { "y", 1, 1 },   { "A", 0, 1 },
	{ "B", 0, 1 },
};
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

enum { NO_TONE = -1, SAC = 4, NANG = 5 };

/* nh and ch end syllables with the front vowels and a; ng and c end those with the others. */
static bool closes(const char *nucleus, const char *coda)
{
	char last = nucleus[strlen(nucleus) - 1];
	if (!strcmp(coda, "nh") || !strcmp(coda, "ch"))
		return strchr("aEiy", last) && strcmp(nucleus, "iE") != 0;
	if (!strcmp(coda, "ng") || !strcmp(coda, "c"))
		return strcmp(nucleus, "E") && strcmp(nucleus, "i") && last != 'y' &&
		       strcmp(nucleus, "P");
	return true;
}

/* What follows the onset; `at` is the letter with the tone, or NO_TONE. A syllable that ends in c,
 * ch, p or t has one of two tones. */
static bool is_rest(const char *rest, int at, unsigned tone)
{
	for (size_t i = 0; i < sizeof nuclei / sizeof *nuclei; i++) {
		size_t n = strlen(nuclei[i].text);
		if (strncmp(rest, nuclei[i].text, n))
			continue;
		for (size_t k = 0; k < sizeof codas / sizeof *codas; k++) {
			if (strcmp(rest + n, codas[k]) || !closes(nuclei[i].text, codas[k]))
				continue;
			const char *coda = codas[k];
			bool stop = *coda && (strchr("pt", *coda) || !strncmp(coda, "c", 1));
			unsigned places = *coda ? nuclei[i].closed : nuclei[i].open;
			bool placed = at == NO_TONE ? places != 0 : at >= 0 && (places >> at & 1);
			if (placed && (!stop || tone == SAC || tone == NANG))
				return true;
		}
	}
	return false;
}

/* c, g and ng stand as k, gh and ngh before e, ê and i; «quýt», but not «týt». */
static bool agree(const char *onset, const char *rest)
{
	static const char *const before_front[] = { "k", "gh", "ngh" }, *const before_others[] = {
		"c", "g", "ng"
	};
	bool front = *rest && strchr("eEiy", *rest);
	if (*rest == 'y' && rest[1] && strchr("cnmpt", rest[1]) && strcmp(onset, "qu") != 0)
		return false;
	for (int i = 0; i < 3; i++)
		if ((!strcmp(onset, before_front[i]) && !front) ||
		    (!strcmp(onset, before_others[i]) && front && (i != 1 || *rest != 'i')))
			return false;
	return true;
}

static bool is_syllable(const char *word, int at, unsigned tone)
{
	for (size_t i = 0; i < sizeof onsets / sizeof *onsets; i++) {
		size_t n = strlen(onsets[i]);
		if (!strncmp(word, onsets[i], n) && agree(onsets[i], word + n) &&
		    is_rest(word + n,
			    at == NO_TONE     ? NO_TONE
			    : at - (int)n < 0 ? -2
					      : at - (int)n,
			    tone))
			return true;
	}
	return false;
}

/* A word while it is read. */
typedef struct word {
	char bare[WORD_ROOM];
	size_t length;
	int tones, tone_at;
	unsigned tone;
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
		if (tone) {
			w->tones++;
			w->tone = tone;
			w->tone_at = (int)w->length;
		}
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
	const double LONE = 0.5;
	if (w->foreign || w->tones > 1 || w->length >= WORD_ROOM)
		return w->mixed ? -1 : 0;
	w->bare[w->length] = 0;
	if (w->length == 1) /* «đ» is the currency; a lone vowel says little */
		return *w->bare == 'D' ? 1 : LONE;
	return is_syllable(w->bare, w->tones ? w->tone_at : NO_TONE, w->tone) - w->mixed;
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
