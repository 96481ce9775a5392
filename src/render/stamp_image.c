/* stamp_image.c - see stamp_image.h. */
#include "render/stamp_image.h"

#include "render/raster.h"

#include <math.h>
#include <string.h>

static const double DENSITY = 2; /* 192 dpi where a px is 1/96 in: finer than a point of a cloud */
static const double MOST_PIXELS = 16e6;

static bd_rect intersection(bd_rect a, bd_rect b)
{
	double x = fmax(a.x, b.x), y = fmax(a.y, b.y);
	return (bd_rect){ x, y, fmin(a.x + a.width, b.x + b.width) - x,
			  fmin(a.y + a.height, b.y + b.height) - y };
}

bool bd_stamp_image(const bd_stamps *stamps, bd_rect visible, double scale, bd_arena *arena,
		    bd_diags *diags, bd_image *image)
{
	bd_arena scratch = { 0 };
	bd_node *root = bd_group_new(&scratch);
	bd_rect box = intersection(bd_node_bounds(bd_add_stamps(root, *stamps)), visible);
	if (!(box.width > 0 && box.height > 0)) {
		bd_arena_free(&scratch);
		return false;
	}
	root->group.transform = bd_matrix_translate(-box.x, -box.y);
	double density = DENSITY * fmax(scale, 1e-3);
	density = fmin(density, sqrt(MOST_PIXELS / (box.width * box.height)));
	bd_scene_page page = { .geometry = { .width = box.width, .height = box.height },
			       .root = root };
	cairo_surface_t *surface = bd_raster_page(&page, density, diags);
	bd_arena_free(&scratch);
	if (!surface)
		return false;
	int width = cairo_image_surface_get_width(surface);
	int height = cairo_image_surface_get_height(surface);
	int stride = cairo_image_surface_get_stride(surface);
	unsigned char *pixels = bd_alloc(arena, (size_t)height, (size_t)stride);
	memcpy(pixels, cairo_image_surface_get_data(surface), (size_t)height * (size_t)stride);
	cairo_surface_destroy(surface);
	/* whole pixels: as many as there are, at their density */
	box.width = width / density;
	box.height = height / density;
	*image = (bd_image){ .box = box,
			     .pixels = pixels,
			     .width = width,
			     .height = height,
			     .stride = stride,
			     .smooth = true,
			     .opacity = 1 };
	return true;
}
