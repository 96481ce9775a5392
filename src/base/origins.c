/* origins.c - see origins.h. */
#include "base/origins.h"

#include "base/array.h"

typedef struct file {
	bd_origin_find *find;
	void *file;
} file;

struct bd_origins {
	bd_arena *arena;
	BD_LIST(file) files;
};

bd_origins *bd_origins_new(bd_arena *arena)
{
	bd_origins *origins = BD_NEW(arena, bd_origins);
	*origins = (bd_origins){ .arena = arena };
	return origins;
}

void bd_origins_add(bd_origins *origins, bd_origin_find *find, void *where)
{
	if (origins)
		bd_push(origins->arena, &origins->files, ((file){ find, where }));
}

const bd_place *bd_origins_find(const bd_origins *origins, const char *letter)
{
	const bd_place *place = NULL;
	for (size_t i = 0; origins && !place && i < origins->files.count; i++) {
		const file *f = &origins->files.items[i];
		place = f->find(f->file, origins->arena, letter);
	}
	return place;
}
