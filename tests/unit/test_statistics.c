/* Statistics of many values: what their quick ways give is what the plain ones give. */
#include "data_fixture.h"

#include "data/aggregate.h"
#include "data/regression.h"
#include "data/transform.h"
#include <math.h>

static uint32_t seed = 1;

static double uniform(void)
{
	seed = seed * 1664525u + 1013904223u;
	return (seed >> 8) / 16777216.0;
}

static int ascending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

static void many_numbers_are_sorted(void **state)
{
	(void)state;
	enum { COUNT = 5000 };
	static double values[COUNT], sorted[COUNT];
	for (int round = 0; round < 4; round++) {
		for (size_t i = 0; i < COUNT; i++) {
			double x = uniform() - 0.5;
			values[i] = round == 0 ? x : round == 1 ? floor(x * 20) : pow(x, 9) * 1e9;
			if (round == 3 && i % 100 < 2)
				values[i] = i % 100 ? INFINITY : -INFINITY;
			sorted[i] = values[i];
		}
		qsort(sorted, COUNT, sizeof *sorted, ascending);
		bd_sort_numbers(values, COUNT);
		for (size_t i = 0; i < COUNT; i++)
			assert_true(values[i] == sorted[i]);
	}
}

/* The interval that a thousand samples find, to a tenth of its width. */
static void intervals_of_many_values_are_those_of_samples(void **state)
{
	(void)state;
	enum { COUNT = 6000, SAMPLES = 1000 };
	static double values[COUNT], means[SAMPLES];
	fixture *f = fixture_new();
	for (size_t i = 0; i < COUNT; i++)
		values[i] = -log(1 - uniform()) * 10;
	for (size_t s = 0; s < SAMPLES; s++) {
		means[s] = 0;
		for (size_t i = 0; i < COUNT; i++)
			means[s] += values[(size_t)(uniform() * COUNT)] / COUNT;
	}
	qsort(means, SAMPLES, sizeof *means, ascending);
	double low = bd_quantile(means, SAMPLES, 0.025), high = bd_quantile(means, SAMPLES, 0.975);
	double ci0 = bd_sorted_statistic(&f->env, BD_OP_CI0, values, COUNT);
	double ci1 = bd_sorted_statistic(&f->env, BD_OP_CI1, values, COUNT);
	assert_true(fabs(ci0 - low) < (high - low) / 10 && fabs(ci1 - high) < (high - low) / 10);
	fixture_free(f);
}

/* One round of local regression at point i, as its definition says. */
static double local_line(const bd_pairs *p, const double *weights, size_t near, size_t i)
{
	size_t from = 0;
	while (from + near < p->count && p->x[from + near] - p->x[i] <= p->x[i] - p->x[from])
		from++;
	double reach = fmax(p->x[i] - p->x[from], p->x[from + near - 1] - p->x[i]);
	double w = 0, x = 0, y = 0, xx = 0, xy = 0;
	for (size_t k = from; k < from + near; k++) {
		double d = fabs(p->x[i] - p->x[k]) / reach, t = 1 - d * d * d;
		double weight = t * t * t * weights[k], dx = p->x[k] - p->x[i];
		w += weight;
		x += weight * dx;
		y += weight * p->y[k];
		xx += weight * dx * dx;
		xy += weight * dx * p->y[k];
	}
	return (y * xx - x * xy) / (w * xx - x * x);
}

static void loess_of_many_points_is_that_of_all(void **state)
{
	(void)state;
	enum { COUNT = 4000, NEAR = 1600 };
	fixture *f = fixture_new();
	static double x[COUNT], y[COUNT], plain[COUNT], weights[COUNT], off[COUNT], sorted[COUNT];
	for (size_t i = 0; i < COUNT; i++)
		x[i] = pow(uniform(), 3) * 10;
	qsort(x, COUNT, sizeof *x, ascending);
	for (size_t i = 0; i < COUNT; i++) {
		y[i] = sin(x[i]) * 5 + x[i] + uniform();
		weights[i] = 1;
	}
	bd_pairs points = { .x = x, .y = y, .count = COUNT };
	for (int round = 0; round < 3; round++) {
		for (size_t i = 0; i < COUNT; i++) {
			plain[i] = local_line(&points, weights, NEAR, i);
			sorted[i] = off[i] = fabs(y[i] - plain[i]);
		}
		qsort(sorted, COUNT, sizeof *sorted, ascending);
		double median = bd_quantile(sorted, COUNT, 0.5);
		for (size_t i = 0; i < COUNT; i++) {
			double share = fmin(off[i] / (6 * median), 1);
			weights[i] = fmax((1 - share * share) * (1 - share * share), 1e-12);
		}
	}
	bd_loess(&f->env, &points, (double)NEAR / COUNT);
	for (size_t i = 0; i < COUNT; i++)
		if (!(fabs(points.y[i] - plain[i]) < 0.05)) /* at a bend; of a range of 20 */
			fail_msg("%zu: %g instead of %g", i, points.y[i], plain[i]);
	fixture_free(f);
}

static void density_of_many_values_is_that_of_each(void **state)
{
	(void)state;
	enum { COUNT = 25000, STEPS = 50 };
	static const char *const texts[] = {
		"[{\"density\":\"x\",\"bandwidth\":0.3,\"extent\":[0,20],\"steps\":50}]",
		"[{\"density\":\"x\",\"bandwidth\":0.3,\"extent\":[0,20],\"steps\":50,"
		"\"cumulative\":true}]",
	};
	for (int kind = 0; kind < 2; kind++) {
		fixture *f = fixture_new();
		const bd_data_context context = { 0 };
		double *x = BD_ARRAY(&f->arena, COUNT, double), most = 0, off = 0;
		for (size_t i = 0; i < COUNT; i++)
			x[i] = -log(1 - uniform()) * 2 + (double)(i % 3) * 4;
		bd_table *t = bd_table_new(&f->arena, COUNT);
		bd_table_set(
			t, bd_column_new_numbers(&f->arena, "x", BD_COLUMN_NUMBER, x, NULL, COUNT));
		bd_transforms_apply(&f->env, fixture_json(f, texts[kind]), &t, &context);
		assert_int_equal(t->rows, STEPS + 1);
		for (size_t s = 0; s <= STEPS; s++) {
			double at = bd_table_column(t, "value")->numbers[s], plain = 0;
			for (size_t i = 0; i < COUNT; i++) {
				double z = (at - x[i]) / 0.3;
				plain += kind ? erfc(-z / sqrt(2)) / 2
					      : exp(-z * z / 2) / sqrt(2 * M_PI) / 0.3;
			}
			plain /= COUNT;
			most = fmax(most, plain);
			off = fmax(off, fabs(bd_table_column(t, "density")->numbers[s] - plain));
		}
		assert_true(off < most * 1e-4);
		fixture_free(f);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(many_numbers_are_sorted),
		cmocka_unit_test(intervals_of_many_values_are_those_of_samples),
		cmocka_unit_test(loess_of_many_points_is_that_of_all),
		cmocka_unit_test(density_of_many_values_is_that_of_each),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
