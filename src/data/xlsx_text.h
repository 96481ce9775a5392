/* xlsx_text.h - inside data/: the texts of a workbook, each kept once however many cells show it.
 */
#pragma once
#include "data/intern.h"
#include "data/xlsx_book.h"

/* The text of a cell or of a shared string while its element is read: either characters as they
 * stand, or runs, whose text stands in <t>, but not how it is read aloud (<rPh>). */
typedef struct bd_xlsx_runs {
	BD_LIST(char) bytes;
	bool runs, in_t, aloud;
} bd_xlsx_runs;

/* Before an element: `runs` where its text stands in runs. */
void bd_xlsx_runs_begin(bd_xlsx_runs *r, bool runs);
/* For the elements within: `open` at their start, not at their end. */
void bd_xlsx_runs_tag(bd_xlsx_runs *r, const char *name, bool open);
/* Characters between tags; those that count are kept in the arena. */
void bd_xlsx_runs_text(bd_arena *arena, bd_xlsx_runs *r, const char *text, size_t length);

/* The bytes as a string in NFC, Excel's _x000D_ undone. */
bd_value bd_xlsx_text(bd_xlsx_book *book, bd_intern *known, const bd_xlsx_runs *r);

/* The strings that all sheets share; false where the part is damaged. */
bool bd_xlsx_read_strings(bd_xlsx_book *book);
