#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { CHUNK = 64 * 1024, BIG = 4 << 20, HUGE_PAGE = 2 << 20, ALIGN = sizeof(max_align_t) };

struct bd_chunk {
	struct bd_chunk *below;
	size_t used, size;
	size_t mapped; /* bytes mapped for it; 0: it comes from calloc */
	max_align_t bytes[];
};

static _Noreturn void out_of_memory(void)
{
	fputs("bieudo: out of memory\n", stderr);
	exit(3);
}

void *bd_take(size_t bytes)
{
	void *p = malloc(bytes ? bytes : 1);
	if (!p)
		out_of_memory();
	return p;
}

static size_t rounded(size_t size)
{
	if (size > SIZE_MAX / 2)
		out_of_memory();
	return (size + ALIGN - 1) / ALIGN * ALIGN;
}

/* A big chunk, on huge pages where the system gives them: a column of a million rows is then a few
 * page faults, not thousands. */
static struct bd_chunk *map_chunk(size_t bytes)
{
	size_t size = (bytes + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
	char *map = mmap(NULL, size + HUGE_PAGE, PROT_READ | PROT_WRITE,
			 MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	if (map == MAP_FAILED)
		out_of_memory();
	size_t head = (HUGE_PAGE - (uintptr_t)map % HUGE_PAGE) % HUGE_PAGE;
	if (head)
		munmap(map, head);
	if (head < HUGE_PAGE)
		munmap(map + head + size, HUGE_PAGE - head);
	madvise(map + head, size, MADV_HUGEPAGE);
	struct bd_chunk *c = (struct bd_chunk *)(void *)(map + head);
	c->mapped = size;
	return c;
}

static struct bd_chunk *new_chunk(size_t room)
{
	struct bd_chunk *c = NULL;
	if (room >= BIG) {
		c = map_chunk(sizeof *c + room);
		room = c->mapped - sizeof *c;
	} else {
		c = calloc(1, sizeof *c + room);
		if (!c)
			out_of_memory();
	}
	c->size = room;
	return c;
}

void *bd_alloc(bd_arena *arena, size_t count, size_t size)
{
	if (size && count > SIZE_MAX / 2 / size)
		out_of_memory();
	size_t need = rounded(count * size);
	struct bd_chunk *c = arena->top;
	if (!c || c->size - c->used < need) {
		c = new_chunk(need > CHUNK ? need : CHUNK);
		c->below = arena->top;
		arena->top = c;
	}
	void *p = (char *)c->bytes + c->used;
	c->used += need;
	return p;
}

void *bd_grow(bd_arena *arena, void *bytes, size_t old_size, size_t new_size)
{
	struct bd_chunk *c = arena->top;
	size_t had = rounded(old_size), need = rounded(new_size);
	if (bytes && need <= had)
		return bytes;
	if (bytes && had && (char *)bytes + had == (char *)c->bytes + c->used &&
	    c->size - c->used >= need - had) {
		c->used += need - had;
		return bytes;
	}
	void *fresh = bd_alloc(arena, 1, new_size);
	if (old_size)
		memcpy(fresh, bytes, old_size);
	return fresh;
}

char *bd_strndup(bd_arena *arena, const char *text, size_t length)
{
	char *copy = BD_ARRAY(arena, length + 1, char);
	if (length)
		memcpy(copy, text, length);
	return copy;
}

char *bd_strdup(bd_arena *arena, const char *text)
{
	return bd_strndup(arena, text, strlen(text));
}

char *bd_printf(bd_arena *arena, const char *format, ...)
{
	va_list args, again;
	va_start(args, format);
	va_copy(again, args);
	size_t room = (size_t)vsnprintf(NULL, 0, format, args) + 1;
	char *text = BD_ARRAY(arena, room, char);
	vsnprintf(text, room, format, again);
	va_end(again);
	va_end(args);
	return text;
}

void bd_arena_free(bd_arena *arena)
{
	while (arena->top) {
		struct bd_chunk *c = arena->top;
		arena->top = c->below;
		if (c->mapped)
			munmap(c, c->mapped);
		else
			free(c);
	}
}
