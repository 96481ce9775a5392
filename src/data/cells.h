/* cells.h - columns of text that is not looked at yet: what the CSV reader makes. */
#pragma once
#include "data/read.h"

/* A cell's text in its file, which has at most 1 GB; of one in quotes, what stands between them.
 * The top bit of `size` says that the cell holds doubled quotes, or text behind the closing one. */
typedef struct bd_cell_span {
	uint32_t start, size;
} bd_cell_span;

#define BD_CELL_DOUBLED 0x80000000u

/* Of each row where it starts, and where each of its cells ends: at the delimiter or line end
 * behind it. A cell that the row lacks ends where the row does. */
typedef struct bd_cells {
	bd_rows_origin origin;
	const bd_source *source;
	const char *const *names;
	size_t count, rows; /* of columns, of rows */
	uint32_t *ends;     /* count + 1 for each row */
	bd_decimal decimal; /* as the spec says */
	bd_decimal told;    /* by the certain cells, once they are looked at */
	bool looked;
	bool trim; /* blanks round cells are no part of them (tidy.h) */
} bd_cells;

static inline size_t bd_cell_span_length(bd_cell_span span)
{
	return span.size & ~BD_CELL_DOUBLED;
}

/* Of a cell that begins with a quote: `cell` ends at or behind its closing one. */
bd_cell_span bd_cell_unquoted(const char *text, bd_cell_span cell);

/* Without the blanks at its ends. */
bd_cell_span bd_cell_trimmed(const char *text, bd_cell_span cell);

/* A cell with its quotes, if it has any. */
static inline bd_cell_span bd_cell_raw(const bd_cells *cells, size_t row, size_t column)
{
	const uint32_t *ends = cells->ends + row * (cells->count + 1);
	uint32_t end = ends[column + 1], start = column ? ends[column] + 1 : ends[0];
	bd_cell_span cell = { start < end ? start : end, start < end ? end - start : 0 };
	return cells->trim && cell.size ? bd_cell_trimmed(cells->source->text, cell) : cell;
}

static inline bd_cell_span bd_cell_at(const bd_cells *cells, size_t row, size_t column)
{
	bd_cell_span cell = bd_cell_raw(cells, row, column);
	const char *text = cells->source->text;
	return cell.size && text[cell.start] == '"' ? bd_cell_unquoted(text, cell) : cell;
}

/* The cell's text in NFC, its doubled quotes undone. */
const char *bd_cell_text(bd_arena *arena, const char *text, bd_cell_span span);

/* A table whose columns are read when they are looked at. */
bd_table *bd_cells_table(bd_env *env, bd_cells *cells, const bd_read_options *options);
