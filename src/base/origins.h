/* origins.h - where texts of data files stand, for complaints about what is drawn of them.
 *
 * A label of a chart does not know its cell: scales, stacks and legends lie between. So what cannot
 * be drawn is looked for in the data again, which costs nothing until there is such a thing. */
#pragma once
#include "base/arena.h"
#include "base/diag.h"

typedef struct bd_origins bd_origins;

/* Where a file holds the bytes `letter`; NULL where it does not. */
typedef const bd_place *bd_origin_find(void *file, bd_arena *arena, const char *letter);

bd_origins *bd_origins_new(bd_arena *arena);
/* Remembers a file (borrowed) with what looks into it. `origins` may be NULL. */
void bd_origins_add(bd_origins *origins, bd_origin_find *find, void *file);
/* The first place of all files; NULL where there is none, or `origins` is NULL. */
const bd_place *bd_origins_find(const bd_origins *origins, const char *letter);
