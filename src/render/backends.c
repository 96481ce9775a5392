/* backends.c - the list of formats, and the one door through which scenes reach them. */
#include "base/str.h"
#include "render/backend.h"
#include "scene/check.h"

#define BACKEND(name) extern const bd_backend bd_backend_##name;
#include "render/backends.def"
#undef BACKEND

const bd_backend *const *bd_backends(void)
{
	static const bd_backend *const all[] = {
#define BACKEND(name) &bd_backend_##name,
#include "render/backends.def"
#undef BACKEND
		NULL
	};
	return all;
}

const bd_backend *bd_backend_find(const char *name)
{
	for (const bd_backend *const *b = bd_backends(); *b; b++)
		if (bd_streq((*b)->name, name))
			return *b;
	return NULL;
}

static double larger(double a, double b)
{
	return a > b ? a : b;
}

static bool pages_fit(const bd_backend *backend, const bd_scene *scene, bd_diags *diags)
{
	for (size_t i = 0; i < scene->page_count && backend->longest > 0; i++) {
		const bd_page_geometry *g = &scene->pages[i].geometry;
		double width = g->width + 2 * g->bleed, height = g->height + 2 * g->bleed;
		double px = g->unit > 0 ? g->unit / 0.75 : 1;
		if (larger(width, height) * px <= backend->longest)
			continue;
		bd_error(diags, NULL, BD_PICTURE_TOO_BIG, bd_number_text(diags->arena, width),
			 bd_number_text(diags->arena, height));
		return false;
	}
	return true;
}

bd_blob bd_backend_render(const bd_backend *backend, const bd_scene *scene,
			  const bd_backend_options *options, bd_arena *arena, bd_diags *diags)
{
	bd_backend_options plain = options ? *options : (bd_backend_options){ 0 };
	if (!(plain.scale > 0))
		plain.scale = 1;
	if (plain.page >= scene->page_count)
		plain.page = 0;
	if (!bd_scene_check(scene, diags) || !pages_fit(backend, scene, diags))
		return (bd_blob){ 0 };
	int errors = diags->errors;
	bd_blob blob = backend->render(scene, &plain, arena, diags);
	return diags->errors > errors ? (bd_blob){ 0 } : blob;
}
