/* draw_paint.c - paints of items made ready for nodes (draw.h).
 *
 * Opacity goes into each paint, not into a group: fill and stroke are dimmed one by one, as Vega
 * does, and a pushed group would break a PDF's tags. */
#include "scene/draw.h"

#include <math.h>

bd_paint bd_draw_dimmed(bd_paint paint, double opacity)
{
	double by = isnan(opacity) ? 1 : fmax(0, fmin(1, opacity));
	if (paint.kind == BD_PAINT_SOLID) {
		paint.color.a *= by;
		return paint.color.a > 0 ? paint : BD_NO_PAINT;
	}
	paint.opacity *= by;
	return paint.kind == BD_PAINT_NONE || paint.opacity <= 0 ? BD_NO_PAINT : paint;
}

/* A linear gradient is stretched with the box, so its lines of equal colour lean with it: the new
 * vector is the one whose normal they are (SVG 2, 14.2.2, objectBoundingBox). */
static void stretch_linear(bd_gradient *g, const bd_gradient *unit, bd_rect box)
{
	double dx = unit->x2 - unit->x1, dy = unit->y2 - unit->y1, d2 = dx * dx + dy * dy;
	double width = fmax(box.width, 1e-9), height = fmax(box.height, 1e-9);
	double gx = d2 > 0 ? dx / width / d2 : 0, gy = d2 > 0 ? dy / height / d2 : 0;
	double g2 = gx * gx + gy * gy;
	g->x1 = box.x + unit->x1 * box.width;
	g->y1 = box.y + unit->y1 * box.height;
	g->x2 = g->x1 + (g2 > 0 ? gx / g2 : 0);
	g->y2 = g->y1 + (g2 > 0 ? gy / g2 : 0);
}

bd_paint bd_draw_over_box(bd_arena *arena, bd_paint paint, bd_rect box)
{
	if (paint.kind != BD_PAINT_GRADIENT)
		return paint;
	const bd_gradient *unit = paint.gradient;
	bd_gradient *g = BD_NEW(arena, bd_gradient);
	*g = *unit;
	if (unit->radial) { /* circles stay circles */
		double side = fmax(box.width, box.height);
		g->x1 = box.x + unit->x1 * box.width;
		g->y1 = box.y + unit->y1 * box.height;
		g->x2 = box.x + unit->x2 * box.width;
		g->y2 = box.y + unit->y2 * box.height;
		g->r1 = unit->r1 * side;
		g->r2 = unit->r2 * side;
	} else {
		stretch_linear(g, unit, box);
	}
	paint.gradient = g;
	return paint;
}

bd_paint bd_draw_fill(const bd_items *mark, size_t i)
{
	double opacity = bd_number_at(mark->opacity, i), fill = bd_number_at(mark->fill_opacity, i);
	return bd_draw_dimmed(bd_paint_at(&mark->fill, i),
			      (isnan(opacity) ? 1 : opacity) * (isnan(fill) ? 1 : fill));
}

bd_stroke bd_draw_stroke(const bd_items *mark, size_t i)
{
	double opacity = bd_number_at(mark->opacity, i);
	double own = bd_number_at(mark->stroke_opacity, i);
	double width = bd_number_at(mark->stroke_width, i);
	const bd_dash *dash =
		mark->dashes ? &mark->dashes[mark->dash_index ? mark->dash_index[i] : 0] : NULL;
	return (bd_stroke){
		.paint = bd_draw_dimmed(bd_paint_at(&mark->stroke, i),
					(isnan(opacity) ? 1 : opacity) * (isnan(own) ? 1 : own)),
		.width = isnan(width) ? 1 : width,
		.cap = mark->cap,
		.join = mark->join,
		.miter_limit = mark->miter_limit > 0 ? mark->miter_limit : BD_MITER_LIMIT,
		.dash = dash ? dash->lengths : NULL,
		.dash_count = dash ? dash->count : 0,
		.dash_offset = mark->dash_offset
	};
}

bd_node *bd_draw_shape(bd_node *group, const bd_path *path, const bd_line_points *all,
		       const bd_items *mark, size_t i)
{
	bd_paint fill = bd_draw_fill(mark, i);
	bd_stroke stroke = bd_draw_stroke(mark, i);
	bool stroked = stroke.paint.kind != BD_PAINT_NONE && stroke.width > 0;
	if ((!all && path->verb_count == 0) || (fill.kind == BD_PAINT_NONE && !stroked))
		return NULL;
	if (fill.kind == BD_PAINT_GRADIENT || stroke.paint.kind == BD_PAINT_GRADIENT) {
		bd_rect box = all ? all->box : bd_path_bounds(path);
		box = bd_rect_inset(box, stroked ? -stroke.width / 2 : 0);
		fill = bd_draw_over_box(group->group.arena, fill, box);
		stroke.paint = bd_draw_over_box(group->group.arena, stroke.paint, box);
	}
	bd_node *node = bd_add_shape(group, path, fill, stroked ? stroke : (bd_stroke){ 0 });
	node->shape.all = all;
	node->shape.blend = mark->blend;
	return node;
}

bd_node *bd_draw_path(bd_node *group, const bd_path *path, const bd_items *mark, size_t i)
{
	return bd_draw_shape(group, path, NULL, mark, i);
}
