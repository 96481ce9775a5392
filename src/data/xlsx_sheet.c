#include "data/xlsx_sheet.h"

#include "base/number.h"
#include "base/number_plain.h"
#include "base/time_read.h"
#include "data/xlsx_text.h"
#include "xml/push.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

/* --- names of cells --- */

/* Letters and digits of "B12" as column and row from 0; -1 for a part that is not there. */
static const char *take_cell(const char *at, const char *end, long *column, long *row)
{
	long letters = 0, digits = 0;
	while (at < end && *at == '$')
		at++;
	for (; at < end && isalpha((unsigned char)*at) && letters <= BD_XLSX_COLUMNS; at++)
		letters = letters * 26 + (toupper((unsigned char)*at) - 'A' + 1);
	while (at < end && *at == '$')
		at++;
	for (; at < end && isdigit((unsigned char)*at) && digits <= BD_XLSX_ROWS; at++)
		digits = digits * 10 + (*at - '0');
	*column = letters - 1;
	*row = digits - 1;
	return at;
}

bool bd_xlsx_parse_area(const char *text, bd_xlsx_area *area)
{
	const char *end = text + strlen(text);
	long column, row, last_column = -1, last_row = -1;
	const char *at = take_cell(text, end, &column, &row);
	if (column < 0 && row < 0)
		return false;
	if (*at != ':' && (column < 0 || row < 0))
		return false;
	if (*at == ':') {
		at = take_cell(at + 1, end, &last_column, &last_row);
		if ((last_column < 0) != (column < 0) || (last_row < 0) != (row < 0))
			return false;
	}
	if (*at || column >= BD_XLSX_COLUMNS || row >= BD_XLSX_ROWS ||
	    last_column >= BD_XLSX_COLUMNS || last_row >= BD_XLSX_ROWS)
		return false;
	*area = (bd_xlsx_area){ .top = row < 0 ? 0 : (size_t)row,
				.left = column < 0 ? 0 : (size_t)column,
				.bottom = last_row < 0 ? BD_XLSX_ROWS - 1 : (size_t)last_row,
				.right = last_column < 0 ? BD_XLSX_COLUMNS - 1
							 : (size_t)last_column };
	return area->top <= area->bottom && area->left <= area->right;
}

const char *bd_xlsx_cell_name(bd_arena *arena, size_t row, size_t column)
{
	char letters[8];
	size_t n = sizeof letters - 1;
	letters[n] = 0;
	for (size_t c = column + 1; c > 0; c = (c - 1) / 26)
		letters[--n] = (char)('A' + (c - 1) % 26);
	return bd_printf(arena, "%s%zu", letters + n, row + 1);
}

/* --- cells --- */

/* What stands in a cell's <v>, by its `t` (ECMA-376 18.18.11). */
typedef enum { NUMBER, SHARED, BOOLEAN, FAULT, DATE, TEXT } content;

/* A sheet while it is read. */
typedef struct reader {
	bd_xlsx_book *book;
	zip_file_t *file;
	size_t rows, cells_of_row; /* seen so far; a small file may unfold to any number */
	bool too_many;
	bd_xlsx_area area;
	long row, column; /* of the cell that is being read */
	long style;
	content content;
	bool in_cell, in_value, in_runs; /* <c>, its <v>, its <is> */
	bool in_formula, only_formula;   /* its <f>; nothing but that so far */
	bd_xlsx_runs runs;               /* what stands in either */
	bd_value value;
	bd_intern known;
	BD_LIST(bd_xlsx_cell) cells;
	BD_LIST(bd_xlsx_area) merged;
} reader;

static content content_of(const char *type)
{
	switch (type ? *type : 'n') {
	case 's': return type[1] ? TEXT : SHARED;
	case 'b': return BOOLEAN;
	case 'e': return FAULT;
	case 'd': return DATE;
	case 'n': return NUMBER;
	default: return type && *type ? TEXT : NUMBER;
	}
}

static bd_xlsx_look look_of(const reader *r)
{
	return r->style >= 0 && (size_t)r->style < r->book->style_count ? r->book->looks[r->style]
									: BD_XLSX_PLAIN;
}

static bd_value number_value(const reader *r, const char *text, size_t length)
{
	const char *end = text + length;
	double number;
	if (!bd_number_plain(text, length, r->runs.bytes.room, &number))
		number = bd_number_parse(text, length, &end);
	if (end == text)
		return bd_v_undefined();
	return bd_xlsx_look_is_date(look_of(r)) ? bd_v_date(bd_xlsx_date(r->book, number))
						: bd_v_number(number);
}

static bd_value value_of(reader *r)
{
	const char *text = r->runs.bytes.items;
	size_t length = r->runs.bytes.count;
	double ms;
	if (!length)
		return bd_v_undefined();
	switch (r->content) {
	case SHARED: {
		size_t index = strtoul(text, NULL, 10);
		return index < r->book->string_count ? r->book->strings[index] : bd_v_undefined();
	}
	case BOOLEAN: return bd_v_bool(*text == '1');
	case FAULT: /* #N/A says that nothing is known; #REF! and the like stay, to be told of */
		if (length == 4 && !memcmp(text, "#N/A", 4))
			return bd_v_undefined();
		break;
	case NUMBER: return number_value(r, text, length);
	case DATE:
		if (bd_time_read(text, length, &ms))
			return bd_v_date(ms);
		break;
	case TEXT: break;
	}
	return bd_xlsx_text(r->book, &r->known, &r->runs);
}

static void begin_cell(reader *r, const char *const *attributes)
{
	const char *name = bd_xml_pushed(attributes, "r"), *style = bd_xml_pushed(attributes, "s");
	long row;
	if (name)
		take_cell(name, name + strlen(name), &r->column, &row);
	else
		r->column++;
	r->too_many = r->too_many || ++r->cells_of_row > BD_XLSX_COLUMNS;
	r->content = content_of(bd_xml_pushed(attributes, "t"));
	r->style = style ? strtol(style, NULL, 10) : -1;
	r->value = bd_v_undefined();
	r->in_cell = true;
	r->only_formula = false;
}

static void end_cell(reader *r)
{
	/* A formula that no program has computed: its text, which no chart takes for a number. */
	bd_value value = r->only_formula ? bd_xlsx_text(r->book, &r->known, &r->runs) : r->value;
	bool inside = r->column >= (long)r->area.left && r->column <= (long)r->area.right &&
		      r->row >= (long)r->area.top && r->row <= (long)r->area.bottom &&
		      r->column < BD_XLSX_COLUMNS && r->row < BD_XLSX_ROWS;
	bool filled = value.kind != BD_V_UNDEFINED && !(value.kind == BD_V_STRING && !value.length);
	if (inside && filled)
		bd_push(&r->book->scratch, &r->cells,
			((bd_xlsx_cell){ (uint32_t)r->row, (uint16_t)r->column, look_of(r),
					 value }));
	r->in_cell = r->in_value = r->in_runs = r->in_formula = false;
}

static inline bool is_letter(const char *name, char letter)
{
	return name[0] == letter && !name[1];
}

static void start_in_cell(reader *r, const char *name)
{
	if (r->in_runs) {
		bd_xlsx_runs_tag(&r->runs, name, true);
		return;
	}
	r->in_value = is_letter(name, 'v');
	r->in_runs = !strcmp(name, "is");
	r->in_formula = is_letter(name, 'f');
	if (r->in_value || r->in_runs || r->in_formula)
		bd_xlsx_runs_begin(&r->runs, r->in_runs);
	r->only_formula = r->in_formula || (r->only_formula && !r->in_value);
	if (r->in_formula)
		bd_xlsx_runs_text(&r->book->scratch, &r->runs, "=", 1);
}

/* A row that no sheet has is one behind the last, which no area holds. */
static long row_number(const char *text)
{
	long row = strtol(text, NULL, 10);
	return row > 0 && row <= BD_XLSX_ROWS ? row : BD_XLSX_ROWS + 1;
}

static void on_start(void *user, const char *name, const char *const *attributes)
{
	reader *r = user;
	const char *value;
	if (r->in_cell) {
		start_in_cell(r, name);
	} else if (is_letter(name, 'c')) {
		begin_cell(r, attributes);
	} else if (!strcmp(name, "row")) {
		r->column = -1;
		r->cells_of_row = 0;
		r->too_many = r->too_many || ++r->rows > BD_XLSX_ROWS;
		value = bd_xml_pushed(attributes, "r");
		r->row = value ? row_number(value) - 1 : r->row + 1;
	} else if (!strcmp(name, "mergeCell") && (value = bd_xml_pushed(attributes, "ref"))) {
		bd_xlsx_area area;
		if (bd_xlsx_parse_area(value, &area))
			bd_push(&r->book->scratch, &r->merged, area);
	}
}

static void on_end(void *user, const char *name)
{
	reader *r = user;
	if (!r->in_cell)
		return;
	if (r->in_value && is_letter(name, 'v')) {
		r->value = value_of(r);
		r->in_value = false;
	} else if (r->in_runs && !strcmp(name, "is")) {
		r->value = bd_xlsx_text(r->book, &r->known, &r->runs);
		r->in_runs = false;
	} else if (r->in_formula && is_letter(name, 'f')) {
		r->in_formula = false;
	} else if (r->in_runs) {
		bd_xlsx_runs_tag(&r->runs, name, false);
	} else if (is_letter(name, 'c')) {
		end_cell(r);
	}
}

static void on_text(void *user, const char *text, size_t length)
{
	reader *r = user;
	if (r->in_value || r->in_runs || r->in_formula)
		bd_xlsx_runs_text(&r->book->scratch, &r->runs, text, length);
}

static size_t feed(void *user, char *room, size_t size)
{
	reader *r = user;
	return r->too_many ? 0 : bd_zip_next(&r->book->zip, r->file, room, size);
}

bool bd_xlsx_read_sheet(bd_xlsx_book *book, const bd_xlsx_sheet *sheet, bd_xlsx_area area,
			bd_xlsx_cells *cells)
{
	static const bd_xml_handlers handlers = { on_start, on_end, on_text };
	reader r = {
		.book = book, .area = area, .row = -1, .known = bd_intern_new(&book->scratch)
	};
	r.file = bd_xlsx_enter(book, sheet->path);
	if (!r.file)
		return false;
	bool whole = bd_xml_push_fed(feed, &handlers, &r);
	whole = bd_zip_leave(&book->zip, r.file) && whole;
	*cells = (bd_xlsx_cells){ r.cells.items, r.cells.count, r.merged.items, r.merged.count,
				  r.too_many };
	return whole || r.too_many;
}
