/* window.c - Vega's window transform: for each row, in the order of `sort` within its group, a
 * frame of rows around it. Rows that sort alike are peers and come into the frame together. */
#include "data/window.h"

#include <math.h>
#include <string.h>

const char *const bd_window_op_names[BD_WINDOW_OPS + 1] = {
	"",           "row_number", "rank",       "dense_rank", "percent_rank",
	"cume_dist",  "ntile",      "lag",        "lead",       "first_value",
	"last_value", "nth_value",  "prev_value", "next_value", NULL,
};

/* One group, in order. */
typedef struct partition {
	bd_env *env;
	const uint32_t *rows;
	size_t count;
	const uint32_t *peers; /* where the row's peers begin; NULL: no row has any */
} partition;

typedef struct frame {
	size_t from, to; /* to: behind the last */
} frame;

/* Row i's frame (rows counted within the partition), peers included. */
static frame frame_of(const partition *p, const bd_window_params *w, size_t i)
{
	double before = fabs(w->frame[0]), after = fabs(w->frame[1]);
	frame f = { isnan(before) || before > (double)i ? 0 : i - (size_t)before,
		    isnan(after) || after >= (double)(p->count - i) ? p->count
								    : i + (size_t)after + 1 };
	if (!p->peers || w->ignore_peers)
		return f;
	f.from = p->peers[f.from];
	while (f.to < p->count && p->peers[f.to] == p->peers[f.to - 1])
		f.to++;
	return f;
}

/* --- aggregates over a frame --- */

typedef struct running {
	double sum, product, min, max;
	size_t valid, missing, count;
} running;

static void add(running *r, bd_value v)
{
	bool none = bd_value_is_missing(v) || (v.kind == BD_V_STRING && !v.length);
	r->count++;
	r->missing += none;
	double x = none ? NAN : bd_value_to_number(v);
	if (isnan(x))
		return;
	r->valid++;
	r->sum += x;
	r->product *= x;
	r->min = fmin(r->min, x);
	r->max = fmax(r->max, x);
}

static bool is_running(bd_aggregate_op op)
{
	switch (op) {
	case BD_OP_SUM:
	case BD_OP_MEAN:
	case BD_OP_PRODUCT:
	case BD_OP_MIN:
	case BD_OP_MAX:
	case BD_OP_COUNT:
	case BD_OP_VALID:
	case BD_OP_MISSING: return true;
	default: return false;
	}
}

static bd_value running_value(const running *r, bd_aggregate_op op)
{
	switch (op) {
	case BD_OP_COUNT: return bd_v_number((double)r->count);
	case BD_OP_VALID: return bd_v_number((double)r->valid);
	case BD_OP_MISSING: return bd_v_number((double)r->missing);
	default: break;
	}
	if (!r->valid)
		return bd_v_undefined();
	switch (op) {
	case BD_OP_SUM: return bd_v_number(r->sum);
	case BD_OP_MEAN: return bd_v_number(r->sum / (double)r->valid);
	case BD_OP_PRODUCT: return bd_v_number(r->product);
	case BD_OP_MIN: return bd_v_number(r->min);
	default: return bd_v_number(r->max);
	}
}

static bd_value value_of_rows(bd_env *env, bd_table *table, const partition *p,
			      const bd_window_field *f, frame at)
{
	bd_table *rows = bd_table_pick(table, p->rows + at.from, at.to - at.from);
	const bd_aggregation a = { f->aggregate, f->field, f->as, f->param };
	bd_groups all = bd_group_rows(env, rows, NULL, 0);
	return all.count ? bd_column_value(bd_aggregate_column(env, rows, &all, &a), 0)
			 : bd_v_undefined();
}

/* Any other operation, by aggregating the frame's rows: in memory that is given back at once where
 * the result is a number. */
static bd_value frame_value(const partition *p, bd_table *table, const bd_window_field *f, frame at)
{
	if (f->aggregate == BD_OP_ARGMAX || f->aggregate == BD_OP_ARGMIN ||
	    f->aggregate == BD_OP_VALUES)
		return value_of_rows(p->env, table, p, f, at);
	bd_arena passing = { 0 };
	bd_env env = *p->env;
	env.arena = env.scratch = &passing;
	bd_column *c = f->field ? bd_table_field(table, f->field) : NULL;
	bd_table *alone = bd_table_new(&passing, table->rows);
	if (c)
		bd_table_set(alone,
			     bd_column_rename(&passing, c, bd_path_name(&passing, f->field)));
	bd_value value = value_of_rows(&env, alone, p, f, at);
	bd_arena_free(&passing);
	return value;
}

/* Rows that all frames have together: what such an operation costs. */
static double frame_rows(const partition *p, const bd_window_params *w)
{
	double before = isnan(w->frame[0]) ? (double)p->count : fabs(w->frame[0]);
	double after = isnan(w->frame[1]) ? (double)p->count : fabs(w->frame[1]);
	bool all = isnan(w->frame[0]) && isnan(w->frame[1]); /* one frame for all */
	return all ? 0 : (double)p->count * fmin((double)p->count, before + after + 1);
}

static void aggregate(const partition *p, bd_table *table, bd_column *c, const bd_window_params *w,
		      const bd_window_field *f, bd_value *out)
{
	static const running nothing = { 0, 1, INFINITY, -INFINITY, 0, 0, 0 };
	running r = nothing;
	frame had = { 0, 0 };
	bd_value value = bd_v_undefined();
	for (size_t i = 0; i < p->count; i++) {
		frame at = frame_of(p, w, i);
		bool same = i && at.from == had.from && at.to == had.to;
		if (!same && !is_running(f->aggregate)) {
			value = frame_value(p, table, f, at);
		} else if (!same) {
			/* A frame that only grows is added to; one that moves is gone over. */
			if (at.from != had.from || !i)
				r = nothing, had = (frame){ at.from, at.from };
			for (size_t k = had.to; k < at.to; k++)
				add(&r, c ? bd_column_value(c, p->rows[k]) : bd_v_undefined());
			value = running_value(&r, f->aggregate);
		}
		had = at;
		out[p->rows[i]] = value;
	}
}

/* --- ranks --- */

static bool is_peer_of_last(const partition *p, size_t i)
{
	return i && p->peers && p->peers[i] == p->peers[i - 1];
}

static void rank(const partition *p, const bd_window_field *f, bd_value *out)
{
	double n = (double)p->count, number = 1, dense = 1, cume = 0;
	for (size_t i = 0; i < p->count; i++) {
		if (i && !is_peer_of_last(p, i)) {
			number = (double)i + 1;
			dense++;
		}
		if (cume < (double)i) {
			size_t last = i;
			while (last + 1 < p->count && is_peer_of_last(p, last + 1))
				last++;
			cume = (double)last;
		}
		double value = 0;
		switch (f->op) {
		case BD_WINDOW_ROW_NUMBER: value = (double)i + 1; break;
		case BD_WINDOW_RANK: value = number; break;
		case BD_WINDOW_DENSE_RANK: value = dense; break;
		case BD_WINDOW_PERCENT_RANK: value = n > 1 ? (number - 1) / (n - 1) : 0; break;
		case BD_WINDOW_CUME_DIST: value = (1 + cume) / n; break;
		default: value = ceil(f->param * (1 + cume) / n); break; /* ntile */
		}
		out[p->rows[i]] = bd_v_number(value);
	}
}

/* --- values of other rows --- */

static bd_value at_or_null(const partition *p, const bd_column *c, double i)
{
	bool inside = i >= 0 && i < (double)p->count;
	return inside ? bd_column_value(c, p->rows[(size_t)i]) : bd_v_null();
}

static void pick_values(const partition *p, const bd_column *c, const bd_window_params *w,
			const bd_window_field *f, bd_value *out)
{
	double step = f->param > 0 ? floor(f->param) : 1;
	for (size_t i = 0; i < p->count; i++) {
		frame at = frame_of(p, w, i);
		double n = (double)i, nth = (double)at.from + step - 1;
		bd_value *value = &out[p->rows[i]];
		switch (f->op) {
		case BD_WINDOW_LAG: *value = at_or_null(p, c, n - step); break;
		case BD_WINDOW_LEAD: *value = at_or_null(p, c, n + step); break;
		case BD_WINDOW_FIRST_VALUE: *value = at_or_null(p, c, (double)at.from); break;
		case BD_WINDOW_LAST_VALUE: *value = at_or_null(p, c, (double)at.to - 1); break;
		default: *value = nth < (double)at.to ? at_or_null(p, c, nth) : bd_v_null(); break;
		}
	}
}

/* The last value that is not missing, up to each row (or from each row on). */
static void nearest_values(const partition *p, const bd_column *c, bool forward, bd_value *out)
{
	bd_value last = bd_v_null();
	for (size_t k = 0; k < p->count; k++) {
		uint32_t row = p->rows[forward ? p->count - 1 - k : k];
		bd_value v = bd_column_value(c, row);
		last = bd_value_is_missing(v) ? last : v;
		out[row] = last;
	}
}

static void one_field(const partition *p, bd_table *table, const bd_window_params *w,
		      const bd_window_field *f, bd_value *out)
{
	bd_column *c = f->field ? bd_table_field(table, f->field) : NULL;
	if (f->op == BD_WINDOW_AGGREGATE)
		aggregate(p, table, c, w, f, out);
	else if (f->op <= BD_WINDOW_NTILE)
		rank(p, f, out);
	else if (c && f->op <= BD_WINDOW_NTH_VALUE)
		pick_values(p, c, w, f, out);
	else if (c)
		nearest_values(p, c, f->op == BD_WINDOW_NEXT_VALUE, out);
}

/* For each row of the sorted group where its peers begin. */
static const uint32_t *peers_of(bd_env *env, bd_table *table, const bd_window_params *w,
				const uint32_t *rows, size_t count)
{
	uint32_t *peers = BD_ARRAY(env->arena, count, uint32_t);
	for (size_t i = 1; i < count; i++) {
		bool same = true;
		for (size_t k = 0; k < w->sorts && same; k++) {
			const bd_column *c = bd_table_field(table, w->sort[k].field);
			same = !c || !bd_value_compare(bd_column_value(c, rows[i - 1]),
						       bd_column_value(c, rows[i]));
		}
		peers[i] = same ? peers[i - 1] : (uint32_t)i;
	}
	return peers;
}

static bool is_affordable(bd_env *env, const partition *groups, size_t count,
			  const bd_window_params *w)
{
	const double most = 2e8; /* some seconds */
	double rows = 0;
	for (size_t i = 0; i < w->count; i++)
		for (size_t g = 0; g < count; g++)
			if (w->fields[i].op == BD_WINDOW_AGGREGATE &&
			    (!is_running(w->fields[i].aggregate) || !isnan(w->frame[0])))
				rows += frame_rows(&groups[g], w);
	if (rows <= most)
		return true;
	bd_error(env->diags, w->place, BD_TOO_MANY_ROWS, bd_number_text(env->arena, most));
	return false;
}

bool bd_window(bd_env *env, bd_table **table, const bd_window_params *w)
{
	size_t rows = (*table)->rows;
	bd_groups by = bd_group_rows(env, *table, w->groupby, w->groups);
	bd_partition parts = bd_group_partition(env, &by, rows);
	partition *groups = BD_ARRAY(env->arena, by.count, partition);
	for (size_t g = 0; g < by.count; g++) {
		uint32_t *first = parts.rows + parts.start[g];
		size_t count = parts.start[g + 1] - parts.start[g];
		groups[g] = (partition){ .env = env, .rows = first, .count = count };
		if (!w->sorts)
			continue;
		bd_sort_rows(env, *table, w->sort, w->sorts, first, count);
		groups[g].peers = peers_of(env, *table, w, first, count);
	}
	if (!is_affordable(env, groups, by.count, w))
		return false;
	bd_table *out = bd_table_copy(*table);
	for (size_t i = 0; i < w->count; i++) {
		bd_value *values = BD_ARRAY(env->arena, rows, bd_value);
		for (size_t g = 0; g < by.count; g++)
			one_field(&groups[g], *table, w, &w->fields[i], values);
		bd_table_set(out, bd_column_new_values(env->arena, w->fields[i].as, values, rows));
	}
	*table = out;
	return true;
}
