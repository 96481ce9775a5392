/* xlsx_sheet.h - inside data/: the cells of one sheet of a workbook. */
#pragma once
#include "base/value.h"
#include "data/xlsx_book.h"

enum { BD_XLSX_ROWS = 1 << 20, BD_XLSX_COLUMNS = 1 << 14 }; /* Excel's own limits */

typedef struct bd_xlsx_area {
	size_t top, left, bottom, right; /* from 0, inclusive */
} bd_xlsx_area;

typedef struct bd_xlsx_cell {
	uint32_t row; /* from 0, as the column */
	uint16_t column;
	bd_xlsx_look look; /* what its style says */
	bd_value value;
} bd_xlsx_cell;

typedef struct bd_xlsx_cells {
	bd_xlsx_cell *items; /* those with a value, in the sheet's order */
	size_t count;
	bd_xlsx_area *merged;
	size_t merged_count;
	bool too_many; /* more rows, or cells in a row, than a sheet has: not read to its end */
} bd_xlsx_cells;

/* The cells of a sheet that stand in `area`; false where the sheet is damaged. The cells stay until
 * the book is closed, their texts longer. */
bool bd_xlsx_read_sheet(bd_xlsx_book *book, const bd_xlsx_sheet *sheet, bd_xlsx_area area,
			bd_xlsx_cells *cells);

/* "B3", "B3:F20", "A:D", "2:40"; a lone cell is the first of all to its right and below. False
 * where `text` is none. */
bool bd_xlsx_parse_area(const char *text, bd_xlsx_area *area);
/* "C5" of row 4, column 2. */
const char *bd_xlsx_cell_name(bd_arena *arena, size_t row, size_t column);
