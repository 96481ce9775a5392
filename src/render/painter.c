/* painter.c - the walk over groups and shapes that all cairo backends share (painter.h). */
#include "render/painter.h"

#include <math.h>

/* A layer no larger than what it holds: cairo makes it as large as the clip. */
static void clip_to(cairo_t *cr, bd_rect r)
{
	cairo_rectangle(cr, r.x - 1, r.y - 1, r.width + 2, r.height + 2);
	cairo_clip(cr);
}

static bd_rect content_bounds(const bd_group *g)
{
	bd_node inner = { .kind = BD_NODE_GROUP, .group = *g };
	inner.group.transform = BD_IDENTITY;
	return bd_node_bounds(&inner);
}

static void paint_group(bd_painter *painter, const bd_group *g)
{
	cairo_t *cr = painter->cr;
	bool layer = g->opacity < 1;
	if (!g->first || !(g->opacity > 0))
		return;
	cairo_save(cr);
	bd_cairo_matrix(cr, g->transform);
	if (g->clip) {
		bd_cairo_path(cr, g->clip);
		cairo_clip(cr);
	}
	if (painter->ops->enter)
		painter->ops->enter(painter, g);
	if (layer) {
		clip_to(cr, content_bounds(g));
		cairo_push_group(cr);
		painter->layers++;
	}
	for (const bd_node *n = g->first; n; n = n->next)
		bd_painter_node(painter, n);
	if (layer) {
		painter->layers--;
		cairo_pop_group_to_source(cr);
		cairo_paint_with_alpha(cr, g->opacity);
	}
	if (painter->ops->leave)
		painter->ops->leave(painter, g);
	cairo_restore(cr);
}

/* A longer stroke is worth being cut; dashes must run on. */
static bool is_long(const bd_shape *s)
{
	return (s->all || s->path->verb_count > 256) && s->stroke.paint.kind != BD_PAINT_NONE &&
	       !(s->stroke.dash && s->stroke.dash_count);
}

static void paint_shape(bd_painter *painter, const bd_shape *s)
{
	static const bd_stroke no_stroke = { 0 };
	cairo_t *cr = painter->cr;
	bool own = painter->ops->stroke && is_long(s);
	if (s->blend)
		cairo_set_operator(cr, bd_cairo_operator(s->blend));
	cairo_set_fill_rule(cr, s->even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
	cairo_new_path(cr);
	if (!own || s->fill.kind != BD_PAINT_NONE) {
		bd_cairo_path(cr, bd_shape_path(s, painter->arena));
		bd_cairo_fill_and_stroke(painter, &s->fill, own ? &no_stroke : &s->stroke, 1);
	}
	if (own)
		painter->ops->stroke(painter, s);
	if (s->blend)
		cairo_set_operator(cr, CAIRO_OPERATOR_OVER);
}

void bd_painter_stamps(bd_painter *painter, const bd_stamps *s)
{
	static const bd_paint no_paint = { .kind = BD_PAINT_NONE };
	static const bd_stroke no_stroke = { 0 };
	cairo_t *cr = painter->cr;
	cairo_matrix_t before;
	cairo_get_matrix(cr, &before);
	cairo_set_fill_rule(cr, CAIRO_FILL_RULE_WINDING);
	for (size_t i = 0; i < s->count; i++) {
		size_t look = bd_stamp_look(s, i);
		bd_matrix m = bd_stamp_matrix(s, i);
		if (!(m.a > 0 && m.d > 0))
			continue;
		cairo_new_path(cr);
		bd_cairo_matrix(cr, m);
		bd_cairo_path(cr, bd_stamp_shape(s, i));
		cairo_set_matrix(cr, &before); /* widths are not scaled */
		bd_cairo_fill_and_stroke(painter, s->fills ? &s->fills[look] : &no_paint,
					 s->strokes ? &s->strokes[look] : &no_stroke, 1);
	}
}

void bd_painter_pixels(bd_painter *painter, const bd_image *image)
{
	cairo_t *cr = painter->cr;
	bd_rect box = image->box;
	if (!image->pixels || image->width <= 0 || image->height <= 0)
		return;
	/* cairo only reads from it */
	cairo_surface_t *surface = cairo_image_surface_create_for_data(
		(unsigned char *)(uintptr_t)image->pixels, CAIRO_FORMAT_ARGB32, image->width,
		image->height, image->stride);
	cairo_save(cr);
	cairo_rectangle(cr, box.x, box.y, box.width, box.height);
	cairo_clip(cr);
	bd_cairo_matrix(cr, (bd_matrix){ box.width / image->width, 0, 0, box.height / image->height,
					 box.x, box.y });
	cairo_set_source_surface(cr, surface, 0, 0);
	cairo_pattern_t *source = cairo_get_source(cr);
	cairo_pattern_set_extend(source, CAIRO_EXTEND_PAD); /* no see-through edge */
	cairo_pattern_set_filter(source, image->smooth ? CAIRO_FILTER_GOOD : CAIRO_FILTER_NEAREST);
	cairo_paint_with_alpha(cr, image->opacity);
	cairo_restore(cr);
	cairo_surface_destroy(surface);
}

void bd_painter_node(bd_painter *painter, const bd_node *node)
{
	switch (node->kind) {
	case BD_NODE_GROUP: paint_group(painter, &node->group); break;
	case BD_NODE_PATH: paint_shape(painter, &node->shape); break;
	case BD_NODE_GLYPHS: painter->ops->glyphs(painter, &node->glyphs); break;
	case BD_NODE_IMAGE: painter->ops->image(painter, &node->image); break;
	case BD_NODE_STAMPS: painter->ops->stamps(painter, &node->stamps); break;
	}
}

cairo_pattern_t *bd_painter_tile(bd_painter *inner, cairo_surface_t *surface,
				 const bd_pattern *pattern, double opacity)
{
	bd_node dimmed = *pattern->tile;
	dimmed.group.opacity *= opacity;
	bd_painter_node(inner, &dimmed);
	cairo_destroy(inner->cr);
	cairo_pattern_t *source = cairo_pattern_create_for_surface(surface);
	cairo_surface_destroy(surface);
	cairo_pattern_set_extend(source, CAIRO_EXTEND_REPEAT);
	return source;
}

void bd_painter_page(bd_painter *painter, const bd_scene_page *page)
{
	bd_color c = page->background;
	if (c.a > 0) {
		cairo_set_source_rgba(painter->cr, c.r, c.g, c.b, c.a);
		cairo_paint(painter->cr); /* the surface is trim and bleed, no more */
	}
	bd_painter_node(painter, page->root);
}
