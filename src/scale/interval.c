/* interval.c - calendar intervals for the ticks of time scales, and where they begin (d3-time). */
#include "scale/internal.h"
#include <math.h>

#define SECOND 1000.0
#define MINUTE 60000.0
#define HOUR   3600000.0
#define WEEK   (7 * BD_MS_PER_DAY)

static double down_to(double ms, double unit)
{
	return floor(ms / unit) * unit;
}

static double first_of(int year, int month)
{
	return bd_time_from_date((bd_date){ .year = year, .month = month, .day = 1 });
}

/* The start of the week's Sunday; 1970-01-01 was a Thursday. */
static double week_floor(double ms)
{
	return down_to(ms + 4 * BD_MS_PER_DAY, WEEK) - 4 * BD_MS_PER_DAY;
}

/* One unit, without the step. */
static double unit_floor(bd_time_unit unit, double ms)
{
	bd_date d;
	switch (unit) {
	case BD_UNIT_YEAR: return first_of(bd_time_to_date(ms).year, 1);
	case BD_UNIT_QUARTER:
	case BD_UNIT_MONTH: d = bd_time_to_date(ms); return first_of(d.year, d.month);
	case BD_UNIT_WEEK: return week_floor(ms);
	case BD_UNIT_DATE:
	case BD_UNIT_DAY:
	case BD_UNIT_DAYOFYEAR: return down_to(ms, BD_MS_PER_DAY);
	case BD_UNIT_HOURS: return down_to(ms, HOUR);
	case BD_UNIT_MINUTES: return down_to(ms, MINUTE);
	case BD_UNIT_SECONDS: return down_to(ms, SECOND);
	case BD_UNIT_MILLISECONDS:
	case BD_UNIT_COUNT: break;
	}
	return floor(ms);
}

static double unit_next(bd_time_unit unit, double ms)
{
	bd_date d = bd_time_to_date(ms);
	switch (unit) {
	case BD_UNIT_YEAR: return first_of(d.year + 1, 1);
	case BD_UNIT_QUARTER:
	case BD_UNIT_MONTH: return first_of(d.year, d.month + 1);
	case BD_UNIT_WEEK: return ms + WEEK;
	case BD_UNIT_DATE:
	case BD_UNIT_DAY:
	case BD_UNIT_DAYOFYEAR: return ms + BD_MS_PER_DAY;
	case BD_UNIT_HOURS: return ms + HOUR;
	case BD_UNIT_MINUTES: return ms + MINUTE;
	case BD_UNIT_SECONDS: return ms + SECOND;
	case BD_UNIT_MILLISECONDS:
	case BD_UNIT_COUNT: break;
	}
	return ms + 1;
}

/* Which of its kind a boundary is: what must be a multiple of the step. */
static double ordinal_of(struct bd_interval interval, double ms)
{
	bd_date d = bd_time_to_date(ms);
	switch (interval.unit) {
	case BD_UNIT_QUARTER:
	case BD_UNIT_MONTH: return d.month - 1;
	case BD_UNIT_WEEK: return (ms - week_floor(0)) / WEEK;
	case BD_UNIT_DATE:
	case BD_UNIT_DAY:
	case BD_UNIT_DAYOFYEAR:
		return interval.days_from_epoch ? floor(ms / BD_MS_PER_DAY) : d.day - 1;
	case BD_UNIT_HOURS: return d.hour;
	case BD_UNIT_MINUTES: return d.minute;
	case BD_UNIT_SECONDS: return d.second;
	case BD_UNIT_YEAR:
	case BD_UNIT_MILLISECONDS:
	case BD_UNIT_COUNT: break;
	}
	return 0;
}

static double whole_step(struct bd_interval interval)
{
	double step = floor(interval.step);
	if (!(step > 1))
		step = 1;
	return fmin(step, 1e9) * (interval.unit == BD_UNIT_QUARTER ? 3 : 1);
}

enum {
	MOST_STEPS = 100000, /* of a search for the next boundary: 270 years of days */
	MOST_TICKS = 10000   /* an axis of every day of 25 years */
};

double bd_interval_floor(struct bd_interval interval, double ms)
{
	double step = whole_step(interval);
	if (interval.unit == BD_UNIT_MILLISECONDS)
		return down_to(ms, step);
	if (interval.unit == BD_UNIT_YEAR)
		return first_of((int)down_to(bd_time_to_date(ms).year, step), 1);
	double at = unit_floor(interval.unit, ms);
	for (int i = 0; step > 1 && i < MOST_STEPS && fmod(ordinal_of(interval, at), step); i++)
		at = unit_floor(interval.unit, at - 1);
	return at;
}

double bd_interval_next(struct bd_interval interval, double ms)
{
	double step = whole_step(interval);
	if (interval.unit == BD_UNIT_MILLISECONDS)
		return ms + step;
	if (interval.unit == BD_UNIT_YEAR)
		return first_of(bd_time_to_date(ms).year + (int)fmin(step, 1e6), 1);
	double at = unit_next(interval.unit, ms);
	for (int i = 0; step > 1 && i < MOST_STEPS && fmod(ordinal_of(interval, at), step); i++)
		at = unit_next(interval.unit, at);
	return at;
}

double bd_interval_ceil(struct bd_interval interval, double ms)
{
	double low = bd_interval_floor(interval, ms);
	return low == ms ? ms : bd_interval_next(interval, low);
}

struct bd_interval bd_interval_for(double start, double stop, double count, bool utc)
{
	static const struct {
		bd_time_unit unit;
		double step, ms;
	} steps[] = {
		{ BD_UNIT_SECONDS, 1, SECOND },
		{ BD_UNIT_SECONDS, 5, 5 * SECOND },
		{ BD_UNIT_SECONDS, 15, 15 * SECOND },
		{ BD_UNIT_SECONDS, 30, 30 * SECOND },
		{ BD_UNIT_MINUTES, 1, MINUTE },
		{ BD_UNIT_MINUTES, 5, 5 * MINUTE },
		{ BD_UNIT_MINUTES, 15, 15 * MINUTE },
		{ BD_UNIT_MINUTES, 30, 30 * MINUTE },
		{ BD_UNIT_HOURS, 1, HOUR },
		{ BD_UNIT_HOURS, 3, 3 * HOUR },
		{ BD_UNIT_HOURS, 6, 6 * HOUR },
		{ BD_UNIT_HOURS, 12, 12 * HOUR },
		{ BD_UNIT_DATE, 1, BD_MS_PER_DAY },
		{ BD_UNIT_DATE, 2, 2 * BD_MS_PER_DAY },
		{ BD_UNIT_WEEK, 1, WEEK },
		{ BD_UNIT_MONTH, 1, 30 * BD_MS_PER_DAY },
		{ BD_UNIT_MONTH, 3, 90 * BD_MS_PER_DAY },
		{ BD_UNIT_YEAR, 1, 365 * BD_MS_PER_DAY },
	};
	enum { COUNT = sizeof steps / sizeof *steps };
	double target = fabs(stop - start) / count, year = 365 * BD_MS_PER_DAY;
	size_t i = 0;
	while (i < COUNT && steps[i].ms <= target)
		i++;
	if (i == COUNT)
		return (struct bd_interval){ BD_UNIT_YEAR,
					     bd_tick_step(start / year, stop / year, count), utc };
	if (i == 0)
		return (struct bd_interval){ BD_UNIT_MILLISECONDS,
					     fmax(bd_tick_step(start, stop, count), 1), utc };
	if (target / steps[i - 1].ms < steps[i].ms / target)
		i--;
	return (struct bd_interval){ steps[i].unit, steps[i].step, utc };
}

const double *bd_interval_range(bd_arena *arena, struct bd_interval interval, double start,
				double stop, size_t *n)
{
	BD_LIST(double) times = { 0 };
	double most = BD_MAX_TIME;
	start = fmax(start, -most);
	stop = fmin(stop, most);
	for (double at = bd_interval_ceil(interval, start);
	     at < stop && times.count < MOST_TICKS;) {
		bd_push(arena, &times, at);
		double next = bd_interval_next(interval, at);
		if (!(next > at))
			break;
		at = next;
	}
	*n = times.count;
	return times.items;
}
