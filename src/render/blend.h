/* blend.h - a colour through a mask onto pixels, without cairo's cost per call. */
#pragma once
#include "base/color.h"
#include <stddef.h>
#include <stdint.h>

/* Part of an image of native 32-bit pixels, premultiplied. */
typedef struct bd_canvas {
	uint32_t *pixels;             /* of the image's first row */
	size_t stride;                /* in pixels */
	int left, top, right, bottom; /* what may be written to */
} bd_canvas;

uint32_t bd_premultiplied(bd_color color);

/* Each of the four channels times a / 255, rounded; two channels at a time in one word. */
static inline uint32_t bd_pixel_scaled(uint32_t pixel, uint32_t a)
{
	uint32_t even = (pixel & 0xff00ff) * a + 0x800080;
	uint32_t odd = (pixel >> 8 & 0xff00ff) * a + 0x800080;
	even = (even + (even >> 8 & 0xff00ff)) >> 8 & 0xff00ff;
	odd = (odd + (odd >> 8 & 0xff00ff)) & 0xff00ff00;
	return even | odd;
}

static inline uint32_t bd_pixel_over(uint32_t source, uint32_t destination)
{
	return source + bd_pixel_scaled(destination, 255 - (source >> 24));
}

/* `color` (premultiplied) over what is there, as far as the mask covers it (0 to 255); the mask's
 * first byte stands at x,y. Rounds as pixman does. */
void bd_blend_mask(const bd_canvas *canvas, uint32_t color, const unsigned char *mask,
		   size_t stride, int x, int y, int width, int height);
