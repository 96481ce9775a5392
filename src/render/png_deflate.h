/* png_deflate.h - deflate (RFC 1951) made for charts: most rows equal the one above, most pixels
 * the one before, and the same letters come again. Three times as fast as a general one. */
#pragma once
#include "render/png_pixels.h"

/* The rows as a zlib stream (RFC 1950), in the store's room for what is packed. */
unsigned char *bd_png_deflate(const bd_png_rows *rows, bd_render_store *store, size_t *length);
