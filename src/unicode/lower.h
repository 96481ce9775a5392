/* lower.h - small letters. */
#pragma once
#include "base/arena.h"

/* The text in small letters (Unicode's full mappings, no language's own). Valid UTF-8 in; NFC in,
 * NFC out. */
char *bd_lower(bd_arena *arena, const char *text);
