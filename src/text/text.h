/* text.h - from UTF-8 to placed glyphs: fonts, shaping, measuring, line breaking.
 *
 * Only fonts in the share folder's fonts/ (and folders the user names) exist. A character that the
 * asked-for family (or, for Lao, the family's Lao companion) cannot draw is an error that names
 * it. All positions are px; a line's origin is the start of its baseline, y grows downwards. */
#pragma once
#include "base/env.h"
#include "base/geom.h"
#include <string.h>

typedef struct bd_fonts bd_fonts; /* the faces at hand; loaded on first use */
typedef struct bd_face bd_face;   /* one font file */

typedef struct bd_font {
	const char *family; /* "Inter", or a generic or well-known name that stands for ours */
	double size;        /* px, 1 to 1000 */
	int weight;         /* 100 to 900; the nearest that exists is taken */
	bool italic;
	bool tabular;    /* digits of equal width, where the family has them */
	double tracking; /* extra space after each cluster, in em */
} bd_font;

/* CSS's font-style: "italic" or "oblique", with an angle or not. */
static inline bool bd_is_italic(const char *style)
{
	return !strncmp(style, "italic", 6) || !strncmp(style, "oblique", 7);
}

typedef struct bd_glyph {
	uint32_t id;
	double x, y; /* of its origin, from the line's origin */
} bd_glyph;

/* Which bytes of the text which glyphs stand for; in the order of both. */
typedef struct bd_cluster {
	uint32_t bytes, glyphs;
} bd_cluster;

/* Glyphs of one face at one size. */
typedef struct bd_run {
	const bd_face *face;
	double size;
	const bd_glyph *glyphs;
	size_t glyph_count;
	const bd_cluster *clusters;
	size_t cluster_count;
	const char *utf8; /* NFC; not NUL-ended */
	size_t length;
	const char *lang; /* "vi", "lo" */
	double width;     /* advance */
	double tracking;  /* px: that follow each cluster, within the positions */
	bool joined;      /* the text goes on in the next run, and no blank stood between */
} bd_run;

typedef struct bd_line {
	const bd_run *runs;
	size_t run_count;
	double width;           /* advance, without trailing blanks */
	double ascent, descent; /* of the font: what an ordinary line needs; both positive */
	bd_rect ink;            /* what the glyphs cover, from the line's origin */
	const char *utf8;       /* NUL-ended */
} bd_line;

/* Loads the list of faces of a folder (and of the NULL-ended `more`); NULL where there is none.
 * Free with bd_fonts_free. One is shared by all documents of a process; not between threads. */
bd_fonts *bd_fonts_new(const char *folder, const char *const *more);
void bd_fonts_free(bd_fonts *fonts);

/* One line, not broken; a newline counts as a blank. Complaints go to `place`. The result lives
 * in env->arena. */
bd_line bd_text_line(bd_env *env, const char *utf8, const bd_font *font, const bd_place *place);
/* Its advance alone; remembered, so that asking again costs little. */
double bd_text_width(bd_env *env, const char *utf8, const bd_font *font);

typedef enum { BD_ALIGN_START, BD_ALIGN_CENTER, BD_ALIGN_END } bd_align;

typedef struct bd_wrap {
	double width; /* px to fill; INFINITY breaks only at newlines */
	bd_align align;
	double leading;   /* baseline to baseline in em; 0: the family's own, from its ink. More
			   * where ink of two lines would touch */
	bool balance;     /* lines of about equal length, as titles have */
	size_t max_lines; /* 0: as many as it takes; else the last ends with "…" */
} bd_wrap;

typedef struct bd_text_line_at {
	bd_line line;
	double x, baseline; /* from the text's top left */
} bd_text_line_at;

/* A word that had to be broken, for the complaint when the text is drawn; the many ways of setting
 * a text that a layout tries and drops need none. */
typedef struct bd_broken_word {
	bd_diags *diags;
	const bd_place *place;
	const char *word;
} bd_broken_word;

typedef struct bd_text {
	const bd_text_line_at *lines;
	size_t line_count;
	double width;   /* of the longest line */
	double height;  /* from above the first line's ink to below the last's: for one face and
			 * leading the same for all texts of as many lines */
	double leading; /* px: as asked for, or more where ink of two lines would touch */
	const char *utf8;
	double first_baseline, last_baseline;
	bd_rect ink;    /* from the text's top left */
	double strain;  /* how badly lines end: 0.03 for each between words, 0.35 inside a word of
			 * two syllables, 3.5 inside a protected phrase, 100 between letters */
	bool overflows; /* a word is wider than `width`, or lines were cut */
	const bd_broken_word *broken; /* NULL: none */
} bd_text;

/* Breaks into lines: never inside a protected phrase (number and unit, date, name with its number:
 * text/phrases.def), Lao by ICU's dictionary, no last line of one short word. */
bd_text bd_text_wrap(bd_env *env, const char *utf8, const bd_font *font, const bd_wrap *wrap,
		     const bd_place *place);

/* To be called where a text is drawn (bd_add_text does): warns of a word that had to be broken. */
void bd_text_drawn(const bd_text *text);

/* A face, for backends. */
const char *bd_face_name(const bd_face *face); /* "Inter Bold": family and style */
const char *bd_face_family(const bd_face *face);
int bd_face_weight(const bd_face *face);
bool bd_face_italic(const bd_face *face);
int bd_face_index(const bd_face *face); /* a small number, stable for one folder */
/* The glyph of a character by itself, unshaped; 0 where the face has none. */
uint32_t bd_face_glyph(const bd_face *face, uint32_t character);
double bd_face_units_per_em(const bd_face *face);
/* A glyph's outline in font units, y upwards, added to `path`; false for a blank. */
bool bd_face_outline(const bd_face *face, uint32_t glyph, bd_path *path);
/* The box of that outline, remembered; false for a blank. */
bool bd_face_outline_box(const bd_face *face, uint32_t glyph, bd_rect *outline);
/* The font file cut down to the glyphs of `utf8`, as TrueType bytes in the arena; none after a
 * complaint. */
bd_blob bd_face_subset(const bd_face *face, bd_arena *arena, const char *utf8, size_t length,
		       bd_diags *diags);

/* The families and weights at hand, for `bieudo list fonts`: NULL-ended lines in the arena. */
const char *const *bd_fonts_list(bd_fonts *fonts, bd_arena *arena);
