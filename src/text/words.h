/* words.h - inside text/: Vietnamese words of two syllables (words.def). */
#pragma once
#include <stdbool.h>
#include <stddef.h>

/* Whether "hữu nghị" (lower case, one blank) is one word. */
bool bd_is_word(const char *syllables, size_t length);
