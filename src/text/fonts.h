/* fonts.h - inside text/: the faces of a folder, found and opened on first use.
 *
 * A font file is mapped and read by HarfBuzz directly; fontconfig is never asked, so no font of the
 * system can slip in and starting costs one look into a few folders. Files are told apart by
 * their own name tables; only those of a family that a document asks for are opened. */
#pragma once
#include "base/array.h"
#include "text/text.h"
#include <cairo.h>
#include <ft2build.h>
#include FT_FREETYPE_H
#include <hb.h>

typedef struct bd_scaled_font {
	double size;
	cairo_scaled_font_t *scaled;
} bd_scaled_font;

struct bd_face {
	struct bd_fonts *fonts;
	const char *path;
	const char *folder; /* the name of the folder it stands in: "be-vietnam-pro" */
	int index;
	bool opened, usable; /* usable: it is a font, and scalable */
	bool measured;       /* what bd_face_measure fills in */
	const char *family, *name;
	int weight;
	bool italic, has_tabular;
	hb_blob_t *blob;
	hb_face_t *hb_face;
	hb_font_t *font;                /* in font units */
	double units;                   /* per em */
	double ascent, descent;         /* em: hhea or OS/2 typo; both positive */
	double ink_ascent, ink_descent; /* em; 0: bd_face_ink has not been asked yet */
	double digit_advance;           /* em: the widest digit; 0: not yet measured */
	cairo_font_face_t *cairo_face;
	BD_LIST(bd_scaled_font) scaled;
	struct bd_glyph_box **boxes; /* NULL until one is asked for: face_box.c */
	size_t next_scaled;          /* which of a full list gives way */
};

/* What one bd_font stands for: its face, and the faces that the family names for other scripts. */
typedef struct bd_font_set {
	const char *family; /* as asked */
	int weight;
	bool italic, known;            /* known: the family, or what it stands for, is at hand */
	bd_face *face, *lao, *symbols; /* lao, symbols: may be NULL */
} bd_font_set;

struct bd_fonts {
	bd_arena arena;
	bd_face *faces; /* by path */
	size_t face_count;
	BD_LIST(bd_font_set *) sets;
	struct bd_shape_cache *cache;
	hb_draw_funcs_t *draw;
	struct bd_lao *lao; /* NULL until Lao wraps */
	bool lao_tried;
	const struct bd_pango *pango; /* NULL until it is needed */
	bool pango_tried;
	FT_Library freetype; /* NULL until a backend wants cairo's face */
};

/* Reads the file's tables; false where it is no font. */
bool bd_face_open(bd_face *face);
/* Measures an open face: ascent to digit_advance, has_tabular. */
void bd_face_measure(bd_face *face);
/* Raises both to what the tallest and deepest Vietnamese and Lao letters of the face cover above
 * and below the baseline, in em. */
void bd_face_ink(const bd_face *face, double *ascent, double *descent);

/* The faces for a font; of the default family where its own is unknown. */
const bd_font_set *bd_fonts_find(bd_fonts *fonts, const bd_font *font);

/* "Be Vietnam Pro, Inter, …": the families at hand, for messages. */
const char *bd_fonts_families(bd_fonts *fonts, bd_arena *arena);

/* The same, of the families that have a character; NULL where none has. */
const char *bd_fonts_with(bd_fonts *fonts, bd_arena *arena, uint32_t character);

/* The Lao dictionary, loaded on first use; NULL where there is none. */
struct bd_lao *bd_fonts_lao(bd_fonts *fonts);

/* What hb_font_get_glyph_extents says, remembered. */
bool bd_face_extents(const bd_face *face, uint32_t glyph, hb_glyph_extents_t *extents);
