/* cairo_shape.c - see cairo_shape.h. */
#include "render/cairo_shape.h"

#include "base/limits.h"
#include "base/str.h"
#include "render/painter.h"

#include <math.h>
#include <string.h>

void bd_cairo_matrix(cairo_t *cr, bd_matrix m)
{
	cairo_matrix_t matrix = { m.a, m.b, m.c, m.d, m.e, m.f }, current;
	cairo_get_matrix(cr, &current);
	cairo_matrix_multiply(&current, &matrix, &current);
	/* cairo refuses a matrix without inverse for good; what it would draw has no area */
	double determinant = current.xx * current.yy - current.xy * current.yx;
	if (fabs(determinant) < 1e-12)
		cairo_matrix_init(&current, 1e-6, 0, 0, 1e-6, current.x0, current.y0);
	cairo_set_matrix(cr, &current);
}

/* How far user coordinates may go so that device coordinates stay within the limit. */
static double farthest(cairo_t *cr)
{
	cairo_matrix_t m;
	cairo_get_matrix(cr, &m);
	double scale = fmax(fabs(m.xx) + fabs(m.xy), fabs(m.yx) + fabs(m.yy));
	return BD_MAX_COORDINATE / fmax(scale, 1e-6);
}

static bd_point within(bd_point p, double limit)
{
	return (bd_point){ fmin(fmax(p.x, -limit), limit), fmin(fmax(p.y, -limit), limit) };
}

void bd_cairo_path(cairo_t *cr, const bd_path *path)
{
	double limit = farthest(cr);
	const bd_point *p = path->points;
	for (size_t i = 0; i < path->verb_count; i++) {
		bd_point at =
			p < path->points + path->point_count ? within(*p, limit) : (bd_point){ 0 };
		switch (path->verbs[i]) {
		case BD_MOVE:
			cairo_move_to(cr, at.x, at.y);
			p++;
			break;
		case BD_LINE:
			cairo_line_to(cr, at.x, at.y);
			p++;
			break;
		case BD_CURVE: {
			bd_point b = within(p[1], limit), c = within(p[2], limit);
			cairo_curve_to(cr, at.x, at.y, b.x, b.y, c.x, c.y);
			p += 3;
			break;
		}
		case BD_CLOSE: cairo_close_path(cr); break;
		}
	}
}

bd_path bd_cairo_clamped(bd_painter *painter, const bd_path *path)
{
	double limit = farthest(painter->cr);
	bd_path copy = *path;
	for (size_t i = 0; i < path->point_count; i++) {
		bd_point p = within(path->points[i], limit);
		if (p.x == path->points[i].x && p.y == path->points[i].y)
			continue;
		if (copy.points == path->points) {
			copy.points = BD_ARRAY(painter->arena, path->point_count, bd_point);
			memcpy(copy.points, path->points, path->point_count * sizeof *copy.points);
		}
		copy.points[i] = p;
	}
	return copy;
}

static cairo_pattern_t *gradient_pattern(const bd_gradient *g, double opacity)
{
	cairo_pattern_t *pattern =
		g->radial ? cairo_pattern_create_radial(g->x1, g->y1, g->r1, g->x2, g->y2, g->r2)
			  : cairo_pattern_create_linear(g->x1, g->y1, g->x2, g->y2);
	cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD);
	for (size_t i = 0; i < g->stop_count; i++) {
		bd_color c = g->stops[i].color;
		cairo_pattern_add_color_stop_rgba(pattern, g->stops[i].offset, c.r, c.g, c.b,
						  c.a * opacity);
	}
	return pattern;
}

bool bd_cairo_source(bd_painter *painter, const bd_paint *paint, double opacity)
{
	cairo_pattern_t *pattern = NULL;
	switch (paint->kind) {
	case BD_PAINT_NONE: return false;
	case BD_PAINT_SOLID:
		if (!(paint->color.a * opacity > 0))
			return false;
		cairo_set_source_rgba(painter->cr, paint->color.r, paint->color.g, paint->color.b,
				      paint->color.a * opacity);
		return true;
	case BD_PAINT_GRADIENT:
		pattern = gradient_pattern(paint->gradient, opacity * paint->opacity);
		break;
	case BD_PAINT_PATTERN:
		pattern = painter->ops->tile(painter, paint->pattern, opacity * paint->opacity);
		break;
	}
	if (!pattern)
		return false;
	cairo_set_source(painter->cr, pattern);
	cairo_pattern_destroy(pattern);
	return true;
}

static void set_dashes(cairo_t *cr, const bd_stroke *s)
{
	double total = 0, dashes[64];
	int count = s->dash && s->dash_count < 64 ? (int)s->dash_count : 0;
	for (int i = 0; i < count; i++)
		total += dashes[i] = fmax(0, s->dash[i]);
	/* dashes finer than a hundredth cannot be told from a solid line, but take for ever */
	if (total < 0.01)
		count = 0;
	cairo_set_dash(cr, dashes, count, s->dash_offset);
}

bool bd_cairo_stroke_style(cairo_t *cr, const bd_stroke *s)
{
	static const cairo_line_cap_t caps[] = { CAIRO_LINE_CAP_BUTT, CAIRO_LINE_CAP_ROUND,
						 CAIRO_LINE_CAP_SQUARE };
	static const cairo_line_join_t joins[] = { CAIRO_LINE_JOIN_MITER, CAIRO_LINE_JOIN_ROUND,
						   CAIRO_LINE_JOIN_BEVEL };
	if (s->paint.kind == BD_PAINT_NONE || !(s->width > 0))
		return false;
	cairo_set_line_width(cr, fmin(s->width, farthest(cr)));
	cairo_set_line_cap(cr, caps[s->cap]);
	cairo_set_line_join(cr, joins[s->join]);
	cairo_set_miter_limit(cr, s->miter_limit > 0 ? s->miter_limit : 10);
	set_dashes(cr, s);
	return true;
}

void bd_cairo_fill_and_stroke(bd_painter *painter, const bd_paint *fill, const bd_stroke *stroke,
			      double opacity)
{
	if (bd_cairo_source(painter, fill, opacity))
		cairo_fill_preserve(painter->cr);
	if (bd_cairo_stroke_style(painter->cr, stroke) &&
	    bd_cairo_source(painter, &stroke->paint, opacity))
		cairo_stroke_preserve(painter->cr);
	cairo_new_path(painter->cr);
}

cairo_operator_t bd_cairo_operator(const char *blend)
{
	static const struct {
		const char *name;
		cairo_operator_t op;
	} all[] = {
		{ "multiply", CAIRO_OPERATOR_MULTIPLY },
		{ "screen", CAIRO_OPERATOR_SCREEN },
		{ "overlay", CAIRO_OPERATOR_OVERLAY },
		{ "darken", CAIRO_OPERATOR_DARKEN },
		{ "lighten", CAIRO_OPERATOR_LIGHTEN },
		{ "color-dodge", CAIRO_OPERATOR_COLOR_DODGE },
		{ "color-burn", CAIRO_OPERATOR_COLOR_BURN },
		{ "hard-light", CAIRO_OPERATOR_HARD_LIGHT },
		{ "soft-light", CAIRO_OPERATOR_SOFT_LIGHT },
		{ "difference", CAIRO_OPERATOR_DIFFERENCE },
		{ "exclusion", CAIRO_OPERATOR_EXCLUSION },
		{ "hue", CAIRO_OPERATOR_HSL_HUE },
		{ "saturation", CAIRO_OPERATOR_HSL_SATURATION },
		{ "color", CAIRO_OPERATOR_HSL_COLOR },
		{ "luminosity", CAIRO_OPERATOR_HSL_LUMINOSITY },
	};
	for (size_t i = 0; blend && i < sizeof all / sizeof *all; i++)
		if (bd_streq(blend, all[i].name))
			return all[i].op;
	return CAIRO_OPERATOR_OVER;
}
