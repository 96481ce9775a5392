/* line.h - inside text/: what text.h and wrap.c share. */
#pragma once
#include "text/shape.h"

/* NFC, and shaped; complains about characters that cannot be drawn, and an unknown family. Good
 * until the next call; its text lasts as long as env->arena. */
const char *bd_text_prepare(bd_env *env, const char *utf8, const bd_font *font,
			    const bd_place *place);
/* A part of a prepared text as a line. */
bd_line bd_line_of(bd_env *env, const char *text, size_t length, const bd_font *font);
/* What the faces of a text may cover above and below the baseline, in em, and whether most of it is
 * Lao. */
typedef struct bd_reach {
	double ascent, descent;
	bool lao;
} bd_reach;
bd_reach bd_text_reach(bd_env *env, const char *text, size_t length, const bd_font *font);
/* Whether the same was complained of at the same place: a text is set more than once on the way to
 * a picture. */
bool bd_already_said(const bd_diags *diags, bd_message message, const bd_place *place,
		     const char *arg);
