/* assemble.h - views into cells of items: plots (assemble.c), facets (facet.c),
 * concats and their grid (grid.c). */
#pragma once
#include "base/array.h"
#include "chart/encode/model.h"

/* Fits the scales of a view and everything below that is not in a facet, to the rows at hand. */
void bd_view_fit(bd_view *view);
/* The cell of a fitted view, with all below it. */
bd_cell *bd_view_assemble(bd_view *view);
bd_cell *bd_facet_assemble(bd_view *view);
bd_cell *bd_concat_assemble(bd_view *view);

/* --- grid.c --- */
typedef enum { BD_ALIGN_EACH, BD_ALIGN_ALL, BD_ALIGN_NONE } bd_grid_align;
typedef struct bd_concat_grid {
	size_t columns;
	double spacing_x, spacing_y;
	bd_grid_align align_x, align_y;
	bool center_x, center_y;
	bool flush; /* bounds: axes do not count */
} bd_concat_grid;
bd_concat_grid bd_grid_of(bd_view *view, const char *config, size_t columns);
/* Sets x, y of cells so that none overlap; the bounds of all. */
bd_rect bd_grid_place(const bd_concat_grid *grid, bd_cell *const *cells, size_t count);
/* Bounds of a cell: its plot, axes, legends, headers, title and the cells in it. */
void bd_cell_finish(bd_view *view, bd_cell *cell);
