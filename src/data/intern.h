/* intern.h - inside data/: texts looked up by their bytes, so that one that repeats is made once.
 */
#pragma once
#include "base/array.h"
#include "base/value.h"

typedef struct bd_interned {
	const char *bytes; /* as it was looked up */
	size_t length;
	uint64_t hash;
	bd_value value; /* what was made of it */
} bd_interned;

/* Open addressing; a slot holds the number of an entry + 1. Never more than half full. */
typedef struct bd_intern {
	bd_arena *arena;
	uint32_t *slots;
	size_t size;
	BD_LIST(bd_interned) entries; /* in the order in which they came */
} bd_intern;

bd_intern bd_intern_new(bd_arena *arena);

/* The number of the entry of these bytes. Of a new one, which borrows the bytes, value is undefined
 * until the caller says it (and may put a copy in the place of the bytes). */
uint32_t bd_intern_find(bd_intern *intern, const char *bytes, size_t length);
