/* upper.h - capitals of Latin text, Vietnamese above all. */
#pragma once
#include "base/arena.h"

/* The text in capitals: Latin letters of Unicode's blocks up to Extended Additional, by the simple
 * mappings of UnicodeData.txt; all else (Lao has no case) stays. NFC in, NFC out. */
char *bd_upper(bd_arena *arena, const char *text);
