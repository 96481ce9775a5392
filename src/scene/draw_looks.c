/* draw_looks.c - items told apart by how they look, so that what many share is made once (draw.h):
 * by hash, in one pass. */
#include "scene/draw.h"

#include <math.h>
#include <string.h>

/* What an item's look is made of; what is not asked for is 0. */
typedef struct look_key {
	uint32_t fill, stroke, dash;
	const char *shape; /* the same text, the same shape */
	double numbers[5]; /* opacity, fill opacity, stroke opacity, stroke width, angle */
} look_key;

static look_key key_of(const bd_items *m, size_t i, unsigned parts)
{
	look_key key = { 0 };
	if (parts & BD_LOOK_PAINT) {
		key.fill = m->fill.index ? m->fill.index[i] : 0;
		key.stroke = m->stroke.index ? m->stroke.index[i] : 0;
		key.dash = m->dashes && m->dash_index ? m->dash_index[i] : 0;
		key.numbers[0] = bd_number_at(m->opacity, i);
		key.numbers[1] = bd_number_at(m->fill_opacity, i);
		key.numbers[2] = bd_number_at(m->stroke_opacity, i);
		key.numbers[3] = bd_number_at(m->stroke_width, i);
	}
	if (parts & BD_LOOK_SHAPE) {
		key.shape = bd_string_at(m->shape, i);
		key.numbers[4] = bd_number_at(m->angle, i);
	}
	return key;
}

/* All items of the mark have one look. */
static bool is_one(const bd_items *m, unsigned parts)
{
	bool one = true;
	if (parts & BD_LOOK_PAINT)
		one = !(m->fill.index || m->stroke.index || m->dash_index || m->opacity.each ||
			m->fill_opacity.each || m->stroke_opacity.each || m->stroke_width.each);
	if (parts & BD_LOOK_SHAPE)
		one = one && !m->shape.index && !m->angle.each;
	return one;
}

static bool same_key(const look_key *a, const look_key *b)
{
	return a->fill == b->fill && a->stroke == b->stroke && a->dash == b->dash &&
	       a->shape == b->shape && !memcmp(a->numbers, b->numbers, sizeof a->numbers);
}

static size_t hash_of(const look_key *key)
{
	uint64_t hash = key->fill * 0x9E3779B97F4A7C15u + key->stroke, bits;
	hash = hash * 0x9E3779B97F4A7C15u + key->dash;
	hash = hash * 0x9E3779B97F4A7C15u + (uintptr_t)key->shape;
	for (size_t k = 0; k < sizeof key->numbers / sizeof *key->numbers; k++) {
		memcpy(&bits, &key->numbers[k], sizeof bits);
		hash = (hash ^ hash >> 29 ^ bits) * 0x9E3779B97F4A7C15u;
	}
	return (size_t)(hash ^ hash >> 32);
}

/* The looks met so far, each once, and where to find them. */
typedef struct palette {
	bd_arena scratch;
	BD_LIST(look_key) keys;
	BD_LIST(uint32_t) items; /* the first that looks so */
	uint32_t *slots;         /* look + 1; 0: free */
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

static uint32_t look_of(palette *p, look_key key, uint32_t item)
{
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
	bd_push(&p->scratch, &p->items, item);
	put(p, (uint32_t)p->keys.count - 1);
	return (uint32_t)p->keys.count - 1;
}

bd_looks bd_looks_of(const bd_items *m, const uint32_t *items, size_t count, unsigned parts,
		     bd_arena *arena)
{
	palette p = { 0 };
	bd_looks looks = { 0 };
	bool one = is_one(m, parts);
	if (!one)
		looks.of = BD_ARRAY(arena, count, uint32_t);
	for (size_t k = 0; k < (one ? count > 0 : count); k++) {
		uint32_t look = look_of(&p, key_of(m, items[k], parts), items[k]);
		if (!one)
			looks.of[k] = look;
	}
	looks.count = p.items.count;
	looks.first = BD_ARRAY(arena, looks.count, uint32_t);
	if (looks.count)
		memcpy(looks.first, p.items.items, looks.count * sizeof *looks.first);
	bd_arena_free(&p.scratch);
	return looks;
}

void bd_looks_paint(const bd_items *m, const bd_looks *looks, bool fills, bool strokes,
		    bd_stamps *stamps, bd_arena *arena)
{
	bd_paint *fill = fills ? BD_ARRAY(arena, looks->count, bd_paint) : NULL;
	bd_stroke *stroke = strokes ? BD_ARRAY(arena, looks->count, bd_stroke) : NULL;
	for (size_t i = 0; i < looks->count; i++) {
		if (fill)
			fill[i] = bd_draw_fill(m, looks->first[i]);
		if (stroke)
			stroke[i] = bd_draw_stroke(m, looks->first[i]);
	}
	stamps->looks = looks->count;
	stamps->look = looks->of;
	stamps->fills = fill;
	stamps->strokes = stroke;
}
