/* window.c - Vega's window transform: for each row, in the order of `sort` within its group, a
 * frame of rows around it. Rows that sort alike are peers and come into the frame together. */
#include "data/window_frame.h"

#include <math.h>
#include <string.h>

const char *const bd_window_op_names[BD_WINDOW_OPS + 1] = {
	"",           "row_number", "rank",       "dense_rank", "percent_rank",
	"cume_dist",  "ntile",      "lag",        "lead",       "first_value",
	"last_value", "nth_value",  "prev_value", "next_value", NULL,
};

bd_frame bd_frame_at(const bd_window_rows *p, const bd_window_params *w, size_t i)
{
	double before = fabs(w->frame[0]), after = fabs(w->frame[1]);
	bd_frame f = { isnan(before) || before > (double)i ? 0 : i - (size_t)before,
		       isnan(after) || after >= (double)(p->count - i) ? p->count
								       : i + (size_t)after + 1 };
	if (!p->peers || w->ignore_peers)
		return f;
	return (bd_frame){ p->peers[f.from], p->peers_end[f.to - 1] };
}

/* --- ranks --- */

static bool is_peer_of_last(const bd_window_rows *p, size_t i)
{
	return i && p->peers && p->peers[i] == p->peers[i - 1];
}

static void rank(const bd_window_rows *p, const bd_window_field *f, bd_value *out)
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

static bd_value at_or_null(const bd_window_rows *p, const bd_column *c, double i)
{
	bool inside = i >= 0 && i < (double)p->count;
	return inside ? bd_column_value(c, p->rows[(size_t)i]) : bd_v_null();
}

static void pick_values(const bd_window_rows *p, const bd_column *c, const bd_window_params *w,
			const bd_window_field *f, bd_value *out)
{
	double step = f->param > 0 ? floor(f->param) : 1;
	for (size_t i = 0; i < p->count; i++) {
		bd_frame at = bd_frame_at(p, w, i);
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
static void nearest_values(const bd_window_rows *p, const bd_column *c, bool forward, bd_value *out)
{
	bd_value last = bd_v_null();
	for (size_t k = 0; k < p->count; k++) {
		uint32_t row = p->rows[forward ? p->count - 1 - k : k];
		bd_value v = bd_column_value(c, row);
		last = bd_value_is_missing(v) ? last : v;
		out[row] = last;
	}
}

static void one_field(const bd_window_rows *p, bd_table *table, const bd_window_params *w,
		      const bd_window_field *f, bd_window_spare *spare, bd_value *out)
{
	bd_column *c = f->field ? bd_table_field(table, f->field) : NULL;
	if (f->op == BD_WINDOW_AGGREGATE)
		bd_window_aggregate(p, table, c, w, f, spare, out);
	else if (f->op <= BD_WINDOW_NTILE)
		rank(p, f, out);
	else if (c && f->op <= BD_WINDOW_NTH_VALUE)
		pick_values(p, c, w, f, out);
	else if (c)
		nearest_values(p, c, f->op == BD_WINDOW_NEXT_VALUE, out);
}

/* Where the peers of each row of the sorted group begin and end. */
static void find_peers(bd_window_rows *p, bd_table *table, const bd_window_params *w)
{
	const bd_column **keys = BD_ARRAY(p->env->scratch, w->sorts, const bd_column *);
	uint32_t *from = BD_ARRAY(p->env->arena, p->count, uint32_t);
	uint32_t *to = BD_ARRAY(p->env->arena, p->count, uint32_t);
	for (size_t k = 0; k < w->sorts; k++)
		keys[k] = bd_table_field(table, w->sort[k].field);
	for (size_t i = 1; i < p->count; i++) {
		bool same = true;
		for (size_t k = 0; k < w->sorts && same; k++)
			same = !keys[k] ||
			       !bd_value_compare(bd_column_value(keys[k], p->rows[i - 1]),
						 bd_column_value(keys[k], p->rows[i]));
		from[i] = same ? from[i - 1] : (uint32_t)i;
	}
	for (size_t i = p->count; i-- > 0;)
		to[i] = i + 1 < p->count && from[i + 1] == from[i] ? to[i + 1] : (uint32_t)i + 1;
	p->peers = from;
	p->peers_end = to;
}

static bool is_affordable(bd_env *env, const bd_window_rows *groups, size_t count,
			  const bd_window_params *w)
{
	const double most = 2e8; /* some seconds */
	double rows = 0;
	for (size_t i = 0; i < w->count; i++)
		for (size_t g = 0; g < count; g++)
			if (w->fields[i].op == BD_WINDOW_AGGREGATE)
				rows += bd_window_cost(&groups[g], w, w->fields[i].aggregate);
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
	bd_window_rows *groups = BD_ARRAY(env->arena, by.count, bd_window_rows);
	for (size_t g = 0; g < by.count; g++) {
		uint32_t *first = parts.rows + parts.start[g];
		size_t count = parts.start[g + 1] - parts.start[g];
		groups[g] = (bd_window_rows){ .env = env, .rows = first, .count = count };
		if (!w->sorts)
			continue;
		bd_sort_rows(env, *table, w->sort, w->sorts, first, count);
		find_peers(&groups[g], *table, w);
	}
	if (!is_affordable(env, groups, by.count, w))
		return false;
	bd_table *out = bd_table_copy(*table);
	for (size_t i = 0; i < w->count; i++) {
		bd_value *values = BD_ARRAY(env->arena, rows, bd_value);
		bd_window_spare spare = { 0 };
		for (size_t g = 0; g < by.count; g++)
			one_field(&groups[g], *table, w, &w->fields[i], &spare, values);
		bd_arena_free(&spare.arena);
		bd_table_set(out, bd_column_new_values(env->arena, w->fields[i].as, values, rows));
	}
	*table = out;
	return true;
}
