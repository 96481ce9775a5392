/* The picture of a long line is that of all its points drawn in one stroke: what is left out of it,
 * and how it is drawn, must not show. */
#include "base/number_span.h"
#include "render/raster_line.h"
#include "render/raster_trace.h"
#include "scene/reduce.h"
#include "unit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { WIDTH = 320, HEIGHT = 200, POINTS = 100000 };

typedef struct drawing {
	bd_stroke stroke;
	double scale;
	bool backwards, clipped;
} drawing;

static cairo_line_join_t join_of(const drawing *d)
{
	static const cairo_line_join_t joins[] = { CAIRO_LINE_JOIN_MITER, CAIRO_LINE_JOIN_ROUND,
						   CAIRO_LINE_JOIN_BEVEL };
	return joins[d->stroke.join];
}

static cairo_surface_t *new_surface(const drawing *d, cairo_t **cr)
{
	cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
	*cr = cairo_create(s);
	cairo_set_source_rgb(*cr, 1, 1, 1);
	cairo_paint(*cr);
	if (d->clipped) {
		cairo_rectangle(*cr, 40, 30, 200, 90);
		cairo_clip(*cr);
	}
	cairo_scale(*cr, d->scale, d->scale);
	cairo_set_line_width(*cr, d->stroke.width);
	cairo_set_line_join(*cr, join_of(d));
	cairo_set_miter_limit(*cr, 4);
	return s;
}

/* A walk to and fro, smooth here and wild there. */
static bd_edge walk(bd_arena *arena, const drawing *d)
{
	double *x = BD_ARRAY(arena, POINTS, double), *y = BD_ARRAY(arena, POINTS, double);
	uint32_t random = 7;
	double at = 0;
	for (size_t i = 0; i < POINTS; i++) {
		random = random * 1664525 + 1013904223;
		double share = (double)i / POINTS, step = (double)(random >> 16) / 65536 - 0.5;
		at = at * 0.999 + step * (share < 0.5 ? 1 : 0.1);
		x[d->backwards ? POINTS - 1 - i : i] = (5 + share * (WIDTH - 10)) / d->scale;
		y[i] = (HEIGHT / 2.0 + at * 3 + 40 * sin(share * 20)) / d->scale;
	}
	return (bd_edge){ .x.each = x, .y.each = y, .count = POINTS };
}

static cairo_surface_t *by_cairo(const drawing *d, const bd_point *points, size_t count)
{
	cairo_t *cr;
	cairo_surface_t *s = new_surface(d, &cr);
	bd_color c = d->stroke.paint.color;
	cairo_set_source_rgba(cr, c.r, c.g, c.b, c.a);
	for (size_t i = 0; i < count; i++)
		cairo_line_to(cr, points[i].x, points[i].y);
	cairo_stroke(cr);
	cairo_destroy(cr);
	return s;
}

static cairo_surface_t *by_us(bd_arena *arena, const drawing *d, const bd_point *points,
			      size_t count)
{
	cairo_t *cr;
	const bd_painter_ops ops = { 0 };
	cairo_surface_t *s = new_surface(d, &cr);
	bd_painter painter = { .cr = cr, .arena = arena, .ops = &ops };
	bd_path path = bd_path_new(arena);
	bd_path_move(&path, points[0].x, points[0].y);
	for (size_t i = 1; i < count; i++)
		bd_path_line(&path, points[i].x, points[i].y);
	assert_true(bd_raster_line(&painter, &path, &d->stroke));
	cairo_destroy(cr);
	return s;
}

/* All points by cairo, in black, at eight times the size: it rounds points to 256ths of a pixel,
 * which turns segments that are shorter than that. */
static cairo_surface_t *by_cairo_finely(const drawing *d, const bd_point *points, size_t count)
{
	enum { TIMES = 8 };
	cairo_t *cr;
	cairo_surface_t *s = new_surface(d, &cr), *large;
	cairo_destroy(cr);
	large = cairo_image_surface_create(CAIRO_FORMAT_A8, WIDTH * TIMES, HEIGHT * TIMES);
	cr = cairo_create(large);
	cairo_set_line_width(cr, d->stroke.width * d->scale * TIMES);
	cairo_set_line_join(cr, join_of(d));
	cairo_set_miter_limit(cr, 4);
	for (size_t i = 0; i < count; i++)
		cairo_line_to(cr, points[i].x * d->scale * TIMES, points[i].y * d->scale * TIMES);
	cairo_stroke(cr);
	cairo_destroy(cr);
	cairo_surface_flush(large);
	const unsigned char *from = cairo_image_surface_get_data(large);
	unsigned char *to = cairo_image_surface_get_data(s);
	int step = cairo_image_surface_get_stride(large),
	    stride = cairo_image_surface_get_stride(s);
	for (int y = 0; y < HEIGHT; y++)
		for (int x = 0; x < WIDTH; x++) {
			double sum = 0;
			for (int i = 0; i < TIMES * TIMES; i++)
				sum += from[(y * TIMES + i / TIMES) * step + x * TIMES + i % TIMES];
			double share = sum / (TIMES * TIMES * 255);
			to[y * stride + x * 4] = (unsigned char)(255.5 - share * 255);
		}
	cairo_surface_mark_dirty(s);
	return s;
}

/* As pixels are painted from a line that was thinned: by all of its points. */
static cairo_surface_t *by_us_whole(bd_arena *arena, const drawing *d, const bd_edge *edge)
{
	cairo_t *cr;
	const bd_painter_ops ops = { 0 };
	cairo_surface_t *s = new_surface(d, &cr);
	bd_painter painter = { .cr = cr, .arena = arena, .ops = &ops };
	const bd_number_span x = bd_numbers_span(edge->x.each, edge->count);
	const bd_number_span y = bd_numbers_span(edge->y.each, edge->count);
	const bd_rect box = { x.min, y.min, x.max - x.min, y.max - y.min };
	const bd_line_points all = { edge->x.each, edge->y.each, edge->count, box };
	assert_true(bd_raster_all(&painter, &all, &d->stroke));
	cairo_destroy(cr);
	return s;
}

/* How many pixels are `by` or more apart, in levels of 255. */
static size_t differing(cairo_surface_t *a, cairo_surface_t *b, int by)
{
	size_t count = 0, bytes = (size_t)cairo_image_surface_get_stride(a) * HEIGHT;
	const unsigned char *p = cairo_image_surface_get_data(a);
	const unsigned char *q = cairo_image_surface_get_data(b);
	for (size_t i = 0; i < bytes; i += 4)
		count += abs(p[i] - q[i]) >= by;
	return count;
}

/* At the density that the scene is made for and twice that; thin lines show most. */
static void compare(bd_arena *arena, const drawing *d)
{
	size_t left;
	bd_edge edge = walk(arena, d);
	const bd_point *points = bd_reduce_edge(arena, &edge, &left);
	assert_true(left < POINTS / 10);
	cairo_surface_t *all = by_cairo(d, bd_edge_points(arena, &edge), POINTS);
	cairo_surface_t *left_over = by_cairo(d, points, left),
			*ours = by_us(arena, d, points, left);
	cairo_surface_t *empty = by_cairo(d, points, 0), *whole = by_us_whole(arena, d, &edge);
	size_t ink = differing(all, empty, 16), share = d->scale > 1 ? 5 : 16;
	assert_true(ink > 2000);
	if (differing(left_over, ours, 32) > ink / 200 ||
	    differing(left_over, ours, 16) > ink / 100)
		fail_msg("drawn otherwise than by cairo: %zu of %zu pixels",
			 differing(left_over, ours, 16), ink);
	if (differing(all, ours, 32) > ink / share || differing(all, ours, 100) > ink / share / 5)
		fail_msg("not as all points: %zu and %zu of %zu pixels", differing(all, ours, 32),
			 differing(all, ours, 100), ink);
	if (differing(all, whole, 32) > ink / 10 ||
	    differing(all, whole, 100) > differing(all, ours, 100))
		fail_msg("all points are not as by cairo: %zu and %zu of %zu pixels",
			 differing(all, whole, 32), differing(all, whole, 100), ink);
	cairo_surface_destroy(whole);
	cairo_surface_destroy(all);
	cairo_surface_destroy(left_over);
	cairo_surface_destroy(ours);
	cairo_surface_destroy(empty);
}

TEST(a_line_is_drawn_as_by_cairo_with_finer_points)
{
	for (int i = 0; i < 3; i++) {
		drawing d = { .stroke = { .paint = bd_solid(BD_BLACK),
					  .width = (i + 1) * 0.8,
					  .join = (bd_join)i },
			      .scale = i == 1 ? 2 : 1,
			      .backwards = i == 1 };
		bd_edge edge = walk(arena, &d);
		const bd_point *points = bd_edge_points(arena, &edge);
		cairo_surface_t *fine = by_cairo_finely(&d, points, POINTS);
		cairo_surface_t *whole = by_us_whole(arena, &d, &edge);
		cairo_surface_t *empty = by_cairo(&d, points, 0);
		size_t ink = differing(whole, empty, 16);
		size_t some = differing(fine, whole, 16), much = differing(fine, whole, 32);
		if (some > ink / 50 || much > ink / 150)
			fail_msg("%zu and %zu of %zu pixels", some, much, ink);
		cairo_surface_destroy(fine);
		cairo_surface_destroy(whole);
		cairo_surface_destroy(empty);
	}
}

TEST(a_long_line_is_drawn_as_all_of_its_points)
{
	const bd_color blue = bd_color_from_bytes(0, 60, 0);
	for (int i = 0; i < 6; i++) {
		drawing d = { .stroke = { .paint = bd_solid(blue),
					  .width = (i % 3 + 1) * 0.8,
					  .join = (bd_join)(i % 3) },
			      .scale = i < 3 ? 1 : 2,
			      .backwards = i % 2,
			      .clipped = i == 3 };
		if (i == 4)
			d.stroke.paint.color.a = 0.5;
		compare(arena, &d);
	}
}

enum { SPAN = 240, VERTICALS = SPAN * BD_TRACE_PARTS };

static bd_tracer new_tracer(bd_arena *arena, double radius, cairo_line_join_t join)
{
	bd_tracer t = {
		.radius = radius, .miter = 4, .join = join, .left = 20, .count = VERTICALS
	};
	t.low = BD_ARRAY(arena, t.count, double);
	t.high = BD_ARRAY(arena, t.count, double);
	for (size_t i = 0; i < t.count; i++) {
		t.low[i] = INFINITY;
		t.high[i] = -INFINITY;
	}
	return t;
}

/* Wild, smooth, in steps, trembling, and with spikes; at even and at odd distances. */
static double shape_at(int kind, size_t i, double share, double noise)
{
	switch (kind) {
	case 0: return noise * 4;
	case 1: return 40 * sin(share * 40);
	case 2: return floor(40 * sin(share * 30) / 2) * 2;
	case 3: return 30 * sin(share * 9) + noise * 0.01;
	case 4: return 20 * sin(share * 20) + (i % 997 == 0 ? noise * 60 : noise * 0.3);
	default: return noise * noise * noise * 500;
	}
}

static bd_trace_line some_line(bd_arena *arena, int kind, size_t count, bool backwards)
{
	double *x = BD_ARRAY(arena, count, double), *y = BD_ARRAY(arena, count, double);
	uint32_t random = 7;
	double walk = 0;
	for (size_t i = 0; i < count; i++) {
		random = random * 1664525 + 1013904223;
		double noise = (double)(random >> 16) / 65536 - 0.5,
		       share = (double)i / (double)count;
		walk += kind == 6 ? noise : 0;
		size_t to = backwards ? count - 1 - i : i;
		x[to] = 5 + share * (SPAN + 30) + (kind == 5 ? noise * 0.5 / (double)count : 0);
		y[to] = 100 + (kind == 6 ? walk : shape_at(kind, i, share, noise));
	}
	return (bd_trace_line){ x, y, 1, count, 1, 1, 0.03, 0 };
}

/* A 128th of a pixel makes two levels of 255. */
static void compare_traces(bd_arena *arena, const bd_trace_line *line, double radius, int join)
{
	bd_tracer all = new_tracer(arena, radius, (cairo_line_join_t)join);
	bd_tracer quick = new_tracer(arena, radius, (cairo_line_join_t)join);
	double most = 0;
	bd_trace_all(&all, line);
	bd_trace(&quick, line);
	for (size_t i = 0; i < all.count; i++) {
		assert_true(all.low[i] <= all.high[i]);
		most = fmax(most, fabs(all.low[i] - quick.low[i]));
		most = fmax(most, fabs(all.high[i] - quick.high[i]));
	}
	if (!(most <= 1 / 128.0))
		fail_msg("%g of a pixel apart: radius %g, join %d, %zu points", most, radius, join,
			 line->count);
}

TEST(points_that_others_cover_add_nothing)
{
	static const double radii[] = { 0.2, 0.75, 1, 1.33, 4 };
	for (int kind = 0; kind < 7; kind++)
		for (int r = 0; r < 5; r++) {
			size_t count = kind % 2 ? 60000 : 200000;
			bd_trace_line line = some_line(arena, kind, count, r % 2);
			compare_traces(arena, &line, radii[r], (kind + r) % 3);
		}
}

TEST(other_lines_are_left_alone)
{
	drawing d = { .stroke = { .paint = bd_solid(BD_BLACK), .width = 1 }, .scale = 1 };
	const bd_painter_ops ops = { 0 };
	cairo_t *cr;
	cairo_surface_t *s = new_surface(&d, &cr);
	bd_painter painter = { .cr = cr, .arena = arena, .ops = &ops };
	for (int kind = 0; kind < 4; kind++) {
		bd_path path = bd_path_new(arena);
		bd_path_move(&path, 0, 0);
		for (int i = 1; i < 5000; i++)
			bd_path_line(&path, i * 0.05, i % 100);
		if (kind == 1)
			bd_path_line(&path, 0, 0); /* back */
		if (kind == 2)
			bd_path_move(&path, 0, 0);
		if (kind == 3)
			cairo_rotate(cr, 0.1);
		assert_int_equal(bd_raster_line(&painter, &path, &d.stroke), kind == 0);
	}
	cairo_destroy(cr);
	cairo_surface_destroy(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		UNIT(a_long_line_is_drawn_as_all_of_its_points),
		UNIT(a_line_is_drawn_as_by_cairo_with_finer_points),
		UNIT(points_that_others_cover_add_nothing),
		UNIT(other_lines_are_left_alone),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
