/* raster_line.c - see raster_line.h.
 *
 * Where a line runs one way in x, what its stroke covers of a vertical is one interval, however
 * often it goes up and down there. So the picture is found by widening one interval for each
 * sixteenth of a pixel's column (raster_trace.h), and no list of edges has to be sorted in every
 * row; what overlaps is covered once, as if all were one stroke. */
#include "render/raster_line.h"

#include "base/limits.h"
#include "base/number_span.h"
#include "render/raster_trace.h"

#include <math.h>

enum { LEAST_POINTS = 2048 }; /* of a line worth it */

/* What a vertical covers of the rows, added up: a row's own part, and what it hands on to all
 * below it. */
static void add_interval(double *part, double *below, size_t rows, double low, double high)
{
	low = fmax(low, 0);
	high = fmin(high, (double)rows);
	if (!(low < high))
		return;
	size_t first = (size_t)low, last = (size_t)high;
	part[first] -= low - (double)first;
	part[last] += high - (double)last;
	below[first] += 1;
	below[last] -= 1;
}

/* The verticals of each pixel's column as coverage. */
static void fill_mask(const bd_tracer *t, bd_arena *scratch, double top, cairo_surface_t *mask)
{
	unsigned char *pixels = cairo_image_surface_get_data(mask);
	size_t stride = (size_t)cairo_image_surface_get_stride(mask);
	size_t width = (size_t)cairo_image_surface_get_width(mask);
	size_t rows = (size_t)cairo_image_surface_get_height(mask);
	double *part = BD_ARRAY(scratch, rows + 1, double);
	double *below = BD_ARRAY(scratch, rows + 1, double);
	for (size_t x = 0; x < width; x++) {
		double low = INFINITY, high = -INFINITY, covered = 0;
		for (size_t i = x * BD_TRACE_PARTS; i < (x + 1) * BD_TRACE_PARTS; i++) {
			low = fmin(low, t->low[i] - top);
			high = fmax(high, t->high[i] - top);
			add_interval(part, below, rows, t->low[i] - top, t->high[i] - top);
		}
		if (!(low < high) || high <= 0 || low >= (double)rows)
			continue;
		size_t last = high < (double)rows ? (size_t)high : rows;
		for (size_t y = low > 0 ? (size_t)low : 0; y <= last; y++) {
			covered += below[y];
			double share = (covered + part[y]) / BD_TRACE_PARTS;
			if (y < rows)
				pixels[y * stride + x] = (unsigned char)(share * 255 + 0.5);
			part[y] = below[y] = 0;
		}
	}
}

/* One line, without a gap, that runs one way in x. */
static bool runs_one_way(const bd_path *path)
{
	const bd_point *p = path->points;
	bool forth = true, back = true;
	for (size_t i = 0; i < path->verb_count; i++)
		if (path->verbs[i] != (i ? BD_LINE : BD_MOVE))
			return false;
	for (size_t i = 1; i < path->point_count; i++) {
		forth = forth && p[i].x >= p[i - 1].x;
		back = back && p[i].x <= p[i - 1].x;
	}
	return forth || back;
}

/* What one side of a box becomes in pixels. */
static bd_number_span mapped(double from, double size, double by, double to)
{
	double a = from * by + to, b = (from + size) * by + to;
	return (bd_number_span){ fmin(a, b), fmax(a, b), isfinite(a) && isfinite(b) };
}

/* The pixels that may be drawn on and that the line can reach. */
static bool reach(cairo_t *cr, double margin, bd_number_span x, bd_number_span y, int box[4])
{
	double x0, y0, x1, y1;
	cairo_save(cr);
	cairo_identity_matrix(cr);
	cairo_clip_extents(cr, &x0, &y0, &x1, &y1);
	cairo_restore(cr);
	box[0] = (int)floor(fmax(x0, x.min - margin));
	box[1] = (int)floor(fmax(y0, y.min - margin));
	box[2] = (int)ceil(fmin(x1, x.max + margin)) - box[0];
	box[3] = (int)ceil(fmin(y1, y.max + margin)) - box[1];
	return box[2] > 0 && box[3] > 0;
}

static void paint_mask(bd_painter *painter, const bd_stroke *stroke, cairo_surface_t *mask,
		       const int box[4])
{
	cairo_t *cr = painter->cr;
	cairo_surface_mark_dirty(mask);
	if (!bd_cairo_source(painter, &stroke->paint, 1))
		return;
	cairo_save(cr);
	cairo_identity_matrix(cr);
	cairo_mask_surface(cr, mask, box[0], box[1]);
	cairo_restore(cr);
}

static void draw(bd_painter *painter, const bd_stroke *stroke, const bd_trace_line *line,
		 bd_number_span x, bd_number_span y)
{
	int box[4];
	cairo_t *cr = painter->cr;
	bd_tracer t = { .radius = cairo_get_line_width(cr) * fabs(line->sx) / 2,
			.miter = cairo_get_miter_limit(cr),
			.join = cairo_get_line_join(cr) };
	if (!reach(cr, t.radius * fmax(1, t.miter), x, y, box))
		return;
	bd_arena scratch = { 0 };
	t.left = box[0];
	t.count = (size_t)box[2] * BD_TRACE_PARTS;
	bd_tracer_begin(&t, &scratch);
	bd_trace(&t, line);
	cairo_surface_t *mask = cairo_image_surface_create(CAIRO_FORMAT_A8, box[2], box[3]);
	if (cairo_surface_status(mask) == CAIRO_STATUS_SUCCESS) {
		fill_mask(&t, &scratch, box[1], mask);
		paint_mask(painter, stroke, mask, box);
	}
	cairo_surface_destroy(mask);
	bd_arena_free(&scratch);
}

/* Ends without caps, pixels of one size both ways, and nothing turned. */
static bool is_plain(cairo_t *cr)
{
	cairo_matrix_t m;
	cairo_get_matrix(cr, &m);
	return m.xy == 0 && m.yx == 0 && fabs(m.xx) == fabs(m.yy) && fabs(m.xx) > 0 &&
	       cairo_get_line_cap(cr) == CAIRO_LINE_CAP_BUTT;
}

static bd_trace_line on_pixels(cairo_t *cr)
{
	cairo_matrix_t m;
	cairo_get_matrix(cr, &m);
	return (bd_trace_line){ .sx = m.xx, .sy = m.yy, .tx = m.x0, .ty = m.y0 };
}

bool bd_raster_line(bd_painter *painter, const bd_path *path, const bd_stroke *stroke)
{
	if (path->point_count < LEAST_POINTS || !is_plain(painter->cr) || !runs_one_way(path))
		return false;
	bd_trace_line line = on_pixels(painter->cr);
	line.x = &path->points[0].x;
	line.y = &path->points[0].y;
	line.step = 2;
	line.count = path->point_count;
	bd_rect box = bd_path_bounds(path);
	draw(painter, stroke, &line, mapped(box.x, box.width, line.sx, line.tx),
	     mapped(box.y, box.height, line.sy, line.ty));
	return true;
}

/* Where pixels still count in whole numbers. */
static bool is_near(bd_number_span span)
{
	return span.finite && span.min > -2.0 * BD_MAX_SIDE && span.max < 2.0 * BD_MAX_SIDE;
}

bool bd_raster_all(bd_painter *painter, const bd_line_points *all, const bd_stroke *stroke)
{
	if (all->count < LEAST_POINTS || !is_plain(painter->cr))
		return false;
	bd_trace_line line = on_pixels(painter->cr);
	line.x = all->x;
	line.y = all->y;
	line.step = 1;
	line.count = all->count;
	bd_number_span x = mapped(all->box.x, all->box.width, line.sx, line.tx);
	bd_number_span y = mapped(all->box.y, all->box.height, line.sy, line.ty);
	if (!is_near(x) || !is_near(y))
		return false;
	draw(painter, stroke, &line, x, y);
	return true;
}
