/* What a process keeps from one picture for the next (render/store.h) must not show: the same bytes
 * as from a fresh process, after pictures that were larger, smaller, see-through or many-coloured.
 */
#include "arena_fixture.h"
#include "bieudo.h"
#include "render/store.h"

#include <string.h>

/* Opaque and see-through, few colours and many, large and small, with words and without. */
static const char *const specs[] = {
	"{ \"width\": 300, \"height\": 200, \"mark\": \"bar\", \"title\": \"Viện trợ theo năm\","
	"  \"data\": { \"values\": [ { \"a\": \"Sơn La\", \"b\": 3 }, { \"a\": \"Hà Tĩnh\", \"b\": "
	"7 } ] },"
	"  \"encoding\": { \"x\": { \"field\": \"a\" }, \"y\": { \"field\": \"b\", \"type\": "
	"\"quantitative\" } } }",
	"{ \"width\": 80, \"height\": 60, \"mark\": { \"type\": \"point\", \"filled\": true },"
	"  \"background\": \"rgba(255,255,255,0)\","
	"  \"data\": { \"sequence\": { \"start\": 0, \"stop\": 40, \"as\": \"a\" } },"
	"  \"encoding\": { \"x\": { \"field\": \"a\", \"type\": \"quantitative\" }, \"color\": { "
	"\"field\": \"a\", \"type\": \"quantitative\" } } }",
	"{ \"width\": 520, \"height\": 300, \"mark\": \"rect\","
	"  \"data\": { \"sequence\": { \"start\": 0, \"stop\": 400, \"as\": \"a\" } },"
	"  \"encoding\": { \"x\": { \"field\": \"a\", \"type\": \"ordinal\", \"axis\": null },"
	"    \"color\": { \"field\": \"a\", \"type\": \"quantitative\", \"title\": \"Độ cao\" } } "
	"}",
	"{ \"title\": \"Quảng Nam – Sê Kông\", \"pages\": [\"square\"], \"blocks\": [ { \"type\": "
	"\"text\", \"text\": \"Hai nước láng giềng, 1962–2022.\" } ] }",
};

enum { SPECS = sizeof specs / sizeof *specs };

static bd_blob draw(bd_ctx *ctx, int which, double scale)
{
	bd_doc *doc = bd_compile(ctx, "spec.json", specs[which], strlen(specs[which]),
				 &(bd_options){ 0 });
	bd_blob png = bd_render(doc, "png", &(bd_render_options){ .scale = scale });
	assert_non_null(png.bytes);
	char *copy = BD_ARRAY(&arena, png.length, char);
	memcpy(copy, png.bytes, png.length);
	png.bytes = copy;
	bd_doc_free(doc);
	return png;
}

static bd_ctx *new_ctx(void)
{
	bd_ctx *ctx = bd_ctx_new(&(bd_ctx_options){ .share = "." });
	assert_non_null(ctx);
	return ctx;
}

static void warm_equals_cold(void **state)
{
	(void)state;
	bd_blob cold[SPECS];
	for (int i = 0; i < SPECS; i++) {
		bd_ctx *ctx = new_ctx();
		cold[i] = draw(ctx, i, 1);
		bd_ctx_free(ctx);
	}
	bd_ctx *ctx = new_ctx();
	for (int first = 0; first < SPECS; first++)
		for (int second = 0; second < SPECS; second++) {
			draw(ctx, first, 1.3);
			bd_blob warm = draw(ctx, second, 1);
			assert_int_equal(warm.length, cold[second].length);
			assert_memory_equal(warm.bytes, cold[second].bytes, warm.length);
		}
	bd_ctx_free(ctx);
}

static void rooms_grow_and_rest(void **state)
{
	(void)state;
	bd_render_store *store = bd_render_store_new();
	char *small = bd_render_room(store, BD_ROOM_ROWS, 100);
	memset(small, 7, 100);
	assert_ptr_equal(bd_render_room(store, BD_ROOM_ROWS, 50), small);
	assert_ptr_not_equal(bd_render_room(store, BD_ROOM_PIXELS, 50), small);
	char *large = bd_render_room(store, BD_ROOM_ROWS, 33 << 20);
	large[(33 << 20) - 1] = 7;
	bd_render_store_rest(store);
	memset(bd_render_room(store, BD_ROOM_ROWS, 10), 7, 10);
	bd_render_store_free(store);
}

static void masks_are_right_again_after_too_many(void **state)
{
	(void)state;
	bd_fonts *fonts = bd_fonts_new("fonts", NULL);
	bd_diags diags = { .arena = &arena };
	bd_env env = {
		.arena = &arena, .scratch = &arena, .diags = &diags, .fonts = fonts, .lang = "vi"
	};
	bd_font font = { .family = "Inter", .size = 10, .weight = 400 };
	bd_line line = bd_text_line(&env, "Ẫ", &font, NULL);
	bd_glyph_cache *cache = bd_glyph_cache_new();
	int widest = 0;
	for (int page = 0; page < 3; page++) {
		for (int i = 1; i < 40; i++) { /* some hundred kilobytes each at the end */
			double k = 0.01 * i, m[4] = { k, 0, 0, -k };
			const bd_cached_glyph *g = bd_glyph_cache_get(
				cache, line.runs[0].face, line.runs[0].glyphs[0].id, m, 1, 2, NULL);
			assert_non_null(g->surface);
			assert_ptr_equal(bd_glyph_cache_get(cache, line.runs[0].face,
							    line.runs[0].glyphs[0].id, m, 1, 2,
							    NULL),
					 g);
			int width = cairo_image_surface_get_width(g->surface);
			widest = width > widest ? width : widest;
		}
		bd_glyph_cache_rest(cache);
	}
	assert_true(widest > 200);
	bd_glyph_cache_free(cache);
	bd_glyph_cache_free(NULL);
	bd_fonts_free(fonts);
}

/* The first time it is measured, the second remembered. */
static void boxes_are_those_of_outlines(void **state)
{
	(void)state;
	bd_fonts *fonts = bd_fonts_new("fonts", NULL);
	bd_diags diags = { .arena = &arena };
	bd_env env = { .arena = &arena, .scratch = &arena, .diags = &diags, .fonts = fonts };
	bd_font font = { .family = "Inter", .size = 10, .weight = 400 };
	bd_line line = bd_text_line(&env, "ẪgỘ 7.", &font, NULL);
	for (size_t i = 0; i < 2 * line.runs[0].glyph_count; i++) {
		uint32_t glyph = line.runs[0].glyphs[i / 2].id;
		bd_path path = bd_path_new(&arena);
		bd_rect box = { 0 };
		bool outlined = bd_face_outline(line.runs[0].face, glyph, &path);
		assert_true(bd_face_outline_box(line.runs[0].face, glyph, &box) == outlined);
		bd_rect own = bd_path_bounds(&path);
		assert_memory_equal(&box, &own, sizeof box);
	}
	bd_rect none;
	assert_false(bd_face_outline_box(line.runs[0].face, 1u << 30, &none));
	bd_fonts_free(fonts);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(warm_equals_cold),
		cmocka_unit_test(boxes_are_those_of_outlines),
		cmocka_unit_test(rooms_grow_and_rest),
		cmocka_unit_test(masks_are_right_again_after_too_many),
	};
	return cmocka_run_group_tests(tests, NULL, finish);
}
