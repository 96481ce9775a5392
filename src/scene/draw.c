/* draw.c - cells into scene nodes: what lies over what (items.h).
 *
 * A cell's order is Vega's: background, guides below, marks, guides above, then its legends,
 * headers and title, and the cells in it. */
#include "scene/draw.h"

#include <math.h>

void bd_cell_draw(bd_env *env, const bd_cell *cell, bd_node *group)
{
	bd_node *own = bd_add_group(group);
	own->group.transform = bd_matrix_translate(cell->x, cell->y);
	own->group.name = cell->name;
	for (size_t i = 0; i < cell->cells.count; i++)
		bd_cell_draw(env, cell->cells.items[i], own);
}
