#include "text/pango.h"

static const char *const files[] = { "libpango-1.0.so.0", NULL };
const bd_library bd_pango_library = { "pango", "libpango-1.0-0", files };

static const bd_pango *load(bd_arena *arena)
{
	bd_pango *p = BD_NEW(arena, bd_pango);
	const bd_symbol symbols[] = { { "pango_get_log_attrs", &p->get_log_attrs },
				      { "pango_language_from_string", &p->language_from_string },
				      { "pango_script_iter_new", &p->script_iter_new },
				      { "pango_script_iter_get_range", &p->script_iter_get_range },
				      { "pango_script_iter_next", &p->script_iter_next },
				      { "pango_script_iter_free", &p->script_iter_free } };
	return bd_library_load(&bd_pango_library, symbols, sizeof symbols / sizeof *symbols) ? p
											     : NULL;
}

const bd_pango *bd_fonts_pango(bd_fonts *fonts)
{
	if (!fonts->pango_tried) {
		fonts->pango_tried = true;
		fonts->pango = load(&fonts->arena);
	}
	return fonts->pango;
}
