/* training.c - what a domain is made of: the extent of numbers, and the distinct values of a
 * column, in a hash table that keeps their order. */
#include "scale/scale.h"
#include <math.h>
#include <string.h>

void bd_extent_add(bd_span *extent, double number)
{
	if (!isfinite(number))
		return;
	extent->min = fmin(extent->min, number);
	extent->max = fmax(extent->max, number);
}

void bd_extent_add_span(bd_span *extent, const bd_number_span *span)
{
	bd_extent_add(extent, span->min);
	bd_extent_add(extent, span->max);
}

bd_value_set bd_value_set_new(bd_arena *arena)
{
	return (bd_value_set){ .arena = arena };
}

/* A date is its time, as d3's InternMap keys it. */
static bool is_number(bd_value v)
{
	return v.kind == BD_V_NUMBER || v.kind == BD_V_DATE;
}

static uint64_t mix(uint64_t h)
{
	h ^= h >> 33;
	h *= 0xff51afd7ed558ccdULL;
	h ^= h >> 33;
	h *= 0xc4ceb9fe1a85ec53ULL;
	return h ^ h >> 33;
}

static uint64_t hash_bytes(const char *bytes, size_t length)
{
	uint64_t h = 1469598103934665603ULL; /* FNV-1a */
	for (size_t i = 0; i < length; i++)
		h = (h ^ (unsigned char)bytes[i]) * 1099511628211ULL;
	return mix(h);
}

static uint64_t hash_value(bd_value v)
{
	uint64_t h = (uint64_t)v.kind + 1;
	if (is_number(v)) {
		double number = isnan(v.number) ? NAN : v.number + 0.0; /* -0 is 0 */
		memcpy(&h, &number, sizeof h);
		return mix(h);
	}
	switch (v.kind) {
	case BD_V_BOOL: return mix(h + 16 + v.boolean);
	case BD_V_STRING: return hash_bytes(v.string, v.length);
	case BD_V_ARRAY:
		for (uint32_t i = 0; i < v.length; i++)
			h = mix(h ^ hash_value(v.items[i]));
		return h;
	case BD_V_OBJECT: return mix(h + v.length);
	default: return mix(h);
	}
}

static bool same(bd_value a, bd_value b)
{
	if (is_number(a) && is_number(b))
		return a.number == b.number || (isnan(a.number) && isnan(b.number));
	if (a.kind == BD_V_ARRAY && b.kind == BD_V_ARRAY && a.length == b.length) {
		for (uint32_t i = 0; i < a.length; i++)
			if (!same(a.items[i], b.items[i]))
				return false;
		return true;
	}
	return bd_value_strict_equals(a, b);
}

/* The slot of a value, or the free one where it would go. There is always one. */
static size_t slot_of(const bd_value_set *set, bd_value value)
{
	size_t mask = set->slot_count - 1, slot = hash_value(value) & mask;
	while (set->slots[slot] && !same(set->items[set->slots[slot] - 1], value))
		slot = (slot + 1) & mask;
	return slot;
}

static void grow_slots(bd_value_set *set)
{
	set->slot_count = set->slot_count ? set->slot_count * 2 : 16;
	set->slots = BD_ARRAY(set->arena, set->slot_count, uint32_t);
	for (size_t i = 0; i < set->count; i++)
		set->slots[slot_of(set, set->items[i])] = (uint32_t)(i + 1);
}

size_t bd_value_set_add(bd_value_set *set, bd_value value)
{
	if ((set->count + 1) * 2 > set->slot_count)
		grow_slots(set);
	size_t slot = slot_of(set, value);
	if (!set->slots[slot]) {
		bd_push(set->arena, set, value);
		set->slots[slot] = (uint32_t)set->count;
	}
	return set->slots[slot] - 1;
}

size_t bd_value_set_find(const bd_value_set *set, bd_value value)
{
	if (!set->slot_count)
		return SIZE_MAX;
	size_t slot = slot_of(set, value);
	return set->slots[slot] ? set->slots[slot] - 1 : SIZE_MAX;
}
