/* time_unit.c - dates moved to the beginning of their year, month, weekday … (expr/time_unit.h). */
#include "data/transform.h"

#include "base/array.h"
#include "base/str.h"
#include "data/read.h"
#include <math.h>
#include <string.h>
#include <strings.h>

bool bd_time_unit_parse(const char *name, bd_time_unit_params *params)
{
	*params = (bd_time_unit_params){ .units = bd_time_units_parse(name) };
	params->binned = bd_starts_with(name, "binned");
	params->utc = bd_starts_with(name, "utc") || bd_starts_with(name, "binnedutc");
	return params->units != 0;
}

/* "monthyear" → "yearmonth": the same units from the longest to the shortest; also without their
 * plural's s. NULL where there is something else in it. */
static const char *in_order(bd_arena *arena, const char *name)
{
	bool has[BD_UNIT_COUNT] = { 0 };
	bd_str sorted = bd_str_new(arena);
	while (*name) {
		size_t longest = 0;
		int found = 0;
		for (int i = 0; i < BD_UNIT_COUNT; i++) {
			size_t length = strlen(bd_time_unit_names[i]);
			if (strncasecmp(name, bd_time_unit_names[i], length))
				length -= bd_time_unit_names[i][length - 1] == 's';
			if (!strncasecmp(name, bd_time_unit_names[i], length) && length > longest) {
				longest = length;
				found = i;
			}
		}
		if (!longest)
			return NULL;
		has[found] = true;
		name += longest;
		name += strspn(name, "-_ ");
	}
	for (int i = 0; i < BD_UNIT_COUNT; i++)
		bd_str_add(&sorted, has[i] ? bd_time_unit_names[i] : "");
	return bd_time_units_parse(bd_str_text(&sorted)) ? bd_str_text(&sorted) : NULL;
}

bool bd_time_unit_read(bd_env *env, const bd_json *node, bd_time_unit_params *params)
{
	*params = (bd_time_unit_params){ 0 };
	const bd_json *unit = bd_json_is(node, BD_JSON_OBJECT) ? bd_json_get(node, "unit") : node;
	const char *name = bd_json_string(unit, "");
	if (unit && !bd_time_unit_parse(name, params)) {
		const char *sorted = in_order(env->arena, name);
		if (sorted)
			bd_suggest(env->diags,
				   bd_error(env->diags, &unit->place, BD_UNKNOWN_NAME,
					    BD_TERM_TIME_UNIT, name),
				   BD_HINT_DID_YOU_MEAN, sorted);
		else
			bd_unknown_name(env->diags, &unit->place, BD_TERM_TIME_UNIT, name,
					bd_time_unit_names, BD_UNIT_COUNT,
					sizeof *bd_time_unit_names);
		return false;
	}
	params->step = bd_json_number(bd_json_get(node, "step"), 0);
	params->maxbins = bd_json_number(bd_json_get(node, "maxbins"), 0);
	params->utc = params->utc || bd_json_bool(bd_json_get(node, "utc"), false);
	params->binned = params->binned || bd_json_bool(bd_json_get(node, "binned"), false);
	return true;
}

bool bd_time_unit_apply(bd_env *env, bd_table **table, const char *field,
			bd_time_unit_params *params, const char *as, const char *as_end)
{
	bd_column *c = bd_table_field(*table, field);
	size_t rows = (*table)->rows;
	double *starts = BD_ARRAY(env->arena, rows, double), *ends = NULL;
	uint8_t *missing = BD_ARRAY(env->arena, rows, uint8_t);
	double min = INFINITY, max = -INFINITY;
	const double *dates = NULL;
	if (c)
		dates = bd_column_numbers(env->arena, bd_column_read(env, c, BD_AS_DATE, NULL));
	for (size_t i = 0; dates && i < rows; i++) {
		min = dates[i] < min ? dates[i] : min;
		max = dates[i] > max ? dates[i] : max;
	}
	bd_time_unit_fit(params, isfinite(min) ? min : 0, isfinite(max) ? max : 0);
	if (as_end)
		ends = BD_ARRAY(env->arena, rows, double);
	for (size_t i = 0; i < rows; i++) {
		starts[i] = dates ? bd_time_unit_floor(params, dates[i]) : NAN;
		missing[i] = (uint8_t)(isnan(starts[i]) ? BD_IS_NULL : 0);
		if (ends)
			ends[i] = bd_time_unit_next(params, starts[i]);
	}
	bd_table *out = bd_table_copy(*table);
	bd_table_set(out,
		     bd_column_new_numbers(env->arena, as, BD_COLUMN_DATE, starts, missing, rows));
	if (ends)
		bd_table_set(out, bd_column_new_numbers(env->arena, as_end, BD_COLUMN_DATE, ends,
							missing, rows));
	*table = out;
	return c != NULL;
}
