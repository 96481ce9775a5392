/* xlsx.c - a sheet's cells as a table. */
#include "data/xlsx.h"

#include "base/limits.h"
#include "base/str.h"
#include "data/tidy.h"
#include "data/xlsx_sheet.h"
#include "locale/locale.h"
#include <stdlib.h>
#include <string.h>

/* Where the rows of a table stand in their sheet, for complaints. */
typedef struct origin {
	bd_rows_origin base;
	const char *sheet;    /* "số liệu.xlsx, Bảng 1" */
	const uint32_t *rows; /* of the sheet, from 0 */
	size_t left;
	const bd_table *table;
} origin;

static const bd_place *place_of(const bd_rows_origin *base, bd_arena *arena, size_t row,
				const bd_column *column)
{
	const origin *o = (const origin *)base;
	bd_source *source = BD_NEW(arena, bd_source);
	size_t at = o->left + (size_t)column->file_column - 1;
	*source = (bd_source){ .name = bd_printf(arena, "%s!%s", o->sheet,
						 bd_xlsx_cell_name(arena, o->rows[row], at)) };
	bd_place *place = BD_NEW(arena, bd_place);
	*place = (bd_place){ .source = source };
	return place;
}

/* A value as people write it: a date as 22/7/2022. */
static const char *value_text(bd_arena *arena, bd_value v)
{
	if (v.kind != BD_V_DATE)
		return bd_value_to_string(arena, v);
	bd_when when = bd_when_from_ms(v.number, BD_DATE_DAY);
	if (when.ms != v.number)
		when = bd_when_from_ms(v.number, BD_DATE_TIME);
	return bd_date_say(arena, bd_locale_find("vi"), BD_DATE_NUMERIC, when);
}

static const char *written(const bd_rows_origin *base, bd_arena *arena, size_t row,
			   const bd_column *column)
{
	const origin *o = (const origin *)base;
	return value_text(arena, bd_column_value(o->table->columns[column->file_column - 1], row));
}

/* The cells as a grid over the area that is filled. */
typedef struct grid {
	bd_arena *arena; /* of the table */
	bd_xlsx_area area;
	size_t rows, columns;
	bd_value *values; /* column after column */
	bool *filled;     /* rows with a cell of their own, not only a part of merged ones */
} grid;

static bd_value *at(const grid *g, size_t row, size_t column)
{
	return &g->values[column * g->rows + row];
}

static bd_xlsx_area filled_area(const bd_xlsx_cells *cells)
{
	bd_xlsx_area area = { BD_XLSX_ROWS, BD_XLSX_COLUMNS, 0, 0 };
	for (size_t i = 0; i < cells->count; i++) {
		const bd_xlsx_cell *c = &cells->items[i];
		area.top = c->row < area.top ? c->row : area.top;
		area.bottom = c->row > area.bottom ? c->row : area.bottom;
		area.left = c->column < area.left ? c->column : area.left;
		area.right = c->column > area.right ? c->column : area.right;
	}
	return area;
}

/* Every cell of merged ones has the value of the first. */
static void fill_merged(const grid *g, const bd_xlsx_cells *cells)
{
	for (size_t i = 0; i < cells->merged_count; i++) {
		bd_xlsx_area m = cells->merged[i];
		if (m.top < g->area.top || m.left < g->area.left || m.top > g->area.bottom ||
		    m.left > g->area.right)
			continue;
		bd_value first = *at(g, m.top - g->area.top, m.left - g->area.left);
		for (size_t c = m.left; c <= m.right && c <= g->area.right; c++)
			for (size_t r = m.top; r <= m.bottom && r <= g->area.bottom; r++)
				*at(g, r - g->area.top, c - g->area.left) = first;
	}
}

static bool make_grid(bd_xlsx_book *book, const bd_xlsx_cells *cells, grid *g)
{
	*g = (grid){ .arena = book->arena, .area = filled_area(cells) };
	g->rows = g->area.bottom - g->area.top + 1;
	g->columns = g->area.right - g->area.left + 1;
	if (g->rows * g->columns > BD_MAX_CELLS)
		return false;
	g->values = BD_ARRAY(&book->scratch, g->rows * g->columns, bd_value);
	for (size_t i = 0; i < g->rows * g->columns; i++)
		g->values[i] = bd_v_null();
	g->filled = BD_ARRAY(&book->scratch, g->rows, bool);
	for (size_t i = 0; i < cells->count; i++) {
		const bd_xlsx_cell *c = &cells->items[i];
		g->filled[c->row - g->area.top] = true;
		*at(g, c->row - g->area.top, c->column - g->area.left) = c->value;
	}
	fill_merged(g, cells);
	return true;
}

/* A column's name out of the first row; its letter ("C") where none stands there. */
static const char *column_name(const grid *g, size_t column)
{
	bd_value head = *at(g, 0, column);
	if (!bd_value_is_missing(head))
		return value_text(g->arena, head);
	const char *cell = bd_xlsx_cell_name(g->arena, 0, g->area.left + column);
	return bd_strndup(g->arena, cell, strlen(cell) - 1);
}

static const char *const *column_names(const grid *g)
{
	const char **names = BD_ARRAY(g->arena, g->columns, const char *);
	for (size_t c = 0; c < g->columns; c++)
		names[c] = column_name(g, c);
	bd_distinct_names(g->arena, names, g->columns);
	return names;
}

static bd_table *table_of(const grid *g, const char *sheet)
{
	uint32_t *rows = BD_ARRAY(g->arena, g->rows, uint32_t);
	size_t count = 0;
	for (size_t r = 1; r < g->rows; r++)
		if (g->filled[r])
			rows[count++] = (uint32_t)r;
	const char *const *names = column_names(g);
	bd_table *table = bd_table_new(g->arena, count);
	for (size_t c = 0; c < g->columns; c++) {
		bd_value *values = BD_ARRAY(g->arena, count, bd_value);
		for (size_t r = 0; r < count; r++)
			values[r] = *at(g, rows[r], c);
		bd_column *column = bd_column_new_values(g->arena, names[c], values, count);
		column->file_column = (int)c + 1;
		bd_table_set(table, column);
	}
	for (size_t r = 0; r < count; r++)
		rows[r] += (uint32_t)g->area.top;
	origin *o = BD_NEW(g->arena, origin);
	*o = (origin){ { place_of, written }, sheet, rows, g->area.left, bd_table_copy(table) };
	table->origin = &o->base;
	return table;
}

/* By name, or by number from 1. */
static const bd_xlsx_sheet *find_sheet(bd_env *env, const bd_xlsx_book *book, const char *wanted,
				       const bd_place *place)
{
	for (size_t i = 0; !wanted && i < book->sheet_count; i++)
		if (!book->sheets[i].hidden)
			return &book->sheets[i];
	if (!wanted)
		return &book->sheets[0];
	for (size_t i = 0; i < book->sheet_count; i++)
		if (!strcmp(book->sheets[i].name, wanted))
			return &book->sheets[i];
	char *end;
	long number = strtol(wanted, &end, 10);
	if (*wanted && !*end && number >= 1 && (size_t)number <= book->sheet_count)
		return &book->sheets[number - 1];
	bd_unknown_name(env->diags, place, BD_TERM_SHEET, wanted, book->sheets, book->sheet_count,
			sizeof *book->sheets);
	return NULL;
}

/* Of what Excel or a password made before 2007: an OLE file. */
static bool is_old(const char *bytes, size_t length)
{
	return length >= 4 && !memcmp(bytes, "\xD0\xCF\x11\xE0", 4);
}

/* The table of an open workbook; NULL after a complaint. */
static bd_table *read_book(bd_env *env, const char *name, bd_xlsx_book *book,
			   const bd_xlsx_options *how, bd_xlsx_area area, const bd_place *place)
{
	bd_xlsx_cells cells;
	grid g;
	const bd_xlsx_sheet *sheet = find_sheet(env, book, how->sheet, place);
	if (!sheet)
		return NULL;
	const char *wrong = NULL;
	if (!bd_xlsx_read_sheet(book, sheet, area, &cells))
		wrong = BD_TERM_XLSX_DAMAGED;
	else if (!cells.count)
		wrong = BD_TERM_XLSX_EMPTY;
	else if (!make_grid(book, &cells, &g))
		wrong = BD_TERM_XLSX_TOO_LARGE;
	if (!wrong)
		return table_of(&g, bd_printf(env->arena, "%s, %s", name, sheet->name));
	bd_error(env->diags, place, BD_NOT_XLSX, name, wrong);
	return NULL;
}

bd_table *bd_xlsx_read(bd_env *env, const char *name, const char *bytes, size_t length,
		       const bd_xlsx_options *how, const bd_place *place)
{
	bd_xlsx_book book;
	bd_xlsx_area area = { 0, 0, BD_XLSX_ROWS - 1, BD_XLSX_COLUMNS - 1 };
	bd_table *table = NULL;
	if (how->range && !bd_xlsx_parse_area(how->range, &area)) {
		bd_error(env->diags, place, BD_BAD_RANGE, how->range);
		return bd_table_new(env->arena, 0);
	}
	bd_zip_state state = bd_xlsx_open(&book, env->arena, bytes, length);
	if (state == BD_ZIP_NO_LIBRARY)
		bd_library_complain(&bd_libzip, BD_TERM_SO_NO_XLSX, BD_ERROR, env->diags, place);
	else if (state == BD_ZIP_OK)
		table = read_book(env, name, &book, how, area, place);
	else
		bd_error(env->diags, place, BD_NOT_XLSX, name,
			 is_old(bytes, length) ? BD_TERM_XLSX_OLD : BD_TERM_XLSX_DAMAGED);
	bd_xlsx_close(&book);
	return table ? table : bd_table_new(env->arena, 0);
}
