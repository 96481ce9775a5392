/* Scales, ticks, labels and colour schemes; the numbers are what Vega 6 and d3-scale 4 give. */
#include "unit.h"

#include "base/number.h"
#include "base/str.h"
#include "scale/scale.h"
#include <math.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bd_env env_of(bd_arena *arena)
{
	bd_diags *diags = BD_NEW(arena, bd_diags);
	diags->arena = arena;
	diags->last = &diags->first;
	return (bd_env){ .arena = arena, .scratch = arena, .diags = diags };
}

static const bd_value *numbers(bd_arena *arena, const double *list, size_t count)
{
	bd_value *values = BD_ARRAY(arena, count, bd_value);
	for (size_t i = 0; i < count; i++)
		values[i] = bd_v_number(list[i]);
	return values;
}

static const bd_value *words(bd_arena *arena, const char *const *list, size_t count)
{
	bd_value *values = BD_ARRAY(arena, count, bd_value);
	for (size_t i = 0; i < count; i++)
		values[i] = bd_v_string(list[i]);
	return values;
}

#define NUMBERS(...) \
	numbers(arena, (const double[]){ __VA_ARGS__ }, COUNT(((const double[]){ __VA_ARGS__ })))
#define WORDS(...)                                         \
	words(arena, (const char *const[]){ __VA_ARGS__ }, \
	      COUNT(((const char *const[]){ __VA_ARGS__ })))

/* From low to high on 0 to 100. */
static bd_scale_def plain(bd_arena *arena, bd_scale_type type, double low, double high)
{
	bd_scale_def def = bd_scale_def_new(type);
	def.domain = NUMBERS(low, high);
	def.domain_count = 2;
	def.range = NUMBERS(0, 100);
	def.range_count = 2;
	return def;
}

static double map(const bd_scale *scale, double number)
{
	return bd_scale_number(scale, bd_v_number(number));
}

static void assert_near(double a, double b)
{
	if (!(fabs(a - b) <= 1e-9 * fmax(1, fabs(b))))
		fail_msg("%.12g is not %.12g", a, b);
}

static const char *listed(bd_arena *arena, const bd_value *values, size_t count)
{
	bd_str s = bd_str_new(arena);
	for (size_t i = 0; i < count; i++) {
		bd_str_add(&s, i ? " " : "");
		bd_str_add(&s, values[i].kind == BD_V_DATE ? bd_number_text(arena, values[i].number)
							   : bd_value_to_string(arena, values[i]));
	}
	return bd_str_text(&s);
}

static const char *ticks_of(bd_arena *arena, const bd_scale *scale, double count)
{
	size_t n;
	const bd_value *ticks = bd_scale_ticks(arena, scale, BD_TICK_COUNT(count), 0, &n);
	return listed(arena, ticks, n);
}

static const char *labels_of(bd_arena *arena, const bd_scale *scale, const char *format,
			     double count)
{
	size_t n;
	const bd_value *ticks = bd_scale_ticks(arena, scale, BD_TICK_COUNT(count), 0, &n);
	bd_label_format f = { .scale = scale,
			      .locale = bd_locale_find("en"),
			      .tick_count = BD_TICK_COUNT(count),
			      .format = format };
	bd_str s = bd_str_new(arena);
	for (size_t i = 0; i < n; i++)
		bd_str_printf(&s, "%s%s", i ? "|" : "", bd_scale_label(arena, &f, ticks[i]));
	return bd_str_text(&s);
}

TEST(numbers_are_mapped)
{
	bd_env env = env_of(arena);
	bd_scale_def def = plain(arena, BD_SCALE_LINEAR, 10, 20);
	assert_near(map(bd_scale_fit(&env, &def), 12.5), 25);
	assert_near(map(bd_scale_fit(&env, &def), 30), 200);
	def.clamp = true;
	assert_near(map(bd_scale_fit(&env, &def), 30), 100);
	def.reverse = def.round = true;
	assert_near(map(bd_scale_fit(&env, &def), 12.57), 74);
	def = plain(arena, BD_SCALE_LOG, 1, 1000);
	assert_near(map(bd_scale_fit(&env, &def), 10), 100 / 3.0);
	def = plain(arena, BD_SCALE_SQRT, 0, 100);
	assert_near(map(bd_scale_fit(&env, &def), 25), 50);
	assert_near(map(bd_scale_fit(&env, &def), -25), -50);
	def = plain(arena, BD_SCALE_POW, 0, 10);
	def.exponent = 3;
	assert_near(map(bd_scale_fit(&env, &def), 5), 12.5);
	def = plain(arena, BD_SCALE_SYMLOG, -100, 100);
	assert_near(map(bd_scale_fit(&env, &def), 0), 50);
	const bd_scale *scale = bd_scale_fit(&env, &def);
	assert_near(bd_scale_invert(scale, map(scale, 42)).number, 42);
	assert_true(isnan(bd_scale_number(scale, bd_v_null())));
	assert_true(isnan(bd_scale_number(scale, bd_v_string("x"))));
}

TEST(pieces_and_columns_are_mapped)
{
	bd_env env = env_of(arena);
	bd_scale_def def = bd_scale_def_new(BD_SCALE_LINEAR);
	def.domain = NUMBERS(10, 5, 0);
	def.range = NUMBERS(0, 100, 110);
	def.domain_count = def.range_count = 3;
	const bd_scale *scale = bd_scale_fit(&env, &def);
	double in[] = { 7, 2.5, 10, NAN }, out[COUNT(in)];
	bd_scale_numbers(scale, in, out, COUNT(in));
	assert_near(out[0], 60);
	assert_near(out[1], 105);
	assert_near(out[2], 0);
	assert_true(isnan(out[3]));
	def = plain(arena, BD_SCALE_LINEAR, 0, 10);
	scale = bd_scale_fit(&env, &def);
	bd_scale_numbers(scale, in, out, COUNT(in));
	for (size_t i = 0; i < 3; i++)
		assert_true(out[i] == map(scale, in[i]));
}

TEST(domains_become_zero_nice_and_padded)
{
	bd_env env = env_of(arena);
	size_t n;
	static const struct {
		double low, high;
		bool zero, nice;
		const char *domain;
	} cases[] = {
		{ 3, 97, true, true, "0 100" },
		{ 3, 97, false, true, "0 100" },
		{ 0.0123, 0.0345, false, true, "0.012 0.036" },
		{ -7.3, -2, true, true, "-8 0" },
		{ 9.7, 0.3, false, true, "10 0" },
		{ 5, 5, false, true, "5 5" },
		{ 123, 98765, false, true, "0 100000" },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		bd_scale_def def = plain(arena, BD_SCALE_LINEAR, cases[i].low, cases[i].high);
		def.zero = cases[i].zero;
		def.nice.on = cases[i].nice;
		const bd_value *domain = bd_scale_domain(bd_scale_fit(&env, &def), &n);
		assert_string_equal(listed(arena, domain, n), cases[i].domain);
	}
	bd_scale_def def = plain(arena, BD_SCALE_LOG, 3, 700);
	def.nice.on = true;
	assert_string_equal(listed(arena, bd_scale_domain(bd_scale_fit(&env, &def), &n), n),
			    "1 1000");
	def = plain(arena, BD_SCALE_LINEAR, 0, 80);
	def.padding = 10;
	assert_string_equal(listed(arena, bd_scale_domain(bd_scale_fit(&env, &def), &n), n),
			    "-10 90");
	def = plain(arena, BD_SCALE_TIME, 1646438400000, 1658448000000); /* 5/3 to 22/7/2022 */
	def.nice.on = true;
	assert_string_equal(listed(arena, bd_scale_domain(bd_scale_fit(&env, &def), &n), n),
			    "1645920000000 1658620800000");
	assert_int_equal(env.diags->errors, 0);
	def = plain(arena, BD_SCALE_LOG, 0, 10);
	bd_scale_fit(&env, &def);
	assert_int_equal(env.diags->first->message, BD_LOG_DOMAIN);
}

TEST(bands_and_points)
{
	bd_env env = env_of(arena);
	bd_scale_def def = bd_scale_def_new(BD_SCALE_BAND);
	def.domain = WORDS("a", "b", "c");
	def.domain_count = 3;
	def.range = NUMBERS(0, 100);
	def.range_count = 2;
	def.padding_inner = 0.1;
	def.padding_outer = 0.05;
	const bd_scale *scale = bd_scale_fit(&env, &def);
	assert_near(bd_scale_step(scale), 100 / 3.0);
	assert_near(bd_scale_bandwidth(scale), 30);
	assert_near(bd_scale_number(scale, bd_v_string("b")), 35);
	assert_true(isnan(bd_scale_number(scale, bd_v_string("z"))));
	assert_string_equal(bd_scale_invert(scale, 40).string, "b");
	assert_int_equal(bd_scale_invert(scale, 33).kind, BD_V_UNDEFINED);
	def.round = def.reverse = true;
	scale = bd_scale_fit(&env, &def);
	assert_near(bd_scale_bandwidth(scale), 30);
	assert_near(bd_scale_number(scale, bd_v_string("a")), 68);
	def.round = def.reverse = false;
	def.range_step = 20;
	scale = bd_scale_fit(&env, &def);
	assert_near(bd_scale_range_end(scale), 60);
	assert_near(bd_scale_bandwidth(scale), 18);
	def.type = BD_SCALE_POINT;
	def.padding_inner = NAN;
	def.padding_outer = 0.5;
	scale = bd_scale_fit(&env, &def);
	assert_near(bd_scale_number(scale, bd_v_string("c")), 50);
	assert_near(bd_scale_bandwidth(scale), 0);
	def.domain_count = 0;
	scale = bd_scale_fit(&env, &def);
	assert_near(bd_scale_step(scale), 0);
}

static const char *color_of(bd_arena *arena, const bd_scale *scale, bd_value value)
{
	return bd_value_to_string(arena, bd_scale_value(arena, scale, value));
}

TEST(colors_come_from_schemes_and_lists)
{
	bd_env env = env_of(arena);
	bd_scale_def def = plain(arena, BD_SCALE_LINEAR, 0, 10);
	def.scheme = "viridis";
	const bd_scale *scale = bd_scale_fit(&env, &def);
	assert_true(bd_scale_is_gradient(scale));
	assert_string_equal(color_of(arena, scale, bd_v_number(5)), "#21918d");
	def.reverse = true;
	assert_string_equal(color_of(arena, bd_scale_fit(&env, &def), bd_v_number(10)), "#440154");
	def = plain(arena, BD_SCALE_LINEAR, -10, 30);
	def.domain_mid = 0;
	def.scheme = "redblue";
	scale = bd_scale_fit(&env, &def);
	assert_string_equal(color_of(arena, scale, bd_v_number(0)), "#f2efee");
	assert_string_equal(color_of(arena, scale, bd_v_number(-3)), "#f8c5ad");
	def = bd_scale_def_new(BD_SCALE_ORDINAL);
	def.domain = WORDS("a", "b", "c", "d", "e");
	def.domain_count = 5;
	def.scheme = "blues";
	assert_string_equal(color_of(arena, bd_scale_fit(&env, &def), bd_v_string("c")), "#5ba3cf");
	def.scheme = "tableau10";
	assert_string_equal(color_of(arena, bd_scale_fit(&env, &def), bd_v_string("b")), "#f58518");
	def.scheme = NULL;
	def.range = WORDS("red", "#00f");
	def.range_count = 2;
	assert_string_equal(color_of(arena, bd_scale_fit(&env, &def), bd_v_string("c")), "#ff0000");
	assert_string_equal(color_of(arena, bd_scale_fit(&env, &def), bd_v_string("z")),
			    "undefined");
	assert_int_equal(env.diags->errors, 0);
	def.scheme = "virdis";
	bd_scale_fit(&env, &def);
	assert_int_equal(env.diags->errors, 1);
	assert_string_equal(env.diags->first->hint_args[0], "viridis");
}

TEST(colors_are_interpolated_in_every_space)
{
	static const struct {
		const char *space, *middle;
		double gamma;
	} cases[] = {
		{ "rgb", "#800080", 1 },
		{ "rgb", "#ba00ba", 2.2 },
		{ "hsl", "#ff00ff", 1 },
		{ "hsl-long", "#00ff00", 1 },
		{ "lab", "#c10088", 1 },
		{ "hcl", "#f50086", 1 },
		{ "hcl-long", "#008240", 1 },
		{ "cubehelix", "#ee00d1", 1 },
		{ "cubehelix-long", "#ee00d1", 1 },
	};
	(void)arena;
	bd_color red = bd_color_from_bytes(255, 0, 0), blue = bd_color_from_bytes(0, 0, 255);
	for (size_t i = 0; i < COUNT(cases); i++) {
		char text[BD_COLOR_ROOM];
		bd_color_format(
			bd_color_interpolate(red, blue, 0.5, cases[i].space, cases[i].gamma), text);
		assert_string_equal(text, cases[i].middle);
	}
	assert_false(bd_interpolate_exists("hsv"));
}

TEST(classes_have_bounds)
{
	bd_env env = env_of(arena);
	bd_scale_def def = bd_scale_def_new(BD_SCALE_QUANTIZE);
	def.domain = NUMBERS(0, 100);
	def.domain_count = 2;
	def.range = WORDS("a", "b", "c", "d");
	def.range_count = 4;
	const bd_scale *scale = bd_scale_fit(&env, &def);
	assert_string_equal(color_of(arena, scale, bd_v_number(49.9)), "b");
	assert_string_equal(color_of(arena, scale, bd_v_number(50)), "c");
	assert_string_equal(color_of(arena, scale, bd_v_number(1e9)), "d");
	def.type = BD_SCALE_THRESHOLD;
	def.domain = NUMBERS(10, 20, 45);
	def.domain_count = 3;
	scale = bd_scale_fit(&env, &def);
	assert_string_equal(color_of(arena, scale, bd_v_number(20)), "c");
	bd_legend_request request = { .format = { .scale = scale,
						  .locale = bd_locale_find("vi"),
						  .tick_count = BD_TICK_COUNT(NAN) } };
	size_t n;
	const bd_legend_entry *entries = bd_scale_legend(arena, &request, &n);
	assert_int_equal(n, 4);
	assert_string_equal(entries[0].label, "< 10");
	assert_string_equal(entries[2].label, "20 – 45");
	assert_string_equal(entries[3].label, "≥ 45");
	request.type = BD_LEGEND_DISCRETE;
	entries = bd_scale_legend(arena, &request, &n);
	assert_string_equal(entries[0].label, "");
	assert_near(entries[1].fraction, 1 / 4.0);
	def.type = BD_SCALE_QUANTILE;
	def.domain = NUMBERS(1, 5, 2, 8, 33, 7, 9, 100);
	def.domain_count = 8;
	const double *bounds = bd_scale_thresholds(bd_scale_fit(&env, &def), &n);
	assert_int_equal(n, 3);
	assert_near(bounds[0], 4.25);
	assert_near(bounds[1], 7.5);
	def.type = BD_SCALE_BIN_ORDINAL;
	def.domain = NUMBERS(0, 10, 20, 30);
	def.domain_count = 4;
	scale = bd_scale_fit(&env, &def);
	assert_string_equal(color_of(arena, scale, bd_v_number(10)), "b");
	assert_string_equal(color_of(arena, scale, bd_v_number(-1)), "undefined");
}

TEST(ticks_are_d3s)
{
	bd_env env = env_of(arena);
	static const struct {
		bd_scale_type type;
		double low, high, count;
		const char *ticks;
	} cases[] = {
		{ BD_SCALE_LINEAR, 0, 10, 5, "0 2 4 6 8 10" },
		{ BD_SCALE_LINEAR, 0, 1, 3, "0 0.5 1" },
		{ BD_SCALE_LINEAR, 1, 0, 3, "1 0.5 0" },
		{ BD_SCALE_LINEAR, 0.123, 0.456, 4, "0.2 0.3 0.4" },
		{ BD_SCALE_LINEAR, -3, 7.3, 3, "0 5" },
		{ BD_SCALE_LINEAR, 5, 5, 3, "5" },
		{ BD_SCALE_LINEAR, 0, 10, 0, "" },
		{ BD_SCALE_LOG, 1, 1e6, 4, "1 100 10000 1000000" },
		{ BD_SCALE_LOG, 20, 70, 8, "20 30 40 50 60 70" },
		{ BD_SCALE_SQRT, 0, 100, 5, "0 20 40 60 80 100" },
		{ BD_SCALE_TIME, 1325376000000, 1357000000000, 5,
		  "1325376000000 1333238400000 1341100800000 1349049600000 1356998400000" },
		{ BD_SCALE_TIME, 0, 7200000, 4, "0 1800000 3600000 5400000 7200000" },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		bd_scale_def def = plain(arena, cases[i].type, cases[i].low, cases[i].high);
		assert_string_equal(ticks_of(arena, bd_scale_fit(&env, &def), cases[i].count),
				    cases[i].ticks);
	}
	bd_scale_def def = plain(arena, BD_SCALE_LINEAR, 0, 10);
	size_t n;
	const bd_scale *scale = bd_scale_fit(&env, &def);
	const bd_value *ticks = bd_scale_ticks(arena, scale, BD_TICK_COUNT(20), 1, &n);
	assert_string_equal(listed(arena, ticks, n), "0 1 2 3 4 5 6 7 8 9 10");
	def.bins_step = 2.5;
	assert_string_equal(ticks_of(arena, bd_scale_fit(&env, &def), 3), "0 2.5 5 7.5 10");
	def = plain(arena, BD_SCALE_TIME, 1646438400000, 1658448000000);
	bd_tick_count months = { .by_interval = true, .unit = BD_UNIT_MONTH, .step = 2 };
	ticks = bd_scale_ticks(arena, bd_scale_fit(&env, &def), months, 0, &n);
	assert_string_equal(listed(arena, ticks, n), "1651363200000 1656633600000");
}

TEST(labels_have_the_digits_that_steps_need)
{
	bd_env env = env_of(arena);
	static const struct {
		bd_scale_type type;
		double low, high, count;
		const char *format, *labels;
	} cases[] = {
		{ BD_SCALE_LINEAR, 0, 1, 4, NULL, "0.0|0.2|0.4|0.6|0.8|1.0" },
		{ BD_SCALE_LINEAR, 0, 2500, 3, NULL, "0|1,000|2,000" },
		{ BD_SCALE_LINEAR, 0, 2500000, 3, "s", "0M|1M|2M" },
		{ BD_SCALE_LINEAR, 0, 0.05, 3, "%", "0%|2%|4%" },
		{ BD_SCALE_LINEAR, 0, 1000, 3, "$,.2f", "$0.00|$500.00|$1,000.00" },
		{ BD_SCALE_LOG, 0.1, 10, 3, NULL, "0.1|||||||||1|||||||||10" },
		{ BD_SCALE_TIME, 1325376000000, 1357000000000, 5, NULL,
		  "2012|April|July|October|2013" },
		{ BD_SCALE_TIME, 1325376000000, 1357000000000, 5, "%m/%Y",
		  "01/2012|04/2012|07/2012|10/2012|01/2013" },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		bd_scale_def def = plain(arena, cases[i].type, cases[i].low, cases[i].high);
		assert_string_equal(
			labels_of(arena, bd_scale_fit(&env, &def), cases[i].format, cases[i].count),
			cases[i].labels);
	}
}

TEST(values_are_distinct_in_order)
{
	bd_value_set set = bd_value_set_new(arena);
	bd_value a = bd_v_string("Sê Kông");
	assert_int_equal(bd_value_set_add(&set, a), 0);
	assert_int_equal(bd_value_set_add(&set, bd_v_number(1)), 1);
	assert_int_equal(bd_value_set_add(&set, bd_v_string("1")), 2);
	assert_int_equal(bd_value_set_add(&set, bd_v_null()), 3);
	assert_int_equal(bd_value_set_add(&set, bd_v_bool(true)), 4);
	assert_int_equal(bd_value_set_add(&set, bd_v_number(NAN)), 5);
	assert_int_equal(bd_value_set_add(&set, bd_v_number(NAN)), 5);
	assert_int_equal(bd_value_set_add(&set, bd_v_date(1)), 1);
	for (int i = 100; i < 5000; i++)
		bd_value_set_add(&set, bd_v_number(i));
	assert_int_equal(set.count, 6 + 4900);
	assert_int_equal(bd_value_set_find(&set, bd_v_number(4999)), 4905);
	assert_int_equal(bd_value_set_find(&set, a), 0);
	assert_true(bd_value_set_find(&set, bd_v_number(5000)) == SIZE_MAX);
}

TEST(schemes_are_whole)
{
	size_t n, all = 0;
	for (const char *const *name = bd_scheme_names(); *name; name++, all++) {
		const bd_color *colors = bd_scheme_colors(arena, *name, 0, &n);
		assert_non_null(colors);
		assert_true(n >= 6);
		for (size_t i = 0; i < n; i++)
			assert_true(colors[i].r >= 0 && colors[i].g >= 0 && colors[i].b <= 1);
	}
	assert_int_equal(all, 68);
	bd_scheme_colors(arena, "blues-9", 0, &n);
	assert_int_equal(n, 9);
	assert_true(bd_scheme_exists("BlueOrange-5"));
	assert_false(bd_scheme_exists("blues-"));
	assert_false(bd_scheme_exists("blue"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		UNIT(numbers_are_mapped),
		UNIT(pieces_and_columns_are_mapped),
		UNIT(domains_become_zero_nice_and_padded),
		UNIT(bands_and_points),
		UNIT(colors_come_from_schemes_and_lists),
		UNIT(colors_are_interpolated_in_every_space),
		UNIT(classes_have_bounds),
		UNIT(ticks_are_d3s),
		UNIT(labels_have_the_digits_that_steps_need),
		UNIT(values_are_distinct_in_order),
		UNIT(schemes_are_whole),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
