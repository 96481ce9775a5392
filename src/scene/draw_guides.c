/* draw_guides.c - axes, legends, headers and titles into nodes (draw.h). */
#include "scene/draw.h"

#include <math.h>

static bd_node *group_at(bd_node *group, double x, double y, const char *name)
{
	bd_node *own = bd_add_group(group);
	own->group.transform = bd_matrix_translate(x, y);
	own->group.name = name;
	return own;
}

static bool same_style(const bd_guide_line *a, const bd_guide_line *b)
{
	return bd_color_equal(a->color, b->color) && (a == b || a->opacity == b->opacity) &&
	       a->width == b->width && a->dash.lengths == b->dash.lengths && a->cap == b->cap &&
	       a->dash_offset == b->dash_offset;
}

static bool drawable(const bd_guide_line *line)
{
	return isfinite(line->x) && isfinite(line->y) && isfinite(line->x2) && isfinite(line->y2) &&
	       line->width > 0;
}

static void add_guide_line(bd_node *group, const bd_guide_line *line, const bd_path *path)
{
	bd_stroke stroke = { .paint = bd_draw_dimmed(bd_solid(line->color), line->opacity),
			     .width = line->width,
			     .cap = line->cap,
			     .dash = line->dash.lengths,
			     .dash_count = line->dash.count,
			     .dash_offset = line->dash_offset };
	if (path->verb_count && stroke.paint.kind != BD_PAINT_NONE)
		bd_add_shape(group, path, BD_NO_PAINT, stroke);
}

/* Neighbours of one style become one node: lines of an axis run side by side, so none lies over
 * another, and an axis is then a handful of nodes. */
static void add_guide_lines(bd_node *group, const bd_guide_line *lines, size_t count)
{
	for (size_t i = 0, end; i < count; i = end) {
		bd_path *path = BD_NEW(group->group.arena, bd_path);
		*path = bd_path_new(group->group.arena);
		for (end = i; end < count && same_style(&lines[i], &lines[end]); end++) {
			if (!drawable(&lines[end]))
				continue;
			bd_path_move(path, lines[end].x, lines[end].y);
			bd_path_line(path, lines[end].x2, lines[end].y2);
		}
		add_guide_line(group, &lines[i], path);
	}
}

void bd_draw_axis(bd_env *env, const bd_axis_items *axis, bd_node *group)
{
	bd_node *own =
		group_at(group, axis->x + axis->translate, axis->y + axis->translate, "axis");
	add_guide_lines(own, axis->grid.items, axis->grid.count);
	add_guide_lines(own, axis->ticks.items, axis->ticks.count);
	if (axis->has_domain)
		add_guide_lines(own, &axis->domain, 1);
	for (size_t i = 0; i < axis->labels.count; i++)
		bd_draw_guide_text(env, &axis->labels.items[i], own);
	bd_draw_guide_text(env, &axis->title, own);
}

static bd_node *clipped(bd_node *group, bd_rect clip)
{
	if (!(clip.width > 0))
		return group;
	bd_node *own = bd_add_group(group);
	bd_path *path = BD_NEW(group->group.arena, bd_path);
	*path = bd_path_new(group->group.arena);
	bd_path_rect(path, clip);
	own->group.clip = path;
	return own;
}

static void add_symbol(bd_node *group, const bd_legend_symbol *symbol)
{
	group = clipped(group, symbol->clip);
	bd_path *path = BD_NEW(group->group.arena, bd_path),
		shape = bd_path_new(group->group.arena);
	*path = bd_path_new(group->group.arena);
	if (!bd_symbol_path(&shape, symbol->shape, symbol->size))
		return;
	bd_path_add(path, &shape, bd_matrix_translate(symbol->x, symbol->y));
	bd_rect box = bd_path_bounds(path);
	bd_paint fill = bd_draw_dimmed(symbol->fill, symbol->opacity);
	bd_stroke stroke = { .paint = bd_draw_dimmed(symbol->stroke, symbol->opacity),
			     .width = isnan(symbol->stroke_width) ? 1 : symbol->stroke_width,
			     .dash = symbol->dash.lengths,
			     .dash_count = symbol->dash.count,
			     .dash_offset = symbol->dash_offset };
	stroke.paint = bd_draw_over_box(group->group.arena, stroke.paint, box);
	bd_add_shape(group, path, bd_draw_over_box(group->group.arena, fill, box),
		     stroke.width > 0 ? stroke : (bd_stroke){ 0 });
}

static bd_path *rect_path(bd_arena *arena, bd_rect rect, double radius)
{
	bd_path *path = BD_NEW(arena, bd_path);
	const double radii[4] = { radius, radius, radius, radius };
	*path = bd_path_new(arena);
	bd_path_round_rect(path, rect, radii);
	return path;
}

/* A border of 1 px lies on whole pixels, as those of cells do. */
static void add_box(bd_node *group, const bd_legend_items *legend)
{
	bool stroked = legend->stroke.paint.kind != BD_PAINT_NONE && legend->stroke.width > 0;
	if (legend->fill.kind == BD_PAINT_NONE && !stroked)
		return;
	double shift = stroked && legend->stroke.width > 0.5 && legend->stroke.width < 1.5
			       ? 0.5 - fabs(legend->stroke.width - 1)
			       : 0;
	bd_rect box = { shift, shift, legend->width, legend->height };
	bd_add_shape(group, rect_path(group->group.arena, box, legend->corner_radius),
		     bd_draw_over_box(group->group.arena, legend->fill, box), legend->stroke);
}

static void add_gradient(bd_node *group, const bd_legend_items *legend)
{
	const bd_guide_line *border = &legend->gradient_border;
	bd_stroke stroke = { .paint = bd_draw_dimmed(bd_solid(border->color), border->opacity),
			     .width = border->width };
	if (!(stroke.width > 0))
		stroke = (bd_stroke){ 0 };
	if (legend->gradient_box.width > 0) {
		bd_paint fill = bd_draw_over_box(group->group.arena, legend->gradient,
						 legend->gradient_box);
		bd_add_shape(group, rect_path(group->group.arena, legend->gradient_box, 0), fill,
			     stroke);
	}
	for (size_t i = 0; i < legend->bands.count && i < legend->band_paints.count; i++)
		bd_add_shape(group, rect_path(group->group.arena, legend->bands.items[i], 0),
			     bd_draw_dimmed(legend->band_paints.items[i], border->opacity), stroke);
}

void bd_draw_legend(bd_env *env, const bd_legend_items *legend, bd_node *group)
{
	bd_node *own = group_at(group, legend->x, legend->y, "legend");
	add_box(own, legend);
	bd_draw_guide_text(env, &legend->title, own);
	add_gradient(own, legend);
	for (size_t i = 0; i < legend->symbols.count; i++)
		add_symbol(own, &legend->symbols.items[i]);
	for (size_t i = 0; i < legend->labels.count; i++)
		bd_draw_guide_text(env, &legend->labels.items[i], own);
}

void bd_draw_header(bd_env *env, const bd_header_items *header, bd_node *group)
{
	bd_node *own = group_at(group, header->x, header->y, header->role);
	for (size_t i = 0; i < header->axes.count; i++)
		bd_draw_axis(env, &header->axes.items[i], own);
	for (size_t i = 0; i < header->titles.count; i++)
		bd_draw_guide_text(env, &header->titles.items[i], own);
}

void bd_draw_title(bd_env *env, const bd_title_items *title, bd_node *group)
{
	bd_draw_guide_text(env, &title->title, group);
	bd_draw_guide_text(env, &title->subtitle, group);
}
