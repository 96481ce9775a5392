/* aggregate.c - a row per group. Each operation is a pass over one column, with an array of
 * results by group; missing values count for nothing, as in Vega. */
#include "data/aggregate.h"

#include "base/str.h"
#include <math.h>
#include <string.h>

static const struct {
	const char *name;
} ops[] = {
#define AGGREGATE(id, name, doc) { name },
#include "data/aggregates.def"
#undef AGGREGATE
};

int bd_aggregate_op_find(const char *name)
{
	if (!strcmp(name, "average"))
		return BD_OP_MEAN;
	for (int i = 0; i < BD_OP_COUNT_OF_ALL; i++)
		if (!strcmp(name, ops[i].name))
			return i;
	return -1;
}

const char *bd_aggregate_op_name(bd_aggregate_op op)
{
	return ops[op].name;
}

typedef struct work {
	bd_env *env;
	bd_table *table;
	const bd_groups *groups;
	bd_column *column;     /* NULL: none of that name */
	const double *numbers; /* of the column */
	uint32_t *valid;       /* per group: values that are numbers */
} work;

static double *per_group(const work *w, double initial)
{
	double *out = BD_ARRAY(w->env->arena, w->groups->count, double);
	for (size_t g = 0; g < w->groups->count; g++)
		out[g] = initial;
	return out;
}

/* A column of results; groups with fewer than `least` valid values are undefined. */
static bd_column *results(const work *w, const char *as, double *out, uint32_t least)
{
	uint8_t *missing = NULL;
	for (size_t g = 0; g < w->groups->count; g++)
		if (w->valid[g] < least) {
			if (!missing)
				missing = BD_ARRAY(w->env->arena, w->groups->count, uint8_t);
			missing[g] = BD_IS_UNDEFINED;
			out[g] = NAN;
		}
	return bd_column_new_numbers(w->env->arena, as, BD_COLUMN_NUMBER, out, missing,
				     w->groups->count);
}

static void count_valid(work *w)
{
	w->valid = BD_ARRAY(w->env->arena, w->groups->count, uint32_t);
	for (size_t i = 0; w->numbers && i < w->table->rows; i++)
		w->valid[w->groups->of_row[i]] += isnan(w->numbers[i]) ? 0u : 1u;
}

static bd_column *add_up(work *w, const bd_aggregation *a)
{
	bool product = a->op == BD_OP_PRODUCT;
	double *out = per_group(w, product ? 1 : 0);
	const uint32_t *of = w->groups->of_row;
	for (size_t i = 0; w->numbers && i < w->table->rows; i++) {
		double x = w->numbers[i];
		if (isnan(x))
			continue;
		w->valid[of[i]]++;
		if (product)
			out[of[i]] *= x;
		else
			out[of[i]] += x;
	}
	return results(w, a->as, out, 1);
}

/* Mean and sum of squared deviations in one pass (B. P. Welford, 1962). */
static bd_column *moments(work *w, const bd_aggregation *a)
{
	double *mean = per_group(w, 0), *squares = per_group(w, 0);
	const uint32_t *of = w->groups->of_row;
	for (size_t i = 0; w->numbers && i < w->table->rows; i++) {
		double x = w->numbers[i];
		if (isnan(x))
			continue;
		uint32_t g = of[i];
		double d = x - mean[g];
		mean[g] += d / ++w->valid[g];
		squares[g] += d * (x - mean[g]);
	}
	if (a->op == BD_OP_MEAN)
		return results(w, a->as, mean, 1);
	for (size_t g = 0; g < w->groups->count; g++) {
		double n = w->valid[g], s = squares[g];
		switch (a->op) {
		case BD_OP_VARIANCE: squares[g] = s / (n - 1); break;
		case BD_OP_VARIANCEP: squares[g] = s / n; break;
		case BD_OP_STDEV: squares[g] = sqrt(s / (n - 1)); break;
		case BD_OP_STDEVP: squares[g] = sqrt(s / n); break;
		default: squares[g] = sqrt(s / (n * (n - 1))); break; /* BD_OP_STDERR */
		}
	}
	bool of_all = a->op == BD_OP_VARIANCEP || a->op == BD_OP_STDEVP;
	return results(w, a->as, squares, of_all ? 1 : 2);
}

/* Per group the row with the largest or smallest value, of any kind; UINT32_MAX for none. */
static uint32_t *extreme_rows(const work *w, bool largest)
{
	uint32_t *best = BD_ARRAY(w->env->arena, w->groups->count, uint32_t);
	memset(best, 0xFF, w->groups->count * sizeof *best);
	for (size_t i = 0; w->column && i < w->table->rows; i++) {
		bd_value v = bd_column_value(w->column, i);
		bool nothing = bd_value_is_missing(v) || (v.kind == BD_V_STRING && !v.length) ||
			       (v.kind == BD_V_NUMBER && isnan(v.number)) ||
			       (v.kind == BD_V_DATE && isnan(v.number));
		uint32_t *row = &best[w->groups->of_row[i]];
		if (nothing)
			continue;
		int order = *row == UINT32_MAX
				    ? 0
				    : bd_value_compare(v, bd_column_value(w->column, *row));
		if (*row == UINT32_MAX || (largest ? order > 0 : order < 0))
			*row = (uint32_t)i;
	}
	return best;
}

static bd_column *extreme(work *w, const bd_aggregation *a)
{
	bool largest = a->op == BD_OP_MAX || a->op == BD_OP_ARGMAX;
	bool whole = a->op == BD_OP_ARGMAX || a->op == BD_OP_ARGMIN;
	bd_value *out = BD_ARRAY(w->env->arena, w->groups->count, bd_value);
	const uint32_t *rows = extreme_rows(w, largest);
	for (size_t g = 0; g < w->groups->count; g++)
		if (rows[g] != UINT32_MAX)
			out[g] = whole ? bd_table_row(w->table, rows[g])
				       : bd_column_value(w->column, rows[g]);
	return bd_column_new_values(w->env->arena, a->as, out, w->groups->count);
}

/* The same for numbers, which most columns are. */
static bd_column *extreme_number(work *w, const bd_aggregation *a)
{
	bool largest = a->op == BD_OP_MAX;
	double *out = per_group(w, largest ? -INFINITY : INFINITY);
	const uint32_t *of = w->groups->of_row;
	for (size_t i = 0; i < w->table->rows; i++) {
		double x = w->numbers[i];
		w->valid[of[i]] += isnan(x) ? 0u : 1u;
		if (largest ? x > out[of[i]] : x < out[of[i]])
			out[of[i]] = x;
	}
	bd_column *c = results(w, a->as, out, 1);
	c->kind = w->column->kind;
	return c;
}

static bd_column *count_rows(work *w, const bd_aggregation *a)
{
	double *out = per_group(w, 0);
	for (size_t i = 0; i < w->table->rows; i++) {
		bool counts = a->op == BD_OP_COUNT;
		if (!counts) {
			bd_value v = w->column ? bd_column_value(w->column, i) : bd_v_undefined();
			bool none = bd_value_is_missing(v) || (v.kind == BD_V_STRING && !v.length);
			bool nan =
				(v.kind == BD_V_NUMBER || v.kind == BD_V_DATE) && isnan(v.number);
			counts = a->op == BD_OP_MISSING ? none : !none && !nan;
		}
		out[w->groups->of_row[i]] += counts;
	}
	return results(w, a->as, out, 0);
}

static bd_column *count_distinct(work *w, const bd_aggregation *a)
{
	double *out = per_group(w, 0);
	if (!w->column) {
		for (size_t g = 0; g < w->groups->count; g++)
			out[g] = 1;
		return results(w, a->as, out, 0);
	}
	bd_codes own = bd_column_codes(w->env->arena, w->column);
	bd_codes by = { w->groups->of_row, w->groups->count };
	bd_codes codes = bd_codes_pair(w->env->arena, &own, &by, w->table->rows);
	size_t seen = 0;
	for (size_t i = 0; i < w->table->rows; i++)
		if (codes.of_row[i] == seen) {
			seen++;
			out[w->groups->of_row[i]]++;
		}
	return results(w, a->as, out, 0);
}

/* Exponentially weighted: each value counts (1 - param) of what the next one does. */
static bd_column *exponential(work *w, const bd_aggregation *a)
{
	double *out = per_group(w, 0), r = a->param;
	const uint32_t *of = w->groups->of_row;
	for (size_t i = 0; w->numbers && i < w->table->rows; i++) {
		double x = w->numbers[i];
		if (isnan(x))
			continue;
		w->valid[of[i]]++;
		out[of[i]] = r * out[of[i]] + x;
	}
	for (size_t g = 0; g < w->groups->count; g++) {
		double n = w->valid[g];
		out[g] *= 1 - r;
		if (a->op == BD_OP_EXPONENTIALB)
			out[g] /= 1 - pow(r, n);
	}
	return results(w, a->as, out, 1);
}

static bd_column *collect_rows(work *w, const bd_aggregation *a)
{
	bd_partition p = bd_group_partition(w->env, w->groups, w->table->rows);
	bd_value *out = BD_ARRAY(w->env->arena, w->groups->count, bd_value);
	for (size_t g = 0; g < w->groups->count; g++) {
		uint32_t count = p.start[g + 1] - p.start[g];
		bd_value *rows = BD_ARRAY(w->env->arena, count, bd_value);
		for (uint32_t i = 0; i < count; i++)
			rows[i] = bd_table_row(w->table, p.rows[p.start[g] + i]);
		out[g] = (bd_value){ .kind = BD_V_ARRAY, .length = count, .items = rows };
	}
	return bd_column_new_values(w->env->arena, a->as, out, w->groups->count);
}

static bd_column *from_sorted(work *w, const bd_aggregation *a)
{
	double *out = per_group(w, 0);
	bd_partition p = bd_group_partition(w->env, w->groups, w->table->rows);
	double *values = BD_ARRAY(w->env->scratch, w->table->rows, double);
	count_valid(w);
	for (size_t g = 0; g < w->groups->count; g++) {
		size_t count = 0;
		for (uint32_t i = p.start[g]; w->numbers && i < p.start[g + 1]; i++)
			if (!isnan(w->numbers[p.rows[i]]))
				values[count++] = w->numbers[p.rows[i]];
		out[g] = count ? bd_sorted_statistic(w->env, a->op, values, count) : NAN;
	}
	return results(w, a->as, out, 1);
}

static bd_column *one(work *w, const bd_aggregation *a)
{
	switch (a->op) {
	case BD_OP_COUNT:
	case BD_OP_MISSING:
	case BD_OP_VALID: return count_rows(w, a);
	case BD_OP_SUM:
	case BD_OP_PRODUCT: return add_up(w, a);
	case BD_OP_MEAN:
	case BD_OP_VARIANCE:
	case BD_OP_VARIANCEP:
	case BD_OP_STDEV:
	case BD_OP_STDEVP:
	case BD_OP_STDERR: return moments(w, a);
	case BD_OP_MIN:
	case BD_OP_MAX:
		if (w->column && bd_column_has_numbers(w->column) &&
		    w->column->kind != BD_COLUMN_BOOL)
			return extreme_number(w, a);
		return extreme(w, a);
	case BD_OP_ARGMAX:
	case BD_OP_ARGMIN: return extreme(w, a);
	case BD_OP_DISTINCT: return count_distinct(w, a);
	case BD_OP_VALUES: return collect_rows(w, a);
	case BD_OP_EXPONENTIAL:
	case BD_OP_EXPONENTIALB: return exponential(w, a);
	case BD_OP_MEDIAN:
	case BD_OP_Q1:
	case BD_OP_Q3:
	case BD_OP_CI0:
	case BD_OP_CI1:
	case BD_OP_COUNT_OF_ALL: break;
	}
	return from_sorted(w, a);
}

bd_column *bd_aggregate_column(bd_env *env, bd_table *table, const bd_groups *groups,
			       const bd_aggregation *a)
{
	work w = { .env = env, .table = table, .groups = groups };
	w.column = a->field ? bd_table_field(table, a->field) : NULL;
	w.numbers = w.column ? bd_column_numbers(env->arena, w.column) : NULL;
	w.valid = BD_ARRAY(env->arena, groups->count, uint32_t);
	return one(&w, a);
}

bd_table *bd_aggregate(bd_env *env, bd_table *table, const char *const *groupby, size_t groups,
		       const bd_aggregation *aggregations, size_t count)
{
	bd_groups by = bd_group_rows(env, table, groupby, groups);
	if (!groups && !by.count) {
		by.count = 1; /* a total of nothing */
		by.first = BD_ARRAY(env->arena, 1, uint32_t);
	}
	bd_table *out = bd_table_new(env->arena, by.count);
	for (size_t i = 0; i < groups; i++) {
		bd_column *c = bd_table_field(table, groupby[i]);
		if (c) {
			bd_column *key = bd_column_pick(env->arena, c, by.first, by.count);
			key->name = bd_path_name(env->arena, groupby[i]);
			bd_table_set(out, key);
		}
	}
	for (size_t i = 0; i < count; i++)
		bd_table_set(out, bd_aggregate_column(env, table, &by, &aggregations[i]));
	return out;
}

bd_table *bd_join_aggregate(bd_env *env, bd_table *table, const char *const *groupby, size_t groups,
			    const bd_aggregation *aggregations, size_t count)
{
	bd_groups by = bd_group_rows(env, table, groupby, groups);
	bd_table *out = bd_table_copy(table);
	for (size_t i = 0; i < count; i++) {
		bd_column *c = bd_aggregate_column(env, table, &by, &aggregations[i]);
		bd_column *spread = bd_column_pick(env->arena, c, by.of_row, table->rows);
		spread->name = aggregations[i].as;
		bd_table_set(out, spread);
	}
	return out;
}
