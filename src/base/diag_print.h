/* diag_print.h - diagnostics as the user reads them.
 *
 *	specs/quang-nam.json:14:9: error: unknown field 'valeu' [unknown-field]
 *	   14 |         "valeu": 13,
 *	      |         ^^^^^^^ did you mean 'value'?
 *	      = at /blocks/0/items/0
 *
 * Columns count characters; the carets count what a terminal shows, in which a mark takes no room
 * and a wide character two columns. Text of the user's is untrusted: control and bidirectional
 * characters are shown by number, and a long line is cut around the place. */
#pragma once
#include "base/diag.h"

/* All of them, sorted by place, a repeated one once; at most BD_MAX_DIAGS_SHOWN, then how many
 * more. "" where there is none. In `arena`. */
const char *bd_diags_text(bd_arena *arena, const bd_diags *diags, bd_ui_lang lang);
/* What was said already about a spec, on another of its pages or in another of its languages:
 * texts, in `arena`. */
typedef struct bd_said {
	bd_arena *arena;
	const char **items;
	size_t count, room;
} bd_said;
/* The same without what was said already; what is new is remembered. */
const char *bd_diags_news(bd_arena *arena, const bd_diags *diags, bd_ui_lang lang, bd_said *said);
/* The notes, which those leave out. */
const char *bd_notes_news(bd_arena *arena, const bd_diags *diags, bd_ui_lang lang, bd_said *said);

/* A message or hint with its {0} {1} … filled in. */
const char *bd_message_fill(bd_arena *arena, const char *text, const char *const args[],
			    bd_ui_lang lang);
