/* png_pixels.h - cairo's pixels as the rows of a PNG, each led by its filter byte (0: none). */
#pragma once
#include "render/store.h"

#include <stdbool.h>
#include <stdint.h>

typedef enum { BD_PNG_PALETTE, BD_PNG_RGB, BD_PNG_RGBA } bd_png_kind;

typedef struct bd_png_rows {
	bd_png_kind kind;
	int width, height;
	unsigned char *bytes; /* height rows of 1 + width * (1, 3 or 4) bytes; then 8 zeros */
	size_t length, row_length;
	bool *same;             /* per row: equal to the one above */
	uint8_t colors[256][4]; /* PALETTE: red, green, blue, alpha; in order of appearance */
	int color_count;
} bd_png_rows;

/* A palette where 256 colours are enough, else RGB (opaque) or RGBA. Pixels as bd_png_encode takes
 * them; the rows stand in the store's room, good until its next picture. */
bd_png_rows bd_png_rows_of(const unsigned char *pixels, int width, int height, int stride,
			   bool opaque, bd_render_store *store);
