/* unit.h - a unit's marks as items of a cell: its rows go to the mark (src/marks) through an
 * encoder (encoder.h), paths once for each series. */
#pragma once
#include "chart/encode/model.h"

/* Leaves out rows that have no place, where the mark says so; once, when the scales' types are
 * known (invalid.c). */
void bd_unit_filter_invalid(bd_view *unit);
/* Such rows are drawn as if they had a place. */
bool bd_unit_shows_invalid(const bd_view *unit);

/* The marks of a unit whose scales are fitted, added to a cell. */
void bd_unit_assemble(bd_view *unit, bd_cell *cell);
/* The rectangles of interval selections, behind or before the marks (brush.c). */
void bd_brushes_assemble(bd_view *unit, bd_cell *cell, bool behind);
/* The invisible cells of a selection of the nearest of these marks, if the unit has one
 * (voronoi.c). */
void bd_voronoi_assemble(bd_view *unit, bd_cell *cell, const bd_items *marks);
