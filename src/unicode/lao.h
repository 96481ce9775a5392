/* lao.h - where a line of Lao may end. Lao puts no blanks between words; ICU's dictionary knows
 * them (UAX #14, class SA). ICU is loaded on first use: its data weigh 31 MB, and most pictures
 * hold no Lao. */
#pragma once
#include "base/library.h"
#include <stdbool.h>

typedef struct bd_lao bd_lao;
extern const bd_library bd_icu;

/* Lives in `arena` and is closed by bd_lao_free. NULL where the system has no ICU of the version
 * that bieudo was built with. */
bd_lao *bd_lao_new(bd_arena *arena);
void bd_lao_free(bd_lao *lao);

/* may_break[i] (length + 1 of them, in `arena`): whether a line may end before byte i of `text`,
 * which is valid UTF-8. */
const bool *bd_lao_breaks(bd_lao *lao, bd_arena *arena, const char *text, size_t length);

bool bd_is_lao(unsigned character); /* of the Lao block */
/* Lao vowels that are written before their consonant: no line ends after one. */
bool bd_is_lao_prevowel(unsigned character);
