/* jpeg.h - photos decoded for pixels; SVG and PDF take a JPEG as it is, so libjpeg is loaded only
 * when a PNG shows one. */
#pragma once
#include "scene/scene.h"

/* The image with its pixels (opaque), in the arena; of a JPEG that is shown smaller than it is,
 * no more than twice as many as `width` by `height` device pixels need. False after a
 * complaint: the file is damaged or libjpeg is missing. */
bool bd_jpeg_decode(const bd_image *image, double width, double height, bd_arena *arena,
		    bd_image *decoded, bd_diags *diags);
