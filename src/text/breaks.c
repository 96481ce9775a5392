/* breaks.c - where a line may end: UAX #14 by pango, then our own rules (breaks.h). */
#include "text/breaks.h"

#include "base/utf8.h"
#include "text/fonts.h"
#include "text/phrases.h"
#include "unicode/lao.h"
#include <pango/pango.h>

enum { SHORT_LAO = 5 /* letters: no last line of a word as short */ };

static bool has_lao(const char *text, const char *end)
{
	const char *next;
	for (const char *p = text; p < end; p = next)
		if (bd_is_lao(bd_utf8_next(p, end, &next)))
			return true;
	return false;
}

static void complain_no_icu(bd_env *env, const bd_place *place)
{
	for (const bd_diag *d = env->diags->first; d; d = d->next)
		if (d->message == BD_NO_LAO_DICTIONARY)
			return;
	bd_warning(env->diags, place, BD_NO_LAO_DICTIONARY);
}

/* Between Lao letters, a line ends at the end of a word; where it must end within one, not after a
 * vowel that belongs to the next letter. */
static void break_lao(bd_env *env, const char *text, size_t length, uint8_t *levels,
		      const bd_place *place)
{
	bd_lao *lao = bd_fonts_lao(env->fonts);
	if (!lao)
		complain_no_icu(env, place);
	const bool *words = lao ? bd_lao_breaks(lao, env->scratch, text, length) : NULL;
	const char *end = text + length, *next;
	uint32_t before = 0;
	size_t last = 0;
	for (const char *p = text; p < end; p = next) {
		uint32_t c = bd_utf8_next(p, end, &next);
		uint8_t *level = &levels[p - text];
		if (bd_is_lao(before) && bd_is_lao(c) && *level == BD_BREAK_LETTERS) {
			if (words && words[p - text])
				*level = BD_BREAK_ALLOWED;
			else if (bd_is_lao_prevowel(before))
				*level = BD_BREAK_NEVER;
		}
		if (*level >= BD_BREAK_WORD)
			last = (size_t)(p - text);
		before = c;
	}
	if (last && bd_is_lao(before) && bd_utf8_count(text + last, length - last) <= SHORT_LAO)
		levels[last] = BD_BREAK_PHRASE;
}

uint8_t *bd_breaks(bd_env *env, const char *text, size_t length, const bd_place *place)
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
	if (has_lao(text, end))
		break_lao(env, text, length, levels, place);
	return levels;
}
