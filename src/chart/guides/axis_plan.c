/* axis_plan.c - which axes a plot has, and what its units say of them (axis.h). */
#include "base/str.h"
#include "chart/encode/encode.h"
#include "chart/encode/props.h"
#include "chart/encode/views.h"
#include "chart/guides/axis.h"

#include <string.h>

/* Config sections in the order in which they win, for the axis of a scale and side. */
static void list_configs(bd_guide_plan *plan)
{
	bd_compiler *c = plan->view->c;
	bool is_x = plan->channel == CH_X;
	const char *types[2] = { NULL, NULL };
	if (bd_scale_type_is_time(plan->use->type))
		types[0] = "Temporal";
	else if (bd_scale_type_is_discrete(plan->use->type)) {
		types[0] = plan->use->type == BD_SCALE_BAND ? "Band" : "Point";
		types[1] = "Discrete";
	} else
		types[0] = "Quantitative";
	for (int i = 0; i < 2 && types[i]; i++)
		plan->configs[plan->config_count++] =
			bd_printf(c->arena, "axis%s%s", is_x ? "X" : "Y", types[i]);
	for (int i = 0; i < 2 && types[i]; i++)
		plan->configs[plan->config_count++] = bd_printf(c->arena, "axis%s", types[i]);
	plan->configs[plan->config_count++] = is_x ? "axisX" : "axisY";
	plan->configs[plan->config_count++] = bd_streq(plan->orient, "left")    ? "axisLeft"
					      : bd_streq(plan->orient, "right") ? "axisRight"
					      : bd_streq(plan->orient, "top")   ? "axisTop"
										: "axisBottom";
	plan->configs[plan->config_count++] = "axis";
}

/* --- titles --- */

static bool contains_line(const char *list, const char *title)
{
	size_t length = strlen(title);
	for (const char *at = list; (at = strstr(at, title)) != NULL; at++) {
		bool starts = at == list || bd_starts_with(at - 2, ", ");
		bool ends = at[length] == 0 || bd_starts_with(at + length, ", ");
		if (starts && ends)
			return true;
	}
	return false;
}

static const char *join_titles(bd_compiler *c, const char *list, const char *title)
{
	if (!title || !*title)
		return list;
	if (!list)
		return title;
	return contains_line(list, title) ? list : bd_printf(c->arena, "%s, %s", list, title);
}

/* Titles that are said win over those made from fields; equal ones stand once. */
typedef struct title_row {
	const char *said, *made;
	bool none; /* said to be none */
} title_row;

static void add_title(bd_view *unit, bd_channel channel, const bd_json *axis, title_row *titles)
{
	bd_compiler *c = unit->c;
	const bd_channel_def *def = &unit->channels[channel];
	const bd_channel_def *second = &unit->channels[bd_channel_secondary(channel)];
	const bd_json *said = bd_json_get(axis, "title");
	if (!said)
		said = bd_json_get(def->json, "title");
	if (!said && second->json)
		said = bd_json_get(second->json, "title");
	if (said) {
		const char *text = bd_title_text(unit, said);
		titles->none |= !text;
		titles->said = join_titles(c, titles->said, text);
		return;
	}
	if (bd_channel_def_has_field(def))
		titles->made = join_titles(c, titles->made, bd_field_default_title(c, def));
	if (bd_channel_def_has_field(second)) {
		bd_channel_def own = *second;
		titles->made = join_titles(c, titles->made, bd_field_default_title(c, &own));
	}
}

/* --- plans --- */

static bool has_axis(const bd_view *unit, bd_channel channel)
{
	return bd_channel_def_is_scaled(&unit->channels[channel]) && unit->uses[channel];
}

static const bd_json *axis_of(const bd_view *unit, bd_channel channel)
{
	return bd_json_get(unit->channels[channel].json, "axis");
}

/* An axis that would stand where others do moves to the other side while that is emptier; Vega-Lite
 * goes on counting it where it would have stood. */
static const char *default_orient(const bd_plot_axes *axes, bd_channel channel)
{
	const char *first = channel == CH_X ? "bottom" : "left";
	const char *other = channel == CH_X ? "top" : "right";
	int at_first = 0, at_other = 0;
	for (size_t i = 0; i < axes->plans.count; i++) {
		const bd_guide_plan *plan = &axes->plans.items[i];
		at_first += plan->moved ? plan->channel == channel : bd_streq(plan->orient, first);
		at_other += !plan->moved && bd_streq(plan->orient, other);
	}
	return at_first > at_other ? other : first;
}

static void add_unit(bd_guide_plan *plan, bd_view *unit, title_row *titles)
{
	const bd_json *axis = axis_of(unit, plan->channel);
	add_title(unit, plan->channel, axis, titles);
	if (!plan->unit_def && unit->channels[plan->channel].unit)
		plan->unit_def = &unit->channels[plan->channel];
	if (bd_json_is(axis, BD_JSON_OBJECT) && plan->said_count < 64)
		plan->said[plan->said_count++] = axis;
}

static void finish_plan(bd_plot_axes *axes, bd_guide_plan *plan, const title_row *titles)
{
	plan->title = titles->said || titles->none ? titles->said : titles->made;
	const char *orient = NULL;
	for (size_t i = 0; i < plan->said_count && !orient; i++)
		orient = bd_chart_string(plan->view, bd_json_get(plan->said[i], "orient"), NULL);
	if (!orient)
		orient = bd_json_string(bd_json_find(plan->view->c->config,
						     plan->channel == CH_X ? "axisX" : "axisY",
						     "orient", NULL),
					NULL);
	if (!orient)
		orient = bd_json_string(bd_json_find(plan->view->c->config, "axis", "orient", NULL),
					NULL);
	plan->orient = orient ? orient : default_orient(axes, plan->channel);
	plan->moved = !orient;
	list_configs(plan);
	if (bd_guide_bool(plan, "disable", false) && !plan->said_count)
		return;
	/* A config may say that axes have no title. */
	if (!titles->said && !titles->none && bd_guide_property(plan, "title"))
		plan->title = NULL;
	bd_push(plan->view->c->arena, &axes->plans, *plan);
}

/* Layers that put one scale's axis on different sides have one each. */
static bool sides_differ(const bd_view_list *units, bd_channel channel, const bd_scale_use *use)
{
	const char *side = NULL;
	for (size_t i = 0; i < units->count; i++) {
		const bd_view *unit = units->items[i];
		const char *own =
			has_axis(unit, channel) && unit->uses[channel] == use
				? bd_json_string(bd_json_get(axis_of(unit, channel), "orient"),
						 NULL)
				: NULL;
		if (own && side && !bd_streq(own, side))
			return true;
		side = own ? own : side;
	}
	return false;
}

/* The axis of the units from `first` on that share its scale; of that one alone where they stand
 * apart. */
static void plan_axis(const bd_view_list *units, size_t first, bool apart, bd_guide_plan *plan,
		      bd_plot_axes *axes)
{
	bd_channel channel = plan->channel;
	title_row titles = { 0 };
	bd_guide_state state = { 0 };
	for (size_t k = first; k < (apart ? first + 1 : units->count); k++) {
		bd_view *unit = units->items[k];
		if (!has_axis(unit, channel) || unit->uses[channel] != plan->use ||
		    bd_guide_state_add(&state, axis_of(unit, channel)))
			continue;
		if (!plan->view) {
			plan->view = unit;
			plan->def = &unit->channels[channel];
		}
		add_unit(plan, unit, &titles);
	}
	if (plan->view && !state.off)
		finish_plan(axes, plan, &titles);
}

static void plan_channel(bd_view *plot, bd_channel channel, bd_plot_axes *axes)
{
	bd_view_list units = bd_view_units(plot);
	bool said = bd_json_equals_string(
		bd_json_find(plot->spec, "resolve", "axis", bd_channel_name(channel), NULL),
		"independent");
	bool later = false;
	for (size_t i = 0; i < units.count; i++) {
		bd_view *unit = units.items[i];
		if (!has_axis(unit, channel))
			continue;
		bool apart = said || sides_differ(&units, channel, unit->uses[channel]);
		bool met = false;
		for (size_t k = 0; k < i && !apart; k++)
			met |= has_axis(units.items[k], channel) &&
			       units.items[k]->uses[channel] == unit->uses[channel];
		if (met)
			continue;
		bd_guide_plan plan = { .channel = channel,
				       .use = unit->uses[channel],
				       .later = later };
		plan_axis(&units, i, apart, &plan, axes);
		later = true;
	}
}

bd_plot_axes bd_axes_plan(bd_view *plot)
{
	bd_plot_axes axes = { 0 };
	plan_channel(plot, CH_X, &axes);
	plan_channel(plot, CH_Y, &axes);
	return axes;
}
