/* phrases.h - inside text/: what stays together on a line. */
#pragma once
#include "base/arena.h"
#include <stdint.h>

/* Weighs the breaks (text/breaks.h) of a text: BD_BREAK_PHRASE inside the phrases of phrases.def,
 * BD_BREAK_WORD inside the words of words.def, better and worse ones between. */
void bd_protect_phrases(bd_arena *scratch, const char *text, size_t length, uint8_t *levels);

/* The same for the Lao names of phrases.def, once breaks between Lao words are known. `text` is
 * NUL-ended. */
void bd_protect_lao_names(const char *text, uint8_t *levels);
