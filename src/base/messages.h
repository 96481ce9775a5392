/* messages.h - all that bieudo says about mistakes, from messages.def.
 *
 * A message has a stable slug ("unknown-field"), an English and a Vietnamese text, and words for
 * `bieudo explain SLUG`. {0}, {1} … stand for its arguments, which a translation may reorder. */
#pragma once
#include <stdbool.h>
#include <stddef.h>

typedef enum {
#define MESSAGE(id, slug, en, vi, explain_en, explain_vi) BD_##id,
#define HINT(id, en, vi)
#define TERM(id, en, vi)
#include "base/messages.def"
#undef MESSAGE
#undef HINT
#undef TERM
	BD_MESSAGE_COUNT
} bd_message;

typedef enum {
	BD_NO_HINT,
#define MESSAGE(id, slug, en, vi, explain_en, explain_vi)
#define HINT(id, en, vi) BD_HINT_##id,
#define TERM(id, en, vi)
#include "base/messages.def"
#undef MESSAGE
#undef HINT
#undef TERM
	BD_HINT_COUNT
} bd_hint;

/* Words that a message may take as an argument and that are translated: "a number". They are
 * told apart from the user's own text by their address. */
#define MESSAGE(id, slug, en, vi, explain_en, explain_vi)
#define HINT(id, en, vi)
#define TERM(id, en, vi) extern const char BD_TERM_##id[];
#include "base/messages.def"
#undef MESSAGE
#undef HINT
#undef TERM

typedef enum { BD_UI_EN, BD_UI_VI, BD_UI_COUNT } bd_ui_lang;

const char *bd_message_slug(bd_message message);
const char *bd_message_text(bd_message message, bd_ui_lang lang);
const char *bd_message_explain(bd_message message, bd_ui_lang lang);
/* The message of a slug; BD_MESSAGE_COUNT where there is none. */
bd_message bd_message_find(const char *slug);
const char *bd_hint_text(bd_hint hint, bd_ui_lang lang);

bool bd_is_term(const char *text);
/* A term in `lang`; any other text as it is. */
const char *bd_term_text(const char *text, bd_ui_lang lang);
