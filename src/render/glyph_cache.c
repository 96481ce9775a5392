/* glyph_cache.c - a hash table of masks (glyph_cache.h). */
#include "render/glyph_cache.h"

#include <string.h>

typedef struct entry {
	const bd_face *face; /* NULL: free */
	double m[4];
	uint32_t glyph;
	int phase;
	bd_cached_glyph value;
} entry;

enum { SLOTS = 1024, MOST_GLYPHS = 8192, MOST_BYTES = 4 << 20 };

struct bd_glyph_cache {
	bd_arena home;           /* of this itself */
	bd_arena arena, scratch; /* of what is kept, and of what making it takes */
	entry **slots;
	size_t count, room; /* room is a power of two */
	size_t bytes;       /* of coverage */
};

bd_glyph_cache *bd_glyph_cache_new(void)
{
	bd_arena home = { 0 };
	bd_glyph_cache *cache = BD_NEW(&home, bd_glyph_cache);
	cache->home = home;
	return cache;
}

static void forget(bd_glyph_cache *cache)
{
	for (size_t i = 0; i < cache->room; i++)
		if (cache->slots[i] && cache->slots[i]->value.surface)
			cairo_surface_destroy(cache->slots[i]->value.surface);
	bd_arena_free(&cache->arena);
	bd_arena_free(&cache->scratch);
	cache->slots = NULL;
	cache->room = cache->count = cache->bytes = 0;
}

void bd_glyph_cache_rest(bd_glyph_cache *cache)
{
	bd_arena_free(&cache->scratch);
	if (cache->count > MOST_GLYPHS || cache->bytes > MOST_BYTES)
		forget(cache);
}

void bd_glyph_cache_free(bd_glyph_cache *cache)
{
	if (!cache)
		return;
	forget(cache);
	bd_arena home = cache->home;
	bd_arena_free(&home);
}

static size_t hash(const bd_face *face, uint32_t glyph, const double m[4], int phase)
{
	uint64_t h = (uint64_t)bd_face_index(face) * UINT64_C(0x9E3779B97F4A7C15) + glyph;
	for (int i = 0; i < 4; i++) {
		uint64_t bits;
		memcpy(&bits, &m[i], sizeof bits);
		h = (h ^ bits) * UINT64_C(0x9E3779B97F4A7C15);
		h ^= h >> 29;
	}
	h = (h ^ (uint64_t)phase) * UINT64_C(0x9E3779B97F4A7C15);
	return (size_t)(h >> 20);
}

static bool matches(const entry *e, const bd_face *face, uint32_t glyph, const double m[4],
		    int phase)
{
	return e->face == face && e->glyph == glyph && e->phase == phase && e->m[0] == m[0] &&
	       e->m[1] == m[1] && e->m[2] == m[2] && e->m[3] == m[3];
}

static void grow(bd_glyph_cache *cache)
{
	size_t old_room = cache->room;
	entry **old = cache->slots;
	cache->room = old_room ? 2 * old_room : SLOTS;
	cache->slots = BD_ARRAY(&cache->arena, cache->room, entry *);
	for (size_t i = 0; i < old_room; i++) {
		if (!old[i])
			continue;
		size_t at = hash(old[i]->face, old[i]->glyph, old[i]->m, old[i]->phase);
		while (cache->slots[at & (cache->room - 1)])
			at++;
		cache->slots[at & (cache->room - 1)] = old[i];
	}
}

static void make(bd_glyph_cache *cache, entry *e)
{
	bd_path outline = bd_path_new(&cache->scratch);
	if (!bd_face_outline(e->face, e->glyph, &outline))
		return;
	bd_matrix m = {
		e->m[0], e->m[1], e->m[2], e->m[3], (e->phase & 3) / 4.0, (e->phase >> 2) / 4.0
	};
	bd_mask mask = bd_mask_of_outline(&cache->arena, &cache->scratch, &outline, m);
	if (!mask.coverage)
		return;
	cache->bytes += (size_t)mask.stride * (size_t)mask.height;
	e->value.x = mask.x;
	e->value.y = mask.y;
	e->value.surface = cairo_image_surface_create_for_data(
		mask.coverage, CAIRO_FORMAT_A8, mask.width, mask.height, mask.stride);
}

const bd_cached_glyph *bd_glyph_cache_get(bd_glyph_cache *cache, const bd_face *face,
					  uint32_t glyph, const double m[4], int column, int row)
{
	int phase = column + 4 * row;
	if (cache->count >= cache->room / 2)
		grow(cache);
	size_t at = hash(face, glyph, m, phase);
	for (;; at++) {
		entry *e = cache->slots[at & (cache->room - 1)];
		if (!e)
			break;
		if (matches(e, face, glyph, m, phase))
			return &e->value;
	}
	entry *e = BD_NEW(&cache->arena, entry);
	*e = (entry){ .face = face, .glyph = glyph, .phase = phase };
	memcpy(e->m, m, sizeof e->m);
	cache->slots[at & (cache->room - 1)] = e;
	make(cache, e);
	cache->count++;
	return &e->value;
}
