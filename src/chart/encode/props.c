/* props.c - where the values of properties come from (props.h). */
#include "chart/encode/props.h"
#include "base/str.h"
#include "marks/marks.h"
#include "json/rewrite.h"

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
		return bd_rewrite_array(c->arena, &items, like);
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
	const bd_view *before = c->at;
	c->at = view;
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
	if (!value)
		value = bd_json_find(c->config, "mark", name, NULL);
	return value ? value : bd_json_find(c->config, "__last", type, name, NULL);
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

/* Vega-Lite looks up one colour for what its marks are mainly painted with, and falls back to the
 * one of all marks even where a mark says null. */
static const bd_json *main_color(const bd_view *unit, const char *kind)
{
	bd_compiler *c = unit->c;
	const bd_json *value = bd_json_get(unit->mark, "color");
	if (!value)
		value = style_property(c, bd_json_get(unit->mark, "style"), "color");
	if (!value)
		value = bd_json_find(c->config, "style", unit->mark_type, "color", NULL);
	if (!value)
		value = bd_json_find(c->config, unit->mark_type, kind, NULL);
	if (!value)
		value = bd_json_find(c->config, unit->mark_type, "color", NULL);
	if (!value)
		value = bd_json_find(c->config, "mark", kind, NULL);
	if (!value || value->kind == BD_JSON_NULL)
		value = bd_json_find(c->config, "mark", "color", NULL);
	return value;
}

const bd_json *bd_mark_color(const bd_view *unit, const char *kind, bool main)
{
	bd_compiler *c = unit->c;
	const bd_json *value = bd_json_get(unit->mark, kind);
	if (!value && main)
		value = main_color(unit, kind);
	if (!value)
		value = bd_json_find(c->config, unit->mark_type, kind, NULL);
	if (!value)
		value = bd_json_find(c->config, "mark", kind, NULL);
	if (value || (unit->kind_of_mark->hollow && bd_streq(kind, "fill")))
		return value;
	value = style_property(c, bd_json_get(unit->mark, "style"), kind);
	return value ? value : bd_json_find(c->config, "style", unit->mark_type, kind, NULL);
}
