/* glyph_mask.h - the coverage of a glyph's outline, pixel by pixel.
 *
 * cairo 1.16 sets glyphs on images at whole pixels only, which spaces words unevenly; so pixels
 * get their glyphs from here, at quarter pixels, at any angle and size. Coverage is the exact area
 * of the outline in each pixel, summed from signed areas under its edges, to the nearest of 32
 * steps. */
#pragma once
#include "base/geom.h"

typedef struct bd_mask {
	int x, y, width, height, stride; /* where its first pixel stands */
	unsigned char *coverage;         /* NULL where there is nothing */
} bd_mask;

/* The mask of `outline` seen through `m` (to device pixels), non-zero winding; the stride is a
 * multiple of four. In the arena. */
bd_mask bd_mask_of_outline(bd_arena *arena, bd_arena *scratch, const bd_path *outline, bd_matrix m);
