/* phrase_words.h - the words of a text as the rules of phrases.c see them: what kind each is, by
 * phrases.def and by its letters. */
#pragma once
#include "base/array.h"
#include <stdbool.h>
#include <stdint.h>

/* What phrases.def says of its words; a word may be several. */
enum {
	BD_PHRASE_UNIT = 1,
	BD_PHRASE_SCALE = 2,
	BD_PHRASE_ABOUT = 4,
	BD_PHRASE_ORDINAL = 8,
	BD_PHRASE_TITLE = 16,
	BD_PHRASE_JOIN = 32,
	BD_PHRASE_LOOSE = 64,
	BD_PHRASE_NAME = 128,
	BD_PHRASE_LAO = 256
};

typedef struct bd_phrase {
	int kind;
	size_t length;
	const char *text;
} bd_phrase;
extern const bd_phrase bd_phrases[];
extern const size_t bd_phrase_count;

typedef struct bd_phrase_word {
	size_t from, to;  /* with its punctuation, without blanks */
	const char *core; /* lower case, without punctuation around it */
	size_t length;
	int kind;
	bool number, year, ordinal, capital, capitals, closed; /* closed: punctuation follows */
} bd_phrase_word;

typedef struct bd_sentence {
	const char *text, *lower;
	uint8_t *levels; /* of breaks before each byte (text/breaks.h) */
	BD_LIST(bd_phrase_word) words;
	bool has_small; /* not written in capitals throughout */
} bd_sentence;

bd_sentence bd_sentence_read(bd_arena *scratch, const char *text, size_t length, uint8_t *levels);
/* A digit, Latin or Lao. */
bool bd_is_phrase_digit(uint32_t c);
