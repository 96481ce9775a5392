/* axis_ticks.c - where an axis has ticks: at values that the spec lists or the scale finds, in the
 * middle of bands or at their edges (axis_parts.h). */
#include "base/str.h"
#include "chart/encode/datum.h"
#include "chart/guides/axis_parts.h"
#include "chart/scales/scales.h"

#include <math.h>

static const char *unit_name(const bd_channel_def *def)
{
	return !def->unit ? "" : bd_starts_with(def->unit, "utc") ? def->unit + 3 : def->unit;
}

/* Those units have so few values that Vega-Lite leaves their ticks to the scale. */
static bool counts_few(const bd_channel_def *def)
{
	const char *unit = unit_name(def);
	return bd_streq(unit, "month") || bd_streq(unit, "hours") || bd_streq(unit, "day") ||
	       bd_streq(unit, "quarter");
}

static bd_tick_count count_of(const bd_axis_build *b)
{
	const bd_guide_plan *plan = b->plan;
	const bd_json *said = bd_guide_property(plan, "tickCount");
	const bd_json *interval =
		bd_json_is(said, BD_JSON_OBJECT) ? bd_json_get(said, "interval") : said;
	if (bd_json_is(said, BD_JSON_NUMBER))
		return BD_TICK_COUNT(said->number);
	if (bd_json_is(interval, BD_JSON_STRING)) {
		bd_nice nice = bd_nice_interval(interval->string,
						bd_json_number(bd_json_get(said, "step"), 1));
		if (nice.by_interval)
			return (bd_tick_count){ .count = NAN,
						.by_interval = true,
						.unit = nice.unit,
						.step = nice.step };
	}
	bd_scale_type type = plan->use->type;
	if (bd_scale_type_is_discrete(type) || type == BD_SCALE_LOG || counts_few(plan->def))
		return BD_TICK_COUNT(NAN);
	return BD_TICK_COUNT(ceil(b->length / (plan->def->bin == BD_BIN_PARAMS ? 10 : 40)));
}

/* Days of so many months from the first of January on, in a year of 365. */
static double days_of_months(double months)
{
	static const double before[] = { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334 };
	double years = floor(months / 12);
	return years * 365 + before[(int)fmod(months, 12)];
}

/* ms that the finest unit lasts: no two ticks stand closer. Days of the week have no such length.
 */
static double step_of_unit(const bd_view *view, const bd_channel_def *def)
{
	if (!def || !def->unit || !bd_json_get(def->json, "timeUnit"))
		return 0;
	bd_time_unit_params params;
	if (!bd_time_unit_read(view->c->env, bd_json_get(def->json, "timeUnit"), &params))
		return 0;
	double step = params.step > 0 ? fmin(floor(params.step), 1200) : 1;
	for (int unit = BD_UNIT_COUNT - 1; unit >= 0; unit--) {
		if (!(params.units & BD_UNIT_BIT(unit)))
			continue;
		switch (unit) {
		case BD_UNIT_YEAR: return step * 365 * BD_MS_PER_DAY;
		case BD_UNIT_QUARTER: return days_of_months(3 * step) * BD_MS_PER_DAY;
		case BD_UNIT_MONTH: return days_of_months(step) * BD_MS_PER_DAY;
		case BD_UNIT_WEEK: return step * 7 * BD_MS_PER_DAY;
		case BD_UNIT_DAY: return 0;
		case BD_UNIT_HOURS: return step * 3600000;
		case BD_UNIT_MINUTES: return step * 60000;
		case BD_UNIT_SECONDS: return step * 1000;
		case BD_UNIT_MILLISECONDS: return step;
		default: return step * BD_MS_PER_DAY;
		}
	}
	return 0;
}

/* Whether all values on the axis are whole: people, trips, gifts. A reader of a poster takes half a
 * person on its axis for a mistake. */
static bool counts_things(const bd_axis_build *b)
{
	enum { MOST_ROWS = 10000 };
	const bd_scale_use *use = b->plan->use;
	size_t seen = 0;
	if (!b->plan->view->c->in_poster || use->type != BD_SCALE_LINEAR)
		return false;
	for (size_t i = 0; i < use->unit_count; i++) {
		bd_view *unit = use->units[i];
		const bd_channel_def *def = &unit->channels[use->channel];
		bd_column *column =
			def->name && unit->main ? bd_table_column(unit->main, def->name) : NULL;
		if (!column || def->bin != BD_BIN_NONE || unit->main->rows > MOST_ROWS)
			continue;
		const double *values = bd_column_numbers(unit->c->env->scratch, column);
		for (size_t row = 0; row < unit->main->rows; row++, seen++)
			if (values[row] !=
			    round(values[row])) /* not a number is not whole either */
				return false;
	}
	return seen > 0;
}

static double min_step_of(const bd_axis_build *b)
{
	const bd_json *said = bd_guide_property(b->plan, "tickMinStep");
	if (said)
		return bd_json_number(said, 0);
	const char *format = bd_guide_string(b->plan, "format", "");
	if (bd_streq(format, "d") || bd_streq(format, ",d"))
		return 1;
	if (b->whole)
		return 1;
	return bd_scale_type_is_time(b->plan->use->type)
		       ? step_of_unit(b->plan->view, b->plan->unit_def)
		       : 0;
}

/* tickBand says in a word what the three others say. Vega's own config moves ticks of bands by half
 * a pixel. */
static void find_band(bd_axis_build *b)
{
	const bd_guide_plan *plan = b->plan;
	const char *word = bd_guide_string(plan, "tickBand", "");
	bool extent = bd_streq(word, "extent"), center = bd_streq(word, "center");
	b->extra = extent || (!center && bd_guide_bool(plan, "tickExtra", false));
	b->share = extent ? 1 : center ? 0.5 : bd_guide_number(plan, "bandPosition", 0.5);
	b->offset = extent ? 0 : bd_guide_number(plan, "tickOffset", 0);
}

void bd_axis_find_ticks(bd_axis_build *b)
{
	b->count = count_of(b);
	b->whole = counts_things(b);
	b->min_step = min_step_of(b);
	find_band(b);
	const bd_guide_plan *plan = b->plan;
	bd_arena *arena = plan->view->c->env->arena;
	const bd_json *values = bd_guide_property(plan, "values"), *item;
	const bd_scale *scale = plan->use->scale;
	if (bd_json_is(values, BD_JSON_ARRAY)) {
		BD_LIST(bd_value) list = { 0 };
		bd_each (item, values)
			bd_push(arena, &list, bd_datum_value(plan->view, item, plan->def));
		b->ticks = bd_scale_valid_ticks(arena, scale, list.items, list.count, 0,
						&b->tick_count);
		return;
	}
	b->ticks = bd_scale_ticks(arena, scale, b->count, b->min_step, &b->tick_count);
}

static double rounded(const bd_axis_build *b, double position)
{
	return bd_guide_bool(b->plan, "tickRound", true) ? round(position) : position;
}

size_t bd_axis_tick_places(const bd_axis_build *b, double *places)
{
	const bd_scale *scale = b->plan->use->scale;
	size_t count = 0;
	if (b->extra && b->tick_count)
		places[count++] = rounded(b, bd_scale_number(scale, b->ticks[0]) + b->offset);
	for (size_t i = 0; i < b->tick_count; i++)
		places[count++] =
			rounded(b, bd_scale_number(scale, b->ticks[i]) +
					   b->share * bd_scale_bandwidth(scale) + b->offset);
	return count;
}
