/* office.h - columns as offices write them: 1.234,5 or 1,234.5, «7 300 000», «18/7/1977», empty
 * cells as dashes. For posters; a bare Vega-Lite spec reads as Vega does.
 *
 * Whether a point parts thousands or decimals is told by all cells of a column together; where they
 * cannot tell ("650.000" and the like), by the certain numbers in the file's other columns
 * ("0,35"). Where these tell nothing either, that is an error: half of the readers would see a
 * number a thousand times too large. */
#pragma once
#include "data/read.h"
#include "locale/locale.h"

/* Where a column's cells were written: rows of the origin (NULL: the same as the column's). */
typedef struct bd_cell_places {
	const bd_rows_origin *origin;
	const uint32_t *rows;
} bd_cell_places;

/* `text`, a column of text (or of values, some of them text), as numbers or dates (`as`). What
 * cannot be read is complained of at its cell, where that is known, and is missing. */
bd_column *bd_office_read(bd_env *env, bd_cell_places places, const bd_column *text, bd_read_as as,
			  bd_decimal said);
/* The decimal sign that a `format` names; BD_DECIMAL_EITHER: none. */
bd_decimal bd_office_decimal_said(const bd_json *format);
/* What all cells of such a column can be read as: numbers, dates, or text as they are. */
bd_read_as bd_office_guess(const bd_column *text, bd_decimal said);
/* 0912 345 678 and 007 are no numbers: their zeros must stay. */
bool bd_office_is_code(const char *text, size_t length);
/* Adds what a cell of a file tells of its decimal sign: only a whole cell that is a number does. */
void bd_office_look(bd_decimal_evidence *evidence, const char *text, size_t length);
/* What all of a file's cells tell; BD_DECIMAL_EITHER where they tell nothing, or both. */
bd_decimal bd_office_told(const bd_decimal_evidence *evidence);
/* «50 tấn» where a number is due: an error that says how to part them. */
void bd_office_not_a_number(bd_env *env, const bd_place *place, const char *text,
			    const char *column);
/* A day as Excel counts it, from 1927 to 2173: what dates are in a file that lost its styles. `ms`
 * since 1970, UTC; false where the number is no such day. */
bool bd_office_serial_date(double number, double *ms);
/* What to write instead of a text that is no date, where that can be told. */
void bd_office_suggest_date(bd_env *env, bd_diag *diag, const char *text);
