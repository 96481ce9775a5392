/* breaks.h - inside text/: where a line may end. */
#pragma once
#include "base/env.h"
#include <stdint.h>

typedef enum {
	BD_BREAK_NEVER,   /* inside a letter with its marks */
	BD_BREAK_LETTERS, /* between letters of a word: so that nothing leaves the box */
	BD_BREAK_PHRASE,  /* between words that belong together, where a line holds no more */
	BD_BREAK_JOINT, /* the same, where such a phrase falls into parts: 22 tháng 7 | năm 2022 */
	BD_BREAK_WORD,  /* between the syllables of a word: hữu | nghị */
	BD_BREAK_POOR,  /* after a small word that leans on the next: của | */
	BD_BREAK_ALLOWED,
	BD_BREAK_GOOD, /* after a comma, a dash: between thoughts */
	BD_BREAK_MUST  /* after a newline */
} bd_break;

/* levels[i]: a bd_break, whether a line may end before byte i of `text`; length + 1 of
 * them, in env->scratch. Complains where Lao cannot be broken. */
uint8_t *bd_breaks(bd_env *env, const char *text, size_t length, const bd_place *place);
