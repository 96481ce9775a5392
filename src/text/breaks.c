/* breaks.c - where a line may end: UAX #14 by pango, then our own rules (breaks.h). */
#include "text/breaks.h"

#include "base/utf8.h"
#include "text/fonts.h"
#include "text/pango.h"
#include "text/phrases.h"
#include "unicode/lao.h"

enum { SHORT_LAO = 5 /* letters: no last line of a word as short */ };

static bool has_lao(const char *text, const char *end)
{
	const char *next;
	for (const char *p = text; p < end; p = next)
		if (bd_is_lao(bd_utf8_next(p, end, &next)))
			return true;
	return false;
}

/* Between Lao letters, a line ends at the end of a word; where it must end within one, not after a
 * vowel that belongs to the next letter. */
static void break_lao(bd_env *env, const char *text, size_t length, uint8_t *levels,
		      const bd_place *place)
{
	bd_lao *lao = bd_fonts_lao(env->fonts);
	if (!lao)
		bd_library_complain(&bd_icu, BD_TERM_SO_LAO_UNBROKEN, BD_WARNING, env->diags,
				    place);
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
	bd_protect_lao_names(text, levels);
	if (last && bd_is_lao(before) && bd_utf8_count(text + last, length - last) <= SHORT_LAO)
		levels[last] = BD_BREAK_PHRASE;
}

static void break_by_pango(const bd_pango *pango, bd_env *env, const char *text, size_t length,
			   uint8_t *levels)
{
	size_t count = bd_utf8_count(text, length);
	PangoLogAttr *attrs = BD_ARRAY(env->scratch, count + 1, PangoLogAttr);
	PangoLanguage *language = pango->language_from_string(env->lang ? env->lang : "vi");
	pango->get_log_attrs(text, (int)length, -1, language, attrs, (int)count + 1);
	const char *end = text + length, *next = text;
	for (size_t i = 0; i <= count; i++) {
		levels[next - text] = attrs[i].is_mandatory_break   ? BD_BREAK_MUST
				      : attrs[i].is_line_break      ? BD_BREAK_ALLOWED
				      : attrs[i].is_cursor_position ? BD_BREAK_LETTERS
								    : BD_BREAK_NEVER;
		if (next < end)
			bd_utf8_next(next, end, &next);
	}
}

/* What is left of UAX #14 without pango. */
static void break_at_blanks(const char *text, size_t length, uint8_t *levels)
{
	for (size_t i = 1; i < length; i++)
		levels[i] = text[i - 1] == '\n'                       ? BD_BREAK_MUST
			    : text[i - 1] == ' '                      ? BD_BREAK_ALLOWED
			    : ((unsigned char)text[i] & 0xC0) != 0x80 ? BD_BREAK_LETTERS
								      : BD_BREAK_NEVER;
}

uint8_t *bd_breaks(bd_env *env, const char *text, size_t length, const bd_place *place)
{
	uint8_t *levels = BD_ARRAY(env->scratch, length + 1, uint8_t);
	const bd_pango *pango = bd_fonts_pango(env->fonts);
	if (pango) {
		break_by_pango(pango, env, text, length, levels);
	} else {
		bd_library_complain(&bd_pango_library, BD_TERM_SO_BLANKS_ONLY, BD_WARNING,
				    env->diags, place);
		break_at_blanks(text, length, levels);
	}
	levels[0] = BD_BREAK_NEVER;
	levels[length] = BD_BREAK_MUST;
	bd_protect_phrases(env->scratch, text, length, levels);
	if (has_lao(text, text + length))
		break_lao(env, text, length, levels, place);
	return levels;
}
