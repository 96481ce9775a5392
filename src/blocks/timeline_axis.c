/* timeline_axis.c - years to px, and ticks at round years, or months or days where time is short.
 */
#include "blocks/timeline.h"

#include <math.h>

#define MONTH (1.0 / 12)
#define DAY   (1 / 365.2425)

static const double steps[] = { DAY,       2 * DAY, 7 * DAY, 14 * DAY, MONTH, 3 * MONTH,
				6 * MONTH, 1,       2,       5,        10,    20,
				25,        50,      100,     200,      500,   1000 };
enum { STEPS = sizeof steps / sizeof *steps };

double bd_timeline_years(bd_when when)
{
	if (!when.year)
		return 0;
	double from = bd_time_from_date((bd_date){ .year = when.year, .month = 1, .day = 1 });
	double to = bd_time_from_date((bd_date){ .year = when.year + 1, .month = 1, .day = 1 });
	double width = when.precision == BD_DATE_YEAR      ? 1
		       : when.precision == BD_DATE_QUARTER ? 0.25
		       : when.precision == BD_DATE_MONTH   ? MONTH
							   : 0;
	return when.year + (when.ms - from) / (to - from) + width / 2;
}

bd_time_axis bd_timeline_axis(const bd_timeline *t, double length, double tick_room)
{
	bd_time_axis axis = { .from = INFINITY, .to = -INFINITY, .length = length };
	for (size_t i = 0; i < t->items.count; i++) {
		axis.from = fmin(axis.from, t->items.items[i]->at);
		axis.to = fmax(axis.to, t->items.items[i]->until);
	}
	for (size_t i = 0; i < t->periods.count; i++) {
		axis.from = fmin(axis.from, bd_timeline_years(t->periods.items[i].from));
		axis.to = fmax(axis.to, bd_timeline_years(t->periods.items[i].to));
	}
	double span = fmax(axis.to - axis.from, DAY);
	axis.from -= span * 0.03;
	axis.to += span * 0.03;
	axis.step = steps[STEPS - 1];
	for (size_t i = STEPS; i-- > 0;)
		if (steps[i] / (axis.to - axis.from) * length >= tick_room)
			axis.step = steps[i];
	return axis;
}

double bd_timeline_at(const bd_time_axis *axis, double year)
{
	return (year - axis->from) / (axis->to - axis->from) * axis->length;
}

static double ms_of(double year)
{
	int whole = (int)floor(year);
	double from = bd_time_from_date((bd_date){ .year = whole, .month = 1, .day = 1 });
	double to = bd_time_from_date((bd_date){ .year = whole + 1, .month = 1, .day = 1 });
	return from + (year - whole) * (to - from);
}

bool bd_timeline_tick(const bd_time_axis *axis, bd_env *env, size_t i, double *year,
		      const char **label)
{
	double index = ceil(axis->from / axis->step - 1e-9) + (double)i;
	*year = index * axis->step;
	if (*year > axis->to + 1e-9)
		return false;
	bd_when when = { .precision = BD_DATE_YEAR };
	if (axis->step >= 1) {
		when.year = (int)llround(*year);
	} else if (axis->step >= MONTH) { /* whole months, not twelfths of a year's days */
		long long months = llround(*year * 12);
		when = (bd_when){ .year = (int)(months / 12),
				  .month = (int)(months % 12) + 1,
				  .precision = BD_DATE_MONTH };
		when.ms = bd_time_from_date(
			(bd_date){ .year = when.year, .month = when.month, .day = 1 });
		*year = bd_timeline_years(when) - MONTH / 2;
	} else {
		double day = floor(ms_of(*year) / BD_MS_PER_DAY + 0.5) * BD_MS_PER_DAY;
		when = bd_when_from_ms(day, BD_DATE_DAY);
		*year = bd_timeline_years(when);
	}
	*label = bd_date_say(env->arena, env->locale, BD_DATE_NUMERIC, when);
	return true;
}

double bd_timeline_radius(const bd_timeline *t, const bd_time_axis *axis, const bd_style *style)
{
	double nearest = INFINITY;
	for (size_t i = 1; i < t->items.count; i++) {
		double apart = bd_timeline_at(axis, t->items.items[i]->at) -
			       bd_timeline_at(axis, t->items.items[i - 1]->at);
		if (apart > 0.5) /* two events of one day share a mark */
			nearest = fmin(nearest, apart);
	}
	return fmax(bd_style_px(style, 6), fmin(bd_style_px(style, 10), nearest * 0.45));
}
