/* Wrapping and leading over real texts: the Universal Declaration of Human Rights in Vietnamese
 * and Lao. They are not part of the repository; BIEUDO_CORPUS names their folder. */
#include "base/io.h"
#include "base/utf8.h"
#include "surroundings.h"
#include "text/breaks.h"
#include "text/text.h"
#include "unicode/case.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

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
	check_lines(paragraph, data, &wrap, BD_BREAK_WORD);
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

/* --- leading --- */

typedef struct memory {
	const bd_face *face;
	bd_rect boxes[4096];
	bool known[4096];
} memory;

/* What a glyph covers, px, from its outline. */
static bd_rect ink_of(const bd_run *run, const bd_glyph *glyph)
{
	static memory faces[32];
	size_t f = 0;
	while (faces[f].face && faces[f].face != run->face)
		f++;
	faces[f].face = run->face;
	assert_true(glyph->id < 4096);
	if (!faces[f].known[glyph->id]) {
		bd_path path = bd_path_new(&arena);
		bd_face_outline(run->face, glyph->id, &path);
		faces[f].boxes[glyph->id] = bd_path_bounds(&path);
		faces[f].known[glyph->id] = true;
	}
	bd_rect box = faces[f].boxes[glyph->id];
	double em = run->size / bd_face_units_per_em(run->face);
	return (bd_rect){ glyph->x + box.x * em, glyph->y - (box.y + box.height) * em,
			  box.width * em, box.height * em };
}

typedef struct placed {
	bd_rect *boxes;
	size_t count;
} placed;

static placed boxes_of(const bd_text_line_at *at)
{
	size_t count = 0;
	for (size_t r = 0; r < at->line.run_count; r++)
		count += at->line.runs[r].glyph_count;
	placed p = { BD_ARRAY(&scratch, count, bd_rect), 0 };
	for (size_t r = 0; r < at->line.run_count; r++)
		for (size_t g = 0; g < at->line.runs[r].glyph_count; g++) {
			bd_rect box = ink_of(&at->line.runs[r], &at->line.runs[r].glyphs[g]);
			box.x += at->x;
			box.y += at->baseline;
			if (box.width > 0)
				p.boxes[p.count++] = box;
		}
	return p;
}

static void check_ink(const char *paragraph, const bd_font *font, const bd_wrap *wrap)
{
	bd_text text = bd_text_wrap(&env, paragraph, font, wrap, NULL);
	placed above = { 0 };
	for (size_t i = 0; i < text.line_count; i++) {
		placed line = boxes_of(&text.lines[i]);
		for (size_t a = 0; a < line.count; a++) {
			bd_rect ink = line.boxes[a];
			if (ink.y < -1e-6 || ink.y + ink.height > text.height + 1e-6)
				fail_msg("%s leaves its box: %s", font->family,
					 text.lines[i].line.utf8);
			for (size_t b = 0; b < above.count; b++)
				if (bd_rect_overlaps(ink, above.boxes[b]))
					fail_msg("%s %g touches: %s", font->family, wrap->leading,
						 text.lines[i].line.utf8);
		}
		above = line;
	}
	bd_arena_free(&scratch);
}

static void check_leading(const char *paragraph, void *data)
{
	static const double leadings[] = { 0, 1, 1.2 };
	const bd_font *font = data;
	for (int i = 0; i < 3; i++) {
		bd_wrap wrap = { .width = 22 * font->size, .leading = leadings[i] };
		check_ink(paragraph, font, &wrap);
		check_ink(bd_upper(&arena, paragraph), font, &wrap);
	}
}

static void no_ink_of_two_lines_touches(void **state)
{
	(void)state;
	static const char *const families[] = { "Inter", "Be Vietnam Pro", "Roboto Condensed",
						"Source Serif 4" };
	const char *vie = corpus("udhr_vie.txt"), *lao = corpus("udhr_lao.txt");
	for (size_t f = 0; f < 4 && vie && lao; f++)
		for (int weight = 400; weight <= 700; weight += 300) {
			bd_font font = { .family = families[f], .size = 17, .weight = weight };
			each_paragraph(vie, check_leading, &font);
			each_paragraph(lao, check_leading, &font);
		}
	assert_int_equal(diags.errors, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lao_at_280_px),
		cmocka_unit_test(vietnamese_at_280_px),
		cmocka_unit_test(no_ink_of_two_lines_touches),
	};
	return cmocka_run_group_tests(tests, start, stop);
}
