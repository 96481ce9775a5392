/* memo.h - texts already laid out for a document.
 *
 * Fitting a page measures the same words at the same sizes and widths hundreds of times over while
 * it looks for the sizes that suit. A text is a function of the words, the font and the wrap, so it
 * is made once. */
#pragma once
#include "text/text.h"

typedef struct bd_text_memo bd_text_memo;

bd_text_memo *bd_text_memo_new(bd_arena *arena);

/* What stands under a key, or a fresh entry to be filled (`*fresh`). `wrap` is NULL for a line that
 * is not broken. NULL where the environment has no memo. */
typedef struct bd_text_entry {
	bd_text text;                   /* with a wrap */
	bd_line line;                   /* without */
	struct bd_paragraph *paragraph; /* without a size (paragraph.h) */
} bd_text_entry;
bd_text_entry *bd_text_memo_at(const bd_env *env, const char *utf8, const bd_font *font,
			       const bd_wrap *wrap, const bd_place *place, bool *fresh);
