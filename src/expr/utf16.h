/* utf16.h - strings by JavaScript's positions, which count UTF-16 units: a character beyond the
 * Basic Multilingual Plane counts two. */
#pragma once
#include "base/value.h"

size_t bd_utf16_length(bd_value string);
/* From `start` to before `end`; both are cut to the string. Half a character is none. */
bd_value bd_utf16_slice(bd_arena *arena, bd_value string, double start, double end);
/* The unit that a byte offset stands at. */
size_t bd_utf16_at(bd_value string, size_t byte);
