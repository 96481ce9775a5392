#include "unicode/case.h"

#include "base/str.h"
#include "base/utf8.h"
#include <glib.h>
#include <string.h>

static const char *mapped(bd_arena *arena, const char *text, gunichar (*map)(gunichar), bool upper)
{
	bd_str out = bd_str_new(arena);
	const char *end = text + strlen(text), *next;
	for (const char *p = text; p < end; p = next) {
		uint32_t c = bd_utf8_next(p, end, &next);
		if (c == 0xFFFD) {
			bd_str_add_bytes(&out, p, (size_t)(next - p));
		} else if (upper && c == 0xDF) {
			bd_str_add(&out, "SS");
		} else {
			char bytes[BD_UTF8_ROOM];
			bd_str_add_bytes(&out, bytes, bd_utf8_put(map(c), bytes));
		}
	}
	return bd_str_text(&out);
}

const char *bd_upper(bd_arena *arena, const char *text)
{
	return mapped(arena, text, g_unichar_toupper, true);
}

const char *bd_lower(bd_arena *arena, const char *text)
{
	return mapped(arena, text, g_unichar_tolower, false);
}
