/* draw_symbols.c - symbol marks as stamps: one shape and many places (draw.h).
 *
 * A run of items of one shape and angle becomes one node, whatever their sizes and paints, and many
 * items of several shapes become one, so that a million points are a few arrays. What a stamp
 * cannot say (gradients, blending, links) is drawn as a path each. */
#include "scene/draw.h"

#include <math.h>

static double or_else(double number, double otherwise)
{
	return isnan(number) ? otherwise : number;
}

static double size_at(const bd_items *m, size_t i)
{
	return or_else(bd_number_at(m->size, i), 64);
}

static double angle_at(const bd_items *m, size_t i)
{
	double angle = bd_number_at(m->angle, i);
	return isfinite(angle) ? angle : 0;
}

static bool visible(const bd_items *m, size_t i)
{
	double x = or_else(bd_number_at(m->x, i), 0), y = or_else(bd_number_at(m->y, i), 0);
	double size = size_at(m, i);
	return isfinite(x) && isfinite(y) && isfinite(size) && size > 0;
}

static bd_path *shape_path(bd_arena *arena, const bd_items *m, size_t i, double size)
{
	bd_path upright = bd_path_new(arena), *path = BD_NEW(arena, bd_path);
	*path = upright;
	if (!bd_symbol_path(&upright, bd_string_at(m->shape, i), size))
		bd_symbol_path(&upright, NULL, size);
	bd_path_add(path, &upright, bd_matrix_rotate(angle_at(m, i)));
	return path;
}

static void draw_alone(const bd_items *m, size_t i, bd_node *group)
{
	bd_arena *arena = group->group.arena;
	bd_path *path = BD_NEW(arena, bd_path);
	*path = bd_path_new(arena);
	bd_path_add(path, shape_path(arena, m, i, size_at(m, i)),
		    bd_matrix_translate(or_else(bd_number_at(m->x, i), 0),
					or_else(bd_number_at(m->y, i), 0)));
	bd_draw_path(bd_draw_link(m, i, group), path, m, i);
}

static bool varies(bd_numbers numbers)
{
	return numbers.each != NULL;
}

static bool fits_stamps(const bd_items *m)
{
	if (m->blend || m->href.palette)
		return false;
	for (size_t i = 0; i < m->fill.count; i++)
		if (m->fill.palette[i].kind == BD_PAINT_GRADIENT)
			return false;
	for (size_t i = 0; i < m->stroke.count; i++)
		if (m->stroke.palette[i].kind == BD_PAINT_GRADIENT)
			return false;
	return true;
}

static bool has_stroke(const bd_items *m)
{
	return m->stroke.count > 0;
}

/* Sizes and places of the visible items of a run, and which these are; returns how many. */
static size_t gather(const bd_items *m, size_t from, size_t end, bd_stamps *stamps, uint32_t *items,
		     bd_arena *arena)
{
	double *x = BD_ARRAY(arena, end - from, double), *y = BD_ARRAY(arena, end - from, double);
	double *scale = varies(m->size) ? BD_ARRAY(arena, end - from, double) : NULL;
	size_t count = 0;
	for (size_t i = from; i < end; i++) {
		if (!visible(m, i))
			continue;
		x[count] = or_else(bd_number_at(m->x, i), 0);
		y[count] = or_else(bd_number_at(m->y, i), 0);
		if (scale)
			scale[count] = sqrt(size_at(m, i));
		items[count++] = (uint32_t)i;
	}
	stamps->x = x;
	stamps->y = y;
	stamps->scale = scale;
	return stamps->count = count;
}

/* The shape of each look; those that are alike share theirs. */
static void add_shapes(const bd_items *m, const bd_looks *looks, bd_stamps *stamps, bd_arena *arena)
{
	bd_looks alike = bd_looks_of(m, looks->first, looks->count, BD_LOOK_SHAPE, arena);
	const bd_path **made = BD_ARRAY(arena, alike.count, const bd_path *);
	const bd_path **shapes = BD_ARRAY(arena, looks->count, const bd_path *);
	for (size_t i = 0; i < alike.count; i++)
		made[i] = shape_path(arena, m, alike.first[i],
				     stamps->scale ? 1 : size_at(m, alike.first[i]));
	for (size_t i = 0; i < looks->count; i++)
		shapes[i] = made[alike.of ? alike.of[i] : 0];
	stamps->shapes = shapes;
	stamps->shape = shapes[0];
}

static void draw_run(const bd_items *m, size_t from, size_t end, bool one_shape, bd_node *group)
{
	bd_arena *arena = group->group.arena, passing = { 0 };
	uint32_t *items = BD_ARRAY(&passing, end - from, uint32_t);
	bd_stamps stamps = { 0 };
	if (gather(m, from, end, &stamps, items, arena) > 0) {
		unsigned parts = BD_LOOK_PAINT | (one_shape ? 0 : BD_LOOK_SHAPE);
		bd_looks looks = bd_looks_of(m, items, stamps.count, parts, arena);
		bd_looks_paint(m, &looks, true, has_stroke(m), &stamps, arena);
		if (one_shape)
			stamps.shape =
				shape_path(arena, m, from, stamps.scale ? 1 : size_at(m, from));
		else
			add_shapes(m, &looks, &stamps, arena);
		bd_add_stamps(group, stamps);
	}
	bd_arena_free(&passing);
}

void bd_draw_symbols(const bd_items *m, bd_node *group)
{
	enum { MANY = 1000 };
	if (!fits_stamps(m)) {
		for (size_t i = 0; i < m->count; i++)
			if (visible(m, i))
				draw_alone(m, i, group);
		return;
	}
	bool one_shape = !m->shape.index && !varies(m->angle);
	if (one_shape || m->count > MANY) {
		draw_run(m, 0, m->count, one_shape, group);
		return;
	}
	for (size_t from = 0, end; from < m->count; from = end) {
		const char *shape = bd_string_at(m->shape, from);
		double angle = angle_at(m, from);
		end = from + 1;
		while (end < m->count && bd_string_at(m->shape, end) == shape &&
		       angle_at(m, end) == angle)
			end++;
		draw_run(m, from, end, true, group);
	}
}
