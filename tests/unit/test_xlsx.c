/* Excel's files: written here part by part, so that each oddity can be. */
#include "data_fixture.h"

#include "data/xlsx.h"
#include "data/xlsx_book.h"
#include "data/xlsx_sheet.h"
#include <libdeflate.h>

/* --- a zip file of parts, every other one deflated --- */

typedef struct part {
	const char *name, *text;
} part;

static void put16(bd_str *s, size_t n)
{
	bd_str_add_char(s, (char)(n & 255));
	bd_str_add_char(s, (char)(n >> 8 & 255));
}

static void put32(bd_str *s, size_t n)
{
	put16(s, n & 0xFFFF);
	put16(s, n >> 16);
}

static bd_str zip(bd_arena *arena, const part *parts)
{
	struct libdeflate_compressor *c = libdeflate_alloc_compressor(6);
	bd_str file = bd_str_new(arena), directory = bd_str_new(arena);
	size_t count = 0;
	for (; parts[count].name; count++) {
		const char *text = parts[count].text;
		size_t size = strlen(text), room = size + 100, offset = file.length;
		char *packed = BD_ARRAY(arena, room, char);
		size_t packed_size = libdeflate_deflate_compress(c, text, size, packed, room);
		bool store = count % 2;
		for (int local = 1; local >= 0; local--) {
			bd_str *s = local ? &file : &directory;
			bd_str_add(s, local ? "PK\3\4" : "PK\1\2");
			if (!local)
				put16(s, 20);
			put16(s, 20);
			put16(s, 0);
			put16(s, store ? 0 : 8);
			put32(s, 0);
			put32(s, libdeflate_crc32(0, text, size));
			put32(s, store ? size : packed_size);
			put32(s, size);
			put16(s, strlen(parts[count].name));
			put16(s, 0);
			for (int i = 0; !local && i < 5; i++)
				put16(s, 0);
			if (!local)
				put32(s, offset);
			bd_str_add(s, parts[count].name);
		}
		bd_str_add_bytes(&file, store ? text : packed, store ? size : packed_size);
	}
	libdeflate_free_compressor(c);
	size_t start = file.length;
	bd_str_add_bytes(&file, directory.bytes, directory.length);
	bd_str_add(&file, "PK\5\6");
	put32(&file, 0);
	put16(&file, count);
	put16(&file, count);
	put32(&file, directory.length);
	put32(&file, start);
	put16(&file, 0);
	return file;
}

#define WORKBOOK                                                                              \
	"<?xml version=\"1.0\"?><workbook xmlns:r=\"x\"><!-- < --><sheets>"                   \
	"<sheet name=\"S&#7889; li&#x1EC7;u &amp; b&#7843;ng\" sheetId=\"7\" r:id=\"rId1\"/>" \
	"<sheet name=\"Hai\" sheetId=\"8\" r:id=\"rId2\"/></sheets></workbook>"
#define RELATIONS                                                                    \
	"<Relationships><Relationship Id=\"rId2\" Target=\"/xl/worksheets/b.xml\"/>" \
	"<Relationship Id=\"rId1\" Target=\"worksheets/a.xml\"/></Relationships>"
#define STRINGS                                                           \
	"<x:sst xmlns:x=\"y\"><x:si><x:t>Tỉnh</x:t></x:si>"             \
	"<x:si><x:r><x:t>Sơn </x:t></x:r><x:r><x:t>Kim&lt;2</x:t></x:r>" \
	"<x:rPh><x:t>đọc</x:t></x:rPh></x:si><x:si><x:t/></x:si>"      \
	"<x:si><x:t>hai_x000D_\ndòng</x:t></x:si></x:sst>"
#define STYLES                                                                                \
	"<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"dd/mm/yyyy\"/>"           \
	"<numFmt numFmtId=\"171\" formatCode=\"#,##0 &quot;đ mỗi năm&quot;\"/></numFmts>" \
	"<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"                                  \
	"<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"170\"/>"            \
	"<xf numFmtId=\"171\"/></cellXfs></styleSheet>"
#define SHEET_A                                                                                      \
	"<worksheet><sheetData>"                                                                     \
	"<row r=\"2\"><c r=\"B2\" t=\"s\"><v>0</v></c><c r=\"C2\" "                                  \
	"t=\"inlineStr\"><is><t>Ngày</t></is></c>"                                                  \
	"<c r=\"D2\" t=\"str\"><f>\"S\"&amp;\"ố\"</f><v>Số</v></c><c t=\"s\"><v>0</v></c></row>" \
	"<row r=\"3\"><c r=\"B3\" t=\"s\"><v>1</v></c><c r=\"C3\" s=\"1\"><v>44764</v></c>"          \
	"<c r=\"D3\" s=\"3\"><f>1+1</f><v>2</v></c><c r=\"E3\" t=\"b\"><v>1</v></c></row>"           \
	"<row r=\"5\"><c r=\"B5\" s=\"2\"/><c r=\"C5\" s=\"2\"><v>28324.4375</v></c>"                \
	"<c r=\"D5\" t=\"e\"><v>#N/A</v></c><c r=\"E5\" t=\"s\"><v>3</v></c></row>"                  \
	"</sheetData><mergeCells><mergeCell ref=\"B3:B5\"/></mergeCells></worksheet>"
#define SHEET_B "<worksheet><sheetData/></worksheet>"

static const part good[] = {
	{ "xl/workbook.xml", WORKBOOK },
	{ "xl/_rels/workbook.xml.rels", RELATIONS },
	{ "xl/sharedStrings.xml", STRINGS },
	{ "xl/styles.xml", STYLES },
	{ "xl/worksheets/a.xml", SHEET_A },
	{ "xl/worksheets/b.xml", SHEET_B },
	{ NULL, NULL },
};

static bd_table *read_zip(fixture *f, const bd_str *file, const char *sheet, const char *range)
{
	bd_xlsx_options how = { .sheet = sheet, .range = range };
	return bd_xlsx_read(&f->env, "số liệu.xlsx", file->bytes, file->length, &how, NULL);
}

static void a_sheet_becomes_a_table(void **state)
{
	(void)state;
	fixture *f = fixture_new();
	bd_str file = zip(&f->arena, good);
	bd_table *t = read_zip(f, &file, NULL, NULL);
	assert_int_equal(t->rows, 2);
	assert_string_equal(fixture_column(t, "Tỉnh"), "'Sơn Kim<2' 'Sơn Kim<2'");
	assert_string_equal(fixture_column(t, "Ngày"),
			    "@2022-07-22T00:00:00.000Z @1977-07-18T10:30:00.000Z");
	assert_string_equal(fixture_column(t, "Số"), "2 null");
	assert_string_equal(fixture_column(t, "['Tỉnh 2']"), "true 'hai\ndòng'");
	assert_string_equal(bd_table_place(t, 1, bd_table_column(t, "Số"))->source->name,
			    "số liệu.xlsx, Số liệu & bảng!D5");
	assert_int_equal(f->diags.errors, 0);
	fixture_free(f);
}

static void ranges_and_sheets(void **state)
{
	(void)state;
	fixture *f = fixture_new();
	bd_str file = zip(&f->arena, good);
	bd_table *t = read_zip(f, &file, "Số liệu & bảng", "C2:D3");
	assert_int_equal(t->count, 2);
	assert_int_equal(t->rows, 1);
	assert_int_equal(read_zip(f, &file, "1", "$B$2:$C$9")->count, 2);
	assert_int_equal(read_zip(f, &file, "1", "D2")->count, 2);
	assert_int_equal(f->diags.errors, 0);
	read_zip(f, &file, "Ba", NULL);
	read_zip(f, &file, NULL, "D");
	read_zip(f, &file, "2", NULL);
	assert_int_equal(f->diags.errors, 3);
	assert_int_equal(f->diags.first->message, BD_UNKNOWN_NAME);
	assert_int_equal(f->diags.first->next->message, BD_BAD_RANGE);
	assert_int_equal(f->diags.first->next->next->message, BD_NOT_XLSX);
	fixture_free(f);
}

/* Every byte changed and every length cut: a table or one complaint, never anything else. */
static void damaged_files_are_one_complaint(void **state)
{
	(void)state;
	for (int kind = 0; kind < 2; kind++) {
		size_t length = 1;
		for (size_t i = 0; i < length; i += 3) {
			fixture *f = fixture_new();
			bd_str file = zip(&f->arena, good);
			length = file.length;
			if (kind)
				file.length = i;
			else
				file.bytes[i] = (char)(file.bytes[i] ^ (1 << i % 8));
			bd_table *t = read_zip(f, &file, NULL, NULL);
			assert_true(f->diags.errors <= 1);
			assert_true(t->rows < 10 && (t->rows || f->diags.errors || !kind));
			fixture_free(f);
		}
	}
}

/* A workbook whose sheet is `sheet`. */
static bd_table *read_sheet(fixture *f, const char *sheet, size_t flipped)
{
	part parts[sizeof good / sizeof *good];
	memcpy(parts, good, sizeof good);
	parts[4].text = parts[5].text; /* the first sheet deflated, the second stored */
	parts[5].text = sheet;
	bd_str file = zip(&f->arena, parts);
	char *at = memmem(file.bytes, file.length, sheet, strlen(sheet));
	if (flipped)
		at[flipped] ^= 1;
	return read_zip(f, &file, "2", NULL);
}

#define SMALL_SHEET                                                                           \
	"<worksheet><sheetData><row><c t=\"str\"><v>Xã</v></c></row><row><c><v>1234</v></c>" \
	"</row></sheetData></worksheet>"

/* #N/A is nothing known; a formula that fails, or that nobody computed, is no empty cell. */
static void faults_are_not_empty_cells(void **state)
{
	(void)state;
	fixture *f = fixture_new();
	bd_table *t =
		read_sheet(f,
			   "<worksheet><sheetData><row><c t=\"str\"><v>a</v></c><c "
			   "s=\"1\"><v>44764</v></c></row>"
			   "<row><c t=\"e\"><v>#N/A</v></c><c s=\"2\"><v>44764</v></c></row>"
			   "<row><c t=\"e\"><f>A9</f><v>#REF!</v></c></row>"
			   "<row><c><f>SUM(B1)</f></c></row><row><c><f>1+1</f><v>2</v></c></row>"
			   "</sheetData></worksheet>",
			   0);
	assert_string_equal(fixture_column(t, "a"), "null '#REF!' '=SUM(B1)' 2");
	assert_string_equal(t->columns[1]->name, "22/7/2022"); /* as people write it */
	assert_string_equal(bd_table_written(t, 0, t->columns[1]), "22/7/2022");
	fixture_free(f);
}

static void hidden_sheets_are_taken_by_name_alone(void **state)
{
	(void)state;
	part parts[sizeof good / sizeof *good];
	memcpy(parts, good, sizeof good);
	parts[0].text = "<workbook xmlns:r=\"x\"><sheets><sheet name=\"Ẩn\" state=\"hidden\" "
			"r:id=\"rId2\"/><sheet name=\"Hiện\" r:id=\"rId1\"/></sheets></workbook>";
	fixture *f = fixture_new();
	bd_str file = zip(&f->arena, parts);
	assert_int_equal(read_zip(f, &file, NULL, NULL)->rows, 2);
	assert_int_equal(f->diags.errors, 0);
	read_zip(f, &file, "Ẩn", NULL);
	assert_int_equal(f->diags.first->message, BD_NOT_XLSX); /* nothing stands in it */
	fixture_free(f);
}

static void a_wrong_checksum_is_damage(void **state)
{
	(void)state;
	fixture *f = fixture_new();
	size_t digit = (size_t)(strstr(SMALL_SHEET, "1234") - SMALL_SHEET);
	assert_string_equal(fixture_column(read_sheet(f, SMALL_SHEET, 0), "Xã"), "1234");
	assert_int_equal(f->diags.errors, 0);
	assert_int_equal(read_sheet(f, SMALL_SHEET, digit)->rows, 0);
	assert_int_equal(f->diags.errors, 1);
	assert_int_equal(f->diags.first->message, BD_NOT_XLSX);
	fixture_free(f);
}

static void rows_and_columns_that_no_sheet_has_are_left_out(void **state)
{
	(void)state;
	fixture *f = fixture_new();
	bd_table *t = read_sheet(
		f,
		"<worksheet><sheetData><row r=\"1\"><c r=\"A1\"><v>1</v></c></row>"
		"<row r=\"-9223372036854775808\"><c r=\"A7\"><v>2</v></c></row>"
		"<row r=\"9223372036854775807\"><c r=\"A8\"><v>3</v></c></row>"
		"<row><c r=\"A9\"><v>4</v></c></row>"
		"<row r=\"2\"><c r=\"A2\"><v>5</v></c><c r=\"ZZZZZZ2\"><v>6</v></c></row>"
		"</sheetData></worksheet>",
		0);
	assert_string_equal(fixture_column(t, "1"), "5");
	assert_int_equal(t->count, 1);
	fixture_free(f);
}

static void entities_are_refused(void **state)
{
	(void)state;
	fixture *f = fixture_new();
	read_sheet(f, "<!DOCTYPE worksheet [<!ENTITY a \"1\">]>" SMALL_SHEET, 0);
	assert_int_equal(f->diags.errors, 1);
	read_sheet(f, "<worksheet><row><c><v>&a;</v></c></row></worksheet>", 0);
	assert_int_equal(f->diags.errors, 2);
	fixture_free(f);
}

/* Beyond the queue of xml/xml.c, by many rows and by one text of many pieces. */
static void large_sheets_are_whole(void **state)
{
	(void)state;
	enum { ROWS = 9000, PIECES = 30000 };
	fixture *f = fixture_new();
	bd_str s = bd_str_new(&f->arena);
	bd_str_add(&s, "<worksheet><row><c t=\"str\"><v>Số</v></c></row>");
	for (int i = 0; i < ROWS; i++)
		bd_str_add(&s, bd_printf(&f->arena, "<row><c><v>%d</v></c></row>", i));
	bd_str_add(&s, "<row><c t=\"str\"><v>");
	for (int i = 0; i < PIECES; i++)
		bd_str_add(&s, "a&amp;\n");
	bd_str_add(&s, "</v></c></row></worksheet>");
	bd_table *t = read_sheet(f, s.bytes, 0);
	assert_int_equal(f->diags.errors, 0);
	assert_int_equal(t->rows, ROWS + 1);
	const bd_column *c = bd_table_column(t, "Số");
	for (size_t i = 0; i < ROWS; i++)
		assert_true(bd_column_value(c, i).number == (double)i);
	assert_int_equal(bd_column_value(c, ROWS).length, 3 * PIECES);
	fixture_free(f);
}

static void old_files_are_told(void **state)
{
	(void)state;
	fixture *f = fixture_new();
	bd_str file = bd_str_new(&f->arena);
	bd_str_add_bytes(&file, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
	read_zip(f, &file, NULL, NULL);
	assert_non_null(strstr(fixture_complaints(f), "old .xls"));
	f->diags = (bd_diags){ .arena = &f->arena };
	bd_str_add_bytes(&file, "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0", 32);
	read_zip(f, &file, NULL, NULL);
	assert_non_null(strstr(fixture_complaints(f), "by a password"));
	f->diags = (bd_diags){ .arena = &f->arena };
	const part ods[] = { { "mimetype", "application/vnd.oasis.opendocument.spreadsheet" },
			     { NULL, NULL } };
	file = zip(&f->arena, ods);
	memmove(file.bytes + 38, "application/vnd.oasis.opendocument", 34); /* is never deflated */
	read_zip(f, &file, NULL, NULL);
	assert_non_null(strstr(fixture_complaints(f), "OpenDocument"));
	fixture_free(f);
}

static void formats_of_dates(void **state)
{
	(void)state;
	static const char *const dates[] = { "dd/mm/yyyy", "[$-42A]d\\ mmmm\\ yyyy",
					     "h:mm AM/PM", "\"ngày\" d",
					     "mm:ss",      "[Red]yyyy" };
	static const char *const others[] = { "General",     "0.00%",    "#,##0 \"đồng mỗi năm\"",
					      "@",           "0.00E+00", "[h]",
					      "_-* #,##0_-", "\\d0",     "" };
	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
		assert_true(bd_xlsx_look_is_date(bd_xlsx_format_look(dates[i])));
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		assert_false(bd_xlsx_look_is_date(bd_xlsx_format_look(others[i])));
	assert_int_equal(bd_xlsx_format_look("mm/yyyy"), BD_XLSX_MONTH);
	assert_int_equal(bd_xlsx_format_look("[$-42A]\"tháng \"m\\/yyyy;@"), BD_XLSX_MONTH);
	assert_int_equal(bd_xlsx_format_look("yyyy"), BD_XLSX_YEAR);
	assert_int_equal(bd_xlsx_format_look("dd/mm/yyyy"), BD_XLSX_DATE);
	assert_int_equal(bd_xlsx_format_look("0%"), BD_XLSX_PERCENT);
	assert_int_equal(bd_xlsx_format_look("#,##0.0#%;[Red]-0.00%"), BD_XLSX_PERCENT + 2);
	bd_xlsx_book book = { 0 };
	assert_true(bd_xlsx_date(&book, 1) == -2208988800000);  /* 1900-01-01 */
	assert_true(bd_xlsx_date(&book, 61) == -2203891200000); /* 1900-03-01 */
	book.from_1904 = true;
	assert_true(bd_xlsx_date(&book, 0) == -2082844800000); /* 1904-01-01 */
}

#define LOOKS                                                                                   \
	"<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"mm/yyyy\"/>"                \
	"<numFmt numFmtId=\"171\" formatCode=\"yyyy\"/></numFmts><cellXfs>"                     \
	"<xf numFmtId=\"0\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/><xf numFmtId=\"10\"/>" \
	"<xf numFmtId=\"17\"/></cellXfs></styleSheet>"

/* A cell is written as exactly as its style shows it; its value stays whole. */
static void cells_are_written_as_they_look(void **state)
{
	(void)state;
	part parts[sizeof good / sizeof *good];
	memcpy(parts, good, sizeof good);
	parts[3].text = LOOKS;
	parts[4].text =
		"<worksheet><row><c t=\"str\"><v>a</v></c></row>"
		"<row><c s=\"1\"><v>44743</v></c></row><row><c s=\"2\"><v>44743</v></c></row>"
		"<row><c s=\"3\"><v>0.4469</v></c></row><row><c s=\"4\"><v>44743</v></c></row>"
		"<row><c><v>0.4469</v></c></row></worksheet>";
	static const char *const vi[] = { "tháng 7/2022", "2022", "44,69%", "tháng 7/2022",
					  "0.4469" },
				 *const en[] = { "Jul 2022", "2022", "44.69%", "Jul 2022",
						 "0.4469" };
	for (int english = 0; english < 2; english++) {
		fixture *f = fixture_new();
		f->env.locale = bd_locale_find(english ? "en" : "vi");
		bd_str file = zip(&f->arena, parts);
		bd_table *t = read_zip(f, &file, NULL, NULL);
		const bd_column *c = bd_table_column(t, "a");
		for (size_t i = 0; i < 5; i++)
			assert_string_equal(bd_table_written(t, i, c), english ? en[i] : vi[i]);
		assert_true(bd_column_value(c, 2).number == 0.4469);
		fixture_free(f);
	}
}

/* A range may name its sheet, as Excel writes it; names must agree. */
static void a_range_may_name_its_sheet(void **state)
{
	(void)state;
	part parts[sizeof good / sizeof *good];
	memcpy(parts, good, sizeof good);
	parts[0].text = "<workbook xmlns:r=\"x\"><sheets><sheet name=\"Trống\" r:id=\"rId2\"/>"
			"<sheet name=\"Bảng d'Or\" r:id=\"rId1\"/></sheets></workbook>";
	fixture *f = fixture_new();
	bd_str file = zip(&f->arena, parts);
	assert_int_equal(read_zip(f, &file, NULL, "'Bảng d''Or'!B:C")->count, 2);
	assert_int_equal(read_zip(f, &file, NULL, "Bảng d'Or!$B$2:$D$9")->count, 3);
	assert_int_equal(read_zip(f, &file, "Bảng d'Or", "'Bảng d''Or'!C2")->count, 3);
	assert_int_equal(read_zip(f, &file, NULL, "BẢNG D'OR!C2")->count, 3);
	assert_int_equal(f->diags.errors, 0);
	read_zip(f, &file, "Trống", "'Bảng d''Or'!C2");
	read_zip(f, &file, NULL, "Bảng dOr!C2");
	assert_int_equal(f->diags.errors, 2);
	assert_int_equal(f->diags.first->message, BD_BAD_RANGE);
	assert_non_null(strstr(fixture_complaints(f), "did you mean 'Bảng d'Or'?"));
	fixture_free(f);
}

static void other_sheets_are_named(void **state)
{
	(void)state;
	fixture *f = fixture_new();
	bd_str file = zip(&f->arena, good);
	bd_place place = { .source = fixture_source(f, "spec.json", "{}") };
	bd_table_need(&f->env, read_zip(f, &file, NULL, NULL), "Doanh thu", &place);
	assert_non_null(strstr(fixture_complaints(f), "this sheet has: Tỉnh, Ngày, Số, Tỉnh 2;"));
	fixture_free(f);
}

/* A small file may unfold to more rows, or cells in a row, than Excel has: it is not read on. */
static void sheets_without_end_are_stopped(void **state)
{
	(void)state;
	static const char *const units[] = { "<row r=\"2\"><c><v>1</v></c></row>",
					     "<c r=\"A2\"><v>1</v></c>" };
	for (int kind = 0; kind < 2; kind++) {
		fixture *f = fixture_new();
		bd_str s = bd_str_new(&f->arena);
		bd_str_add(&s, "<worksheet><row><c t=\"str\"><v>a</v></c></row><row>");
		for (int i = kind ? BD_XLSX_COLUMNS : BD_XLSX_ROWS; i >= 0; i--)
			bd_str_add(&s, units[kind]);
		bd_str_add(&s, "</row></worksheet>");
		read_sheet(f, s.bytes, 0);
		assert_int_equal(f->diags.errors, 1);
		assert_non_null(strstr(fixture_complaints(f), "too many cells"));
		fixture_free(f);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_sheet_becomes_a_table),
		cmocka_unit_test(ranges_and_sheets),
		cmocka_unit_test(damaged_files_are_one_complaint),
		cmocka_unit_test(a_wrong_checksum_is_damage),
		cmocka_unit_test(faults_are_not_empty_cells),
		cmocka_unit_test(hidden_sheets_are_taken_by_name_alone),
		cmocka_unit_test(rows_and_columns_that_no_sheet_has_are_left_out),
		cmocka_unit_test(entities_are_refused),
		cmocka_unit_test(large_sheets_are_whole),
		cmocka_unit_test(old_files_are_told),
		cmocka_unit_test(formats_of_dates),
		cmocka_unit_test(cells_are_written_as_they_look),
		cmocka_unit_test(a_range_may_name_its_sheet),
		cmocka_unit_test(other_sheets_are_named),
		cmocka_unit_test(sheets_without_end_are_stopped),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
