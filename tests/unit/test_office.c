/* Columns as offices write them, read for posters. */
#include "data/tidy.h"
#include "data_fixture.h"

#include <stdio.h>

static bd_table *office(fixture *f, const char *text, bd_decimal decimal)
{
	const bd_read_options options = { .others = BD_AS_GUESS,
					  .office = true,
					  .decimal = decimal };
	return bd_csv_read(&f->env, fixture_source(f, "bảng.csv", text), 0, &options);
}

static const char *column(const char *text, bd_decimal decimal, char said[2000])
{
	static char shown[2000];
	fixture *f = fixture_new();
	snprintf(shown, sizeof shown, "%s", fixture_column(office(f, text, decimal), "a"));
	snprintf(said, 2000, "%s", fixture_complaints(f));
	fixture_free(f);
	return shown;
}

static void numbers_follow_their_column(void **state)
{
	(void)state;
	char said[2000];
	assert_string_equal(column("a;b\n1.234,5;x\n650.000;y\n–;z\n", BD_DECIMAL_EITHER, said),
			    "1234.5 650000 null");
	assert_string_equal(said, "");
	assert_string_equal(column("a\n\"1,234.5\"\n\"2,000\"\n", BD_DECIMAL_EITHER, said),
			    "1234.5 2000");
	assert_string_equal(column("a\n650.000\n120.500\n", BD_DECIMAL_COMMA, said),
			    "650000 120500");
	assert_string_equal(column("a\n650.000\n120.500\n", BD_DECIMAL_POINT, said), "650 120.5");
	/* its own cells may mean two things: those of another column tell */
	assert_string_equal(column("a;b\n620;0,35\n1.210;0,8\n", BD_DECIMAL_EITHER, said),
			    "620 1210");
	assert_string_equal(column("a;b\n1.210;y 2,5\n1.535;0,8\n", BD_DECIMAL_EITHER, said),
			    "1210 1535");
	assert_string_equal(said, "");
	assert_string_equal(column("a\n7 300 000\n12\n", BD_DECIMAL_EITHER, said), "7300000 12");
	assert_string_equal(column("a\n0.125\n1.5\n", BD_DECIMAL_EITHER, said), "0.125 1.5");
	assert_string_equal(column("a\n１２３\n໑໒\n1’234\n", BD_DECIMAL_EITHER, said),
			    "123 12 1234");
	assert_string_equal(said, "");
}

/* As Excel reads it: what follows the closing quote belongs to the cell. */
static void text_behind_quotes_is_kept(void **state)
{
	(void)state;
	char said[2000];
	assert_string_equal(column("a,b\n\"Hà \"Giang,1\n\"x\"\"y\"z\"w\",2\n\"x\" ,3\n",
				   BD_DECIMAL_EITHER, said),
			    "'Hà Giang' 'x\"yz\"w\"' 'x'");
	assert_string_equal(column("a,b\n\"12\"5,1\n7,2\n", BD_DECIMAL_EITHER, said), "125 7");
	assert_string_equal(said, "");
	fixture *f = fixture_new(); /* and in a bare chart */
	bd_table *t = bd_csv_read(&f->env, fixture_source(f, "b.csv", "a,b\n\"12\"5,\"x\"y\n"), 0,
				  &(bd_read_options){ .others = BD_AS_NUMBER });
	assert_string_equal(fixture_column(t, "a"), "125");
	fixture_free(f);
}

static void what_may_be_two_numbers_is_told(void **state)
{
	(void)state;
	char said[2000];
	column("a\n650.000\n120.500\n", BD_DECIMAL_EITHER, said);
	assert_non_null(strstr(said, "[ambiguous-number]"));
	assert_non_null(strstr(said, "bảng.csv:2:1"));
	column("a\n1.5\n\"1,5\"\n", BD_DECIMAL_EITHER, said);
	assert_string_equal(said, ""); /* text, until somebody needs numbers */
}

static void text_stays_text(void **state)
{
	(void)state;
	char said[2000];
	assert_string_equal(column("a\n0912 345 678\n0988 111 222\n", BD_DECIMAL_EITHER, said),
			    "'0912 345 678' '0988 111 222'");
	assert_string_equal(column("a\n50 tấn\n12\n", BD_DECIMAL_EITHER, said), "'50 tấn' '12'");
	assert_string_equal(column("a\n0912345678\n0988111222\n", BD_DECIMAL_EITHER, said),
			    "'0912345678' '0988111222'");
	assert_string_equal(column("a\n007\n12\n", BD_DECIMAL_EITHER, said), "'007' '12'");
	assert_string_equal(column("a\n1.23.456\n12\n", BD_DECIMAL_EITHER, said),
			    "'1.23.456' '12'");
	assert_string_equal(column("a;b\n1234.567,5;\n12;\n", BD_DECIMAL_EITHER, said),
			    "'1234.567,5' '12'");
	assert_string_equal(column("a\n1e999\n12\n", BD_DECIMAL_EITHER, said), "'1e999' '12'");
	assert_string_equal(column("a\n2014\n2022\n", BD_DECIMAL_COMMA, said), "2014 2022");
	assert_string_equal(said, "");
}

static void dates_have_the_day_first(void **state)
{
	(void)state;
	char said[2000];
	assert_string_equal(column("a\n7/8/1978\ntháng 7/1977\n", BD_DECIMAL_EITHER, said),
			    "@1978-08-07T00:00:00.000Z @1977-07-01T00:00:00.000Z");
	assert_string_equal(said, "");
}

/* What is told about a column that is asked for as numbers or dates. */
static const char *asked(const char *text, bd_read_as as, char said[2000])
{
	static char shown[2000];
	fixture *f = fixture_new();
	const bd_read_column wanted = { .field = "a", .as = as };
	const bd_read_options options = { .columns = &wanted, .count = 1, .office = true };
	bd_table *t = bd_csv_read(&f->env, fixture_source(f, "bảng.csv", text), ';', &options);
	snprintf(shown, sizeof shown, "%s", fixture_column(t, "a"));
	snprintf(said, 2000, "%s", fixture_complaints(f));
	fixture_free(f);
	return shown;
}

/* A date with the month first among others would be drawn months away. */
static void dates_with_the_month_first_are_told(void **state)
{
	(void)state;
	char said[2000];
	asked("a\n7/8/2022\n7/22/2022\n", BD_AS_DATE, said);
	assert_non_null(strstr(said, "bảng.csv:3:1"));
	assert_non_null(strstr(said, "the day stands before the month: 22/7/2022"));
	asked("a\n22/7/22\n", BD_AS_DATE, said);
	assert_non_null(strstr(said, "four digits"));
	asked("a\n2/9/1945 (Quốc khánh)\n", BD_AS_DATE, said);
	assert_non_null(strstr(said, "[not-a-date]"));
}

static void days_as_excel_counts_them(void **state)
{
	(void)state;
	char said[2000];
	assert_string_equal(asked("a\n44764\n1977\n", BD_AS_DATE, said),
			    "@2022-07-22T00:00:00.000Z @1977-01-01T00:00:00.000Z");
	assert_string_equal(said, "");
}

static void hints_say_what_to_write(void **state)
{
	(void)state;
	static const char *const cases[][2] = {
		{ "1,2 triệu", "write 1200000 alone in the cell" },
		{ "7,3 tỉ đồng", "write 7300000000 in the cell, and 'đồng' as the unit" },
		{ "44,69%", "write 44,69 in the cell, and '%' as the unit" },
		{ "12 (ước)", "write 12 alone in the cell" },
		{ "gần 11.000", "write 11.000 alone in the cell" },
	};
	static const char *const none[] = { "5–7", "1/2", "12:30", "#DIV/0!",
					    "—5",  ",5",  "10²",   "Covid-19" };
	char said[2000], text[100];
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		snprintf(text, sizeof text, "a\n%s\n", cases[i][0]);
		asked(text, BD_AS_NUMBER, said);
		if (!strstr(said, cases[i][1]) || strstr(said, "[ambiguous-number]"))
			fail_msg("%s", said);
	}
	for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
		snprintf(text, sizeof text, "a\n%s\n", none[i]);
		asked(text, BD_AS_NUMBER, said);
		if (!strstr(said, "[not-a-number]") || strstr(said, "write"))
			fail_msg("%s", said);
	}
}

/* The columns of a file as a poster reads it: "name: values" in each line. */
static const char *table_text(fixture *f, bd_table *t)
{
	bd_str s = bd_str_new(&f->arena);
	for (size_t i = 0; i < t->count; i++) {
		const char *name = t->columns[i]->name;
		bd_str_printf(&s, "%s%s: ", i ? "; " : "", name);
		for (size_t r = 0; r < t->rows; r++) {
			bd_str_add(&s, r ? " " : "");
			fixture_show(&s, bd_column_value(bd_table_at(t, i), r));
		}
	}
	return bd_str_text(&s);
}

static void what_a_reader_does_not_see_is_dropped(void **state)
{
	(void)state;
	static const struct {
		const char *text, *table;
	} cases[] = {
		{ " tên ,số\n Hà Tĩnh ,1\nHuế\u00A0, 2\n", "tên: 'Hà Tĩnh' 'Huế'; số: 1 2" },
		{ "\n \ntên;số\na;1\n;\n   \n ; \nb;2\n;\n\n", "tên: 'a' 'b'; số: 1 2" },
		{ "sep=;\ntên;số\n\"a;b\";1\n", "tên: 'a;b'; số: 1" },
		{ "tên, số\n\"a\", \"1\"\n", "tên: 'a'; số: 1" },
		{ "\"số\n(người)\",số\u200B\n1,2\n", "số (người): 1; số: 2" },
		{ "x,,x,\n1,2,3,4\n", "x: 1; B: 2; x 2: 3; D: 4" },
	};
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		fixture *f = fixture_new();
		bd_table *t = office(f, cases[i].text, BD_DECIMAL_EITHER);
		assert_string_equal(table_text(f, t), cases[i].table);
		assert_string_equal(fixture_complaints(f), "");
		fixture_free(f);
	}
}

static void names_that_stand_twice_get_numbers(void **state)
{
	(void)state;
	enum { COUNT = 16000 };
	fixture *f = fixture_new();
	const char *few[] = { "số", "số", "", "số 2", "số" };
	bd_tidy_names(&f->arena, few, 5);
	assert_string_equal(few[0], "số");
	assert_string_equal(few[1], "số 2");
	assert_string_equal(few[2], "C");
	assert_string_equal(few[3], "số 2 2");
	assert_string_equal(few[4], "số 3");
	const char **many = BD_ARRAY(&f->arena, COUNT, const char *);
	for (size_t i = 0; i < COUNT; i++)
		many[i] = "số";
	bd_distinct_names(&f->arena, many, COUNT); /* each compared with each would take hours */
	assert_string_equal(many[COUNT - 1], "số 16000");
	fixture_free(f);
}

static void sheets_are_tidied_too(void **state)
{
	(void)state;
	fixture *f = fixture_new();
	bd_table *t = bd_table_from_json(
		&f->env, fixture_json(f, "[{\" tên \": \" Hà Tĩnh\", \"số\\n(người)\": 1},"
					 "{\" tên \": \" \", \"số\\n(người)\": null},"
					 "{\" tên \": \"Huế\", \"số\\n(người)\": 2}]"));
	bd_tidy_sheet(&f->env, &t);
	assert_string_equal(table_text(f, t), "tên: 'Hà Tĩnh' 'Huế'; số (người): 1 2");
	fixture_free(f);
}

static void a_delimiter_is_told_below_a_title(void **state)
{
	(void)state;
	const char *text = "BÁO CÁO, NĂM 2022\n\ntên;số\na;1,5\nb;2,5\n",
		   *one = "tên\nHà Tĩnh\nHuế\n";
	const char *table = text + strlen("BÁO CÁO, NĂM 2022");
	assert_int_equal(bd_csv_delimiter(table, strlen(table)), ';');
	assert_int_equal(bd_csv_delimiter(one, strlen(one)), ',');
}

static void a_needed_number_is_asked_for_with_its_unit(void **state)
{
	(void)state;
	fixture *f = fixture_new();
	const bd_read_column wanted = { .field = "a", .as = BD_AS_NUMBER };
	const bd_read_options options = { .columns = &wanted, .count = 1, .office = true };
	bd_table *t = bd_csv_read(&f->env, fixture_source(f, "bảng.csv", "a\n12\n50 tấn\n₫7000\n"),
				  0, &options);
	fixture_column(t, "a");
	const char *said = fixture_complaints(f);
	assert_non_null(strstr(said, "bảng.csv:3:1"));
	assert_non_null(strstr(said, "write 50 in the cell, and 'tấn' as the unit"));
	assert_non_null(strstr(said, "write 7000 alone in the cell"));
	assert_int_equal(f->diags.errors, 2);
	fixture_free(f);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(numbers_follow_their_column),
		cmocka_unit_test(text_behind_quotes_is_kept),
		cmocka_unit_test(what_may_be_two_numbers_is_told),
		cmocka_unit_test(text_stays_text),
		cmocka_unit_test(dates_have_the_day_first),
		cmocka_unit_test(a_needed_number_is_asked_for_with_its_unit),
		cmocka_unit_test(what_a_reader_does_not_see_is_dropped),
		cmocka_unit_test(a_delimiter_is_told_below_a_title),
		cmocka_unit_test(names_that_stand_twice_get_numbers),
		cmocka_unit_test(sheets_are_tidied_too),
		cmocka_unit_test(dates_with_the_month_first_are_told),
		cmocka_unit_test(days_as_excel_counts_them),
		cmocka_unit_test(hints_say_what_to_write),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
