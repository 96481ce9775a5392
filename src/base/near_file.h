/* near_file.h - the file that was meant by a path that names none. */
#pragma once
#include "base/diag.h"

/* The path, with '/', of the file nearest to `name` among those of its folder below `base`: one
 * that differs in capitals only, else one that is misspelt; NULL where there is none, or where the
 * path leaves `base`. */
const char *bd_near_file(bd_arena *arena, const char *base, const char *name);

/* Adds to a complaint about a missing file what was probably meant: a near file in one of the
 * folders (NULL-ended), or how paths are written where this one is Windows' or absolute. */
void bd_suggest_file(bd_diags *diags, bd_diag *diag, const char *const folders[], const char *name);
