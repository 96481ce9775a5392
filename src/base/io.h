/* io.h - the one place that opens files a spec names.
 *
 * A spec is untrusted: it reads below its own folder and the folders that the user named, and
 * nothing else; no absolute path, no "..", no link that leads out, no device. What was opened is
 * remembered, for dependency files and caches. */
#pragma once
#include "base/arena.h"
#include "base/diag.h"

typedef struct bd_loader bd_loader;

/* A loader that lives in `arena`. `folders` (NULL-ended, borrowed) are tried in order; the first
 * is the spec's own. */
bd_loader *bd_loader_new(bd_arena *arena, const char *const folders[]);

typedef enum {
	BD_LOADED,
	BD_LOAD_OUTSIDE, /* the path leaves the folders */
	BD_LOAD_MISSING,
	BD_LOAD_TOO_BIG,
	BD_LOAD_UNREADABLE /* not a regular file, or reading failed */
} bd_load_status;

typedef struct bd_blob {
	const char *name;  /* as the spec calls it */
	const char *bytes; /* followed by a NUL that does not count */
	size_t length;
} bd_blob;

/* Reads the whole of a regular file of at most `most` bytes into the arena. A file asked for
 * twice is read once. */
bd_load_status bd_load(bd_loader *loader, const char *name, size_t most, bd_blob *blob);

/* The same, complaining at `place` where it fails. */
bool bd_load_or_complain(bd_loader *loader, const char *name, size_t most, bd_blob *blob,
			 bd_diags *diags, const bd_place *place);

/* The names opened so far, in order; NULL-ended. */
const char *const *bd_loader_dependencies(const bd_loader *loader);

/* Any file by its path, for the program's own use (a spec on the command line, fonts, icons):
 * no folder policy. */
bd_load_status bd_read_file(bd_arena *arena, const char *path, size_t most, bd_blob *blob);
