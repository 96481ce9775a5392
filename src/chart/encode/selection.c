/* selection.c - which rows a selection, or a predicate with parameters in it, keeps in its first
 * state (selection.h). */
#include "chart/encode/selection.h"
#include "base/array.h"
#include "base/str.h"
#include "chart/encode/datum.h"
#include "chart/encode/encode.h"
#include "chart/encode/views.h"

#include <math.h>
#include <string.h>

const char *bd_selection_type(const bd_json *param)
{
	const bd_json *select = bd_json_get(param, "select");
	if (bd_json_is(select, BD_JSON_OBJECT))
		select = bd_json_get(select, "type");
	return bd_json_string(select, "");
}

bool bd_selection_draws_brush(const bd_json *param)
{
	return bd_streq(bd_selection_type(param), "interval") &&
	       !bd_json_equals_string(bd_json_get(param, "bind"), "scales");
}

static bool is_in(bd_value value, const bd_value *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (bd_value_strict_equals(value, list[i]))
			return true;
	return false;
}

/* The field that a name of a selection's value means: a channel's, or its own. */
static const bd_channel_def *def_of(bd_view *view, const char *name)
{
	bd_channel channel = bd_channel_find(name);
	return channel < CH_COUNT && view->kind == BD_VIEW_UNIT &&
			       bd_channel_def_has_field(&view->channels[channel])
		       ? &view->channels[channel]
		       : NULL;
}

static bool row_is_in_interval(bd_view *view, bd_table *table, size_t row, const bd_json *ranges)
{
	bd_each_member (range, ranges) {
		const bd_channel_def *def = def_of(view, range->name);
		bd_column *column = bd_view_column(table, def ? def->name : range->name);
		if (!column || !bd_json_is(range->value, BD_JSON_ARRAY) || range->value->count == 0)
			return false;
		bd_value value = bd_column_value(column, row);
		BD_LIST(bd_value) list = { 0 };
		const bd_json *item;
		bd_each (item, range->value)
			bd_push(view->c->arena, &list, bd_datum_value(view, item, def));
		bool numbers = list.items[0].kind == BD_V_NUMBER || list.items[0].kind == BD_V_DATE;
		if (!numbers && !is_in(value, list.items, list.count))
			return false;
		double a = bd_value_to_number(list.items[0]);
		double b = bd_value_to_number(list.items[list.count - 1]);
		double v = bd_value_to_number(value);
		if (numbers && !(v >= fmin(a, b) && v <= fmax(a, b)))
			return false;
	}
	return true;
}

static bool row_is_point(bd_view *view, bd_table *table, size_t row, const bd_json *point,
			 const bd_json *param)
{
	if (!bd_json_is(point, BD_JSON_OBJECT)) {
		const bd_json *select = bd_json_get(param, "select");
		const char *field =
			bd_json_string(bd_json_at(bd_json_get(select, "fields"), 0), NULL);
		const char *channel =
			bd_json_string(bd_json_at(bd_json_get(select, "encodings"), 0), NULL);
		const bd_channel_def *def = channel ? def_of(view, channel) : NULL;
		bd_column *column = bd_view_column(table, def ? def->name : field);
		return column && bd_value_strict_equals(bd_column_value(column, row),
							bd_datum_value(view, point, def));
	}
	bd_each_member (member, point) {
		const bd_channel_def *def = def_of(view, member->name);
		bd_column *column = bd_view_column(table, def ? def->name : member->name);
		if (!column)
			return false;
		if (!bd_value_strict_equals(bd_column_value(column, row),
					    bd_datum_value(view, member->value, def)))
			return false;
	}
	return true;
}

static const uint8_t *selected_rows(bd_view *view, bd_table *table, const bd_json *param)
{
	const bd_json *value = bd_json_get(param, "value");
	const char *type = bd_selection_type(param);
	uint8_t *rows = BD_ARRAY(view->c->arena, table->rows, uint8_t);
	for (size_t i = 0; i < table->rows; i++) {
		if (bd_streq(type, "interval")) {
			rows[i] = row_is_in_interval(view, table, i, value);
			continue;
		}
		if (!bd_json_is(value, BD_JSON_ARRAY)) {
			rows[i] = row_is_point(view, table, i, value, param);
			continue;
		}
		const bd_json *point;
		bd_each (point, value)
			rows[i] |= row_is_point(view, table, i, point, param);
	}
	return rows;
}

/* A selection that a timer drives steps through the values of its field, from the least on. */
static bool is_timer(const bd_json *param)
{
	const bd_json *on = bd_json_find(param, "select", "on", NULL);
	return bd_json_equals_string(bd_json_is(on, BD_JSON_OBJECT) ? bd_json_get(on, "type") : on,
				     "timer");
}

static const uint8_t *first_frame(bd_view *view, bd_table *table, const bd_json *param)
{
	const bd_json *fields = bd_json_find(param, "select", "fields", NULL);
	bd_column *column = bd_view_column(table, bd_json_string(bd_json_at(fields, 0), NULL));
	uint8_t *rows = BD_ARRAY(view->c->arena, table->rows, uint8_t);
	bd_value least = bd_v_null();
	for (size_t i = 0; column && i < table->rows; i++) {
		bd_value value = bd_column_value(column, i);
		if (bd_value_is_missing(least) ||
		    (!bd_value_is_missing(value) && bd_value_compare(value, least) < 0))
			least = value;
	}
	for (size_t i = 0; i < table->rows; i++)
		rows[i] = !column || bd_value_strict_equals(bd_column_value(column, i), least);
	return rows;
}

static const uint8_t *all_rows(bd_view *view, bd_table *table, bool all)
{
	uint8_t *rows = BD_ARRAY(view->c->arena, table->rows, uint8_t);
	memset(rows, all, table->rows);
	return rows;
}

static void unknown_param(bd_compiler *c, const bd_json *name)
{
	BD_LIST(const char *) known = { 0 };
	bd_each_member (param, c->params)
		bd_push(c->arena, &known, param->name);
	bd_unknown_name(c->env->diags, &name->place, BD_TERM_PARAM, bd_json_string(name, ""),
			known.items, known.count, sizeof *known.items);
}

/* {"param": …}: a selection, or a variable that is true or false. */
static const uint8_t *param_rows(bd_view *view, bd_table *table, const bd_json *predicate)
{
	bd_compiler *c = view->c;
	const bd_json *name = bd_json_get(predicate, "param");
	const bd_json *param = bd_json_get(c->params, bd_json_string(name, ""));
	if (!param) {
		if (name)
			unknown_param(c, name);
		return NULL;
	}
	if (!bd_json_get(param, "select")) {
		bd_value value = bd_v_null();
		c->names.find(c->names.user, bd_json_string(name, ""), &value);
		return all_rows(view, table, bd_value_to_bool(value));
	}
	if (bd_json_get(param, "value") && bd_json_get(param, "value")->kind != BD_JSON_NULL)
		return selected_rows(view, table, param);
	if (is_timer(param))
		return first_frame(view, table, param);
	return all_rows(view, table, bd_json_bool(bd_json_get(predicate, "empty"), true));
}

bool bd_predicate_has_param(const bd_json *predicate)
{
	const bd_json *item;
	if (bd_json_get(predicate, "param"))
		return true;
	bd_each (item, bd_json_get(predicate, "and"))
		if (bd_predicate_has_param(item))
			return true;
	bd_each (item, bd_json_get(predicate, "or"))
		if (bd_predicate_has_param(item))
			return true;
	return bd_json_get(predicate, "not") &&
	       bd_predicate_has_param(bd_json_get(predicate, "not"));
}

bool bd_predicate_has_timer(const bd_compiler *c, const bd_json *predicate)
{
	const char *name = bd_json_string(bd_json_get(predicate, "param"), NULL);
	return name && is_timer(bd_json_get(c->params, name));
}

/* A predicate with parameters in it, taken apart down to those. */
static const uint8_t *predicate_rows(bd_view *view, bd_table *table, const bd_json *predicate)
{
	bd_compiler *c = view->c;
	const bd_json *item, *all = bd_json_get(predicate, "and"),
			     *any = bd_json_get(predicate, "or");
	if (!bd_predicate_has_param(predicate)) {
		const bd_view *before = c->at;
		c->at = view;
		const uint8_t *plain = bd_predicate_rows(c->env, table, predicate, &c->names);
		c->at = before;
		return plain;
	}
	if (bd_json_get(predicate, "param"))
		return param_rows(view, table, predicate);
	uint8_t *rows = BD_ARRAY(c->arena, table->rows, uint8_t);
	memset(rows, all != NULL, table->rows);
	bd_each (item, all ? all : any) {
		const uint8_t *part = predicate_rows(view, table, item);
		for (size_t i = 0; part && i < table->rows; i++)
			rows[i] = all ? rows[i] && part[i] : rows[i] || part[i];
	}
	if (bd_json_get(predicate, "not")) {
		const uint8_t *part = predicate_rows(view, table, bd_json_get(predicate, "not"));
		for (size_t i = 0; part && i < table->rows; i++)
			rows[i] = !part[i];
	}
	return rows;
}

const uint8_t *bd_condition_rows(bd_view *view, bd_table *table, const bd_json *condition)
{
	const bd_json *test = bd_json_get(condition, "test");
	return test ? predicate_rows(view, table, test) : param_rows(view, table, condition);
}

bd_table *bd_filter_by_param(bd_view *view, bd_table *table, const bd_json *predicate)
{
	const uint8_t *rows = predicate_rows(view, table, predicate);
	uint32_t *picked = BD_ARRAY(view->c->arena, table->rows, uint32_t);
	size_t count = 0;
	if (!rows)
		return table;
	for (size_t i = 0; i < table->rows; i++)
		if (rows[i])
			picked[count++] = (uint32_t)i;
	return bd_table_pick(table, picked, count);
}
