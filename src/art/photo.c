#include "art/photo.h"

#include "base/limits.h"
#include <png.h>
#include <string.h>

static bool size_is_good(unsigned width, unsigned height)
{
	return width && height && width <= BD_MAX_SIDE && height <= BD_MAX_SIDE &&
	       (unsigned long long)width * height <= BD_MAX_PIXELS;
}

/* Straight to premultiplied alpha, as cairo keeps pixels. */
static void premultiply(unsigned char *bgra, size_t count)
{
	for (; count > 0; count--, bgra += 4)
		for (int c = 0; c < 3; c++)
			bgra[c] = (unsigned char)((bgra[c] * bgra[3] + 127) / 255);
}

bool bd_png_read(bd_arena *arena, bd_blob file, bd_image *image)
{
	png_image png = { .version = PNG_IMAGE_VERSION };
	if (!png_image_begin_read_from_memory(&png, file.bytes, file.length))
		return false;
	bool good = size_is_good(png.width, png.height);
	unsigned char *pixels = NULL;
	if (good) {
		png.format = PNG_FORMAT_BGRA;
		pixels = bd_alloc(arena, PNG_IMAGE_SIZE(png), 1);
		good = png_image_finish_read(&png, NULL, pixels, 0, NULL) && !png.warning_or_error;
	}
	unsigned width = png.width, height = png.height;
	png_image_free(&png);
	if (!good)
		return false;
	premultiply(pixels, (size_t)width * height);
	*image = (bd_image){ .pixels = pixels,
			     .width = (int)width,
			     .height = (int)height,
			     .stride = (int)width * 4,
			     .smooth = true,
			     .opacity = 1 };
	return true;
}

static unsigned be16(const unsigned char *b)
{
	return (unsigned)b[0] << 8 | b[1];
}

static unsigned tiff16(const unsigned char *b, bool little)
{
	return little ? (unsigned)b[1] << 8 | b[0] : be16(b);
}

static unsigned tiff32(const unsigned char *b, bool little)
{
	return little ? tiff16(b + 2, true) << 16 | tiff16(b, true)
		      : tiff16(b, false) << 16 | tiff16(b + 2, false);
}

/* The orientation tag (0x0112) of the first directory of an APP1 segment (Exif 2.3, 4.6.4). */
static int exif_orientation(const unsigned char *b, size_t length)
{
	if (length < 20 || memcmp(b, "Exif\0\0", 6))
		return 1;
	const unsigned char *tiff = b + 6;
	size_t size = length - 6;
	bool little = *tiff == 'I';
	size_t at = tiff32(tiff + 4, little);
	if (at > size - 2)
		return 1;
	unsigned count = tiff16(tiff + at, little);
	for (at += 2; count > 0 && at + 12 <= size; count--, at += 12)
		if (tiff16(tiff + at, little) == 0x0112) {
			unsigned value = tiff16(tiff + at + 8, little);
			return value >= 1 && value <= 8 ? (int)value : 1;
		}
	return 1;
}

static bool is_frame(unsigned marker)
{
	/* baseline, extended, progressive: what PDF and browsers take */
	return marker >= 0xC0 && marker <= 0xC2;
}

bool bd_jpeg_read(bd_blob file, bd_image *image, int *orientation)
{
	const unsigned char *b = (const unsigned char *)file.bytes;
	*orientation = 1;
	if (file.length < 4 || b[0] != 0xFF || b[1] != 0xD8)
		return false;
	for (size_t at = 2; at + 4 <= file.length;) {
		unsigned marker = b[at + 1], length = be16(b + at + 2);
		if (b[at] != 0xFF || length < 2 || at + 2 + length > file.length)
			return false;
		const unsigned char *segment = b + at + 4;
		if (marker == 0xE1)
			*orientation = exif_orientation(segment, length - 2);
		if (is_frame(marker) && length >= 8) {
			unsigned height = be16(segment + 1), width = be16(segment + 3);
			if (!size_is_good(width, height) || segment[0] != 8)
				return false;
			*image = (bd_image){ .jpeg = file,
					     .width = (int)width,
					     .height = (int)height,
					     .smooth = true,
					     .opacity = 1 };
			return segment[5] == 1 || segment[5] == 3;
		}
		if (marker == 0xDA)
			return false;
		at += 2 + length;
	}
	return false;
}
