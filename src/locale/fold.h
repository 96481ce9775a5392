/* fold.h - inside locale/: text as a reader of dates and numbers compares it. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A character without what does not matter there: small for capital, 0-9 for full-width and Lao
 * digits, '-' for every dash, '/' for every slash, ' ' for every blank; 0 for what has no width. */
uint32_t bd_fold_character(uint32_t c);
/* A text in that form, NUL-ended; SIZE_MAX where it does not fit into `room` bytes. */
size_t bd_fold(const char *text, size_t length, char *out, size_t room);
/* Is a folded word this one, whatever the name's capitals? */
bool bd_folded_is(const char *word, size_t length, const char *name);
