/* Colours as CSS writes them. */
#include "base/color.h"
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void takes_what_css_takes(void **state)
{
	(void)state;
	static const struct {
		const char *text, *hex;
	} cases[] = {
		{ "#fff", "#ffffff" },
		{ "#C8102E", "#c8102e" },
		{ "#12345678", "#12345678" },
		{ "#1234", "#11223344" },
		{ "  Red ", "#ff0000" },
		{ "rebeccapurple", "#663399" },
		{ "aliceblue", "#f0f8ff" },
		{ "yellowgreen", "#9acd32" },
		{ "transparent", "#00000000" },
		{ "rgb(200, 16, 46)", "#c8102e" },
		{ "rgb(200 16 46 / 50%)", "#c8102e80" },
		{ "rgba(0,0,0,.5)", "#00000080" },
		{ "rgb(100%, 0%, 50%)", "#ff0080" },
		{ "rgb(300, -5, 0)", "#ff0000" },
		{ "hsl(120, 100%, 25%)", "#008000" },
		{ "hsla(240, 100%, 50%, 1)", "#0000ff" },
		{ "hsl(-120deg 100% 50%)", "#0000ff" },
		{ "hsl(.5turn 100% 50%)", "#00ffff" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		bd_color color;
		char text[BD_COLOR_ROOM];
		assert_true(bd_color_parse(cases[i].text, &color));
		bd_color_format(color, text);
		assert_string_equal(text, cases[i].hex);
	}
}

static void refuses_the_rest(void **state)
{
	(void)state;
	static const char *cases[] = { "",           "đỏ",           "#12",          "#12345g",
				       "rgb(1,2)",   "rgb(1,2,3",    "rgb(1,2,3))",  "rgb(1%,2,3)",
				       "rgb(1 2,3)", "hsl(1,2,3)",   "rgb(a,b,c)",   "url(x)",
				       "rgb(1,2 3)", "rgb(1 2 3 4)", "hsl(1%,2%,3%)" };
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		bd_color color;
		assert_false(bd_color_parse(cases[i], &color));
	}
}

static void contrast_is_wcag(void **state)
{
	(void)state;
	bd_color white = bd_color_from_bytes(255, 255, 255);
	assert_true(fabs(bd_color_contrast(BD_BLACK, white) - 21) < 1e-9);
	assert_true(fabs(bd_color_contrast(bd_color_from_bytes(118, 118, 118), white) - 4.54) <
		    0.01);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(takes_what_css_takes),
		cmocka_unit_test(refuses_the_rest),
		cmocka_unit_test(contrast_is_wcag),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
