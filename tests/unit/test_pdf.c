/* What can be said of a PDF without a reader; tests/agree asks poppler and qpdf about the rest. */
#include "demo_scene.h"
#include "render/backend.h"
#include "render/icc_srgb.h"
#include "render/pdf_content.h"
#include "render/pdf_finish.h"
#include "surroundings.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static bd_pdf_splits splits;

static const char *marked(const char *content)
{
	bd_str out = bd_str_new(&arena);
	splits = bd_pdf_mark_content(&out, content, strlen(content), 7, &arena);
	return bd_str_text(&out);
}

static void what_carries_no_tag_is_an_artifact(void **state)
{
	(void)state;
	assert_string_equal(marked("q 1 0 0 rg\n0 0 5 5 re f\n/P << /MCID 0 >> BDC\nBT (a) Tj ET\n"
				   "EMC\n1 1 2 2 re f Q"),
			    "q\n1 0 0 rg\n/Artifact BMC\n0 0 5 5 re\nf\nEMC\n"
			    "/P << /MCID 0 >> BDC\nBT\n(a) Tj\nET\nEMC\n"
			    "/Artifact BMC\n1 1 2 2 re\nf\nQ\nEMC\n");
	/* state alone needs none; an element without content keeps its id */
	assert_string_equal(marked("q 1 w /P << /MCID 0 >> BDC 2 w EMC Q"),
			    "q\n1 w\n2 w\n/P << /MCID 0 >> BDC\nEMC\nQ\n");
	assert_string_equal(marked(""), "");
	marked("(unclosed \\");
	marked("<abc");
	marked("EMC EMC f");
}

/* Each end of marked content is the end of an element's own. */
static void spans_within_elements_get_their_own_id(void **state)
{
	(void)state;
	assert_string_equal(
		marked("/P << /MCID 2 >> BDC BT 9 0 0 9 1 1 Tm /f 1 Tf (a)Tj /Span << "
		       "/ActualText <FEFF> >> BDC [<01>-3(\\)EMC)]TJ EMC (b)Tj ET f EMC f"),
		"BT\n9 0 0 9 1 1 Tm\n/f 1 Tf\n/P << /MCID 2 >> BDC\n(a)Tj\nEMC\n"
		"/Span << /MCID 7  /ActualText <FEFF> >> BDC\n[<01>-3(\\)EMC)]TJ\nEMC\n"
		"/P << /MCID 8 >> BDC\n(b)Tj\nEMC\nET\n/P << /MCID 9 >> BDC\nf\nEMC\n"
		"/Artifact BMC\nf\nEMC\n");
	assert_int_equal(splits.count, 3);
	for (int i = 0; i < 3; i++) {
		assert_int_equal(splits.items[i].of, 2);
		assert_int_equal(splits.items[i].id, 7 + i);
	}
	/* a text object without them stays within its element */
	assert_string_equal(marked("/P << /MCID 2 >> BDC BT (a)Tj ET BT (b)Tj ET EMC"),
			    "/P << /MCID 2 >> BDC\nBT\n(a)Tj\nET\nBT\n(b)Tj\nET\nEMC\n");
	assert_int_equal(splits.count, 0);
}

static uint32_t be32(const char *at)
{
	const unsigned char *b = (const unsigned char *)at;
	return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

static void the_profile_holds_together(void **state)
{
	(void)state;
	bd_blob icc = bd_icc_srgb(&arena);
	assert_int_equal(be32(icc.bytes), icc.length);
	assert_memory_equal(icc.bytes + 36, "acsp", 4);
	assert_int_equal(be32(icc.bytes + 128), 10);
	double sum[3] = { 0 };
	for (int i = 0; i < 10; i++) {
		const char *entry = icc.bytes + 132 + 12 * i;
		uint32_t at = be32(entry + 4);
		assert_int_equal(at % 4, 0);
		assert_true(at + be32(entry + 8) <= icc.length);
		for (int c = 0; c < 3 && !memcmp(entry + 1, "XYZ", 3); c++)
			sum[c] += (int32_t)be32(icc.bytes + at + 8 + 4 * (uint32_t)c) / 65536.0;
	}
	/* red, green and blue together are white */
	assert_float_equal(sum[0], 0.9642, 0.0001);
	assert_float_equal(sum[1], 1, 0.0001);
	assert_float_equal(sum[2], 0.8249, 0.0005);
}

static void the_same_bytes_every_time(void **state)
{
	(void)state;
	const bd_backend *pdf = bd_backend_find("pdf");
	bd_blob words = bd_backend_render(pdf, demo_words(&env), NULL, &arena, env.diags);
	bd_blob shapes = bd_backend_render(pdf, demo_scene(&arena), NULL, &arena, env.diags);
	assert_int_equal(env.diags->errors, 0);
	assert_non_null(words.bytes);
	/* in the other order, in memory that was used */
	bd_blob again = bd_backend_render(pdf, demo_scene(&arena), NULL, &arena, env.diags);
	assert_int_equal(again.length, shapes.length);
	assert_memory_equal(again.bytes, shapes.bytes, again.length);
	again = bd_backend_render(pdf, demo_words(&env), NULL, &arena, env.diags);
	assert_int_equal(again.length, words.length);
	assert_memory_equal(again.bytes, words.bytes, again.length);
	assert_memory_equal(words.bytes, "%PDF-1.7", 8);
}

static bd_blob haloed(int labels, double alpha)
{
	bd_scene *scene = demo_new(&arena, 600, 600);
	bd_font font = { .family = "Inter", .size = 11, .weight = 400 };
	bd_color halo = { 1, 0.9, 0.8, alpha, NULL };
	for (int i = 0; i < labels; i++) {
		demo_line(&env, scene->pages[0].root, "Sê Kông", font, 7.3 * (i % 71),
			  13.1 * (i / 71 + 1), BD_BLACK);
		scene->pages[0].root->group.last->glyphs.stroke =
			(bd_stroke){ .paint = bd_solid(halo), .width = 2 };
	}
	return bd_backend_render(bd_backend_find("pdf"), scene, NULL, &arena, env.diags);
}

/* Of very many, each glyph's stroke is told once; see-through ones, as paths, show the difference.
 */
static void many_haloed_labels_stay_small(void **state)
{
	(void)state;
	bd_blob paths = haloed(150, 0.99), forms = haloed(150, 1);
	assert_non_null(paths.bytes);
	assert_non_null(forms.bytes);
	assert_true(forms.length < paths.length / 2);
	bd_blob again = haloed(150, 1);
	assert_int_equal(again.length, forms.length);
	assert_memory_equal(again.bytes, forms.bytes, again.length);
}

static void xmp_is_escaped(void **state)
{
	(void)state;
	bd_scene scene = { .title = "A < B & C", .lang = "vi" };
	bd_str xmp = bd_pdf_xmp(&arena, &scene, bd_pdf_date(&arena, 1726704000000.0));
	assert_non_null(strstr(bd_str_text(&xmp), "A &lt; B &amp; C"));
	assert_non_null(strstr(bd_str_text(&xmp), "2024-09-19T00:00:00Z"));
	assert_null(strstr(bd_str_text(&xmp), "dc:creator"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(many_haloed_labels_stay_small),
		cmocka_unit_test(what_carries_no_tag_is_an_artifact),
		cmocka_unit_test(spans_within_elements_get_their_own_id),
		cmocka_unit_test(the_profile_holds_together),
		cmocka_unit_test(the_same_bytes_every_time),
		cmocka_unit_test(xmp_is_escaped),
	};
	return cmocka_run_group_tests(tests, start, stop);
}
