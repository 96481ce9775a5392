/* xlsx_book.h - inside data/: the parts of an Excel workbook that its sheets refer to. */
#pragma once
#include "base/value.h"
#include "data/zip.h"

/* How a number format shows a number: as what kind, and with how many decimals per cent. */
typedef uint8_t bd_xlsx_look;
enum { BD_XLSX_PLAIN, BD_XLSX_DATE, BD_XLSX_MONTH, BD_XLSX_YEAR, BD_XLSX_PERCENT = 16 };

static inline bool bd_xlsx_look_is_date(bd_xlsx_look look)
{
	return look >= BD_XLSX_DATE && look <= BD_XLSX_YEAR;
}

typedef struct bd_xlsx_sheet {
	const char *name;
	const char *path; /* in the zip file */
	bool hidden;      /* taken by its name alone */
} bd_xlsx_sheet;

typedef struct bd_xlsx_book {
	bd_arena *arena;  /* of what stays */
	bd_arena scratch; /* of what goes when the book is closed */
	bd_zip zip;
	bd_xlsx_sheet *sheets;
	size_t sheet_count;
	const bd_value *strings; /* shared by all sheets; NFC */
	size_t string_count;
	const bd_xlsx_look *looks; /* per cell style */
	size_t style_count;
	bool from_1904; /* dates count from 1904-01-01 */
} bd_xlsx_book;

/* All parts but the sheets; damaged where one that must be there is not, too. To be closed whatever
 * comes out. */
bd_zip_state bd_xlsx_open(bd_xlsx_book *book, bd_arena *arena, const char *bytes, size_t length);
void bd_xlsx_close(bd_xlsx_book *book);
/* A member's text, until the book is closed. */
bool bd_xlsx_part(bd_xlsx_book *book, const char *path, const char **text, size_t *length);
/* The same, to be read part by part (data/zip.h); NULL where it is not there. */
zip_file_t *bd_xlsx_enter(bd_xlsx_book *book, const char *path);
/* A serial number of days as ms since 1970; Excel's 29 February 1900 included. */
double bd_xlsx_date(const bd_xlsx_book *book, double serial);
/* How a number format shows numbers; `code` as in styles.xml: "dd/mm/yyyy", "0.0%". */
bd_xlsx_look bd_xlsx_format_look(const char *code);
