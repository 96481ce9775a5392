/* Fonts, shaping, lines (text/text.h). */
#include "text/text.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static bd_arena arena, scratch;
static bd_diags diags;
static bd_env env;

static int start(void **state)
{
	(void)state;
	diags = (bd_diags){ .arena = &arena, .last = &diags.first };
	env = (bd_env){ .arena = &arena,
			.scratch = &scratch,
			.diags = &diags,
			.fonts = bd_fonts_new("fonts", NULL),
			.lang = "vi" };
	return env.fonts ? 0 : -1;
}

static int stop(void **state)
{
	(void)state;
	bd_fonts_free(env.fonts);
	bd_arena_free(&arena);
	bd_arena_free(&scratch);
	return 0;
}

static const bd_font inter = { .family = "Inter", .size = 16, .weight = 400 };

static void width_scales_with_size(void **state)
{
	(void)state;
	bd_font twice = inter;
	twice.size *= 2;
	double width = bd_text_width(&env, "Sông Mã – Mường Ét", &inter);
	assert_true(width > 100 && width < 200);
	assert_true(fabs(bd_text_width(&env, "Sông Mã – Mường Ét", &twice) - 2 * width) < 1e-9);
}

static void lao_goes_to_the_lao_face(void **state)
{
	(void)state;
	bd_line line = bd_text_line(&env, "Lào ລາວ 2024", &inter, NULL);
	assert_int_equal(line.run_count, 3);
	assert_string_equal(bd_face_family(line.runs[0].face), "Inter");
	assert_string_equal(bd_face_family(line.runs[1].face), "Noto Sans Lao");
	assert_int_equal(diags.errors, 0);
}

static void a_missing_character_is_an_error(void **state)
{
	(void)state;
	int before = diags.errors;
	bd_text_line(&env, "中", &inter, NULL);
	bd_text_line(&env, "中", &inter, NULL);
	assert_int_equal(diags.errors, before + 1);
	assert_int_equal(diags.first->message, BD_NO_GLYPH);
}

static void a_text_fits_its_own_width(void **state)
{
	(void)state;
	const char *title = "Quảng Nam sang Sê Kông khám, chữa bệnh miễn phí cho gần 11.000 người";
	bd_wrap wrap = { .width = bd_text_width(&env, title, &inter) };
	assert_int_equal(bd_text_wrap(&env, title, &inter, &wrap, NULL).line_count, 1);
	wrap.width /= 2.5;
	wrap.balance = true;
	bd_text text = bd_text_wrap(&env, title, &inter, &wrap, NULL);
	assert_int_equal(text.line_count, 3);
	assert_false(text.overflows);
	for (size_t i = 0; i < text.line_count; i++)
		assert_true(text.lines[i].line.width <= wrap.width + 0.01);
}

static void too_many_lines_end_with_an_ellipsis(void **state)
{
	(void)state;
	bd_wrap wrap = { .width = 100, .max_lines = 2 };
	bd_text text = bd_text_wrap(&env, "một hai ba bốn năm sáu bảy tám chín mười mười một",
				    &inter, &wrap, NULL);
	assert_int_equal(text.line_count, 2);
	assert_true(text.overflows);
	assert_true(text.lines[1].line.width <= 100);
	assert_non_null(strstr(text.lines[1].line.utf8, "…"));
}

static void outlines_are_in_font_units(void **state)
{
	(void)state;
	bd_line line = bd_text_line(&env, "I", &inter, NULL);
	bd_path path = bd_path_new(&arena);
	assert_true(bd_face_outline(line.runs[0].face, line.runs[0].glyphs[0].id, &path));
	bd_rect box = bd_path_bounds(&path);
	assert_true(box.height > 0.6 * bd_face_units_per_em(line.runs[0].face));
	assert_true(box.y >= -1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(width_scales_with_size),
		cmocka_unit_test(lao_goes_to_the_lao_face),
		cmocka_unit_test(a_missing_character_is_an_error),
		cmocka_unit_test(a_text_fits_its_own_width),
		cmocka_unit_test(too_many_lines_end_with_an_ellipsis),
		cmocka_unit_test(outlines_are_in_font_units),
	};
	return cmocka_run_group_tests(tests, start, stop);
}
