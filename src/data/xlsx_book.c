#include "data/xlsx_book.h"

#include "base/array.h"
#include "base/str.h"
#include "base/time.h"
#include "data/xlsx_text.h"
#include "unicode/nfc.h"
#include "xml/xml.h"
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 1 << 29, FIRST_CUSTOM = 164 };

bool bd_xlsx_part(bd_xlsx_book *book, const char *path, const char **text, size_t *length)
{
	return bd_zip_read(&book->zip, &book->scratch, path, MOST_BYTES, text, length);
}

zip_file_t *bd_xlsx_enter(bd_xlsx_book *book, const char *path)
{
	size_t size;
	return bd_zip_enter(&book->zip, path, MOST_BYTES, &size);
}

/* --- sheets --- */

/* A target of a relation, which counts from the folder xl/ or from the top. */
static const char *target_path(bd_arena *arena, const char *target)
{
	return *target == '/' ? bd_strdup(arena, target + 1) : bd_printf(arena, "xl/%s", target);
}

static const char *find_target(bd_xlsx_book *book, const char *id)
{
	const char *text;
	size_t length;
	if (!id || !bd_xlsx_part(book, "xl/_rels/workbook.xml.rels", &text, &length))
		return NULL;
	const char *path = NULL;
	bd_xml *xml = bd_xml_new(&book->scratch, text, length);
	for (bd_xml_kind kind; !path && (kind = bd_xml_next(xml)) < BD_XML_DONE;)
		if (kind == BD_XML_START && bd_xml_is(xml, "Relationship") &&
		    bd_streq(bd_xml_attribute(xml, "Id"), id)) {
			const char *target = bd_xml_attribute(xml, "Target");
			path = target ? target_path(book->arena, target) : NULL;
		}
	bd_xml_free(xml);
	return path;
}

static bool read_sheets(bd_xlsx_book *book)
{
	const char *text;
	size_t length;
	BD_LIST(bd_xlsx_sheet) sheets = { 0 };
	if (!bd_xlsx_part(book, "xl/workbook.xml", &text, &length))
		return false;
	bd_xml_kind kind;
	bd_xml *xml = bd_xml_new(&book->scratch, text, length);
	while ((kind = bd_xml_next(xml)) < BD_XML_DONE) {
		if (kind != BD_XML_START)
			continue;
		if (bd_xml_is(xml, "workbookPr")) {
			const char *value = bd_xml_attribute(xml, "date1904");
			book->from_1904 = value && (*value == '1' || *value == 't');
		}
		if (!bd_xml_is(xml, "sheet"))
			continue;
		const char *name = bd_xml_attribute(xml, "name");
		const char *path = find_target(book, bd_xml_attribute(xml, "id"));
		const char *state = bd_xml_attribute(xml, "state");
		bool hidden = state && strcmp(state, "visible") != 0;
		if (name && path)
			bd_push(book->arena, &sheets,
				((bd_xlsx_sheet){ bd_nfc(book->arena, name, strlen(name)), path,
						  hidden }));
	}
	bd_xml_free(xml);
	book->sheets = sheets.items;
	book->sheet_count = sheets.count;
	return kind == BD_XML_DONE && sheets.count > 0;
}

/* --- styles --- */

/* Behind what stands in a format as it is: text in quotes or behind a backslash, a colour or a
 * condition in brackets. NULL at the end of the format's first part. */
static const char *next_sign(const char *code)
{
	for (; code && *code; code++) {
		if (*code == '"')
			code = strchr(code + 1, '"');
		else if (*code == '[')
			code = strchr(code, ']');
		else if (*code == '\\' || *code == '_' || *code == '*')
			code = code[1] ? code + 1 : NULL;
		else
			return *code == ';' ? NULL : code;
		if (!code)
			return NULL;
	}
	return NULL;
}

bd_xlsx_look bd_xlsx_format_look(const char *code)
{
	bool year = false, month = false, finer = false, percent = false, point = false;
	int decimals = 0;
	for (const char *at = code; (at = next_sign(at)); at++) {
		int c = tolower((unsigned char)*at);
		year = year || c == 'y';
		month = month || c == 'm';
		finer = finer || c == 'd' || c == 'h' || c == 's';
		percent = percent || c == '%';
		point = point || c == '.';
		decimals += point && (c == '0' || c == '#');
	}
	if (finer)
		return BD_XLSX_DATE;
	if (year || month)
		return month ? BD_XLSX_MONTH : BD_XLSX_YEAR;
	return percent ? (bd_xlsx_look)(BD_XLSX_PERCENT + (decimals < 9 ? decimals : 9))
		       : BD_XLSX_PLAIN;
}

/* Of the formats that have no code in the file (ECMA-376 18.8.30), and what East Asian versions
 * add. */
static bd_xlsx_look builtin_look(long id)
{
	enum { WHOLE_PERCENT = 9, PERCENT = 10, MONTH_AND_YEAR = 17 };
	if (id == WHOLE_PERCENT || id == PERCENT)
		return BD_XLSX_PERCENT + (id == PERCENT ? 2 : 0);
	if (id == MONTH_AND_YEAR)
		return BD_XLSX_MONTH;
	bool is_date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
		       (id >= 50 && id <= 58);
	return is_date ? BD_XLSX_DATE : BD_XLSX_PLAIN;
}

static long attribute_number(const bd_xml *xml, const char *name, long otherwise)
{
	const char *value = bd_xml_attribute(xml, name);
	return value ? strtol(value, NULL, 10) : otherwise;
}

/* A number format of the file's own. */
typedef struct own_format {
	long id;
	bd_xlsx_look look;
} own_format;

typedef struct own_formats {
	own_format *items;
	size_t count, room;
} own_formats;

static bd_xlsx_look look_of(const own_formats *own, long id)
{
	for (size_t i = own->count; i-- > 0;)
		if (own->items[i].id == id)
			return own->items[i].look;
	return id < FIRST_CUSTOM ? builtin_look(id) : BD_XLSX_PLAIN;
}

static bool read_styles(bd_xlsx_book *book)
{
	const char *text;
	size_t length;
	BD_LIST(bd_xlsx_look) styles = { 0 };
	own_formats own = { 0 };
	bool in_cells = false;
	if (!bd_zip_has(&book->zip, "xl/styles.xml"))
		return true;
	if (!bd_xlsx_part(book, "xl/styles.xml", &text, &length))
		return false;
	bd_xml_kind kind;
	bd_xml *xml = bd_xml_new(&book->scratch, text, length);
	while ((kind = bd_xml_next(xml)) < BD_XML_DONE) {
		if (kind != BD_XML_TEXT && bd_xml_is(xml, "cellXfs"))
			in_cells = kind == BD_XML_START;
		if (kind != BD_XML_START)
			continue;
		if (bd_xml_is(xml, "numFmt")) {
			const char *code = bd_xml_attribute(xml, "formatCode");
			if (code)
				bd_push(&book->scratch, &own,
					((own_format){ attribute_number(xml, "numFmtId", -1),
						       bd_xlsx_format_look(code) }));
		} else if (in_cells && bd_xml_is(xml, "xf")) {
			bd_push(book->arena, &styles,
				look_of(&own, attribute_number(xml, "numFmtId", 0)));
		}
	}
	bd_xml_free(xml);
	book->looks = styles.items;
	book->style_count = styles.count;
	return kind == BD_XML_DONE;
}

double bd_xlsx_date(const bd_xlsx_book *book, double serial)
{
	const double EPOCH = 25569, FROM_1904 = 1462, FALSE_LEAP_DAY = 60;
	if (book->from_1904)
		serial += FROM_1904;
	else if (serial < FALSE_LEAP_DAY)
		serial += 1; /* there is a 29 February 1900 in Excel */
	return round((serial - EPOCH) * BD_MS_PER_DAY);
}

bd_zip_state bd_xlsx_open(bd_xlsx_book *book, bd_arena *arena, const char *bytes, size_t length)
{
	*book = (bd_xlsx_book){ .arena = arena };
	bd_zip_state state = bd_zip_open(&book->zip, bytes, length);
	if (state != BD_ZIP_OK)
		return state;
	bool whole = read_sheets(book) && bd_xlsx_read_strings(book) && read_styles(book);
	return whole ? BD_ZIP_OK : BD_ZIP_DAMAGED;
}

void bd_xlsx_close(bd_xlsx_book *book)
{
	bd_zip_close(&book->zip);
	bd_arena_free(&book->scratch);
}
