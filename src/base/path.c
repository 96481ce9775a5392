/* path.c - building paths and measuring them (geom.h). */
#include "base/array.h"
#include "base/geom.h"

#include <math.h>

bd_path bd_path_new(bd_arena *arena)
{
	return (bd_path){ .arena = arena };
}

static void add_verb(bd_path *p, bd_verb verb)
{
	if (p->verb_count == p->verb_room)
		p->verbs = bd_list_grow(p->arena, p->verbs, p->verb_count, p->verb_count + 1,
					&p->verb_room, sizeof *p->verbs);
	p->verbs[p->verb_count++] = (uint8_t)verb;
}

static void add_point(bd_path *p, double x, double y)
{
	if (p->point_count == p->point_room)
		p->points = bd_list_grow(p->arena, p->points, p->point_count, p->point_count + 1,
					 &p->point_room, sizeof *p->points);
	p->points[p->point_count++] = (bd_point){ x, y };
}

void bd_path_move(bd_path *p, double x, double y)
{
	add_verb(p, BD_MOVE);
	add_point(p, x, y);
}

void bd_path_line(bd_path *p, double x, double y)
{
	add_verb(p, p->verb_count ? BD_LINE : BD_MOVE);
	add_point(p, x, y);
}

void bd_path_curve(bd_path *p, double x1, double y1, double x2, double y2, double x, double y)
{
	if (!p->verb_count)
		bd_path_move(p, x1, y1);
	add_verb(p, BD_CURVE);
	add_point(p, x1, y1);
	add_point(p, x2, y2);
	add_point(p, x, y);
}

void bd_path_quad(bd_path *p, double x1, double y1, double x, double y)
{
	bd_point s = bd_path_end(p);
	bd_path_curve(p, s.x + (x1 - s.x) * 2 / 3, s.y + (y1 - s.y) * 2 / 3, x + (x1 - x) * 2 / 3,
		      y + (y1 - y) * 2 / 3, x, y);
}

void bd_path_close(bd_path *p)
{
	if (p->verb_count && p->verbs[p->verb_count - 1] != BD_CLOSE)
		add_verb(p, BD_CLOSE);
}

bd_point bd_path_end(const bd_path *p)
{
	if (!p->point_count)
		return (bd_point){ 0, 0 };
	if (p->verbs[p->verb_count - 1] != BD_CLOSE)
		return p->points[p->point_count - 1];
	size_t at = p->point_count;
	for (size_t v = p->verb_count; v-- > 0;) {
		if (p->verbs[v] == BD_MOVE)
			return p->points[at - 1];
		at -= p->verbs[v] == BD_CURVE ? 3 : p->verbs[v] == BD_LINE;
	}
	return p->points[0];
}

void bd_path_rect(bd_path *p, bd_rect r)
{
	bd_path_move(p, r.x, r.y);
	bd_path_line(p, r.x + r.width, r.y);
	bd_path_line(p, r.x + r.width, r.y + r.height);
	bd_path_line(p, r.x, r.y + r.height);
	bd_path_close(p);
}

/* How far the control points of a quarter circle stand from its ends. */
#define KAPPA 0.5522847498307936

void bd_path_round_rect(bd_path *p, bd_rect r, const double radii[4])
{
	double most = fmin(fabs(r.width), fabs(r.height)) / 2, q[4];
	bool round = false;
	for (int i = 0; i < 4; i++) {
		q[i] = fmax(0, fmin(radii[i], most));
		round |= q[i] > 0;
	}
	if (!round) {
		bd_path_rect(p, r);
		return;
	}
	double x = r.x, y = r.y, right = r.x + r.width, bottom = r.y + r.height, k = 1 - KAPPA;
	bd_path_move(p, x + q[0], y);
	bd_path_line(p, right - q[1], y);
	if (q[1] > 0)
		bd_path_curve(p, right - q[1] * k, y, right, y + q[1] * k, right, y + q[1]);
	bd_path_line(p, right, bottom - q[2]);
	if (q[2] > 0)
		bd_path_curve(p, right, bottom - q[2] * k, right - q[2] * k, bottom, right - q[2],
			      bottom);
	bd_path_line(p, x + q[3], bottom);
	if (q[3] > 0)
		bd_path_curve(p, x + q[3] * k, bottom, x, bottom - q[3] * k, x, bottom - q[3]);
	if (q[0] > 0) {
		bd_path_line(p, x, y + q[0]);
		bd_path_curve(p, x, y + q[0] * k, x + q[0] * k, y, x + q[0], y);
	}
	bd_path_close(p);
}

static void arc_pieces(bd_path *p, bd_point centre, double rx, double ry, double tilt, double from,
		       double to)
{
	int pieces = (int)ceil(fabs(to - from) / (M_PI / 2) - 1e-9);
	pieces = pieces < 1 ? 1 : pieces;
	double step = (to - from) / pieces, k = 4.0 / 3 * tan(step / 4);
	double ct = cos(tilt), st = sin(tilt);
	for (int i = 0; i < pieces; i++) {
		double a = from + i * step, b = a + step;
		double u[6] = { cos(a) - k * sin(a), cos(b) + k * sin(b), cos(b),
				sin(a) + k * cos(a), sin(b) - k * cos(b), sin(b) };
		double x[3], y[3];
		for (int j = 0; j < 3; j++) {
			x[j] = centre.x + ct * rx * u[j] - st * ry * u[j + 3];
			y[j] = centre.y + st * rx * u[j] + ct * ry * u[j + 3];
		}
		bd_path_curve(p, x[0], y[0], x[1], y[1], x[2], y[2]);
	}
}

void bd_path_arc(bd_path *p, double x, double y, double radius, double from, double to)
{
	double turn = fmax(-8 * M_PI, fmin(8 * M_PI, to - from));
	bd_path_line(p, x + radius * cos(from), y + radius * sin(from));
	if (turn != 0)
		arc_pieces(p, (bd_point){ x, y }, radius, radius, 0, from, from + turn);
}

void bd_path_circle(bd_path *p, double x, double y, double radius)
{
	bd_path_move(p, x + radius, y);
	arc_pieces(p, (bd_point){ x, y }, radius, radius, 0, 0, 2 * M_PI);
	bd_path_close(p);
}

void bd_path_svg_arc(bd_path *p, double rx, double ry, double rotation, bool large, bool sweep,
		     double x, double y)
{
	bd_point s = bd_path_end(p);
	rx = fabs(rx), ry = fabs(ry);
	if (s.x == x && s.y == y)
		return;
	if (rx == 0 || ry == 0) {
		bd_path_line(p, x, y);
		return;
	}
	double tilt = rotation * M_PI / 180, ct = cos(tilt), st = sin(tilt);
	double dx = (s.x - x) / 2, dy = (s.y - y) / 2;
	double ux = ct * dx + st * dy, uy = -st * dx + ct * dy;
	double grow = ux * ux / (rx * rx) + uy * uy / (ry * ry);
	if (grow > 1)
		rx *= sqrt(grow), ry *= sqrt(grow);
	double rxy = rx * uy, ryx = ry * ux;
	double square = (rx * rx * ry * ry - rxy * rxy - ryx * ryx) / (rxy * rxy + ryx * ryx);
	double k = (large == sweep ? -1 : 1) * sqrt(fmax(0, square));
	double vx = k * rx * uy / ry, vy = -k * ry * ux / rx;
	bd_point centre = { ct * vx - st * vy + (s.x + x) / 2, st * vx + ct * vy + (s.y + y) / 2 };
	double from = atan2((uy - vy) / ry, (ux - vx) / rx);
	double to = atan2((-uy - vy) / ry, (-ux - vx) / rx);
	if (sweep && to < from)
		to += 2 * M_PI;
	if (!sweep && to > from)
		to -= 2 * M_PI;
	arc_pieces(p, centre, rx, ry, tilt, from, to);
}

void bd_path_add(bd_path *p, const bd_path *other, bd_matrix m)
{
	for (size_t v = 0; v < other->verb_count; v++)
		add_verb(p, other->verbs[v]);
	for (size_t i = 0; i < other->point_count; i++) {
		bd_point q = bd_matrix_apply(m, other->points[i]);
		add_point(p, q.x, q.y);
	}
}

typedef struct extent {
	double low, high;
} extent;

static void widen(extent *e, double v)
{
	e->low = fmin(e->low, v);
	e->high = fmax(e->high, v);
}

/* The turning points of one coordinate of a cubic: where its derivative is zero. */
static void widen_curve(extent *e, double p0, double p1, double p2, double p3)
{
	widen(e, p3);
	double a = -p0 + 3 * p1 - 3 * p2 + p3, b = 2 * (p0 - 2 * p1 + p2), c = p1 - p0;
	double roots[2];
	int count = 0;
	if (fabs(a) < 1e-12) {
		if (fabs(b) > 1e-12)
			roots[count++] = -c / b;
	} else if (b * b - 4 * a * c >= 0) {
		double d = sqrt(b * b - 4 * a * c);
		roots[count++] = (-b + d) / (2 * a);
		roots[count++] = (-b - d) / (2 * a);
	}
	for (int i = 0; i < count; i++) {
		double t = roots[i], u = 1 - t;
		if (t > 0 && t < 1)
			widen(e, u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 +
					 t * t * t * p3);
	}
}

bd_rect bd_path_bounds(const bd_path *p)
{
	if (!p->point_count)
		return (bd_rect){ 0, 0, 0, 0 };
	extent x = { INFINITY, -INFINITY }, y = x;
	bd_point now = p->points[0];
	const bd_point *at = p->points;
	for (size_t v = 0; v < p->verb_count; v++) {
		if (p->verbs[v] == BD_CLOSE)
			continue;
		if (p->verbs[v] == BD_CURVE) {
			widen_curve(&x, now.x, at[0].x, at[1].x, at[2].x);
			widen_curve(&y, now.y, at[0].y, at[1].y, at[2].y);
			at += 2;
		}
		now = *at++;
		widen(&x, now.x);
		widen(&y, now.y);
	}
	return (bd_rect){ x.low, y.low, x.high - x.low, y.high - y.low };
}
