/* fonts_weak.c - an empty set of fonts, until the text part lands; then this file goes. */
#include "text/text.h"

#define WEAK __attribute__((weak))

WEAK bd_fonts *bd_fonts_new(const char *folder, const char *const *more)
{
	static char none;
	(void)more;
	return folder ? (bd_fonts *)(void *)&none : NULL;
}

WEAK void bd_fonts_free(bd_fonts *fonts)
{
	(void)fonts;
}

WEAK const char *const *bd_fonts_list(bd_fonts *fonts, bd_arena *arena)
{
	(void)fonts;
	return BD_ARRAY(arena, 1, const char *);
}
