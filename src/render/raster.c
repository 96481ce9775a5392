/* raster.c - a page painted on an image (raster.h). */
#include "render/raster.h"

#include "base/limits.h"
#include "render/glyph_cache.h"
#include "render/jpeg.h"
#include "render/painter.h"
#include "render/raster_stamps.h"
#include "render/raster_stroke.h"

#include <math.h>
#include <string.h>

/* Beyond this many device pixels a glyph is filled as a path: its mask would be used but once. */
static const double LARGEST_MASK = 1000;

/* A glyph's outline in the current user space. */
static void outline_path(bd_painter *painter, const bd_glyphs *g, const bd_glyph *glyph)
{
	bd_path path = bd_path_new(painter->arena);
	double em = g->run.size / bd_face_units_per_em(g->run.face);
	cairo_matrix_t before;
	if (!bd_face_outline(g->run.face, glyph->id, &path))
		return;
	cairo_get_matrix(painter->cr, &before);
	bd_cairo_matrix(painter->cr,
			(bd_matrix){ em, 0, 0, -em, g->x + glyph->x, g->y + glyph->y });
	bd_cairo_path(painter->cr, &path);
	cairo_set_matrix(painter->cr, &before);
}

static void paint_outlines(bd_painter *painter, const bd_glyphs *g)
{
	cairo_new_path(painter->cr);
	cairo_set_fill_rule(painter->cr, CAIRO_FILL_RULE_WINDING);
	for (size_t i = 0; i < g->run.glyph_count; i++)
		outline_path(painter, g, &g->run.glyphs[i]);
	bd_cairo_fill_and_stroke(painter, &g->fill, &g->stroke, 1);
}

/* Where a glyph's origin falls, in quarter pixels; false far outside of any picture. */
static bool quarter_pixel(const cairo_matrix_t *m, double x, double y, int64_t at[2])
{
	cairo_matrix_transform_point(m, &x, &y);
	if (fabs(x) > BD_MAX_SIDE * 2.0 || fabs(y) > BD_MAX_SIDE * 2.0)
		return false;
	at[0] = (int64_t)floor(x * 4 + 0.5);
	at[1] = (int64_t)floor(y * 4 + 0.5);
	return true;
}

/* With `pen` the strokes alone, else the insides. */
static void paint_masks(bd_painter *painter, const bd_glyphs *g, const cairo_matrix_t *m,
			const bd_glyph_pen *pen)
{
	double em = g->run.size / bd_face_units_per_em(g->run.face);
	const double font[4] = { m->xx * em, m->yx * em, -m->xy * em, -m->yy * em };
	cairo_t *cr = painter->cr;
	cairo_save(cr);
	if (bd_cairo_source(painter, pen ? &g->stroke.paint : &g->fill, 1)) {
		cairo_identity_matrix(cr);
		for (size_t i = 0; i < g->run.glyph_count; i++) {
			const bd_glyph *glyph = &g->run.glyphs[i];
			int64_t at[2];
			if (!quarter_pixel(m, g->x + glyph->x, g->y + glyph->y, at))
				continue;
			const bd_cached_glyph *mask =
				bd_glyph_cache_get(painter->data, g->run.face, glyph->id, font,
						   (int)(at[0] & 3), (int)(at[1] & 3), pen);
			if (mask->surface)
				cairo_mask_surface(cr, mask->surface,
						   (double)((at[0] >> 2) + mask->x),
						   (double)((at[1] >> 2) + mask->y));
		}
	}
	cairo_restore(cr);
}

/* The strokes of neighbours may lie over each other, which shows where they are see-through; and a
 * pen is round only where both axes are scaled alike. */
static bool pen_suits_masks(const bd_stroke *s, const cairo_matrix_t *m, double scale)
{
	double skew = fabs(m->xx - m->yy) + fabs(m->xy + m->yx);
	return s->paint.kind == BD_PAINT_SOLID && s->paint.color.a >= 1 && !s->dash_count &&
	       skew < 1e-9 * scale && s->width * scale < LARGEST_MASK / 10;
}

static void paint_glyphs(bd_painter *painter, const bd_glyphs *g)
{
	cairo_matrix_t m;
	cairo_get_matrix(painter->cr, &m);
	double scale = fmax(hypot(m.xx, m.yx), hypot(m.xy, m.yy));
	bool stroked = g->stroke.paint.kind != BD_PAINT_NONE && g->stroke.width > 0;
	if (!(g->run.size > 0))
		return;
	if (g->run.size * scale > LARGEST_MASK ||
	    (stroked && !pen_suits_masks(&g->stroke, &m, scale))) {
		paint_outlines(painter, g);
		return;
	}
	const bd_glyph_pen pen = { g->stroke.width * scale, g->stroke.miter_limit, g->stroke.cap,
				   g->stroke.join };
	paint_masks(painter, g, &m, NULL);
	if (stroked)
		paint_masks(painter, g, &m, &pen);
}

static void paint_image(bd_painter *painter, const bd_image *image)
{
	double width = image->box.width, height = image->box.height;
	bd_image decoded;
	if (!image->jpeg.bytes) {
		bd_painter_pixels(painter, image);
		return;
	}
	cairo_user_to_device_distance(painter->cr, &width, &height);
	double size = hypot(width, height); /* it may stand on its side */
	if (bd_jpeg_decode(image, size, size, painter->arena, &decoded, painter->diags))
		bd_painter_pixels(painter, &decoded);
}

/* The tile as pixels, a whole number of them, so that neighbours join. */
static cairo_pattern_t *tile(bd_painter *painter, const bd_pattern *p, double opacity)
{
	cairo_matrix_t m;
	cairo_get_matrix(painter->cr, &m);
	double sx = hypot(m.xx, m.yx) * hypot(p->transform.a, p->transform.b);
	double sy = hypot(m.xy, m.yy) * hypot(p->transform.c, p->transform.d);
	int width = (int)fmin(ceil(p->width * sx - 0.01), 4096);
	int height = (int)fmin(ceil(p->height * sy - 0.01), 4096);
	if (width < 1 || height < 1)
		return NULL;
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height);
	bd_painter inner = *painter;
	inner.cr = cairo_create(surface);
	cairo_scale(inner.cr, width / p->width, height / p->height);
	cairo_pattern_t *pattern = bd_painter_tile(&inner, surface, p, opacity);
	cairo_matrix_t to_tile = { p->transform.a, p->transform.b, p->transform.c,
				   p->transform.d, p->transform.e, p->transform.f };
	if (cairo_matrix_invert(&to_tile) != CAIRO_STATUS_SUCCESS)
		cairo_matrix_init_identity(&to_tile);
	cairo_matrix_t to_pixels = { width / p->width, 0, 0, height / p->height, 0, 0 };
	cairo_matrix_multiply(&to_tile, &to_tile, &to_pixels);
	cairo_pattern_set_matrix(pattern, &to_tile);
	return pattern;
}

static bool too_big(double width, double height, bd_diags *diags)
{
	if (width <= BD_MAX_SIDE && height <= BD_MAX_SIDE && width * height <= BD_MAX_PIXELS)
		return false;
	bd_error(diags, NULL, BD_PICTURE_TOO_BIG, bd_number_text(diags->arena, width),
		 bd_number_text(diags->arena, height));
	return true;
}

static bool failed(cairo_status_t status, bd_diags *diags)
{
	if (status != CAIRO_STATUS_SUCCESS)
		bd_error(diags, NULL, BD_RENDER_FAILED, "PNG", cairo_status_to_string(status));
	return status != CAIRO_STATUS_SUCCESS;
}

/* Opaque pages are painted all over anyway; others begin as nothing. */
static cairo_surface_t *surface_in(bd_render_store *store, cairo_format_t format, int width,
				   int height)
{
	if (!store)
		return cairo_image_surface_create(format, width, height);
	int stride = cairo_format_stride_for_width(format, width);
	size_t bytes = (size_t)stride * (size_t)height;
	unsigned char *pixels = bd_render_room(store, BD_ROOM_PIXELS, bytes);
	if (format == CAIRO_FORMAT_ARGB32)
		memset(pixels, 0, bytes);
	return cairo_image_surface_create_for_data(pixels, format, width, height, stride);
}

cairo_surface_t *bd_raster_page(const bd_scene_page *page, double scale, bd_diags *diags)
{
	return bd_raster_page_in(NULL, page, scale, diags);
}

cairo_surface_t *bd_raster_page_in(bd_render_store *store, const bd_scene_page *page, double scale,
				   bd_diags *diags)
{
	static const bd_painter_ops ops = { .glyphs = paint_glyphs,
					    .stamps = bd_raster_stamps,
					    .image = paint_image,
					    .tile = tile,
					    .stroke = bd_raster_stroke };
	double width = fmax(1, round(page->geometry.width * scale));
	double height = fmax(1, round(page->geometry.height * scale));
	int errors = diags->errors;
	if (too_big(width, height, diags))
		return NULL;
	cairo_surface_t *surface = surface_in(
		store, page->background.a >= 1 ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32,
		(int)width, (int)height);
	bd_glyph_cache *glyphs = store ? bd_render_glyphs(store) : bd_glyph_cache_new();
	bd_arena scratch = { 0 };
	bd_painter painter = { .cr = cairo_create(surface),
			       .arena = &scratch,
			       .diags = diags,
			       .ops = &ops,
			       .data = glyphs };
	cairo_scale(painter.cr, scale, scale);
	bd_painter_page(&painter, page);
	cairo_status_t status = cairo_status(painter.cr);
	cairo_destroy(painter.cr);
	cairo_surface_flush(surface);
	if (!store)
		bd_glyph_cache_free(glyphs);
	bd_arena_free(&scratch);
	if (status == CAIRO_STATUS_SUCCESS)
		status = cairo_surface_status(surface);
	if (failed(status, diags) || diags->errors > errors) {
		cairo_surface_destroy(surface);
		return NULL;
	}
	return surface;
}
