/* check.c - finite numbers, bounded depth (check.h). */
#include "scene/check.h"

#include "base/limits.h"
#include <math.h>

typedef struct checker {
	bd_diags *diags;
	const char *origin; /* of the innermost group that has one */
	bool complained;
} checker;

/* Infinities and NaN alone make it NaN, whatever the sum of the finite ones. */
static double finite_sum(const double *numbers, size_t count)
{
	double sum = 0;
	for (size_t i = 0; i < count; i++)
		sum += numbers[i] * 0;
	return sum;
}

static bool finite_numbers(const double *numbers, size_t count)
{
	return !numbers || finite_sum(numbers, count) == 0;
}

#define FINITE(...)                                     \
	finite_numbers((const double[]){ __VA_ARGS__ }, \
		       sizeof((const double[]){ __VA_ARGS__ }) / sizeof(double))

static bool matrix_ok(bd_matrix m)
{
	return FINITE(m.a, m.b, m.c, m.d, m.e, m.f);
}

static bool path_ok(const bd_path *path)
{
	return !path || finite_numbers((const double *)path->points, 2 * path->point_count);
}

/* A long line was looked at when it was made. */
static bool shape_ok(const bd_shape *shape)
{
	return shape->all || path_ok(shape->path);
}

static bool color_ok(bd_color c)
{
	return FINITE(c.r, c.g, c.b, c.a);
}

static bool gradient_ok(const bd_gradient *g)
{
	for (size_t i = 0; i < g->stop_count; i++)
		if (!color_ok(g->stops[i].color) || !isfinite(g->stops[i].offset))
			return false;
	return FINITE(g->x1, g->y1, g->r1, g->x2, g->y2, g->r2);
}

static bool node_ok(const bd_node *node, checker *c, int depth);

static bool paint_ok(const bd_paint *paint, checker *c, int depth)
{
	switch (paint->kind) {
	case BD_PAINT_NONE: return true;
	case BD_PAINT_SOLID: return color_ok(paint->color);
	case BD_PAINT_GRADIENT: return isfinite(paint->opacity) && gradient_ok(paint->gradient);
	case BD_PAINT_PATTERN:
		return FINITE(paint->opacity, paint->pattern->width, paint->pattern->height) &&
		       matrix_ok(paint->pattern->transform) &&
		       node_ok(paint->pattern->tile, c, depth + 1);
	}
	return false;
}

static bool stroke_ok(const bd_stroke *s, checker *c, int depth)
{
	return paint_ok(&s->paint, c, depth) && FINITE(s->width, s->miter_limit, s->dash_offset) &&
	       finite_numbers(s->dash, s->dash_count);
}

static bool glyphs_ok(const bd_glyphs *g, checker *c, int depth)
{
	for (size_t i = 0; i < g->run.glyph_count; i++)
		if (!FINITE(g->run.glyphs[i].x, g->run.glyphs[i].y))
			return false;
	return FINITE(g->x, g->y, g->run.size) && paint_ok(&g->fill, c, depth) &&
	       stroke_ok(&g->stroke, c, depth);
}

static bool stamps_ok(const bd_stamps *s, checker *c, int depth)
{
	for (size_t i = 0; i < s->looks; i++) {
		if (s->fills && !paint_ok(&s->fills[i], c, depth))
			return false;
		if (s->strokes && !stroke_ok(&s->strokes[i], c, depth))
			return false;
		if (s->shapes && !path_ok(s->shapes[i]))
			return false;
	}
	return path_ok(s->shape) && finite_numbers(s->scale_y, s->count) &&
	       finite_numbers(s->x, s->count) && finite_numbers(s->y, s->count) &&
	       finite_numbers(s->scale, s->count);
}

/* Complains where a mistake first shows, which knows the nearest origin. */
static bool group_ok(const bd_group *group, checker *c, int depth)
{
	const char *outer = c->origin;
	if (group->origin)
		c->origin = group->origin;
	bool ok = matrix_ok(group->transform) && isfinite(group->opacity) && path_ok(group->clip);
	for (const bd_node *n = group->first; n && ok; n = n->next)
		ok = node_ok(n, c, depth + 1);
	if (!ok && !c->complained) {
		bd_error(c->diags, NULL, BD_NOT_FINITE, c->origin ? c->origin : "");
		c->complained = true;
	}
	c->origin = outer;
	return ok;
}

static bool node_ok(const bd_node *node, checker *c, int depth)
{
	if (depth > 4 * BD_MAX_DEPTH) { /* our walkers recurse */
		if (!c->complained)
			bd_error(c->diags, NULL, BD_TOO_DEEP,
				 bd_number_text(c->diags->arena, depth));
		c->complained = true;
		return false;
	}
	switch (node->kind) {
	case BD_NODE_GROUP: return group_ok(&node->group, c, depth);
	case BD_NODE_PATH:
		return shape_ok(&node->shape) && paint_ok(&node->shape.fill, c, depth) &&
		       stroke_ok(&node->shape.stroke, c, depth);
	case BD_NODE_GLYPHS: return glyphs_ok(&node->glyphs, c, depth);
	case BD_NODE_IMAGE: {
		bd_rect b = node->image.box;
		return FINITE(b.x, b.y, b.width, b.height, node->image.opacity);
	}
	case BD_NODE_STAMPS: return stamps_ok(&node->stamps, c, depth);
	}
	return false;
}

bool bd_scene_check(const bd_scene *scene, bd_diags *diags)
{
	checker c = { .diags = diags };
	bool ok = true;
	for (size_t i = 0; i < scene->page_count; i++) {
		const bd_scene_page *page = &scene->pages[i];
		bd_page_geometry g = page->geometry;
		if (!FINITE(g.width, g.height, g.bleed, g.unit) || !color_ok(page->background)) {
			bd_error(diags, NULL, BD_NOT_FINITE, "");
			ok = false;
		}
		ok = node_ok(page->root, &c, 0) && ok;
	}
	return ok;
}
