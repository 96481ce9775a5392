#include "data/xlsx_book.h"

#include "base/array.h"
#include "base/str.h"
#include "base/time.h"
#include "data/xlsx_text.h"
#include "unicode/nfc.h"
#include "xml/xml.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_BYTES = 1 << 29, FIRST_CUSTOM = 164 };

bool bd_xlsx_part(bd_xlsx_book *book, const char *path, const char **text, size_t *length)
{
	return bd_zip_read(&book->zip, &book->scratch, path, MOST_BYTES, text, length);
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

bool bd_xlsx_format_is_date(const char *code)
{
	for (; *code; code++) {
		if (*code == '"') { /* text as it stands */
			code = strchr(code + 1, '"');
			if (!code)
				return false;
		} else if (*code == '[') { /* a colour, a condition, hours beyond 24 */
			code = strchr(code, ']');
			if (!code)
				return false;
		} else if (*code == '\\' || *code == '_' || *code == '*') {
			if (!*++code)
				return false;
		} else if (*code == ';') {
			return false;
		} else if (strchr("dmyhsDMYHS", *code)) {
			return true;
		}
	}
	return false;
}

/* Of the formats that have no code in the file (ECMA-376 18.8.30), and what East Asian versions
 * add. */
static bool builtin_is_date(long id)
{
	return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) ||
	       (id >= 50 && id <= 58);
}

static long attribute_number(const bd_xml *xml, const char *name, long otherwise)
{
	const char *value = bd_xml_attribute(xml, name);
	return value ? strtol(value, NULL, 10) : otherwise;
}

static bool read_styles(bd_xlsx_book *book)
{
	const char *text;
	size_t length;
	BD_LIST(bool) styles = { 0 };
	BD_LIST(long) dates = { 0 }; /* ids of the file's own date formats */
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
			if (code && bd_xlsx_format_is_date(code))
				bd_push(&book->scratch, &dates,
					attribute_number(xml, "numFmtId", -1));
		} else if (in_cells && bd_xml_is(xml, "xf")) {
			long id = attribute_number(xml, "numFmtId", 0);
			bool is_date = id < FIRST_CUSTOM && builtin_is_date(id);
			for (size_t i = 0; i < dates.count; i++)
				is_date = is_date || dates.items[i] == id;
			bd_push(book->arena, &styles, is_date);
		}
	}
	bd_xml_free(xml);
	book->style_is_date = styles.items;
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
