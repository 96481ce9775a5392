/* svg_image.c - pictures in SVG: within the file, a JPEG as the bytes it was. */
#include "render/png_encode.h"
#include "render/svg_writer.h"

#include <math.h>
#include <string.h>

void bd_svg_base64(bd_str *out, const void *bytes, size_t length)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	const unsigned char *b = bytes;
	for (size_t i = 0; i < length; i += 3) {
		size_t left = length - i;
		unsigned v = (unsigned)b[i] << 16 | (left > 1 ? (unsigned)b[i + 1] << 8 : 0) |
			     (left > 2 ? b[i + 2] : 0);
		char four[4] = { digits[v >> 18], digits[v >> 12 & 63],
				 left > 1 ? digits[v >> 6 & 63] : '=',
				 left > 2 ? digits[v & 63] : '=' };
		bd_str_add_bytes(out, four, 4);
	}
}

/* A picture that is to keep its sharp pixels: not every reader can be told so, so each becomes as
 * many as show two to a px; within a million in all. */
static bd_image enlarged(const bd_image *image, bd_arena *arena)
{
	bd_image big = *image;
	double wanted = fmax(image->box.width / image->width, image->box.height / image->height);
	double most = sqrt(1e6 / ((double)image->width * image->height));
	int factor = (int)fmin(ceil(2 * wanted), most);
	if (image->smooth || factor < 2)
		return big;
	big.width *= factor;
	big.height *= factor;
	big.stride = 4 * big.width;
	unsigned char *pixels = bd_alloc(arena, (size_t)big.height, (size_t)big.stride);
	for (int y = 0; y < big.height; y++)
		for (int x = 0; x < big.width; x++)
			memcpy(pixels + (size_t)y * (size_t)big.stride + 4 * (size_t)x,
			       image->pixels + (size_t)(y / factor) * (size_t)image->stride +
				       4 * (size_t)(x / factor),
			       4);
	big.pixels = pixels;
	return big;
}

static bd_blob png_of(const bd_image *image, bd_arena *arena)
{
	bd_image big = enlarged(image, arena);
	return bd_png_encode(big.pixels, big.width, big.height, big.stride, &(bd_png_info){ 0 },
			     arena);
}

void bd_svg_image(bd_svg *svg, const bd_image *image)
{
	bd_str *out = &svg->body;
	bd_blob bytes = image->jpeg;
	if (!bytes.bytes && image->pixels && image->width > 0 && image->height > 0)
		bytes = png_of(image, svg->arena);
	if (!bytes.bytes)
		return;
	bd_str_add(out, "<image");
	bd_svg_number(svg, out, "x", image->box.x);
	bd_svg_number(svg, out, "y", image->box.y);
	bd_svg_number(svg, out, "width", image->box.width);
	bd_svg_number(svg, out, "height", image->box.height);
	bd_str_add(out, " preserveAspectRatio=\"none\"");
	if (image->opacity < 1)
		bd_svg_number(svg, out, "opacity", image->opacity);
	if (image->jpeg.bytes) /* its group turns it already */
		bd_str_add(out, " style=\"image-orientation:none\"");
	else if (!image->smooth) /* two spellings for two generations of readers */
		bd_str_add(out, " image-rendering=\"optimizeSpeed\" "
				"style=\"image-rendering:pixelated\"");
	bd_str_printf(out, " xlink:href=\"data:image/%s;base64,",
		      image->jpeg.bytes ? "jpeg" : "png");
	bd_svg_base64(out, bytes.bytes, bytes.length);
	bd_str_add(out, "\"/>\n");
}
