#include "data/xlsx_sheet.h"

#include "base/number.h"
#include "base/time_read.h"
#include <ctype.h>
#include <stdio.h>
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

/* A sheet while it is read. */
typedef struct reader {
	const bd_xlsx_book *book;
	bd_xml *xml;
	bd_xlsx_area area;
	long row, column; /* of the cell that is being read */
	BD_LIST(bd_xlsx_cell) cells;
	BD_LIST(bd_xlsx_area) merged;
} reader;

/* The text up to the END of the element that was just begun. */
static const char *content(reader *r, size_t *length)
{
	const char *text = "";
	*length = 0;
	if (bd_xml_next(r->xml) == BD_XML_TEXT) {
		text = bd_xml_text(r->xml, length);
		bd_xml_next(r->xml);
	}
	return text;
}

static bd_value text_value(reader *r, const char *text, size_t length)
{
	char *copy = bd_strndup(r->book->arena, text, length);
	return bd_v_string(bd_xlsx_text(r->book->arena, copy, length));
}

static bd_value number_value(reader *r, const char *text, size_t length, long style)
{
	const char *end;
	double number = bd_number_parse(text, length, &end);
	if (end == text)
		return bd_v_undefined();
	bool is_date =
		style >= 0 && (size_t)style < r->book->style_count && r->book->style_is_date[style];
	return is_date ? bd_v_date(bd_xlsx_date(r->book, number)) : bd_v_number(number);
}

/* What <v> says, by the cell's type `t`. */
static bd_value value_of(reader *r, const char *type, long style)
{
	size_t length;
	const char *text = content(r, &length);
	char first = *type ? *type : 'n';
	if (!length)
		return bd_v_undefined();
	if (first == 's' && !type[1]) {
		size_t index = strtoul(text, NULL, 10);
		return index < r->book->string_count ? bd_v_string(r->book->strings[index])
						     : bd_v_undefined();
	}
	if (first == 'b')
		return bd_v_bool(*text == '1');
	if (first == 'e') /* #N/A, #DIV/0!: nothing is known */
		return bd_v_undefined();
	double ms;
	if (first == 'd' && bd_time_read(text, length, &ms))
		return bd_v_date(ms);
	return first == 'n' ? number_value(r, text, length, style) : text_value(r, text, length);
}

static void read_cell(reader *r)
{
	const char *name = bd_xml_attribute(r->xml, "r");
	const char *style = bd_xml_attribute(r->xml, "s"), *t = bd_xml_attribute(r->xml, "t");
	char type[16]; /* "inlineStr" is the longest; attributes go with their START */
	snprintf(type, sizeof type, "%s", t ? t : "");
	long style_number = style ? strtol(style, NULL, 10) : -1, row;
	if (name)
		take_cell(name, name + strlen(name), &r->column, &row);
	else
		r->column++;
	bd_value value = bd_v_undefined();
	for (bd_xml_kind kind; (kind = bd_xml_next(r->xml)) < BD_XML_DONE;) {
		if (kind == BD_XML_END && bd_xml_is(r->xml, "c"))
			break;
		if (kind != BD_XML_START)
			continue;
		if (bd_xml_is(r->xml, "v"))
			value = value_of(r, type, style_number);
		else if (bd_xml_is(r->xml, "is"))
			value = bd_v_string(bd_xlsx_runs(r->book->arena, r->xml, "is"));
	}
	bool inside = r->column >= (long)r->area.left && r->column <= (long)r->area.right &&
		      r->row >= (long)r->area.top && r->row <= (long)r->area.bottom &&
		      r->column < BD_XLSX_COLUMNS && r->row < BD_XLSX_ROWS;
	bool filled = value.kind != BD_V_UNDEFINED && !(value.kind == BD_V_STRING && !value.length);
	if (inside && filled)
		bd_push(r->book->arena, &r->cells,
			((bd_xlsx_cell){ (uint32_t)r->row, (uint32_t)r->column, value }));
}

static void read_start(reader *r)
{
	const char *value;
	if (bd_xml_is(r->xml, "c")) {
		read_cell(r);
	} else if (bd_xml_is(r->xml, "row")) {
		r->column = -1;
		value = bd_xml_attribute(r->xml, "r");
		if (value)
			r->row = strtol(value, NULL, 10) - 1;
		else
			r->row++;
	} else if (bd_xml_is(r->xml, "mergeCell") && (value = bd_xml_attribute(r->xml, "ref"))) {
		bd_xlsx_area area;
		if (bd_xlsx_parse_area(value, &area))
			bd_push(r->book->arena, &r->merged, area);
	}
}

bool bd_xlsx_read_sheet(const bd_xlsx_book *book, const bd_xlsx_sheet *sheet, bd_xlsx_area area,
			bd_xlsx_cells *cells)
{
	const char *text;
	size_t length;
	if (!bd_xlsx_part(book, sheet->path, &text, &length))
		return false;
	reader r = {
		.book = book, .xml = bd_xml_new(book->arena, text, length), .area = area, .row = -1
	};
	bd_xml_kind kind;
	while ((kind = bd_xml_next(r.xml)) < BD_XML_DONE)
		if (kind == BD_XML_START)
			read_start(&r);
	bd_xml_free(r.xml);
	*cells = (bd_xlsx_cells){ r.cells.items, r.cells.count, r.merged.items, r.merged.count };
	return kind == BD_XML_DONE;
}
