/* The bottom layer: numbers, dates, UTF-8, names, arrays, geometry. */
#include "unit.h"

#include "base/array.h"
#include "base/color.h"
#include "base/geom.h"
#include "base/number.h"
#include "base/number_span.h"
#include "base/parallel.h"
#include "base/str.h"
#include "base/time.h"
#include "base/utf8.h"
#include "base/value.h"

#include <math.h>
#include <string.h>

TEST(numbers_print_as_in_javascript)
{
	static const struct {
		double number;
		const char *text;
	} cases[] = { { 0, "0" },
		      { -0.0, "0" },
		      { 0.1, "0.1" },
		      { 0.1 + 0.2, "0.30000000000000004" },
		      { 123456789, "123456789" },
		      { 1e21, "1e+21" },
		      { 123e18, "123000000000000000000" },
		      { 1e-7, "1e-7" },
		      { 0.000001, "0.000001" },
		      { -1.5e-9, "-1.5e-9" },
		      { 5e-324, "5e-324" },
		      { NAN, "NaN" },
		      { -INFINITY, "-Infinity" } };
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char text[BD_NUMBER_ROOM];
		bd_number_format(cases[i].number, text);
		assert_string_equal(text, cases[i].text);
	}
}

static double parsed(const char *text, size_t *used)
{
	const char *end;
	double number = bd_number_parse(text, strlen(text), &end);
	*used = (size_t)(end - text);
	return number;
}

TEST(numbers_are_read_up_to_where_they_end)
{
	size_t used;
	assert_true(parsed("12.5px", &used) == 12.5 && used == 4);
	assert_true(parsed("-1e3", &used) == -1000 && used == 4);
	assert_true(parsed("1e", &used) == 1 && used == 1);
	assert_true(parsed(".5.5", &used) == 0.5 && used == 2);
	assert_true(parsed("0.1", &used) == 0.1);
	assert_true(parsed("9007199254740993", &used) == 9007199254740992.0);
	parsed("abc", &used);
	assert_int_equal(used, 0);
	parsed("-", &used);
	assert_int_equal(used, 0);
}

TEST(dates_go_there_and_back)
{
	assert_true(bd_time_from_date((bd_date){ .year = 1970, .month = 1, .day = 1 }) == 0);
	double t = bd_time_from_date((bd_date){ .year = 1962, .month = 9, .day = 5 });
	bd_date d = bd_time_to_date(t);
	assert_int_equal(d.year, 1962);
	assert_int_equal(d.month, 9);
	assert_int_equal(d.day, 5);
	assert_int_equal(bd_time_weekday(t), 3);
	for (double day = -700000; day < 800000; day += 997) {
		bd_date back = bd_time_to_date(day * BD_MS_PER_DAY);
		assert_true(bd_time_from_date(back) == day * BD_MS_PER_DAY);
	}
	assert_false(bd_date_is_valid(2023, 2, 29));
	assert_true(bd_date_is_valid(2024, 2, 29));
	assert_true(bd_time_from_date((bd_date){ .year = 2023, .month = 13, .day = 1 }) ==
		    bd_time_from_date((bd_date){ .year = 2024, .month = 1, .day = 1 }));
	char text[BD_TIME_ROOM];
	bd_time_iso(t, text);
	assert_string_equal(text, "1962-09-05T00:00:00.000Z");
}

TEST(utf8_is_checked)
{
	assert_null(bd_utf8_invalid("Sơn Kim", strlen("Sơn Kim")));
	assert_non_null(bd_utf8_invalid("\xC0\x80", 2));         /* overlong */
	assert_non_null(bd_utf8_invalid("\xED\xA0\x80", 3));     /* surrogate */
	assert_non_null(bd_utf8_invalid("\xF4\x90\x80\x80", 4)); /* beyond U+10FFFF */
	assert_non_null(bd_utf8_invalid("\xE1\xBB", 2));         /* cut short */
	assert_null(bd_utf8_invalid("\xEF\xBF\xBD", 3));
	char bytes[BD_UTF8_ROOM];
	const char *next;
	for (uint32_t c = 1; c < 0x110000; c += 61) {
		if (c >= 0xD800 && c < 0xE000)
			continue;
		size_t length = bd_utf8_put(c, bytes);
		assert_int_equal(bd_utf8_next(bytes, bytes + length, &next), c);
		assert_ptr_equal(next, bytes + length);
	}
}

/* Long texts are looked at in blocks; what they find is what a look at each character finds. */
TEST(utf8_is_checked_in_blocks_as_by_character)
{
	static const char *const parts[] = {
		"nông thôn",
		"ậẫ",
		"ກີບ",
		"\U0001F44D",
		"plain ASCII and more of it, ",
		"\xED\x9F\xBF",
		"\xE0\xA0",
		"\xE0\x9F",
		"\xED\xA0",
		"\xBF",
		"\xC3",
		"\xF0\x9F",
		"\xC1",
		"–",
		"\xFF",
	};
	enum { RIGHT = 5, ALL = sizeof parts / sizeof *parts };
	uint32_t seed = 1;
	for (int round = 0; round < 4000; round++) {
		char text[600];
		size_t length = 0, invalid = SIZE_MAX;
		for (int k = 0; k < 30; k++) {
			seed = seed * 1664525u + 1013904223u;
			bool any = k == 29 - round % 29 || round % 3 == 0;
			const char *part = parts[(seed >> 16) % (any ? ALL : RIGHT)];
			memcpy(text + length, part, strlen(part));
			length += strlen(part);
		}
		const char *found = bd_utf8_invalid(text, length), *next;
		for (const char *p = text; p < text + length && invalid == SIZE_MAX; p = next)
			if (bd_utf8_next(p, text + length, &next) == 0xFFFD)
				invalid = (size_t)(p - text);
		assert_int_equal(found ? (size_t)(found - text) : SIZE_MAX, invalid);
	}
}

TEST(a_misspelt_name_finds_its_own)
{
	static const char *const names[] = { "value", "label", "unit", "hero" };
	assert_string_equal(bd_closest("valeu", names, 4, sizeof *names), "value");
	assert_string_equal(bd_closest("labl", names, 4, sizeof *names), "label");
	assert_null(bd_closest("zzzzz", names, 4, sizeof *names));
	static const char *const icons[] = { "drill", "droplet", "droplets" };
	assert_string_equal(bd_closest("drop", icons, 3, sizeof *icons), "droplet");
	assert_null(bd_closest("dro", icons + 1, 2, sizeof *icons));
	static const char *const short_names[] = { "x", "y2" };
	assert_null(bd_closest("d", short_names, 2, sizeof *short_names));
	assert_string_equal(bd_closest("yy", short_names, 2, sizeof *short_names), "y2");
	assert_int_equal(bd_edit_distance("ab", "ba"), 1);
	assert_int_equal(bd_edit_distance("", "abc"), 3);
}

TEST(lists_grow_and_keep_what_they_hold)
{
	BD_LIST(int) list = { 0 };
	for (int i = 0; i < 10000; i++) {
		bd_push(arena, &list, i);
		if (i % 100 == 0)
			bd_alloc(arena, 1, 24); /* so that growing in place fails at times */
	}
	for (int i = 0; i < 10000; i++)
		assert_int_equal(list.items[i], i);
}

TEST(svg_paths_are_read)
{
	bd_path p = bd_path_new(arena);
	assert_true(bd_path_parse_svg(&p, "M10 10h20v20H10z"));
	bd_rect r = bd_path_bounds(&p);
	assert_true(r.x == 10 && r.y == 10 && r.width == 20 && r.height == 20);
	p = bd_path_new(arena);
	assert_true(bd_path_parse_svg(&p, "M0,5a5 5 0 1010 0A5 5 0 1 0 0 5Z"));
	r = bd_path_bounds(&p);
	assert_true(fabs(r.width - 10) < 0.01 && fabs(r.height - 10) < 0.01);
	p = bd_path_new(arena);
	assert_true(bd_path_parse_svg(&p, "m1.5.5l-.5-.5 2e0,3c1 1 2 2 3 3s1 1 2 2q1 1 2 0t2 0"));
	assert_false(bd_path_parse_svg(&p, "M 1 2 L x"));
	p = bd_path_new(arena);
	assert_false(bd_path_parse_svg(&p, "L 1 2"));
}

TEST(matrices_compose_in_order)
{
	bd_matrix m = bd_matrix_multiply(bd_matrix_translate(10, 0), bd_matrix_scale(2, 3));
	bd_point p = bd_matrix_apply(m, (bd_point){ 1, 1 });
	assert_true(p.x == 12 && p.y == 3);
	p = bd_matrix_apply(bd_matrix_rotate(90), (bd_point){ 1, 0 });
	assert_true(fabs(p.x) < 1e-12 && fabs(p.y - 1) < 1e-12);
}

TEST(values_convert_and_sort_as_in_vega)
{
	assert_true(bd_value_to_number(bd_v_string(" 12 ")) == 12);
	assert_true(isnan(bd_value_to_number(bd_v_string("50 tấn"))));
	assert_true(bd_value_to_number(bd_v_string("")) == 0);
	assert_true(bd_value_compare(bd_v_null(), bd_v_number(1)) < 0);
	assert_true(bd_value_compare(bd_v_number(NAN), bd_v_number(1)) < 0);
	assert_true(bd_value_compare(bd_v_string("b"), bd_v_string("a")) > 0);
	bd_value items[] = { bd_v_number(1), bd_v_null(), bd_v_string("x") };
	bd_value array = { .kind = BD_V_ARRAY, .length = 3, .items = items };
	assert_string_equal(bd_value_to_string(arena, array), "1,,x");
}

TEST(contrast_is_that_of_wcag)
{
	bd_color white = bd_color_from_bytes(255, 255, 255);
	assert_true(fabs(bd_color_contrast(BD_BLACK, white) - 21) < 1e-9);
	bd_color c;
	assert_true(bd_color_parse(" #C8102E ", &c));
	char text[BD_COLOR_ROOM];
	bd_color_format(c, text);
	assert_string_equal(text, "#c8102e");
	assert_false(bd_color_parse("#12345", &c));
}

typedef struct slices {
	const char *text;
	unsigned char *seen;
	size_t from[BD_SLICES], end[BD_SLICES];
} slices;

static void note_slice(void *context, size_t slice, size_t from, size_t end)
{
	slices *s = context;
	s->from[slice] = from;
	s->end[slice] = end;
	for (size_t i = from; i < end; i++)
		s->seen[i]++;
}

static void check_slices(bd_arena *arena, size_t count, size_t least)
{
	slices s = { .seen = BD_ARRAY(arena, count + 1, unsigned char) };
	size_t many = bd_parallel(count, least, note_slice, &s), at = 0;
	assert_int_equal(many, count < least ? 1 : BD_SLICES);
	for (size_t i = 0; i < many; i++) {
		assert_int_equal(s.from[i], at);
		at = s.end[i];
	}
	assert_int_equal(at, count);
	for (size_t i = 0; i < count; i++)
		assert_int_equal(s.seen[i], 1);
}

TEST(slices_are_all_of_it_in_order)
{
	const size_t counts[] = { 0, 1, 7, 8, 9, 1000, 100003 };
	for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) {
		check_slices(arena, counts[i], 0);
		check_slices(arena, counts[i], 1000);
	}
}

static bool has_no_x(const char *text, size_t length)
{
	return !memchr(text, 'x', length);
}

TEST(slices_of_a_text_are_whole_lines)
{
	enum { LENGTH = 3000 };
	char text[LENGTH];
	for (int longest = 1; longest < 2 * LENGTH; longest = longest * 3 + 1) {
		slices s = { .text = text, .seen = BD_ARRAY(arena, LENGTH, unsigned char) };
		for (int i = 0; i < LENGTH; i++)
			text[i] = (i + 1) % longest ? 'a' : '\n';
		bd_parallel_lines(text, LENGTH, 0, note_slice, &s);
		for (size_t i = 0, at = 0; i < BD_SLICES; at = s.end[i++]) {
			assert_int_equal(s.from[i], at);
			assert_true(!at || at == LENGTH || text[at - 1] == '\n');
		}
		assert_int_equal(s.end[BD_SLICES - 1], LENGTH);
	}
	char *lines = BD_ARRAY(arena, 2 << 20, char);
	memset(lines, '\n', 2 << 20);
	assert_true(bd_parallel_all(lines, 2 << 20, has_no_x));
	lines[1234567] = 'x';
	assert_false(bd_parallel_all(lines, 2 << 20, has_no_x));
}

static bd_number_span span_plainly(const double *numbers, size_t count)
{
	bd_number_span span = { INFINITY, -INFINITY, true };
	for (size_t i = 0; i < count; i++) {
		span.finite = span.finite && isfinite(numbers[i]);
		if (isfinite(numbers[i])) {
			span.min = fmin(span.min, numbers[i]);
			span.max = fmax(span.max, numbers[i]);
		}
	}
	return span;
}

TEST(spans_leave_out_what_is_not_finite)
{
	static const double odd[] = { NAN, INFINITY, -INFINITY, 0, -0.0, 1e300 };
	static const size_t counts[] = { 0, 1, 7, 8, 9, 40, 300000 };
	uint32_t random = 1;
	for (size_t i = 0; i < sizeof counts / sizeof *counts * 20; i++) {
		size_t count = counts[i / 20];
		double *numbers = BD_ARRAY(arena, count + 1, double);
		for (size_t k = 0; k < count; k++) {
			random = random * 1664525 + 1013904223;
			numbers[k] = (double)(random >> 8) - 8e6;
		}
		if (i % 4 && count)
			numbers[(random >> 8) % count] = odd[i % 6];
		bd_number_span wanted = span_plainly(numbers, count);
		bd_number_span span = bd_numbers_span(numbers, count);
		assert_true(span.finite == wanted.finite);
		assert_true(span.min == wanted.min && span.max == wanted.max);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = { UNIT(spans_leave_out_what_is_not_finite),
					    UNIT(slices_are_all_of_it_in_order),
					    UNIT(slices_of_a_text_are_whole_lines),
					    UNIT(numbers_print_as_in_javascript),
					    UNIT(numbers_are_read_up_to_where_they_end),
					    UNIT(dates_go_there_and_back),
					    UNIT(utf8_is_checked),
					    UNIT(utf8_is_checked_in_blocks_as_by_character),
					    UNIT(a_misspelt_name_finds_its_own),
					    UNIT(lists_grow_and_keep_what_they_hold),
					    UNIT(svg_paths_are_read),
					    UNIT(matrices_compose_in_order),
					    UNIT(values_convert_and_sort_as_in_vega),
					    UNIT(contrast_is_that_of_wcag) };
	return cmocka_run_group_tests(tests, NULL, NULL);
}
