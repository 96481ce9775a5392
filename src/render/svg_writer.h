/* svg_writer.h - what the files of the SVG backend share. */
#pragma once
#include "base/array.h"
#include "base/str.h"
#include "scene/scene.h"

typedef enum { BD_SVG_OUTLINE, BD_SVG_EMBED, BD_SVG_TEXT } bd_svg_flavour;

/* A face that the picture uses, with what of it. */
typedef struct bd_svg_face {
	const bd_face *face;
	bool *defined; /* per glyph id: its outline stands in the defs */
	size_t defined_room;
	bd_str text; /* all that is written in it, for a subset */
} bd_svg_face;

/* Ids get a prefix that no other picture has, so that several can stand in one web page: a sum of
 * what is written. Until that is known, a placeholder stands in its place. */
enum { BD_SVG_PREFIX = 7 };

typedef struct bd_svg {
	bd_arena *arena; /* scratch */
	bd_str body, defs;
	bd_svg_flavour flavour;
	bd_matrix matrix; /* from the current user space to the page */
	double scale;     /* of it, for the decimals */
	bd_rect page;
	bd_diags *diags;
	BD_LIST(bd_svg_face) faces;
	int next_id;
} bd_svg;

void bd_svg_node(bd_svg *svg, const bd_node *node);

/* ` name="value"`, a number with the decimals that the scale asks for. */
void bd_svg_number(bd_svg *svg, bd_str *out, const char *name, double value);
int bd_svg_decimals(const bd_svg *svg, double scale);
/* Escaped for XML; what XML cannot hold is left out. */
void bd_svg_escape(bd_str *out, const char *text, size_t length);
void bd_svg_attribute(bd_str *out, const char *name, const char *value); /* nothing for NULL */
void bd_svg_matrix(bd_str *out, const char *name, bd_matrix m);
/* The placeholder of the prefix, and a letter and a number. */
void bd_svg_id(bd_str *out, char kind, int number);

/* svg_paint.c: attributes of a fill (default black, so always written) and of a stroke; gradients
 * and patterns go to the defs. */
void bd_svg_fill(bd_svg *svg, bd_str *out, const bd_paint *fill);
void bd_svg_stroke(bd_svg *svg, bd_str *out, const bd_stroke *stroke);
/* ` clip-path="url(#…)"`. */
void bd_svg_clip(bd_svg *svg, const bd_path *clip);

/* svg_text.c */
void bd_svg_glyphs(bd_svg *svg, const bd_glyphs *glyphs);
/* The @font-face rules of what was written, for the embed flavour. */
void bd_svg_fonts(bd_svg *svg, bd_str *out);

/* svg_image.c */
void bd_svg_image(bd_svg *svg, const bd_image *image);
void bd_svg_base64(bd_str *out, const void *bytes, size_t length);
