/* env.h - what every phase has at hand while one document is made. Filled by compile.c; the
 * pointers are opaque here, so that base/ knows of no higher layer. */
#pragma once
#include "base/arena.h"
#include "base/diag.h"
#include "base/io.h"
#include "base/origins.h"

typedef struct bd_env {
	bd_arena *arena;   /* the document's: what ends up in the scene lives here */
	bd_arena *scratch; /* freed when the document is compiled */
	bd_diags *diags;
	const bd_place *place; /* of the chart at hand, or the spec: for texts that know no other */
	bd_loader *loader;
	bd_origins *origins;            /* of the data read so far; NULL: not remembered */
	struct bd_fonts *fonts;         /* text/text.h */
	struct bd_text_memo *texts;     /* text/memo.h; NULL: nothing is remembered */
	const struct bd_theme *theme;   /* theme/theme.h; NULL for a bare chart */
	const struct bd_locale *locale; /* locale/locale.h */
	const char *lang;               /* of the document: "vi", "lo", "en" … */
	const char *share;              /* the folder in which fonts/ and icons/ stand */
	double now;                     /* what now() says, ms since 1970 UTC: --date */
	bool strict;                    /* warnings are errors */
} bd_env;
