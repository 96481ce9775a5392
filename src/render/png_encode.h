/* png_encode.h - pixels to PNG (ISO/IEC 15948): the one place that knows how. */
#pragma once
#include "base/io.h"
#include "render/store.h"

#include <stdbool.h>

typedef struct bd_png_info {
	double pixels_per_metre;         /* 0: not said */
	const char *lang;                /* of the texts; NULL: none */
	const char *title, *description; /* NULL: none */
	bool opaque;                     /* the fourth byte of each pixel means nothing */
	bd_render_store *store;          /* whose rooms are used; NULL: none */
} bd_png_info;

/* Pixels as cairo keeps them: native 32-bit words 0xAARRGGBB, premultiplied unless `opaque`;
 * `stride` in bytes. Written as a palette when 256 colours suffice, else as RGB or RGBA. */
bd_blob bd_png_encode(const unsigned char *pixels, int width, int height, int stride,
		      const bd_png_info *info, bd_arena *arena);
