/* png.c - PNG: the page as pixels, encoded. */
#include "render/png_encode.h"
#include "render/raster.h"

static const double METRES_PER_POINT = 0.0254 / 72;

static bd_blob render_in(bd_render_store *store, const bd_scene *scene,
			 const bd_backend_options *options, bd_arena *arena, bd_diags *diags)
{
	const bd_scene_page *page = &scene->pages[options->page];
	cairo_surface_t *surface = bd_raster_page_in(store, page, options->scale, diags);
	if (!surface)
		return (bd_blob){ 0 };
	double px = page->geometry.unit > 0 ? page->geometry.unit * METRES_PER_POINT : 0;
	bd_png_info info = {
		.pixels_per_metre = px > 0 ? options->scale / px : 0,
		.lang = scene->lang,
		.title = scene->title,
		.description = scene->description,
		.opaque = cairo_image_surface_get_format(surface) == CAIRO_FORMAT_RGB24,
		.store = store,
	};
	bd_blob blob = bd_png_encode(cairo_image_surface_get_data(surface),
				     cairo_image_surface_get_width(surface),
				     cairo_image_surface_get_height(surface),
				     cairo_image_surface_get_stride(surface), &info, arena);
	cairo_surface_destroy(surface);
	return blob;
}

static bd_blob render(const bd_scene *scene, const bd_backend_options *options, bd_arena *arena,
		      bd_diags *diags)
{
	bd_render_store *own = options->store ? NULL : bd_render_store_new();
	bd_render_store *store = own ? own : options->store;
	bd_blob blob = render_in(store, scene, options, arena, diags);
	bd_render_store_rest(store);
	bd_render_store_free(own);
	return blob;
}

const bd_backend bd_backend_png = {
	.name = "png",
	.extension = ".png",
	.mime = "image/png",
	.doc = "Pixels, for the web and for documents; --scale 2 doubles them.",
	.render = render,
};
