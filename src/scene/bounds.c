/* bounds.c - what a node covers. Strokes count with half their width and mitred corners with their
 * tips; round what is hard to tell (caps, markers), a box may be a little too large, never too
 * small. */
#include "scene/scene.h"

#include <math.h>

static bd_rect grown(bd_rect r, double by)
{
	return (bd_rect){ r.x - by, r.y - by, r.width + 2 * by, r.height + 2 * by };
}

/* Adds the tip of a mitred corner at `p` between two directions (SVG 2, 13.5.5); `half` a width. */
static void add_tip(bd_rect *box, bd_point p, bd_point u, bd_point v, double half, double limit)
{
	double lu = hypot(u.x, u.y), lv = hypot(v.x, v.y);
	if (lu <= 0 || lv <= 0)
		return;
	bd_point out = { u.x / lu - v.x / lv, u.y / lu - v.y / lv };
	/* |out| is twice the cosine of half the turn, which is the sine of half the angle between
	 */
	double cosine = (u.x * v.x + u.y * v.y) / (lu * lv);
	double half_sine = sqrt(fmax(0, (1 + cosine) / 2)), length = hypot(out.x, out.y);
	if (length <= 0 || half_sine * limit < 1)
		return;
	double reach = half / half_sine / length;
	bd_point tip = { p.x + out.x * reach, p.y + out.y * reach };
	double x = fmin(box->x, tip.x), y = fmin(box->y, tip.y);
	*box = (bd_rect){ x, y, fmax(box->x + box->width, tip.x) - x,
			  fmax(box->y + box->height, tip.y) - y };
}

/* Directions at the start and end of a segment: of a curve, towards its control points. */
static void directions(bd_point from, const bd_point *p, size_t count, bd_point *out, bd_point *in)
{
	bd_point to = p[count - 1], last = count > 1 ? p[count - 2] : from;
	*out = (bd_point){ p[0].x - from.x, p[0].y - from.y };
	*in = (bd_point){ to.x - last.x, to.y - last.y };
}

/* Widens `box` to hold the tips of all mitred corners. */
static void add_tips(bd_rect *box, const bd_path *path, double half, double limit)
{
	const bd_point *p = path->points;
	bd_point at = { 0 }, start = { 0 }, first = { 0 }, incoming = { 0 };
	size_t segments = 0;
	for (size_t i = 0; i < path->verb_count; i++) {
		bd_verb verb = path->verbs[i];
		size_t count = verb == BD_CURVE ? 3 : 1;
		if (verb == BD_MOVE) {
			at = start = *p++;
			segments = 0;
			continue;
		}
		bd_point out, in;
		directions(at, verb == BD_CLOSE ? &start : p, count, &out, &in);
		if (segments++ == 0)
			first = out;
		else if (out.x != 0 || out.y != 0)
			add_tip(box, at, incoming, out, half, limit);
		if (in.x != 0 || in.y != 0)
			incoming = in;
		at = verb == BD_CLOSE ? start : p[count - 1];
		if (verb == BD_CLOSE)
			add_tip(box, at, incoming, first, half, limit);
		else
			p += count;
	}
}

static bd_rect stroked(const bd_path *path, const bd_stroke *s)
{
	bd_rect box = bd_path_bounds(path);
	if (s->paint.kind == BD_PAINT_NONE || path->verb_count == 0)
		return box;
	double half = s->width / 2, limit = s->miter_limit > 0 ? s->miter_limit : 10;
	box = grown(box, s->cap == BD_CAP_SQUARE ? half * M_SQRT2 : half);
	if (s->join == BD_JOIN_MITER)
		add_tips(&box, path, half, limit);
	return box;
}

static bd_rect shape_bounds(const bd_shape *shape)
{
	bd_arena scratch = { 0 };
	bd_rect box = stroked(bd_shape_path(shape, &scratch), &shape->stroke);
	bd_arena_free(&scratch);
	return box;
}

static bd_rect transformed(bd_rect r, bd_matrix m)
{
	const bd_point corners[] = { { r.x, r.y },
				     { r.x + r.width, r.y },
				     { r.x, r.y + r.height },
				     { r.x + r.width, r.y + r.height } };
	double x0 = INFINITY, y0 = INFINITY, x1 = -INFINITY, y1 = -INFINITY;
	for (int i = 0; i < 4; i++) {
		bd_point p = bd_matrix_apply(m, corners[i]);
		x0 = fmin(x0, p.x), x1 = fmax(x1, p.x);
		y0 = fmin(y0, p.y), y1 = fmax(y1, p.y);
	}
	return (bd_rect){ x0, y0, x1 - x0, y1 - y0 };
}

static bd_rect intersection(bd_rect a, bd_rect b)
{
	double x = fmax(a.x, b.x), y = fmax(a.y, b.y);
	return (bd_rect){ x, y, fmax(0, fmin(a.x + a.width, b.x + b.width) - x),
			  fmax(0, fmin(a.y + a.height, b.y + b.height) - y) };
}

static bd_rect group_bounds(const bd_group *g)
{
	bd_rect all = { 0 };
	for (const bd_node *n = g->first; n; n = n->next)
		all = bd_rect_union(all, bd_node_bounds(n));
	if (g->clip)
		all = intersection(all, bd_path_bounds(g->clip));
	return all.width > 0 || all.height > 0 ? transformed(all, g->transform) : all;
}

/* From the outlines, so only as dear as it is exact: layout has the lines' own ink. */
static bd_rect glyphs_bounds(const bd_glyphs *g)
{
	bd_rect all = { 0 };
	double em = g->run.size / bd_face_units_per_em(g->run.face);
	for (size_t i = 0; i < g->run.glyph_count; i++) {
		const bd_glyph *glyph = &g->run.glyphs[i];
		bd_rect box;
		if (!bd_face_outline_box(g->run.face, glyph->id, &box))
			continue;
		all = bd_rect_union(all, (bd_rect){ g->x + glyph->x + box.x * em,
						    g->y + glyph->y - (box.y + box.height) * em,
						    box.width * em, box.height * em });
	}
	return g->stroke.paint.kind ? grown(all, g->stroke.width / 2) : all;
}

static bd_rect stamps_bounds(const bd_stamps *s)
{
	const bd_path *last = s->shape;
	bd_rect shape = bd_path_bounds(last), all = { 0 };
	for (size_t i = 0; i < s->count; i++) {
		bd_matrix m = bd_stamp_matrix(s, i);
		const bd_stroke *stroke = s->strokes ? &s->strokes[bd_stamp_look(s, i)] : NULL;
		if (bd_stamp_shape(s, i) != last)
			shape = bd_path_bounds(last = bd_stamp_shape(s, i));
		bd_rect at = { m.e + shape.x * m.a, m.f + shape.y * m.d, shape.width * m.a,
			       shape.height * m.d };
		if (stroke && stroke->paint.kind)
			at = grown(at, stroke->width / 2 * M_SQRT2);
		all = bd_rect_union(all, at);
	}
	return all;
}

bd_rect bd_node_bounds(const bd_node *node)
{
	switch (node->kind) {
	case BD_NODE_GROUP: return group_bounds(&node->group);
	case BD_NODE_PATH: return shape_bounds(&node->shape);
	case BD_NODE_GLYPHS: return glyphs_bounds(&node->glyphs);
	case BD_NODE_IMAGE: return node->image.box;
	case BD_NODE_STAMPS: return stamps_bounds(&node->stamps);
	}
	return (bd_rect){ 0 };
}
