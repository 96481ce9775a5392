#include "data/curve.h"

#include <math.h>
#include <string.h>

void bd_curve_rows_add(bd_env *env, bd_curve_rows *rows, size_t group, double x, double y)
{
	bd_push(env->arena, &rows->x, bd_v_number(x));
	bd_push(env->arena, &rows->y, bd_v_number(y));
	bd_push(env->arena, &rows->group, (uint32_t)group);
}

bd_table *bd_curve_table(bd_env *env, bd_table *table, const bd_groups *groups,
			 const char *const *groupby, size_t group_count, const bd_curve_rows *rows,
			 const char *const names[2])
{
	size_t count = rows->x.count;
	uint32_t *first = BD_ARRAY(env->arena, count, uint32_t);
	for (size_t i = 0; i < count; i++)
		first[i] = groups->first[rows->group.items[i]];
	bd_table *out = bd_table_new(env->arena, count);
	for (size_t i = 0; i < group_count; i++) {
		bd_column *c = bd_table_field(table, groupby[i]);
		if (!c)
			continue;
		bd_column *key = bd_column_pick(env->arena, c, first, count);
		key->name = bd_path_name(env->arena, groupby[i]);
		bd_table_set(out, key);
	}
	bd_table_set(out, bd_column_new_values(env->arena, names[0], rows->x.items, count));
	bd_table_set(out, bd_column_new_values(env->arena, names[1], rows->y.items, count));
	return out;
}

bd_pairs bd_pairs_of(bd_env *env, const double *x, const double *y, const uint32_t *rows,
		     size_t count)
{
	bd_pairs p = { BD_ARRAY(env->scratch, count, double), BD_ARRAY(env->scratch, count, double),
		       0 };
	for (size_t i = 0; i < count; i++) {
		double px = x[rows[i]], py = y[rows[i]];
		if (!isfinite(px) || !isfinite(py))
			continue;
		p.x[p.count] = px;
		p.y[p.count++] = py;
	}
	return p;
}

typedef struct point {
	double x, y;
} point;

/* The angle at p between r and q, in a picture one high and one wide. */
static double bend(point p, point q, point r, double sx, double sy)
{
	double whole = atan2(sy * (r.y - p.y), sx * (r.x - p.x));
	double half = atan2(sy * (q.y - p.y), sx * (q.x - p.x));
	return fabs(whole - half);
}

void bd_curve_sample(bd_env *env, bd_curve_rows *rows, size_t group, bd_fitted *curve,
		     const void *model, double low, double high, double least, double most)
{
	enum { MOST = 10000 };
	const double half_degree = 0.5 * 3.14159265358979323846 / 180;
	size_t steps = least >= 1 ? (size_t)fmin(least, MOST) : 25;
	double span = high - low, shortest = span / fmax((double)steps, fmin(most, MOST));
	point *ahead = BD_ARRAY(env->scratch, steps + 64, point), at = { low, curve(model, low) };
	size_t count = 0;
	double bottom = at.y, top = at.y;
	for (size_t i = steps; i > 0; i--) {
		double x = i == steps ? high : low + (double)i / (double)steps * span;
		point p = { x, curve(model, x) };
		ahead[count++] = p;
		bottom = fmin(bottom, p.y);
		top = fmax(top, p.y);
	}
	bd_curve_rows_add(env, rows, group, at.x, at.y);
	double sx = 1 / span, sy = 1 / (top - bottom);
	bool refine = most > least;
	while (count) {
		point next = ahead[count - 1];
		double middle = (at.x + next.x) / 2;
		point between = { middle, refine ? curve(model, middle) : 0 };
		/* Halving from the first step ends within 64 points on the stack. */
		if (refine && count < steps + 60 && between.x - at.x >= shortest &&
		    bend(at, between, next, sx, sy) > half_degree) {
			ahead[count++] = between;
			continue;
		}
		at = next;
		bd_curve_rows_add(env, rows, group, at.x, at.y);
		count--;
	}
}
