/* blend.c - see blend.h. */
#include "render/blend.h"

/* Each of the four channels times a / 255, rounded; two channels at a time in one word. */
static inline uint32_t scaled(uint32_t pixel, uint32_t a)
{
	uint32_t even = (pixel & 0xff00ff) * a + 0x800080;
	uint32_t odd = (pixel >> 8 & 0xff00ff) * a + 0x800080;
	even = (even + (even >> 8 & 0xff00ff)) >> 8 & 0xff00ff;
	odd = (odd + (odd >> 8 & 0xff00ff)) & 0xff00ff00;
	return even | odd;
}

static inline uint32_t over(uint32_t source, uint32_t destination)
{
	return source + scaled(destination, 255 - (source >> 24));
}

void bd_blend_mask(const bd_canvas *c, uint32_t color, const unsigned char *mask, size_t stride,
		   int x, int y, int width, int height)
{
	int first_x = x < c->left ? c->left - x : 0, first_y = y < c->top ? c->top - y : 0;
	int end_x = x + width > c->right ? c->right - x : width;
	int end_y = y + height > c->bottom ? c->bottom - y : height;
	for (int j = first_y; j < end_y; j++) {
		const unsigned char *m = mask + (size_t)j * stride;
		uint32_t *out = c->pixels + (size_t)(y + j) * c->stride;
		for (int i = first_x; i < end_x; i++)
			if (m[i])
				out[x + i] = over(scaled(color, m[i]), out[x + i]);
	}
}
