/* csv_scan.h - inside data/: where the cells of delimiter-separated text stand. */
#pragma once
#include "data/cells.h"

/* Adds the rows of the source's text from `at` on, of cells->count columns each. Complains about
 * rows with more, and a quote that is not closed. */
void bd_csv_scan(bd_env *env, bd_cells *cells, const char *at, char delimiter);

/* Where the cell at `at` ends: at a delimiter, a line end, or the end of the text. */
const char *bd_csv_cell_end(const char *at, const char *end, char delimiter, bool *unclosed);
