/* axis.c - an axis as items: where its ticks stand, what its labels say, its grid and title. By
 * Vega's and Vega-Lite's documentation of axes (guide.h). */
#include "base/str.h"
#include "chart/encode/datum.h"
#include "chart/encode/format.h"
#include "chart/encode/props.h"
#include "chart/encode/views.h"
#include "chart/guides/axis_parts.h"
#include "chart/guides/guide.h"
#include "chart/scales/scales.h"

#include <math.h>

typedef struct axis_build {
	const bd_guide_plan *plan;
	bd_axis_items *axis;
	double width, height;
	double length;  /* along the axis */
	bool is_x, far; /* far: top or right */
	bd_tick_count count;
	double min_step;
	bool whole; /* a poster's axis of things that are counted */
	const bd_value *ticks;
	size_t tick_count;
	double band; /* px from a band's start to its tick */
} axis_build;

/* --- ticks --- */

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

static bd_tick_count count_of(const axis_build *b)
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
static bool counts_things(const axis_build *b)
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

static double min_step_of(const axis_build *b)
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

static void find_ticks(axis_build *b)
{
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

static double position_of(const axis_build *b, bd_value tick)
{
	return bd_scale_number(b->plan->use->scale, tick) + b->band;
}

/* From a band's start to a share of it, half a pixel short as Vega has it. */
static double in_band(const bd_guide_plan *plan, double share)
{
	bool band = plan->use->type == BD_SCALE_BAND;
	return band ? share * bd_scale_bandwidth(plan->use->scale) - 0.5 : 0;
}

/* Labels stand in the middle of a band, wherever its ticks do. */
static double label_position(const axis_build *b, bd_value tick)
{
	const bd_scale *scale = b->plan->use->scale;
	bool edge = bd_streq(bd_guide_string(b->plan, "tickBand", ""), "extent");
	return bd_scale_number(scale, tick) + in_band(b->plan, 0.5) +
	       (edge ? 0 : bd_guide_number(b->plan, "tickOffset", 0));
}

static double rounded(const axis_build *b, double position)
{
	return bd_guide_bool(b->plan, "tickRound", true) ? round(position) : position;
}

/* --- labels --- */

static const char *plain_label(const axis_build *b, bd_value tick)
{
	const bd_guide_plan *plan = b->plan;
	bd_view *view = plan->view;
	bd_arena *arena = view->c->env->arena;
	const bd_json *from = bd_guide_format_source(plan);
	const bd_channel_def *def = plan->def;
	bool discrete = bd_scale_type_is_discrete(plan->use->type);
	bool time = bd_is_time_field(def, from);
	if (discrete && (time || bd_json_get(from, "format") || def->bin == BD_BIN_PARAMS ||
			 def->type == BD_QUANTITATIVE)) {
		bd_channel_def as = *def;
		if (time && !def->unit && !bd_json_get(from, "format") &&
		    !bd_json_get(from, "formatType"))
			return bd_format_time_multi(arena, view->c->locale, NULL,
						    bd_value_to_number(tick));
		if (def->bin == BD_BIN_PARAMS)
			as.type = BD_QUANTITATIVE;
		return bd_format_field(view, arena, &as, from, tick);
	}
	if (discrete)
		return bd_plain_label(arena, tick);
	bd_label_format format = { .scale = plan->use->scale,
				   .locale = view->c->locale,
				   .tick_count = b->count,
				   .min_step = b->whole ? b->min_step : 0 };
	if (time || bd_scale_type_is_time(plan->use->type)) {
		format.format = bd_time_format_of(view, def, from);
		format.formats = bd_time_formats_of(view, from);
		format.type = BD_FORMAT_TIME;
	} else {
		format.format = bd_number_format_of(view, def, from);
		/* a poster's language would part the thousands of 2023 */
		if (!format.format && view->c->in_poster && def->name &&
		    bd_name_says_year(def->name) && bd_number_may_be_year(bd_value_to_number(tick)))
			format.format = "d";
	}
	return bd_scale_label(arena, &format, tick);
}

/* labelExpr sees the label as Vega made it. */
static const char *label_of(const axis_build *b, size_t i, const bd_expr *expr)
{
	bd_arena *arena = b->plan->view->c->env->arena;
	const char *label = plain_label(b, b->ticks[i]);
	if (!expr)
		return label;
	bd_value datum = bd_tick_datum(arena, b->ticks[i], label, i, b->tick_count);
	return bd_plain_label(arena, bd_expr_eval(expr, arena, datum));
}

/* Text of a discrete x axis stands upright on its side, lest labels run into each other. */
static double label_angle(const axis_build *b)
{
	const bd_channel_def *def = b->plan->def;
	const bd_json *said = bd_guide_property(b->plan, "labelAngle");
	if (said)
		return fmod(fmod(bd_json_number(said, 0), 360) + 360, 360);
	bool words = def->type == BD_NOMINAL || def->type == BD_ORDINAL;
	return b->is_x && words && !def->unit ? 270 : 0;
}

/* Ticks stand at the edges of bands. */
static bool at_edges(const axis_build *b)
{
	return bd_streq(bd_guide_string(b->plan, "tickBand", ""), "extent") &&
	       b->plan->use->type == BD_SCALE_BAND;
}

static double label_number(const bd_guide_plan *plan, const char *name, bd_value datum,
			   double otherwise)
{
	return bd_json_number(bd_guide_property_for(plan, name, datum), otherwise);
}

static void make_labels(axis_build *b)
{
	const bd_guide_plan *plan = b->plan;
	bd_compiler *c = plan->view->c;
	bd_arena *arena = c->env->arena;
	if (!bd_guide_bool(plan, "labels", true))
		return;
	const bd_json *text = bd_guide_property(plan, "labelExpr");
	const bd_expr *expr = NULL;
	if (bd_json_is(text, BD_JSON_STRING))
		expr = bd_expr_parse(c->env, text->string, &text->place, &c->names);
	bd_guide_text style = bd_guide_text_new(plan, "guide-label", "label");
	style.angle = label_angle(b);
	bd_label_stand(plan, b->is_x, b->far, &style);
	double size = bd_guide_bool(plan, "ticks", true) ? bd_guide_number(plan, "tickSize", 5) : 0;
	for (size_t i = 0; i < b->tick_count; i++) {
		bd_guide_text label = style;
		double along = label_position(b, b->ticks[i]);
		if (isnan(along))
			continue;
		label.text = label_of(b, i, expr);
		bd_value datum = bd_tick_datum(arena, b->ticks[i], label.text, i, b->tick_count);
		along += label_number(plan, "labelOffset", datum, 0);
		double away = fmax(size, 0) + label_number(plan, "labelPadding", datum, 2);
		label.x = b->is_x ? along : b->far ? away : -away;
		label.y = !b->is_x ? along : b->far ? -away : away;
		bd_label_conditions(plan, datum, &label);
		label.width = bd_text_measure(c, &label);
		bd_push(arena, &b->axis->labels, label);
	}
	bd_axis_hide_overlaps(plan, b->axis, b->is_x, b->length);
	/* the last edge of bands has a tick, so a label, though an empty one */
	if (b->tick_count && at_edges(b)) {
		bd_guide_text label = style;
		label.text = "";
		label.hidden = true;
		bd_push(arena, &b->axis->labels, label);
	}
}

/* --- lines --- */

static bd_guide_line line_of(const bd_guide_plan *plan, const char *prefix, bd_value datum,
			     const char *color)
{
	bd_arena *arena = plan->view->c->arena;
	bd_guide_line line = { .opacity = 1 };
	const bd_json *said =
		bd_guide_property_for(plan, bd_printf(arena, "%sColor", prefix), datum);
	bd_paint paint = bd_chart_paint(plan->view, said);
	line.color = paint.kind == BD_PAINT_SOLID ? paint.color : BD_TRANSPARENT;
	if (!said)
		bd_color_parse(color, &line.color);
	line.width = bd_json_number(
		bd_guide_property_for(plan, bd_printf(arena, "%sWidth", prefix), datum), 1);
	line.opacity = bd_json_number(
		bd_guide_property_for(plan, bd_printf(arena, "%sOpacity", prefix), datum), 1);
	const bd_json *dash =
		bd_guide_property_for(plan, bd_printf(arena, "%sDash", prefix), datum);
	if (bd_json_is(dash, BD_JSON_ARRAY) && dash->count) {
		double *lengths = BD_ARRAY(plan->view->c->env->arena, dash->count, double);
		for (size_t i = 0; i < dash->count; i++)
			lengths[i] = bd_json_number(dash->items[i], 0);
		line.dash = (bd_dash){ lengths, dash->count };
	}
	line.dash_offset = bd_json_number(
		bd_guide_property_for(plan, bd_printf(arena, "%sDashOffset", prefix), datum), 0);
	const char *cap = bd_json_string(
		bd_guide_property_for(plan, bd_printf(arena, "%sCap", prefix), datum), "");
	line.cap = bd_streq(cap, "round")    ? BD_CAP_ROUND
		   : bd_streq(cap, "square") ? BD_CAP_SQUARE
					     : BD_CAP_BUTT;
	return line;
}

/* Places of ticks and grid lines; "extent" puts them at the edges of bands. */
static size_t edges(const axis_build *b, double *places)
{
	bool extent = at_edges(b);
	double offset = bd_guide_number(b->plan, "tickOffset", 0);
	size_t count = 0;
	if (!extent) {
		for (size_t i = 0; i < b->tick_count; i++)
			places[count++] = rounded(b, position_of(b, b->ticks[i]) + offset);
		return count;
	}
	/* where the first band starts, and where each one ends */
	const bd_scale *scale = b->plan->use->scale;
	if (b->tick_count)
		places[count++] = rounded(b, bd_scale_number(scale, b->ticks[0]));
	for (size_t i = 0; i < b->tick_count; i++)
		places[count++] =
			rounded(b, bd_scale_number(scale, b->ticks[i]) + bd_scale_bandwidth(scale));
	return count;
}

static void make_ticks(axis_build *b, const double *places, size_t count)
{
	const bd_guide_plan *plan = b->plan;
	bd_arena *arena = plan->view->c->env->arena;
	for (size_t i = 0; i < count; i++) {
		if (isnan(places[i]))
			continue;
		bd_value tick = b->ticks[count > b->tick_count && i ? i - 1 : i];
		bd_value datum = bd_tick_datum(arena, tick, "", i, b->tick_count);
		bd_guide_line line = line_of(plan, "tick", datum, "#888");
		double size = bd_json_number(bd_guide_property_for(plan, "tickSize", datum), 5) *
			      (b->is_x == b->far ? -1 : 1);
		line.x = line.x2 = b->is_x ? places[i] : 0;
		line.y = line.y2 = b->is_x ? 0 : places[i];
		*(b->is_x ? &line.y2 : &line.x2) = size;
		bd_push(arena, &b->axis->ticks, line);
	}
}

static void make_grid(axis_build *b, const double *places, size_t count)
{
	bd_arena *arena = b->plan->view->c->env->arena;
	for (size_t i = 0; i < count; i++) {
		if (isnan(places[i]))
			continue;
		bd_value tick = b->ticks[count > b->tick_count && i ? i - 1 : i];
		bd_guide_line line = line_of(
			b->plan, "grid", bd_tick_datum(arena, tick, "", i, b->tick_count), "#ddd");
		/* From the axis' line across the plot. */
		line.x = line.x2 = b->is_x ? places[i] : 0;
		line.y = line.y2 = b->is_x ? 0 : places[i];
		if (b->is_x)
			line.y2 = b->far ? b->height : -b->height;
		else
			line.x2 = b->far ? -b->width : b->width;
		bd_push(arena, &b->axis->grid, line);
	}
}

static void make_domain(axis_build *b)
{
	const bd_guide_plan *plan = b->plan;
	bd_guide_line line = line_of(plan, "domain", bd_v_null(), "#888");
	double from = bd_scale_range_start(plan->use->scale);
	double to = bd_scale_range_end(plan->use->scale);
	if (isnan(from) || isnan(to) || !bd_guide_bool(plan, "domain", true))
		return;
	*(b->is_x ? &line.x : &line.y) = fmin(from, to);
	*(b->is_x ? &line.x2 : &line.y2) = fmax(from, to);
	b->axis->domain = line;
	b->axis->has_domain = true;
}

bool bd_axis_shows_grid(const bd_guide_plan *plan)
{
	const bd_json *said = bd_guide_property(plan, "grid");
	if (said)
		return bd_json_bool(said, false);
	if (plan->flipped)
		return false;
	return !bd_scale_type_is_discrete(plan->use->type) && plan->def->bin == BD_BIN_NONE;
}

bd_axis_items *bd_axis_make(const bd_guide_plan *plan, double width, double height, bool grid,
			    bool main)
{
	bd_arena *arena = plan->view->c->env->arena;
	axis_build b = { .plan = plan, .width = width, .height = height };
	b.axis = bd_axis_items_new(arena, bd_strdup(arena, plan->orient));
	b.is_x = plan->channel == CH_X;
	b.far = bd_streq(plan->orient, "top") || bd_streq(plan->orient, "right");
	b.length = b.is_x ? width : height;
	b.count = count_of(&b);
	b.whole = counts_things(&b);
	b.min_step = min_step_of(&b);
	b.band = in_band(plan, bd_guide_number(plan, "bandPosition", 0.5));
	b.axis->translate = bd_guide_number(plan, "translate", 0.5);
	b.axis->above = bd_axis_is_above(plan);
	find_ticks(&b);
	double *places = BD_ARRAY(arena, b.tick_count + 1, double);
	size_t count = edges(&b, places);
	bd_axis_stand(plan, b.axis, width, height);
	if (grid && bd_axis_shows_grid(plan))
		make_grid(&b, places, count);
	if (!main)
		return b.axis;
	if (bd_guide_bool(plan, "ticks", true))
		make_ticks(&b, places, count);
	make_labels(&b);
	make_domain(&b);
	bd_axis_title(plan, b.axis, width, height);
	return b.axis;
}
