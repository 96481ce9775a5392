/* arcs.c - sectors of a disc or ring, with padding between them and rounded corners (items.h).
 *
 * The geometry is that of d3-shape's arc, as its documentation describes it: padding is a fixed
 * distance, so its angle grows towards the centre; a corner is a circle that touches both the arc
 * and the side, and shrinks where two of them would meet. */
#include "scene/items.h"

#include <math.h>

static const double NEAR = 1e-6;

typedef struct sides {
	double inner, outer;          /* radii, in order */
	double from, to;              /* without padding; from < to; 0 along +x */
	double out_from, out_to;      /* of the outer edge, padded */
	double in_from, in_to;        /* of the inner edge, padded */
	double in_corner, out_corner; /* radii */
	double corner;                /* as asked for, cut to the ring's width */
} sides;

static bd_point polar(double radius, double angle)
{
	return (bd_point){ radius * cos(angle), radius * sin(angle) };
}

static double angle_of(double x, double y)
{
	return atan2(y, x);
}

/* An arc that turns one way only, whatever turn the angles were measured in. */
static void turn(bd_path *path, bd_point centre, double radius, double from, double to, bool forth)
{
	while (forth && to < from)
		to += 2 * M_PI;
	while (!forth && to > from)
		to -= 2 * M_PI;
	bd_path_arc(path, centre.x, centre.y, radius, from, to);
}

/* An edge drawn in by the padding: half of it, on each side, at this radius. */
static void pad_edge(double radius, double distance, double *from, double *to)
{
	double share = distance / radius;
	double by = share < 1 ? asin(share) : M_PI / 2;
	if (*to - *from > 2 * by) {
		*from += by;
		*to -= by;
	} else {
		*from = *to = (*from + *to) / 2;
	}
}

/* Where the lines through a, b and through c, d meet; false where they are parallel. */
static bool meet(bd_point a, bd_point b, bd_point c, bd_point d, bd_point *at)
{
	double x10 = b.x - a.x, y10 = b.y - a.y, x32 = d.x - c.x, y32 = d.y - c.y;
	double t = y32 * x10 - x32 * y10;
	if (t * t < 1e-12)
		return false;
	t = (x32 * (a.y - c.y) - y32 * (a.x - c.x)) / t;
	*at = (bd_point){ a.x + t * x10, a.y + t * y10 };
	return true;
}

/* Corners of one edge must not run into each other where the sector is narrow. */
static void fit_corners(sides *s)
{
	s->in_corner = s->out_corner = s->corner;
	if (s->to - s->from >= M_PI)
		return;
	bd_point out_a = polar(s->outer, s->out_from), out_b = polar(s->outer, s->out_to);
	bd_point in_a = polar(s->inner, s->in_from), in_b = polar(s->inner, s->in_to), at;
	if (!meet(out_a, in_a, out_b, in_b, &at)) {
		s->in_corner = s->out_corner = 0;
		return;
	}
	double ax = out_a.x - at.x, ay = out_a.y - at.y, bx = out_b.x - at.x, by = out_b.y - at.y;
	double cosine = (ax * bx + ay * by) / (hypot(ax, ay) * hypot(bx, by));
	double k = 1 / sin(acos(fmax(-1, fmin(1, cosine))) / 2), away = hypot(at.x, at.y);
	s->in_corner = fmin(s->corner, (s->inner - away) / (k - 1));
	s->out_corner = fmin(s->corner, (s->outer - away) / (k + 1));
}

/* A corner's circle: its centre, and from there to where it touches the side and the edge. */
typedef struct corner_arc {
	bd_point centre, side, edge;
} corner_arc;

/* `a` to `b` is the side; `radius` of the edge; `corner` negative for an inner edge. */
static corner_arc corner_at(bd_point a, bd_point b, double radius, double corner)
{
	double sx = a.x - b.x, sy = a.y - b.y, length = hypot(sx, sy);
	double ox = corner * sy / length, oy = -corner * sx / length;
	bd_point p = { a.x + ox, a.y + oy }, q = { b.x + ox, b.y + oy };
	bd_point mid = { (p.x + q.x) / 2, (p.y + q.y) / 2 };
	double dx = q.x - p.x, dy = q.y - p.y, d2 = dx * dx + dy * dy, r = radius - corner;
	double cross = p.x * q.y - q.x * p.y;
	double d = (dy < 0 ? -1 : 1) * sqrt(fmax(0, r * r * d2 - cross * cross));
	bd_point one = { (cross * dy - dx * d) / d2, (-cross * dx - dy * d) / d2 };
	bd_point two = { (cross * dy + dx * d) / d2, (-cross * dx + dy * d) / d2 };
	bool second = hypot(one.x - mid.x, one.y - mid.y) > hypot(two.x - mid.x, two.y - mid.y);
	bd_point c = second ? two : one;
	double k = radius / r - 1;
	return (corner_arc){ c, { -ox, -oy }, { c.x * k, c.y * k } };
}

/* One edge from corner to corner: `first` and `last` touch it. */
static void round_edge(bd_path *path, corner_arc first, corner_arc last, double radius,
		       double corner, bool apart, bool forth)
{
	bd_path_line(path, first.centre.x + first.side.x, first.centre.y + first.side.y);
	if (!apart) {
		turn(path, first.centre, corner, angle_of(first.side.x, first.side.y),
		     angle_of(last.side.x, last.side.y), true);
		return;
	}
	turn(path, first.centre, corner, angle_of(first.side.x, first.side.y),
	     angle_of(first.edge.x, first.edge.y), true);
	turn(path, (bd_point){ 0, 0 }, radius,
	     angle_of(first.centre.x + first.edge.x, first.centre.y + first.edge.y),
	     angle_of(last.centre.x + last.edge.x, last.centre.y + last.edge.y), forth);
	turn(path, last.centre, corner, angle_of(last.edge.x, last.edge.y),
	     angle_of(last.side.x, last.side.y), true);
}

static void add_outer(bd_path *path, const sides *s)
{
	bd_point out_a = polar(s->outer, s->out_from), out_b = polar(s->outer, s->out_to);
	bd_point in_a = polar(s->inner, s->in_from), in_b = polar(s->inner, s->in_to);
	if (s->out_to - s->out_from > NEAR && s->out_corner > NEAR)
		round_edge(path, corner_at(in_a, out_a, s->outer, s->out_corner),
			   corner_at(out_b, in_b, s->outer, s->out_corner), s->outer, s->out_corner,
			   s->out_corner >= s->corner, true);
	else
		bd_path_arc(path, 0, 0, s->outer, s->out_from, s->out_to);
}

static void add_inner(bd_path *path, const sides *s)
{
	bd_point out_a = polar(s->outer, s->out_from), out_b = polar(s->outer, s->out_to);
	bd_point in_a = polar(s->inner, s->in_from), in_b = polar(s->inner, s->in_to);
	bool edge = s->inner > NEAR && s->in_to - s->in_from > NEAR;
	if (edge && s->in_corner > NEAR)
		round_edge(path, corner_at(in_b, out_b, s->inner, -s->in_corner),
			   corner_at(out_a, in_a, s->inner, -s->in_corner), s->inner, s->in_corner,
			   s->in_corner >= s->corner, false);
	else if (edge)
		bd_path_arc(path, 0, 0, s->inner, s->in_to, s->in_from);
	else
		bd_path_line(path, in_b.x, in_b.y);
}

static void add_ring(bd_path *path, double inner, double outer)
{
	bd_path_circle(path, 0, 0, outer);
	if (inner <= NEAR)
		return;
	bd_path_move(path, inner, 0); /* the other way round, so that it is a hole */
	bd_path_arc(path, 0, 0, inner, 0, -2 * M_PI);
	bd_path_close(path);
}

static void add_sector(bd_path *path, sides *s, double pad)
{
	s->out_from = s->in_from = s->from;
	s->out_to = s->in_to = s->to;
	double distance = hypot(s->inner, s->outer) * sin(pad / 2);
	if (pad / 2 > NEAR) {
		pad_edge(s->outer, distance, &s->out_from, &s->out_to);
		if (s->inner > NEAR)
			pad_edge(s->inner, distance, &s->in_from, &s->in_to);
		else
			pad_edge(NEAR, distance, &s->in_from, &s->in_to);
	}
	if (s->corner > NEAR)
		fit_corners(s);
	add_outer(path, s);
	add_inner(path, s);
	bd_path_close(path);
}

void bd_arc_add(bd_path *path, const bd_arc *arc, double x, double y)
{
	sides s = { .inner = fmax(0, fmin(arc->inner, arc->outer)),
		    .outer = fmax(arc->inner, arc->outer),
		    .from = fmin(arc->start, arc->end) - M_PI / 2,
		    .to = fmax(arc->start, arc->end) - M_PI / 2 };
	if (!(s.outer > NEAR) || !isfinite(s.outer) || !isfinite(s.from) || !isfinite(s.to))
		return;
	s.corner = fmin((s.outer - s.inner) / 2, fmax(0, arc->corner));
	bd_path drawn = bd_path_new(path->arena);
	if (s.to - s.from > 2 * M_PI - NEAR)
		add_ring(&drawn, s.inner, s.outer);
	else
		add_sector(&drawn, &s, fmax(0, arc->pad));
	bd_path_add(path, &drawn, bd_matrix_translate(x, y));
}
