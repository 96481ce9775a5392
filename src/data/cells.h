/* cells.h - columns of text that is not looked at yet: what the CSV reader makes. */
#pragma once
#include "data/read.h"

/* Where a cell stands in its text: a file has at most 1 GB. The top bit of `size` says that the
 * cell holds doubled quotes. */
typedef struct bd_cell_span {
	uint32_t start, size;
} bd_cell_span;

#define BD_CELL_DOUBLED 0x80000000u

typedef struct bd_cells {
	bd_rows_origin origin;
	const bd_source *source;
	const char *const *names;
	size_t count, rows;
	bd_cell_span **spans; /* per column, per row */
	bool ascii;
	char *text; /* a copy of the source's, where cells are ended by NULs */
} bd_cells;

static inline bd_cell_span bd_cell_span_of(const char *text, const char *start, const char *end,
					   bool doubled)
{
	return (bd_cell_span){ (uint32_t)(start - text),
			       (uint32_t)(end - start) | (doubled ? BD_CELL_DOUBLED : 0) };
}

static inline size_t bd_cell_span_length(bd_cell_span span)
{
	return span.size & ~BD_CELL_DOUBLED;
}

/* The cell's text in NFC, its quotes undone. */
const char *bd_cell_text(bd_arena *arena, const char *text, bd_cell_span span);

/* A table whose columns are read when they are looked at. */
bd_table *bd_cells_table(bd_env *env, bd_cells *cells, const bd_read_options *options);
