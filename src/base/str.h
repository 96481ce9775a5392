/* str.h - building text and bytes piece by piece, and comparing it.
 *
 * A bd_str grows in its arena and is always ended by a NUL once something was added. */
#pragma once
#include "base/arena.h"
#include <stdarg.h>
#include <stdbool.h>

typedef struct bd_str {
	bd_arena *arena;
	char *bytes;
	size_t length, room;
} bd_str;

bd_str bd_str_new(bd_arena *arena);
void bd_str_add(bd_str *s, const char *text);
void bd_str_add_bytes(bd_str *s, const void *bytes, size_t length);
void bd_str_add_char(bd_str *s, char c);
void bd_str_printf(bd_str *s, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The text so far, never NULL; borrowed from the arena. */
const char *bd_str_text(bd_str *s);

bool bd_streq(const char *a, const char *b); /* NULL equals only NULL */
bool bd_starts_with(const char *text, const char *head);
bool bd_ends_with(const char *text, const char *tail);

/* Edits (insert, delete, change, swap of neighbours) that turn one name into the other; at most
 * 63 bytes are compared, a longer name is 99 away from everything. For "did you mean". */
int bd_edit_distance(const char *a, const char *b);
/* Whether two names differ only in accents, capitals, blanks, hyphens and underscores. */
bool bd_same_letters(const char *a, const char *b);
/* The closest of `names` (`stride` bytes apart, each starting with its `const char *` name,
 * `count` of them) within a third of the name's length, else the first that it is the
 * beginning of (from 4 letters on); NULL where there is none. */
const char *bd_closest(const char *name, const void *names, size_t count, size_t stride);
