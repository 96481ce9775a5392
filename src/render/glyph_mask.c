/* glyph_mask.c - see glyph_mask.h.
 *
 * Each edge puts into every pixel row that it crosses how much it turns "inside" on: in the cells
 * it passes through the part to its right, and the rest in the next cell. A running sum along the
 * row then is the winding number weighted by area, whose size, cut at 1, is the coverage. */
#include "render/glyph_mask.h"

#include <math.h>
#include <string.h>

typedef struct canvas {
	float *cells; /* of (width + 1) * height */
	int width, height;
} canvas;

static void deposit(float *row, int cell, double height, double mean_x)
{
	double right = height * (mean_x - cell);
	row[cell] += (float)(height - right);
	row[cell + 1] += (float)right;
}

/* Plain comparisons: the library's care for NaN takes longer than all the rest. */
static double least(double a, double b)
{
	return a < b ? a : b;
}

static double most(double a, double b)
{
	return a > b ? a : b;
}

/* The part of an edge within one row: from x0 to x1 while going `height` down (or up: negative). */
static void cross_row(float *row, double x0, double x1, double height)
{
	double left = least(x0, x1), right = most(x0, x1);
	int first = (int)left, last = (int)right;
	if (first == last) {
		deposit(row, first, height, (left + right) / 2);
		return;
	}
	double per_x = height / (right - left);
	for (int cell = first; cell <= last; cell++) {
		double from = most(left, cell), to = least(right, cell + 1);
		deposit(row, cell, (to - from) * per_x, (from + to) / 2);
	}
}

static double inside(double v, double limit)
{
	return v < 0 ? 0 : v > limit ? limit : v;
}

static void edge(canvas *c, bd_point from, bd_point to)
{
	double sign = 1;
	if (from.y > to.y) {
		bd_point swap = from;
		from = to;
		to = swap;
		sign = -1;
	}
	if (!(to.y > from.y))
		return;
	double slope = (to.x - from.x) / (to.y - from.y);
	int first = (int)from.y, last = (int)to.y;
	for (int y = first; y <= last && y < c->height; y++) {
		double top = most(from.y, y), bottom = least(to.y, y + 1);
		if (bottom <= top)
			continue;
		double x0 = inside(from.x + (top - from.y) * slope, c->width - 1e-6);
		double x1 = inside(from.x + (bottom - from.y) * slope, c->width - 1e-6);
		cross_row(c->cells + (size_t)y * ((size_t)c->width + 1), x0, x1,
			  sign * (bottom - top));
	}
}

/* As many chords as keep within a 25th of a pixel of the curve. */
static void curve(canvas *c, bd_point a, bd_point b, bd_point d, bd_point e)
{
	double x = most(fabs(a.x - 2 * b.x + d.x), fabs(b.x - 2 * d.x + e.x));
	double y = most(fabs(a.y - 2 * b.y + d.y), fabs(b.y - 2 * d.y + e.y));
	int steps = 1 + (int)least(200, sqrt((x + y) * 0.75 / 0.04));
	bd_point last = a;
	for (int i = 1; i <= steps; i++) {
		double t = (double)i / steps, s = 1 - t;
		double wa = s * s * s, wb = 3 * s * s * t, wd = 3 * s * t * t, we = t * t * t;
		bd_point next = { wa * a.x + wb * b.x + wd * d.x + we * e.x,
				  wa * a.y + wb * b.y + wd * d.y + we * e.y };
		if (i == steps)
			next = e; /* rounding must not leave a gap */
		edge(c, last, next);
		last = next;
	}
}

static void trace(canvas *c, const bd_path *path, const bd_point *p)
{
	bd_point start = { 0, 0 }, at = { 0, 0 };
	for (size_t i = 0; i < path->verb_count; i++) {
		switch (path->verbs[i]) {
		case BD_MOVE:
			edge(c, at, start); /* an open contour is closed */
			start = at = *p++;
			break;
		case BD_LINE:
			edge(c, at, *p);
			at = *p++;
			break;
		case BD_CURVE:
			curve(c, at, p[0], p[1], p[2]);
			at = p[2];
			p += 3;
			break;
		case BD_CLOSE:
			edge(c, at, start);
			at = start;
			break;
		}
	}
	edge(c, at, start);
}

/* Coverage is told in 32 steps: no eye sees 4 of 255 at an edge, and a picture of texts then has
 * few enough colours for a palette, which makes its PNG half as long. */
enum { LEVELS = 32 };

static void sum_up(const canvas *c, bd_mask *mask)
{
	unsigned char levels[LEVELS + 1];
	for (int i = 0; i <= LEVELS; i++)
		levels[i] = (unsigned char)((i * 255 + LEVELS / 2) / LEVELS);
	for (int y = 0; y < c->height; y++) {
		const float *row = c->cells + (size_t)y * ((size_t)c->width + 1);
		unsigned char *out = mask->coverage + (size_t)y * (size_t)mask->stride;
		float winding = 0;
		for (int x = 0; x < c->width; x++) {
			winding += row[x];
			float cover = fabsf(winding);
			out[x] = levels[(int)((cover < 1 ? cover : 1) * LEVELS + 0.5f)];
		}
	}
}

bd_mask bd_mask_of_outline(bd_arena *arena, bd_arena *scratch, const bd_path *outline, bd_matrix m)
{
	if (outline->point_count == 0)
		return (bd_mask){ 0 };
	bd_point *points = BD_ARRAY(scratch, outline->point_count, bd_point);
	double x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;
	for (size_t i = 0; i < outline->point_count; i++) {
		bd_point p = points[i] = bd_matrix_apply(m, outline->points[i]);
		x0 = least(x0, p.x), x1 = most(x1, p.x);
		y0 = least(y0, p.y), y1 = most(y1, p.y);
	}
	bd_mask mask = { .x = (int)floor(x0), .y = (int)floor(y0) };
	mask.width = (int)ceil(x1) - mask.x + 1;
	mask.height = (int)ceil(y1) - mask.y;
	mask.stride = (mask.width + 3) & ~3;
	for (size_t i = 0; i < outline->point_count; i++)
		points[i] = (bd_point){ points[i].x - mask.x, points[i].y - mask.y };
	canvas c = { .width = mask.width, .height = mask.height };
	c.cells = BD_ARRAY(scratch, ((size_t)c.width + 1) * (size_t)c.height, float);
	mask.coverage = BD_ARRAY(arena, (size_t)mask.stride * (size_t)c.height, unsigned char);
	trace(&c, outline, points);
	sum_up(&c, &mask);
	return mask;
}
