/* PNG, pixel by pixel as libpng reads it. */
#include "demo_scene.h"
#include "photo.h"
#include "png_decode.h"
#include "render/backend.h"
#include "render/glyph_mask.h"
#include "render/raster.h"
#include "surroundings.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A generator of our own, the same everywhere. */
static uint32_t noise(uint32_t *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 8;
}

static bool holds(bd_blob blob, const void *bytes, size_t length)
{
	return memmem(blob.bytes, blob.length, bytes, length) != NULL;
}

static void says_density_and_title(void **state)
{
	(void)state;
	bd_scene *scene = demo_scene(&arena);
	diags = (bd_diags){ .arena = &arena };
	bd_backend_options options = { .scale = 2 };
	bd_blob png = bd_backend_render(bd_backend_find("png"), scene, &options, &arena, &diags);
	static const char title[] = "Title\0\0\0vi\0\0Hình thử: Việt Nam – Lào";
	static const char density[] = "pHYs\0\0\x1d\x87\0\0\x1d\x87\x01"; /* 192 dpi */
	assert_true(holds(png, title, sizeof title - 1));
	assert_true(holds(png, density, sizeof density - 1));
	assert_true(holds(png, "sRGB", 4));
	int w, h;
	decode(&arena, png, &w, &h);
	assert_int_equal(w, 640);
	assert_int_equal(h, 400);
}

static uint32_t pixel(cairo_surface_t *s, int x, int y)
{
	const unsigned char *at =
		cairo_image_surface_get_data(s) + y * cairo_image_surface_get_stride(s) + 4 * x;
	uint32_t value;
	memcpy(&value, at, sizeof value);
	return value & 0xffffff;
}

static void paints_what_the_scene_says(void **state)
{
	(void)state;
	diags = (bd_diags){ .arena = &arena };
	cairo_surface_t *s = bd_raster_page(demo_scene(&arena)->pages, 1, &diags);
	assert_non_null(s);
	assert_int_equal(pixel(s, 2, 2), 0xfbf8f2);     /* background */
	assert_int_equal(pixel(s, 260, 15), 0xf2b705);  /* flat fill */
	assert_int_equal(pixel(s, 280, 30), 0xbe0b01);  /* multiplied */
	assert_int_equal(pixel(s, 15, 135), 0xe18490);  /* half opaque red */
	assert_int_equal(pixel(s, 40, 160), 0x8697af);  /* one layer: blue covers red */
	assert_int_equal(pixel(s, 120, 140), 0xf2b705); /* inside the clip */
	assert_int_equal(pixel(s, 92, 132), 0xfbf8f2);  /* outside of it */
	assert_int_equal(pixel(s, 250, 95), 0x000000);  /* a rule on a whole pixel */
	assert_int_equal(pixel(s, 291, 171), 0xf2b705); /* the picture, not smoothed */
	assert_int_equal(pixel(s, 297, 171), 0x12356b);
	cairo_surface_destroy(s);
}

static void refuses_a_picture_too_big(void **state)
{
	(void)state;
	bd_scene *scene = demo_new(&arena, 10000, 10000);
	diags = (bd_diags){ .arena = &arena };
	bd_backend_options options = { .scale = 2 };
	assert_null(
		bd_backend_render(bd_backend_find("png"), scene, &options, &arena, &diags).bytes);
	assert_int_equal(diags.first->message, BD_PICTURE_TOO_BIG);
	/* no format takes any size: readers of PDF end at 14,400 points */
	static const char *const names[] = { "svg", "pdf" };
	for (int i = 0; i < 2; i++) {
		const bd_backend *backend = bd_backend_find(names[i]);
		scene->pages[0].geometry.width = backend->longest;
		diags = (bd_diags){ .arena = &arena };
		assert_non_null(bd_backend_render(backend, scene, NULL, &arena, &diags).bytes);
		scene->pages[0].geometry.width++;
		assert_null(bd_backend_render(backend, scene, NULL, &arena, &diags).bytes);
		assert_int_equal(diags.first->message, BD_PICTURE_TOO_BIG);
	}
}

static void mask_is_the_exact_area(void **state)
{
	(void)state;
	bd_path box = bd_path_new(&arena);
	bd_path_rect(&box, (bd_rect){ 0.25, 0.5, 2.5, 1 });
	bd_mask m = bd_mask_of_outline(&arena, &arena, &box, BD_IDENTITY);
	assert_int_equal(m.coverage[0], 96); /* 0.75 * 0.5 */
	assert_int_equal(m.coverage[1], 128);
	assert_int_equal(m.coverage[2], 96);
	assert_int_equal(m.coverage[m.stride + 1], 128);
	/* turning the other way round, and overlapping, change nothing */
	bd_path_rect(&box, (bd_rect){ 0, 2, 4, 2 });
	bd_path_rect(&box, (bd_rect){ 2, 1.5, 4, 3 });
	m = bd_mask_of_outline(&arena, &arena, &box, bd_matrix_scale(-1, 1));
	assert_int_equal(m.x, -6);
	assert_int_equal(m.coverage[2 * m.stride + 3], 255);
	assert_int_equal(m.coverage[2 * m.stride + 5], 255);
}

static void mask_agrees_with_cairo(void **state)
{
	(void)state;
	bd_path *disc = demo_path(&arena, "M20 4a16 16 0 1 0 .01 0zM20 12a8 8 0 1 1 -.01 0z");
	bd_mask m = bd_mask_of_outline(&arena, &arena, disc, BD_IDENTITY);
	bd_node *root = bd_group_new(&arena);
	bd_add_shape(root, disc, bd_solid(BD_BLACK), (bd_stroke){ 0 });
	bd_scene_page page = { .geometry = { 40, 40, 0, 1, false },
			       .background = { 1, 1, 1, 1, NULL },
			       .root = root };
	diags = (bd_diags){ .arena = &arena };
	cairo_surface_t *s = bd_raster_page(&page, 1, &diags);
	for (int y = 0; y < m.height; y++)
		for (int x = 0; x < m.width; x++) {
			int mine = m.coverage[y * m.stride + x];
			int cairos = 255 - (int)(pixel(s, x + m.x, y + m.y) & 255);
			assert_in_range(abs(mine - cairos), 0,
					17); /* cairo looks at 15 lines a row */
		}
	cairo_surface_destroy(s);
}

static bd_path *zigzag(size_t count, double height)
{
	bd_path *path = BD_NEW(&arena, bd_path);
	*path = bd_path_new(&arena);
	uint32_t seed = 5;
	for (size_t i = 0; i < count; i++)
		bd_path_line(path, 10 + 280.0 * (double)i / (double)count,
			     50 + height * (noise(&seed) % 1000 / 1000.0 - 0.5));
	return path;
}

/* Whatever cairo does with the whole, told in short runs that it does not cut. */
static cairo_surface_t *stroked(const bd_path *path, bd_color color, bool whole)
{
	bd_scene *scene = demo_new(&arena, 300, 100);
	static const double solid[] = { 1e9, 1 };
	bd_stroke stroke = { .paint = bd_solid(color), .width = 3, .join = BD_JOIN_ROUND };
	if (whole) { /* dashes are never cut */
		stroke.dash = solid;
		stroke.dash_count = 2;
	}
	bd_add_shape(scene->pages[0].root, path, BD_NO_PAINT, stroke);
	diags = (bd_diags){ .arena = &arena };
	return bd_raster_page(scene->pages, 1, &diags);
}

static void a_stroke_in_pieces_looks_whole(void **state)
{
	(void)state;
	for (int dim = 0; dim < 2; dim++) {
		bd_color color = bd_color_with_alpha(BD_BLACK, dim ? 0.5 : 1);
		const bd_path *path = zigzag(400, 60);
		cairo_surface_t *pieces = stroked(path, color, false);
		cairo_surface_t *whole = stroked(path, color, true);
		double difference = 0;
		for (int y = 0; y < 100; y++)
			for (int x = 0; x < 300; x++) {
				int p = (int)(pixel(pieces, x, y) & 255);
				int q = (int)(pixel(whole, x, y) & 255);
				difference += abs(p - q);
				/* where all is covered, nothing is covered twice */
				if (dim)
					assert_true(p >= 242 / 2 - 2);
			}
		assert_true(difference / (300 * 100) < 4);
		cairo_surface_destroy(pieces);
		cairo_surface_destroy(whole);
	}
}

/* Enough stamps for masks, spread so that few overlap. */
static bd_stamps *many_stamps(double scale, bool outlined)
{
	enum { COLUMNS = 60, ROWS = 20 };
	bd_stamps *s = BD_NEW(&arena, bd_stamps);
	double *x = BD_ARRAY(&arena, COLUMNS * ROWS, double);
	double *y = BD_ARRAY(&arena, COLUMNS * ROWS, double);
	double *scales = BD_ARRAY(&arena, COLUMNS * ROWS, double);
	bd_paint *fill = BD_NEW(&arena, bd_paint);
	bd_stroke *stroke = BD_NEW(&arena, bd_stroke);
	bd_path *disc = BD_NEW(&arena, bd_path);
	*disc = bd_path_new(&arena);
	bd_path_circle(disc, 0, 0, 1);
	for (int i = 0; i < COLUMNS * ROWS; i++) {
		x[i] = 10 + 10.13 * (i % COLUMNS);
		y[i] = 10 + 10.29 * (i / COLUMNS); /* the middle of the stamps */
		scales[i] = scale + i % 7 * 0.31;
	}
	*fill = bd_solid(bd_color_with_alpha(demo_red, 0.7));
	*stroke = (bd_stroke){ .paint = bd_solid(demo_blue), .width = 1.5 };
	*s = (bd_stamps){ .shape = disc,
			  .count = COLUMNS * ROWS,
			  .x = x,
			  .y = y,
			  .scale = scales,
			  .fills = fill,
			  .strokes = outlined ? stroke : NULL,
			  .looks = 1 };
	return s;
}

/* The same drawn in lots that are too small for masks. */
static void add_in_lots(bd_node *group, const bd_stamps *all)
{
	for (size_t i = 0; i < all->count; i += 100) {
		bd_stamps lot = *all;
		lot.count = all->count - i < 100 ? all->count - i : 100;
		lot.x += i;
		lot.y += i;
		lot.scale += i;
		lot.scale_y += lot.scale_y ? i : 0;
		lot.look += lot.look ? i : 0;
		bd_add_stamps(group, lot);
	}
}

static double difference(cairo_surface_t *a, cairo_surface_t *b, int width, int height, int *most)
{
	double sum = 0;
	*most = 0;
	for (int y = 0; y < height; y++)
		for (int x = 0; x < width; x++) {
			int p = (int)(pixel(a, x, y) & 255), q = (int)(pixel(b, x, y) & 255);
			sum += abs(p - q);
			*most = abs(p - q) > *most ? abs(p - q) : *most;
		}
	return sum / (width * height);
}

static void many_stamps_look_like_few(void **state)
{
	(void)state;
	for (int kind = 0; kind < 6; kind++) {
		bd_scene *many = demo_new(&arena, 620, 220), *few = demo_new(&arena, 620, 220);
		const bd_stamps *stamps = many_stamps(2, kind % 2);
		bd_node *a = bd_add_group(many->pages[0].root);
		bd_node *b = bd_add_group(few->pages[0].root);
		/* plain, in a layer, within a clip that is no rectangle */
		a->group.opacity = b->group.opacity = kind / 2 == 1 ? 0.5 : 1;
		if (kind / 2 == 2)
			a->group.clip = b->group.clip = demo_path(&arena, "M0 0H620L300 220z");
		a->group.transform = b->group.transform = bd_matrix_translate(0.4, 0.2);
		bd_add_stamps(a, *stamps);
		add_in_lots(b, stamps);
		diags = (bd_diags){ .arena = &arena };
		cairo_surface_t *p = bd_raster_page(many->pages, 1, &diags);
		cairo_surface_t *q = bd_raster_page(few->pages, 1, &diags);
		int most;
		assert_true(difference(p, q, 620, 220, &most) < 2);
		assert_true(most < 80); /* an edge a quarter pixel off */
		cairo_surface_destroy(p);
		cairo_surface_destroy(q);
	}
}

/* Several shapes and paints in turn. */
static void stamps_of_several_shapes_look_like_few(void **state)
{
	(void)state;
	const bd_stamps *alike = many_stamps(2, true);
	static const char *const outlines[] = { "M-1 -1H1V1H-1z", "M0 -1L1 1H-1z",
						"M-1 0L0 -1L1 0L0 1z" };
	const bd_path *shapes[6];
	bd_stroke strokes[6];
	uint32_t *look = BD_ARRAY(&arena, alike->count, uint32_t);
	for (size_t i = 0; i < 6; i++) {
		shapes[i] = i < 3 ? demo_path(&arena, outlines[i]) : shapes[i - 3];
		strokes[i] = alike->strokes[0];
		strokes[i].paint = bd_solid(i % 2 ? demo_red : demo_blue);
	}
	for (size_t i = 0; i < alike->count; i++)
		look[i] = (uint32_t)(i * 5 % 6);
	bd_stamps stamps = *alike;
	stamps.shape = shapes[0];
	stamps.shapes = shapes;
	stamps.strokes = strokes;
	stamps.fills = NULL;
	stamps.looks = 6;
	stamps.look = look;
	bd_scene *many = demo_new(&arena, 620, 220), *few = demo_new(&arena, 620, 220);
	bd_add_stamps(many->pages[0].root, stamps);
	add_in_lots(few->pages[0].root, &stamps);
	cairo_surface_t *p = bd_raster_page(many->pages, 1, &diags);
	cairo_surface_t *q = bd_raster_page(few->pages, 1, &diags);
	int most;
	assert_true(difference(p, q, 620, 220, &most) < 4);
	assert_true(most < 80); /* an edge a quarter pixel off */
	cairo_surface_destroy(p);
	cairo_surface_destroy(q);
}

/* Rectangles of all sizes, some finer than a pixel, some over the edge, on each other. */
static void many_boxes_look_like_few(void **state)
{
	(void)state;
	enum { COUNT = 3000 };
	double numbers[4][COUNT];
	uint32_t look[COUNT], random = 1;
	const bd_paint fills[] = { bd_solid(bd_color_with_alpha(demo_red, 0.3)),
				   bd_solid(demo_blue), BD_NO_PAINT };
	for (size_t i = 0; i < COUNT; i++) {
		for (int k = 0; k < 4; k++) {
			random = random * 1664525u + 1013904223u;
			double share = (random >> 8) / 16777216.0;
			numbers[k][i] = k == 0   ? share * 660 - 20
					: k == 1 ? share * 240 - 10
						 : share * share * (i % 3 ? 3 : 20) + 0.05;
		}
		look[i] = (uint32_t)(i % 3);
	}
	const bd_stamps boxes = { .shape = demo_path(&arena, "M0 0L1 0L1 1L0 1z"),
				  .count = COUNT,
				  .x = numbers[0],
				  .y = numbers[1],
				  .scale = numbers[2],
				  .scale_y = numbers[3],
				  .looks = 3,
				  .look = look,
				  .fills = fills };
	for (int scale = 1; scale <= 2; scale++) {
		bd_scene *many = demo_new(&arena, 620, 220), *few = demo_new(&arena, 620, 220);
		bd_add_stamps(many->pages[0].root, boxes);
		add_in_lots(few->pages[0].root, &boxes);
		cairo_surface_t *p = bd_raster_page(many->pages, scale, &diags);
		cairo_surface_t *q = bd_raster_page(few->pages, scale, &diags);
		int most;
		assert_true(difference(p, q, 620 * scale, 220 * scale, &most) < 0.5);
		assert_true(most < 6); /* rounded otherwise, a few times over */
		cairo_surface_destroy(p);
		cairo_surface_destroy(q);
	}
}

/* The same words as filled outlines: a stroke too thin to show makes it so. */
static void glyphs_stand_where_their_outlines_do(void **state)
{
	(void)state;
	bd_font font = { .family = "Inter", .size = 15, .weight = 400 };
	bd_scene *masks = demo_new(&arena, 320, 40), *outlines = demo_new(&arena, 320, 40);
	demo_line(&env, masks->pages[0].root, "Covid-19: phường Tân Hưng, ẪỄỘ", font, 10.37, 25.61,
		  BD_BLACK);
	demo_line(&env, outlines->pages[0].root, "Covid-19: phường Tân Hưng, ẪỄỘ", font, 10.37,
		  25.61, BD_BLACK);
	bd_node *run = outlines->pages[0].root->group.first;
	run->glyphs.stroke = (bd_stroke){ .paint = bd_solid((bd_color){ 0 }), .width = 1 };
	cairo_surface_t *a = bd_raster_page(masks->pages, 1, env.diags);
	cairo_surface_t *b = bd_raster_page(outlines->pages, 1, env.diags);
	double squares = 0, ink = 0;
	for (int y = 0; y < 40; y++)
		for (int x = 0; x < 320; x++) {
			int p = (int)(pixel(a, x, y) >> 8 & 255),
			    q = (int)(pixel(b, x, y) >> 8 & 255);
			squares += (p - q) * (p - q);
			ink += 248 - q;
		}
	cairo_surface_destroy(a);
	cairo_surface_destroy(b);
	assert_true(ink > 100000);
	/* snapped to whole pixels this is 20 to 30 */
	assert_true(sqrt(squares / (40 * 320)) < 7);
}

/* Haloed words by masks and, the pen all but opaque, by outlines. */
static void strokes_of_glyphs_stand_where_their_outlines_do(void **state)
{
	(void)state;
	bd_font font = { .family = "Inter", .size = 15, .weight = 600 };
	cairo_surface_t *drawn[2];
	for (int i = 0; i < 2; i++) {
		bd_scene *scene = demo_new(&arena, 320, 40);
		demo_line(&env, scene->pages[0].root, "Quảng Nam – Sê Kông, 1962", font, 10.37,
			  25.61, BD_BLACK);
		bd_color red = { 0.8, 0.1, 0.1, i ? 0.9999 : 1, NULL };
		scene->pages[0].root->group.first->glyphs.stroke =
			(bd_stroke){ .paint = bd_solid(red), .width = 1.5, .join = BD_JOIN_ROUND };
		drawn[i] = bd_raster_page(scene->pages, 1, env.diags);
	}
	double squares = 0;
	long red = 0;
	for (int y = 0; y < 40; y++)
		for (int x = 0; x < 320; x++) {
			uint32_t p = pixel(drawn[0], x, y), q = pixel(drawn[1], x, y);
			int d = (int)(p >> 8 & 255) - (int)(q >> 8 & 255);
			squares += d * d;
			red += (p >> 16 & 255) > 150 && (p >> 8 & 255) < 90;
		}
	cairo_surface_destroy(drawn[0]);
	cairo_surface_destroy(drawn[1]);
	assert_true(red > 500);
	assert_true(sqrt(squares / (40 * 320)) < 10);
}

/* Six colours of text on one ground: a palette suffices. */
static void texts_fit_a_palette(void **state)
{
	(void)state;
	static const uint32_t inks[] = {
		0x1a1f2b, 0x585e6b, 0xc8102e, 0x12356b, 0x0b6e4f, 0x8a5a00
	};
	bd_scene *scene = demo_new(&arena, 420, 260);
	for (int i = 0; i < 6; i++) {
		bd_font font = { .family = "Inter", .size = 13 + 5 * i, .weight = 600 };
		bd_color ink = { (inks[i] >> 16) / 255.0, (inks[i] >> 8 & 255) / 255.0,
				 (inks[i] & 255) / 255.0, 1, NULL };
		demo_line(&env, scene->pages[0].root, "Sơn Kim 2 – Na Pê, 0123456789", font, 10.3,
			  30.6 + 40 * i, ink);
	}
	bd_blob png = bd_backend_render(bd_backend_find("png"), scene, NULL, &arena, env.diags);
	assert_true(holds(png, "PLTE", 4));
}

static void photos_are_decoded(void **state)
{
	(void)state;
	static const double sizes[][2] = { { 16, 8 }, { 32, 16 }, { 4, 2 } };
	for (int i = 0; i < 3; i++) {
		int w = (int)sizes[i][0], h = (int)sizes[i][1];
		bd_scene *scene = scene_of_photo(&arena, sizeof photo, w, h);
		cairo_surface_t *s = bd_raster_page(scene->pages, 1, env.diags);
		assert_non_null(s);
		uint32_t top = pixel(s, w / 2, 0), bottom = pixel(s, w / 2, h - 1);
		assert_true((top >> 16) > 130 && (top & 255) < 80);
		assert_true((bottom >> 16) < 80 && (bottom & 255) > 80);
		cairo_surface_destroy(s);
	}
}

static void a_damaged_photo_is_an_error(void **state)
{
	(void)state;
	for (size_t length = 1; length < sizeof photo - 2; length += 7) {
		diags = (bd_diags){ .arena = &arena };
		bd_scene *scene = scene_of_photo(&arena, length, 16, 8);
		bd_blob png =
			bd_backend_render(bd_backend_find("png"), scene, NULL, &arena, &diags);
		assert_null(png.bytes);
		assert_int_equal(diags.errors, 1);
	}
}

static int write_file(const char *path, bd_blob blob)
{
	FILE *f = fopen(path, "wb");
	if (!f)
		return 1;
	fwrite(blob.bytes, 1, blob.length, f);
	return fclose(f);
}

/* test_png shapes|words FORMAT FILE [SCALE]: to look at it, and for tests/agree. */
static int show(char **argv)
{
	start(NULL);
	bd_scene *scene = !strcmp(argv[1], "words") ? demo_words(&env) : demo_scene(&arena);
	bd_backend_options options = { .scale = argv[4] ? atof(argv[4]) : 1 };
	const bd_backend *backend = bd_backend_find(argv[2]);
	bd_blob blob = bd_backend_render(backend, scene, &options, &arena, env.diags);
	int failed = blob.bytes ? write_file(argv[3], blob) : 1;
	stop(NULL);
	return failed;
}

int main(int argc, char **argv)
{
	if (argc > 3)
		return show(argv);
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(says_density_and_title),
		cmocka_unit_test(paints_what_the_scene_says),
		cmocka_unit_test(refuses_a_picture_too_big),
		cmocka_unit_test(mask_is_the_exact_area),
		cmocka_unit_test(mask_agrees_with_cairo),
		cmocka_unit_test(a_stroke_in_pieces_looks_whole),
		cmocka_unit_test(many_stamps_look_like_few),
		cmocka_unit_test(stamps_of_several_shapes_look_like_few),
		cmocka_unit_test(many_boxes_look_like_few),
		cmocka_unit_test(photos_are_decoded),
		cmocka_unit_test(a_damaged_photo_is_an_error),
		cmocka_unit_test(glyphs_stand_where_their_outlines_do),
		cmocka_unit_test(strokes_of_glyphs_stand_where_their_outlines_do),
		cmocka_unit_test(texts_fit_a_palette),
	};
	return cmocka_run_group_tests(tests, start, stop);
}
