/* window_aggregate.c - aggregates over the frames of a window (window_frame.h).
 *
 * Frames only move on: rows come in at one end and leave at the other. So each row is added once
 * and removed once, however long the frames are: from counts, from ranks, or from a queue of two
 * halves, each of which holds sums of its own (nothing is ever subtracted from a sum, which would
 * leave errors behind). Only what can be had in none of these ways is worked out anew for each
 * frame. */
#include "data/window_frame.h"

#include "data/rank_counts.h"
#include <math.h>
#include <string.h>

/* Frames of so few rows are added up anew: not slower, and in the order of the rows. */
enum { FEW = 32 };

typedef enum { COUNTED, SUMMED, RANKED, DISTINCT, ANEW } way;

static way way_of(bd_aggregate_op op)
{
	switch (op) {
	case BD_OP_COUNT:
	case BD_OP_VALID:
	case BD_OP_MISSING: return COUNTED;
	case BD_OP_SUM:
	case BD_OP_MEAN:
	case BD_OP_PRODUCT:
	case BD_OP_MIN:
	case BD_OP_MAX:
	case BD_OP_VARIANCE:
	case BD_OP_VARIANCEP:
	case BD_OP_STDEV:
	case BD_OP_STDEVP:
	case BD_OP_STDERR: return SUMMED;
	case BD_OP_MEDIAN:
	case BD_OP_Q1:
	case BD_OP_Q3: return RANKED;
	case BD_OP_DISTINCT: return DISTINCT;
	default: return ANEW;
	}
}

/* What all ways work with. */
typedef struct sweep {
	const bd_window_rows *p;
	const bd_window_params *window;
	bd_aggregate_op op;
	bd_column *column;
	const double *numbers; /* of the column, by row; NULL: none */
	bd_window_spare *spare;
	bd_value *out;
} sweep;

static double number_at(const sweep *s, size_t i)
{
	return s->numbers ? s->numbers[s->p->rows[i]] : NAN;
}

/* --- counts --- */

static bool counts(const sweep *s, size_t i)
{
	if (s->op == BD_OP_COUNT)
		return true;
	if (s->op == BD_OP_VALID)
		return !isnan(number_at(s, i));
	bd_value v = s->column ? bd_column_value(s->column, s->p->rows[i]) : bd_v_undefined();
	return bd_value_is_missing(v) || (v.kind == BD_V_STRING && !v.length);
}

static void by_counting(const sweep *s)
{
	bd_frame had = { 0, 0 };
	double count = 0;
	for (size_t i = 0; i < s->p->count; i++) {
		bd_frame at = bd_frame_at(s->p, s->window, i);
		for (; had.to < at.to; had.to++)
			count += counts(s, had.to);
		for (; had.from < at.from; had.from++)
			count -= counts(s, had.from);
		s->out[s->p->rows[i]] = bd_v_number(count);
	}
}

static void by_telling_apart(const sweep *s)
{
	bd_codes codes = bd_column_codes(s->p->env->arena, s->column);
	bd_frame had = { 0, 0 };
	double different = 0;
	if (!s->spare->times)
		s->spare->times = BD_ARRAY(&s->spare->arena, codes.count, uint32_t);
	uint32_t *times = s->spare->times;
	for (size_t i = 0; i < s->p->count; i++) {
		bd_frame at = bd_frame_at(s->p, s->window, i);
		for (; had.to < at.to; had.to++)
			different += times[codes.of_row[s->p->rows[had.to]]]++ == 0;
		for (; had.from < at.from; had.from++)
			different -= --times[codes.of_row[s->p->rows[had.from]]] == 0;
		s->out[s->p->rows[i]] = bd_v_number(different);
	}
	for (; had.from < had.to; had.from++)
		times[codes.of_row[s->p->rows[had.from]]] = 0;
}

/* --- sums, by halves --- */

/* Of some values: how many there are; their sum, product, least or greatest one; or their mean and
 * the sum of the squares of what they are off it. */
typedef struct tally {
	double n, a, squares;
} tally;

static double least_of(bd_aggregate_op op)
{
	return op == BD_OP_VARIANCE || op == BD_OP_STDEV || op == BD_OP_STDERR ? 2 : 1;
}

/* Means and squares of two halves: T. F. Chan, G. H. Golub, R. J. LeVeque, 1979. */
static tally join(bd_aggregate_op op, tally x, tally y)
{
	if (x.n == 0 || y.n == 0)
		return x.n == 0 ? y : x;
	tally both = { .n = x.n + y.n };
	double off = y.a - x.a;
	switch (op) {
	case BD_OP_PRODUCT: both.a = x.a * y.a; break;
	case BD_OP_MIN: both.a = fmin(x.a, y.a); break;
	case BD_OP_MAX: both.a = fmax(x.a, y.a); break;
	case BD_OP_SUM:
	case BD_OP_MEAN: both.a = x.a + y.a; break;
	default:
		both.a = x.a + off * (y.n / both.n);
		both.squares = x.squares + y.squares + off * off * (x.n * y.n / both.n);
	}
	return both;
}

static tally tally_of(const sweep *s, size_t i)
{
	double x = number_at(s, i);
	return isnan(x) ? (tally){ 0 } : (tally){ .n = 1, .a = x };
}

static bd_value value_of(bd_aggregate_op op, tally t)
{
	if (t.n < least_of(op))
		return bd_v_undefined();
	switch (op) {
	case BD_OP_MEAN: return bd_v_number(t.a / t.n);
	case BD_OP_VARIANCE: return bd_v_number(t.squares / (t.n - 1));
	case BD_OP_VARIANCEP: return bd_v_number(t.squares / t.n);
	case BD_OP_STDEV: return bd_v_number(sqrt(t.squares / (t.n - 1)));
	case BD_OP_STDEVP: return bd_v_number(sqrt(t.squares / t.n));
	case BD_OP_STDERR: return bd_v_number(sqrt(t.squares / (t.n * (t.n - 1))));
	default: return bd_v_number(t.a);
	}
}

/* Rows from `from` to `to`. Up to `middle` each has the tally of all from it to the middle; those
 * behind have one together. */
typedef struct queue {
	tally *front, back;
	size_t from, middle, to;
} queue;

static void leave(const sweep *s, queue *q)
{
	if (q->from == q->middle) {
		tally all = { 0 };
		if (!q->front)
			q->front = BD_ARRAY(&s->spare->arena, s->p->count, tally);
		for (size_t i = q->to; i-- > q->from;)
			q->front[i] = all = join(s->op, tally_of(s, i), all);
		q->middle = q->to;
		q->back = (tally){ 0 };
	}
	q->from++;
}

static tally of_queue(const sweep *s, const queue *q)
{
	return q->from < q->middle ? join(s->op, q->front[q->from], q->back) : q->back;
}

static tally anew(const sweep *s, bd_frame at)
{
	tally all = { 0 };
	for (size_t i = at.from; i < at.to; i++)
		all = join(s->op, all, tally_of(s, i));
	return all;
}

static void by_sums(const sweep *s)
{
	queue q = { 0 };
	for (size_t i = 0; i < s->p->count; i++) {
		bd_frame at = bd_frame_at(s->p, s->window, i);
		for (; q.to < at.to; q.to++)
			q.back = join(s->op, q.back, tally_of(s, q.to));
		while (q.from < at.from)
			leave(s, &q);
		tally all = at.from && at.to - at.from <= FEW ? anew(s, at) : of_queue(s, &q);
		s->out[s->p->rows[i]] = value_of(s->op, all);
	}
}

/* --- quantiles, by ranks --- */

static void by_ranks(const sweep *s)
{
	bd_rank_counts ranks = bd_rank_counts_new(&s->spare->arena, s->numbers, s->p->rows,
						  s->numbers ? s->p->count : 0);
	double share = s->op == BD_OP_Q1 ? 0.25 : s->op == BD_OP_Q3 ? 0.75 : 0.5;
	bd_frame had = { 0, 0 };
	for (size_t i = 0; i < s->p->count; i++) {
		bd_frame at = bd_frame_at(s->p, s->window, i);
		for (; s->numbers && had.to < at.to; had.to++)
			bd_rank_counts_add(&ranks, had.to, 1);
		for (; s->numbers && had.from < at.from; had.from++)
			bd_rank_counts_add(&ranks, had.from, -1);
		s->out[s->p->rows[i]] =
			ranks.total ? bd_v_number(bd_rank_counts_quantile(&ranks, share))
				    : bd_v_undefined();
	}
}

/* --- anything else: a table of the frame's rows, aggregated --- */

static bd_value value_of_rows(bd_env *env, bd_table *table, const bd_window_rows *p,
			      const bd_window_field *f, bd_frame at)
{
	bd_table *rows = bd_table_pick(table, p->rows + at.from, at.to - at.from);
	const bd_aggregation a = { f->aggregate, f->field, f->as, f->param };
	bd_groups all = bd_group_rows(env, rows, NULL, 0);
	return all.count ? bd_column_value(bd_aggregate_column(env, rows, &all, &a), 0)
			 : bd_v_undefined();
}

/* In memory that is given back at once where the result is a number. */
static bd_value frame_value(const bd_window_rows *p, bd_table *table, const bd_window_field *f,
			    bd_frame at)
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

static void each_anew(const sweep *s, bd_table *table, const bd_window_field *f)
{
	bd_frame had = { 0, 0 };
	bd_value value = bd_v_undefined();
	for (size_t i = 0; i < s->p->count; i++) {
		bd_frame at = bd_frame_at(s->p, s->window, i);
		if (at.from != had.from || at.to != had.to)
			value = frame_value(s->p, table, f, at);
		had = at;
		s->out[s->p->rows[i]] = value;
	}
}

double bd_window_cost(const bd_window_rows *p, const bd_window_params *w, bd_aggregate_op op)
{
	double before = isnan(w->frame[0]) ? (double)p->count : fabs(w->frame[0]);
	double after = isnan(w->frame[1]) ? (double)p->count : fabs(w->frame[1]);
	bool all = isnan(w->frame[0]) && isnan(w->frame[1]); /* one frame for all */
	return all || way_of(op) != ANEW
		       ? 0
		       : (double)p->count * fmin((double)p->count, before + after + 1);
}

void bd_window_aggregate(const bd_window_rows *p, bd_table *table, bd_column *c,
			 const bd_window_params *w, const bd_window_field *f,
			 bd_window_spare *spare, bd_value *out)
{
	sweep s = { .p = p,
		    .window = w,
		    .op = f->aggregate,
		    .column = c,
		    .numbers = c ? bd_column_numbers(table->arena, c) : NULL,
		    .spare = spare,
		    .out = out };
	way by = way_of(f->aggregate);
	switch (by == DISTINCT && !c ? ANEW : by) {
	case COUNTED: by_counting(&s); break;
	case SUMMED: by_sums(&s); break;
	case RANKED: by_ranks(&s); break;
	case DISTINCT: by_telling_apart(&s); break;
	case ANEW: each_anew(&s, table, f); break;
	}
}
