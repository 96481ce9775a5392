/* library.c - see library.h. */
#include "base/library.h"

#include <dlfcn.h>
#include <string.h>

bool bd_library_load(const bd_library *library, const bd_symbol *symbols, size_t count)
{
	void *handle = NULL;
	for (const char *const *file = library->files; !handle && *file; file++)
		handle = dlopen(*file, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
	if (!handle)
		return false;
	bool whole = true;
	for (size_t i = 0; i < count; i++) {
		void *found = dlsym(handle, symbols[i].name);
		/* by memcpy: ISO C has no cast from an object's address to a function's */
		memcpy(symbols[i].function, &found, sizeof found);
		whole = whole && found;
	}
	dlclose(handle);
	return whole;
}

static bool was_said(const bd_diags *diags, const char *name)
{
	for (const bd_diag *d = diags->first; d; d = d->next)
		if (d->message == BD_NO_LIBRARY && !strcmp(d->args[0], name))
			return true;
	return false;
}

void bd_library_complain(const bd_library *library, const char *so, bd_severity severity,
			 bd_diags *diags, const bd_place *place)
{
	if (was_said(diags, library->name))
		return;
	bd_diag *diag = bd_complain(diags, place, severity, BD_NO_LIBRARY,
				    (const char *const[]){ library->name, so, NULL });
	bd_suggest(diags, diag, BD_HINT_INSTALL, library->package);
}
