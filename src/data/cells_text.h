/* cells_text.h - inside data/: a column's cells as text. */
#pragma once
#include "data/cells.h"

/* Fills in the column's values. Where few different texts repeat, as names and years do, each is
 * kept once, and the column knows its codes (data/group.h). */
void bd_cells_make_text(bd_arena *arena, const bd_cells *cells, bd_column *column);
