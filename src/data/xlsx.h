/* xlsx.h - tables out of Excel's files (ECMA-376), by way of libzip (data/zip.h) and expat
 * (xml/xml.h). */
#pragma once
#include "data/read.h"

typedef struct bd_xlsx_options {
	const char *sheet; /* its name, or its number from 1; NULL: the first */
	/* "B3:F20", "B3" (from there on), "A:D", or with the sheet before it, as Excel writes it:
	 * "'Bảng tỉnh'!A:D"; NULL: all that is filled */
	const char *range;
} bd_xlsx_options;

/* The first row of the range names the columns. Dates are known by their cells' styles; formulas
 * give the value that Excel computed last; each cell of merged ones has the first one's value.
 * Whatever is wrong with the file is one complaint, and an empty table. `name` is what the user
 * calls the file, `place` where the spec names it. */
bd_table *bd_xlsx_read(bd_env *env, const char *name, const char *bytes, size_t length,
		       const bd_xlsx_options *how, const bd_place *place);
