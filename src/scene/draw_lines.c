/* draw_lines.c - line, area and trail marks: all items of a mark are points of one outline, broken
 * where one is not defined (draw.h). The first item says how it looks. */
#include "base/number_span.h"
#include "scene/draw.h"
#include "scene/reduce.h"

#include <math.h>
#include <string.h>

static double or_else(double number, double otherwise)
{
	return isnan(number) ? otherwise : number;
}

/* Is item i a point of the outline, and not a gap in it? */
static inline bool is_point(const bd_items *m, size_t i)
{
	double x = or_else(bd_number_at(m->x, i), 0), y = or_else(bd_number_at(m->y, i), 0);
	double x2 = m->horizontal ? or_else(bd_number_at(m->x2, i), x) : x;
	double y2 = m->horizontal ? y : or_else(bd_number_at(m->y2, i), y);
	return (!m->defined || m->defined[i]) && isfinite(x + y + x2 + y2);
}

/* Most lines have no gap. */
static bool is_whole(const bd_items *m)
{
	return m->type == BD_ITEM_LINE && !m->defined && m->x.each && m->y.each &&
	       bd_numbers_span(m->x.each, m->count).finite &&
	       bd_numbers_span(m->y.each, m->count).finite;
}

/* The next run of points behind the one that `edge` holds; false at the end. */
static bool next_run(const bd_items *m, bool whole, bd_edge *edge)
{
	size_t i = edge->from + edge->count;
	if (i == 0 && whole)
		return (edge->count = m->count) > 0;
	while (i < m->count && !is_point(m, i))
		i++;
	edge->from = i;
	while (i < m->count && is_point(m, i))
		i++;
	edge->count = i - edge->from;
	return edge->count > 0;
}

/* One edge; true where points were left out. What was reduced shows no curve between two points any
 * more. */
static bool add_edge(bd_path *path, const bd_items *m, const bd_edge *edge, bool join)
{
	bd_arena scratch = { 0 };
	size_t left;
	bd_point *points = bd_reduce_edge(&scratch, edge, &left);
	bd_curve curve = { left < edge->count ? NULL : m->interpolate, m->tension };
	bd_curve_add(path, &curve, points, left, m->horizontal, join);
	bd_arena_free(&scratch);
	return left < edge->count;
}

static bd_path *new_path(bd_node *group)
{
	bd_path *path = BD_NEW(group->group.arena, bd_path);
	*path = bd_path_new(group->group.arena);
	return path;
}

/* The points of a line without a gap where straight lines join them. What is left of them in the
 * path goes as far to each side. */
static const bd_line_points *all_points(const bd_items *m, const bd_path *left, bd_arena *arena)
{
	if (m->interpolate && strcmp(m->interpolate, "linear"))
		return NULL;
	bd_line_points *all = BD_NEW(arena, bd_line_points);
	*all = (bd_line_points){ m->x.each, m->y.each, m->count, bd_path_bounds(left) };
	return all;
}

void bd_draw_line(const bd_items *mark, bd_node *group)
{
	bd_path *path = new_path(group);
	bd_edge edge = { .x = mark->x, .y = mark->y };
	bool whole = is_whole(mark), thinned = false;
	while (next_run(mark, whole, &edge)) {
		thinned = add_edge(path, mark, &edge, false);
		if (edge.count == 1) /* a lone point shows where caps are round */
			bd_path_close(path);
	}
	bd_node *node = bd_draw_path(bd_draw_link(mark, 0, group), path, mark, 0);
	if (node && whole && thinned)
		node->shape.all = all_points(mark, path, group->group.arena);
}

void bd_draw_area(const bd_items *mark, bd_node *group)
{
	bd_path *path = new_path(group);
	bd_edge near = { .x = mark->x, .y = mark->y };
	while (next_run(mark, false, &near)) {
		bd_edge far = near;
		far.backwards = true;
		if (mark->horizontal) {
			far.x = mark->x2;
			far.x_else = mark->x;
		} else {
			far.y = mark->y2;
			far.y_else = mark->y;
		}
		add_edge(path, mark, &near, false);
		add_edge(path, mark, &far, true);
		bd_path_close(path);
	}
	bd_draw_path(bd_draw_link(mark, 0, group), path, mark, 0);
}

void bd_draw_trail(const bd_items *mark, bd_node *group)
{
	bd_arena scratch = { 0 };
	double *sizes = BD_ARRAY(&scratch, mark->count, double);
	for (size_t i = 0; i < mark->count; i++)
		sizes[i] = fmax(0, or_else(bd_number_at(mark->size, i), 1));
	bd_path *path = new_path(group);
	bd_edge run = { .x = mark->x, .y = mark->y };
	while (next_run(mark, false, &run))
		bd_trail_add(path, bd_edge_points(&scratch, &run), sizes + run.from, run.count);
	bd_draw_path(bd_draw_link(mark, 0, group), path, mark, 0);
	bd_arena_free(&scratch);
}
