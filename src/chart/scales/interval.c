/* interval.c - intervals of time that the spec names, and how long they are on a scale
 * (scales.h). */
#include "base/str.h"
#include "chart/scales/scales.h"

#include <math.h>

bd_nice bd_nice_interval(const char *name, double step)
{
	static const struct {
		const char *name;
		bd_time_unit unit;
	} units[] = { { "millisecond", BD_UNIT_MILLISECONDS },
		      { "second", BD_UNIT_SECONDS },
		      { "minute", BD_UNIT_MINUTES },
		      { "hour", BD_UNIT_HOURS },
		      { "day", BD_UNIT_DATE },
		      { "date", BD_UNIT_DATE },
		      { "week", BD_UNIT_WEEK },
		      { "month", BD_UNIT_MONTH },
		      { "quarter", BD_UNIT_QUARTER },
		      { "year", BD_UNIT_YEAR } };
	for (size_t i = 0; i < sizeof units / sizeof units[0]; i++)
		if (bd_streq(units[i].name, name))
			return (bd_nice){
				.on = true, .by_interval = true, .unit = units[i].unit, .step = step
			};
	return (bd_nice){ .on = true };
}

/* px that a time unit's or bin's band takes on its continuous scale: of a common year's. */
double bd_band_of_interval(const bd_view *unit, bd_channel channel)
{
	const bd_channel_def *def = &unit->channels[channel];
	const bd_scale_use *use = bd_unit_scale(unit, channel);
	if (!use || !use->scale)
		return 0;
	if (def->bin == BD_BIN_PARAMS && def->bins)
		return fabs(bd_scale_number(use->scale,
					    bd_v_number(def->bins->start + def->bins->step)) -
			    bd_scale_number(use->scale, bd_v_number(def->bins->start)));
	bd_time_unit_params params;
	if (!def->unit ||
	    !bd_time_unit_read(unit->c->env, bd_json_get(def->json, "timeUnit"), &params))
		return 0;
	bd_time_unit finest = BD_UNIT_YEAR;
	for (int i = 0; i < BD_UNIT_COUNT; i++)
		if (params.units & BD_UNIT_BIT(i))
			finest = (bd_time_unit)i;
	if (finest == BD_UNIT_DAY || finest == BD_UNIT_DAYOFYEAR)
		finest = BD_UNIT_DATE;
	double from = bd_time_from_date((bd_date){ .year = 2001, .month = 1, .day = 1 });
	double to = bd_time_offset(finest, from, params.step > 0 ? params.step : 1);
	return fabs(bd_scale_number(use->scale, bd_v_date(to)) -
		    bd_scale_number(use->scale, bd_v_date(from)));
}
