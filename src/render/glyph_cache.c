/* glyph_cache.c - a hash table of masks (glyph_cache.h). */
#include "render/glyph_cache.h"

#include "render/cairo_shape.h"

#include <math.h>
#include <string.h>

typedef struct entry {
	const bd_face *face; /* NULL: free */
	double m[4];
	uint32_t glyph;
	int phase;
	bd_glyph_pen pen; /* width 0: filled */
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

static uint64_t mixed(uint64_t h, double number)
{
	uint64_t bits;
	memcpy(&bits, &number, sizeof bits);
	h = (h ^ bits) * UINT64_C(0x9E3779B97F4A7C15);
	return h ^ h >> 29;
}

static size_t hash(const entry *e)
{
	uint64_t h = (uint64_t)bd_face_index(e->face) * UINT64_C(0x9E3779B97F4A7C15) + e->glyph;
	for (int i = 0; i < 4; i++)
		h = mixed(h, e->m[i]);
	h = mixed(h, e->pen.width);
	h = (h ^ (uint64_t)e->phase) * UINT64_C(0x9E3779B97F4A7C15);
	return (size_t)(h >> 20);
}

static bool same_number(double a, double b)
{
	return memcmp(&a, &b, sizeof a) == 0;
}

static bool matches(const entry *a, const entry *b)
{
	return a->face == b->face && a->glyph == b->glyph && a->phase == b->phase &&
	       same_number(a->m[0], b->m[0]) && same_number(a->m[1], b->m[1]) &&
	       same_number(a->m[2], b->m[2]) && same_number(a->m[3], b->m[3]) &&
	       same_number(a->pen.width, b->pen.width) &&
	       same_number(a->pen.miter_limit, b->pen.miter_limit) && a->pen.cap == b->pen.cap &&
	       a->pen.join == b->pen.join;
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
		size_t at = hash(old[i]);
		while (cache->slots[at & (cache->room - 1)])
			at++;
		cache->slots[at & (cache->room - 1)] = old[i];
	}
}

static void make_filled(bd_glyph_cache *cache, entry *e, const bd_path *outline, bd_matrix m)
{
	bd_mask mask = bd_mask_of_outline(&cache->arena, &cache->scratch, outline, m);
	if (!mask.coverage)
		return;
	cache->bytes += (size_t)mask.stride * (size_t)mask.height;
	e->value.x = mask.x;
	e->value.y = mask.y;
	e->value.surface = cairo_image_surface_create_for_data(
		mask.coverage, CAIRO_FORMAT_A8, mask.width, mask.height, mask.stride);
}

/* The outline as the current path, in device pixels, and the pen to stroke it. */
static cairo_t *drawer(int width, int height, const bd_path *outline, bd_matrix m,
		       const bd_glyph_pen *pen)
{
	cairo_surface_t *surface = cairo_image_surface_create(CAIRO_FORMAT_A8, width, height);
	cairo_t *cr = cairo_create(surface);
	cairo_surface_destroy(surface); /* cr holds it */
	bd_cairo_matrix(cr, m);
	bd_cairo_path(cr, outline);
	cairo_identity_matrix(cr);
	bd_cairo_stroke_style(cr, &(bd_stroke){ .paint = bd_solid(BD_BLACK),
						.width = pen->width,
						.miter_limit = pen->miter_limit,
						.cap = pen->cap,
						.join = pen->join });
	return cr;
}

static void make_stroked(bd_glyph_cache *cache, entry *e, const bd_path *outline, bd_matrix m)
{
	double x0, y0, x1, y1;
	cairo_t *cr = drawer(1, 1, outline, m, &e->pen);
	cairo_stroke_extents(cr, &x0, &y0, &x1, &y1);
	cairo_destroy(cr);
	if (!(x1 > x0 && y1 > y0))
		return;
	e->value.x = (int)floor(x0);
	e->value.y = (int)floor(y0);
	int width = (int)ceil(x1) - e->value.x, height = (int)ceil(y1) - e->value.y;
	m.e -= e->value.x;
	m.f -= e->value.y;
	cr = drawer(width, height, outline, m, &e->pen);
	cairo_stroke(cr);
	e->value.surface = cairo_surface_reference(cairo_get_target(cr));
	cairo_destroy(cr);
	cairo_surface_flush(e->value.surface);
	cache->bytes += (size_t)width * (size_t)height;
}

static void make(bd_glyph_cache *cache, entry *e)
{
	bd_path outline = bd_path_new(&cache->scratch);
	if (!bd_face_outline(e->face, e->glyph, &outline))
		return;
	bd_matrix m = {
		e->m[0], e->m[1], e->m[2], e->m[3], (e->phase & 3) / 4.0, (e->phase >> 2) / 4.0
	};
	if (e->pen.width > 0)
		make_stroked(cache, e, &outline, m);
	else
		make_filled(cache, e, &outline, m);
}

const bd_cached_glyph *bd_glyph_cache_get(bd_glyph_cache *cache, const bd_face *face,
					  uint32_t glyph, const double m[4], int column, int row,
					  const bd_glyph_pen *pen)
{
	entry key = { .face = face, .glyph = glyph, .phase = column + 4 * row };
	memcpy(key.m, m, sizeof key.m);
	if (pen)
		key.pen = *pen;
	if (cache->count >= cache->room / 2)
		grow(cache);
	size_t at = hash(&key);
	for (;; at++) {
		entry *e = cache->slots[at & (cache->room - 1)];
		if (!e)
			break;
		if (matches(e, &key))
			return &e->value;
	}
	entry *e = BD_NEW(&cache->arena, entry);
	*e = key;
	cache->slots[at & (cache->room - 1)] = e;
	make(cache, e);
	cache->count++;
	return &e->value;
}
