/* time_unit.h - intervals of time: where they begin, and how many of them lie between. */
#pragma once
#include "locale/locale.h"

/* What a timeUnit says. */
typedef struct bd_time_unit_params {
	unsigned units;       /* BD_UNIT_BITs; 0: found by maxbins from the extent */
	double step, maxbins; /* 0: 1, and none */
	bool utc, binned;
} bd_time_unit_params;

/* The beginning of the interval that holds `ms`, as Vega's timeUnit gives it: units that are left
 * out stand at their defaults (year 2012, January, the 1st, midnight). NaN for NaN. */
double bd_time_unit_floor(const bd_time_unit_params *params, double ms);
/* The beginning of the next one. */
double bd_time_unit_next(const bd_time_unit_params *params, double floor);
/* Where maxbins is asked for, the units and step that give at most as many (vega-time's timeBin).
 */
void bd_time_unit_fit(bd_time_unit_params *params, double min, double max);

/* `ms` moved by so many units (months and years by the calendar). */
double bd_time_offset(bd_time_unit unit, double ms, double steps);
/* The unit of a name ("month"); BD_UNIT_COUNT where there is none. */
bd_time_unit bd_time_unit_find(const char *name);

int bd_time_day_of_year(double ms); /* 1 to 366 */
int bd_time_week(double ms);        /* 0 to 53: weeks begin on Sundays (%U) */
