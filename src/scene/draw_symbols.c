/* draw_symbols.c - symbol marks as stamps: one shape and many places (draw.h).
 *
 * A run of items of one shape and angle becomes one node, whatever their sizes and paints, so that
 * a million points are a few arrays. What a stamp cannot say (gradients, blending, links) is drawn
 * as a path each. */
#include "scene/draw.h"

#include <math.h>
#include <string.h>

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

/* All items of the mark share their paints. */
static bool one_paint(const bd_items *m)
{
	return !(m->fill.index || m->stroke.index || m->dash_index || varies(m->opacity) ||
		 varies(m->fill_opacity) || varies(m->stroke_opacity) || varies(m->stroke_width));
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

/* Sizes and places of the visible items of a run; returns how many. */
static size_t gather(const bd_items *m, size_t from, size_t end, bd_stamps *stamps, bd_arena *arena)
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
		count++;
	}
	stamps->x = x;
	stamps->y = y;
	stamps->scale = scale;
	return stamps->count = count;
}

/* What an item's paints are made of. */
typedef struct look_key {
	uint32_t fill, stroke, dash;
	double numbers[4]; /* opacity, fill opacity, stroke opacity, stroke width */
} look_key;

static look_key key_of(const bd_items *m, size_t i)
{
	return (look_key){
		.fill = m->fill.index ? m->fill.index[i] : 0,
		.stroke = m->stroke.index ? m->stroke.index[i] : 0,
		.dash = m->dashes && m->dash_index ? m->dash_index[i] : 0,
		.numbers = { bd_number_at(m->opacity, i), bd_number_at(m->fill_opacity, i),
			     bd_number_at(m->stroke_opacity, i), bd_number_at(m->stroke_width, i) }
	};
}

static bool same_key(const look_key *a, const look_key *b)
{
	return a->fill == b->fill && a->stroke == b->stroke && a->dash == b->dash &&
	       !memcmp(a->numbers, b->numbers, sizeof a->numbers);
}

static size_t hash_of(const look_key *key)
{
	uint64_t hash = key->fill * 0x9E3779B97F4A7C15u + key->stroke, bits;
	hash = hash * 0x9E3779B97F4A7C15u + key->dash;
	for (size_t k = 0; k < 4; k++) {
		memcpy(&bits, &key->numbers[k], sizeof bits);
		hash = (hash ^ hash >> 29 ^ bits) * 0x9E3779B97F4A7C15u;
	}
	return (size_t)(hash ^ hash >> 32);
}

/* The looks of a run, each once, and where to find them. */
typedef struct palette {
	bd_arena scratch;
	BD_LIST(look_key) keys;
	BD_LIST(size_t) items; /* the first that looks so */
	uint32_t *slots;       /* look + 1; 0: free */
	size_t slot_count;
} palette;

static void put(palette *p, uint32_t look)
{
	size_t slot = hash_of(&p->keys.items[look]) & (p->slot_count - 1);
	while (p->slots[slot])
		slot = (slot + 1) & (p->slot_count - 1);
	p->slots[slot] = look + 1;
}

static void grow(palette *p)
{
	p->slot_count = p->slot_count ? p->slot_count * 4 : 64;
	p->slots = BD_ARRAY(&p->scratch, p->slot_count, uint32_t);
	for (size_t i = 0; i < p->keys.count; i++)
		put(p, (uint32_t)i);
}

static uint32_t look_of(palette *p, const bd_items *m, size_t i)
{
	look_key key = key_of(m, i);
	if (2 * p->keys.count >= p->slot_count)
		grow(p);
	for (size_t slot = hash_of(&key);; slot++) {
		uint32_t found = p->slots[slot & (p->slot_count - 1)];
		if (!found)
			break;
		if (same_key(&p->keys.items[found - 1], &key))
			return found - 1;
	}
	bd_push(&p->scratch, &p->keys, key);
	bd_push(&p->scratch, &p->items, i);
	put(p, (uint32_t)p->keys.count - 1);
	return (uint32_t)p->keys.count - 1;
}

static void add_paints(const bd_items *m, size_t from, size_t end, bd_stamps *stamps,
		       bd_arena *arena)
{
	palette p = { 0 };
	size_t count = 0;
	uint32_t *look = one_paint(m) ? NULL : BD_ARRAY(arena, stamps->count, uint32_t);
	for (size_t i = from; i < end && (look || !count); i++) {
		if (!visible(m, i))
			continue;
		uint32_t found = look_of(&p, m, i);
		if (look)
			look[count] = found;
		count++;
	}
	bd_paint *fills = BD_ARRAY(arena, p.items.count, bd_paint);
	bd_stroke *strokes = has_stroke(m) ? BD_ARRAY(arena, p.items.count, bd_stroke) : NULL;
	for (size_t i = 0; i < p.items.count; i++) {
		fills[i] = bd_draw_fill(m, p.items.items[i]);
		if (strokes)
			strokes[i] = bd_draw_stroke(m, p.items.items[i]);
	}
	stamps->looks = p.items.count;
	stamps->look = look;
	stamps->fills = fills;
	stamps->strokes = strokes;
	bd_arena_free(&p.scratch);
}

static void draw_run(const bd_items *m, size_t from, size_t end, bd_node *group)
{
	bd_arena *arena = group->group.arena;
	bd_stamps stamps = { 0 };
	if (gather(m, from, end, &stamps, arena) == 0)
		return;
	stamps.shape = shape_path(arena, m, from, stamps.scale ? 1 : size_at(m, from));
	add_paints(m, from, end, &stamps, arena);
	bd_add_stamps(group, stamps);
}

void bd_draw_symbols(const bd_items *m, bd_node *group)
{
	if (!fits_stamps(m)) {
		for (size_t i = 0; i < m->count; i++)
			if (visible(m, i))
				draw_alone(m, i, group);
		return;
	}
	for (size_t from = 0, end; from < m->count; from = end) {
		const char *shape = bd_string_at(m->shape, from);
		double angle = angle_at(m, from);
		end = m->shape.index || varies(m->angle) ? from + 1 : m->count;
		while (end < m->count && bd_string_at(m->shape, end) == shape &&
		       angle_at(m, end) == angle)
			end++;
		draw_run(m, from, end, group);
	}
}
