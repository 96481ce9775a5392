/* Numbers and dates as languages write and people type them. What d3 writes was taken down from
 * d3-format 3.1 and d3-time-format 4.1. */
#include "unit.h"

#include "locale/locale.h"
#include <math.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof *(array))

TEST(number_formats_are_d3s)
{
	static const struct {
		const char *spec;
		double number;
		const char *text;
	} cases[] = {
		{ "", 1234.5, "1234.5" },
		{ "", 0.1 + 0.2, "0.3" },
		{ ",", 7300000000, "7,300,000,000" },
		{ ",d", -1234.5, "−1,235" },
		{ ".2f", 1.005, "1.00" },
		{ ".0f", 2.5, "3" },
		{ ".0f", -0.4, "0" },
		{ "+.0f", -0.4, "−0" },
		{ ".1f", 0.25, "0.3" },
		{ "s", 42e6, "42.0000M" },
		{ ".3s", 123456, "123k" },
		{ "~s", 1500, "1.5k" },
		{ ".2s", 0.000123, "120µ" },
		{ ".1s", 1e-27, "0.001y" },
		{ "e", 123456, "1.234560e+5" },
		{ ".3g", 123456, "1.23e+5" },
		{ "r", 123456.789, "123457" },
		{ ".2r", 12345, "12000" },
		{ ".1%", 0.0449, "4.5%" },
		{ ".0%", 0.125, "13%" },
		{ "p", 0.5, "50.0000%" },
		{ "b", 10, "1010" },
		{ "#x", 255, "0xff" },
		{ "X", 255, "FF" },
		{ "$,.2f", -1234.5, "−$1,234.50" },
		{ "($,.0f", -42, "($42)" },
		{ "*^9", 42, "***42****" },
		{ "_>6d", 42, "____42" },
		{ "<6d", 42, "42    " },
		{ "06d", -42, "−00042" },
		{ "010,d", 123456, "00,123,456" },
		{ " d", 7, " 7" },
		{ ",d", 1e21, "1,000,000,000,000,000,000,000" },
		{ "f", 1e21, "1e+21" },
		{ "d", INFINITY, "∞" },
		{ ".1f", NAN, "NaN" },
		{ ".20f", 0.1, "0.10000000000000000555" },
		{ "c", 42, "42" },
		{ "$c", 42, "$42" },
	};
	const bd_locale *en = bd_locale_find("en-US");
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_string_equal(bd_format_number(arena, en, cases[i].spec, cases[i].number),
				    cases[i].text);
}

TEST(formats_that_are_none_are_told)
{
	static const char *const bad[] = { "%d", "foo", ".f.", ".2ff", "10.", "é" };
	bd_number_spec spec;
	for (size_t i = 0; i < COUNT(bad); i++)
		assert_false(bd_number_spec_parse(bad[i], &spec));
	assert_true(bd_number_spec_parse("·>8.2f", &spec));
	assert_string_equal(spec.fill, "·");
}

TEST(formats_take_the_language)
{
	const bd_locale *vi = bd_locale_find("vi"), *lo = bd_locale_find("lo-LA");
	assert_string_equal(bd_format_number(arena, vi, ",.1f", 1234567.89), "1.234.567,9");
	assert_string_equal(bd_format_number(arena, vi, ".3s", 7312000), "7,31M");
	assert_string_equal(bd_format_number(arena, vi, "$,.0f", 50000), "50.000\u00A0₫");
	assert_string_equal(bd_format_number(arena, lo, ",.2~f", -1234.5), "−1.234,5");
	assert_string_equal(bd_format_time(arena, vi, "%A, %-d %B", 1658448000000),
			    "Thứ sáu, 22 tháng 7");
	assert_null(bd_locale_find("fr"));
}

TEST(time_formats_are_d3s)
{
	static const struct {
		const char *spec, *text;
	} cases[] = {
		{ "%Y-%m-%dT%H:%M:%S.%LZ", "2022-07-22T16:05:09.045Z" },
		{ "%a %A %b %B", "Fri Friday Jul July" },
		{ "%-d/%-m/%y", "22/7/22" },
		{ "%c", "7/22/2022, 4:05:09 PM" },
		{ "%I %p|%_I|%-I", "04 PM| 4|4" },
		{ "%j %U %W %V %G %u %w", "203 29 29 29 2022 5 5" },
		{ "%q %f %Q %s", "3 045000 1658505909045 1658505909" },
		{ "%% %Z %e", "% +0000 22" },
	};
	const bd_locale *en = bd_locale_find("en");
	for (size_t i = 0; i < COUNT(cases); i++)
		assert_string_equal(bd_format_time(arena, en, cases[i].spec, 1658505909045),
				    cases[i].text);
	/* the days around New Year belong to the other year's weeks */
	assert_string_equal(bd_format_time(arena, en, "%G-W%V", 1451779200000), "2015-W53");
	assert_string_equal(bd_format_time(arena, en, "%Y", -62e12), "0005");
}

TEST(times_are_read_back)
{
	static const struct {
		const char *spec, *text;
		double ms; /* NaN: does not fit */
	} cases[] = {
		{ "%Y-%m-%d", "1977-07-18", 238032000000 },
		{ "%d/%m/%Y", "18/7/1977", 238032000000 },
		{ "%b %d, %Y", "jul 18, 1977", 238032000000 },
		{ "%I:%M %p %Y", "12:30 AM 1970", 1800000 },
		{ "%H:%M %Z %Y", "07:00 +0700 1970", 0 },
		{ "%V %u %G", "1 1 2015", 1419811200000 },
		{ "%q %Y", "3 2012", 1341100800000 },
		{ "%Q", "123", 123 },
		{ "%Y-%m-%d", "1977-07-18x", NAN },
		{ "%Y-%m-%d", "18/7/1977", NAN },
		{ "%Y %b", "1977", NAN },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		double ms;
		bool fits = bd_time_parse(bd_locale_find("en"), cases[i].spec, cases[i].text, &ms);
		assert_int_equal(fits, !isnan(cases[i].ms));
		if (fits)
			assert_true(ms == cases[i].ms);
	}
}

TEST(time_units_choose_formats)
{
	unsigned units = bd_time_units_parse("utcyearmonthdate");
	assert_int_equal(units, BD_UNIT_BIT(BD_UNIT_YEAR) | BD_UNIT_BIT(BD_UNIT_MONTH) |
					BD_UNIT_BIT(BD_UNIT_DATE));
	assert_int_equal(bd_time_units_parse("dayofyear"), BD_UNIT_BIT(BD_UNIT_DAYOFYEAR));
	assert_int_equal(bd_time_units_parse("monthyear"), 0);
	assert_int_equal(bd_time_units_parse("yaer"), 0);
	assert_string_equal(bd_time_unit_specifier(arena, units, NULL), "%Y-%m-%d");
	const char *const over[] = { "year", "'%y ", "month", "%b ", "date", "", NULL };
	unsigned pair = bd_time_units_parse("quarter");
	assert_string_equal(bd_time_unit_specifier(arena, pair, over), "Q%q");
	const bd_locale *en = bd_locale_find("en"), *vi = bd_locale_find("vi");
	assert_string_equal(bd_time_unit_label_format(arena, en, units), "%b %d, %Y");
	assert_string_equal(bd_time_unit_label_format(arena, vi, units), "%-d/%-m/%Y");
	assert_string_equal(
		bd_time_unit_label_format(arena, en, bd_time_units_parse("hoursminutes")), "%H:%M");
	assert_string_equal(bd_format_time_multi(arena, en, NULL, 1341100800000), "July");
	assert_string_equal(bd_format_time_multi(arena, en, NULL, 1341187200000), "Mon 02");
	assert_string_equal(bd_format_time_multi(arena, vi, NULL, 1341187200000), "2/7");
	bd_time_formats own = { .of = { [BD_UNIT_YEAR] = "'%y" } };
	assert_string_equal(bd_format_time_multi(arena, en, &own, 1325376000000), "'12");
}

TEST(posters_say_numbers)
{
	static const struct {
		const char *lang, *style;
		double number;
		const char *currency, *unit, *text;
	} cases[] = {
		{ "vi", "full", 7300000000, NULL, NULL, "7.300.000.000" },
		{ "vi", "compact", 7300000000, NULL, NULL, "7,3 tỉ" },
		{ "vi", "compact", 3100000, "đồng", NULL, "3,1 triệu đồng" },
		{ "vi", "compact", 4960000000, NULL, NULL, "4,96 tỉ" },
		{ "vi", "compact", -4960000000, NULL, NULL, "−4,96 tỉ" },
		{ "vi", "compact", 12440000, NULL, NULL, "12,4 triệu" },
		{ "vi", "compact", 9996000, NULL, NULL, "10 triệu" },
		{ "vi", "compact", 960000, NULL, NULL, "960 nghìn" },
		{ "vi", "compact", 999940, NULL, NULL, "999,9 nghìn" },
		{ "vi", "compact", 999960000, NULL, NULL, "1 tỉ" },
		{ "vi", "compact", 11000, NULL, "người", "11 nghìn người" },
		{ "vi", "compact", 999960, NULL, NULL, "1 triệu" },
		{ "vi", "compact", 2e12, "VND", NULL, "2 nghìn tỉ đồng" },
		{ "vi", "compact", 13, NULL, "xã", "13 xã" },
		{ "vi", "compact", 9.87, NULL, NULL, "9,87" },
		{ "vi", "percent", 0.4469, NULL, NULL, "44,69%" },
		{ "vi", "full", 44.69, NULL, "%", "44,69%" },
		{ "vi", "full", 35, NULL, "°C", "35 °C" },
		{ "vi", "full", 22.0 / 3, NULL, NULL, "7,33" },
		{ "vi", "full", 3.14159, NULL, NULL, "3,14159" },
		{ "vi", "full", -5000, "USD", NULL, "−5.000 USD" },
		{ "vi", ".1f", 2.25, NULL, "tấn", "2,3 tấn" },
		{ "en", "compact", 7300000000, NULL, NULL, "7.3 billion" },
		{ "en", "compact", 2500000, "USD", NULL, "$2.5 million" },
		{ "en", "compact", 11000, NULL, "people", "11,000 people" },
		{ "en", "full", 1250, "₭", NULL, "₭1,250" },
		{ "lo", "compact", 7300000000, "LAK", NULL, "7,3 ຕື້ ກີບ" },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		bd_number_style style;
		assert_true(bd_number_style_parse(cases[i].style, &style));
		style.currency = cases[i].currency;
		style.unit = cases[i].unit;
		const char *said = bd_number_say(arena, bd_locale_find(cases[i].lang), &style,
						 cases[i].number);
		char plain[100];
		size_t n = 0;
		for (; *said; said++) /* blanks are unbreakable */
			if ((unsigned char)said[0] == 0xC2 && (unsigned char)said[1] == 0xA0) {
				plain[n++] = ' ';
				said++;
			} else {
				assert_true(*said != ' ');
				plain[n++] = *said;
			}
		plain[n] = 0;
		assert_string_equal(plain, cases[i].text);
	}
}

TEST(posters_number_options)
{
	const bd_locale *vi = bd_locale_find("vi");
	bd_number_style style = { .kind = BD_NUMBER_COMPACT, .decimals = -1, .ty = true };
	assert_string_equal(bd_number_say(arena, vi, &style, 7.3e9), "7,3\u00A0tỷ");
	style = (bd_number_style){ .decimals = 2, .fixed_decimals = true, .sign = true };
	assert_string_equal(bd_number_say(arena, vi, &style, 1.5), "+1,50");
	assert_string_equal(bd_number_say(arena, vi, &style, 0), "0,00");
	bd_number_parts parts = bd_number_say_parts(
		arena, vi,
		&(bd_number_style){ .kind = BD_NUMBER_COMPACT, .decimals = -1, .unit = "đồng" },
		7.3e9);
	assert_string_equal(parts.figure, "7,3");
	assert_string_equal(parts.after, "tỉ\u00A0đồng");
}

TEST(posters_say_dates)
{
	const bd_locale *vi = bd_locale_find("vi"), *en = bd_locale_find("en"),
			*lo = bd_locale_find("lo");
	bd_when day = bd_when_from_ms(1658448000000, BD_DATE_DAY),
		month = bd_when_from_ms(1658448000000, BD_DATE_MONTH),
		quarter = bd_when_from_ms(1685577600000, BD_DATE_QUARTER),
		year = bd_when_from_ms(1400000000000, BD_DATE_YEAR);
	assert_string_equal(bd_date_say(arena, vi, BD_DATE_SHORT, day), "22/7/2022");
	assert_string_equal(bd_date_say(arena, vi, BD_DATE_LONG, day),
			    "22\u00A0tháng\u00A07,\u00A02022");
	assert_string_equal(bd_date_say(arena, vi, BD_DATE_SHORT, month), "tháng\u00A07/2022");
	assert_string_equal(bd_date_say(arena, vi, BD_DATE_SHORT, quarter), "quý\u00A02/2023");
	assert_string_equal(bd_date_say(arena, vi, BD_DATE_LONG, year), "2014");
	assert_string_equal(bd_date_say(arena, en, BD_DATE_SHORT, day), "22\u00A0Jul\u00A02022");
	assert_string_equal(bd_date_say(arena, lo, BD_DATE_LONG, month), "ກໍລະກົດ\u00A02022");
	assert_string_equal(bd_anniversary_say(arena, vi, 60), "kỷ\u00A0niệm\u00A060\u00A0năm");
	assert_string_equal(bd_anniversary_say(arena, en, 11), "11th\u00A0anniversary");
	assert_string_equal(bd_anniversary_say(arena, en, 62), "62nd\u00A0anniversary");
	assert_int_equal(bd_years_between(bd_when_from_ms(0, BD_DATE_DAY), day), 52);
	assert_int_equal(bd_years_between(day, year), 8);
}

/* What stands in a file that we wrote is read again. */
TEST(dates_that_are_said_are_read)
{
	bd_when day = { 2022, 7, 22, BD_DATE_TIME, 1658500200000.0 };
	for (const char *const *lang = bd_locale_names(); *lang; lang++)
		for (int p = BD_DATE_YEAR; p <= BD_DATE_TIME; p++)
			for (int style = 0; style < BD_DATE_STYLES; style++) {
				bd_when said = bd_when_from_ms(day.ms, (bd_date_precision)p), read;
				const char *text = bd_date_say(arena, bd_locale_find(*lang),
							       (bd_date_style)style, said);
				if (!bd_date_read(text, strlen(text), &read) ||
				    read.precision != said.precision || read.ms != said.ms)
					fail_msg("%s", text);
			}
}

TEST(years_are_told_by_name_and_size)
{
	assert_true(bd_name_says_year("Năm"));
	assert_true(bd_name_says_year("nam_hoc"));
	assert_true(bd_name_says_year("year"));
	assert_false(bd_name_says_year("Miền Bắc"));
	assert_false(bd_name_says_year("yearly"));
	assert_true(bd_number_may_be_year(2023));
	assert_false(bd_number_may_be_year(2023.5));
	assert_false(bd_number_may_be_year(620));
}

TEST(faults_of_dates_are_named)
{
	bd_when meant;
	assert_int_equal(bd_date_fault_of("7/22/2022", 9, &meant), BD_DATE_MONTH_FIRST);
	assert_int_equal(meant.day, 22);
	assert_int_equal(meant.month, 7);
	assert_int_equal(bd_date_fault_of("22/7/22", 7, &meant), BD_DATE_SHORT_YEAR);
	assert_int_equal(bd_date_fault_of("22-Jul-22", 9, &meant), BD_DATE_SHORT_YEAR);
	assert_int_equal(bd_date_fault_of("31/2/2022", 9, &meant), BD_DATE_NO_SUCH_DAY);
	assert_int_equal(meant.day, 28);
	assert_int_equal(bd_date_fault_of("30/2/2024", 9, &meant), BD_DATE_NO_SUCH_DAY);
	assert_int_equal(meant.day, 29);
	assert_int_equal(bd_date_fault_of("2016-04-31", 10, &meant), BD_DATE_NO_SUCH_DAY);
	assert_int_equal(meant.day, 30);
	assert_int_equal(bd_date_fault_of("32/4/2016", 9, &meant), BD_DATE_NONSENSE);
	assert_int_equal(bd_date_fault_of("50 kg", 5, &meant), BD_DATE_NONSENSE);
}

TEST(dates_are_read_as_people_write_them)
{
	static const struct {
		const char *text;
		int year, month, day;
		bd_date_precision precision;
	} cases[] = {
		{ "18/7/1977", 1977, 7, 18, BD_DATE_DAY },
		{ "18-07-1977", 1977, 7, 18, BD_DATE_DAY },
		{ "18.7.1977", 1977, 7, 18, BD_DATE_DAY },
		{ "1977-07-18", 1977, 7, 18, BD_DATE_DAY },
		{ "1977/7/18", 1977, 7, 18, BD_DATE_DAY },
		{ "7/1977", 1977, 7, 1, BD_DATE_MONTH },
		{ "1977-07", 1977, 7, 1, BD_DATE_MONTH },
		{ "tháng 7/1977", 1977, 7, 1, BD_DATE_MONTH },
		{ "Tháng 7 năm 1977", 1977, 7, 1, BD_DATE_MONTH },
		{ "T7/2022", 2022, 7, 1, BD_DATE_MONTH },
		{ "ngày 18 tháng 7 năm 1977", 1977, 7, 18, BD_DATE_DAY },
		{ "18 tháng 7, 1977", 1977, 7, 18, BD_DATE_DAY },
		{ "quý 2/2023", 2023, 4, 1, BD_DATE_QUARTER },
		{ "Quý II/2023", 2023, 4, 1, BD_DATE_QUARTER },
		{ "Q3 2023", 2023, 7, 1, BD_DATE_QUARTER },
		{ "2023-Q4", 2023, 10, 1, BD_DATE_QUARTER },
		{ "1977", 1977, 1, 1, BD_DATE_YEAR },
		{ "năm 1977", 1977, 1, 1, BD_DATE_YEAR },
		{ "18 July 1977", 1977, 7, 18, BD_DATE_DAY },
		{ "July 18, 1977", 1977, 7, 18, BD_DATE_DAY },
		{ "Jul. 1977", 1977, 7, 1, BD_DATE_MONTH },
		{ "22 ກໍລະກົດ 2022", 2022, 7, 22, BD_DATE_DAY },
		{ "18/7/1977 10:30", 1977, 7, 18, BD_DATE_TIME },
		{ "1977-07-18T23:30:00-02:00", 1977, 7, 19, BD_DATE_TIME },
		{ " 29/2/2020 ", 2020, 2, 29, BD_DATE_DAY },
		{ "THÁNG 7/1977", 1977, 7, 1, BD_DATE_MONTH },
		{ "NĂM 1977", 1977, 1, 1, BD_DATE_YEAR },
		{ "QUÝ II/2023", 2023, 4, 1, BD_DATE_QUARTER },
		{ "22 Tháng Bảy 2022", 2022, 7, 22, BD_DATE_DAY },
		{ "tháng năm 1977", 1977, 5, 1, BD_DATE_MONTH },
		{ "tháng năm năm 1977", 1977, 5, 1, BD_DATE_MONTH },
		{ "tháng mười năm 1954", 1954, 10, 1, BD_DATE_MONTH },
		{ "tháng Mười hai/1975", 1975, 12, 1, BD_DATE_MONTH },
		{ "１８/７/１９７７", 1977, 7, 18, BD_DATE_DAY },
		{ "໒໒/໗/໒໐໒໒", 2022, 7, 22, BD_DATE_DAY },
		{ "22–7–2022", 2022, 7, 22, BD_DATE_DAY },
		{ "22\u00A0/7/2022", 2022, 7, 22, BD_DATE_DAY },
		{ "Thứ 6 ngày 22/7/2022", 2022, 7, 22, BD_DATE_DAY },
		{ "Thứ Sáu, 22 tháng 7, 2022", 2022, 7, 22, BD_DATE_DAY },
		{ "Chủ nhật, 24/7/2022", 2022, 7, 24, BD_DATE_DAY },
		{ "Friday, July 22nd, 2022", 2022, 7, 22, BD_DATE_DAY },
		{ "10:30 ngày 22/7/2022", 2022, 7, 22, BD_DATE_TIME },
		{ "22/7/2022 2:30 CH", 2022, 7, 22, BD_DATE_TIME },
		{ "14h30 22/7/2022", 2022, 7, 22, BD_DATE_TIME },
		{ "22/07/2022 00:00:00", 2022, 7, 22, BD_DATE_DAY },
		{ "2022-07-22T00:00:00.000Z", 2022, 7, 22, BD_DATE_DAY },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		bd_when when;
		if (!bd_date_read(cases[i].text, strlen(cases[i].text), &when))
			fail_msg("%s", cases[i].text);
		assert_int_equal(when.year, cases[i].year);
		assert_int_equal(when.month, cases[i].month);
		assert_int_equal(when.day, cases[i].day);
		assert_int_equal(when.precision, cases[i].precision);
	}
	static const char *const none[] = { "",
					    "31/2/2020",
					    "7/18/1977",
					    "5/9/62",
					    "hôm nay",
					    "2012-2024",
					    "13/2012",
					    "quý 5/2023",
					    "10:30",
					    "1/2/3/4",
					    "50 tấn",
					    "77",
					    "18/7/1977 25:00",
					    "Foo 1977",
					    "2012–2024",
					    "22-Jul-22",
					    "Jul-22",
					    "2/9/1945 (Quốc khánh)",
					    "1/1/1",
					    "7/22/2022",
					    "20220722",
					    "tháng 7",
					    "7/2022 10:30",
					    "13:00 CHH 1/1/2022" };
	for (size_t i = 0; i < COUNT(none); i++) {
		bd_when when;
		if (bd_date_read(none[i], strlen(none[i]), &when))
			fail_msg("%s", none[i]);
	}
}

static bd_decimal decide(const char *const *cells)
{
	bd_decimal_evidence evidence = { 0 };
	for (; *cells; cells++)
		bd_decimal_look(&evidence, *cells, strlen(*cells));
	return bd_decimal_decide(&evidence);
}

#define CELLS(...) ((const char *const[]){ __VA_ARGS__, NULL })

TEST(a_column_tells_its_decimal_sign)
{
	assert_int_equal(decide(CELLS("12", "7", "")), BD_DECIMAL_EITHER);
	assert_int_equal(decide(CELLS("1.234", "12,5")), BD_DECIMAL_COMMA);
	assert_int_equal(decide(CELLS("1,234", "12.5")), BD_DECIMAL_POINT);
	assert_int_equal(decide(CELLS("1.234.567")), BD_DECIMAL_COMMA);
	assert_int_equal(decide(CELLS("1.234,5 tấn")), BD_DECIMAL_COMMA);
	assert_int_equal(decide(CELLS("0.125")), BD_DECIMAL_POINT);
	assert_int_equal(decide(CELLS("1234.567")), BD_DECIMAL_POINT);
	assert_int_equal(decide(CELLS("1.234", "15.600")), BD_DECIMAL_AMBIGUOUS);
	assert_int_equal(decide(CELLS("1,5", "2.5")), BD_DECIMAL_MIXED);
}

TEST(numbers_are_read_as_people_write_them)
{
	static const struct {
		const char *text;
		bd_decimal decimal;
		double number;
		bd_read_status status;
		const char *unit;
	} cases[] = {
		{ "1.234,5", BD_DECIMAL_COMMA, 1234.5, BD_READ_NUMBER, "" },
		{ "1,234.5", BD_DECIMAL_POINT, 1234.5, BD_READ_NUMBER, "" },
		{ "1.234", BD_DECIMAL_COMMA, 1234, BD_READ_NUMBER, "" },
		{ "1.234", BD_DECIMAL_EITHER, 1.234, BD_READ_NUMBER, "" },
		{ "7 300 000", BD_DECIMAL_EITHER, 7300000, BD_READ_NUMBER, "" },
		{ "7\u00A0300", BD_DECIMAL_EITHER, 7300, BD_READ_NUMBER, "" },
		{ "−5", BD_DECIMAL_EITHER, -5, BD_READ_NUMBER, "" },
		{ "(1,234)", BD_DECIMAL_POINT, -1234, BD_READ_NUMBER, "" },
		{ "1.5e3", BD_DECIMAL_POINT, 1500, BD_READ_NUMBER, "" },
		{ "50 tấn", BD_DECIMAL_EITHER, 50, BD_READ_WITH_UNIT, "tấn" },
		{ "44,69%", BD_DECIMAL_COMMA, 44.69, BD_READ_WITH_UNIT, "%" },
		{ "₫7.000", BD_DECIMAL_COMMA, 7000, BD_READ_WITH_UNIT, "₫" },
		{ "7,3 tỉ đồng", BD_DECIMAL_COMMA, 7.3, BD_READ_WITH_UNIT, "tỉ đồng" },
		{ "", BD_DECIMAL_EITHER, 0, BD_READ_EMPTY, "" },
		{ " – ", BD_DECIMAL_EITHER, 0, BD_READ_EMPTY, "" },
		{ "n/a", BD_DECIMAL_EITHER, 0, BD_READ_EMPTY, "" },
		{ "không rõ", BD_DECIMAL_EITHER, 0, BD_READ_NOTHING, "" },
		{ "5 2019", BD_DECIMAL_EITHER, 5, BD_READ_NOTHING, "2019" },
		{ "1,2,3", BD_DECIMAL_COMMA, 0, BD_READ_NOTHING, "" },
	};
	for (size_t i = 0; i < COUNT(cases); i++) {
		bd_number_reading r =
			bd_number_read(cases[i].text, strlen(cases[i].text), cases[i].decimal);
		assert_int_equal(r.status, cases[i].status);
		if (r.status == BD_READ_NUMBER || r.status == BD_READ_WITH_UNIT)
			assert_true(r.number == cases[i].number);
		if (r.status == BD_READ_WITH_UNIT) {
			assert_int_equal(r.unit_length, strlen(cases[i].unit));
			assert_memory_equal(r.unit, cases[i].unit, r.unit_length);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		UNIT(number_formats_are_d3s),
		UNIT(formats_that_are_none_are_told),
		UNIT(formats_take_the_language),
		UNIT(time_formats_are_d3s),
		UNIT(times_are_read_back),
		UNIT(time_units_choose_formats),
		UNIT(posters_say_numbers),
		UNIT(posters_number_options),
		UNIT(posters_say_dates),
		UNIT(dates_are_read_as_people_write_them),
		UNIT(dates_that_are_said_are_read),
		UNIT(years_are_told_by_name_and_size),
		UNIT(faults_of_dates_are_named),
		UNIT(a_column_tells_its_decimal_sign),
		UNIT(numbers_are_read_as_people_write_them),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
