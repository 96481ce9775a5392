/* theme.h - the tokens of a look: inks, type, spaces, and the Vega-Lite config of its charts.
 *
 * A theme holds values only; what they do is the business of layout/ and blocks/. Lengths are px on
 * a page whose shorter side is 1080 px; other pages scale them (layout/style.h). Each colour
 * carries its name as its ink, so that press output can map it exactly. */
#pragma once
#include "base/color.h"
#include <stdbool.h>
#include <stddef.h>

/* What a piece of text is, which decides its face, size and weight. */
typedef enum {
	BD_TEXT_KICKER,   /* capitals over the title */
	BD_TEXT_TITLE,    /* the finding */
	BD_TEXT_SUBTITLE, /* what, where, when, unit */
	BD_TEXT_HEAD,     /* of a block */
	BD_TEXT_HERO,     /* the one number */
	BD_TEXT_FIGURE,   /* the other numbers */
	BD_TEXT_UNIT,     /* "tỉ đồng" and "gần" beside a number */
	BD_TEXT_LEAD,     /* what the hero counts */
	BD_TEXT_BODY,
	BD_TEXT_STRONG, /* body, bold: dates, names */
	BD_TEXT_LABEL,  /* under numbers, beside marks: quieter than body */
	BD_TEXT_SMALL,  /* source, credit, notes */
	BD_TEXT_ROLE_COUNT
} bd_text_role;

typedef struct bd_type_token {
	const char *family;
	int weight;
	double size;     /* px at 1080 */
	double least;    /* the smallest it may shrink to on a screen, px at 1080 */
	double least_pt; /* and on paper, in points */
	double leading;  /* baseline to baseline, em */
	double tracking; /* em */
	bool tabular;
} bd_type_token;

typedef struct bd_theme {
	const char *name, *doc;
	bd_color paper, ink;
	bd_color grey[4]; /* from a hairline's light grey to the grey of quiet text (4.5:1) */
	bd_color accent;  /* "look here"; Việt Nam's side */
	bd_color second;  /* the other side: Lào */
	bd_color third;
	bd_color card; /* a panel's ground */
	bd_type_token type[BD_TEXT_ROLE_COUNT];
	double margin;         /* of the page, px at 1080 */
	double gutter;         /* between columns */
	double rule, hairline; /* widths of lines */
	const char *config;    /* Vega-Lite config, JSON text */
} bd_theme;

/* A theme by its name; NULL where there is none. */
const bd_theme *bd_theme_find(const char *name);
const bd_theme *bd_theme_default(void);
/* All of them; *count. */
const bd_theme *const *bd_theme_list(size_t *count);
