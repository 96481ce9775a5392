/* assemble.h - inside chart/: views into cells of items: plots (assemble.c), facets (facet.c),
 * concats and their grid (grid.c). */
#pragma once
#include "base/array.h"
#include "chart/guide.h"
#include "chart/model.h"

/* Fits the scales of a view and everything below that is not in a facet, to the rows at hand. */
void bd_view_fit(bd_view *view);
/* The cell of a fitted view, with all below it. */
bd_cell *bd_view_assemble(bd_view *view);
bd_cell *bd_facet_assemble(bd_view *view);
bd_cell *bd_concat_assemble(bd_view *view);
/* A unit's marks, added to a cell. */
void bd_unit_assemble(bd_view *unit, bd_cell *cell);
/* Rows that have no place, left out where the mark says so. */
void bd_unit_filter_invalid(bd_view *unit);

/* Axes of this plot stand in a facet's headers instead. */
bool bd_axis_is_in_header(const bd_view *plot, const bd_guide_plan *plan);

/* --- grid.c --- */
typedef struct bd_concat_grid {
	size_t columns;
	double spacing_x, spacing_y;
	bool align_all, align_none; /* else each */
	bool center_x, center_y;
	bool flush; /* bounds: axes do not count */
} bd_concat_grid;
bd_concat_grid bd_grid_of(bd_view *view, const char *config, size_t columns);
/* Sets x, y of cells so that none overlap; the bounds of all. */
bd_rect bd_grid_place(const bd_concat_grid *grid, bd_cell *const *cells, size_t count);
/* Bounds of a cell: its plot, axes, legends, headers, title and the cells in it. */
void bd_cell_finish(bd_env *env, bd_cell *cell);

/* --- paths.c --- */
/* The rows in the order of their place along a channel. */
bd_table *bd_table_by_place(bd_view *unit, bd_table *table, bd_channel channel);
/* The (empty) rectangles of interval selections, behind or before the marks. */
void bd_brushes_assemble(bd_view *unit, bd_cell *cell, bool behind);
/* --- voronoi.c --- */
/* The invisible cells of a selection of the nearest of these marks, if the unit has one. */
void bd_voronoi_assemble(bd_view *unit, bd_cell *cell, const bd_items *marks);
