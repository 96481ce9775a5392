/* locate.h - JSON pointer to line and column, found by rescanning the text.
 *
 * jansson forgets where a value stood. Rather than carry positions through every parse, we look
 * them up in the rare case that something is wrong. */
#pragma once
#include "base/diag.h"

typedef struct bd_position {
	size_t line, column; /* 1-based; columns count characters */
} bd_position;

bd_position bd_position_of(const bd_source *source, size_t offset);

/* bd_source.locate for JSON text: the value that `pointer` names or, with `key`, the name of its
 * member; `within`, a byte of that string once its escapes are undone, counted from 1. A pointer
 * that leads nowhere gives the nearest node above. */
void bd_locate(const bd_source *source, const char *pointer, bool key, size_t within, size_t *line,
	       size_t *column, size_t *extent);
