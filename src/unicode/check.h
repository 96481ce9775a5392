/* check.h - characters that do not belong in the text of a picture: what cannot be seen, what turns
 * the order of others round, what Unicode reserves, piles of marks. They come from copying, or
 * from someone's wish to deceive (UTR #36); drawn or not, they are never meant. */
#pragma once
#include "base/diag.h"

/* Complains about each such character of `text` (valid UTF-8), at its own place in the string that
 * `place` names; false where there was one. Line feeds, carriage returns and tabs are fine. */
bool bd_text_check(bd_diags *diags, const bd_place *place, const char *text, size_t length);

/* Whether bd_text_check complains about this character (piles of marks apart). */
bool bd_is_forbidden(unsigned character);

/* The first character that it complains about, and why; NULL where there is none. A file without
 * one takes about a nanosecond a byte. */
const char *bd_text_forbidden(const char *text, size_t length, bd_message *why);
/* What to name in the message `why` about the character at `at`. */
const char *bd_forbidden_name(bd_arena *arena, bd_message why, const char *at, const char *end);
