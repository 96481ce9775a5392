/* column.h - a column of data: one typed array, a value a row.
 *
 * Numbers, dates and booleans are doubles, so that sums, scales and marks run over plain arrays;
 * everything else is an array of bd_value. A column never changes once it is made: tables share
 * them, and a transform makes new ones. */
#pragma once
#include "base/number_span.h"
#include "base/value.h"
#include <stddef.h>

typedef enum {
	BD_COLUMN_NUMBER, /* numbers */
	BD_COLUMN_DATE,   /* numbers: milliseconds since 1970 UTC */
	BD_COLUMN_BOOL,   /* numbers: 0 or 1 */
	BD_COLUMN_TEXT,   /* values: strings, and nothing else */
	BD_COLUMN_VALUES  /* values of any kind */
} bd_column_kind;

typedef struct bd_column {
	const char *name;
	bd_column_kind kind;
	const double *numbers;  /* NaN where a row is missing */
	const uint8_t *missing; /* per row 0, BD_IS_NULL or BD_IS_UNDEFINED; NULL where none is.
				   Only of kinds with numbers. */
	const bd_value *values;
	size_t rows;

	/* A column that nobody looked at yet has only a name and rows; this makes the rest
	 * (bd_column_ready). NULL once that is done. */
	void (*make)(bd_arena *arena, struct bd_column *column);
	const void *recipe;
	const double *as_numbers;   /* bd_column_numbers' answer, kept */
	const bd_number_span *span; /* bd_column_span's */
	/* data/group.h's numbering of its values, kept */
	const uint32_t *codes;
	size_t code_count;
	int file_column; /* 1-based in its data file; 0: made by a transform */
} bd_column;

enum { BD_IS_NULL = 1, BD_IS_UNDEFINED = 2 };

static inline bool bd_column_has_numbers(const bd_column *c)
{
	return c->kind <= BD_COLUMN_BOOL;
}

static inline bd_value bd_column_value(const bd_column *c, size_t row)
{
	if (c->kind >= BD_COLUMN_TEXT)
		return c->values[row];
	if (c->missing && c->missing[row])
		return c->missing[row] == BD_IS_NULL ? bd_v_null() : bd_v_undefined();
	if (c->kind == BD_COLUMN_BOOL)
		return bd_v_bool(c->numbers[row] != 0);
	return (bd_value){ .kind = c->kind == BD_COLUMN_DATE ? BD_V_DATE : BD_V_NUMBER,
			   .number = c->numbers[row] };
}

/* New columns over arrays that the caller made; nothing is copied. */
bd_column *bd_column_new_numbers(bd_arena *arena, const char *name, bd_column_kind kind,
				 const double *numbers, const uint8_t *missing, size_t rows);
/* The kind is found by looking: an array of nothing but numbers (or dates, or booleans) and
 * missing ones becomes a column with numbers. */
bd_column *bd_column_new_values(bd_arena *arena, const char *name, const bd_value *values,
				size_t rows);
bd_column *bd_column_new_constant(bd_arena *arena, const char *name, bd_value value, size_t rows);
/* The same column under another name. */
bd_column *bd_column_rename(bd_arena *arena, const bd_column *c, const char *name);
/* The rows `picked` (borrowed) of `c`, gathered when somebody looks. */
bd_column *bd_column_pick(bd_arena *arena, bd_column *c, const uint32_t *picked, size_t count);
/* Makes a column that is not made yet. Everybody who gets a column from a table gets it ready. */
static inline bd_column *bd_column_ready(bd_arena *arena, bd_column *c)
{
	if (c && c->make)
		c->make(arena, c);
	return c;
}

/* The column as numbers, whatever its kind: text is read as a number (JavaScript's Number), NaN
 * where a row is missing, empty text or no number. Kept in the column after the first call. */
const double *bd_column_numbers(bd_arena *arena, bd_column *c);
/* The span of these numbers; kept, too. */
const bd_number_span *bd_column_span(bd_arena *arena, bd_column *c);
