/* utf8.h - reading and writing UTF-8 (RFC 3629). */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { BD_UTF8_ROOM = 4 };

/* The character at `text` (which ends at `end`), and in *next where the following one starts.
 * U+FFFD for a byte sequence that is no UTF-8; *next then skips one byte. text < end. */
uint32_t bd_utf8_next(const char *text, const char *end, const char **next);
/* Writes 1 to 4 bytes; returns how many. */
size_t bd_utf8_put(uint32_t character, char bytes[BD_UTF8_ROOM]);
size_t bd_utf8_count(const char *text, size_t length); /* characters */
/* The first byte that is not UTF-8; NULL where all is. */
const char *bd_utf8_invalid(const char *text, size_t length);
bool bd_utf8_is_ascii(const char *text, size_t length);
