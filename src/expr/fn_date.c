/* fn_date.c - dates. Local time is UTC here, so each pair of functions (year, utcyear) is one. */
#include "expr/functions.h"

#include "base/array.h"
#include "expr/time_unit.h"

#include "base/time_read.h"
#include <math.h>
#include <string.h>

static double year_of(double ms)
{
	return isfinite(ms) ? bd_time_to_date(ms).year : (double)NAN;
}

static double quarter_of(double ms)
{
	return isfinite(ms) ? (bd_time_to_date(ms).month - 1) / 3 + 1 : (double)NAN;
}

static double month_of(double ms)
{
	return isfinite(ms) ? bd_time_to_date(ms).month - 1 : (double)NAN;
}

static double date_of(double ms)
{
	return isfinite(ms) ? bd_time_to_date(ms).day : (double)NAN;
}

static double day_of(double ms)
{
	return isfinite(ms) ? bd_time_weekday(ms) : (double)NAN;
}

static double week_of(double ms)
{
	return isfinite(ms) ? bd_time_week(ms) : (double)NAN;
}

static double day_of_year(double ms)
{
	return isfinite(ms) ? bd_time_day_of_year(ms) : (double)NAN;
}

static double hours_of(double ms)
{
	return isfinite(ms) ? bd_time_to_date(ms).hour : (double)NAN;
}

static double minutes_of(double ms)
{
	return isfinite(ms) ? bd_time_to_date(ms).minute : (double)NAN;
}

static double seconds_of(double ms)
{
	return isfinite(ms) ? bd_time_to_date(ms).second : (double)NAN;
}

static double milliseconds_of(double ms)
{
	return isfinite(ms) ? bd_time_to_date(ms).millisecond : (double)NAN;
}

static double identity(double ms)
{
	return ms;
}

/* A part of a date out of what may also be a text: `new Date(text)` in JavaScript. */
static double instant(bd_value v)
{
	double ms;
	if (v.kind != BD_V_STRING)
		return bd_value_to_number(v);
	return bd_time_read(v.string, v.length, &ms) ? ms : (double)NAN;
}

#define PART(name)                                                  \
	static bd_value fn_##name(bd_call *call)                    \
	{                                                           \
		return bd_v_number(name(instant(bd_arg(call, 0)))); \
	}
PART(year_of)
PART(quarter_of)
PART(month_of)
PART(date_of)
PART(day_of)
PART(week_of)
PART(day_of_year)
PART(hours_of)
PART(minutes_of)
PART(seconds_of)
PART(milliseconds_of)
PART(identity)

static bd_value fn_now(bd_call *call)
{
	return bd_v_number(call->env->now);
}

/* Year, month from 0, day, hours …; missing ones stand at their first. */
static double from_parts(const bd_call *call)
{
	double parts[7] = { 0, 0, 1, 0, 0, 0, 0 };
	for (size_t i = 0; i < call->count && i < 7; i++) {
		parts[i] = bd_value_to_number(call->args[i]);
		if (!(fabs(parts[i]) < 1e6))
			return NAN;
	}
	if (parts[0] >= 0 && parts[0] < 100)
		parts[0] += 1900;
	return bd_time_from_date((bd_date){ .year = (int)parts[0],
					    .month = (int)parts[1] + 1,
					    .day = (int)parts[2],
					    .hour = (int)parts[3],
					    .minute = (int)parts[4],
					    .second = (int)parts[5],
					    .millisecond = (int)parts[6] });
}

static bd_value fn_datetime(bd_call *call)
{
	if (!call->count)
		return bd_v_date(call->env->now);
	if (call->count == 1)
		return bd_v_date(instant(call->args[0]));
	return bd_v_date(from_parts(call));
}

static bd_value fn_utc(bd_call *call)
{
	return bd_v_number(from_parts(call));
}

static bd_value fn_timezone_offset(bd_call *call)
{
	(void)call;
	return bd_v_number(0);
}

static bd_value fn_offset(bd_call *call)
{
	bd_time_unit unit = bd_time_unit_find(bd_arg_string(call, 0, ""));
	double ms = instant(bd_arg(call, 1));
	if (unit == BD_UNIT_COUNT)
		return bd_v_undefined();
	return bd_v_date(bd_time_offset(unit, ms, bd_arg_number(call, 2, 1)));
}

static bd_value fn_sequence(bd_call *call)
{
	enum { MOST = 10000 };
	bd_time_unit unit = bd_time_unit_find(bd_arg_string(call, 0, ""));
	double start = instant(bd_arg(call, 1)), stop = instant(bd_arg(call, 2));
	double step = fmax(1, floor(bd_arg_number(call, 3, 1)));
	if (unit == BD_UNIT_COUNT || !isfinite(start) || !isfinite(stop))
		return bd_v_array(NULL, 0);
	unsigned units = BD_UNIT_BIT(unit) | BD_UNIT_BIT(BD_UNIT_YEAR);
	if (unit >= BD_UNIT_DATE)
		units |= BD_UNIT_BIT(BD_UNIT_MONTH) | BD_UNIT_BIT(BD_UNIT_DATE);
	for (unsigned u = BD_UNIT_HOURS; u < unit; u++)
		units |= BD_UNIT_BIT(u);
	bd_time_unit_params floor_to = { .units = units & ~BD_UNIT_BIT(BD_UNIT_DAY) };
	BD_LIST(bd_value) items = { 0 };
	double at = bd_time_unit_floor(&floor_to, start);
	if (at < start)
		at = bd_time_offset(unit, at, 1);
	for (; at < stop && items.count < MOST; at = bd_time_offset(unit, at, step))
		bd_push(call->arena, &items, bd_v_date(at));
	return bd_v_array(items.items, items.count);
}

const bd_function bd_functions_date[] = {
	{ "now", 0, 0, .call = fn_now, .doc = "The date given with --date, in milliseconds." },
	{ "datetime", 0, 7, .call = fn_datetime,
	  .doc = "A date: of milliseconds or text, or of year, month from 0, day, hours …" },
	{ "date", 1, 1, .call = fn_date_of, .of1 = date_of,
	  .doc = "The day of the month, from 1." },
	{ "day", 1, 1, .call = fn_day_of, .of1 = day_of,
	  .doc = "The day of the week, 0 for Sunday." },
	{ "dayofyear", 1, 1, .call = fn_day_of_year, .of1 = day_of_year,
	  .doc = "The day of the year, from 1." },
	{ "year", 1, 1, .call = fn_year_of, .of1 = year_of, .doc = "The year." },
	{ "quarter", 1, 1, .call = fn_quarter_of, .of1 = quarter_of,
	  .doc = "The quarter, from 1." },
	{ "month", 1, 1, .call = fn_month_of, .of1 = month_of, .doc = "The month, from 0." },
	{ "week", 1, 1, .call = fn_week_of, .of1 = week_of,
	  .doc = "The week of the year; weeks begin on Sunday." },
	{ "hours", 1, 1, .call = fn_hours_of, .of1 = hours_of, .doc = "The hour." },
	{ "minutes", 1, 1, .call = fn_minutes_of, .of1 = minutes_of, .doc = "The minute." },
	{ "seconds", 1, 1, .call = fn_seconds_of, .of1 = seconds_of, .doc = "The second." },
	{ "milliseconds", 1, 1, .call = fn_milliseconds_of, .of1 = milliseconds_of,
	  .doc = "The millisecond." },
	{ "time", 1, 1, .call = fn_identity, .doc = "Milliseconds since 1970." },
	{ "timezoneoffset", 1, 1, .call = fn_timezone_offset, .doc = "0: local time is UTC." },
	{ "timeOffset", 2, 3, .call = fn_offset, .doc = "unit, date, steps: the date moved." },
	{ "timeSequence", 3, 4, .call = fn_sequence, .doc = "unit, start, stop, step: dates." },
	{ "utc", 1, 7, .call = fn_utc, .doc = "Milliseconds of year, month from 0, day …" },
	{ "utcdate", 1, 1, .call = fn_date_of, .of1 = date_of, .doc = "As date." },
	{ "utcday", 1, 1, .call = fn_day_of, .of1 = day_of, .doc = "As day." },
	{ "utcdayofyear", 1, 1, .call = fn_day_of_year, .of1 = day_of_year,
	  .doc = "As dayofyear." },
	{ "utcyear", 1, 1, .call = fn_year_of, .of1 = year_of, .doc = "As year." },
	{ "utcquarter", 1, 1, .call = fn_quarter_of, .of1 = quarter_of, .doc = "As quarter." },
	{ "utcmonth", 1, 1, .call = fn_month_of, .of1 = month_of, .doc = "As month." },
	{ "utcweek", 1, 1, .call = fn_week_of, .of1 = week_of, .doc = "As week." },
	{ "utchours", 1, 1, .call = fn_hours_of, .of1 = hours_of, .doc = "As hours." },
	{ "utcminutes", 1, 1, .call = fn_minutes_of, .of1 = minutes_of, .doc = "As minutes." },
	{ "utcseconds", 1, 1, .call = fn_seconds_of, .of1 = seconds_of, .doc = "As seconds." },
	{ "utcmilliseconds", 1, 1, .call = fn_milliseconds_of, .of1 = milliseconds_of,
	  .doc = "As milliseconds." },
	{ "utcOffset", 2, 3, .call = fn_offset, .doc = "As timeOffset." },
	{ "utcSequence", 3, 4, .call = fn_sequence, .doc = "As timeSequence." },
	{ .name = NULL },
};
