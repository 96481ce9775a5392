/* raster.h - a page as pixels: what PNG encodes, and tests look at. */
#pragma once
#include "render/backend.h"
#include "render/store.h"

#include <cairo.h>

/* The page, its bleed left out, at `scale` device pixels per px: RGB24 where the background is
 * opaque, else ARGB32. NULL after a complaint. Free with cairo_surface_destroy. */
cairo_surface_t *bd_raster_page(const bd_scene_page *page, double scale, bd_diags *diags);
/* The same; its pixels are the store's, good until the next page. */
cairo_surface_t *bd_raster_page_in(bd_render_store *store, const bd_scene_page *page, double scale,
				   bd_diags *diags);
