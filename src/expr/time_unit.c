#include "expr/time_unit.h"

#include "base/number.h"
#include <math.h>
#include <string.h>

#define MINUTE 60000.0
#define HOUR   3600000.0
#define DAY    BD_MS_PER_DAY

bd_time_unit bd_time_unit_find(const char *name)
{
	for (int u = 0; u < BD_UNIT_COUNT; u++)
		if (!strcmp(name, bd_time_unit_names[u]))
			return (bd_time_unit)u;
	return BD_UNIT_COUNT;
}

static double year_start(int year)
{
	return bd_time_from_date((bd_date){ .year = year, .month = 1, .day = 1 });
}

int bd_time_day_of_year(double ms)
{
	return (int)floor((ms - year_start(bd_time_to_date(ms).year)) / DAY) + 1;
}

int bd_time_week(double ms)
{
	/* The Sundays up to this day. */
	int day = bd_time_day_of_year(ms) - 1, weekday = bd_time_weekday(ms);
	return (day + 7 - weekday) / 7;
}

/* The day of January that is `weekday` of the week (weeks begin on Sundays). */
static int day_of_week(int week, int weekday, int first)
{
	return weekday + week * 7 - (first + 6) % 7;
}

/* A part of a date, from `phase` on in steps. */
static int stepped(int part, double step, int phase)
{
	return step > 1 ? phase + (int)(step * floor((part - phase) / step)) : part;
}

/* The day of the month (or, where weeks and days of the year count, of January). */
static int floor_day(unsigned units, double ms, const bd_date *d, int year, double step)
{
	int first = bd_time_weekday(year_start(year)), weekday = bd_time_weekday(ms);
	if (units & BD_UNIT_BIT(BD_UNIT_WEEK) && units & BD_UNIT_BIT(BD_UNIT_DAY))
		return stepped(day_of_week(bd_time_week(ms), weekday, first), step, 1);
	if (units & BD_UNIT_BIT(BD_UNIT_WEEK))
		return day_of_week(stepped(bd_time_week(ms), step, 1), 0, first);
	if (units & BD_UNIT_BIT(BD_UNIT_DAY))
		return stepped(day_of_week(1, weekday, first), step, 1);
	if (units & BD_UNIT_BIT(BD_UNIT_DATE))
		return stepped(d->day, step, 1);
	if (units & BD_UNIT_BIT(BD_UNIT_DAYOFYEAR))
		return stepped(bd_time_day_of_year(ms), step, 1);
	return 1;
}

static bd_time_unit finest(unsigned units)
{
	int u = BD_UNIT_COUNT - 1;
	while (u > 0 && !(units & BD_UNIT_BIT(u)))
		u--;
	return (bd_time_unit)u;
}

double bd_time_unit_floor(const bd_time_unit_params *params, double ms)
{
	enum { NO_YEAR = 2012 };
	if (!isfinite(ms) || fabs(ms) > 8.64e15)
		return NAN;
	unsigned units = params->units;
	bd_time_unit last = finest(units);
	bd_date d = bd_time_to_date(ms), out = { .month = 1 };
#define HAS(unit)  (units & BD_UNIT_BIT(unit))
#define STEP(unit) (last == (unit) ? params->step : 1)
	out.year = HAS(BD_UNIT_YEAR) ? stepped(d.year, STEP(BD_UNIT_YEAR), 0) : NO_YEAR;
	if (HAS(BD_UNIT_MONTH))
		out.month = stepped(d.month - 1, STEP(BD_UNIT_MONTH), 0) + 1;
	else if (HAS(BD_UNIT_QUARTER))
		out.month = 3 * stepped((d.month - 1) / 3, STEP(BD_UNIT_QUARTER), 0) + 1;
	out.day = floor_day(units, ms, &d, out.year, last < BD_UNIT_HOURS ? params->step : 1);
	if (HAS(BD_UNIT_HOURS))
		out.hour = stepped(d.hour, STEP(BD_UNIT_HOURS), 0);
	if (HAS(BD_UNIT_MINUTES))
		out.minute = stepped(d.minute, STEP(BD_UNIT_MINUTES), 0);
	if (HAS(BD_UNIT_SECONDS))
		out.second = stepped(d.second, STEP(BD_UNIT_SECONDS), 0);
	if (HAS(BD_UNIT_MILLISECONDS))
		out.millisecond = stepped(d.millisecond, STEP(BD_UNIT_MILLISECONDS), 0);
#undef HAS
#undef STEP
	return bd_time_from_date(out);
}

double bd_time_offset(bd_time_unit unit, double ms, double steps)
{
	if (!isfinite(ms) || !isfinite(steps) || fabs(steps) > 1e7)
		return NAN;
	steps = trunc(steps);
	bd_date d = bd_time_to_date(ms);
	switch (unit) {
	case BD_UNIT_YEAR: d.year += (int)steps; break;
	case BD_UNIT_QUARTER: d.month += 3 * (int)steps; break;
	case BD_UNIT_MONTH: d.month += (int)steps; break;
	case BD_UNIT_WEEK: return ms + steps * 7 * DAY;
	case BD_UNIT_DATE:
	case BD_UNIT_DAY:
	case BD_UNIT_DAYOFYEAR: return ms + steps * DAY;
	case BD_UNIT_HOURS: return ms + steps * HOUR;
	case BD_UNIT_MINUTES: return ms + steps * MINUTE;
	case BD_UNIT_SECONDS: return ms + steps * 1000;
	case BD_UNIT_MILLISECONDS:
	case BD_UNIT_COUNT: return ms + steps;
	}
	return bd_time_from_date(d);
}

double bd_time_unit_next(const bd_time_unit_params *params, double floor)
{
	return bd_time_offset(finest(params->units), floor, params->step > 1 ? params->step : 1);
}

/* d3's tickStep: the 1, 2 or 5 times a power of ten that is nearest to a count of steps. */
static double nice_step(double min, double max, double count)
{
	double rough = fabs(max - min) / count;
	if (!(rough > 0) || !isfinite(rough))
		return 1;
	double power = pow(10, floor(log10(rough))), error = rough / power;
	double step = error >= sqrt(50) ? 10 : error >= sqrt(10) ? 5 : error >= sqrt(2) ? 2 : 1;
	return step * power;
}

void bd_time_unit_fit(bd_time_unit_params *params, double min, double max)
{
	enum {
		Y = BD_UNIT_BIT(BD_UNIT_YEAR),
		MO = Y | BD_UNIT_BIT(BD_UNIT_MONTH),
		W = Y | BD_UNIT_BIT(BD_UNIT_WEEK),
		D = MO | BD_UNIT_BIT(BD_UNIT_DATE),
		H = D | BD_UNIT_BIT(BD_UNIT_HOURS),
		M = H | BD_UNIT_BIT(BD_UNIT_MINUTES),
		S = M | BD_UNIT_BIT(BD_UNIT_SECONDS),
		L = S | BD_UNIT_BIT(BD_UNIT_MILLISECONDS)
	};
	static const struct {
		unsigned units;
		double step, ms;
	} intervals[] = { { S, 1, 1000 },         { S, 5, 5000 },         { S, 15, 15000 },
			  { S, 30, 30000 },       { M, 1, MINUTE },       { M, 5, 5 * MINUTE },
			  { M, 15, 15 * MINUTE }, { M, 30, 30 * MINUTE }, { H, 1, HOUR },
			  { H, 3, 3 * HOUR },     { H, 6, 6 * HOUR },     { H, 12, 12 * HOUR },
			  { D, 1, DAY },          { W, 1, 7 * DAY },      { MO, 1, 30 * DAY },
			  { MO, 3, 90 * DAY },    { Y, 1, 365 * DAY } };
	const size_t count = sizeof intervals / sizeof *intervals;
	if (params->units)
		return;
	double most = params->maxbins > 0 ? params->maxbins : 40, target = fabs(max - min) / most;
	size_t i = 0;
	while (i < count && intervals[i].ms <= target)
		i++;
	if (i == count) {
		params->units = Y;
		params->step = nice_step(min / (365 * DAY), max / (365 * DAY), most);
	} else if (i) {
		bool finer = target / intervals[i - 1].ms < intervals[i].ms / target;
		params->units = intervals[finer ? i - 1 : i].units;
		params->step = intervals[finer ? i - 1 : i].step;
	} else {
		params->units = L;
		params->step = fmax(nice_step(min, max, most), 1);
	}
}
