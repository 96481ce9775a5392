/* pango.h - inside text/: pango, loaded when a text first wraps or is of a script other than Latin
 * and Lao. It brings a dozen libraries with it (1.5 ms), which the labels of a chart need not wait
 * for. */
#pragma once
#include "base/library.h"
#include "text/fonts.h"
#include <pango/pango.h>

typedef struct bd_pango {
	__typeof__(&pango_get_log_attrs) get_log_attrs;
	__typeof__(&pango_language_from_string) language_from_string;
	__typeof__(&pango_script_iter_new) script_iter_new;
	__typeof__(&pango_script_iter_get_range) script_iter_get_range;
	__typeof__(&pango_script_iter_next) script_iter_next;
	__typeof__(&pango_script_iter_free) script_iter_free;
} bd_pango;

extern const bd_library bd_pango_library;

/* NULL where the system has no pango. */
const bd_pango *bd_fonts_pango(bd_fonts *fonts);
