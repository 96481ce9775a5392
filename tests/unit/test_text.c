/* Fonts, shaping, lines (text/text.h). */
#include "base/str.h"
#include "base/utf8.h"
#include "surroundings.h"
#include "text/face_cairo.h"
#include "text/text.h"
#include "unicode/case.h"

#include <glib.h>
#include <locale.h>

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

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

/* --- Vietnamese --- */

static const char *const latin[] = { "Inter", "Be Vietnam Pro", "Roboto Condensed",
				     "Source Serif 4" };

/* The 67 letters that carry a mark: 12 vowels in 6 tones, and đ, less the plain vowels. */
static const char vietnamese[] =
	"àáâãèéêìíòóôõùúýăđĩũơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ";

static void check_letter(const char *letter, const char *family)
{
	bd_font font = { .family = family, .size = 20, .weight = 400 };
	gchar *apart = g_utf8_normalize(letter, -1, G_NORMALIZE_NFD);
	bd_line whole = bd_text_line(&env, letter, &font, NULL);
	bd_line joined = bd_text_line(&env, apart, &font, NULL);
	g_free(apart);
	assert_int_equal(whole.run_count, 1);
	assert_int_equal(joined.run_count, 1);
	assert_string_equal(bd_face_family(whole.runs[0].face), family);
	assert_int_equal(whole.runs[0].glyph_count, joined.runs[0].glyph_count);
	for (size_t i = 0; i < whole.runs[0].glyph_count; i++) {
		bd_glyph a = whole.runs[0].glyphs[i], b = joined.runs[0].glyphs[i];
		assert_true(a.id && a.id == b.id && a.x == b.x && a.y == b.y);
	}
}

static void all_letters_in_all_families(void **state)
{
	(void)state;
	int before = diags.errors;
	assert_int_equal(bd_utf8_count(vietnamese, strlen(vietnamese)), 67);
	const char *both[] = { vietnamese, bd_upper(&arena, vietnamese) };
	for (size_t f = 0; f < sizeof latin / sizeof *latin; f++)
		for (size_t i = 0; i < 2; i++)
			for (const char *p = both[i], *next; *p; p = next) {
				bd_utf8_next(p, p + 4, &next);
				check_letter(bd_strndup(&arena, p, (size_t)(next - p)), latin[f]);
			}
	assert_int_equal(diags.errors, before);
}

static void only_symbols_borrow_a_face(void **state)
{
	(void)state;
	int before = diags.errors;
	bd_font font = { .family = "Be Vietnam Pro", .size = 20, .weight = 600 };
	bd_line line = bd_text_line(&env, "12 ₭ → 5", &font, NULL);
	assert_int_equal(diags.errors, before);
	assert_int_equal(line.run_count, 5);
	assert_string_equal(bd_face_family(line.runs[1].face), "Inter");
	assert_int_equal(bd_face_weight(line.runs[1].face), 600);
	bd_text_line(&env, "Ж", &font, NULL);
	assert_int_equal(diags.errors, before + 1);
}

static void a_family_alone_lacks_the_kip(void **state)
{
	(void)state;
	bd_fonts *all = env.fonts;
	int before = diags.errors;
	env.fonts = bd_fonts_new("fonts/be-vietnam-pro", NULL);
	bd_font font = { .family = "Be Vietnam Pro", .size = 20, .weight = 400 };
	bd_text_line(&env, "500 ₭", &font, NULL);
	bd_fonts_free(env.fonts);
	env.fonts = all;
	assert_int_equal(diags.errors, before + 1);
}

/* --- figures, tracking, names --- */

static void tabular_digits_are_equally_wide(void **state)
{
	(void)state;
	for (size_t f = 0; f < sizeof latin / sizeof *latin; f++) {
		bd_font font = { .family = latin[f], .size = 20, .weight = 700, .tabular = true };
		double width = bd_text_width(&env, "00.000", &font);
		assert_true(fabs(bd_text_width(&env, "11.171", &font) - width) < 1e-9);
		assert_true(fabs(bd_text_width(&env, "78.946", &font) - width) < 1e-9);
	}
}

static void tracking_stands_between_letters(void **state)
{
	(void)state;
	bd_font loose = inter;
	loose.tracking = 0.1;
	double plain = bd_text_width(&env, "LÀO", &inter);
	assert_true(fabs(bd_text_width(&env, "LÀO", &loose) - plain - 2 * 1.6) < 1e-9);
	bd_line line = bd_text_line(&env, "LÀO", &loose, NULL);
	bd_line close = bd_text_line(&env, "LÀO", &inter, NULL);
	assert_true(fabs(line.runs[0].glyphs[2].x - close.runs[0].glyphs[2].x - 3.2) < 1e-9);
	assert_true(fabs(line.ink.width - close.ink.width - 3.2) < 1e-9);
}

static void well_known_names_stand_for_ours(void **state)
{
	(void)state;
	static const char *const names[][2] = {
		{ "sans-serif", "Inter" },
		{ "Helvetica Neue, Arial", "Inter" },
		{ "'Foo Bar', Georgia", "Source Serif 4" },
		{ "inter", "Inter" },
		{ "Times New Roman", "Source Serif 4" },
		{ "Roboto Condensed", "Roboto Condensed" },
	};
	int before = diags.warnings;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		bd_font font = { .family = names[i][0], .size = 20, .weight = 400 };
		bd_line line = bd_text_line(&env, "a", &font, NULL);
		assert_string_equal(bd_face_family(line.runs[0].face), names[i][1]);
	}
	assert_int_equal(diags.warnings, before);
	bd_font font = { .family = "Comic Sans MS", .size = 20, .weight = 400 };
	bd_text_line(&env, "a", &font, NULL);
	bd_text_line(&env, "b", &font, NULL);
	assert_int_equal(diags.warnings, before + 1);
}

static void the_nearest_weight_is_taken(void **state)
{
	(void)state;
	static const int pairs[][2] = { { 100, 400 }, { 450, 500 }, { 900, 800 }, { 650, 700 } };
	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		bd_font font = { .family = "Inter", .size = 20, .weight = pairs[i][0] };
		bd_line line = bd_text_line(&env, "a", &font, NULL);
		assert_int_equal(bd_face_weight(line.runs[0].face), pairs[i][1]);
	}
}

static void widths_are_the_same_in_any_locale(void **state)
{
	(void)state;
	bd_font font = { .family = "Be Vietnam Pro", .size = 33, .weight = 500, .tracking = 0.02 };
	const char *text = "Tổng giá trị gần 7,3 tỉ đồng – ລາວ";
	double width = bd_text_width(&env, text, &font);
	setlocale(LC_ALL, "de_DE.UTF-8");
	bd_fonts *first = env.fonts;
	env.fonts = bd_fonts_new("fonts", NULL);
	assert_true(bd_text_width(&env, text, &font) == width);
	bd_fonts_free(env.fonts);
	env.fonts = first;
	setlocale(LC_ALL, "C");
}

/* --- faces --- */

static void a_subset_is_a_small_font(void **state)
{
	(void)state;
	const char *text = "Sông Mã – Mường Ét";
	bd_line line = bd_text_line(&env, text, &inter, NULL);
	bd_blob font = bd_face_subset(line.runs[0].face, &arena, text, strlen(text), &diags);
	assert_non_null(font.bytes);
	assert_memory_equal(font.bytes, "\0\1\0\0", 4); /* TrueType */
	assert_in_range(font.length, 2000, 60000);
	bd_blob again = bd_face_subset(line.runs[0].face, &arena, text, strlen(text), &diags);
	assert_int_equal(again.length, font.length);
	assert_memory_equal(again.bytes, font.bytes, font.length);
}

static void cairo_draws_what_was_measured(void **state)
{
	(void)state;
	for (size_t f = 0; f < sizeof latin / sizeof *latin; f++) {
		bd_font font = { .family = latin[f], .size = 33.3, .weight = 400 };
		bd_line line = bd_text_line(&env, "Ẫ", &font, NULL);
		const bd_run *run = &line.runs[0];
		cairo_scaled_font_t *scaled = bd_face_scaled(run->face, run->size);
		assert_int_equal(cairo_scaled_font_status(scaled), CAIRO_STATUS_SUCCESS);
		assert_ptr_equal(bd_face_scaled(run->face, run->size), scaled);
		cairo_glyph_t glyph = { run->glyphs[0].id, 0, 0 };
		cairo_text_extents_t box;
		cairo_scaled_font_glyph_extents(scaled, &glyph, 1, &box);
		assert_true(fabs(box.x_advance - run->width) < 0.02);
		assert_true(fabs(box.y_bearing - line.ink.y) < 0.1);
		assert_true(fabs(box.height - line.ink.height) < 0.1);
	}
}

static void many_sizes_give_way(void **state)
{
	(void)state;
	bd_line line = bd_text_line(&env, "a", &inter, NULL);
	for (int i = 0; i < 300; i++) {
		cairo_scaled_font_t *scaled = bd_face_scaled(line.runs[0].face, 10 + i * 0.1);
		assert_int_equal(cairo_scaled_font_status(scaled), CAIRO_STATUS_SUCCESS);
	}
}

static void fonts_are_listed(void **state)
{
	(void)state;
	const char *const *names = bd_fonts_list(env.fonts, &arena);
	bool found = false;
	for (; *names; names++)
		found |= !strcmp(*names, "Be Vietnam Pro ExtraBold");
	assert_true(found);
	assert_null(bd_fonts_new("src", NULL));
	assert_null(bd_fonts_new("no/such/folder", NULL));
}

/* --- odd input --- */

static void odd_texts_do_no_harm(void **state)
{
	(void)state;
	static const char *const texts[] = { "",       " ",        "\n",
					     "\n\n\n", "a\n",      "\u0301",
					     "\u200B", "a\u00A0b", "  a  ",
					     "\u00AD", "\u0EC0",   "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
					     "\u2011" };
	static const double widths[] = { 0, 1, 50, INFINITY, NAN, -5 };
	for (size_t t = 0; t < sizeof texts / sizeof *texts; t++)
		for (size_t w = 0; w < sizeof widths / sizeof *widths; w++)
			for (size_t most = 0; most < 3; most++) {
				bd_wrap wrap = { .width = widths[w],
						 .balance = true,
						 .align = BD_ALIGN_CENTER,
						 .max_lines = most };
				bd_text text = bd_text_wrap(&env, texts[t], &inter, &wrap, NULL);
				assert_true(isfinite(text.width) && isfinite(text.height));
				assert_true(!most || text.line_count <= most);
			}
}

static void a_long_word_is_broken_and_said_to_overflow(void **state)
{
	(void)state;
	bd_wrap wrap = { .width = 60 };
	bd_text text = bd_text_wrap(&env, "ở Bôlykhămxayxayxayxay", &inter, &wrap, NULL);
	assert_true(text.overflows);
	assert_string_equal(text.broken->word, "Bôlykhămxayxayxayxay");
	int before = diags.warnings;
	bd_text_drawn(&text);
	bd_text_drawn(&text);
	assert_int_equal(diags.warnings, before + 1);
	for (size_t i = 0; i < text.line_count; i++)
		assert_true(text.lines[i].line.width <= 60.01);
}

static void phrases_break_before_words_do(void **state)
{
	(void)state;
	bd_wrap wrap = { .width = 75 };
	bd_text text = bd_text_wrap(&env, "trên 3,1 triệu USD", &inter, &wrap, NULL);
	assert_false(text.overflows);
	assert_int_equal(text.line_count, 2);
}

static void a_dot_between_parts_is_not_left_at_a_lines_end(void **state)
{
	(void)state;
	bd_wrap wrap = { .width = 200 };
	bd_text text = bd_text_wrap(&env, "Sông Mã – Mường Ét · năm 2024", &inter, &wrap, NULL);
	assert_int_equal(text.line_count, 2);
	assert_string_equal(text.lines[1].line.utf8 + strlen(text.lines[1].line.utf8) - 4, "2024");
	assert_null(strstr(text.lines[0].line.utf8, "·"));
	assert_non_null(strstr(
		bd_text_wrap(&env, "một · hai", &inter, &wrap, NULL).lines[0].line.utf8, "·"));
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
		cmocka_unit_test(all_letters_in_all_families),
		cmocka_unit_test(only_symbols_borrow_a_face),
		cmocka_unit_test(a_family_alone_lacks_the_kip),
		cmocka_unit_test(tabular_digits_are_equally_wide),
		cmocka_unit_test(tracking_stands_between_letters),
		cmocka_unit_test(well_known_names_stand_for_ours),
		cmocka_unit_test(the_nearest_weight_is_taken),
		cmocka_unit_test(widths_are_the_same_in_any_locale),
		cmocka_unit_test(a_subset_is_a_small_font),
		cmocka_unit_test(cairo_draws_what_was_measured),
		cmocka_unit_test(many_sizes_give_way),
		cmocka_unit_test(fonts_are_listed),
		cmocka_unit_test(odd_texts_do_no_harm),
		cmocka_unit_test(a_long_word_is_broken_and_said_to_overflow),
		cmocka_unit_test(phrases_break_before_words_do),
		cmocka_unit_test(a_dot_between_parts_is_not_left_at_a_lines_end),
	};
	return cmocka_run_group_tests(tests, start, stop);
}
