/* reduce.c - see reduce.h. */
#include "scene/reduce.h"

#include "base/number_span.h"
#include "base/parallel.h"
#include <math.h>

/* The scene is made before the density is known; four columns a px suffice for screens at twice
 * the density and for print at a fifth of a millimetre. */
static const double COLUMNS_PER_PX = 4;
enum { PARALLEL = 100000 }; /* points worth threads */

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
	unsigned forth = 1, back = 1; /* a million times no branch */
	double last = x_at(e, 0);
	for (size_t i = 1; i < e->count && (forth | back); i++) {
		double x = x_at(e, i);
		forth &= x >= last;
		back &= x <= last;
		last = x;
	}
	return forth | back;
}

/* The first point behind `from` that stands outside of its column. x runs one way, so that it is
 * found by steps that double, and halving the last. */
static size_t column_end(const bd_edge *e, size_t from)
{
	double left = floor(x_at(e, from) * COLUMNS_PER_PX), right = left + 1, x;
	size_t in = from, step = 1, out;
	while ((out = in + step) < e->count &&
	       (x = x_at(e, out) * COLUMNS_PER_PX, x >= left && x < right)) {
		in = out;
		step *= 2;
	}
	out = out < e->count ? out : e->count;
	while (out - in > 1) {
		size_t middle = in + (out - in) / 2;
		x = x_at(e, middle) * COLUMNS_PER_PX;
		if (x >= left && x < right)
			in = middle;
		else
			out = middle;
	}
	return out;
}

/* The first of the lowest and of the highest points from `from` to before `end`. */
static void find_extremes(const bd_edge *e, size_t from, size_t end, size_t *low, size_t *high)
{
	*low = *high = from;
	if (e->y.each && !e->backwards) {
		const double *y = e->y.each + e->from;
		bd_number_span span = bd_numbers_span(y + from, end - from);
		if (span.finite) {
			while (y[*low] != span.min)
				++*low;
			while (y[*high] != span.max)
				++*high;
			return;
		}
	}
	double least = point_at(e, from).y, most = least;
	for (size_t i = from + 1; i < end; i++) {
		double y = point_at(e, i).y;
		if (y < least) {
			least = y;
			*low = i;
		} else if (y > most) {
			most = y;
			*high = i;
		}
	}
}

static bd_point *reduced(bd_arena *arena, const bd_edge *e, size_t *left)
{
	size_t room = 0, kept = 0;
	bd_point *points = NULL;
	for (size_t from = 0, end; from < e->count; from = end) {
		size_t low, high;
		end = column_end(e, from);
		find_extremes(e, from, end, &low, &high);
		const size_t four[] = { from, low < high ? low : high, low < high ? high : low,
					end - 1 };
		if (kept + 4 > room)
			points = bd_list_grow(arena, points, kept, kept + 4, &room, sizeof *points);
		for (int k = 0; k < 4; k++)
			if (k == 0 || four[k] != four[k - 1])
				points[kept++] = point_at(e, four[k]);
	}
	*left = kept;
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
	if (e->count > BD_LONG_LINE && runs_one_way(e))
		return reduced(arena, e, left);
	*left = e->count;
	return bd_edge_points(arena, e);
}

const bd_path *bd_shape_path(const bd_shape *shape, bd_arena *arena)
{
	if (!shape->all)
		return shape->path;
	bd_path *path = BD_NEW(arena, bd_path);
	bd_arena scratch = { 0 };
	size_t left;
	bd_edge edge = { .x = { .each = shape->all->x },
			 .y = { .each = shape->all->y },
			 .count = shape->all->count };
	const bd_point *points = bd_reduce_edge(&scratch, &edge, &left);
	*path = bd_path_new(arena);
	for (size_t i = 0; i < left; i++)
		if (i)
			bd_path_line(path, points[i].x, points[i].y);
		else
			bd_path_move(path, points[i].x, points[i].y);
	bd_arena_free(&scratch);
	return path;
}

typedef struct way {
	const double *numbers;
	unsigned forth[BD_SLICES], back[BD_SLICES];
} way;

static void look_which_way(void *context, size_t slice, size_t from, size_t end)
{
	way *w = context;
	const double *n = w->numbers;
	unsigned forth = 1, back = 1; /* a million times no branch */
	for (size_t i = from ? from : 1; i < end; i++) {
		forth &= n[i] >= n[i - 1];
		back &= n[i] <= n[i - 1];
	}
	w->forth[slice] = forth;
	w->back[slice] = back;
}

bool bd_runs_one_way(const double *numbers, size_t count)
{
	way w = { .numbers = numbers };
	unsigned forth = 1, back = 1;
	size_t slices = bd_parallel(count, PARALLEL, look_which_way, &w);
	for (size_t i = 0; i < slices; i++) {
		forth &= w.forth[i];
		back &= w.back[i];
	}
	return forth | back;
}
