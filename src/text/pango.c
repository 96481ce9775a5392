#include "text/pango.h"

#include <dlfcn.h>

/* dlsym gives an object pointer; POSIX promises that it converts to a function's. */
static bool find(void *library, const char *name, void *function)
{
	void *found = dlsym(library, name);
	*(void **)function = found;
	return found;
}

/* The library stays: its types are registered with glib for good. */
static const bd_pango *load(bd_arena *arena)
{
	bd_pango *p = BD_NEW(arena, bd_pango);
	void *library = dlopen("libpango-1.0.so.0", RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
	bool whole = library && find(library, "pango_get_log_attrs", &p->get_log_attrs) &&
		     find(library, "pango_language_from_string", &p->language_from_string) &&
		     find(library, "pango_script_iter_new", &p->script_iter_new) &&
		     find(library, "pango_script_iter_get_range", &p->script_iter_get_range) &&
		     find(library, "pango_script_iter_next", &p->script_iter_next) &&
		     find(library, "pango_script_iter_free", &p->script_iter_free);
	if (library)
		dlclose(library);
	return whole ? p : NULL;
}

const bd_pango *bd_fonts_pango(bd_fonts *fonts)
{
	if (!fonts->pango_tried) {
		fonts->pango_tried = true;
		fonts->pango = load(&fonts->arena);
	}
	return fonts->pango;
}
