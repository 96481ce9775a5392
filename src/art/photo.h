/* photo.h - pictures made of pixels. A JPEG is not decoded here: SVG and PDF take its bytes as they
 * are. Only its head is read, for the size and the way the camera was held. */
#pragma once
#include "scene/scene.h"

/* False where the bytes are no PNG, or a damaged or too large one. */
bool bd_png_read(bd_arena *arena, bd_blob file, bd_image *image);

/* False where the bytes are no JPEG that SVG and PDF can hold. `*orientation` is Exif's, 1 to 8. */
bool bd_jpeg_read(bd_blob file, bd_image *image, int *orientation);
