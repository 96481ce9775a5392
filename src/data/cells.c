/* cells.c - a column's cells become numbers, dates or text when the column is first looked at. */
#include "data/cells.h"

#include "base/number.h"
#include "base/number_plain.h"
#include "base/parallel.h"
#include "base/str.h"
#include "base/time_read.h"
#include "base/utf8.h"
#include "data/cells_text.h"
#include "data/guess.h"
#include "data/office.h"
#include "unicode/nfc.h"
#include "json/locate.h"
#include <math.h>
#include <stdint.h>
#include <string.h>

enum { PARALLEL_ROWS = 20000 }; /* worth threads */

typedef struct recipe {
	bd_env *env;
	bd_cells *cells;
	size_t column;
	bd_read_as as;
	const char *pattern;
	bool office;
	bd_decimal decimal;
} recipe;

/* Doubled quotes made one, in place; returns the length. A lone one is where the quotes end: what
 * follows it stays as it is. */
static size_t undouble(char *text, size_t length)
{
	size_t to = 0, i = 0;
	for (; i < length; i++) {
		if (text[i] == '"' && (++i == length || text[i] != '"'))
			break;
		text[to++] = text[i];
	}
	memmove(text + to, text + i, length - i);
	return to + length - i;
}

static bool is_blank(const char *at, const char *end)
{
	while (at < end && (*at == ' ' || *at == '\t'))
		at++;
	return at == end;
}

bd_cell_span bd_cell_unquoted(const char *text, bd_cell_span cell)
{
	const char *start = text + cell.start + 1, *end = text + cell.start + cell.size, *quote;
	uint32_t doubled = 0;
	for (const char *at = start; (quote = memchr(at, '"', (size_t)(end - at)));
	     at = quote + 2) {
		if (quote + 1 == end || quote[1] != '"')
			break;
		doubled = BD_CELL_DOUBLED;
	}
	uint32_t size = (uint32_t)((quote ? quote : end) - start);
	if (quote && quote + 1 < end && !is_blank(quote + 1, end)) { /* "x"y is xy, as in Excel */
		size = (uint32_t)(end - start);
		doubled = BD_CELL_DOUBLED;
	}
	return (bd_cell_span){ cell.start + 1, size | doubled };
}

const char *bd_cell_text(bd_arena *arena, const char *text, bd_cell_span span)
{
	size_t length = bd_cell_span_length(span);
	char *copy = bd_strndup(arena, text + span.start, length);
	if (span.size & BD_CELL_DOUBLED) {
		length = undouble(copy, length);
		copy[length] = 0;
	}
	return bd_utf8_is_ascii(copy, length) ? copy : bd_nfc(arena, copy, length);
}

typedef struct number_work {
	const recipe *recipe;
	double *numbers;
	bool empty[BD_SLICES]; /* a cell of the slice is */
} number_work;

/* A number that is not written plainly; NaN where there is none. */
static double read_number(const char *text, bd_cell_span span)
{
	const char *start = text + span.start, *end;
	size_t length = bd_cell_span_length(span);
	if (span.size & BD_CELL_DOUBLED) {
		bd_arena scratch = { 0 };
		double number = bd_value_to_number(bd_v_string(bd_cell_text(&scratch, text, span)));
		bd_arena_free(&scratch);
		return number;
	}
	if (!length)
		return NAN;
	double number = bd_number_parse(start, length, &end);
	if (end != start + length)
		number = bd_value_to_number((bd_value){
			.kind = BD_V_STRING, .length = (uint32_t)length, .string = start });
	return number;
}

/* Numbers straight from the file's bytes. */
static void read_numbers(void *context, size_t slice, size_t from, size_t end)
{
	number_work *w = context;
	const bd_cells cells = *w->recipe->cells; /* copies: the loop need not fetch them again */
	const size_t column = w->recipe->column, file = cells.source->length;
	const char *text = cells.source->text;
	double *numbers = w->numbers;
	bool empty = false;
	for (size_t i = from; i < end; i++) {
		bd_cell_span span = bd_cell_at(&cells, i, column);
		double number;
		if ((span.size & BD_CELL_DOUBLED) ||
		    !bd_number_plain(text + span.start, span.size, file - span.start, &number)) {
			number = read_number(text, span);
			empty = empty || !span.size;
		}
		numbers[i] = number;
	}
	w->empty[slice] = empty;
}

static void make_numbers(bd_arena *arena, bd_column *c, const recipe *r)
{
	number_work w = { .recipe = r, .numbers = BD_ARRAY(arena, c->rows, double) };
	bd_parallel(c->rows, PARALLEL_ROWS, read_numbers, &w);
	c->kind = BD_COLUMN_NUMBER;
	c->numbers = w.numbers;
	c->missing = NULL;
	bool empty = false;
	for (size_t i = 0; i < BD_SLICES; i++)
		empty = empty || w.empty[i];
	if (!empty)
		return;
	uint8_t *missing = BD_ARRAY(arena, c->rows, uint8_t);
	for (size_t i = 0; i < c->rows; i++)
		if (!bd_cell_span_length(bd_cell_at(r->cells, i, r->column)))
			missing[i] = BD_IS_NULL;
	c->missing = missing;
}

/* Guessed: what every cell of the column can be read as. */
static bd_read_as guessed(const recipe *r)
{
	bd_guess guess = bd_guess_new();
	const char *text = r->cells->source->text;
	for (size_t i = 0; i < r->cells->rows && !bd_guess_is_text(&guess); i++) {
		bd_cell_span span = bd_cell_at(r->cells, i, r->column);
		bd_guess_add(&guess, text + span.start, bd_cell_span_length(span));
	}
	return bd_guess_result(&guess);
}

/* Plain numbers (12, -3.5), none of them with three decimals that might be thousands. */
static bool are_plain(const recipe *r)
{
	bd_decimal_evidence evidence = { 0 };
	const char *text = r->cells->source->text, *end;
	for (size_t i = 0; i < r->cells->rows; i++) {
		bd_cell_span span = bd_cell_at(r->cells, i, r->column);
		const char *start = text + span.start;
		size_t length = bd_cell_span_length(span);
		double number = bd_number_parse(start, length, &end);
		if (end != start + length || isinf(number) || bd_office_is_code(start, length))
			return false;
		if (memchr(start, '.', length))
			bd_decimal_look(&evidence, start, length);
	}
	return bd_decimal_decide(&evidence) != BD_DECIMAL_AMBIGUOUS;
}

static const bd_column *read_written(const recipe *r, const bd_column *text)
{
	bd_read_as as = r->as == BD_AS_GUESS ? bd_office_guess(text, r->decimal) : r->as;
	if (as != BD_AS_NUMBER && as != BD_AS_DATE)
		return text;
	return bd_office_read(r->env, (bd_cell_places){ &r->cells->origin, NULL }, text, as,
			      r->decimal);
}

/* Text that repeats is read once for all of its cells. */
static const bd_column *read_text(bd_arena *arena, const recipe *r, bd_column *text, bd_read_as as)
{
	if (!text->codes || text->code_count > text->rows / 2)
		return bd_column_read(r->env, text, as, r->pattern);
	bd_value *values = BD_ARRAY(arena, text->code_count, bd_value);
	for (size_t i = 0, seen = 0; seen < text->code_count; i++)
		if (text->codes[i] == seen)
			values[seen++] = text->values[i];
	bd_column *different = bd_column_new_values(arena, text->name, values, text->code_count);
	different = bd_column_read(r->env, different, as, r->pattern);
	return bd_column_ready(arena, bd_column_pick(arena, different, text->codes, text->rows));
}

static void make_column(bd_arena *arena, bd_column *c)
{
	const recipe *r = c->recipe;
	bd_read_as as = r->as == BD_AS_GUESS ? guessed(r) : r->as;
	bool written = r->office && !r->pattern && (as != BD_AS_BOOLEAN && as != BD_AS_STRING) &&
		       r->as != BD_AS_IS;
	c->make = NULL;
	if (as == BD_AS_NUMBER && (!written || (r->decimal == BD_DECIMAL_EITHER && are_plain(r)))) {
		make_numbers(arena, c, r);
		return;
	}
	bd_cells_make_text(arena, r->cells, c);
	if (as == BD_AS_IS && !written)
		return;
	const bd_column *read = written ? read_written(r, c) : read_text(arena, r, c, as);
	if (read == c)
		return;
	c->codes = NULL;
	c->kind = read->kind;
	c->numbers = read->numbers;
	c->missing = read->missing;
	c->values = read->values;
}

static const bd_place *cell_place(const bd_rows_origin *origin, bd_arena *arena, size_t row,
				  const bd_column *column)
{
	const bd_cells *cells = (const bd_cells *)origin;
	bd_cell_span span = bd_cell_at(cells, row, (size_t)column->file_column - 1);
	const bd_source *source = cells->source;
	bd_position at = bd_position_of(source, span.start);
	bd_place *place = BD_NEW(arena, bd_place);
	size_t extent = bd_utf8_count(source->text + span.start, bd_cell_span_length(span));
	*place = (bd_place){ .source = source,
			     .line = at.line,
			     .column = at.column,
			     .extent = extent ? extent : 1 };
	return place;
}

static const char *cell_written(const bd_rows_origin *origin, bd_arena *arena, size_t row,
				const bd_column *column)
{
	const bd_cells *cells = (const bd_cells *)origin;
	return bd_cell_text(arena, cells->source->text,
			    bd_cell_at(cells, row, (size_t)column->file_column - 1));
}

/* Looked for once a file, and only where a column cannot tell by itself. */
static bd_decimal cells_decimal(const bd_rows_origin *origin)
{
	bd_cells *cells = (bd_cells *)(uintptr_t)origin;
	const char *text = cells->source->text;
	bd_decimal_evidence evidence = { 0 };
	if (cells->decimal != BD_DECIMAL_EITHER || cells->looked)
		return cells->decimal != BD_DECIMAL_EITHER ? cells->decimal : cells->told;
	for (size_t row = 0; row < cells->rows; row++)
		for (size_t c = 0; c < cells->count; c++) {
			bd_cell_span span = bd_cell_at(cells, row, c);
			bd_office_look(&evidence, text + span.start, bd_cell_span_length(span));
		}
	cells->looked = true;
	cells->told = bd_office_told(&evidence);
	return cells->told;
}

bd_table *bd_cells_table(bd_env *env, bd_cells *cells, const bd_read_options *options)
{
	static const bd_read_options as_is = { 0 };
	options = options ? options : &as_is;
	cells->origin = (bd_rows_origin){ cell_place, cell_written, NULL, cells_decimal };
	cells->decimal = options->decimal;
	bd_table *table = bd_table_new(env->arena, cells->rows);
	table->origin = &cells->origin;
	for (size_t i = 0; i < cells->count; i++) {
		recipe *r = BD_NEW(env->arena, recipe);
		*r = (recipe){ .env = env,
			       .cells = cells,
			       .column = i,
			       .as = options->others,
			       .office = options->office,
			       .decimal = options->decimal };
		for (size_t k = 0; k < options->count; k++)
			if (!strcmp(options->columns[k].field, cells->names[i])) {
				r->as = options->columns[k].as;
				r->pattern = options->columns[k].pattern;
			}
		bd_column *c = BD_NEW(env->arena, bd_column);
		*c = (bd_column){ .name = cells->names[i],
				  .rows = cells->rows,
				  .make = make_column,
				  .recipe = r,
				  .file_column = (int)i + 1 };
		bd_table_set(table, c);
	}
	return table;
}
