/* sort.c - rows in order: a stable merge sort of row numbers, by typed columns. */
#include "data/sort.h"

#include <math.h>
#include <string.h>

typedef struct key {
	const bd_column *column;
	int sign;
} key;

typedef struct order {
	const key *keys;
	size_t count;
} order;

/* Missing ones, then NaN, then the numbers. */
static int compare_numbers(const bd_column *c, uint32_t a, uint32_t b)
{
	double x = c->numbers[a], y = c->numbers[b];
	if (x < y || x > y)
		return x < y ? -1 : 1;
	int rank_x = !isnan(x) ? 2 : c->missing && c->missing[a] ? 0 : 1;
	int rank_y = !isnan(y) ? 2 : c->missing && c->missing[b] ? 0 : 1;
	return rank_x - rank_y;
}

static int compare(const order *o, uint32_t a, uint32_t b)
{
	for (size_t i = 0; i < o->count; i++) {
		const bd_column *c = o->keys[i].column;
		int result = bd_column_has_numbers(c)
				     ? compare_numbers(c, a, b)
				     : bd_value_compare(c->values[a], c->values[b]);
		if (result)
			return result * o->keys[i].sign;
	}
	return 0;
}

static void insertion_sort(const order *o, uint32_t *rows, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		uint32_t row = rows[i];
		size_t at = i;
		for (; at && compare(o, rows[at - 1], row) > 0; at--)
			rows[at] = rows[at - 1];
		rows[at] = row;
	}
}

static void merge_sort(const order *o, uint32_t *rows, uint32_t *spare, size_t count)
{
	enum { FEW = 12 };
	if (count <= FEW) {
		insertion_sort(o, rows, count);
		return;
	}
	size_t half = count / 2, a = 0, b = half;
	merge_sort(o, rows, spare, half);
	merge_sort(o, rows + half, spare, count - half);
	if (compare(o, rows[half - 1], rows[half]) <= 0)
		return;
	memcpy(spare, rows, half * sizeof *rows);
	for (size_t i = 0; a < half; i++)
		rows[i] = b < count && compare(o, rows[b], spare[a]) < 0 ? rows[b++] : spare[a++];
}

uint32_t *bd_sort_rows(bd_env *env, bd_table *table, const bd_sort_key *keys, size_t key_count,
		       uint32_t *rows, size_t count)
{
	key *found = BD_ARRAY(env->scratch, key_count, key);
	order o = { .keys = found };
	for (size_t i = 0; i < key_count; i++) {
		const bd_column *c = bd_table_field(table, keys[i].field);
		if (c)
			found[o.count++] = (key){ c, keys[i].descending ? -1 : 1 };
	}
	if (!rows) {
		count = table->rows;
		rows = BD_ARRAY(env->arena, count, uint32_t);
		for (size_t i = 0; i < count; i++)
			rows[i] = (uint32_t)i;
	}
	enum { MANY = 256 };
	if (o.count == 1 && count > MANY && bd_column_has_numbers(found[0].column))
		bd_sort_by_numbers(env->scratch, found[0].column, found[0].sign < 0, rows, count);
	else if (o.count)
		merge_sort(&o, rows, BD_ARRAY(env->scratch, count / 2 + 1, uint32_t), count);
	return rows;
}

bd_table *bd_table_sorted(bd_env *env, bd_table *table, const bd_sort_key *keys, size_t count)
{
	return bd_table_pick(table, bd_sort_rows(env, table, keys, count, NULL, 0), table->rows);
}
