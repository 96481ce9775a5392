/* curves_spline.c - the smooth interpolations (curves.h): B-splines, cardinal and Catmull-Rom
 * splines, natural cubic splines, and monotone ones. All become cubic Béziers exactly.
 *
 * Which points bound the first and last piece, and what two or one point draw, is as in d3-shape,
 * whose names and results Vega has. */
#include "scene/curves.h"

#include <math.h>

static bd_point mix(bd_point a, double u, bd_point b, double v)
{
	return (bd_point){ a.x * u + b.x * v, a.y * u + b.y * v };
}

static void curve_to(const bd_curve_pen *pen, bd_point a, bd_point b, bd_point to)
{
	bd_path_curve(pen->path, a.x, a.y, b.x, b.y, to.x, to.y);
}

static void line_to(const bd_curve_pen *pen, bd_point to)
{
	bd_path_line(pen->path, to.x, to.y);
}

/* Fewer points than a piece needs: straight lines; true where that was all. */
static bool drawn_straight(const bd_curve_pen *pen, size_t least)
{
	if (pen->count >= least)
		return false;
	bd_curve_enter(pen, pen->points[0]);
	for (size_t i = 1; i < pen->count; i++)
		line_to(pen, pen->points[i]);
	return true;
}

/* --- uniform cubic B-splines --- */

/* The spline's own point at a knot: a sixth, four sixths, a sixth. */
static bd_point knot(bd_point a, bd_point b, bd_point c)
{
	return (bd_point){ (a.x + 4 * b.x + c.x) / 6, (a.y + 4 * b.y + c.y) / 6 };
}

static void basis_piece(const bd_curve_pen *pen, bd_point a, bd_point b, bd_point next)
{
	curve_to(pen, mix(a, 2 / 3.0, b, 1 / 3.0), mix(a, 1 / 3.0, b, 2 / 3.0), knot(a, b, next));
}

void bd_curve_basis(const bd_curve_pen *pen)
{
	const bd_point *p = pen->points;
	size_t n = pen->count;
	if (drawn_straight(pen, 3))
		return;
	bd_curve_enter(pen, p[0]);
	line_to(pen, mix(p[0], 5 / 6.0, p[1], 1 / 6.0));
	for (size_t i = 2; i < n; i++)
		basis_piece(pen, p[i - 2], p[i - 1], p[i]);
	basis_piece(pen, p[n - 2], p[n - 1], p[n - 1]);
	line_to(pen, p[n - 1]);
}

void bd_curve_basis_open(const bd_curve_pen *pen)
{
	const bd_point *p = pen->points;
	if (pen->count < 3)
		return;
	bd_curve_enter(pen, knot(p[0], p[1], p[2]));
	for (size_t i = 3; i < pen->count; i++)
		basis_piece(pen, p[i - 2], p[i - 1], p[i]);
}

void bd_curve_basis_closed(const bd_curve_pen *pen)
{
	const bd_point *p = pen->points;
	size_t n = pen->count;
	if (n < 3) {
		drawn_straight(pen, 3);
	} else {
		bd_curve_enter(pen, knot(p[0], p[1], p[2]));
		for (size_t i = 3; i < n + 3; i++)
			basis_piece(pen, p[(i - 2) % n], p[(i - 1) % n], p[i % n]);
	}
	bd_path_close(pen->path);
}

/* Holten's bundling: the points pulled towards the straight line by 1 - tension. */
void bd_curve_bundle(const bd_curve_pen *pen)
{
	size_t last = pen->count - 1;
	bd_curve_pen pulled = *pen;
	bd_point *points = BD_ARRAY(pen->path->arena, pen->count, bd_point);
	for (size_t i = 0; i <= last; i++) {
		double share = last ? (double)i / (double)last : 0;
		bd_point straight = mix(pen->points[0], 1 - share, pen->points[last], share);
		points[i] = mix(pen->points[i], pen->tension, straight, 1 - pen->tension);
	}
	pulled.points = points;
	bd_curve_basis(&pulled);
}

/* --- cardinal splines --- */

/* The piece from b to c; a and d are their neighbours. */
static void cardinal_piece(const bd_curve_pen *pen, bd_point a, bd_point b, bd_point c, bd_point d)
{
	double k = (1 - pen->tension) / 6;
	curve_to(pen, (bd_point){ b.x + k * (c.x - a.x), b.y + k * (c.y - a.y) },
		 (bd_point){ c.x + k * (b.x - d.x), c.y + k * (b.y - d.y) }, c);
}

typedef void piece_function(const bd_curve_pen *pen, bd_point a, bd_point b, bd_point c,
			    bd_point d);

static void open_through_all(const bd_curve_pen *pen, piece_function *piece, bool repeat_ends)
{
	const bd_point *p = pen->points;
	size_t n = pen->count;
	if (drawn_straight(pen, 3))
		return;
	bd_curve_enter(pen, p[0]);
	for (size_t i = 0; i + 1 < n; i++) {
		bd_point before = i ? p[i - 1] : repeat_ends ? p[0] : p[1];
		bd_point after = i + 2 < n ? p[i + 2] : repeat_ends ? p[n - 1] : p[n - 2];
		piece(pen, before, p[i], p[i + 1], after);
	}
}

static void open_between(const bd_curve_pen *pen, piece_function *piece)
{
	const bd_point *p = pen->points;
	if (pen->count < 3)
		return;
	bd_curve_enter(pen, p[1]);
	for (size_t i = 1; i + 2 < pen->count; i++)
		piece(pen, p[i - 1], p[i], p[i + 1], p[i + 2]);
}

static void closed_around(const bd_curve_pen *pen, piece_function *piece)
{
	const bd_point *p = pen->points;
	size_t n = pen->count;
	if (n < 3) {
		drawn_straight(pen, 3);
	} else {
		bd_curve_enter(pen, p[1]);
		for (size_t i = 1; i <= n; i++)
			piece(pen, p[i - 1], p[i % n], p[(i + 1) % n], p[(i + 2) % n]);
	}
	bd_path_close(pen->path);
}

void bd_curve_cardinal(const bd_curve_pen *pen)
{
	open_through_all(pen, cardinal_piece, false);
}

void bd_curve_cardinal_open(const bd_curve_pen *pen)
{
	open_between(pen, cardinal_piece);
}

void bd_curve_cardinal_closed(const bd_curve_pen *pen)
{
	closed_around(pen, cardinal_piece);
}

/* --- Catmull-Rom splines, their knots apart by distance to the power of tension (alpha) --- */

/* The control point next to `at`, on the side of `toward`; `away` is its other neighbour. */
static bd_point catmull_control(bd_point away, bd_point at, bd_point toward, double alpha)
{
	double far = hypot(at.x - away.x, at.y - away.y);
	double near = hypot(toward.x - at.x, toward.y - at.y);
	double f = pow(far, alpha), n = pow(near, alpha);
	if (!(f > 1e-12))
		return at;
	double whole = 3 * f * (f + n), k = 2 * f * f + 3 * f * n + n * n;
	return (bd_point){ (at.x * k - away.x * n * n + toward.x * f * f) / whole,
			   (at.y * k - away.y * n * n + toward.y * f * f) / whole };
}

static void catmull_piece(const bd_curve_pen *pen, bd_point a, bd_point b, bd_point c, bd_point d)
{
	curve_to(pen, catmull_control(a, b, c, pen->tension),
		 catmull_control(d, c, b, pen->tension), c);
}

/* With alpha 0 the knots are evenly apart, which is the cardinal spline without tension. */
static piece_function *catmull_or_cardinal(const bd_curve_pen *pen, bd_curve_pen *use)
{
	*use = *pen;
	return pen->tension > 0 ? catmull_piece : cardinal_piece;
}

void bd_curve_catmull_rom(const bd_curve_pen *pen)
{
	bd_curve_pen use;
	piece_function *piece = catmull_or_cardinal(pen, &use);
	open_through_all(&use, piece, piece == catmull_piece);
}

void bd_curve_catmull_rom_open(const bd_curve_pen *pen)
{
	bd_curve_pen use;
	piece_function *piece = catmull_or_cardinal(pen, &use);
	open_between(&use, piece);
}

void bd_curve_catmull_rom_closed(const bd_curve_pen *pen)
{
	bd_curve_pen use;
	piece_function *piece = catmull_or_cardinal(pen, &use);
	closed_around(&use, piece);
}

/* --- monotone: no bump where the data has none (Steffen 1990, as Fritsch and Carlson) --- */

static double sign(double v)
{
	return v < 0 ? -1 : 1;
}

static double slope_between(bd_point a, bd_point b, bd_point c)
{
	double h0 = b.x - a.x, h1 = c.x - b.x;
	double s0 = (b.y - a.y) / h0, s1 = (c.y - b.y) / h1;
	double p = (s0 * h1 + s1 * h0) / (h0 + h1);
	double slope = (sign(s0) + sign(s1)) * fmin(fmin(fabs(s0), fabs(s1)), 0.5 * fabs(p));
	return isfinite(slope) ? slope : 0;
}

static double slope_at_end(bd_point a, bd_point b, double other)
{
	double h = b.x - a.x;
	return h != 0 ? (3 * (b.y - a.y) / h - other) / 2 : other;
}

static bd_point turned(const bd_curve_pen *pen, bd_point p)
{
	return pen->along_y ? (bd_point){ p.y, p.x } : p;
}

static void monotone_piece(const bd_curve_pen *pen, bd_point a, bd_point b, double from, double to)
{
	double third = (b.x - a.x) / 3;
	curve_to(pen, turned(pen, (bd_point){ a.x + third, a.y + third * from }),
		 turned(pen, (bd_point){ b.x - third, b.y - third * to }), turned(pen, b));
}

void bd_curve_monotone(const bd_curve_pen *pen)
{
	bd_point *p = BD_ARRAY(pen->path->arena, pen->count, bd_point);
	size_t n = 0;
	for (size_t i = 0; i < pen->count; i++) {
		bd_point at = turned(pen, pen->points[i]);
		if (n == 0 || at.x != p[n - 1].x || at.y != p[n - 1].y)
			p[n++] = at;
	}
	bd_curve_enter(pen, pen->points[0]);
	if (n == 2)
		line_to(pen, turned(pen, p[1]));
	double before = 0;
	for (size_t i = 1; n > 2 && i < n; i++) {
		double after = i + 1 < n ? slope_between(p[i - 1], p[i], p[i + 1])
					 : slope_at_end(p[i - 1], p[i], before);
		if (i == 1)
			before = slope_at_end(p[0], p[1], after);
		monotone_piece(pen, p[i - 1], p[i], before, after);
		before = after;
	}
}

/* --- natural: a cubic spline without curvature at its ends --- */

/* First control points of one coordinate, by solving the tridiagonal system; `b`, `r`: room. */
static void natural_controls(const double *v, size_t pieces, double *out, double *b, double *r)
{
	size_t last = pieces - 1;
	b[0] = 2;
	r[0] = v[0] + 2 * v[1];
	for (size_t i = 1; i < pieces; i++) {
		double below = i == last ? 2 : 1;
		b[i] = i == last ? 7 : 4;
		r[i] = i == last ? 8 * v[i] + v[i + 1] : 4 * v[i] + 2 * v[i + 1];
		double m = below / b[i - 1];
		b[i] -= m;
		r[i] -= m * r[i - 1];
	}
	out[last] = r[last] / b[last];
	for (size_t i = last; i-- > 0;)
		out[i] = (r[i] - out[i + 1]) / b[i];
}

void bd_curve_natural(const bd_curve_pen *pen)
{
	const bd_point *p = pen->points;
	size_t n = pen->count;
	if (drawn_straight(pen, 3))
		return;
	double *room = BD_ARRAY(pen->path->arena, 6 * n, double);
	double *x = room, *y = room + n, *cx = room + 2 * n, *cy = room + 3 * n;
	for (size_t i = 0; i < n; i++)
		x[i] = p[i].x, y[i] = p[i].y;
	natural_controls(x, n - 1, cx, room + 4 * n, room + 5 * n);
	natural_controls(y, n - 1, cy, room + 4 * n, room + 5 * n);
	bd_curve_enter(pen, p[0]);
	for (size_t i = 0; i + 1 < n; i++) {
		bool end = i + 2 == n;
		bd_point second = { end ? (x[n - 1] + cx[i]) / 2 : 2 * x[i + 1] - cx[i + 1],
				    end ? (y[n - 1] + cy[i]) / 2 : 2 * y[i + 1] - cy[i + 1] };
		curve_to(pen, (bd_point){ cx[i], cy[i] }, second, p[i + 1]);
	}
}
