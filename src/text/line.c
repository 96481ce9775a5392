/* line.c - one line of text (text.h), and the complaints about what cannot be drawn. */
#include "text/line.h"

#include "text/memo.h"

#include "base/limits.h"
#include "base/str.h"
#include "base/utf8.h"
#include "unicode/nfc.h"
#include <math.h>
#include <string.h>

bool bd_already_said(const bd_diags *diags, bd_message message, const bd_place *place,
		     const char *arg)
{
	for (const bd_diag *d = diags->first; d; d = d->next)
		if (d->message == message && d->place == place && d->args[0] &&
		    (bd_streq(d->args[0], arg) || (d->args[1] && bd_streq(d->args[1], arg))))
			return true;
	return false;
}

static bool stands_in_spec(const bd_place *place, const char *letter)
{
	while (place && place->up)
		place = place->up;
	const bd_source *source = place ? place->source : NULL;
	return source && memmem(source->text, source->length, letter, strlen(letter));
}

/* What the spec itself does not hold came from a data file: its cell is the place then. */
static const bd_place *place_of_letter(bd_env *env, const bd_place *place, const char *letter)
{
	if (stands_in_spec(place, letter))
		return place;
	const bd_place *cell = bd_origins_find(env->origins, letter);
	return cell ? cell : place;
}

/* Of the same cell each time, but looked for anew. */
static bool said_of_cell(const bd_diags *diags, const char *shown)
{
	for (const bd_diag *d = diags->first; d; d = d->next)
		if (d->message == BD_NO_GLYPH && d->place && !d->place->up &&
		    bd_streq(d->args[0], shown))
			return true;
	return false;
}

static void complain_missing(bd_env *env, uint32_t c, const bd_font_set *set, const bd_place *place)
{
	char bytes[BD_UTF8_ROOM];
	const char *letter = bd_strndup(env->scratch, bytes, bd_utf8_put(c, bytes));
	const char *shown = bd_printf(env->scratch, "%s (U+%04X)", c < 0x20 ? "" : letter, c);
	if (bd_already_said(env->diags, BD_NO_GLYPH, place, shown))
		return;
	const bd_place *where = place_of_letter(env, place, letter);
	if (where != place && said_of_cell(env->diags, shown))
		return;
	place = where;
	bd_diag *diag = bd_error(env->diags, place, BD_NO_GLYPH, shown, set->face->family);
	const char *others = bd_fonts_with(env->fonts, env->scratch, c);
	if (others)
		bd_suggest(env->diags, diag, BD_HINT_FONTS_WITH_IT, others);
}

static void complain_family(bd_env *env, const bd_font_set *set, const bd_place *place)
{
	for (const bd_diag *d = env->diags->first; d; d = d->next)
		if (d->message == BD_UNKNOWN_NAME && bd_streq(d->args[0], BD_TERM_FONT) &&
		    bd_streq(d->args[1], set->family))
			return;
	bd_diag *diag = bd_warning(env->diags, place, BD_UNKNOWN_NAME, BD_TERM_FONT, set->family);
	bd_suggest(env->diags, diag, BD_HINT_ONE_OF, bd_fonts_families(env->fonts, env->scratch));
}

/* Whether a face is what was asked for: italic, and as bold or as plain. */
static bool has_style(const bd_face *face, const bd_font *font)
{
	return !font->italic || (face->italic && (face->weight >= 600) == (font->weight >= 600));
}

static void complain_italic(bd_env *env, const bd_face *face, const bd_font *font,
			    const bd_place *place)
{
	const char *weight = bd_number_text(env->scratch, font->weight);
	for (const bd_diag *d = env->diags->first; d; d = d->next)
		if (d->message == BD_NO_ITALIC && bd_streq(d->args[0], face->family) &&
		    bd_streq(d->args[1], weight))
			return;
	bd_warning(env->diags, place, BD_NO_ITALIC, face->family, weight, face->name);
}

/* The length of at most BD_MAX_STRING characters of a text, in bytes. */
static size_t drawable(const char *utf8)
{
	size_t length = strlen(utf8), count = 0;
	if (length <= BD_MAX_STRING)
		return length;
	for (size_t i = 0; i < length; i++)
		if (((unsigned char)utf8[i] & 0xC0) != 0x80 && count++ == BD_MAX_STRING)
			return i;
	return length;
}

static void complain_too_long(bd_env *env, const char *utf8, const bd_place *place)
{
	double count = (double)bd_utf8_count(utf8, strlen(utf8));
	const char *shown = bd_number_text(env->scratch, count);
	if (!bd_already_said(env->diags, BD_TEXT_TOO_LONG, place, shown))
		bd_error(env->diags, place, BD_TEXT_TOO_LONG, shown,
			 bd_number_text(env->scratch, BD_MAX_STRING));
}

const char *bd_text_prepare(bd_env *env, const char *utf8, const bd_font *font,
			    const bd_place *place)
{
	size_t length = drawable(utf8);
	place = place ? place : env->place;
	if (utf8[length])
		complain_too_long(env, utf8, place);
	const char *text = bd_nfc(env->arena, utf8, length);
	const bd_shaped *shaped = bd_shape_text(env->fonts, text, strlen(text), font, env->lang);
	for (size_t i = 0; i < shaped->missing_count; i++)
		complain_missing(env, shaped->missing[i], shaped->set, place);
	if (!shaped->set->known)
		complain_family(env, shaped->set, place);
	else if (!has_style(shaped->set->face, font))
		complain_italic(env, shaped->set->face, font, place);
	return text;
}

static bd_run run_of(bd_env *env, const bd_shaped_run *from, const char *text, const bd_font *font,
		     size_t *clusters_before)
{
	bd_glyph *glyphs = BD_ARRAY(env->arena, from->glyph_count, bd_glyph);
	bd_cluster *clusters = BD_ARRAY(env->arena, from->cluster_count, bd_cluster);
	size_t glyph = 0;
	for (size_t i = 0; i < from->cluster_count; i++) {
		clusters[i] = from->clusters[i];
		double shift = font->tracking * (double)(*clusters_before)++;
		for (size_t stop = glyph + clusters[i].glyphs; glyph < stop; glyph++)
			glyphs[glyph] = (bd_glyph){ from->glyphs[glyph].id,
						    (from->glyphs[glyph].x + shift) * font->size,
						    from->glyphs[glyph].y * font->size };
	}
	return (bd_run){ .face = from->face,
			 .size = font->size,
			 .glyphs = glyphs,
			 .glyph_count = from->glyph_count,
			 .clusters = clusters,
			 .cluster_count = from->cluster_count,
			 .utf8 = text + from->from,
			 .length = from->bytes,
			 .lang = from->script == HB_SCRIPT_LAO ? "lo" : env->lang,
			 .tracking = font->tracking * font->size,
			 .width = (from->advance + font->tracking * (double)from->cluster_count) *
				  font->size };
}

static double tracked(const bd_shaped *shaped, const bd_font *font)
{
	double gaps = shaped->cluster_count ? (double)shaped->cluster_count - 1 : 0;
	return (shaped->advance + font->tracking * gaps) * font->size;
}

static size_t without_trailing_blanks(const char *text, size_t length)
{
	while (length && (text[length - 1] == ' ' || text[length - 1] == '\n'))
		length--;
	return length;
}

bd_line bd_line_of(bd_env *env, const char *text, size_t length, const bd_font *font)
{
	length = without_trailing_blanks(text, length);
	bd_line line = { .utf8 = bd_strndup(env->arena, text, length) };
	const bd_shaped *shaped = bd_shape_text(env->fonts, text, length, font, env->lang);
	bd_run *runs = BD_ARRAY(env->arena, shaped->run_count, bd_run);
	const bd_face *face = shaped->set->face;
	size_t clusters = 0;
	line.ascent = face->ascent * font->size;
	line.descent = face->descent * font->size;
	for (size_t i = 0; i < shaped->run_count; i++) {
		const bd_shaped_run *from = &shaped->runs[i];
		double shift = font->tracking * (double)clusters;
		runs[i] = run_of(env, from, line.utf8, font, &clusters);
		bd_rect ink = from->ink;
		ink.x += shift;
		ink.width += from->cluster_count
				     ? font->tracking * (double)(from->cluster_count - 1)
				     : 0;
		line.ink = bd_rect_union(
			line.ink, (bd_rect){ ink.x * font->size, ink.y * font->size,
					     ink.width * font->size, ink.height * font->size });
		line.ascent = fmax(line.ascent, from->face->ascent * font->size);
		line.descent = fmax(line.descent, from->face->descent * font->size);
	}
	if (shaped->run_count) /* what follows the last letter is not part of the line */
		runs[shaped->run_count - 1].width -= font->tracking * font->size;
	for (size_t i = 1; i < shaped->run_count; i++)
		runs[i - 1].joined = true;
	line.runs = runs;
	line.run_count = shaped->run_count;
	line.width = tracked(shaped, font);
	return line;
}

bd_line bd_text_line(bd_env *env, const char *utf8, const bd_font *font, const bd_place *place)
{
	bool fresh = true;
	bd_text_entry *entry = bd_text_memo_at(env, utf8, font, NULL, place, &fresh);
	if (entry && !fresh)
		return entry->line;
	const char *text = bd_text_prepare(env, utf8, font, place);
	bd_line line = bd_line_of(env, text, strlen(text), font);
	if (entry)
		entry->line = line;
	return line;
}

double bd_text_width(bd_env *env, const char *utf8, const bd_font *font)
{
	size_t length = without_trailing_blanks(utf8, drawable(utf8));
	const char *text = bd_nfc(env->scratch, utf8, length);
	return tracked(bd_shape_text(env->fonts, text, strlen(text), font, env->lang), font);
}

bd_reach bd_text_reach(bd_env *env, const char *text, size_t length, const bd_font *font)
{
	const bd_shaped *shaped = bd_shape_text(env->fonts, text, length, font, env->lang);
	bd_reach reach = { .lao = false };
	size_t lao = 0;
	bd_face_ink(shaped->set->face, &reach.ascent, &reach.descent);
	for (size_t i = 0; i < shaped->run_count; i++) {
		const bd_shaped_run *run = &shaped->runs[i];
		bd_face_ink(run->face, &reach.ascent, &reach.descent);
		lao += run->script == HB_SCRIPT_LAO ? run->cluster_count : 0;
	}
	reach.lao = 2 * lao > shaped->cluster_count;
	return reach;
}
