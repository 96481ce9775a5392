/* guide.c - properties that axes, legends and headers have in common (guide.h). */
#include "chart/guides/guide.h"
#include "base/number.h"
#include "chart/encode/props.h"
#include "chart/encode/selection.h"

#include <math.h>
#include <string.h>

static const bd_json *styled(const bd_guide_plan *plan, const char *name)
{
	const bd_json *style = NULL, *item;
	for (size_t i = 0; i < plan->said_count && !style; i++)
		style = bd_json_get(plan->said[i], "style");
	if (bd_json_is(style, BD_JSON_STRING))
		return bd_json_find(plan->view->c->config, "style", style->string, name, NULL);
	const bd_json *found = NULL;
	bd_each (item, style) {
		const bd_json *value = bd_json_find(plan->view->c->config, "style",
						    bd_json_string(item, ""), name, NULL);
		found = value ? value : found;
	}
	return found;
}

bool bd_guide_state_add(bd_guide_state *state, const bd_json *guide)
{
	bool none = guide && (guide->kind == BD_JSON_NULL ||
			      (guide->kind == BD_JSON_BOOL && !guide->boolean));
	bool off = none || bd_json_bool(bd_json_get(guide, "disable"), false);
	if (guide && !state->said)
		*state = (bd_guide_state){ .said = true, .off = off };
	return off;
}

static const bd_json *said_raw(const bd_guide_plan *plan, const char *name)
{
	for (size_t i = 0; i < plan->said_count; i++) {
		const bd_json *value = bd_json_get(plan->said[i], name);
		if (value)
			return value;
	}
	return NULL;
}

const bd_json *bd_guide_said(const bd_guide_plan *plan, const char *name)
{
	return bd_chart_resolve(plan->view, said_raw(plan, name));
}

static const bd_json *raw_property(const bd_guide_plan *plan, const char *name)
{
	const bd_json *value = said_raw(plan, name);
	if (!value)
		value = styled(plan, name);
	for (size_t i = 0; !value && i < plan->config_count; i++)
		value = bd_json_find(plan->view->c->config, plan->configs[i], name, NULL);
	return value;
}

const bd_json *bd_guide_property(const bd_guide_plan *plan, const char *name)
{
	const bd_json *value = bd_chart_resolve(plan->view, raw_property(plan, name));
	if (bd_json_get(value, "condition"))
		return bd_json_get(value, "value");
	return value;
}

const bd_json *bd_guide_property_for(const bd_guide_plan *plan, const char *name, bd_value datum)
{
	const bd_json *value = raw_property(plan, name), *item;
	const bd_json *condition = bd_json_get(value, "condition");
	if (!condition)
		return bd_chart_resolve(plan->view, value);
	bd_compiler *c = plan->view->c;
	if (!bd_json_is(condition, BD_JSON_ARRAY))
		condition = bd_json_new_array(c->arena, &condition, 1, condition);
	bd_table *table = bd_table_from_values(c->arena, &datum, 1);
	bd_each (item, condition) {
		const uint8_t *holds = bd_condition_rows(plan->view, table, item);
		if (holds && holds[0])
			return bd_chart_resolve(plan->view, bd_json_get(item, "value")
								    ? bd_json_get(item, "value")
								    : item);
	}
	return bd_chart_resolve(plan->view,
				bd_json_get(value, "value") ? bd_json_get(value, "value") : NULL);
}

double bd_guide_number(const bd_guide_plan *plan, const char *name, double otherwise)
{
	return bd_json_number(bd_guide_property(plan, name), otherwise);
}

bool bd_guide_bool(const bd_guide_plan *plan, const char *name, bool otherwise)
{
	return bd_json_bool(bd_guide_property(plan, name), otherwise);
}

const char *bd_guide_string(const bd_guide_plan *plan, const char *name, const char *otherwise)
{
	return bd_json_string(bd_guide_property(plan, name), otherwise);
}

bd_color bd_guide_color(const bd_guide_plan *plan, const char *name, const char *otherwise)
{
	const bd_json *value = bd_guide_property(plan, name);
	bd_color color = BD_TRANSPARENT;
	if (bd_json_is(value, BD_JSON_STRING)) {
		bd_paint paint = bd_chart_paint(plan->view, value);
		return paint.kind == BD_PAINT_SOLID ? paint.color : BD_TRANSPARENT;
	}
	if (value && value->kind == BD_JSON_NULL)
		return BD_TRANSPARENT;
	if (otherwise)
		bd_color_parse(otherwise, &color);
	return color;
}

bd_dash bd_guide_dash(const bd_guide_plan *plan, const char *name)
{
	const bd_json *value = bd_guide_property(plan, name), *item;
	if (!bd_json_is(value, BD_JSON_ARRAY) || value->count == 0)
		return (bd_dash){ 0 };
	double *lengths = BD_ARRAY(plan->view->c->env->arena, value->count, double);
	bd_each (item, value)
		lengths[bd_i_item] = bd_json_number(item, 0);
	return (bd_dash){ lengths, value->count };
}

bd_value bd_guide_datum(bd_arena *arena, bd_value tick, const char *label, size_t index,
			size_t count)
{
	bd_value_member *members = BD_ARRAY(arena, 3, bd_value_member);
	members[0] = (bd_value_member){ "value", tick };
	members[1] = (bd_value_member){ "label", bd_v_string(label ? label : "") };
	members[2] = (bd_value_member){
		"index", bd_v_number(count > 1 ? (double)index / (double)(count - 1) : 0)
	};
	return (bd_value){ .kind = BD_V_OBJECT, .length = 3, .members = members };
}

const bd_json *bd_guide_format_source(const bd_guide_plan *plan)
{
	bd_compiler *c = plan->view->c;
	const bd_json *format = bd_guide_property(plan, "format");
	const bd_json *type = bd_guide_property(plan, "formatType");
	if (!format && !type)
		return NULL;
	const bd_json *object = bd_json_new_object(c->arena, format ? format : type);
	if (format)
		object = bd_json_with(c->arena, object, "format", format);
	if (type)
		object = bd_json_with(c->arena, object, "formatType", type);
	return object;
}
