/* props.c - where the values of properties come from (props.h). */
#include "chart/props.h"
#include "base/str.h"
#include "chart/encode.h"
#include "chart/rewrite.h"
#include "chart/views.h"
#include "data/date_time.h"

#include <math.h>
#include <string.h>

/* A value of an expression as JSON, so that it can stand where the expression stood. */
static const bd_json *json_of(bd_compiler *c, bd_value value, const bd_json *like)
{
	switch (value.kind) {
	case BD_V_BOOL: return bd_json_new_bool(c->arena, value.boolean, like);
	case BD_V_NUMBER:
	case BD_V_DATE: return bd_json_new_number(c->arena, value.number, like);
	case BD_V_STRING: return bd_json_new_string(c->arena, value.string, like);
	case BD_V_ARRAY: {
		bd_json_list items = { 0 };
		for (uint32_t i = 0; i < value.length; i++)
			bd_push(c->arena, &items, json_of(c, value.items[i], like));
		return bd_rewrite_array(c, &items, like);
	}
	case BD_V_OBJECT: {
		const bd_json *object = bd_json_new_object(c->arena, like);
		for (uint32_t i = 0; i < value.length; i++)
			object = bd_json_with(c->arena, object, value.members[i].name,
					      json_of(c, value.members[i].value, like));
		return object;
	}
	default: return bd_json_new_null(c->arena, like);
	}
}

const bd_json *bd_expression_of(const bd_json *value)
{
	if (!bd_json_is(value, BD_JSON_OBJECT))
		return NULL;
	const bd_json *text = bd_json_get(value, "expr");
	if (!text)
		text = bd_json_get(value, "signal");
	return bd_json_is(text, BD_JSON_STRING) ? text : NULL;
}

bool bd_expression_reads_datum(const bd_json *value)
{
	const bd_json *text = bd_expression_of(value);
	return text && strstr(text->string, "datum");
}

const bd_json *bd_chart_resolve(const bd_view *view, const bd_json *value)
{
	const bd_json *text = bd_expression_of(value);
	if (!text)
		return value;
	bd_compiler *c = view->c;
	bd_view *before = c->at;
	c->at = (bd_view *)view;
	const bd_expr *expr = bd_expr_parse(c->env, text->string, &text->place, &c->names);
	bd_value result = expr ? bd_expr_eval(expr, c->arena, bd_v_undefined()) : bd_v_null();
	c->at = before;
	return result.kind == BD_V_UNDEFINED ? NULL : json_of(c, result, value);
}

double bd_chart_number(const bd_view *view, const bd_json *value, double otherwise)
{
	return bd_json_number(bd_chart_resolve(view, value), otherwise);
}

bool bd_chart_bool(const bd_view *view, const bd_json *value, bool otherwise)
{
	return bd_json_bool(bd_chart_resolve(view, value), otherwise);
}

const char *bd_chart_string(const bd_view *view, const bd_json *value, const char *otherwise)
{
	return bd_json_string(bd_chart_resolve(view, value), otherwise);
}

/* --- marks --- */

static const bd_json *style_property(bd_compiler *c, const bd_json *style, const char *name)
{
	const bd_json *found = NULL, *item;
	if (bd_json_is(style, BD_JSON_STRING))
		return bd_json_find(c->config, "style", style->string, name, NULL);
	bd_each (item, style) {
		const bd_json *value = style_property(c, item, name);
		found = value ? value : found;
	}
	return found;
}

const bd_json *bd_mark_property_of(bd_compiler *c, const bd_json *mark, const char *name)
{
	const bd_json *value = bd_json_get(mark, name);
	const char *type = bd_json_string(bd_json_get(mark, "type"), "");
	if (!value)
		value = style_property(c, bd_json_get(mark, "style"), name);
	if (!value)
		value = bd_json_find(c->config, "style", type, name, NULL);
	if (!value)
		value = bd_json_find(c->config, type, name, NULL);
	return value ? value : bd_json_find(c->config, "mark", name, NULL);
}

const bd_json *bd_mark_config(const bd_view *unit, const char *name)
{
	const bd_json *bare = bd_json_new_object(unit->c->arena, unit->mark);
	const bd_json *style = bd_json_get(unit->mark, "style");
	bare = bd_json_with(unit->c->arena, bare, "type", bd_json_get(unit->mark, "type"));
	if (style)
		bare = bd_json_with(unit->c->arena, bare, "style", style);
	return bd_mark_property_of(unit->c, bare, name);
}

const bd_json *bd_mark_property(const bd_view *unit, const char *name)
{
	return bd_mark_property_of(unit->c, unit->mark, name);
}

const bd_json *bd_mark_own(const bd_view *unit, const char *name)
{
	const bd_json *value = bd_json_get(unit->mark, name);
	return value ? value : style_property(unit->c, bd_json_get(unit->mark, "style"), name);
}

/* --- data written in the spec --- */

bd_value bd_datum_value(const bd_view *view, const bd_json *node, const bd_channel_def *def)
{
	bd_compiler *c = view->c;
	node = bd_chart_resolve(view, node);
	if (!node)
		return bd_v_undefined();
	if (bd_json_is(node, BD_JSON_OBJECT) && bd_is_date_time(node))
		return bd_v_date(bd_date_time(node));
	bd_value value = bd_json_value(c->arena, node);
	bool temporal = def && (def->type == BD_TEMPORAL || def->unit);
	const char *unit = def && def->unit ? def->unit : "";
	bd_time_unit one = bd_time_unit_find(bd_starts_with(unit, "utc") ? unit + 3 : unit);
	/* A lone number or name is a part of the unit: "mon", month 1 to 12, a year. */
	if (temporal && one < BD_UNIT_COUNT &&
	    (value.kind == BD_V_NUMBER || value.kind == BD_V_STRING)) {
		double ms = bd_date_time_of(one, node);
		if (!isnan(ms))
			return bd_v_date(ms);
	}
	if (temporal && value.kind == BD_V_STRING) {
		bd_column *text = bd_column_new_constant(c->arena, "", value, 1);
		bd_column *dates = bd_column_read(c->env, text, BD_AS_DATE, NULL);
		return bd_column_value(dates, 0);
	}
	if (temporal && value.kind == BD_V_NUMBER)
		return bd_v_date(value.number);
	return value;
}

const bd_json *bd_sort_list(const bd_channel_def *def)
{
	if (bd_json_is(def->sort, BD_JSON_ARRAY))
		return def->sort;
	const bd_json *domain = bd_json_find(def->json, "scale", "domain", NULL);
	return bd_json_is(domain, BD_JSON_ARRAY) ? domain : NULL;
}

const char *bd_sort_index_name(bd_compiler *c, const bd_channel_def *def)
{
	if (!def || !def->json || !def->field || def->aggregate || !bd_sort_list(def))
		return NULL;
	bd_str name = bd_str_new(c->arena);
	bd_str_printf(&name, "_%s_sort_index_%zu", def->field, bd_sort_list(def)->count);
	for (const char *p = name.bytes; *p; p++)
		if (strchr(".[]'\"\\", *p))
			name.bytes[p - name.bytes] = '_';
	return bd_str_text(&name);
}
