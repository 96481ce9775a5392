/* date_say.c - dates as posters write them, exactly as precise as they are known. */
#include "locale/locale.h"
#include "locale/words.h"

#include "base/str.h"

#include <string.h>

#define NBSP "\u00A0"

const char *const bd_date_style_names[] = { "numeric", "short", "long", NULL };

/* {m} and the like of a pattern; false where it is none. */
static bool add_part(bd_str *out, char part, const bd_locale *locale, bd_when when)
{
	const struct bd_locale_words *words = locale->words;
	bd_date at = bd_time_to_date(when.ms);
	int month = when.month >= 1 && when.month <= 12 ? when.month - 1 : 0;
	switch (part) {
	case 'y': bd_str_printf(out, "%d", when.year); return true;
	case 'm': bd_str_printf(out, "%d", when.month); return true;
	case 'M': bd_str_add(out, words->months[month]); return true;
	case 'B': bd_str_add(out, locale->short_months[month]); return true;
	case 'd': bd_str_printf(out, "%d", when.day); return true;
	case 'q': bd_str_printf(out, "%d", month / 3 + 1); return true;
	case 't': bd_str_printf(out, "%02d:%02d", at.hour, at.minute); return true;
	}
	return false;
}

const char *bd_date_say(bd_arena *arena, const bd_locale *locale, bd_date_style style, bd_when when)
{
	bd_str out = bd_str_new(arena);
	const char *p = locale->words->dates[style][when.precision];
	while (p && *p) {
		if (*p == '{' && p[1] && p[2] == '}' && add_part(&out, p[1], locale, when))
			p += 3;
		else if (*p == ' ')
			bd_str_add(&out, NBSP), p++;
		else
			bd_str_add_char(&out, *p++);
	}
	return bd_str_text(&out);
}

static const char *ordinal(bd_arena *arena, int n)
{
	int tens = n % 100, ones = n % 10;
	const char *end = tens >= 11 && tens <= 13 ? "th"
			  : ones == 1              ? "st"
			  : ones == 2              ? "nd"
			  : ones == 3              ? "rd"
						   : "th";
	return bd_printf(arena, "%d%s", n, end);
}

const char *bd_anniversary_say(bd_arena *arena, const bd_locale *locale, int years)
{
	const char *pattern = locale->words->anniversary, *at = strstr(pattern, "{n}");
	const char *number = locale->words->english_ordinals ? ordinal(arena, years)
							     : bd_printf(arena, "%d", years);
	bd_str out = bd_str_new(arena);
	bd_str_add_bytes(&out, pattern, (size_t)(at - pattern));
	bd_str_add(&out, number);
	for (const char *p = at + 3; *p; p++)
		bd_str_add_bytes(&out, *p == ' ' ? NBSP : p, *p == ' ' ? sizeof NBSP - 1 : 1);
	return bd_str_text(&out);
}

int bd_years_between(bd_when from, bd_when to)
{
	int years = to.year - from.year;
	bd_date_precision known = from.precision < to.precision ? from.precision : to.precision;
	if (known >= BD_DATE_MONTH && to.month < from.month)
		return years - 1;
	bool day = known >= BD_DATE_DAY && to.month == from.month && to.day < from.day;
	return day ? years - 1 : years;
}

bd_when bd_when_from_ms(double ms, bd_date_precision precision)
{
	bd_date d = bd_time_to_date(ms);
	bd_when when = { d.year, 1, 1, precision, ms };
	if (precision == BD_DATE_QUARTER)
		when.month = (d.month - 1) / 3 * 3 + 1;
	if (precision >= BD_DATE_MONTH)
		when.month = d.month;
	if (precision >= BD_DATE_DAY)
		when.day = d.day;
	if (precision < BD_DATE_TIME)
		when.ms = bd_time_from_date(
			(bd_date){ .year = when.year, .month = when.month, .day = when.day });
	return when;
}
