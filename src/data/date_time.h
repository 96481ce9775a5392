/* date_time.h - Vega-Lite's DateTime objects: {"year": 2022, "month": "july", "date": 22}. */
#pragma once
#include "expr/time_unit.h"
#include "json/json.h"

bool bd_is_date_time(const bd_json *node);
/* Its instant: months, quarters count from 1, or are names; parts that are left out stand at 2012,
 * January, the 1st, midnight. NaN where a name is none. */
double bd_date_time(const bd_json *node);
/* The same of one unit's number or name ("year": 2022, "day": "mon"). NaN for units without. */
double bd_date_time_of(bd_time_unit unit, const bd_json *value);
