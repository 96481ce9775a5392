/* date_say.c - dates as a reader expects them, by language and as exact as they were written. */
#include "base/str.h"
#include "locale/words.h"
#include <math.h>
#include <string.h>

/* 1st, 2nd, 3rd, 11th. */
static const char *english_ending(int n)
{
	int teen = n % 100 / 10 == 1, last = n % 10;
	return teen ? "th" : last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th";
}

/* A pattern's letter, written out. */
static void add_part(bd_str *s, const bd_locale *locale, char letter, bd_when when, int n)
{
	bd_date time = bd_time_to_date(when.ms);
	switch (letter) {
	case 'y': bd_str_printf(s, "%d", when.year); break;
	case 'q': bd_str_printf(s, "%d", (when.month - 1) / 3 + 1); break;
	case 'm': bd_str_printf(s, "%d", when.month); break;
	case 'M': bd_str_add(s, locale->months[when.month - 1]); break;
	case 'B': bd_str_add(s, locale->short_months[when.month - 1]); break;
	case 'd': bd_str_printf(s, "%d", when.day); break;
	case 't': bd_str_printf(s, "%02d:%02d", time.hour, time.minute); break;
	case 'n': bd_str_printf(s, "%d", n); break;
	case 'o': bd_str_printf(s, "%d%s", n, english_ending(n)); break;
	default: break;
	}
}

static const char *fill(bd_arena *arena, const bd_locale *locale, const char *pattern, bd_when when,
			int n)
{
	bd_str s = bd_str_new(arena);
	for (; *pattern; pattern++) {
		if (pattern[0] == '{' && pattern[1] && pattern[2] == '}') {
			add_part(&s, locale, pattern[1], when, n);
			pattern += 2;
		} else if (*pattern == ' ') {
			bd_str_add(&s, "\u00A0");
		} else {
			bd_str_add_char(&s, *pattern);
		}
	}
	return bd_str_text(&s);
}

/* A locale that a spec made up has no words: ISO 8601 then. */
static const char *iso(bd_arena *arena, bd_when when)
{
	static const char *const formats[] = { "%Y", "%Y-Q%q", "%Y-%m", "%Y-%m-%d",
					       "%Y-%m-%d %H:%M" };
	return bd_format_time(arena, bd_locale_find("en"), formats[when.precision], when.ms);
}

const char *bd_date_say(bd_arena *arena, const bd_locale *locale, bd_date_style style, bd_when when)
{
	if (!locale->words)
		return iso(arena, when);
	return fill(arena, locale, locale->words->dates[style][when.precision], when, 0);
}

const char *bd_anniversary_say(bd_arena *arena, const bd_locale *locale, int years)
{
	const bd_locale *speaking = locale->words ? locale : bd_locale_find("en");
	return fill(arena, speaking, speaking->words->anniversary, (bd_when){ .month = 1 }, years);
}

int bd_years_between(bd_when from, bd_when to)
{
	if (from.ms > to.ms) {
		bd_when swap = from;
		from = to;
		to = swap;
	}
	int years = to.year - from.year;
	bd_date_precision known = from.precision < to.precision ? from.precision : to.precision;
	bool early = known >= BD_DATE_QUARTER && to.month < from.month;
	early = early || (known >= BD_DATE_DAY && to.month == from.month && to.day < from.day);
	return years - early;
}

bd_when bd_when_from_ms(double ms, bd_date_precision precision)
{
	bd_date d = bd_time_to_date(ms);
	if (precision < BD_DATE_DAY)
		d.day = 1;
	if (precision == BD_DATE_QUARTER)
		d.month -= (d.month - 1) % 3;
	if (precision == BD_DATE_YEAR)
		d.month = 1;
	bd_when when = { d.year, d.month, d.day, precision, ms };
	if (precision < BD_DATE_TIME)
		when.ms = bd_time_from_date((bd_date){ d.year, d.month, d.day, 0, 0, 0, 0 });
	return when;
}
