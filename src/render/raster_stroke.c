/* raster_stroke.c - see raster_stroke.h.
 *
 * Each piece begins with the last segment of the one before, so that joins are whole. Where paint
 * is translucent, overlaps must not show: the pieces are gathered in a mask then. */
#include "render/raster_stroke.h"

#include "render/raster_line.h"
#include <math.h>

static const size_t PER_PIECE = 32; /* segments of one piece */

typedef struct cutter {
	cairo_t *cr;
	size_t segments; /* of the piece at hand */
	bd_verb last_verb;
	bd_point from, now, start; /* of the last segment; the current point; of the sub-path */
	const bd_point *last;      /* the last segment's points; NULL: none to begin with */
} cutter;

static void add(cutter *c, bd_verb verb, const bd_point *p)
{
	if (verb == BD_CURVE)
		cairo_curve_to(c->cr, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x, p[2].y);
	else
		cairo_line_to(c->cr, p->x, p->y);
	c->segments++;
}

static void stroke_piece(cutter *c)
{
	cairo_stroke(c->cr);
	c->segments = 0;
}

static void next_piece(cutter *c)
{
	stroke_piece(c);
	cairo_move_to(c->cr, c->from.x, c->from.y);
	add(c, c->last_verb, c->last);
}

static void segment(cutter *c, bd_verb verb, const bd_point *p)
{
	if (c->segments >= PER_PIECE && c->last)
		next_piece(c);
	add(c, verb, p);
	c->from = c->now;
	c->now = verb == BD_CURVE ? p[2] : *p;
	c->last = p;
	c->last_verb = verb;
}

/* A sub-path that closes keeps its corner by going on along its first segment. */
static void stroke_pieces(cairo_t *cr, const bd_path *path)
{
	cutter c = { .cr = cr };
	const bd_point *p = path->points, *first = NULL;
	bd_verb first_verb = BD_LINE;
	cairo_new_path(cr);
	for (size_t i = 0; i < path->verb_count; i++) {
		bd_verb verb = path->verbs[i];
		switch (verb) {
		case BD_MOVE:
			stroke_piece(&c);
			cairo_move_to(cr, p->x, p->y);
			c.start = c.now = *p++;
			c.last = first = NULL;
			break;
		case BD_CLOSE:
			segment(&c, BD_LINE, &c.start);
			if (first)
				add(&c, first_verb, first);
			stroke_piece(&c);
			cairo_move_to(cr, c.start.x, c.start.y);
			c.now = c.start;
			c.last = first = NULL;
			break;
		default:
			if (!first) {
				first = p;
				first_verb = verb;
			}
			segment(&c, verb, p);
			p += verb == BD_CURVE ? 3 : 1;
		}
	}
	stroke_piece(&c);
}

static bool is_opaque(const bd_painter *painter, const bd_paint *paint)
{
	return paint->kind == BD_PAINT_SOLID && paint->color.a >= 1 &&
	       cairo_get_operator(painter->cr) == CAIRO_OPERATOR_OVER;
}

/* The pieces as a mask over what the clip leaves, then the paint through it. */
static void stroke_through_mask(bd_painter *painter, const bd_path *path, const bd_stroke *stroke)
{
	cairo_t *cr = painter->cr;
	cairo_matrix_t m;
	double x0, y0, x1, y1;
	cairo_get_matrix(cr, &m);
	cairo_save(cr);
	cairo_identity_matrix(cr);
	cairo_clip_extents(cr, &x0, &y0, &x1, &y1);
	cairo_restore(cr);
	int left = (int)floor(x0), top = (int)floor(y0);
	int width = (int)ceil(x1) - left, height = (int)ceil(y1) - top;
	if (width <= 0 || height <= 0)
		return;
	cairo_surface_t *mask = cairo_image_surface_create(CAIRO_FORMAT_A8, width, height);
	cairo_t *inner = cairo_create(mask);
	cairo_translate(inner, -left, -top);
	cairo_transform(inner, &m);
	bd_cairo_stroke_style(inner, stroke);
	stroke_pieces(inner, path);
	cairo_destroy(inner);
	if (bd_cairo_source(painter, &stroke->paint, 1)) {
		cairo_save(cr);
		cairo_identity_matrix(cr);
		cairo_mask_surface(cr, mask, left, top);
		cairo_restore(cr);
	}
	cairo_surface_destroy(mask);
}

void bd_raster_stroke(bd_painter *painter, const bd_shape *shape)
{
	const bd_stroke *stroke = &shape->stroke;
	if (!bd_cairo_stroke_style(painter->cr, stroke))
		return;
	if (shape->all && bd_raster_all(painter, shape->all, stroke))
		return;
	bd_path within = bd_cairo_clamped(painter, bd_shape_path(shape, painter->arena));
	if (bd_raster_line(painter, &within, stroke))
		return;
	if (!is_opaque(painter, &stroke->paint))
		stroke_through_mask(painter, &within, stroke);
	else if (bd_cairo_source(painter, &stroke->paint, 1))
		stroke_pieces(painter->cr, &within);
	cairo_new_path(painter->cr);
}
