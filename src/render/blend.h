/* blend.h - a colour through a mask onto pixels, without cairo's cost per call. */
#pragma once
#include <stddef.h>
#include <stdint.h>

/* Part of an image of native 32-bit pixels, premultiplied. */
typedef struct bd_canvas {
	uint32_t *pixels;             /* of the image's first row */
	size_t stride;                /* in pixels */
	int left, top, right, bottom; /* what may be written to */
} bd_canvas;

/* `color` (premultiplied) over what is there, as far as the mask covers it (0 to 255); the mask's
 * first byte stands at x,y. Rounds as pixman does. */
void bd_blend_mask(const bd_canvas *canvas, uint32_t color, const unsigned char *mask,
		   size_t stride, int x, int y, int width, int height);
