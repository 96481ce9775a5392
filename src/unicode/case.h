/* case.h - upper and lower case, the same in every locale of the process (Unicode's simple
 * mappings; for Vietnamese these are all there is). */
#pragma once
#include "base/arena.h"

/* NUL-ended copies. «Sông Mã» → «SÔNG MÃ». */
const char *bd_upper(bd_arena *arena, const char *text);
const char *bd_lower(bd_arena *arena, const char *text);
