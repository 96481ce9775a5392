/* breaks.c - where a line may end: UAX #14 by pango, then our own rules (breaks.h). */
#include "text/breaks.h"

#include "base/utf8.h"
#include "text/phrases.h"
#include <pango/pango.h>

uint8_t *bd_breaks(bd_env *env, const char *text, size_t length)
{
	uint8_t *levels = BD_ARRAY(env->scratch, length + 1, uint8_t);
	size_t count = bd_utf8_count(text, length);
	PangoLogAttr *attrs = BD_ARRAY(env->scratch, count + 1, PangoLogAttr);
	pango_get_log_attrs(text, (int)length, -1,
			    pango_language_from_string(env->lang ? env->lang : "vi"), attrs,
			    (int)count + 1);
	const char *end = text + length, *next = text;
	for (size_t i = 0; i <= count; i++) {
		size_t byte = (size_t)(next - text);
		levels[byte] = attrs[i].is_mandatory_break   ? BD_BREAK_MUST
			       : attrs[i].is_line_break      ? BD_BREAK_ALLOWED
			       : attrs[i].is_cursor_position ? BD_BREAK_LETTERS
							     : BD_BREAK_NEVER;
		if (next < end)
			bd_utf8_next(next, end, &next);
	}
	levels[0] = BD_BREAK_NEVER;
	levels[length] = BD_BREAK_MUST;
	bd_protect_phrases(env->scratch, text, length, levels);
	return levels;
}
