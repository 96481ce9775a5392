/* png_decode.h - a PNG as libpng reads it: RGBA, straight. */
#pragma once
#include "base/io.h"
#include "unit.h"

#include <png.h>

static inline unsigned char *decode(bd_arena *memory, bd_blob blob, int *width, int *height)
{
	png_image image = { .version = PNG_IMAGE_VERSION };
	assert_true(png_image_begin_read_from_memory(&image, blob.bytes, blob.length));
	image.format = PNG_FORMAT_RGBA;
	unsigned char *pixels = BD_ARRAY(memory, PNG_IMAGE_SIZE(image), unsigned char);
	assert_true(png_image_finish_read(&image, NULL, pixels, 0, NULL));
	*width = (int)image.width;
	*height = (int)image.height;
	return pixels;
}
