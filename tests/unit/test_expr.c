/* Vega's expressions: operators, functions by group, columns, and mistakes with their places. */
#include "data_fixture.h"

#include "expr/expr.h"

typedef struct pair {
	const char *text, *value;
} pair;

static bool find_name(void *user, const char *name, bd_value *value)
{
	(void)user;
	*value = bd_v_number(720);
	return !strcmp(name, "width");
}

static const bd_names names = { .find = find_name };

static void check_all(const pair *pairs, size_t count)
{
	fixture *f = fixture_new();
	f->env.now = 1e12;
	bd_value datum = bd_json_value(
		&f->arena,
		fixture_json(f, "{\"a\": 2, \"s\": \"Sê Kông\", \"n\": null, \"o\": {\"p\": [1, "
				"2]}, \"tên cột\": 5}"));
	for (size_t i = 0; i < count; i++) {
		const bd_expr *expr = bd_expr_parse(&f->env, pairs[i].text, NULL, &names);
		if (!expr)
			fail_msg("%s: %s", pairs[i].text, fixture_complaints(f));
		bd_str s = bd_str_new(&f->arena);
		fixture_show(&s, bd_expr_eval(expr, &f->arena, datum));
		if (strcmp(bd_str_text(&s), pairs[i].value))
			fail_msg("%s: %s, not %s", pairs[i].text, bd_str_text(&s), pairs[i].value);
	}
	fixture_free(f);
}
#define CHECK(...)                            \
	const pair pairs[] = { __VA_ARGS__ }; \
	(void)state;                          \
	check_all(pairs, sizeof pairs / sizeof *pairs)

static void operators(void **state)
{
	CHECK({ "1 + 2 * 3", "7" }, { "(1 + 2) * 3", "9" }, { "2 ** 3 ** 2", "512" },
	      { "-datum.a", "-2" }, { "7 % 3", "1" }, { "-7 % 3", "-1" }, { "'a' + 1", "'a1'" },
	      { "1 + null", "1" }, { "1 + undefined", "NaN" }, { "[1,2] + ''", "'1,2'" },
	      { "1 == '1'", "true" }, { "1 === '1'", "false" }, { "null == undefined", "true" },
	      { "null === undefined", "false" }, { "null == 0", "false" }, { "null >= 0", "true" },
	      { "'b' > 'a'", "true" }, { "'10' < '9'", "true" }, { "10 < '9'", "false" },
	      { "NaN == NaN", "false" }, { "!''", "true" }, { "~5", "-6" }, { "5 & 3", "1" },
	      { "5 | 3", "7" }, { "5 ^ 3", "6" }, { "1 << 31", "-2147483648" },
	      { "-1 >>> 28", "15" }, { "-8 >> 1", "-4" }, { "0 || 'x'", "'x'" }, { "1 && 0", "0" },
	      { "null ?? 4", "4" }, { "0 ?? 4", "0" }, { "1 ? 2 : 3 ? 4 : 5", "2" },
	      { "0 ? 2 : 0 ? 4 : 5", "5" }, { "0x1F", "31" }, { "1e3", "1000" },
	      { ".5 + 1.", "1.5" }, { "'\\u00ea\\n'", "'ê\n'" }, { "2 in [5,6,7]", "true" },
	      { "'p' in datum.o", "true" }, { "1/0", "Infinity" });
}

static void members(void **state)
{
	CHECK({ "datum.a", "2" }, { "datum['tên cột']", "5" }, { "datum.o.p[1]", "2" },
	      { "datum.o['p'].length", "2" }, { "datum.s.length", "7" },
	      { "datum.none", "undefined" }, { "datum.n.x", "undefined" }, { "datum.s[0]", "'S'" },
	      { "[1, [2]][1][0]", "2" }, { "{'x': 1, y: [2], 3: 'z'}", "{x:1,y:[2],3:'z'}" },
	      { "{'x': 'một'}[datum.a == 2 ? 'x' : 'y']", "'một'" }, { "width / 2", "360" },
	      { "PI > 3 && E < 3", "true" },
	      { "datum", "{a:2,s:'Sê Kông',n:null,o:{p:[1,2]},"
			 "tên cột:5}" });
}

static void math_functions(void **state)
{
	CHECK({ "abs(-1)", "1" }, { "round(2.5)", "3" }, { "round(-2.5)", "-2" },
	      { "ceil(1.2) + floor(1.8)", "3" }, { "max(1, 3, 2)", "3" }, { "min()", "Infinity" },
	      { "max(1, NaN)", "NaN" }, { "pow(2, 10)", "1024" }, { "sqrt(16)", "4" },
	      { "hypot(3, 4)", "5" }, { "clamp(5, 0, 3)", "3" }, { "atan2(0, 1)", "0" },
	      { "isNaN(NaN)", "true" }, { "isNaN('x')", "false" }, { "isFinite(1/0)", "false" },
	      { "isFinite('1')", "false" }, { "if(1 > 2, 'a', 'b')", "'b'" },
	      { "random() < 1", "true" }, { "random() === random()", "false" },
	      { "round(1000 * quantileNormal(0.975))", "1960" },
	      { "round(1000 * cumulativeNormal(1.96))", "975" },
	      { "cumulativeUniform(3, 0, 4)", "0.75" });
}

static void date_functions(void **state)
{
	CHECK({ "datetime(2022, 6, 22)", "@2022-07-22T00:00:00.000Z" },
	      { "datetime('2022-07-22')", "@2022-07-22T00:00:00.000Z" },
	      { "utc(1970, 0, 2)", "86400000" }, { "year(datetime(2022, 6, 22))", "2022" },
	      { "quarter('2022-07-22')", "3" }, { "month(datetime(2022, 6, 22))", "6" },
	      { "date(datetime(2022, 6, 22))", "22" }, { "day(datetime(2022, 6, 22))", "5" },
	      { "dayofyear(datetime(2022, 1, 1))", "32" }, { "week(datetime(2022, 0, 1))", "0" },
	      { "week(datetime(2022, 0, 2))", "1" }, { "hours(datetime(2022, 0, 1, 13, 5))", "13" },
	      { "minutes(datetime(2022, 0, 1, 13, 5))", "5" }, { "now()", "1000000000000" },
	      { "time(datetime(1970, 0, 1, 0, 0, 1))", "1000" },
	      { "timeOffset('month', datetime(2022, 0, 15), 2)", "@2022-03-15T00:00:00.000Z" },
	      { "length(timeSequence('year', datetime(2018, 3), datetime(2022, 0)))", "3" },
	      { "year('không')", "NaN" }, { "datetime(2022, 6, 2) < datetime(2022, 6, 3)", "true" },
	      { "datetime(2022, 6, 3) - datetime(2022, 6, 2)", "86400000" });
}

static void string_functions(void **state)
{
	CHECK({ "upper('đồng')", "'ĐỒNG'" }, { "lower('SƠN LA')", "'sơn la'" },
	      { "substring('Hà Tĩnh', 3, 7)", "'Tĩnh'" }, { "substring('abc', 2, 0)", "'ab'" },
	      { "slice('Hà Tĩnh', -4)", "'Tĩnh'" }, { "length('a😀')", "3" },
	      { "indexof('Sê Kông', 'K')", "3" }, { "lastindexof('abab', 'b')", "3" },
	      { "indexof([1, 'x'], 'x')", "1" }, { "trim('  a b\\n')", "'a b'" },
	      { "split('a,b,c', ',')", "['a','b','c']" }, { "split('ab', '')", "['a','b']" },
	      { "split('a,b,c', ',', 2)", "['a','b']" },
	      { "replace('a-b-c', '-', '+')", "'a+b-c'" },
	      { "replace('a-b-c', /-/g, '+')", "'a+b+c'" },
	      { "replace('22/7', /(\\d+)\\/(\\d+)/, '$2-$1')", "'7-22'" },
	      { "split('a1b22c', /\\d+/)", "['a','b','c']" },
	      { "test(/^tỉnh\\s/i, 'Tỉnh Hà')", "true" }, { "test('x+', 'abc')", "false" },
	      { "pad('7', 3, '0', 'left')", "'007'" }, { "pad('7', 3, '.')", "'7..'" },
	      { "truncate('Quảng Nam', 6)", "'Quảng…'" },
	      { "truncate('abcdef', 4, 'center')", "'ab…f'" }, { "parseFloat('12.5px')", "12.5" },
	      { "parseInt('ff', 16)", "255" }, { "btoa('Việt')", "'Vmnhu4d0'" },
	      { "atob('Vmnhu4d0')", "'Việt'" });
}

static void array_functions(void **state)
{
	CHECK({ "join([1, null, 'x'], '-')", "'1--x'" }, { "reverse([1, 2])", "[2,1]" },
	      { "sort([3, 1, 2])", "[1,2,3]" }, { "slice([1, 2, 3], 1, 3)", "[2,3]" },
	      { "peek([1, 2])", "2" }, { "pluck([{a: 1}, {}], 'a')", "[1,undefined]" },
	      { "sequence(3)", "[0,1,2]" }, { "sequence(1, 2, 0.5)", "[1,1.5]" },
	      { "extent([3, null, 1])", "[1,3]" }, { "clampRange([5, 8], 0, 6)", "[3,6]" },
	      { "inrange(3, [1, 3])", "true" }, { "inrange(3, [1, 3], true, false)", "false" },
	      { "lerp([0, 10], 0.25)", "2.5" }, { "span([2, 9])", "7" },
	      { "merge({a: 1}, {b: 2, a: 3})", "{a:3,b:2}" });
}

static void type_functions(void **state)
{
	CHECK({ "isArray([1])", "true" }, { "isBoolean(true)", "true" },
	      { "isDate(datetime(2020, 0))", "true" }, { "isDefined(datum.none)", "false" },
	      { "isDefined(null)", "true" }, { "isNumber(1)", "true" },
	      { "isNumber('1')", "false" }, { "isObject({})", "true" }, { "isString('')", "true" },
	      { "isValid(NaN)", "false" }, { "isValid(0)", "true" }, { "isRegExp(/a/)", "true" },
	      { "toNumber('5')", "5" }, { "toNumber('')", "null" },
	      { "toBoolean('false')", "false" }, { "toString(5)", "'5'" },
	      { "toDate('2020')", "@2020-01-01T00:00:00.000Z" });
}

static void color_and_format_functions(void **state)
{
	CHECK({ "'' + rgb(255, 0, 128)", "'rgb(255, 0, 128)'" }, { "rgb('red').r", "255" },
	      { "'' + hsl(120, 1, 0.5)", "'rgb(0, 255, 0)'" },
	      { "'' + lab(50, 0, 0)", "'rgb(119, 119, 119)'" }, { "round(hcl('red').h)", "41" },
	      { "round(lab('blue').l)", "30" }, { "round(contrast('black', 'white'))", "21" },
	      { "luminance('white')", "1" }, { "format(1234.5, ',.1f')", "'1,234.5'" },
	      { "timeFormat(datetime(2022, 6, 22), '%d/%m/%Y')", "'22/07/2022'" },
	      { "utcParse('22/07/2022', '%d/%m/%Y')", "@2022-07-22T00:00:00.000Z" },
	      { "monthFormat(0)", "'January'" }, { "dayAbbrevFormat(0)", "'Sun'" },
	      { "timeUnitSpecifier(['year', 'month'])", "'%Y-%m'" });
}

/* Each mistake: the text, and what must be said. */
static void mistakes(void **state)
{
	(void)state;
	static const pair cases[] = {
		{ "1 +", ":1:9: error: invalid expression: something is missing at its end" },
		{ "1 + * 2", ":1:10: error: invalid expression: this does not belong here" },
		{ "(1", ":1:8: error: invalid expression: something is missing" },
		{ "1 2", ":1:8: error: invalid expression: this does not belong here" },
		{ "'a", ":1:6: error: invalid expression: a quote is never closed" },
		{ "datum.x = 1", ":1:14: error: invalid expression" },
		{ "pơw(1, 2)", ":1:6: error: unknown function 'pơw'" },
		{ "pow(1)", ":1:6: error: 'pow' takes 2 arguments, got 1" },
		{ "giá + 1", ":1:6: error: unknown name 'giá'" },
		{ "giá + 1", "a column is written 'datum.giá'" },
		{ "\\\"ê\\\" + @", ":1:14: error: invalid expression" },
		{ "", "error: invalid expression: something is missing" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		fixture *f = fixture_new();
		bd_str s = bd_str_new(&f->arena);
		bd_str_printf(&s, "{\"\":\"%s\"}", cases[i].text);
		const bd_json *node = bd_json_get(fixture_json(f, bd_str_text(&s)), "");
		assert_null(bd_expr_parse(&f->env, node->string, &node->place, NULL));
		if (f->diags.errors != 1 || !strstr(fixture_complaints(f), cases[i].value))
			fail_msg("%s: %s", cases[i].text, fixture_complaints(f));
		fixture_free(f);
	}
}

static void abuse(void **state)
{
	(void)state;
	fixture *f = fixture_new();
	bd_str s = bd_str_new(&f->arena);
	for (int i = 0; i < 100000; i++)
		bd_str_add(&s, "(");
	assert_null(bd_expr_parse(&f->env, bd_str_text(&s), NULL, NULL));
	s = bd_str_new(&f->arena);
	for (int i = 0; i < 100000; i++)
		bd_str_add(&s, "datum.a+");
	assert_null(bd_expr_parse(&f->env, bd_str_text(&s), NULL, NULL));
	s = bd_str_new(&f->arena);
	for (int i = 0; i < 100000; i++)
		bd_str_add(&s, "-");
	assert_null(bd_expr_parse(&f->env, bd_str_text(&s), NULL, NULL));
	/* A pattern that would run for ever is stopped, and said so. */
	const bd_expr *slow = bd_expr_parse(
		&f->env, "test(/^(a+)+$/, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab')", NULL, NULL);
	assert_non_null(slow);
	bd_expr_eval(slow, &f->arena, bd_v_undefined());
	assert_non_null(strstr(fixture_complaints(f), "it takes too long here"));
	fixture_free(f);
}

/* The fast way over columns gives what the slow way gives. */
static void columns(void **state)
{
	(void)state;
	fixture *f = fixture_new();
	bd_table *t = bd_table_from_json(
		&f->env, fixture_json(f, "[{\"x\": 1, \"s\": \"a\", \"m\": null}, {\"x\": -2, "
					 "\"s\": \"b\", \"m\": 3}, {\"x\": 0.5, \"s\": \"a\"}]"));
	static const pair cases[] = {
		{ "datum.x * 2 + 1", "3 -3 2" },
		{ "datum.x > 0 && datum.s === 'a'", "true false true" },
		{ "datum.x > 0 ? 1 : -1", "1 -1 1" },
		{ "datum.m + 1", "1 4 NaN" },
		{ "datum.m >= 0", "true true false" },
		{ "datum.m == null", "true false true" },
		{ "datum.m", "null 3 undefined" },
		{ "abs(datum.x)", "1 2 0.5" },
		{ "datum.s != 'a'", "false true false" },
		{ "!datum.x", "false false false" },
		{ "datum.s + datum.x", "'a1' 'b-2' 'a0.5'" },
		{ "datum.none", "undefined undefined undefined" },
		{ "datum.x % 2", "1 0 0.5" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const bd_expr *expr = bd_expr_parse(&f->env, cases[i].text, NULL, NULL);
		bd_column *fields[4] = { 0 };
		for (size_t k = 0; k < bd_expr_field_count(expr); k++)
			fields[k] = bd_table_column(t, bd_expr_field(expr, k));
		const bd_expr_rows rows = { .fields = fields, .rows = t->rows };
		bd_table_set(t, bd_expr_column(expr, &f->arena, "out", &rows));
		assert_string_equal(fixture_column(t, "out"), cases[i].value);
	}
	fixture_free(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(operators),        cmocka_unit_test(members),
		cmocka_unit_test(math_functions),   cmocka_unit_test(date_functions),
		cmocka_unit_test(string_functions), cmocka_unit_test(array_functions),
		cmocka_unit_test(type_functions),   cmocka_unit_test(color_and_format_functions),
		cmocka_unit_test(mistakes),         cmocka_unit_test(abuse),
		cmocka_unit_test(columns),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
