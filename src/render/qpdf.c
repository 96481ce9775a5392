/* qpdf.c - see qpdf.h. */
#include "render/qpdf.h"

#include "base/library.h"

/* Debian 12's, Debian 13's, and whatever else there is */
static const char *const files[] = { "libqpdf.so.29", "libqpdf.so.30", "libqpdf.so", NULL };
static const bd_library libqpdf = { "libqpdf", "libqpdf29", files };

bool bd_qpdf_load(bd_qpdf *q, bd_diags *diags)
{
	const bd_symbol symbols[] = {
#define FUNCTION(name) { "qpdf_" #name, &q->name },
#include "render/qpdf.def"
#undef FUNCTION
	};
	bool whole = bd_library_load(&libqpdf, symbols, sizeof symbols / sizeof *symbols);
	if (!whole)
		bd_library_complain(&libqpdf, BD_TERM_SO_NO_PDF, BD_ERROR, diags, NULL);
	return whole;
}
