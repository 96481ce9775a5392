/* The window transform over many rows: what its quick ways give is what an aggregate of each
 * frame's rows gives. */
#include "data_fixture.h"

#include "data/window.h"
#include <math.h>

enum { ROWS = 300, GROUPS = 3 };

static uint32_t seed = 1;

static uint32_t random_below(uint32_t most)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) % most;
}

/* x: numbers, some missing; k: few different values, so that many rows are peers; g: groups. */
static bd_table *random_rows(fixture *f)
{
	bd_table *t = bd_table_new(&f->arena, ROWS);
	bd_value *x = BD_ARRAY(&f->arena, ROWS, bd_value);
	double *k = BD_ARRAY(&f->arena, ROWS, double), *g = BD_ARRAY(&f->arena, ROWS, double);
	for (size_t i = 0; i < ROWS; i++) {
		uint32_t kind = random_below(12);
		x[i] = kind == 0   ? bd_v_null()
		       : kind == 1 ? bd_v_number(NAN)
				   : bd_v_number((double)random_below(400) / 16 - 9);
		k[i] = random_below(40);
		g[i] = random_below(GROUPS);
	}
	bd_table_set(t, bd_column_new_values(&f->arena, "x", x, ROWS));
	bd_table_set(t, bd_column_new_numbers(&f->arena, "k", BD_COLUMN_NUMBER, k, NULL, ROWS));
	bd_table_set(t, bd_column_new_numbers(&f->arena, "g", BD_COLUMN_NUMBER, g, NULL, ROWS));
	return t;
}

static double k_at(bd_table *t, uint32_t row)
{
	return bd_table_column(t, "k")->numbers[row];
}

/* The frame of the i-th of `rows`, found by looking. */
static size_t frame_rows(bd_table *t, const bd_window_params *w, const uint32_t *rows, size_t count,
			 size_t i, uint32_t *out)
{
	size_t from = isnan(w->frame[0]) || -w->frame[0] > (double)i ? 0 : i - (size_t)-w->frame[0];
	size_t to = isnan(w->frame[1]) ? count - 1 : i + (size_t)w->frame[1], n = 0;
	to = to < count ? to : count - 1;
	bool peers = w->sorts && !w->ignore_peers;
	while (peers && from && k_at(t, rows[from - 1]) == k_at(t, rows[from]))
		from--;
	while (peers && to + 1 < count && k_at(t, rows[to + 1]) == k_at(t, rows[to]))
		to++;
	while (from <= to)
		out[n++] = rows[from++];
	return n;
}

static void expect_alike(const char *op, bd_value got, bd_value expected)
{
	if (got.kind != expected.kind ||
	    (got.kind == BD_V_NUMBER &&
	     !(fabs(got.number - expected.number) <= 1e-9 * fmax(1, fabs(expected.number)))))
		fail_msg("%s: %g instead of %g", op, got.number, expected.number);
}

static void check_field(fixture *f, bd_table *t, const bd_window_params *w, bd_table *made)
{
	const bd_window_field *field = &w->fields[0];
	const bd_aggregation a = { field->aggregate, field->field, "v", 1 };
	bd_column *results = bd_table_column(made, field->as);
	for (int g = 0; g < GROUPS; g++) {
		uint32_t rows[ROWS], frame[ROWS];
		size_t count = 0;
		for (uint32_t i = 0; i < ROWS; i++)
			if (bd_table_column(t, "g")->numbers[i] == g)
				rows[count++] = i;
		bd_sort_rows(&f->env, t, w->sort, w->sorts, rows, count);
		for (size_t i = 0; i < count; i++) {
			size_t n = frame_rows(t, w, rows, count, i, frame);
			bd_table *one =
				bd_aggregate(&f->env, bd_table_pick(t, frame, n), NULL, 0, &a, 1);
			expect_alike(bd_aggregate_op_name(field->aggregate),
				     results ? bd_column_value(results, rows[i]) : bd_v_undefined(),
				     bd_column_value(bd_table_column(one, "v"), 0));
		}
	}
}

static void frames_are_aggregated_as_tables_are(void **state)
{
	(void)state;
	static const bd_aggregate_op ops[] = {
		BD_OP_COUNT,   BD_OP_VALID,    BD_OP_MISSING, BD_OP_SUM,      BD_OP_MEAN,
		BD_OP_PRODUCT, BD_OP_MIN,      BD_OP_MAX,     BD_OP_VARIANCE, BD_OP_VARIANCEP,
		BD_OP_STDEV,   BD_OP_STDEVP,   BD_OP_STDERR,  BD_OP_MEDIAN,   BD_OP_Q1,
		BD_OP_Q3,      BD_OP_DISTINCT,
	};
	static const double frames[][2] = { { NAN, 0 },  { -3, 3 },    { -50, 0 }, { 0, 60 },
					    { -40, 45 }, { NAN, NAN }, { 0, NAN }, { 0, 0 } };
	static const char *const by_group[] = { "g" };
	static const bd_sort_key by_k = { "k", false };
	for (size_t o = 0; o < sizeof ops / sizeof *ops; o++)
		for (size_t k = 0; k < 3 * sizeof frames / sizeof *frames; k++) {
			fixture *f = fixture_new();
			bd_table *t = random_rows(f), *made = t;
			const bd_window_field field = { .aggregate = ops[o],
							.field = "x",
							.as = "w" };
			const bd_window_params w = {
				.fields = &field,
				.count = 1,
				.frame = { frames[k / 3][0], frames[k / 3][1] },
				.ignore_peers = k % 3 == 2,
				.groupby = by_group,
				.groups = 1,
				.sort = &by_k,
				.sorts = k % 3 > 0,
			};
			assert_true(bd_window(&f->env, &made, &w));
			check_field(f, t, &w, made);
			fixture_free(f);
		}
}

/* Sums of a frame that a great number passed through are not left with what it took from them. */
static void sums_keep_no_errors(void **state)
{
	(void)state;
	fixture *f = fixture_new();
	double *x = BD_ARRAY(&f->arena, ROWS, double);
	for (int i = 0; i < ROWS; i++)
		x[i] = i == 100 ? 1e20 : 0.25;
	bd_table *t = bd_table_new(&f->arena, ROWS);
	bd_table_set(t, bd_column_new_numbers(&f->arena, "x", BD_COLUMN_NUMBER, x, NULL, ROWS));
	const bd_window_field field = { .aggregate = BD_OP_SUM, .field = "x", .as = "w" };
	const bd_window_params w = { .fields = &field, .count = 1, .frame = { -39, 0 } };
	assert_true(bd_window(&f->env, &t, &w));
	assert_true(bd_table_column(t, "w")->numbers[99] == 10);
	assert_true(bd_table_column(t, "w")->numbers[139] >= 1e20);
	assert_true(bd_table_column(t, "w")->numbers[140] == 10);
	fixture_free(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(frames_are_aggregated_as_tables_are),
		cmocka_unit_test(sums_keep_no_errors),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
