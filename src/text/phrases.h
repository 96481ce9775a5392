/* phrases.h - inside text/: what stays together on a line. */
#pragma once
#include "base/arena.h"
#include <stdint.h>

/* Weakens breaks (text/breaks.h) inside the phrases of phrases.def to BD_BREAK_PHRASE. */
void bd_protect_phrases(bd_arena *scratch, const char *text, size_t length, uint8_t *levels);
