/* draw_many.c - thousands of rectangles, and of rules that run along an axis, which are rectangles
 * too (draw.h). A node for each would take a kilobyte, and cairo some microseconds to begin and end
 * it. So they become stamps of a square. But where some are finer than a pixel, painting one after
 * the other would lose most of them to rounding: opaque ones of one colour become one outline then,
 * many at a time. */
#include "scene/draw.h"

#include <math.h>

/* Few enough in an outline that cairo, which looks through all that overlap for each, is quick. */
enum { MANY = 5000, BOXES_OF_PATH = 128 };
static const double FINE = 0.5; /* px */

static double or_zero(bd_numbers numbers, size_t i)
{
	double number = bd_number_at(numbers, i);
	return isfinite(number) ? number : 0;
}

bd_rect bd_draw_box(const bd_items *m, size_t i)
{
	bd_rect box = { or_zero(m->x, i), or_zero(m->y, i), or_zero(m->width, i),
			or_zero(m->height, i) };
	if (box.width < 0)
		box = (bd_rect){ box.x + box.width, box.y, -box.width, box.height };
	if (box.height < 0)
		box = (bd_rect){ box.x, box.y + box.height, box.width, -box.height };
	return box;
}

/* What a rule covers that runs along an axis; nothing where it is only a point. */
static bd_rect box_of_rule(const bd_items *m, size_t i)
{
	double x = or_zero(m->x, i), y = or_zero(m->y, i), width = bd_number_at(m->stroke_width, i);
	double x2 = bd_number_at(m->x2, i), y2 = bd_number_at(m->y2, i);
	x2 = isfinite(x2) ? x2 : x;
	y2 = isfinite(y2) ? y2 : y;
	width = isnan(width) ? 1 : fmax(width, 0);
	return x == x2 ? (bd_rect){ x - width / 2, fmin(y, y2), width, fabs(y2 - y) }
		       : (bd_rect){ fmin(x, x2), y - width / 2, fabs(x2 - x), width };
}

/* How items are seen as boxes. */
typedef struct boxes {
	const bd_items *m;
	bd_rect (*box)(const bd_items *m, size_t i);
	bool rules; /* painted as their strokes say */
} boxes;

static bd_paint paint_at(const boxes *b, size_t i)
{
	return b->rules ? bd_draw_stroke(b->m, i).paint : bd_draw_fill(b->m, i);
}

static bool all_flat(const bd_paints *paints)
{
	for (size_t i = 0; i < paints->count; i++)
		if (paints->palette[i].kind != BD_PAINT_NONE &&
		    paints->palette[i].kind != BD_PAINT_SOLID)
			return false;
	return true;
}

static bool has_strokes(const bd_items *m)
{
	for (size_t i = 0; i < m->stroke.count; i++)
		if (m->stroke.palette[i].kind != BD_PAINT_NONE)
			return true;
	return false;
}

static bool are_rects(const bd_items *m)
{
	if (has_strokes(m) || !all_flat(&m->fill))
		return false;
	for (int k = 0; k < 4; k++)
		if (m->corner_radius[k].each || m->corner_radius[k].one > 0)
			return false;
	return true;
}

static bool are_upright_rules(const bd_items *m)
{
	if (m->cap != BD_CAP_BUTT || !all_flat(&m->stroke))
		return false;
	for (size_t i = 0; m->dashes && i < m->count; i++)
		if (m->dashes[m->dash_index ? m->dash_index[i] : 0].count)
			return false;
	for (size_t i = 0; i < m->count; i++) {
		double x2 = bd_number_at(m->x2, i), y2 = bd_number_at(m->y2, i);
		if (isfinite(x2) && isfinite(y2) && x2 != or_zero(m->x, i) &&
		    y2 != or_zero(m->y, i))
			return false;
	}
	return true;
}

/* Solid and opaque all, whatever their colours. */
static bool are_opaque(const boxes *b, const bd_looks *looks)
{
	for (size_t i = 0; i < looks->count; i++) {
		bd_paint paint = paint_at(b, looks->first[i]);
		if (paint.kind != BD_PAINT_SOLID || paint.color.a < 1)
			return false;
	}
	return true;
}

static size_t look_at(const bd_looks *looks, size_t k)
{
	return looks->of ? looks->of[k] : 0;
}

/* Runs of one colour as outlines. */
static void draw_outlines(const boxes *b, const bd_looks *looks, const uint32_t *items,
			  size_t count, bd_node *group)
{
	bd_arena *arena = group->group.arena;
	for (size_t k = 0, end; k < count; k = end) {
		bd_path *path = BD_NEW(arena, bd_path);
		*path = bd_path_new(arena);
		for (end = k; end < count && end - k < BOXES_OF_PATH; end++) {
			if (look_at(looks, end) != look_at(looks, k))
				break;
			bd_path_rect(path, b->box(b->m, items[end]));
		}
		bd_add_shape(group, path, paint_at(b, items[k]), (bd_stroke){ 0 });
	}
}

static void draw_stamps(const boxes *b, const bd_looks *looks, const uint32_t *items, size_t count,
			bd_node *group)
{
	bd_arena *arena = group->group.arena;
	double *x = BD_ARRAY(arena, count, double), *y = BD_ARRAY(arena, count, double);
	double *width = BD_ARRAY(arena, count, double), *height = BD_ARRAY(arena, count, double);
	bd_paint *fills = BD_ARRAY(arena, looks->count, bd_paint);
	bd_path *square = BD_NEW(arena, bd_path);
	*square = bd_path_new(arena);
	bd_path_rect(square, (bd_rect){ 0, 0, 1, 1 });
	for (size_t k = 0; k < count; k++) {
		bd_rect box = b->box(b->m, items[k]);
		x[k] = box.x;
		y[k] = box.y;
		width[k] = box.width;
		height[k] = box.height;
	}
	for (size_t i = 0; i < looks->count; i++)
		fills[i] = paint_at(b, looks->first[i]);
	bd_add_stamps(group, (bd_stamps){ .shape = square,
					  .count = count,
					  .x = x,
					  .y = y,
					  .scale = width,
					  .scale_y = height,
					  .looks = looks->count,
					  .look = looks->of,
					  .fills = fills });
}

static void draw(const boxes *b, bd_node *group)
{
	bd_arena passing = { 0 };
	uint32_t *items = BD_ARRAY(&passing, b->m->count, uint32_t);
	size_t count = 0;
	double finest = INFINITY;
	for (size_t i = 0; i < b->m->count; i++) {
		bd_rect box = b->box(b->m, i);
		if (!(box.width > 0 && box.height > 0))
			continue;
		items[count++] = (uint32_t)i;
		finest = fmin(finest, fmin(box.width, box.height));
	}
	bd_looks looks = bd_looks_of(b->m, items, count, BD_LOOK_PAINT, group->group.arena);
	if (count && finest < FINE && are_opaque(b, &looks))
		draw_outlines(b, &looks, items, count, group);
	else if (count)
		draw_stamps(b, &looks, items, count, group);
	bd_arena_free(&passing);
}

bool bd_draw_many(const bd_items *m, bd_node *group)
{
	bool rules = m->type == BD_ITEM_RULE;
	if (m->count <= MANY || m->blend || m->href.palette ||
	    !(rules ? are_upright_rules(m) : are_rects(m)))
		return false;
	const boxes b = { m, rules ? box_of_rule : bd_draw_box, rules };
	draw(&b, group);
	return true;
}
