/* glyph_cache.h - each glyph's mask made once: by face, matrix and quarter pixel. Charts of one
 * house set the same words in the same sizes, so masks are kept from one to the next. */
#pragma once
#include "render/glyph_mask.h"
#include "scene/scene.h"
#include "text/text.h"

#include <cairo.h>

typedef struct bd_glyph_cache bd_glyph_cache;

typedef struct bd_cached_glyph {
	int x, y; /* where the surface's first pixel stands, from the whole pixel of the origin */
	cairo_surface_t *surface; /* A8; NULL for a blank */
} bd_cached_glyph;

bd_glyph_cache *bd_glyph_cache_new(void);
void bd_glyph_cache_free(bd_glyph_cache *cache); /* NULL does nothing */
/* After a page: forgets all where that has become too much. */
void bd_glyph_cache_rest(bd_glyph_cache *cache);

/* What an outline is stroked with, in device pixels. */
typedef struct bd_glyph_pen {
	double width, miter_limit;
	bd_cap cap;
	bd_join join;
} bd_glyph_pen;

/* The glyph filled, or where `pen` is not NULL stroked with it. Valid until the cache rests. `m`
 * turns the face's font units (y upwards) into device pixels around the glyph's origin; of its
 * translation the fraction counts, in quarters (column 0 to 3, row 0 to 3). */
const bd_cached_glyph *bd_glyph_cache_get(bd_glyph_cache *cache, const bd_face *face,
					  uint32_t glyph, const double m[4], int column, int row,
					  const bd_glyph_pen *pen);
