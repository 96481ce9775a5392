/* locale.h - how a language writes numbers and dates, and how people write them in files.
 *
 * Three layers. (1) d3's format strings, exactly as d3-format 3 and d3-time-format 4 understand
 * them, because Vega-Lite specs hold them: the locale "en-US" gives their bytes. (2) What posters
 * write, by language, with no format string: «7,3 tỉ», «22/7/2022». (3) Reading what people write:
 * «18/7/1977», «1.234,5». All text that is returned lives in the arena that was passed. Time is
 * UTC, in milliseconds since 1970. */
#pragma once
#include "base/arena.h"
#include "base/time.h"
#include <stdbool.h>
#include <stddef.h>

/* --- languages --- */

/* What d3's formatLocale and timeFormatLocale take; a spec's config.locale fills one of its own
 * from a copy of another. Members must not be NULL unless it says so. */
typedef struct bd_locale {
	const char *lang; /* "vi" */
	/* numbers */
	const char *decimal, *thousands; /* thousands: NULL, no grouping */
	int grouping[8];                 /* sizes from the right, ended by 0; over again */
	const char *currency[2];         /* before and after the number, for "$" */
	const char *numerals[10];        /* all NULL: 0-9 */
	const char *percent, *minus, *nan;
	/* dates */
	const char *date_time, *date, *time; /* what %c %x %X stand for, as format strings */
	const char *periods[2];              /* AM PM */
	const char *days[7], *short_days[7]; /* from Sunday */
	const char *months[12], *short_months[12];
	/* posters; what a language cannot do without */
	const struct bd_locale_words *words;
} bd_locale;

/* The locale of a language tag: "vi", "lo", "en", "en-US", "vi-VN" …; NULL where there is none.
 * "en" and "en-US" are d3's default. */
const bd_locale *bd_locale_find(const char *lang);
/* "vi", "lo", "en"; NULL-ended. */
const char *const *bd_locale_names(void);

/* --- d3-format: [[fill]align][sign][symbol][0][width][,][.precision][~][type] --- */

typedef struct bd_number_spec {
	char fill[5]; /* one character, UTF-8 */
	char align;   /* > < ^ = */
	char sign;    /* - + ( and blank */
	char symbol;  /* $ # or 0 */
	bool zero, comma, trim;
	int width;     /* 0: none; at most 1000 */
	int precision; /* -1: none */
	char type;     /* e f g r s d % p b o x X c; n and 0 are resolved by the format */
} bd_number_spec;

/* False where `text` is no format ("invalid format" in d3); *spec is then the plain one. */
bool bd_number_spec_parse(const char *text, bd_number_spec *spec);
/* The number by the spec; every double is fine, NaN is "NaN". */
const char *bd_number_spec_format(bd_arena *arena, const bd_locale *locale,
				  const bd_number_spec *spec, double number);
/* d3's formatPrefix: the SI prefix is that of `like`, the type "f". */
const char *bd_number_spec_format_prefix(bd_arena *arena, const bd_locale *locale,
					 const bd_number_spec *spec, double like, double number);
/* Both in one. A `spec` that is none formats as "" does; check it before with the parser. */
const char *bd_format_number(bd_arena *arena, const bd_locale *locale, const char *spec,
			     double number);
/* d3's precisionFixed, precisionPrefix and precisionRound: digits that tell `step`s apart; -1
 * where there is no telling (a step or a value of 0). */
int bd_precision_fixed(double step);
int bd_precision_prefix(double step, double value);
int bd_precision_round(double step, double max);

/* --- d3-time-format: %Y-%m-%d … --- */

const char *bd_format_time(bd_arena *arena, const bd_locale *locale, const char *spec, double ms);
/* The reverse: true and *ms where the whole text fits. */
bool bd_time_parse(const bd_locale *locale, const char *spec, const char *text, double *ms);

/* Vega's units of time, coarse to fine. */
typedef enum {
	BD_UNIT_YEAR,
	BD_UNIT_QUARTER,
	BD_UNIT_MONTH,
	BD_UNIT_WEEK,
	BD_UNIT_DATE,
	BD_UNIT_DAY, /* of the week */
	BD_UNIT_DAYOFYEAR,
	BD_UNIT_HOURS,
	BD_UNIT_MINUTES,
	BD_UNIT_SECONDS,
	BD_UNIT_MILLISECONDS,
	BD_UNIT_COUNT
} bd_time_unit;

extern const char *const bd_time_unit_names[BD_UNIT_COUNT]; /* "year" … as in Vega */
#define BD_UNIT_BIT(unit) (1u << (unit))

/* The set of units of a Vega-Lite timeUnit: "yearmonth", "monthdate", "hoursminutes", with or
 * without "utc" and "binned" before it. 0 where it is none. */
unsigned bd_time_units_parse(const char *name);

/* A format for each unit a multi-format may choose; NULL: Vega's default. */
typedef struct bd_time_formats {
	const char *of[BD_UNIT_COUNT];
} bd_time_formats;

/* As fine as the instant needs: by Vega's default in English (":%S", "%I:%M", "%a %d", "%B", "%Y"
 * …), in the language's order of day and month otherwise. `formats` may be NULL. */
const char *bd_format_time_multi(bd_arena *arena, const bd_locale *locale,
				 const bd_time_formats *formats, double ms);

/* Vega's timeUnitSpecifier: the format string of a set of units. `overrides`: pairs of key
 * ("year-month", "month") and format, NULL-ended; a format of "" removes the unit; may be NULL. */
const char *bd_time_unit_specifier(bd_arena *arena, unsigned units, const char *const *overrides);
/* The format of labels that a Vega-Lite timeUnit gets by itself: Vega-Lite's own ("%b %d, %Y") in
 * English, the language's order of day and month otherwise («22/7/2022»). */
const char *bd_time_unit_label_format(bd_arena *arena, const bd_locale *locale, unsigned units);

/* --- posters: numbers by language --- */

typedef enum {
	BD_NUMBER_FULL,    /* 7.300.000.000 */
	BD_NUMBER_COMPACT, /* 7,3 tỉ */
	BD_NUMBER_PERCENT, /* 0.4469 is 44,69% */
	BD_NUMBER_D3       /* by `spec` */
} bd_number_kind;

typedef struct bd_number_style {
	bd_number_kind kind;
	bd_number_spec spec; /* for BD_NUMBER_D3 */
	/* At most; -1: as many as were written (full), two below 10 and else one (compact: 4,96 tỉ,
	 * 12,4 tỉ), two (per cent). */
	int decimals;
	bool fixed_decimals;  /* exactly `decimals` */
	bool sign;            /* + before a positive number */
	bool ty;              /* vi: tỷ for tỉ */
	const char *currency; /* "VND", "đồng", "₫", "USD", "LAK", "kip", …; NULL: none */
	const char *unit;     /* after the number, with an unbreakable blank; NULL: none */
} bd_number_style;

#define BD_NUMBER_STYLE_PLAIN ((bd_number_style){ .kind = BD_NUMBER_FULL, .decimals = -1 })

/* A poster's `format`: "full", "compact", "percent", or any d3 format. False where it is none. */
bool bd_number_style_parse(const char *text, bd_number_style *style);
/* The number as a reader of that language expects it. Its parts are joined by U+00A0, so that no
 * line breaks between them. */
const char *bd_number_say(bd_arena *arena, const bd_locale *locale, const bd_number_style *style,
			  double number);
/* The parts: the figure ("7,3"), and what stands after it ("tỉ đồng"; "" where there is nothing),
 * for blocks that set them in different sizes. */
typedef struct bd_number_parts {
	const char *figure, *after;
} bd_number_parts;
bd_number_parts bd_number_say_parts(bd_arena *arena, const bd_locale *locale,
				    const bd_number_style *style, double number);

/* Whole, and from 1800 to 2100: a column of nothing else may be one of years. */
bool bd_number_may_be_year(double number);
/* Does a column's name have a word for a year in it: «Năm», "nam", "year", «ປີ»? */
bool bd_name_says_year(const char *name);

/* --- posters: dates by language --- */

typedef enum {
	BD_DATE_YEAR,
	BD_DATE_QUARTER, /* month is the quarter's first */
	BD_DATE_MONTH,
	BD_DATE_DAY,
	BD_DATE_TIME /* ms has hours and minutes */
} bd_date_precision;

/* A date as exact as it was written: parts beyond the precision are 1 (or 0). */
typedef struct bd_when {
	int year, month, day;
	bd_date_precision precision;
	double ms; /* its beginning */
} bd_when;

typedef enum {
	BD_DATE_NUMERIC, /* 22/7/2022, 7/2022, quý 2/2023, 2014 */
	BD_DATE_SHORT,   /* 22/7/2022, tháng 7/2022 (the default of posters) */
	BD_DATE_LONG,    /* 22 tháng 7, 2022; tháng 7 năm 2022 */
	BD_DATE_STYLES
} bd_date_style;

const char *bd_date_say(bd_arena *arena, const bd_locale *locale, bd_date_style style,
			bd_when when);
/* «kỷ niệm 60 năm», "60th anniversary". */
const char *bd_anniversary_say(bd_arena *arena, const bd_locale *locale, int years);
/* What an axis that counts rows is called: «Số lượng». */
const char *bd_count_title(const bd_locale *locale);
/* Of two dates the whole years from one to the other, by what both precisions know. */
int bd_years_between(bd_when from, bd_when to);
bd_when bd_when_from_ms(double ms, bd_date_precision precision);

/* --- reading what people write --- */

/* 18/7/1977 (day first), 18-7-1977, 18.7.1977, 7/1977, «tháng 7/1977», «tháng bảy năm 1977», «ngày
 * 18 tháng 7 năm 1977», «thứ Hai, 18/7/1977», «quý 2/2023», Q2 2023, 1977, «năm 1977», 1977-07,
 * 1977-07-18, "18 July 1977", "Monday, July 18, 1977", "Jul 1977"; with a whole date a time:
 * 10:30(:05), 14h30, 2:30 PM (CH), 1977-07-18T10:30(:00)(Z). Month names of vi, lo and en, digits
 * of Lao and full-width ones, any capitals. False where it is no date, or one that does not exist
 * (31/2). Text is NFC. */
bool bd_date_read(const char *text, size_t length, bd_when *when);

/* What is wrong with a text that is no date. */
typedef enum {
	BD_DATE_NONSENSE,
	BD_DATE_MONTH_FIRST, /* 7/22/2022: *meant is the day */
	BD_DATE_SHORT_YEAR,  /* 22/7/22, "22-Jul-22" */
	BD_DATE_NO_SUCH_DAY  /* 31/4/2016: *meant is the month's last day */
} bd_date_fault;
bd_date_fault bd_date_fault_of(const char *text, size_t length, bd_when *meant);

/* Which sign is the decimal one in a column of numbers. */
typedef enum {
	BD_DECIMAL_EITHER,    /* nothing said: no separators at all */
	BD_DECIMAL_POINT,     /* 1,234.5 */
	BD_DECIMAL_COMMA,     /* 1.234,5 */
	BD_DECIMAL_AMBIGUOUS, /* only such as 1.234 or 1,234, which may mean two things */
	BD_DECIMAL_MIXED      /* some cells mean one thing, some the other */
} bd_decimal;

/* What the cells of a column say; zero-initialised, filled cell by cell. */
typedef struct bd_decimal_evidence {
	size_t point, comma;                 /* cells that can only mean one */
	size_t grouped_point, grouped_comma; /* cells such as 1.234 and 1,234 */
} bd_decimal_evidence;

void bd_decimal_look(bd_decimal_evidence *evidence, const char *text, size_t length);
bd_decimal bd_decimal_decide(const bd_decimal_evidence *evidence);

typedef enum {
	BD_READ_NUMBER,
	BD_READ_EMPTY,     /* blanks only, "-", "–", "n/a", "…" */
	BD_READ_WITH_UNIT, /* «50 tấn», «44,69%», «₫7.000»: number and the rest are given */
	BD_READ_NOTHING
} bd_read_status;

typedef struct bd_number_reading {
	bd_read_status status;
	double number;
	const char *unit; /* in the text; not NUL-ended */
	size_t unit_length;
	bool unit_before;
} bd_number_reading;

/* A number as people write it, with the column's decimal sign (POINT where it is EITHER): groups
 * by . , blank, U+00A0, U+202F or ', a sign (- − +), (1.234) for negative ones, exponents. */
bd_number_reading bd_number_read(const char *text, size_t length, bd_decimal decimal);
