/* shape.h - inside text/: strings as glyphs, in em, each string shaped once.
 *
 * Positions of unhinted glyphs scale with the size, so one result serves every size; it is kept
 * until the cache has grown too large and starts anew. */
#pragma once
#include "text/fonts.h"

typedef struct bd_shaped_run {
	const bd_face *face;
	hb_script_t script;
	uint32_t from, bytes;   /* which part of the text */
	double x, advance;      /* em */
	const bd_glyph *glyphs; /* em, from the text's origin, y downwards */
	const bd_cluster *clusters;
	const double *pens; /* em: where the pen stands before each cluster */
	uint32_t glyph_count, cluster_count;
	bd_rect ink; /* em, from the text's origin */
} bd_shaped_run;

typedef struct bd_shaped {
	struct bd_shaped *next;
	uint32_t hash;
	const char *text;
	size_t length;
	const bd_font_set *set;
	bool tabular, ligatures;
	const char *lang;
	const bd_shaped_run *runs;
	size_t run_count, cluster_count;
	double advance;
	const uint32_t *missing; /* characters that no face of the set has */
	size_t missing_count;
} bd_shaped;

typedef struct bd_shape_cache bd_shape_cache;

bd_shape_cache *bd_shape_cache_new(void);
void bd_shape_cache_free(bd_shape_cache *cache);

/* `text` is valid UTF-8 in NFC. Good until the next call. */
const bd_shaped *bd_shape_text(bd_fonts *fonts, const char *text, size_t length,
			       const bd_font *font, const char *lang);
