/* library.h - shared libraries that only some pictures need, loaded when the first one does: each
 * costs a cold start more than it is worth to the others, and a system that lacks one still draws
 * all else. A user of one lists the functions it calls, with a place for the address of each. */
#pragma once
#include "base/diag.h"
#include <stdbool.h>
#include <stddef.h>

typedef struct bd_library {
	const char *name;         /* "libzip" */
	const char *package;      /* Debian 12's */
	const char *const *files; /* the one its headers belong to first; ends with NULL */
} bd_library;

typedef struct bd_symbol {
	const char *name; /* "zip_fread" */
	void *function;   /* the address of a pointer to it */
} bd_symbol;

/* Finds all of the functions in the first of the files that is there; false where one is missing.
 * A library stays once it is loaded. */
bool bd_library_load(const bd_library *library, const bd_symbol *symbols, size_t count);

/* Says that it is missing, what follows from that (a BD_TERM_…) and what to install; once,
 * however often it is called. */
void bd_library_complain(const bd_library *library, const char *so, bd_severity severity,
			 bd_diags *diags, const bd_place *place);
