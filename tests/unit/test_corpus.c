/* Wrapping and leading over real texts: the Universal Declaration of Human Rights in Vietnamese
 * and Lao. They are not part of the repository; BIEUDO_CORPUS names their folder. */
#include "base/io.h"
#include "base/utf8.h"
#include "text/breaks.h"
#include "text/text.h"
#include "unicode/lao.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static bd_arena arena, scratch;
static bd_diags diags;
static bd_env env;

static const char *corpus(const char *name)
{
	const char *named = getenv("BIEUDO_CORPUS");
	const char *const folders[] = { named ? named : ".", "../shared/corpus",
					"../../shared/corpus" };
	for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
		bd_blob blob;
		const char *path = bd_printf(&arena, "%s/%s", folders[i], name);
		if (bd_read_file(&arena, path, 1 << 20, &blob) == BD_LOADED)
			return blob.bytes;
	}
	printf("no %s: set BIEUDO_CORPUS to its folder; skipped\n", name);
	return NULL;
}

static int start(void **state)
{
	(void)state;
	diags = (bd_diags){ .arena = &arena, .last = &diags.first };
	env = (bd_env){ .arena = &arena, .scratch = &scratch, .diags = &diags, .lang = "vi" };
	env.fonts = bd_fonts_new("fonts", NULL);
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

/* Every line fits, every line but the last ends where a break is allowed, nothing is lost. */
static void check_lines(const char *paragraph, const bd_font *font, const bd_wrap *wrap, int least)
{
	bd_text text = bd_text_wrap(&env, paragraph, font, wrap, NULL);
	uint8_t *breaks = bd_breaks(&env, text.utf8, strlen(text.utf8), NULL);
	size_t at = 0;
	for (size_t i = 0; i < text.line_count; i++) {
		const bd_line *line = &text.lines[i].line;
		if (line->width > wrap->width + 0.02)
			fail_msg("%.2f px wide: %s", line->width, line->utf8);
		const char *found = strstr(text.utf8 + at, line->utf8);
		assert_non_null(found);
		at = (size_t)(found - text.utf8) + strlen(line->utf8);
		size_t next = at;
		while (text.utf8[next] == ' ')
			next++;
		if (breaks[next] < least)
			fail_msg("cut before '%.40s'", text.utf8 + next);
	}
	assert_int_equal(at + strspn(text.utf8 + at, " \n"), strlen(text.utf8));
}

static void each_paragraph(const char *text, void (*check)(const char *, void *), void *data)
{
	while (*text) {
		size_t length = strcspn(text, "\n");
		if (length)
			check(bd_strndup(&arena, text, length), data);
		text += length + (text[length] == '\n');
	}
}

static void check_280(const char *paragraph, void *data)
{
	bd_wrap wrap = { .width = 280 };
	check_lines(paragraph, data, &wrap, BD_BREAK_ALLOWED);
}

static void lao_at_280_px(void **state)
{
	(void)state;
	const char *text = corpus("udhr_lao.txt");
	bd_font font = { .family = "Noto Sans Lao", .size = 16, .weight = 400 };
	env.lang = "lo";
	if (text)
		each_paragraph(text, check_280, &font);
	env.lang = "vi";
}

static void vietnamese_at_280_px(void **state)
{
	(void)state;
	const char *text = corpus("udhr_vie.txt");
	bd_font font = { .family = "Be Vietnam Pro", .size = 16, .weight = 400 };
	if (text)
		each_paragraph(text, check_280, &font);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lao_at_280_px),
		cmocka_unit_test(vietnamese_at_280_px),
	};
	return cmocka_run_group_tests(tests, start, stop);
}
