/* draw.c - cells into scene nodes: what lies over what (items.h).
 *
 * A cell's order is Vega's: background, guides below, marks, guides above, then its legends,
 * headers and title, and the cells in it. */
#include "scene/draw.h"

#include <math.h>

/* A border of about 1 px is moved by half of it, onto whole pixels. */
static double border_shift(const bd_stroke *stroke)
{
	bool thin = stroke->width > 0.5 && stroke->width < 1.5;
	return stroke->paint.kind != BD_PAINT_NONE && thin ? 0.5 - fabs(stroke->width - 1) : 0;
}

static void draw_background(const bd_cell *cell, bd_node *group)
{
	bool stroked = cell->stroke.paint.kind != BD_PAINT_NONE && cell->stroke.width > 0;
	if ((cell->fill.kind == BD_PAINT_NONE && !stroked) ||
	    !(cell->width > 0 && cell->height > 0))
		return;
	double shift = border_shift(&cell->stroke), r = fmax(0, cell->corner_radius);
	bd_rect box = { shift, shift, cell->width, cell->height };
	bd_path *path = BD_NEW(group->group.arena, bd_path);
	*path = bd_path_new(group->group.arena);
	bd_path_round_rect(path, box, (const double[4]){ r, r, r, r });
	bd_paint fill = bd_draw_over_box(group->group.arena, cell->fill, box);
	bd_stroke stroke = cell->stroke;
	stroke.paint = bd_draw_dimmed(stroke.paint, cell->opacity);
	bd_add_shape(group, path, bd_draw_dimmed(fill, cell->opacity),
		     stroked ? stroke : (bd_stroke){ 0 });
}

static void draw_axes(bd_env *env, const bd_cell *cell, bool above, bd_node *group)
{
	bd_holes holes = above ? (bd_holes){ 0 } : bd_draw_text_holes(env, cell);
	for (size_t i = 0; i < cell->axes.count; i++) {
		if (cell->axes.items[i]->above != above)
			continue;
		bd_axis_items axis = bd_draw_stopped(env, cell->axes.items[i], &holes);
		bd_draw_axis(env, &axis, group);
	}
}

void bd_cell_draw(bd_env *env, const bd_cell *cell, bd_node *group)
{
	bd_node *own = bd_add_group(group);
	own->group.transform = bd_matrix_translate(cell->x, cell->y);
	own->group.name = cell->name;
	draw_background(cell, own);
	draw_axes(env, cell, false, own);
	for (size_t i = 0; i < cell->marks.count; i++)
		bd_draw_mark(env, cell->marks.items[i], cell, own);
	draw_axes(env, cell, true, own);
	for (size_t i = 0; i < cell->legends.count; i++)
		bd_draw_legend(env, cell->legends.items[i], own);
	for (size_t i = 0; i < cell->headers.count; i++)
		bd_draw_header(env, cell->headers.items[i], own);
	bd_draw_title(env, &cell->title, own);
	for (size_t i = 0; i < cell->cells.count; i++)
		bd_cell_draw(env, cell->cells.items[i], own);
}
