/* reduce.c - see reduce.h. */
#include "scene/reduce.h"

#include <math.h>

/* The scene is made before the density is known; two columns a px suffice for screens at twice
 * the density and for print at a fifth of a millimetre. */
static const double COLUMNS_PER_PX = 2;
static const size_t FEW = 256; /* points that are never worth reducing */

static inline double number_of(bd_numbers numbers, bd_numbers otherwise, size_t item)
{
	double number = bd_number_at(numbers, item);
	if (!isnan(number))
		return number;
	number = bd_number_at(otherwise, item);
	return isnan(number) ? 0 : number;
}

static inline size_t item_of(const bd_edge *e, size_t i)
{
	return e->backwards ? e->from + e->count - 1 - i : e->from + i;
}

static inline double x_at(const bd_edge *e, size_t i)
{
	return number_of(e->x, e->x_else, item_of(e, i));
}

static inline bd_point point_at(const bd_edge *e, size_t i)
{
	return (bd_point){ x_at(e, i), number_of(e->y, e->y_else, item_of(e, i)) };
}

static bool runs_one_way(const bd_edge *e)
{
	bool forth = true, back = true;
	double last = x_at(e, 0);
	for (size_t i = 1; i < e->count && (forth || back); i++) {
		double x = x_at(e, i);
		forth = forth && x >= last;
		back = back && x <= last;
		last = x;
	}
	return forth || back;
}

/* One column of half a pixel, while points fall into it. */
typedef struct column {
	double left, right; /* its sides, in columns: left <= x < right */
	bd_point low, high, last;
	size_t first_at, low_at, high_at, last_at;
} column;

static column begin_column(bd_point p, size_t at)
{
	double left = floor(p.x * COLUMNS_PER_PX);
	return (column){ left, left + 1, p, p, p, at, at, at, at };
}

/* Adds what is kept of a column behind its first point, which stands there already. */
static size_t end_column(const column *c, bd_point *points, size_t kept)
{
	bool low_first = c->low_at < c->high_at;
	const bd_point three[] = { low_first ? c->low : c->high, low_first ? c->high : c->low,
				   c->last };
	const size_t places[] = { c->first_at, low_first ? c->low_at : c->high_at,
				  low_first ? c->high_at : c->low_at, c->last_at };
	for (int k = 0; k < 3; k++)
		if (places[k + 1] != places[k])
			points[kept++] = three[k];
	return kept;
}

static bd_point *reduced(bd_arena *arena, const bd_edge *e, size_t *left)
{
	size_t room = FEW * 4, kept = 0;
	bd_point *points = BD_ARRAY(arena, room, bd_point), p = point_at(e, 0);
	column c = begin_column(p, 0);
	points[kept++] = p;
	for (size_t i = 1; i < e->count; i++) {
		p = point_at(e, i);
		double place = p.x * COLUMNS_PER_PX;
		if (place < c.left || place >= c.right) {
			kept = end_column(&c, points, kept);
			if (kept + 4 > room)
				points = bd_list_grow(arena, points, kept, kept + 4, &room,
						      sizeof *points);
			c = begin_column(p, i);
			points[kept++] = p;
			continue;
		}
		if (p.y < c.low.y) {
			c.low = p;
			c.low_at = i;
		} else if (p.y > c.high.y) {
			c.high = p;
			c.high_at = i;
		}
		c.last = p;
		c.last_at = i;
	}
	*left = end_column(&c, points, kept);
	return points;
}

bd_point *bd_edge_points(bd_arena *arena, const bd_edge *e)
{
	bd_point *points = BD_ARRAY(arena, e->count, bd_point);
	for (size_t i = 0; i < e->count; i++)
		points[i] = point_at(e, i);
	return points;
}

bd_point *bd_reduce_edge(bd_arena *arena, const bd_edge *e, size_t *left)
{
	if (e->count > FEW && runs_one_way(e))
		return reduced(arena, e, left);
	*left = e->count;
	return bd_edge_points(arena, e);
}
