/* csv.h - delimiter-separated text (RFC 4180, read as forgivingly as d3-dsv does). */
#pragma once
#include "data/read.h"

/* The table of a text whose first line names the columns. delimiter 0: found by looking (comma,
 * semicolon, tab or bar). Cells are looked at when their column is; `options` says as what. */
bd_table *bd_csv_read(bd_env *env, const bd_source *source, char delimiter,
		      const bd_read_options *options);
/* The delimiter of a text: the one that splits its first lines into equally many cells. */
char bd_csv_delimiter(const char *text, size_t length);
