/* Reading tables: CSV's corners, JSON rows, what text is read as, and complaints with places. */
#include "data_fixture.h"

#include "data/file_type.h"

#include "base/time_read.h"

static bd_table *csv(fixture *f, const char *text, bd_read_as others)
{
	const bd_read_options options = { .others = others };
	return bd_csv_read(&f->env, fixture_source(f, "bảng.csv", text), 0, &options);
}

static void cells_as_written(void **state)
{
	(void)state;
	fixture *f = fixture_new();
	bd_table *t = csv(f,
			  "\xEF\xBB\xBFtỉnh,số,ghi chú\r\n"
			  "Hà Tĩnh,50,\"một \"\"hai\"\", ba\"\r\n"
			  "\r\n"
			  "Sơn La,,\"hai\ndòng\"\r\n"
			  "Bo\xCC\x82ng,7",
			  BD_AS_IS);
	assert_int_equal(t->rows, 3);
	assert_string_equal(fixture_column(t, "tỉnh"), "'Hà Tĩnh' 'Sơn La' 'Bông'");
	assert_string_equal(fixture_column(t, "số"), "'50' '' '7'");
	assert_string_equal(fixture_column(t, "ghi chú"), "'một \"hai\", ba' 'hai\ndòng' ''");
	assert_int_equal(f->diags.errors, 0);
	fixture_free(f);
}

static void delimiters(void **state)
{
	(void)state;
	assert_int_equal(bd_csv_delimiter("a,b\n1,2\n", 8), ',');
	const char semicolons[] = "năm;giá trị\n2020;1,5\n2021;2,5\n";
	assert_int_equal(bd_csv_delimiter(semicolons, strlen(semicolons)), ';');
	const char tabs[] = "a\tb, c\n1\t2\n3\t4\n";
	assert_int_equal(bd_csv_delimiter(tabs, strlen(tabs)), '\t');
	assert_int_equal(bd_csv_delimiter("a\n1\n", 4), ',');
	assert_int_equal(bd_csv_delimiter("", 0), ',');
}

static void guessing(void **state)
{
	(void)state;
	fixture *f = fixture_new();
	bd_table *t = csv(f,
			  "a,b,c,d,e\n1,true,2020-01-02,x,2020\n,false,,1,2021-05\n"
			  "-2.5e1,,2020-01-03,,2022\n",
			  BD_AS_GUESS);
	assert_string_equal(fixture_column(t, "a"), "1 null -25");
	assert_string_equal(fixture_column(t, "b"), "true false null");
	assert_string_equal(fixture_column(t, "c"), "@2020-01-02T00:00:00.000Z null "
						    "@2020-01-03T00:00:00.000Z");
	assert_string_equal(fixture_column(t, "d"), "'x' '1' ''");
	assert_string_equal(fixture_column(t, "e"), "@2020-01-01T00:00:00.000Z "
						    "@2021-05-01T00:00:00.000Z "
						    "@2022-01-01T00:00:00.000Z");
	fixture_free(f);
}

static void broken_csv(void **state)
{
	(void)state;
	fixture *f = fixture_new();
	csv(f, "a,b\n1,2,3\n4,5,,\n6,\"7\n", BD_AS_IS);
	const char *said = fixture_complaints(f);
	assert_non_null(strstr(said, "bảng.csv:2:1: error: this row has 3 cells, but the header "
				     "has 2 [ragged-row]"));
	assert_non_null(strstr(said, "bảng.csv:4:3: error: this quote is never closed"));
	assert_int_equal(f->diags.errors, 2);
	fixture_free(f);
	f = fixture_new();
	/* Old Macs' line ends, alone and among others. */
	assert_int_equal(csv(f, "a\r1\r2\r3", BD_AS_IS)->rows, 3);
	assert_int_equal(csv(f, "a\n1\r2\r\n3\r4\r5\r6\r", BD_AS_IS)->rows, 6);
	bd_table *t = csv(f, "", BD_AS_IS);
	assert_int_equal(t->rows + t->count, 0);
	t = csv(f, "a,b", BD_AS_IS);
	assert_int_equal(t->rows, 0);
	assert_int_equal(t->count, 2);
	fixture_free(f);
}

static void cells_that_are_no_numbers(void **state)
{
	(void)state;
	fixture *f = fixture_new();
	const bd_read_column year = { .field = "giá", .as = BD_AS_NUMBER };
	const bd_read_options options = { .columns = &year, .count = 1 };
	bd_source *source = fixture_source(f, "giá.csv", "năm,giá\n2020,7\n2021,50 tấn\n2022,\n");
	bd_table *t = bd_csv_read(&f->env, source, ',', &options);
	bd_column *c = bd_table_column(t, "giá");
	assert_false(bd_column_check(&f->env, t, c, BD_AS_NUMBER, NULL));
	assert_non_null(strstr(fixture_complaints(f), "giá.csv:3:6: error: '50 tấn' is not a "
						      "number (column 'giá') [not-a-number]"));
	/* The place follows the row through a pick. */
	const uint32_t second[] = { 1 };
	bd_table *picked = bd_table_pick(t, second, 1);
	assert_int_equal(bd_table_place(picked, 0, bd_table_column(picked, "giá"))->line, 3);
	fixture_free(f);
}

static void data_objects(void **state)
{
	(void)state;
	fixture *f = fixture_new();
	bd_datasets *sets = bd_datasets_new(
		&f->arena,
		fixture_json(f, "{\"tỉnh\": [{\"x\": 1}, {\"y\": \"a\", \"x\": null}]}"));
	const char *cases[][3] = {
		{ "{\"values\": [1, 2]}", "data", "1 2" },
		{ "{\"values\": [{\"a\": {\"b\": [5, 6]}}, {\"a\": {\"b\": [7]}}, {}]}", "a.b[1]",
		  "6 undefined undefined" },
		{ "{\"values\": [{\"a.b\": 1}]}", "a\\.b", "1" },
		{ "{\"values\": [{\"a.b\": 1}]}", "[a.b]", "1" },
		{ "{\"values\": {\"q\": [{\"n\": \"5\"}]}, \"format\": {\"property\": \"q\", "
		  "\"parse\": {\"n\": \"number\"}}}",
		  "n", "5" },
		{ "{\"values\": \"a,b\\n1,x\", \"format\": {\"type\": \"csv\", \"parse\": "
		  "\"auto\"}}",
		  "a", "1" },
		{ "{\"values\": \"a|b\\n1|x\", \"format\": {\"type\": \"dsv\", \"delimiter\": "
		  "\"|\"}}",
		  "b", "'x'" },
		{ "{\"values\": [{\"d\": \"2022-07\"}], \"format\": {\"parse\": {\"d\": "
		  "\"date\"}}}",
		  "d", "@2022-07-01T00:00:00.000Z" },
		{ "{\"values\": [{\"d\": \"22/7/2022\"}], \"format\": {\"parse\": {\"d\": "
		  "\"date:'%d/%m/%Y'\"}}}",
		  "d", "@2022-07-22T00:00:00.000Z" },
		{ "{\"sequence\": {\"start\": 1, \"stop\": 2, \"step\": 0.25, \"as\": \"x\"}}", "x",
		  "1 1.25 1.5 1.75" },
		{ "{\"name\": \"tỉnh\"}", "x", "1 null" },
		{ "{\"name\": \"tỉnh\"}", "y", "undefined 'a'" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		bd_table *t = bd_data_read(&f->env, fixture_json(f, cases[i][0]), sets, NULL);
		assert_string_equal(fixture_column(t, cases[i][1]), cases[i][2]);
	}
	assert_int_equal(f->diags.errors, 0);
	bd_data_read(&f->env, fixture_json(f, "{\"name\": \"tinh\"}"), sets, NULL);
	bd_data_read(&f->env, fixture_json(f, "{\"format\": {}}"), sets, NULL);
	bd_data_read(&f->env, fixture_json(f, "{\"sequence\": {\"start\": 0, \"stop\": 1e300}}"),
		     sets, NULL);
	bd_data_read(&f->env,
		     fixture_json(f, "{\"values\": [], \"format\": {\"parse\": {\"a\": "
				     "\"numbr\"}}}"),
		     sets, NULL);
	const char *said = fixture_complaints(f);
	assert_non_null(strstr(said, "unknown dataset 'tinh'"));
	assert_non_null(strstr(said, "[no-data]"));
	assert_non_null(strstr(said, "[too-many-rows]"));
	assert_non_null(strstr(said, "unknown parse type 'numbr'"));
	fixture_free(f);
}

static void missing_columns(void **state)
{
	(void)state;
	fixture *f = fixture_new();
	bd_table *t = csv(f, "giá trị,năm\n1,2\n", BD_AS_IS);
	const bd_json *spec = fixture_json(f, "{\"field\": \"gía trị\"}");
	assert_null(bd_table_need(&f->env, t, "gía trị", &bd_json_get(spec, "field")->place));
	const char *said = fixture_complaints(f);
	assert_non_null(strstr(said, "spec.json:1:11: error: the data has no column 'gía trị'"));
	assert_non_null(strstr(said, "did you mean 'giá trị'?"));
	fixture_free(f);
}

static void javascript_dates(void **state)
{
	(void)state;
	static const struct {
		const char *text, *iso;
	} cases[] = {
		{ "2022", "2022-01-01T00:00:00.000Z" },
		{ "2022-07", "2022-07-01T00:00:00.000Z" },
		{ "2022-07-22T08:30:15.25+07:00", "2022-07-22T01:30:15.250Z" },
		{ "2022-07-22 08:30", "2022-07-22T08:30:00.000Z" },
		{ "2022/7/2", "2022-07-02T00:00:00.000Z" },
		{ "7/22/2022", "2022-07-22T00:00:00.000Z" },
		{ "22 Jul 2022", "2022-07-22T00:00:00.000Z" },
		{ "July 22, 2022 8:30 PM", "2022-07-22T20:30:00.000Z" },
		{ "Jan 1 00", "2000-01-01T00:00:00.000Z" },
		{ "Aug 2012", "2012-08-01T00:00:00.000Z" },
		{ "Fri, 22 Jul 2022 08:30:00 GMT", "2022-07-22T08:30:00.000Z" },
		{ "Fri Jul 22 2022 08:30:00 GMT+0700 (Indochina Time)",
		  "2022-07-22T01:30:00.000Z" },
		{ "22/7/2022", NULL }, /* a month 22 */
		{ "2022-02-30", NULL },
		{ "Chi hội 1", NULL },
		{ "", NULL },
		{ "12", NULL },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		double ms = 0;
		char iso[BD_TIME_ROOM] = "";
		bool read = bd_time_read(cases[i].text, strlen(cases[i].text), &ms);
		if (read)
			bd_time_iso(ms, iso);
		if (read != (cases[i].iso != NULL) || (read && strcmp(iso, cases[i].iso)))
			fail_msg("%s: %s", cases[i].text, iso);
	}
}

static void files_are_told_by_name_and_content(void **state)
{
	(void)state;
	fixture *f = fixture_new();
	static const char *const names[][2] = { { "so-lieu.csv", "csv" }, { "SO LIEU.CSV", "csv" },
						{ "a.b/so.TXT", "csv" },  { "so.tab", "tsv" },
						{ "so.XLSX", "xlsx" },    { "so.xlsm", "xlsx" },
						{ "so.xls", "xlsx" },     { "so.json", "json" } };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		assert_string_equal(bd_file_type(&f->env, NULL, names[i][0], NULL), names[i][1]);
	assert_null(bd_file_type(&f->env, NULL, "so-lieu", NULL));
	assert_null(bd_file_type(&f->env, NULL, "so.dat", NULL));
	bd_blob json = { "x", " [1]", 4 }, csv = { "x", "a;b", 3 }, xlsx = { "x", "PK\3\4..", 6 };
	assert_string_equal(bd_file_type_by_content(&json), "json");
	assert_string_equal(bd_file_type_by_content(&csv), "csv");
	assert_true(bd_file_is_workbook(&xlsx));
	assert_false(bd_file_is_workbook(&csv));
	fixture_free(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(cells_as_written),
		cmocka_unit_test(delimiters),
		cmocka_unit_test(guessing),
		cmocka_unit_test(broken_csv),
		cmocka_unit_test(cells_that_are_no_numbers),
		cmocka_unit_test(data_objects),
		cmocka_unit_test(missing_columns),
		cmocka_unit_test(javascript_dates),
		cmocka_unit_test(files_are_told_by_name_and_content),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
