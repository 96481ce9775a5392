/* Transforms: what each makes of a small table. */
#include "data_fixture.h"

#include "data/transform.h"
#include <math.h>

typedef struct transform_case {
	const char *rows, *transform, *column, *values;
} transform_case;

static void check(const transform_case *cases, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		fixture *f = fixture_new();
		const bd_data_context context = { .datasets = bd_datasets_new(&f->arena, NULL) };
		bd_table *t = bd_table_from_json(&f->env, fixture_json(f, cases[i].rows));
		const bd_json *list = fixture_json(f, cases[i].transform);
		bd_transforms_apply(&f->env, list, &t, &context);
		if (f->diags.errors + f->diags.warnings)
			fail_msg("%s: %s", cases[i].transform, fixture_complaints(f));
		const char *got = fixture_column(t, cases[i].column);
		if (strcmp(got, cases[i].values))
			fail_msg("%s: %s\n      not %s", cases[i].transform, got, cases[i].values);
		fixture_free(f);
	}
}
#define CHECK(...)                                             \
	static const transform_case cases[] = { __VA_ARGS__ }; \
	(void)state;                                           \
	check(cases, sizeof cases / sizeof *cases)

#define ROWS                                                                                       \
	"[{\"g\":\"a\",\"x\":1,\"d\":\"2022-03-05\"},{\"g\":\"b\",\"x\":5,\"d\":\"2022-04-01\"},"  \
	"{\"g\":\"a\",\"x\":3,\"d\":\"2023-03-31\"},{\"g\":\"b\",\"x\":null,\"d\":\"2021-12-31\"}" \
	","                                                                                        \
	"{\"g\":\"a\",\"x\":2,\"d\":\"\"}]"

static void filters(void **state)
{
	CHECK({ ROWS, "[{\"filter\":\"datum.x > 1\"}]", "x", "5 3 2" },
	      { ROWS, "[{\"filter\":{\"field\":\"g\",\"equal\":\"b\"}}]", "x", "5 null" },
	      { ROWS, "[{\"filter\":{\"field\":\"x\",\"lt\":3}}]", "x", "1 null 2" },
	      { ROWS, "[{\"filter\":{\"field\":\"x\",\"gte\":3}}]", "x", "5 3" },
	      { ROWS, "[{\"filter\":{\"field\":\"x\",\"range\":[2,3]}}]", "x", "3 2" },
	      { ROWS, "[{\"filter\":{\"field\":\"x\",\"range\":[null,2]}}]", "x", "1 null 2" },
	      { ROWS, "[{\"filter\":{\"field\":\"x\",\"oneOf\":[5,1]}}]", "x", "1 5" },
	      { ROWS, "[{\"filter\":{\"field\":\"x\",\"valid\":true}}]", "x", "1 5 3 2" },
	      { ROWS, "[{\"filter\":{\"field\":\"x\",\"valid\":false}}]", "x", "null" },
	      { ROWS,
		"[{\"filter\":{\"not\":{\"or\":[\"datum.x===1\",{\"and\":[{\"field\":\"g\","
		"\"equal\":\"b\"},\"datum.x\"]}]}}}]",
		"x", "3 null 2" },
	      { ROWS, "[{\"filter\":{\"timeUnit\":\"year\",\"field\":\"d\",\"equal\":2022}}]", "x",
		"1 5" },
	      { ROWS,
		"[{\"filter\":{\"timeUnit\":\"month\",\"field\":\"d\",\"oneOf\":[\"march\"]}}]",
		"x", "1 3" },
	      { ROWS, "[{\"filter\":{\"field\":\"d\",\"gt\":{\"year\":2022,\"month\":4}}}]", "x",
		"3" },
	      { "[{\"n\":\"10\"},{\"n\":\"9\"}]", "[{\"filter\":{\"field\":\"n\",\"equal\":9}}]",
		"n", "9" });
}

static void calculations(void **state)
{
	CHECK({ ROWS, "[{\"calculate\":\"datum.x * 2\",\"as\":\"y\"}]", "y", "2 10 6 0 4" },
	      { ROWS, "[{\"calculate\":\"datum.g + datum.x\",\"as\":\"g\"}]", "g",
		"'a1' 'b5' 'a3' 'bnull' 'a2'" },
	      { ROWS,
		"[{\"calculate\":\"datum\",\"as\":\"o\"},{\"calculate\":\"datum.o.x\","
		"\"as\":\"y\"}]",
		"y", "1 5 3 null 2" });
}

#define AGGREGATE(op) \
	"[{\"aggregate\":[{\"op\":\"" op "\",\"field\":\"x\",\"as\":\"r\"}],\"groupby\":[\"g\"]}]"

static void aggregates(void **state)
{
	CHECK({ ROWS, AGGREGATE("sum"), "r", "6 5" }, { ROWS, AGGREGATE("sum"), "g", "'a' 'b'" },
	      { ROWS, AGGREGATE("count"), "r", "3 2" }, { ROWS, AGGREGATE("valid"), "r", "3 1" },
	      { ROWS, AGGREGATE("missing"), "r", "0 1" },
	      { ROWS, AGGREGATE("distinct"), "r", "3 2" }, { ROWS, AGGREGATE("mean"), "r", "2 5" },
	      { ROWS, AGGREGATE("average"), "r", "2 5" },
	      { ROWS, AGGREGATE("product"), "r", "6 5" },
	      { ROWS, AGGREGATE("variance"), "r", "1 undefined" },
	      { ROWS, AGGREGATE("stdev"), "r", "1 undefined" },
	      { ROWS, AGGREGATE("stdevp"), "r", "0.816496580927726 0" },
	      { ROWS, AGGREGATE("median"), "r", "2 5" }, { ROWS, AGGREGATE("q1"), "r", "1.5 5" },
	      { ROWS, AGGREGATE("q3"), "r", "2.5 5" }, { ROWS, AGGREGATE("min"), "r", "1 5" },
	      { ROWS, AGGREGATE("max"), "r", "3 5" },
	      { ROWS, AGGREGATE("argmax"), "r.d", "'2023-03-31' '2022-04-01'" },
	      { ROWS, AGGREGATE("argmin"), "r.x", "1 5" },
	      { ROWS, AGGREGATE("values"), "r.length", "3 2" },
	      { ROWS, "[{\"aggregate\":[{\"op\":\"max\",\"field\":\"d\",\"as\":\"r\"}]}]", "r",
		"'2023-03-31'" },
	      { "[]", "[{\"aggregate\":[{\"op\":\"count\",\"as\":\"n\"}]}]", "n", "0" },
	      { ROWS,
		"[{\"joinaggregate\":[{\"op\":\"sum\",\"field\":\"x\",\"as\":\"t\"}],"
		"\"groupby\":[\"g\"]}]",
		"t", "6 5 6 5 6" },
	      { "[{\"a\":{\"b\":1},\"x\":1},{\"a\":{\"b\":2},\"x\":2},{\"a\":{\"b\":1},\"x\":4}]",
		"[{\"aggregate\":[{\"op\":\"sum\",\"field\":\"x\",\"as\":\"s\"}],\"groupby\":"
		"[\"a.b\"]}]",
		"s", "5 2" });
}

static void bins(void **state)
{
	CHECK({ "[{\"x\":0},{\"x\":17},{\"x\":100},{\"x\":null}]",
		"[{\"bin\":true,\"field\":\"x\",\"as\":\"b\"}]", "b", "0 10 90 null" },
	      { "[{\"x\":0},{\"x\":17},{\"x\":100}]",
		"[{\"bin\":true,\"field\":\"x\",\"as\":\"b\"}]", "b_end", "10 20 100" },
	      { "[{\"x\":1},{\"x\":7}]",
		"[{\"bin\":{\"step\":5},\"field\":\"x\",\"as\":[\"b\",\"e\"]}]", "e", "5 10" },
	      { "[{\"x\":0.11},{\"x\":0.37}]",
		"[{\"bin\":{\"maxbins\":5},\"field\":\"x\",\"as\":[\"b\",\"e\"]}]", "b",
		"0.1 0.30000000000000004" });
}

static void time_units(void **state)
{
	CHECK({ ROWS, "[{\"timeUnit\":\"yearmonth\",\"field\":\"d\",\"as\":\"m\"}]", "m",
		"@2022-03-01T00:00:00.000Z @2022-04-01T00:00:00.000Z @2023-03-01T00:00:00.000Z "
		"@2021-12-01T00:00:00.000Z null" },
	      { "[{\"d\":\"2022-03-05T10:07\"}]",
		"[{\"timeUnit\":\"month\",\"field\":\"d\",\"as\":\"m\"}]", "m_end",
		"@2012-04-01T00:00:00.000Z" },
	      { "[{\"d\":\"2022-03-05T10:07\"}]",
		"[{\"timeUnit\":\"hoursminutes\",\"field\":\"d\",\"as\":\"m\"}]", "m",
		"@2012-01-01T10:07:00.000Z" },
	      { "[{\"d\":\"2022-03-05\"}]", "[{\"timeUnit\":\"day\",\"field\":\"d\",\"as\":\"m\"}]",
		"m", "@2012-01-07T00:00:00.000Z" },
	      { "[{\"d\":\"2022-05-05\"}]",
		"[{\"timeUnit\":\"yearquarter\",\"field\":\"d\",\"as\":\"m\"}]", "m",
		"@2022-04-01T00:00:00.000Z" },
	      { "[{\"d\":\"2022-05-05\"}]",
		"[{\"timeUnit\":\"yearweek\",\"field\":\"d\",\"as\":\"m\"}]", "m",
		"@2022-05-01T00:00:00.000Z" },
	      { "[{\"d\":\"2022-05-05\"}]",
		"[{\"timeUnit\":{\"unit\":\"year\",\"step\":10},\"field\":\"d\",\"as\":\"m\"}]",
		"m", "@2020-01-01T00:00:00.000Z" },
	      { "[{\"d\":\"2022-05-05\"},{\"d\":\"2022-06-20\"}]",
		"[{\"timeUnit\":{\"maxbins\":3},\"field\":\"d\",\"as\":\"m\"}]", "m",
		"@2022-05-01T00:00:00.000Z @2022-06-01T00:00:00.000Z" });
}

#define STACK  "\"stack\":\"x\",\"groupby\":[\"g\"],\"as\":[\"s\",\"e\"]"
#define SIGNED "[{\"g\":1,\"x\":2},{\"g\":1,\"x\":-1},{\"g\":1,\"x\":1},{\"g\":2,\"x\":6}]"

static void stacks(void **state)
{
	CHECK({ SIGNED, "[{" STACK "}]", "s", "0 0 2 0" },
	      { SIGNED, "[{" STACK "}]", "e", "2 -1 3 6" },
	      { SIGNED, "[{" STACK ",\"offset\":\"normalize\"}]", "e", "0.5 0.75 1 1" },
	      { SIGNED, "[{" STACK ",\"offset\":\"center\"}]", "s", "1 3 4 0" },
	      { SIGNED, "[{" STACK ",\"sort\":[{\"field\":\"x\",\"order\":\"ascending\"}]}]", "e",
		"3 -1 1 6" });
}

#define NUMBERED                                                                               \
	"[{\"g\":\"a\",\"x\":1,\"k\":1,\"y\":[1,2]},{\"g\":\"b\",\"x\":5,\"k\":1,\"y\":[3]},"  \
	"{\"g\":\"a\",\"x\":3,\"k\":2,\"y\":[]},{\"g\":\"b\",\"x\":null,\"k\":3,\"y\":[4,5]}," \
	"{\"g\":\"a\",\"x\":3,\"k\":4}]"
#define WINDOW(op, more) "[{\"window\":[{\"op\":\"" op "\",\"field\":\"x\",\"as\":\"w\"}]" more "}]"
#define BY_X             ",\"sort\":[{\"field\":\"x\"}]"

static void windows(void **state)
{
	CHECK({ NUMBERED, WINDOW("sum", BY_X), "w", "1 12 7 undefined 7" },
	      { NUMBERED, WINDOW("sum", BY_X ",\"ignorePeers\":true"), "w", "1 12 4 undefined 7" },
	      { NUMBERED, WINDOW("row_number", BY_X), "w", "2 5 3 1 4" },
	      { NUMBERED, WINDOW("rank", BY_X), "w", "2 5 3 1 3" },
	      { NUMBERED, WINDOW("dense_rank", BY_X), "w", "2 4 3 1 3" },
	      { NUMBERED, WINDOW("percent_rank", BY_X), "w", "0.25 1 0.5 0 0.5" },
	      { NUMBERED, WINDOW("cume_dist", BY_X), "w", "0.4 1 0.8 0.2 0.8" },
	      { NUMBERED, WINDOW("lag", BY_X), "w", "null 3 1 null 3" },
	      { NUMBERED, WINDOW("lead", BY_X), "w", "3 null 3 1 5" },
	      { NUMBERED, WINDOW("first_value", BY_X), "w", "null null null null null" },
	      { NUMBERED, WINDOW("last_value", BY_X), "w", "1 5 3 null 3" },
	      { NUMBERED, WINDOW("prev_value", BY_X), "w", "1 5 3 null 3" },
	      { NUMBERED, WINDOW("next_value", BY_X), "w", "1 5 3 1 3" },
	      { NUMBERED, WINDOW("rank", ""), "w", "1 2 3 4 5" },
	      { NUMBERED, WINDOW("mean", ",\"frame\":[-1,1],\"groupby\":[\"g\"]"), "w",
		"2 5 2.3333333333333335 5 3" },
	      { NUMBERED, WINDOW("median", ",\"frame\":[null,null],\"groupby\":[\"g\"]"), "w",
		"3 5 3 5 3" },
	      { NUMBERED, "[{\"window\":[{\"op\":\"ntile\",\"param\":2,\"as\":\"w\"}]" BY_X "}]",
		"w", "1 2 2 1 2" },
	      { NUMBERED,
		"[{\"window\":[{\"op\":\"nth_value\",\"field\":\"x\",\"param\":2,\"as\":"
		"\"w\"}]" BY_X "}]",
		"w", "1 1 1 null 1" });
}

static void reshaping(void **state)
{
	CHECK({ NUMBERED, "[{\"fold\":[\"x\",\"k\"]}]", "value", "1 1 5 1 3 2 null 3 3 4" },
	      { NUMBERED, "[{\"fold\":[\"x\",\"k\"],\"as\":[\"a\",\"b\"]}]", "a",
		"'x' 'k' 'x' 'k' 'x' 'k' 'x' 'k' 'x' 'k'" },
	      { NUMBERED, "[{\"flatten\":[\"y\"]}]", "y", "1 2 3 4 5" },
	      { NUMBERED, "[{\"flatten\":[\"y\"],\"as\":[\"z\"]}]", "g", "'a' 'a' 'b' 'b' 'b'" },
	      { NUMBERED, "[{\"pivot\":\"g\",\"value\":\"x\",\"groupby\":[\"k\"]}]", "b",
		"5 undefined undefined undefined" },
	      { NUMBERED,
		"[{\"pivot\":\"g\",\"value\":\"x\",\"groupby\":[\"k\"],\"op\":\"count\"}]", "b",
		"1 0 1 0" },
	      { NUMBERED, "[{\"sample\":100}]", "x", "1 5 3 null 3" },
	      { NUMBERED, "[{\"sample\":3},{\"aggregate\":[{\"op\":\"count\",\"as\":\"n\"}]}]", "n",
		"3" });
}

#define LOOKUP                                                                               \
	"[{\"lookup\":\"k\",\"from\":{\"data\":{\"values\":[{\"id\":\"1\",\"n\":\"một\"}," \
	"{\"id\":3,\"n\":\"ba\"}]},\"key\":\"id\""

static void lookups_and_imputes(void **state)
{
	CHECK({ NUMBERED, LOOKUP ",\"fields\":[\"n\"]}}]", "n", "'một' 'một' null 'ba' null" },
	      { NUMBERED, LOOKUP ",\"fields\":[\"n\"]},\"as\":[\"m\"],\"default\":\"–\"}]", "m",
		"'một' 'một' '–' 'ba' '–'" },
	      { NUMBERED, LOOKUP "},\"as\":\"o\"}]", "o.n",
		"'một' 'một' undefined 'ba' undefined" },
	      { NUMBERED, "[{\"impute\":\"x\",\"key\":\"k\",\"groupby\":[\"g\"],\"value\":0}]", "x",
		"1 5 3 null 3 0 0 0" },
	      { NUMBERED, "[{\"impute\":\"x\",\"key\":\"k\",\"groupby\":[\"g\"],\"value\":0}]", "k",
		"1 1 2 3 4 3 2 4" },
	      { NUMBERED,
		"[{\"impute\":\"x\",\"key\":\"k\",\"groupby\":[\"g\"],\"method\":\"mean\","
		"\"keyvals\":[5]}]",
		"x", "1 5 3 5 3 2.3333333333333335 2.3333333333333335 5 5 5" });
}

#define LINE      "[{\"x\":1,\"y\":3},{\"x\":2,\"y\":5},{\"x\":4,\"y\":9},{\"x\":5,\"y\":11}]"
#define FIT(more) "[{\"regression\":\"y\",\"on\":\"x\"" more "}]"

static void statistics(void **state)
{
	CHECK({ LINE, FIT(""), "x", "1 5" }, { LINE, FIT(""), "y", "3 11" },
	      { LINE, FIT(",\"params\":true"), "rSquared", "1" },
	      { LINE, FIT(",\"params\":true"), "coef", "[1,2]" },
	      { LINE, FIT(",\"method\":\"quad\",\"params\":true"), "coef.length", "3" },
	      { LINE, FIT(",\"extent\":[0,10]"), "y", "1 21" },
	      { LINE, FIT(",\"as\":[\"a\",\"b\"]"), "b", "3 11" },
	      { LINE, "[{\"quantile\":\"x\",\"probs\":[0,0.5,1]}]", "value", "1 3 5" },
	      { LINE, "[{\"quantile\":\"x\",\"step\":0.5}]", "prob", "0.25 0.75" },
	      { LINE, "[{\"loess\":\"y\",\"on\":\"x\",\"bandwidth\":1}]", "y", "3 5 9 11" },
	      { LINE, "[{\"density\":\"x\",\"steps\":2,\"cumulative\":true,\"bandwidth\":1e-3}]",
		"density", "0.125 0.5 0.875" },
	      { LINE, "[{\"density\":\"x\",\"steps\":2}]", "value", "1 3 5" },
	      { LINE,
		"[{\"extent\":\"x\",\"param\":\"e\"},{\"calculate\":\"e[1] - datum.x\","
		"\"as\":\"z\"}]",
		"z", "4 3 1 0" });
}

/* A bootstrap over growing frames of a million rows would never end; it is refused. */
static void windows_too_large(void **state)
{
	(void)state;
	fixture *f = fixture_new();
	const bd_data_context context = { 0 };
	size_t rows = 1000000;
	bd_table *t = bd_table_new(&f->arena, rows), *before = t;
	bd_table_set(t, bd_column_new_numbers(&f->arena, "x", BD_COLUMN_NUMBER,
					      BD_ARRAY(&f->arena, rows, double), NULL, rows));
	bd_transforms_apply(&f->env, fixture_json(f, WINDOW("ci0", "")), &t, &context);
	assert_non_null(strstr(fixture_complaints(f), "[too-many-rows]"));
	assert_int_equal(t->count, before->count);
	bd_transforms_apply(&f->env, fixture_json(f, WINDOW("sum", "")), &t, &context);
	assert_int_not_equal(t->count, before->count);
	fixture_free(f);
}

static void mistakes(void **state)
{
	(void)state;
	static const char *const cases[][2] = {
		{ "[{\"filtr\":\"1\"}]", "[unknown-transform]" },
		{ "[{\"filter\":{\"field\":\"x\"}}]", "[bad-predicate]" },
		{ "[{\"filter\":{\"field\":\"xx\",\"equal\":1}}]", "the data has no column 'xx'" },
		{ "[{\"filter\":\"datum.x >\"}]", "spec.json:1:22: error: invalid expression" },
		{ "[{\"calculate\":\"1\"}]", "'as' is missing" },
		{ "[{\"aggregate\":[{\"op\":\"summ\",\"as\":\"s\"}]}]", "did you mean 'sum'" },
		{ "[{\"timeUnit\":\"yeer\",\"field\":\"x\",\"as\":\"y\"}]", "[unknown-name]" },
		{ "[{\"bin\":true,\"field\":\"y\",\"as\":\"b\"}]", "no column 'y'" },
		{ "[{\"filter\":\"1\",\"filtre\":2}]", "warning: unknown field 'filtre'" },
		{ "[{\"filter\":\"datum.xx > 1\"}]",
		  "spec.json:1:19: error: the data has no column 'xx'" },
		{ "[{\"aggregate\":[{\"op\":\"sum\",\"field\":\"xx\"}]}]", "no column 'xx'" },
		{ "[{\"stack\":\"x\",\"groupby\":[\"yy\"],\"as\":\"a\"}]", "no column 'yy'" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		fixture *f = fixture_new();
		const bd_data_context context = { 0 };
		bd_table *t = bd_table_from_json(&f->env, fixture_json(f, ROWS)), *before = t;
		bd_transforms_apply(&f->env, fixture_json(f, cases[i][0]), &t, &context);
		if (!strstr(fixture_complaints(f), cases[i][1]))
			fail_msg("%s: %s", cases[i][0], fixture_complaints(f));
		assert_true(f->diags.errors == 0 ||
			    (t->count == before->count && t->rows == before->rows));
		fixture_free(f);
	}
}

static void sorting(void **state)
{
	(void)state;
	fixture *f = fixture_new();
	bd_table *t = bd_table_from_json(&f->env, fixture_json(f, ROWS));
	const bd_sort_key down[] = { { "g", true }, { "x", false } };
	assert_string_equal(fixture_column(bd_table_sorted(&f->env, t, down, 2), "x"),
			    "null 5 1 2 3");
	assert_string_equal(fixture_column(bd_table_sorted(&f->env, t, down, 1), "x"),
			    "5 null 1 3 2");
	fixture_free(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(filters),
		cmocka_unit_test(calculations),
		cmocka_unit_test(aggregates),
		cmocka_unit_test(bins),
		cmocka_unit_test(time_units),
		cmocka_unit_test(stacks),
		cmocka_unit_test(windows),
		cmocka_unit_test(reshaping),
		cmocka_unit_test(lookups_and_imputes),
		cmocka_unit_test(statistics),
		cmocka_unit_test(windows_too_large),
		cmocka_unit_test(mistakes),
		cmocka_unit_test(sorting),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
