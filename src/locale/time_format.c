/* time_format.c - d3's time format strings (https://d3js.org/d3-time-format), in UTC, written out.
 */
#include "base/number.h"
#include "base/str.h"
#include "locale/locale.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A moment, and what its directives need. */
struct moment {
	double ms;
	bd_date date;
	int weekday, day_of_year; /* 0 Sunday; 0 January 1st */
};

static double day_start(double ms)
{
	return floor(ms / BD_MS_PER_DAY) * BD_MS_PER_DAY;
}

static double year_start(int year)
{
	return bd_time_from_date((bd_date){ .year = year, .month = 1, .day = 1 });
}

static struct moment moment_of(double ms)
{
	bd_date date = bd_time_to_date(ms);
	double days = (day_start(ms) - year_start(date.year)) / BD_MS_PER_DAY;
	return (struct moment){ ms, date, bd_time_weekday(ms), (int)days };
}

/* Which week of the year: weeks begin on `first` (0 Sunday), days before the first are week 0. */
static int week_number(struct moment m, int first)
{
	int days_into_week = (m.weekday - first + 7) % 7;
	return (m.day_of_year - days_into_week + 7) / 7;
}

/* The Thursday of the ISO 8601 week: its year is the week's. */
static struct moment iso_thursday(struct moment m)
{
	return moment_of(m.ms + ((4 - (m.weekday + 6) % 7) - 1) * BD_MS_PER_DAY);
}

static void add_padded(bd_str *s, int value, char fill, int width)
{
	char digits[16];
	int count = 0;
	if (value < 0)
		bd_str_add_char(s, '-');
	for (unsigned rest = (unsigned)abs(value); rest || !count; rest /= 10)
		digits[count++] = (char)('0' + rest % 10);
	for (int i = count; fill && i < width; i++)
		bd_str_add_char(s, fill);
	while (count)
		bd_str_add_char(s, digits[--count]);
}

static void add_number(bd_str *s, double number)
{
	char text[BD_NUMBER_ROOM];
	bd_number_format(number, text);
	bd_str_add(s, text);
}

static void add_formatted(bd_str *s, const bd_locale *locale, const char *spec, struct moment m,
			  int depth);

/* The directives that stand for words or other formats; false where `c` is none. */
static bool add_word(bd_str *s, const bd_locale *locale, char c, struct moment m, int depth)
{
	const char *nested = c == 'c'   ? locale->date_time
			     : c == 'x' ? locale->date
			     : c == 'X' ? locale->time
					: NULL;
	if (nested) {
		if (depth < 3) /* %c may hold %x; nothing may hold itself */
			add_formatted(s, locale, nested, m, depth + 1);
		return true;
	}
	const char *word = c == 'a'   ? locale->short_days[m.weekday]
			   : c == 'A' ? locale->days[m.weekday]
			   : c == 'b' ? locale->short_months[m.date.month - 1]
			   : c == 'B' ? locale->months[m.date.month - 1]
			   : c == 'p' ? locale->periods[m.date.hour >= 12]
			   : c == 'Z' ? "+0000"
			   : c == '%' ? "%"
				      : NULL;
	if (word)
		bd_str_add(s, word);
	return word;
}

static int hour_of_twelve(int hour)
{
	return hour % 12 ? hour % 12 : 12;
}

static void add_directive(bd_str *s, const bd_locale *locale, char c, char fill, struct moment m,
			  int depth)
{
	if (add_word(s, locale, c, m, depth))
		return;
	switch (c) {
	case 'd':
	case 'e': add_padded(s, m.date.day, fill, 2); break;
	case 'f':
		add_padded(s, m.date.millisecond, fill, 3);
		bd_str_add(s, "000");
		break;
	case 'g': add_padded(s, iso_thursday(m).date.year % 100, fill, 2); break;
	case 'G': add_padded(s, iso_thursday(m).date.year % 10000, fill, 4); break;
	case 'H': add_padded(s, m.date.hour, fill, 2); break;
	case 'I': add_padded(s, hour_of_twelve(m.date.hour), fill, 2); break;
	case 'j': add_padded(s, m.day_of_year + 1, fill, 3); break;
	case 'L': add_padded(s, m.date.millisecond, fill, 3); break;
	case 'm': add_padded(s, m.date.month, fill, 2); break;
	case 'M': add_padded(s, m.date.minute, fill, 2); break;
	case 'q': add_padded(s, (m.date.month - 1) / 3 + 1, 0, 0); break;
	case 'Q': add_number(s, m.ms); break;
	case 's': add_number(s, floor(m.ms / 1000)); break;
	case 'S': add_padded(s, m.date.second, fill, 2); break;
	case 'u': add_padded(s, m.weekday ? m.weekday : 7, 0, 0); break;
	case 'U': add_padded(s, week_number(m, 0), fill, 2); break;
	case 'V': add_padded(s, iso_thursday(m).day_of_year / 7 + 1, fill, 2); break;
	case 'w': add_padded(s, m.weekday, 0, 0); break;
	case 'W': add_padded(s, week_number(m, 1), fill, 2); break;
	case 'y': add_padded(s, m.date.year % 100, fill, 2); break;
	case 'Y': add_padded(s, m.date.year % 10000, fill, 4); break;
	default: bd_str_add_char(s, c);
	}
}

static void add_formatted(bd_str *s, const bd_locale *locale, const char *spec, struct moment m,
			  int depth)
{
	for (; *spec; spec++) {
		if (*spec != '%') {
			bd_str_add_char(s, *spec);
			continue;
		}
		char c = *++spec, fill = c == 'e' ? ' ' : '0';
		if (c == '-' || c == '_' || c == '0') {
			fill = c == '-' ? 0 : c == '_' ? ' ' : '0';
			c = *++spec;
		}
		if (!c)
			return;
		add_directive(s, locale, c, fill, m, depth);
	}
}

const char *bd_format_time(bd_arena *arena, const bd_locale *locale, const char *spec, double ms)
{
	if (!isfinite(ms) || fabs(ms) > BD_MAX_TIME)
		return "Invalid Date";
	bd_str s = bd_str_new(arena);
	add_formatted(&s, locale, spec, moment_of(trunc(ms)), 0);
	return bd_str_text(&s);
}
