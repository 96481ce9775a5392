/* find.h - where a letter stands in data that was read (base/origins.h): a file's place is looked
 * for only once something of it cannot be drawn. */
#pragma once
#include "base/origins.h"

/* Of a text file: `file` is its bd_source. The line and column of the first such bytes, in `arena`;
 * NULL where there are none. */
const bd_place *bd_find_in_text(void *file, bd_arena *arena, const char *letter);
/* Of a sheet, or of rows in the spec: `file` is their bd_table. The place of the first such cell.
 */
const bd_place *bd_find_in_table(void *file, bd_arena *arena, const char *letter);
