/* collate.h - sorting names as a Vietnamese dictionary does: by letters (a ă â b c d đ e ê …), then
 * by tones (ngang huyền hỏi ngã sắc nặng), then small before capital; the order of CLDR's `vi`.
 * Signs stand before digits, digits before letters. */
#pragma once
#include "base/arena.h"

/* A key: strcmp of two keys orders their texts. Different texts have different keys. */
const char *bd_collate_key(bd_arena *arena, const char *text);
