/* zip.h - reading members of a zip file in memory by libzip, as far as office files need it: stored
 * or deflated, not encrypted. The library is loaded on first use: only .xlsx needs it, and it
 * brings a cipher library along. */
#pragma once
#include "base/library.h"
#include <stdbool.h>
#include <stddef.h>
#include <zip.h>

extern const bd_library bd_libzip;

typedef enum { BD_ZIP_OK, BD_ZIP_DAMAGED, BD_ZIP_NO_LIBRARY } bd_zip_state;

typedef struct bd_zip {
#define FUNCTION(name) __typeof__(&zip_##name) name;
#include "data/zip.def"
#undef FUNCTION
	zip_t *archive;
} bd_zip;

/* Borrows the bytes. To be closed whatever comes out. */
bd_zip_state bd_zip_open(bd_zip *zip, const char *bytes, size_t length);
void bd_zip_close(bd_zip *zip);
/* Is there a member of that name, whatever its case? */
bool bd_zip_has(const bd_zip *zip, const char *name);
/* A member that is read part by part; NULL as below. */
zip_file_t *bd_zip_enter(const bd_zip *zip, const char *name, size_t most, size_t *size);
/* Up to `size` bytes of it; how many, 0 at the end. */
size_t bd_zip_next(const bd_zip *zip, zip_file_t *file, char *room, size_t size);
/* False where it was damaged (length or CRC: only seen where it was read to its end). */
bool bd_zip_leave(const bd_zip *zip, zip_file_t *file);
/* A member's content, NUL-ended, in the arena. False where there is none of that name, it is
 * damaged (length or CRC), or larger than `most`. */
bool bd_zip_read(const bd_zip *zip, bd_arena *arena, const char *name, size_t most,
		 const char **content, size_t *size);
