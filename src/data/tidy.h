/* tidy.h - files as offices keep them: blanks round words, empty lines, columns without a name.
 * For posters; a bare Vega-Lite spec takes files as they are. */
#pragma once
#include "data/cells.h"

/* The second of a name gets a number: "số 2". The names must outlive the call; new ones are in the
 * arena. */
void bd_distinct_names(bd_arena *arena, const char **names, size_t count);

/* Every name without blanks round it and with one blank for several (also for a line's end); a
 * column without a name gets its letter ("C"); then each is made distinct. */
void bd_tidy_names(bd_arena *arena, const char **names, size_t count);

/* Rows that hold nothing but blanks go; cells are read without the blanks round them. */
void bd_tidy_cells(bd_cells *cells);

/* The same for a sheet: a new table in *table where there was something to do. Characters that no
 * text may hold are complained of, each at its cell. */
void bd_tidy_sheet(bd_env *env, bd_table **table);
