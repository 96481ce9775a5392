/* store.c - see store.h. */
#include "render/store.h"

#include <stdlib.h>

/* A room is an arena with one thing in it: large ones then stand on huge pages. */
enum { MOST_KEPT = 32 << 20 /* bytes of a room */ };

struct bd_render_store {
	struct {
		bd_arena arena;
		void *bytes;
		size_t size;
	} rooms[BD_ROOMS];
	bd_glyph_cache *glyphs;
};

bd_render_store *bd_render_store_new(void)
{
	bd_render_store *store = bd_take(sizeof *store);
	*store = (bd_render_store){ .glyphs = NULL };
	return store;
}

void bd_render_store_free(bd_render_store *store)
{
	if (!store)
		return;
	bd_glyph_cache_free(store->glyphs);
	for (int i = 0; i < BD_ROOMS; i++)
		bd_arena_free(&store->rooms[i].arena);
	free(store);
}

void *bd_render_room(bd_render_store *store, bd_room which, size_t bytes)
{
	if (store->rooms[which].size < bytes) {
		bd_arena_free(&store->rooms[which].arena);
		store->rooms[which].bytes = bd_alloc(&store->rooms[which].arena, 1, bytes);
		store->rooms[which].size = bytes;
	}
	return store->rooms[which].bytes;
}

bd_glyph_cache *bd_render_glyphs(bd_render_store *store)
{
	if (!store->glyphs)
		store->glyphs = bd_glyph_cache_new();
	return store->glyphs;
}

void bd_render_store_rest(bd_render_store *store)
{
	for (int i = 0; i < BD_ROOMS; i++)
		if (store->rooms[i].size > MOST_KEPT) {
			bd_arena_free(&store->rooms[i].arena);
			store->rooms[i].bytes = NULL;
			store->rooms[i].size = 0;
		}
	if (store->glyphs)
		bd_glyph_cache_rest(store->glyphs);
}
