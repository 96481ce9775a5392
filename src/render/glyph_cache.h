/* glyph_cache.h - each glyph's mask made once: by face, matrix and quarter pixel. */
#pragma once
#include "render/glyph_mask.h"
#include "text/text.h"

#include <cairo.h>

typedef struct bd_glyph_cache bd_glyph_cache;

typedef struct bd_cached_glyph {
	int x, y; /* where the surface's first pixel stands, from the whole pixel of the origin */
	cairo_surface_t *surface; /* A8; NULL for a blank */
} bd_cached_glyph;

bd_glyph_cache *bd_glyph_cache_new(bd_arena *arena);
void bd_glyph_cache_free(bd_glyph_cache *cache);

/* `m` turns the face's font units (y upwards) into device pixels around the glyph's origin; of its
 * translation the fraction counts, in quarters (column 0 to 3, row 0 to 3). */
const bd_cached_glyph *bd_glyph_cache_get(bd_glyph_cache *cache, const bd_face *face,
					  uint32_t glyph, const double m[4], int column, int row);
