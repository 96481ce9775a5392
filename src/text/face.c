/* face.c - one font file: its names, its measures, its outlines. */
#include "text/fonts.h"

#include "base/str.h"
#include <hb-ot.h>
#include <math.h>
#include <string.h>

static const char *font_name(bd_face *face, hb_ot_name_id_t id)
{
	char text[128];
	unsigned size = sizeof text;
	hb_ot_name_get_utf8(face->hb_face, id, HB_LANGUAGE_INVALID, &size, text);
	return size && *text ? bd_strdup(&face->fonts->arena, text) : NULL;
}

static bool has_feature(hb_face_t *face, hb_tag_t feature)
{
	hb_tag_t tags[64];
	unsigned from = 0, count;
	do {
		count = sizeof tags / sizeof *tags;
		hb_ot_layout_table_get_feature_tags(face, HB_OT_TAG_GSUB, from, &count, tags);
		for (unsigned i = 0; i < count; i++)
			if (tags[i] == feature)
				return true;
		from += count;
	} while (count == sizeof tags / sizeof *tags);
	return false;
}

/* --- measures --- */

static void reach(bd_face *face, hb_codepoint_t glyph, double raised)
{
	hb_glyph_extents_t box;
	if (!hb_font_get_glyph_extents(face->font, glyph, &box))
		return;
	double top = raised + box.y_bearing;
	face->ink_ascent = fmax(face->ink_ascent, top / face->units);
	face->ink_descent = fmax(face->ink_descent, -(top + box.height) / face->units);
}

/* The letters of Vietnamese, capitals with two marks or a dot below among them, and punctuation.
 * Each is one glyph of its own, so that nothing needs shaping. */
static void measure_latin(bd_face *face)
{
	static const hb_codepoint_t ranges[][2] = { { 0x21, 0x7E },
						    { 0xC0, 0xFF },
						    { 0x1EA0, 0x1EF9 } };
	for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++)
		for (hb_codepoint_t c = ranges[i][0], glyph; c <= ranges[i][1]; c++)
			if (hb_font_get_nominal_glyph(face->font, c, &glyph))
				reach(face, glyph, 0);
}

static void add_letter(hb_buffer_t *buffer, hb_codepoint_t letter)
{
	hb_buffer_add(buffer, letter, hb_buffer_get_length(buffer));
}

/* Lao: each vowel above with each tone over it, on a letter that is tall itself; what hangs below.
 */
static void add_lao(hb_buffer_t *buffer)
{
	static const hb_codepoint_t above[] = { 0xEB1, 0xEB4, 0xEB5, 0xEB6, 0xEB7, 0xEBB, 0xECD };
	static const hb_codepoint_t below[] = { 0xEB8, 0xEB9, 0xEBC };
	for (size_t i = 0; i < sizeof above / sizeof *above; i++)
		for (hb_codepoint_t tone = 0xEC8; tone <= 0xECC; tone++) {
			add_letter(buffer, 0xE9F);
			add_letter(buffer, above[i]);
			add_letter(buffer, tone);
		}
	for (size_t i = 0; i < sizeof below / sizeof *below; i++) {
		add_letter(buffer, 0xE8D);
		add_letter(buffer, below[i]);
		add_letter(buffer, 0xEAB);
		add_letter(buffer, 0xEBC);
		add_letter(buffer, below[i]);
	}
	for (hb_codepoint_t c = 0xEC0; c <= 0xEC4; c++)
		add_letter(buffer, c);
}

static void measure_lao(bd_face *face)
{
	hb_buffer_t *buffer = hb_buffer_create();
	add_lao(buffer);
	hb_buffer_set_content_type(buffer, HB_BUFFER_CONTENT_TYPE_UNICODE);
	hb_buffer_set_direction(buffer, HB_DIRECTION_LTR);
	hb_buffer_set_script(buffer, HB_SCRIPT_LAO);
	hb_shape(face->font, buffer, NULL, 0);
	unsigned count;
	hb_glyph_info_t *glyphs = hb_buffer_get_glyph_infos(buffer, &count);
	hb_glyph_position_t *at = hb_buffer_get_glyph_positions(buffer, &count);
	for (unsigned i = 0; i < count; i++)
		reach(face, glyphs[i].codepoint, at[i].y_offset);
	hb_buffer_destroy(buffer);
}

void bd_face_ink(const bd_face *face, double *ascent, double *descent)
{
	if (face->ink_ascent <= 0) {
		bd_face *own = &face->fonts->faces[face->index];
		hb_codepoint_t glyph;
		measure_latin(own);
		if (hb_font_get_nominal_glyph(face->font, 0xE81, &glyph))
			measure_lao(own);
	}
	*ascent = fmax(*ascent, face->ink_ascent);
	*descent = fmax(*descent, face->ink_descent);
}

static void measure(bd_face *face)
{
	hb_font_extents_t extents = { 0 };
	hb_font_get_h_extents(face->font, &extents);
	face->ascent = extents.ascender / face->units;
	face->descent = -extents.descender / face->units;
	hb_codepoint_t glyph;
	for (hb_codepoint_t c = '0'; c <= '9'; c++)
		if (hb_font_get_nominal_glyph(face->font, c, &glyph))
			face->digit_advance =
				fmax(face->digit_advance,
				     hb_font_get_glyph_h_advance(face->font, glyph) / face->units);
}

bool bd_face_open(bd_face *face)
{
	if (face->opened)
		return face->usable;
	face->opened = true;
	face->blob = hb_blob_create_from_file_or_fail(face->path);
	if (!face->blob)
		return false;
	face->hb_face = hb_face_create(face->blob, 0);
	if (!hb_face_get_glyph_count(face->hb_face))
		return false;
	face->font = hb_font_create(face->hb_face);
	face->units = hb_face_get_upem(face->hb_face);
	face->family = font_name(face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
	if (!face->family)
		face->family = font_name(face, HB_OT_NAME_ID_FONT_FAMILY);
	const char *style = font_name(face, HB_OT_NAME_ID_TYPOGRAPHIC_SUBFAMILY);
	if (!style)
		style = font_name(face, HB_OT_NAME_ID_FONT_SUBFAMILY);
	if (!face->family)
		return false;
	face->name = bd_printf(&face->fonts->arena, "%s %s", face->family, style ? style : "");
	face->weight = (int)lround((double)hb_style_get_value(face->font, HB_STYLE_TAG_WEIGHT));
	face->italic = hb_style_get_value(face->font, HB_STYLE_TAG_ITALIC) > 0;
	return face->usable = true;
}

void bd_face_measure(bd_face *face)
{
	if (face->measured)
		return;
	face->measured = true;
	face->has_tabular = has_feature(face->hb_face, HB_TAG('t', 'n', 'u', 'm'));
	measure(face);
}

const char *bd_face_name(const bd_face *face)
{
	return face->name;
}

const char *bd_face_family(const bd_face *face)
{
	return face->family;
}

int bd_face_weight(const bd_face *face)
{
	return face->weight;
}

bool bd_face_italic(const bd_face *face)
{
	return face->italic;
}

int bd_face_index(const bd_face *face)
{
	return face->index;
}

uint32_t bd_face_glyph(const bd_face *face, uint32_t character)
{
	hb_codepoint_t glyph;
	return hb_font_get_nominal_glyph(face->font, character, &glyph) ? glyph : 0;
}

double bd_face_units_per_em(const bd_face *face)
{
	return face->units;
}

/* --- outlines --- */

static void move_to(hb_draw_funcs_t *funcs, void *path, hb_draw_state_t *state, float x, float y,
		    void *data)
{
	(void)funcs, (void)state, (void)data;
	bd_path_move(path, (double)x, (double)y);
}

static void line_to(hb_draw_funcs_t *funcs, void *path, hb_draw_state_t *state, float x, float y,
		    void *data)
{
	(void)funcs, (void)state, (void)data;
	bd_path_line(path, (double)x, (double)y);
}

static void quadratic_to(hb_draw_funcs_t *funcs, void *path, hb_draw_state_t *state, float cx,
			 float cy, float x, float y, void *data)
{
	(void)funcs, (void)state, (void)data;
	bd_path_quad(path, (double)cx, (double)cy, (double)x, (double)y);
}

static void cubic_to(hb_draw_funcs_t *funcs, void *path, hb_draw_state_t *state, float x1, float y1,
		     float x2, float y2, float x, float y, void *data)
{
	(void)funcs, (void)state, (void)data;
	bd_path_curve(path, (double)x1, (double)y1, (double)x2, (double)y2, (double)x, (double)y);
}

static void close_path(hb_draw_funcs_t *funcs, void *path, hb_draw_state_t *state, void *data)
{
	(void)funcs, (void)state, (void)data;
	bd_path_close(path);
}

bool bd_face_outline(const bd_face *face, uint32_t glyph, bd_path *path)
{
	size_t before = path->verb_count;
	hb_draw_funcs_t *draw = face->fonts->draw;
	if (!draw) {
		draw = face->fonts->draw = hb_draw_funcs_create();
		hb_draw_funcs_set_move_to_func(draw, move_to, NULL, NULL);
		hb_draw_funcs_set_line_to_func(draw, line_to, NULL, NULL);
		hb_draw_funcs_set_quadratic_to_func(draw, quadratic_to, NULL, NULL);
		hb_draw_funcs_set_cubic_to_func(draw, cubic_to, NULL, NULL);
		hb_draw_funcs_set_close_path_func(draw, close_path, NULL, NULL);
	}
	hb_font_get_glyph_shape(face->font, glyph, draw, path);
	return path->verb_count > before;
}
