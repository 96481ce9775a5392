/* columns.h - how much room text takes on a terminal, and text that is safe to show there. */
#pragma once
#include "base/str.h"
#include <stdint.h>

/* 0 for a mark that stands on the character before it, 2 for a wide one (UAX #11), else 1. */
int bd_columns_of(uint32_t character);

/* Adds the character as it may be shown: a tab as four blanks; control, bidirectional and other
 * invisible characters as "<U+202E>". Returns the columns that were added. */
size_t bd_add_visible(bd_str *s, uint32_t character);
void bd_add_visible_text(bd_str *s, const char *text);
