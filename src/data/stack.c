/* stack.c - values on top of each other within groups (Vega's stack transform). */
#include "data/transform.h"

#include <math.h>

typedef struct stacking {
	const double *sizes; /* NULL: 1 each */
	double *start, *end;
} stacking;

static double size_of(const stacking *s, uint32_t row)
{
	double size = s->sizes ? s->sizes[row] : 1;
	return isfinite(size) ? size : 0;
}

/* Negative values go down, positive ones up. */
static void from_zero(const stacking *s, const uint32_t *rows, size_t count)
{
	double up = 0, down = 0;
	for (size_t i = 0; i < count; i++) {
		double size = size_of(s, rows[i]), *side = size < 0 ? &down : &up;
		s->start[rows[i]] = *side;
		s->end[rows[i]] = *side += size;
	}
}

static double total(const stacking *s, const uint32_t *rows, size_t count)
{
	double sum = 0;
	for (size_t i = 0; i < count; i++)
		sum += fabs(size_of(s, rows[i]));
	return sum;
}

static void to_one(const stacking *s, const uint32_t *rows, size_t count)
{
	double sum = total(s, rows, count), scale = sum > 0 ? 1 / sum : 0, at = 0, last = 0;
	for (size_t i = 0; i < count; i++) {
		s->start[rows[i]] = last;
		at += fabs(size_of(s, rows[i]));
		s->end[rows[i]] = last = scale * at;
	}
}

static void around(const stacking *s, const uint32_t *rows, size_t count, double largest)
{
	double at = (largest - total(s, rows, count)) / 2;
	for (size_t i = 0; i < count; i++) {
		s->start[rows[i]] = at;
		s->end[rows[i]] = at += fabs(size_of(s, rows[i]));
	}
}

/* The commonest stack, with no order of its own: one pass over the rows as they come. */
static void from_zero_in_order(bd_env *env, const stacking *s, const bd_groups *by, size_t rows)
{
	double *up = BD_ARRAY(env->scratch, by->count, double);
	double *down = BD_ARRAY(env->scratch, by->count, double);
	for (uint32_t i = 0; i < rows; i++) {
		double size = size_of(s, i), *side = size < 0 ? down : up;
		s->start[i] = side[by->of_row[i]];
		s->end[i] = side[by->of_row[i]] += size;
	}
}

static void stack_groups(bd_env *env, bd_table *table, const stacking *s, const bd_groups *by,
			 const bd_sort_key *sort, size_t sorts, bd_stack_offset offset)
{
	bd_partition p = bd_group_partition(env, by, table->rows);
	double largest = 0;
	for (size_t g = 0; g < by->count; g++) {
		uint32_t *first = p.rows + p.start[g];
		size_t count = p.start[g + 1] - p.start[g];
		if (sorts)
			bd_sort_rows(env, table, sort, sorts, first, count);
		if (offset == BD_STACK_CENTER)
			largest = fmax(largest, total(s, first, count));
	}
	for (size_t g = 0; g < by->count; g++) {
		const uint32_t *first = p.rows + p.start[g];
		size_t count = p.start[g + 1] - p.start[g];
		switch (offset) {
		case BD_STACK_ZERO: from_zero(s, first, count); break;
		case BD_STACK_NORMALIZE: to_one(s, first, count); break;
		case BD_STACK_CENTER: around(s, first, count, largest); break;
		}
	}
}

bool bd_stack(bd_env *env, bd_table **table, const char *field, const char *const *groupby,
	      size_t groups, const bd_sort_key *sort, size_t sorts, bd_stack_offset offset,
	      const char *as_start, const char *as_end)
{
	size_t rows = (*table)->rows;
	bd_column *c = field ? bd_table_field(*table, field) : NULL;
	stacking s = { .sizes = c ? bd_column_numbers(env->arena, c) : NULL,
		       .start = BD_ARRAY(env->arena, rows, double),
		       .end = BD_ARRAY(env->arena, rows, double) };
	bd_groups by = bd_group_rows(env, *table, groupby, groups);
	if (offset == BD_STACK_ZERO && !sorts)
		from_zero_in_order(env, &s, &by, rows);
	else
		stack_groups(env, *table, &s, &by, sort, sorts, offset);
	bd_table *out = bd_table_copy(*table);
	bd_table_set(out, bd_column_new_numbers(env->arena, as_start, BD_COLUMN_NUMBER, s.start,
						NULL, rows));
	bd_table_set(out, bd_column_new_numbers(env->arena, as_end, BD_COLUMN_NUMBER, s.end, NULL,
						rows));
	*table = out;
	return true;
}
