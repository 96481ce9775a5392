/* arena.h - memory that is released all at once.
 *
 * One arena lives as long as a document, one scratch arena as long as a step. Running out of
 * memory ends the process inside the arena, so no call site tests an allocation. Nothing taken
 * from an arena is freed on its own; whatever points into it is borrowed. */
#pragma once
#include <stddef.h>

typedef struct bd_arena {
	struct bd_chunk *top;
} bd_arena;

/* count * size zeroed bytes, aligned for any type; count or size may be 0. */
void *bd_alloc(bd_arena *arena, size_t count, size_t size);

/* `bytes` grown from old_size to new_size bytes; in place where it is the latest allocation.
 * The bytes gained are zero. `bytes` may be NULL when old_size is 0. */
void *bd_grow(bd_arena *arena, void *bytes, size_t old_size, size_t new_size);

/* Copies, ended by a NUL. */
char *bd_strdup(bd_arena *arena, const char *text);
char *bd_strndup(bd_arena *arena, const char *text, size_t length);
char *bd_printf(bd_arena *arena, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Everything taken is given back; the arena may be used again. */
void bd_arena_free(bd_arena *arena);

/* Memory outside of any arena, not cleared, for what outlives a document and is used again; give it
 * back with free. */
void *bd_take(size_t bytes);

#define BD_NEW(arena, T)      ((T *)bd_alloc((arena), 1, sizeof(T)))
#define BD_ARRAY(arena, n, T) ((T *)bd_alloc((arena), (n), sizeof(T)))
