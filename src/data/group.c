/* group.c - rows that agree in some columns, by hash: linear in rows.
 *
 * Each column is coded first (equal values get equal numbers, counted from 0 in the order in which
 * they appear); several columns are coded pair by pair. So a group's number is also its rank. */
#include "data/group.h"

#include "base/hash.h"
#include <math.h>
#include <string.h>

/* Open addressing; a slot holds a code + 1. Never more than half full. */
typedef struct table_of_codes {
	bd_arena *arena;
	uint32_t *slots;
	uint64_t *hashes; /* of each code */
	size_t size, count, room;
} table_of_codes;

static table_of_codes new_codes(bd_arena *arena)
{
	table_of_codes t = { .arena = arena, .size = 64 };
	t.slots = BD_ARRAY(arena, t.size, uint32_t);
	return t;
}

static void grow(table_of_codes *t)
{
	t->size *= 4;
	t->slots = BD_ARRAY(t->arena, t->size, uint32_t);
	for (size_t code = 0; code < t->count; code++) {
		size_t at = t->hashes[code] & (t->size - 1);
		while (t->slots[at])
			at = (at + 1) & (t->size - 1);
		t->slots[at] = (uint32_t)code + 1;
	}
}

static uint32_t add_code(table_of_codes *t, size_t at, uint64_t hash)
{
	if (t->count == t->room)
		t->hashes = bd_list_grow(t->arena, t->hashes, t->count, t->count + 1, &t->room,
					 sizeof *t->hashes);
	t->hashes[t->count] = hash;
	t->slots[at] = (uint32_t)++t->count;
	uint32_t code = (uint32_t)t->count - 1;
	if (t->count * 2 > t->size)
		grow(t);
	return code;
}

/* Numbers by their bits, which their hash keeps. */
static inline uint32_t code_of_bits(table_of_codes *t, uint64_t bits)
{
	uint64_t hash = bd_hash_number(bits);
	size_t at = hash & (t->size - 1);
	for (; t->slots[at]; at = (at + 1) & (t->size - 1))
		if (t->hashes[t->slots[at] - 1] == hash)
			return t->slots[at] - 1;
	return add_code(t, at, hash);
}

static size_t code_numbers(bd_arena *arena, const bd_column *c, uint32_t *of_row)
{
	/* NaNs that no arithmetic makes stand for the missing ones. */
	static const uint64_t not_a_number = 0x7FF8000000000000u;
	table_of_codes t = new_codes(arena);
	uint32_t last_code = 0;
	uint64_t last_bits = ~not_a_number;
	for (size_t i = 0; i < c->rows; i++) {
		double number = c->numbers[i] + 0.0; /* -0 is 0 */
		uint64_t bits;
		memcpy(&bits, &number, sizeof bits);
		if (isnan(number))
			bits = not_a_number + (c->missing ? c->missing[i] : 0);
		if (bits != last_bits) {
			last_code = code_of_bits(&t, bits);
			last_bits = bits;
		}
		of_row[i] = last_code;
	}
	return t.count;
}

static bool same_value(bd_arena *arena, bd_value a, bd_value b)
{
	if (a.kind != b.kind)
		return false;
	if (a.kind == BD_V_STRING)
		return a.length == b.length && !memcmp(a.string, b.string, a.length);
	if (a.kind == BD_V_ARRAY || a.kind == BD_V_OBJECT)
		return !strcmp(bd_value_to_string(arena, a), bd_value_to_string(arena, b));
	return bd_value_strict_equals(a, b) ||
	       (a.kind != BD_V_BOOL && isnan(a.number) && isnan(b.number));
}

static uint64_t hash_value(bd_arena *arena, bd_value v)
{
	uint64_t bits = 0;
	switch (v.kind) {
	case BD_V_NUMBER:
	case BD_V_DATE:
		v.number += 0.0;
		if (!isnan(v.number))
			memcpy(&bits, &v.number, sizeof bits);
		return bd_hash_number(bits + v.kind);
	case BD_V_BOOL: return bd_hash_number(2 + v.boolean);
	case BD_V_ARRAY:
	case BD_V_OBJECT: {
		const char *text = bd_value_to_string(arena, v);
		return bd_hash_bytes(text, strlen(text));
	}
	default: return v.kind;
	}
}

/* Strings of up to seven bytes are hashed one to one: their bytes and length fit a word. */
static inline uint64_t hash_string(const char *bytes, size_t length)
{
	uint64_t word = (uint64_t)length << 56;
	if (length > 7)
		return bd_hash_bytes(bytes, length);
	for (size_t i = 0; i < length; i++)
		word |= (uint64_t)(unsigned char)bytes[i] << 8 * i;
	return bd_hash_number(word);
}

static inline bool same_string(bd_value a, bd_value b)
{
	return a.kind == BD_V_STRING && b.kind == BD_V_STRING && a.length == b.length &&
	       (a.length <= 7 || !memcmp(a.string, b.string, a.length));
}

static size_t code_values(bd_arena *arena, const bd_column *c, uint32_t *of_row)
{
	table_of_codes t = new_codes(arena);
	uint32_t *first = NULL;
	size_t room = 0;
	for (size_t i = 0; i < c->rows; i++) {
		bd_value v = c->values[i];
		uint64_t hash = v.kind == BD_V_STRING ? hash_string(v.string, v.length)
						      : hash_value(arena, v);
		size_t at = hash & (t.size - 1);
		uint32_t code = UINT32_MAX;
		for (; t.slots[at]; at = (at + 1) & (t.size - 1)) {
			uint32_t other = t.slots[at] - 1;
			if (t.hashes[other] == hash &&
			    (same_string(c->values[first[other]], v) ||
			     same_value(arena, c->values[first[other]], v))) {
				code = other;
				break;
			}
		}
		if (code == UINT32_MAX) {
			code = add_code(&t, at, hash);
			if (code >= room)
				first = bd_list_grow(arena, first, code, code + 1, &room,
						     sizeof *first);
			first[code] = (uint32_t)i;
		}
		of_row[i] = code;
	}
	return t.count;
}

bd_codes bd_column_codes(bd_arena *arena, bd_column *c)
{
	if (!c->codes) {
		uint32_t *of_row = BD_ARRAY(arena, c->rows, uint32_t);
		c->code_count = bd_column_has_numbers(c) ? code_numbers(arena, c, of_row)
							 : code_values(arena, c, of_row);
		c->codes = of_row;
	}
	return (bd_codes){ c->codes, c->code_count };
}

bd_codes bd_codes_pair(bd_arena *arena, const bd_codes *a, const bd_codes *b, size_t rows)
{
	table_of_codes t = new_codes(arena);
	uint32_t *of_row = BD_ARRAY(arena, rows, uint32_t);
	for (size_t i = 0; i < rows; i++)
		of_row[i] = code_of_bits(&t, (uint64_t)a->of_row[i] << 32 | b->of_row[i]);
	return (bd_codes){ of_row, t.count };
}

bd_groups bd_group_rows(bd_env *env, bd_table *table, const char *const *fields, size_t count)
{
	bd_codes codes = { .of_row = NULL };
	for (size_t i = 0; i < count; i++) {
		bd_column *c = bd_table_field(table, fields[i]);
		if (!c)
			continue;
		bd_codes more = bd_column_codes(env->arena, c);
		codes = codes.of_row ? bd_codes_pair(env->arena, &codes, &more, table->rows) : more;
	}
	bd_groups groups = { .of_row = codes.of_row, .count = codes.count };
	if (!groups.of_row) {
		groups.of_row = BD_ARRAY(env->arena, table->rows, uint32_t);
		groups.count = table->rows > 0;
	}
	groups.first = BD_ARRAY(env->arena, groups.count, uint32_t);
	size_t seen = 0;
	for (size_t i = 0; i < table->rows && seen < groups.count; i++)
		if (groups.of_row[i] == seen)
			groups.first[seen++] = (uint32_t)i;
	return groups;
}

bd_partition bd_group_partition(bd_env *env, const bd_groups *groups, size_t rows)
{
	bd_partition p = { .rows = BD_ARRAY(env->arena, rows, uint32_t),
			   .start = BD_ARRAY(env->arena, groups->count + 1, uint32_t) };
	uint32_t *next = BD_ARRAY(env->scratch, groups->count + 1, uint32_t);
	for (size_t i = 0; i < rows; i++)
		p.start[groups->of_row[i] + 1]++;
	for (size_t g = 0; g < groups->count; g++)
		p.start[g + 1] += p.start[g];
	memcpy(next, p.start, (groups->count + 1) * sizeof *next);
	for (size_t i = 0; i < rows; i++)
		p.rows[next[groups->of_row[i]]++] = (uint32_t)i;
	return p;
}
