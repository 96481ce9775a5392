/* svg_image.c - pictures in SVG: within the file, a JPEG as the bytes it was. */
#include "render/png_encode.h"
#include "render/svg_writer.h"

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

void bd_svg_image(bd_svg *svg, const bd_image *image)
{
	bd_str *out = &svg->body;
	bd_blob bytes = image->jpeg;
	if (!bytes.bytes && image->pixels)
		bytes = bd_png_encode(image->pixels, image->width, image->height, image->stride,
				      &(bd_png_info){ 0 }, svg->arena);
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
