/* draw_grid.c - a grid that stops where the texts of marks stand (draw.h): figures over a line of
 * the grid read badly, and a halo would also lie over the marks. */
#include "scene/draw.h"

#include <math.h>

enum { MOST_TEXTS = 400 }; /* more than can be read: the grid is left as it is */

#define AIR 0.22 /* of a text's size, around it */

bd_holes bd_draw_text_holes(bd_env *env, const bd_cell *cell)
{
	bd_holes holes = { 0 };
	size_t texts = 0;
	for (size_t i = 0; i < cell->marks.count; i++)
		texts += cell->marks.items[i]->type == BD_ITEM_TEXT ? cell->marks.items[i]->count
								    : 0;
	if (!cell->grid_stops || !cell->axes.count || texts > MOST_TEXTS)
		return holes;
	bd_node *drawn = bd_group_new(env->arena);
	bd_diags before = *env->diags; /* what is wrong is told when it is drawn for good */
	for (size_t i = 0; i < cell->marks.count; i++)
		if (cell->marks.items[i]->type == BD_ITEM_TEXT)
			bd_draw_texts(env, cell->marks.items[i], drawn);
	*env->diags = before;
	if (before.last)
		*before.last = NULL;
	for (const bd_node *n = drawn->group.first; n; n = n->next) {
		double air = AIR * (n->kind == BD_NODE_GLYPHS ? n->glyphs.run.size : 16);
		bd_push(env->scratch, &holes, bd_rect_inset(bd_node_bounds(n), -air));
	}
	return holes;
}

/* What a hole takes of a line, as shares of its length; false where it does not meet it. */
static bool taken(const bd_guide_line *line, bd_rect hole, double *from, double *to)
{
	bool level = line->y == line->y2;
	double across = level ? line->y : line->x, start = level ? line->x : line->y;
	double length = level ? line->x2 - line->x : line->y2 - line->y;
	double side = level ? hole.y : hole.x, thick = level ? hole.height : hole.width;
	double near = level ? hole.x : hole.y, long_side = level ? hole.width : hole.height;
	if ((!level && line->x != line->x2) || !(fabs(length) > 0) || !(across > side) ||
	    !(across < side + thick))
		return false;
	double a = (near - start) / length, b = (near + long_side - start) / length;
	*from = fmax(0, fmin(a, b));
	*to = fmin(1, fmax(a, b));
	return *to > *from;
}

static bd_guide_line piece(const bd_guide_line *line, double from, double to)
{
	bd_guide_line p = *line;
	p.x = line->x + from * (line->x2 - line->x);
	p.y = line->y + from * (line->y2 - line->y);
	p.x2 = line->x + to * (line->x2 - line->x);
	p.y2 = line->y + to * (line->y2 - line->y);
	return p;
}

/* The line from `at` on, up to the first hole, and on behind it. */
static void add_pieces(bd_env *env, const bd_guide_line *line, const bd_holes *holes,
		       bd_point shift, bd_axis_items *out)
{
	double at = 0;
	while (at < 1) {
		double end = 1, next = 1;
		for (size_t i = 0; i < holes->count; i++) {
			bd_rect hole = holes->items[i];
			double from, to;
			hole.x -= shift.x;
			hole.y -= shift.y;
			if (!taken(line, hole, &from, &to) || to <= at || from > end)
				continue;
			next = from < end ? to : fmax(next, to);
			end = from;
		}
		if (end > at)
			bd_push(env->scratch, &out->grid, piece(line, at, end));
		if (end >= 1)
			return;
		at = next;
	}
}

bd_axis_items bd_draw_stopped(bd_env *env, const bd_axis_items *axis, const bd_holes *holes)
{
	bd_axis_items out = *axis;
	if (!holes->count)
		return out;
	out.grid.items = NULL;
	out.grid.count = out.grid.room = 0;
	bd_point shift = { axis->x + axis->translate, axis->y + axis->translate };
	for (size_t i = 0; i < axis->grid.count; i++)
		add_pieces(env, &axis->grid.items[i], holes, shift, &out);
	return out;
}
