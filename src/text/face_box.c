/* face_box.c - the boxes of glyphs, remembered by their face: fitting a page asks for those of the
 * same few hundred glyphs tens of thousands of times. Pages of 64, made when first asked for. */
#include "text/fonts.h"

enum { PAGE = 64 };

struct bd_glyph_box {
	bool measured, inked; /* extents, as the font tells them */
	bool drawn, outlined; /* outline, as its path is */
	hb_glyph_extents_t extents;
	bd_rect outline;
};

/* NULL where the face has no such glyph. */
static struct bd_glyph_box *box_of(const bd_face *face, uint32_t glyph)
{
	bd_face *own = &face->fonts->faces[face->index];
	unsigned count = hb_face_get_glyph_count(face->hb_face);
	if (glyph >= count)
		return NULL;
	bd_arena *arena = &face->fonts->arena;
	if (!own->boxes)
		own->boxes = BD_ARRAY(arena, count / PAGE + 1, struct bd_glyph_box *);
	struct bd_glyph_box **page = &own->boxes[glyph / PAGE];
	if (!*page)
		*page = BD_ARRAY(arena, PAGE, struct bd_glyph_box);
	return &(*page)[glyph % PAGE];
}

bool bd_face_extents(const bd_face *face, uint32_t glyph, hb_glyph_extents_t *extents)
{
	struct bd_glyph_box *box = box_of(face, glyph);
	if (!box)
		return hb_font_get_glyph_extents(face->font, glyph, extents);
	if (!box->measured)
		box->inked = hb_font_get_glyph_extents(face->font, glyph, &box->extents);
	box->measured = true;
	*extents = box->extents;
	return box->inked;
}

bool bd_face_outline_box(const bd_face *face, uint32_t glyph, bd_rect *outline)
{
	struct bd_glyph_box *box = box_of(face, glyph);
	if (!box)
		return false;
	if (!box->drawn) {
		bd_arena arena = { 0 };
		bd_path path = bd_path_new(&arena);
		box->outlined = bd_face_outline(face, glyph, &path);
		if (box->outlined)
			box->outline = bd_path_bounds(&path);
		bd_arena_free(&arena);
	}
	box->drawn = true;
	*outline = box->outline;
	return box->outlined;
}
