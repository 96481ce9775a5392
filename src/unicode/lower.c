#include "unicode/lower.h"

#include <glib.h>

char *bd_lower(bd_arena *arena, const char *text)
{
	gchar *lower = g_utf8_strdown(text, -1);
	char *copy = bd_strdup(arena, lower);
	g_free(lower);
	return copy;
}
