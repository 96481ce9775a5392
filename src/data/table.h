/* table.h - a table: named columns of equal length.
 *
 * A table is a short list of columns (base/column.h), which several tables may share, so that
 * adding, dropping and renaming columns is free whatever the number of rows. Picking rows makes
 * columns that are gathered only when somebody looks at them. Tables and columns live in an arena
 * and never change under a reader. */
#pragma once
#include "base/column.h"
#include "base/diag.h"
#include "base/env.h"
#include "locale/locale.h"

/* Where the rows of a table were written, for complaints; NULL for rows that were made. */
typedef struct bd_rows_origin bd_rows_origin;

typedef struct bd_table {
	bd_arena *arena;
	size_t rows;
	bd_column **columns;
	size_t count, room; /* of columns */
	const bd_rows_origin *origin;
	const uint32_t *origin_rows; /* row of this table → row of the origin; NULL: the same */
	/* Columns that a transform would have made had it not failed: nothing more is said of them.
	 * `unsure`: it would have made others too, whose names are not known. */
	const struct bd_promise *promised;
	bool unsure;
} bd_table;

typedef struct bd_promise {
	const char *name;
	const struct bd_promise *next;
} bd_promise;

bd_table *bd_table_new(bd_arena *arena, size_t rows);
/* Another table with the same columns, to be changed without touching the first. */
bd_table *bd_table_copy(const bd_table *table);
/* Adds a column (of table->rows rows), or puts it in the place of the one of its name. */
void bd_table_set(bd_table *table, bd_column *column);
void bd_table_drop(bd_table *table, const char *name);
/* The rows `picked` (borrowed; `count` of them), in that order. */
bd_table *bd_table_pick(const bd_table *table, const uint32_t *picked, size_t count);

/* A column by its exact name, ready to be read; NULL where there is none. */
bd_column *bd_table_column(bd_table *table, const char *name);
/* A column by Vega's field path: "year", "nơi.tỉnh", "giá['2020']", "a\\.b" or "[a.b]" for a name
 * with a dot. A nested member becomes a column (undefined where a row has none), as does
 * "count[0]". NULL where the first name is no column. */
bd_column *bd_table_field(bd_table *table, const char *path);
/* The same, with a complaint (and a "did you mean") where there is none, or where no row has such a
 * member. */
bd_column *bd_table_need(bd_env *env, bd_table *table, const char *path, const bd_place *place);
/* The same for an exact name, as expressions have it: `datum.name`. */
bd_column *bd_table_need_name(bd_env *env, bd_table *table, const char *name,
			      const bd_place *place);
/* What is promised of `from` is promised of `table`, which was made of it. */
void bd_table_inherit(bd_table *table, const bd_table *from);
void bd_table_promise(bd_table *table, const char *name);
/* The i-th column, ready to be read. */
bd_column *bd_table_at(bd_table *table, size_t i);

bd_value bd_table_cell(bd_table *table, size_t row, const char *path);
/* A row as an object, its members in the order of the columns: `datum`. */
bd_value bd_table_row(bd_table *table, size_t row);

/* Where a cell was written: line and column of its data file, or its place in the spec. NULL
 * where it was computed. The file is read again for this: for complaints only. */
const bd_place *bd_table_place(bd_table *table, size_t row, const bd_column *column);

/* What stands there, as it was written; else the value as text. */
const char *bd_table_written(bd_table *table, size_t row, const bd_column *column);

/* How many columns a table of so many rows may have, if it is not known how full they are. */
size_t bd_table_most_columns(size_t rows);

/* Rows from values: objects become rows (columns in the order of first appearance), anything else
 * the one column "data". NULL where the objects have more names than bd_table_most_columns. */
bd_table *bd_table_from_values(bd_arena *arena, const bd_value *values, size_t count);

/* Splits a field path into its names: "a.b[0]['c d']" → a, b, 0, "c d". */
const char *const *bd_path_split(bd_arena *arena, const char *path, size_t *count);
/* The name that a column made of a path gets: the path, or a lone name without its escapes. */
const char *bd_path_name(bd_arena *arena, const char *path);
/* A member along the names; undefined where the way ends. */
bd_value bd_value_along(bd_value v, const char *const *names, size_t count);

/* For readers: how a cell's place is found, and its text; column->file_column is not 0. */
struct bd_rows_origin {
	const bd_place *(*place)(const bd_rows_origin *origin, bd_arena *arena, size_t row,
				 const bd_column *column);
	const char *(*written)(const bd_rows_origin *origin, bd_arena *arena, size_t row,
			       const bd_column *column);
	const char *elsewhere; /* the workbook's other sheets, "A, B"; NULL: none */
	/* The decimal sign that the file's other cells are sure to be written with, or that the
	 * spec says; BD_DECIMAL_EITHER where neither tells. May be NULL. */
	bd_decimal (*decimal)(const bd_rows_origin *origin);
};
