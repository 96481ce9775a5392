/* raster_line.c - see raster_line.h.
 *
 * Where a line runs one way in x, what its stroke covers of a vertical is one interval, however
 * often it goes up and down there. So the picture is found by widening one interval for each
 * sixteenth of a pixel's column, which takes a step for each, and no list of edges to be sorted in
 * every row; and what overlaps is covered once, as if all were one stroke. */
#include "render/raster_line.h"

#include <math.h>

enum { PARTS = 16, LEAST_POINTS = 2048 }; /* verticals of a pixel; of a line worth it */

typedef struct tracer {
	double radius, miter; /* of the stroke in pixels; its limit */
	cairo_line_join_t join;
	double left; /* the first vertical, in pixels */
	size_t count;
	double *low, *high; /* of each vertical: what is covered; low > high: nothing */
} tracer;

static bd_point offset(bd_point p, bd_point direction, double by)
{
	return (bd_point){ p.x + direction.x * by, p.y + direction.y * by };
}

static inline void cover(tracer *t, size_t i, double y)
{
	t->low[i] = y < t->low[i] ? y : t->low[i];
	t->high[i] = y > t->high[i] ? y : t->high[i];
}

/* The first vertical at or to the right of x. */
static size_t vertical_at(const tracer *t, double x)
{
	double i = ceil((x - t->left) * PARTS);
	return i <= 0 ? 0 : i >= (double)t->count ? t->count : (size_t)i;
}

/* A side of what the stroke is made of: where it crosses verticals, they are covered. */
static void add_side(tracer *t, bd_point a, bd_point b)
{
	bd_point from = a.x < b.x ? a : b, to = a.x < b.x ? b : a;
	size_t i = vertical_at(t, from.x), end = vertical_at(t, to.x);
	if (i >= end)
		return;
	double slope = (to.y - from.y) / (to.x - from.x);
	double y = from.y + (t->left + (double)i / PARTS - from.x) * slope;
	for (slope /= PARTS; i < end; i++, y += slope)
		cover(t, i, y);
}

static void add_disc(tracer *t, bd_point p)
{
	size_t end = vertical_at(t, p.x + t->radius);
	for (size_t i = vertical_at(t, p.x - t->radius); i < end; i++) {
		double x = t->left + (double)i / PARTS - p.x;
		double half = sqrt(fmax(0, t->radius * t->radius - x * x));
		cover(t, i, p.y - half);
		cover(t, i, p.y + half);
	}
}

/* The corner at p, where the line turns from direction d to e: on its outer side. */
static void add_join(tracer *t, bd_point p, bd_point d, bd_point e)
{
	double turn = d.x * e.y - d.y * e.x, along = d.x * e.x + d.y * e.y;
	double by = turn > 0 ? -t->radius : t->radius;
	bd_point from = offset(p, (bd_point){ -d.y, d.x }, by);
	bd_point to = offset(p, (bd_point){ -e.y, e.x }, by);
	if (t->join == CAIRO_LINE_JOIN_ROUND) {
		add_disc(t, p);
	} else if (t->join == CAIRO_LINE_JOIN_MITER && 2 <= t->miter * t->miter * (1 + along)) {
		bd_point tip = offset(p, (bd_point){ -d.y - e.y, d.x + e.x }, by / (1 + along));
		add_side(t, from, tip);
		add_side(t, tip, to);
	} else {
		add_side(t, from, to);
	}
}

static void add_segment(tracer *t, bd_point a, bd_point b, bd_point d)
{
	bd_point across = { -d.y, d.x };
	bd_point a1 = offset(a, across, t->radius), a2 = offset(a, across, -t->radius);
	bd_point b1 = offset(b, across, t->radius), b2 = offset(b, across, -t->radius);
	add_side(t, a1, a2);
	add_side(t, b1, b2);
	add_side(t, a1, b1);
	add_side(t, a2, b2);
}

static void trace(tracer *t, const bd_point *points, size_t count)
{
	bd_point before = { 0 };
	bool begun = false;
	for (size_t i = 1; i < count; i++) {
		bd_point a = points[i - 1], b = points[i];
		double length = hypot(b.x - a.x, b.y - a.y);
		if (!(length > 1e-9))
			continue;
		bd_point d = { (b.x - a.x) / length, (b.y - a.y) / length };
		if (begun)
			add_join(t, a, before, d);
		add_segment(t, a, b, d);
		before = d;
		begun = true;
	}
}

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
static void fill_mask(const tracer *t, bd_arena *scratch, double top, cairo_surface_t *mask)
{
	unsigned char *pixels = cairo_image_surface_get_data(mask);
	size_t stride = (size_t)cairo_image_surface_get_stride(mask);
	size_t width = (size_t)cairo_image_surface_get_width(mask);
	size_t rows = (size_t)cairo_image_surface_get_height(mask);
	double *part = BD_ARRAY(scratch, rows + 1, double);
	double *below = BD_ARRAY(scratch, rows + 1, double);
	for (size_t x = 0; x < width; x++) {
		double low = INFINITY, high = -INFINITY, covered = 0;
		for (size_t i = x * PARTS; i < (x + 1) * PARTS; i++) {
			low = fmin(low, t->low[i] - top);
			high = fmax(high, t->high[i] - top);
			add_interval(part, below, rows, t->low[i] - top, t->high[i] - top);
		}
		if (!(low < high) || high <= 0 || low >= (double)rows)
			continue;
		size_t last = high < (double)rows ? (size_t)high : rows;
		for (size_t y = low > 0 ? (size_t)low : 0; y <= last; y++) {
			covered += below[y];
			double share = (covered + part[y]) / PARTS;
			if (y < rows)
				pixels[y * stride + x] = (unsigned char)(share * 255 + 0.5);
			part[y] = below[y] = 0;
		}
	}
}

/* The line in pixels; NULL where it is not one that runs one way in x. */
static bd_point *device_points(bd_arena *scratch, cairo_t *cr, const bd_path *path)
{
	bd_point *points = BD_ARRAY(scratch, path->point_count, bd_point);
	bool forth = true, back = true;
	for (size_t i = 0; i < path->verb_count; i++)
		if (path->verbs[i] != (i ? BD_LINE : BD_MOVE))
			return NULL;
	for (size_t i = 0; i < path->point_count; i++) {
		points[i] = path->points[i];
		cairo_user_to_device(cr, &points[i].x, &points[i].y);
		forth = forth && (!i || points[i].x >= points[i - 1].x);
		back = back && (!i || points[i].x <= points[i - 1].x);
	}
	return forth || back ? points : NULL;
}

/* Pixels to a unit; 0 where it is not the same both ways, or turned. */
static double even_scale(cairo_t *cr)
{
	cairo_matrix_t m;
	cairo_get_matrix(cr, &m);
	return m.xy == 0 && m.yx == 0 && fabs(m.xx) == fabs(m.yy) ? fabs(m.xx) : 0;
}

/* The pixels that may be drawn on and that the line can reach. */
static bool reach(cairo_t *cr, double margin, const bd_point *points, size_t count, int box[4])
{
	double x0, y0, x1, y1, left = points[0].x, right = left, top = points[0].y, bottom = top;
	for (size_t i = 1; i < count; i++) {
		left = fmin(left, points[i].x);
		right = fmax(right, points[i].x);
		top = fmin(top, points[i].y);
		bottom = fmax(bottom, points[i].y);
	}
	cairo_save(cr);
	cairo_identity_matrix(cr);
	cairo_clip_extents(cr, &x0, &y0, &x1, &y1);
	cairo_restore(cr);
	box[0] = (int)floor(fmax(x0, left - margin));
	box[1] = (int)floor(fmax(y0, top - margin));
	box[2] = (int)ceil(fmin(x1, right + margin)) - box[0];
	box[3] = (int)ceil(fmin(y1, bottom + margin)) - box[1];
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

static void draw(bd_painter *painter, const bd_stroke *stroke, bd_arena *scratch, tracer *t,
		 const bd_point *points, size_t count)
{
	int box[4];
	if (!reach(painter->cr, t->radius * fmax(1, t->miter), points, count, box))
		return;
	t->left = box[0] + 0.5 / PARTS;
	t->count = (size_t)box[2] * PARTS;
	t->low = BD_ARRAY(scratch, t->count, double);
	t->high = BD_ARRAY(scratch, t->count, double);
	for (size_t i = 0; i < t->count; i++) {
		t->low[i] = INFINITY;
		t->high[i] = -INFINITY;
	}
	trace(t, points, count);
	cairo_surface_t *mask = cairo_image_surface_create(CAIRO_FORMAT_A8, box[2], box[3]);
	if (cairo_surface_status(mask) == CAIRO_STATUS_SUCCESS) {
		fill_mask(t, scratch, box[1], mask);
		paint_mask(painter, stroke, mask, box);
	}
	cairo_surface_destroy(mask);
}

bool bd_raster_line(bd_painter *painter, const bd_path *path, const bd_stroke *stroke)
{
	cairo_t *cr = painter->cr;
	bd_arena scratch = { 0 };
	double scale = even_scale(cr);
	bool plain = scale > 0 && path->point_count >= LEAST_POINTS &&
		     cairo_get_line_cap(cr) == CAIRO_LINE_CAP_BUTT;
	const bd_point *points = plain ? device_points(&scratch, cr, path) : NULL;
	if (points) {
		tracer t = { .radius = cairo_get_line_width(cr) * scale / 2,
			     .miter = cairo_get_miter_limit(cr),
			     .join = cairo_get_line_join(cr) };
		draw(painter, stroke, &scratch, &t, points, path->point_count);
	}
	bd_arena_free(&scratch);
	return points;
}
