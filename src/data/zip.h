/* zip.h - reading members of a zip file in memory (APPNOTE 6.3.x), as far as office files need it:
 * stored or deflated, not encrypted, below 4 GB. A few checks and libdeflate, which is linked
 * anyway and twice as fast as what a zip library brings along. */
#pragma once
#include "base/arena.h"
#include <stdbool.h>
#include <stddef.h>

typedef struct bd_zip {
	const unsigned char *bytes;
	size_t length;
	size_t directory, count; /* where the list of members starts, and how many they are */
} bd_zip;

/* False where the bytes are no zip file. Borrows the bytes. */
bool bd_zip_open(bd_zip *zip, const char *bytes, size_t length);
/* A member's content, NUL-ended, in the arena. False where there is none of that name, it is
 * damaged (length or CRC), or larger than `most`. */
bool bd_zip_read(const bd_zip *zip, bd_arena *arena, const char *name, size_t most,
		 const char **content, size_t *size);
