/* encoding.h - what the bytes of a data file mean, told by looking at them.
 *
 * Offices keep files in what their programs wrote ten or thirty years ago. What is no UTF-8 is read
 * in each encoding that Vietnamese was ever kept in, and the one that gives Vietnamese syllables
 * is it (method and rates: docs/ARCHITECTURE.md). */
#pragma once
#include "base/arena.h"
#include <stdbool.h>
#include <stddef.h>

typedef struct bd_decoded {
	const char *encoding; /* "utf-8", "windows-1258" …: one of bd_encoding_names */
	const char *text;     /* UTF-8, NUL-ended, no byte order mark; composed for Vietnamese */
	size_t length;
	const char *rival; /* an encoding that fits as well, with another text; NULL: none */
} bd_decoded;

/* A file's text. `encoding` is what the spec says (case and punctuation do not matter, "tcvn3" and
 * "abc" are one); NULL: found by looking. Text that is UTF-8 already is not copied. False where
 * `encoding` is no name known here, where the bytes do not fit it, or where no encoding gives
 * sense; *bad is then the first byte that is no UTF-8. */
bool bd_text_decode(bd_arena *arena, const char *bytes, size_t length, const char *encoding,
		    bd_decoded *decoded, const char **bad);

/* The encodings' names; NULL-ended. */
const char *const *bd_encoding_names(void);
/* The name that `text` means; NULL where it is none. */
const char *bd_encoding_find(const char *text);

/* How Vietnamese a text is: the share of its words with marks that are syllables of the language,
 * less what no text would hold; 0 where there are none. At most the first 64 KiB are read. */
double bd_vietnamese_share(const char *text, size_t length);
