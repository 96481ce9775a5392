/* qpdf.c - see qpdf.h. */
#include "render/qpdf.h"

#include <dlfcn.h>
#include <stddef.h>
#include <string.h>

const char *bd_qpdf_load(bd_qpdf *q)
{
	/* Debian 12's, Debian 13's, and whatever else there is */
	static const char *const names[] = { "libqpdf.so.29", "libqpdf.so.30", "libqpdf.so" };
	*q = (bd_qpdf){ 0 };
	for (size_t i = 0; !q->library && i < sizeof names / sizeof *names; i++)
		q->library = dlopen(names[i], RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
	if (!q->library)
		return "libqpdf is not installed (on Debian: libqpdf29)";
	void *symbol;
/* a function's address by way of memcpy: ISO C has no cast from an object's */
#define FUNCTION(name)                                           \
	symbol = dlsym(q->library, "qpdf_" #name);               \
	if (!symbol)                                             \
		return "libqpdf lacks the function qpdf_" #name; \
	memcpy(&q->name, &symbol, sizeof symbol);
#include "render/qpdf.def"
#undef FUNCTION
	return NULL;
}
