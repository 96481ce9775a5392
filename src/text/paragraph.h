/* paragraph.h - inside text/: what every setting of the same words in the same font shares.
 *
 * Fitting a page sets a title at hundreds of sizes and widths. What takes time does not depend on
 * them: composing and shaping the words, finding where lines may break, and how close two lines may
 * come once it is known where they end. All of it is kept in em. */
#pragma once
#include "text/fit.h"
#include "text/line.h"

/* The same lines once more: how far apart their baselines must stand, in em. */
typedef struct bd_set_lines {
	struct bd_set_lines *next;
	const bd_cut *cuts;
	size_t count;
	double leading;
} bd_set_lines;

typedef struct bd_paragraph {
	const char *text; /* prepared: NFC */
	size_t length;
	const double *x;       /* em: the pen before each byte, tracking included, and at the end */
	const uint8_t *breaks; /* NULL until bd_paragraph_breaks */
	bd_reach reach;
	bd_set_lines *settings;
} bd_paragraph;

/* Of a text; the font's size does not matter. Complains as bd_text_prepare does, the first time. In
 * env->scratch. */
bd_paragraph *bd_paragraph_of(bd_env *env, const char *utf8, const bd_font *font,
			      const bd_place *place);
/* Where its lines may break (breaks.h), found on first use. */
const uint8_t *bd_paragraph_breaks(bd_env *env, bd_paragraph *p, const bd_place *place);
/* bd_leading_needed in px, of lines that all begin at the same x and have these cuts. */
double bd_paragraph_leading(bd_env *env, bd_paragraph *p, const bd_cuts *cuts,
			    const bd_text_line_at *lines, double size);
