#include "data/date_time.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

static const bd_time_unit parts[] = { BD_UNIT_YEAR,    BD_UNIT_QUARTER, BD_UNIT_MONTH,
				      BD_UNIT_DATE,    BD_UNIT_DAY,     BD_UNIT_HOURS,
				      BD_UNIT_MINUTES, BD_UNIT_SECONDS, BD_UNIT_MILLISECONDS };
enum { PARTS = sizeof parts / sizeof *parts };

bool bd_is_date_time(const bd_json *node)
{
	for (int i = 0; i < PARTS; i++)
		if (bd_json_get(node, bd_time_unit_names[parts[i]]))
			return true;
	return false;
}

/* The place of a name in a list of three-letter words; -1 for none. */
static int word(const char *name, const char *threes)
{
	char low[4] = { 0 };
	for (size_t i = 0; i < 3 && name[i]; i++)
		low[i] = (char)tolower((unsigned char)name[i]);
	const char *at = strlen(low) == 3 ? strstr(threes, low) : NULL;
	return at && (at - threes) % 3 == 0 ? (int)(at - threes) / 3 : -1;
}

static double number_of(bd_time_unit unit, const bd_json *value)
{
	if (bd_json_is(value, BD_JSON_NUMBER))
		return fabs(value->number) < 1e6 ? value->number : NAN;
	const char *name = bd_json_string(value, "");
	int found = -1;
	if (unit == BD_UNIT_MONTH)
		found = word(name, "janfebmaraprmayjunjulaugsepoctnovdec") + 1;
	else if (unit == BD_UNIT_DAY)
		found = word(name, "sunmontuewedthufrisat");
	bool fine = unit == BD_UNIT_MONTH ? found > 0 : found >= 0;
	return fine ? found : (double)NAN;
}

static bool set_part(bd_date *d, bd_time_unit unit, const bd_json *value)
{
	double number = number_of(unit, value);
	if (isnan(number))
		return false;
	int n = (int)number;
	switch (unit) {
	case BD_UNIT_YEAR: d->year = n; return true;
	case BD_UNIT_QUARTER: d->month = 3 * (n - 1) + 1; return true;
	case BD_UNIT_MONTH: d->month = n; return true;
	case BD_UNIT_DATE: d->day = n; return true;
	case BD_UNIT_DAY: d->day = n % 7 + 1; return true; /* 2012 begins on a Sunday */
	case BD_UNIT_HOURS: d->hour = n; return true;
	case BD_UNIT_MINUTES: d->minute = n; return true;
	case BD_UNIT_SECONDS: d->second = n; return true;
	case BD_UNIT_MILLISECONDS: d->millisecond = n; return true;
	default: return false;
	}
}

double bd_date_time(const bd_json *node)
{
	bd_date d = { .year = 2012, .month = 1, .day = 1 };
	for (int i = 0; i < PARTS; i++) {
		const bd_json *value = bd_json_get(node, bd_time_unit_names[parts[i]]);
		if (value && !set_part(&d, parts[i], value))
			return NAN;
	}
	return bd_time_from_date(d);
}

double bd_date_time_of(bd_time_unit unit, const bd_json *value)
{
	bd_date d = { .year = 2012, .month = 1, .day = 1 };
	return set_part(&d, unit, value) ? bd_time_from_date(d) : NAN;
}
