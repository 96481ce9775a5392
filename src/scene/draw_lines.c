/* draw_lines.c - line, area and trail marks: all items of a mark are points of one outline, broken
 * where one is not defined (draw.h). The first item says how it looks. */
#include "scene/draw.h"
#include "scene/reduce.h"

#include <math.h>

/* The defined points of a mark, a piece at a time. `far` is the other edge of an area. */
typedef struct bd_piece {
	bd_point *near, *far;
	double *sizes;
	size_t count;
} bd_piece;

static bd_piece piece_new(bd_arena *arena, const bd_items *m)
{
	bool area = m->type == BD_ITEM_AREA;
	return (bd_piece){ .near = BD_ARRAY(arena, m->count, bd_point),
			   .far = area ? BD_ARRAY(arena, m->count, bd_point) : NULL,
			   .sizes = m->type == BD_ITEM_TRAIL ? BD_ARRAY(arena, m->count, double)
							     : NULL };
}

static double or_else(double number, double otherwise)
{
	return isnan(number) ? otherwise : number;
}

static bool add_point(bd_piece *piece, const bd_items *m, size_t i)
{
	bd_point near = { or_else(bd_number_at(m->x, i), 0), or_else(bd_number_at(m->y, i), 0) };
	bd_point far = { m->horizontal ? or_else(bd_number_at(m->x2, i), near.x) : near.x,
			 m->horizontal ? near.y : or_else(bd_number_at(m->y2, i), near.y) };
	if ((m->defined && !m->defined[i]) || !isfinite(near.x + near.y + far.x + far.y))
		return false;
	piece->near[piece->count] = near;
	if (piece->far)
		piece->far[piece->count] = far;
	if (piece->sizes)
		piece->sizes[piece->count] = fmax(0, or_else(bd_number_at(m->size, i), 1));
	piece->count++;
	return true;
}

/* The next run of defined points from *i on; false at the end. */
static bool next_piece(bd_piece *piece, const bd_items *m, size_t *i)
{
	piece->count = 0;
	while (*i < m->count) {
		bool defined = add_point(piece, m, (*i)++);
		if (!defined && piece->count)
			return true;
	}
	return piece->count > 0;
}

static void reverse(bd_point *p, size_t count)
{
	for (size_t i = 0; i < count / 2; i++) {
		bd_point kept = p[i];
		p[i] = p[count - 1 - i];
		p[count - 1 - i] = kept;
	}
}

/* One edge. What was reduced shows no curve between two points any more. */
static void add_edge(bd_path *path, const bd_items *m, bd_point *points, size_t count, bool join)
{
	size_t left = bd_reduce_points(points, count);
	bd_curve curve = { left < count ? NULL : m->interpolate, m->tension };
	bd_curve_add(path, &curve, points, left, m->horizontal, join);
}

static bd_path *new_path(bd_node *group)
{
	bd_path *path = BD_NEW(group->group.arena, bd_path);
	*path = bd_path_new(group->group.arena);
	return path;
}

void bd_draw_line(const bd_items *mark, bd_node *group)
{
	bd_arena scratch = { 0 };
	bd_piece piece = piece_new(&scratch, mark);
	bd_path *path = new_path(group);
	for (size_t i = 0; next_piece(&piece, mark, &i);) {
		add_edge(path, mark, piece.near, piece.count, false);
		if (piece.count == 1) /* a lone point shows where caps are round */
			bd_path_close(path);
	}
	bd_draw_path(bd_draw_link(mark, 0, group), path, mark, 0);
	bd_arena_free(&scratch);
}

void bd_draw_area(const bd_items *mark, bd_node *group)
{
	bd_arena scratch = { 0 };
	bd_piece piece = piece_new(&scratch, mark);
	bd_path *path = new_path(group);
	for (size_t i = 0; next_piece(&piece, mark, &i);) {
		add_edge(path, mark, piece.near, piece.count, false);
		reverse(piece.far, piece.count);
		add_edge(path, mark, piece.far, piece.count, true);
		bd_path_close(path);
	}
	bd_draw_path(bd_draw_link(mark, 0, group), path, mark, 0);
	bd_arena_free(&scratch);
}

void bd_draw_trail(const bd_items *mark, bd_node *group)
{
	bd_arena scratch = { 0 };
	bd_piece piece = piece_new(&scratch, mark);
	bd_path *path = new_path(group);
	for (size_t i = 0; next_piece(&piece, mark, &i);)
		bd_trail_add(path, piece.near, piece.sizes, piece.count);
	bd_draw_path(bd_draw_link(mark, 0, group), path, mark, 0);
	bd_arena_free(&scratch);
}
