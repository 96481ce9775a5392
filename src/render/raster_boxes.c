#include "render/raster_boxes.h"

#include <math.h>

enum { ONE = 256 }; /* steps of a pixel, cairo's too */

static bool is_unit_square(const bd_path *p)
{
	static const bd_point corners[] = { { 0, 0 }, { 1, 0 }, { 1, 1 }, { 0, 1 } };
	if (p->point_count != 4 || p->verb_count != 5 || p->verbs[4] != BD_CLOSE)
		return false;
	for (int i = 0; i < 4; i++)
		if (p->points[i].x != corners[i].x || p->points[i].y != corners[i].y ||
		    p->verbs[i] != (i ? BD_LINE : BD_MOVE))
			return false;
	return true;
}

bool bd_stamps_are_boxes(const bd_stamps *s, const cairo_matrix_t *m)
{
	if (!s->scale_y || s->strokes || !s->fills || s->shapes || !is_unit_square(s->shape) ||
	    m->xy != 0 || m->yx != 0 || !(m->xx > 0) || !(m->yy > 0))
		return false;
	for (size_t i = 0; i < s->looks; i++)
		if (s->fills[i].kind != BD_PAINT_NONE && s->fills[i].kind != BD_PAINT_SOLID)
			return false;
	return true;
}

/* The stretch from..to in steps of a pixel, no farther than from `first` to before `end`. */
typedef struct stretch {
	int64_t from, to;
} stretch;

static stretch stretch_of(double at, double length, int first, int end)
{
	double low = (double)first * ONE, high = (double)end * ONE;
	double from = fmin(fmax(floor(at * ONE + 0.5), low), high);
	double to = fmin(fmax(floor((at + length) * ONE + 0.5), low), high);
	return (stretch){ (int64_t)from, (int64_t)to };
}

/* Steps of the stretch within pixel i: 0 to ONE. */
static uint32_t covered(stretch s, int64_t i)
{
	int64_t from = i * ONE, to = from + ONE;
	from = s.from > from ? s.from : from;
	to = s.to < to ? s.to : to;
	return (uint32_t)(to - from);
}

/* A row of a box: its first and last pixels, and those between. */
typedef struct row_paint {
	uint32_t first, inner, last;
} row_paint;

static row_paint row_of(uint32_t color, uint32_t first, uint32_t last, uint32_t tall)
{
	const uint32_t half = ONE * ONE / 2, all = ONE * ONE;
	return (row_paint){ bd_pixel_scaled(color, (tall * first * 255 + half) / all),
			    bd_pixel_scaled(color, (tall * 255 + ONE / 2) / ONE),
			    bd_pixel_scaled(color, (tall * last * 255 + half) / all) };
}

static inline void fill_row(uint32_t *out, size_t width, row_paint paint)
{
	out[0] = bd_pixel_over(paint.first, out[0]);
	for (size_t i = 1; i + 1 < width; i++)
		out[i] = bd_pixel_over(paint.inner, out[i]);
	if (width > 1)
		out[width - 1] = bd_pixel_over(paint.last, out[width - 1]);
}

static void fill_box(const bd_canvas *c, uint32_t color, stretch x, stretch y)
{
	if (x.from >= x.to || y.from >= y.to)
		return;
	int64_t left = x.from / ONE, right = (x.to + ONE - 1) / ONE;
	int64_t top = y.from / ONE, bottom = (y.to + ONE - 1) / ONE;
	uint32_t first = covered(x, left), last = covered(x, right - 1);
	row_paint whole = row_of(color, first, last, ONE);
	uint32_t *out = c->pixels + (size_t)top * c->stride + left;
	for (int64_t row = top; row < bottom; row++, out += c->stride) {
		uint32_t tall = covered(y, row);
		fill_row(out, (size_t)(right - left),
			 tall == ONE ? whole : row_of(color, first, last, tall));
	}
}

void bd_raster_boxes(const bd_stamps *s, const cairo_matrix_t *m, const bd_canvas *c, int dx,
		     int dy)
{
	for (size_t i = 0; i < s->count; i++) {
		const bd_paint *paint = &s->fills[bd_stamp_look(s, i)];
		bd_matrix at = bd_stamp_matrix(s, i);
		if (paint->kind == BD_PAINT_NONE || !(at.a > 0 && at.d > 0))
			continue;
		double x = m->xx * at.e + m->x0 + dx, y = m->yy * at.f + m->y0 + dy;
		fill_box(c, bd_premultiplied(paint->color),
			 stretch_of(x, m->xx * at.a, c->left, c->right),
			 stretch_of(y, m->yy * at.d, c->top, c->bottom));
	}
}
