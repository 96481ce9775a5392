/* blend.c - see blend.h. */
#include "render/blend.h"

uint32_t bd_premultiplied(bd_color c)
{
	uint32_t a = (uint32_t)bd_color_byte(c.a);
	uint32_t r = (uint32_t)bd_color_byte(c.r * c.a), g = (uint32_t)bd_color_byte(c.g * c.a);
	return a << 24 | r << 16 | g << 8 | (uint32_t)bd_color_byte(c.b * c.a);
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
				out[x + i] =
					bd_pixel_over(bd_pixel_scaled(color, m[i]), out[x + i]);
	}
}
