/* xlsx.c - a sheet's cells as a table. */
#include "data/xlsx.h"

#include "base/limits.h"
#include "base/str.h"
#include "data/tidy.h"
#include "data/xlsx_sheet.h"
#include "locale/locale.h"
#include "unicode/case.h"
#include <stdlib.h>
#include <string.h>

/* Where the rows of a table stand in their sheet, for complaints. */
typedef struct origin {
	bd_rows_origin base;
	const char *sheet;    /* "số liệu.xlsx, Bảng 1" */
	const uint32_t *rows; /* of the sheet, from 0 */
	size_t top, left;
	const bd_table *table;
	const bd_xlsx_look *looks; /* of the sheet's area, column after column */
	size_t height;             /* of the area */
	const bd_locale *locale;
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

/* Of what a locale says, plain text again, as people type it: lines know what not to part. */
static const char *with_blanks(bd_arena *arena, const char *said)
{
	const char *const joiner = "\u00A0";
	bd_str s = bd_str_new(arena);
	for (const char *at; (at = strstr(said, joiner)); said = at + strlen(joiner)) {
		bd_str_add_bytes(&s, said, (size_t)(at - said));
		bd_str_add_char(&s, ' ');
	}
	bd_str_add(&s, said);
	return bd_str_text(&s);
}

/* A value as people write it, as exactly as its cell shows it: 22/7/2022, «tháng 7/2022», 44,69%.
 * Of a day, day and month stand in the order that is read in data, whatever the language. */
static const char *value_text(bd_arena *arena, bd_value v, bd_xlsx_look look,
			      const bd_locale *locale)
{
	const bd_locale *vi = bd_locale_find("vi");
	if (v.kind == BD_V_NUMBER && look >= BD_XLSX_PERCENT) {
		bd_number_style style = { .kind = BD_NUMBER_PERCENT,
					  .decimals = look - BD_XLSX_PERCENT,
					  .fixed_decimals = true };
		return with_blanks(arena,
				   bd_number_say(arena, locale ? locale : vi, &style, v.number));
	}
	if (bd_value_is_missing(v))
		return "";
	if (v.kind != BD_V_DATE)
		return bd_value_to_string(arena, v);
	if (look == BD_XLSX_MONTH || look == BD_XLSX_YEAR)
		return with_blanks(arena,
				   bd_date_say(arena, locale ? locale : vi, BD_DATE_SHORT,
					       bd_when_from_ms(v.number, look == BD_XLSX_MONTH
										 ? BD_DATE_MONTH
										 : BD_DATE_YEAR)));
	bd_when when = bd_when_from_ms(v.number, BD_DATE_DAY);
	if (when.ms != v.number)
		when = bd_when_from_ms(v.number, BD_DATE_TIME);
	return bd_date_say(arena, vi, BD_DATE_NUMERIC, when);
}

static const char *written(const bd_rows_origin *base, bd_arena *arena, size_t row,
			   const bd_column *column)
{
	const origin *o = (const origin *)base;
	size_t c = (size_t)column->file_column - 1;
	return value_text(arena, bd_column_value(o->table->columns[c], row),
			  o->looks[c * o->height + o->rows[row] - o->top], o->locale);
}

/* The cells as a grid over the area that is filled. */
typedef struct grid {
	bd_arena *arena; /* of the table */
	bd_xlsx_area area;
	size_t rows, columns;
	bd_value *values; /* column after column */
	bd_xlsx_look *looks;
	bool *filled; /* rows with a cell of their own, not only a part of merged ones */
} grid;

static bd_value *at(const grid *g, size_t row, size_t column)
{
	return &g->values[column * g->rows + row];
}

static bd_xlsx_look *look_at(const grid *g, size_t row, size_t column)
{
	return &g->looks[column * g->rows + row];
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
		bd_xlsx_look look = *look_at(g, m.top - g->area.top, m.left - g->area.left);
		for (size_t c = m.left; c <= m.right && c <= g->area.right; c++)
			for (size_t r = m.top; r <= m.bottom && r <= g->area.bottom; r++) {
				*at(g, r - g->area.top, c - g->area.left) = first;
				*look_at(g, r - g->area.top, c - g->area.left) = look;
			}
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
	g->looks = BD_ARRAY(g->arena, g->rows * g->columns, bd_xlsx_look);
	g->filled = BD_ARRAY(&book->scratch, g->rows, bool);
	for (size_t i = 0; i < cells->count; i++) {
		const bd_xlsx_cell *c = &cells->items[i];
		g->filled[c->row - g->area.top] = true;
		*at(g, c->row - g->area.top, c->column - g->area.left) = c->value;
		*look_at(g, c->row - g->area.top, c->column - g->area.left) = c->look;
	}
	fill_merged(g, cells);
	return true;
}

/* A column's name out of the first row; its letter ("C") where none stands there. */
static const char *column_name(const grid *g, size_t column, const bd_locale *locale)
{
	bd_value head = *at(g, 0, column);
	if (!bd_value_is_missing(head))
		return value_text(g->arena, head, *look_at(g, 0, column), locale);
	const char *cell = bd_xlsx_cell_name(g->arena, 0, g->area.left + column);
	return bd_strndup(g->arena, cell, strlen(cell) - 1);
}

static const char *const *column_names(const grid *g, const bd_locale *locale)
{
	const char **names = BD_ARRAY(g->arena, g->columns, const char *);
	for (size_t c = 0; c < g->columns; c++)
		names[c] = column_name(g, c, locale);
	bd_distinct_names(g->arena, names, g->columns);
	return names;
}

static bd_table *table_of(const grid *g, const char *sheet, const char *elsewhere,
			  const bd_locale *locale)
{
	uint32_t *rows = BD_ARRAY(g->arena, g->rows, uint32_t);
	size_t count = 0;
	for (size_t r = 1; r < g->rows; r++)
		if (g->filled[r])
			rows[count++] = (uint32_t)r;
	const char *const *names = column_names(g, locale);
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
	*o = (origin){ .base = { place_of, written, elsewhere, NULL },
		       .sheet = sheet,
		       .rows = rows,
		       .top = g->area.top,
		       .left = g->area.left,
		       .table = bd_table_copy(table),
		       .looks = g->looks,
		       .height = g->rows,
		       .locale = locale };
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
	for (size_t i = 0; i < book->sheet_count; i++) /* as in Excel, capitals do not count */
		if (!strcmp(bd_lower(env->scratch, book->sheets[i].name),
			    bd_lower(env->scratch, wanted)))
			return &book->sheets[i];
	char *end;
	long number = strtol(wanted, &end, 10);
	if (*wanted && !*end && number >= 1 && (size_t)number <= book->sheet_count)
		return &book->sheets[number - 1];
	bd_unknown_name(env->diags, place, BD_TERM_SHEET, wanted, book->sheets, book->sheet_count,
			sizeof *book->sheets);
	return NULL;
}

/* The names of the sheets that are seen, but for one: what a column that is not there may stand
 * in. */
static const char *other_sheets(bd_arena *arena, const bd_xlsx_book *book,
				const bd_xlsx_sheet *sheet)
{
	enum { MOST = 8 };
	bd_str all = bd_str_new(arena);
	int shown = 0;
	for (const bd_xlsx_sheet *s = book->sheets; s < book->sheets + book->sheet_count; s++)
		if (s != sheet && !s->hidden && shown++ <= MOST)
			bd_str_printf(&all, "%s%s", shown > 1 ? ", " : "",
				      shown > MOST ? "…" : s->name);
	return shown ? bd_str_text(&all) : NULL;
}

/* The sheet that a range names: "Sheet1!A1:C10", "'Bảng tỉnh'!A:C", '' being a ' inside. NULL:
 * none; *range is what follows. */
static const char *sheet_of_range(bd_arena *arena, const char **range)
{
	const char *mark = *range ? strrchr(*range, '!') : NULL, *at = *range;
	if (!mark || mark == at)
		return NULL;
	bool quoted = *at == '\'' && mark - at > 2 && mark[-1] == '\'';
	bd_str name = bd_str_new(arena);
	for (at += quoted; at < mark - quoted; at++) {
		at += quoted && at[0] == '\'' && at[1] == '\'' && at + 1 < mark - 1;
		bd_str_add_char(&name, *at);
	}
	*range = mark + 1;
	return bd_str_text(&name);
}

/* What a file is that is no .xlsx file, as far as that shows: an OLE file is of Excel before 2007,
 * or holds an encrypted one ("EncryptedPackage" in UTF-16, [MS-OFFCRYPTO] 2.3). */
static const char *what_else(const char *bytes, size_t length)
{
	static const char locked[] = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
	static const char ods[] = "mimetypeapplication/vnd.oasis.opendocument";
	if (length >= 4 && !memcmp(bytes, "\xD0\xCF\x11\xE0", 4))
		return memmem(bytes, length, locked, sizeof locked - 1) ? BD_TERM_XLSX_LOCKED
									: BD_TERM_XLSX_OLD;
	return memmem(bytes, length < 200 ? length : 200, ods, sizeof ods - 1)
		       ? BD_TERM_XLSX_ODS
		       : BD_TERM_XLSX_DAMAGED;
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
	else if (cells.too_many)
		wrong = BD_TERM_XLSX_TOO_LARGE;
	else if (!cells.count)
		wrong = BD_TERM_XLSX_EMPTY;
	else if (!make_grid(book, &cells, &g))
		wrong = BD_TERM_XLSX_TOO_LARGE;
	if (!wrong)
		return table_of(&g, bd_printf(env->arena, "%s, %s", name, sheet->name),
				other_sheets(env->arena, book, sheet), env->locale);
	bd_error(env->diags, place, BD_NOT_XLSX, name, wrong);
	return NULL;
}

bd_table *bd_xlsx_read(bd_env *env, const char *name, const char *bytes, size_t length,
		       const bd_xlsx_options *how, const bd_place *place)
{
	bd_xlsx_book book;
	bd_xlsx_area area = { 0, 0, BD_XLSX_ROWS - 1, BD_XLSX_COLUMNS - 1 };
	bd_table *table = NULL;
	bd_xlsx_options split = *how;
	const char *sheet = sheet_of_range(env->arena, &split.range);
	split.sheet = how->sheet ? how->sheet : sheet;
	if (split.range && (!bd_xlsx_parse_area(split.range, &area) ||
			    (sheet && how->sheet && strcmp(sheet, how->sheet)))) {
		bd_error(env->diags, place, BD_BAD_RANGE, how->range);
		return bd_table_new(env->arena, 0);
	}
	bd_zip_state state = bd_xlsx_open(&book, env->arena, bytes, length);
	if (state == BD_ZIP_NO_LIBRARY)
		bd_library_complain(&bd_libzip, BD_TERM_SO_NO_XLSX, BD_ERROR, env->diags, place);
	else if (state == BD_ZIP_OK)
		table = read_book(env, name, &book, &split, area, place);
	else
		bd_error(env->diags, place, BD_NOT_XLSX, name, what_else(bytes, length));
	bd_xlsx_close(&book);
	return table ? table : bd_table_new(env->arena, 0);
}
