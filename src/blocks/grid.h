/* grid.h - blocks side by side on the 12-column grid. */
#pragma once
#include "blocks/block.h"

enum { BD_GRID = 12, BD_MOST_COLUMNS = 6 };

/* x and width of each of `count` columns that span `spans` grid columns, in `width` px. */
typedef struct bd_grid {
	size_t count;
	double x[BD_MOST_COLUMNS], width[BD_MOST_COLUMNS];
} bd_grid;
bd_grid bd_grid_columns(const int *spans, size_t count, double width, double gutter);
