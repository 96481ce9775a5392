#include "data/intern.h"

#include "base/hash.h"

enum { FIRST_SLOTS = 256 };

bd_intern bd_intern_new(bd_arena *arena)
{
	return (bd_intern){ .arena = arena,
			    .slots = BD_ARRAY(arena, FIRST_SLOTS, uint32_t),
			    .size = FIRST_SLOTS };
}

static void grow(bd_intern *in)
{
	in->size *= 4;
	in->slots = BD_ARRAY(in->arena, in->size, uint32_t);
	for (size_t i = 0; i < in->entries.count; i++) {
		size_t at = in->entries.items[i].hash & (in->size - 1);
		while (in->slots[at])
			at = (at + 1) & (in->size - 1);
		in->slots[at] = (uint32_t)i + 1;
	}
}

uint32_t bd_intern_find(bd_intern *in, const char *bytes, size_t length)
{
	uint64_t hash = bd_hash_bytes(bytes, length);
	size_t at = hash & (in->size - 1);
	for (; in->slots[at]; at = (at + 1) & (in->size - 1)) {
		const bd_interned *e = &in->entries.items[in->slots[at] - 1];
		if (e->hash == hash && e->length == length && !memcmp(e->bytes, bytes, length))
			return in->slots[at] - 1;
	}
	uint32_t number = (uint32_t)in->entries.count;
	bd_push(in->arena, &in->entries, ((bd_interned){ bytes, length, hash, bd_v_undefined() }));
	in->slots[at] = number + 1;
	if (in->entries.count * 2 > in->size)
		grow(in);
	return number;
}
