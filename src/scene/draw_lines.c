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

/* The next run of points behind the one that `edge` holds; false at the end. */
static bool next_run(const bd_items *m, bd_edge *edge)
{
	size_t i = edge->from + edge->count;
	while (i < m->count && !is_point(m, i))
		i++;
	edge->from = i;
	while (i < m->count && is_point(m, i))
		i++;
	edge->count = i - edge->from;
	return edge->count > 0;
}

/* One edge. What was reduced shows no curve between two points any more. */
static void add_edge(bd_path *path, const bd_items *m, const bd_edge *edge, bool join)
{
	bd_arena scratch = { 0 };
	size_t left;
	bd_point *points = bd_reduce_edge(&scratch, edge, &left);
	bd_curve curve = { left < edge->count ? NULL : m->interpolate, m->tension };
	bd_curve_add(path, &curve, points, left, m->horizontal, join);
	bd_arena_free(&scratch);
}

static bd_path *new_path(bd_node *group)
{
	bd_path *path = BD_NEW(group->group.arena, bd_path);
	*path = bd_path_new(group->group.arena);
	return path;
}

/* The points of a long line without a gap that runs one way, where straight lines join them; NULL
 * of others. */
static const bd_line_points *long_line(const bd_items *m, bd_arena *arena)
{
	if (m->count < BD_LONG_LINE || m->defined || !m->x.each || !m->y.each ||
	    (m->interpolate && strcmp(m->interpolate, "linear")))
		return NULL;
	bd_number_span x = bd_numbers_span(m->x.each, m->count);
	bd_number_span y = bd_numbers_span(m->y.each, m->count);
	if (!x.finite || !y.finite || !bd_runs_one_way(m->x.each, m->count))
		return NULL;
	bd_line_points *all = BD_NEW(arena, bd_line_points);
	bd_rect box = { x.min, y.min, x.max - x.min, y.max - y.min };
	*all = (bd_line_points){ m->x.each, m->y.each, m->count, box };
	return all;
}

static const bd_path *line_path(const bd_items *m, bd_node *group)
{
	bd_path *path = new_path(group);
	bd_edge edge = { .x = m->x, .y = m->y };
	while (next_run(m, &edge)) {
		add_edge(path, m, &edge, false);
		if (edge.count == 1) /* a lone point shows where caps are round */
			bd_path_close(path);
	}
	return path;
}

void bd_draw_line(const bd_items *mark, bd_node *group)
{
	const bd_line_points *all = long_line(mark, group->group.arena);
	const bd_path *path = all ? NULL : line_path(mark, group);
	bd_draw_shape(bd_draw_link(mark, 0, group), path, all, mark, 0);
}

void bd_draw_area(const bd_items *mark, bd_node *group)
{
	bd_path *path = new_path(group);
	bd_edge near = { .x = mark->x, .y = mark->y };
	while (next_run(mark, &near)) {
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
	while (next_run(mark, &run))
		bd_trail_add(path, bd_edge_points(&scratch, &run), sizes + run.from, run.count);
	bd_draw_path(bd_draw_link(mark, 0, group), path, mark, 0);
	bd_arena_free(&scratch);
}
