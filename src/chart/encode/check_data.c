/* check_data.c - see check_data.h. */
#include "chart/encode/check_data.h"
#include "base/str.h"
#include "chart/encode/encode.h"

static const bd_place *place_in(const bd_json *from, const char *name)
{
	const bd_json *member = bd_json_get(from, name);
	return member ? &member->place : from ? &from->place : NULL;
}

/* A condition may name the field. */
static const bd_place *place_of(const bd_channel_def *def)
{
	return place_in(def->conditional_field ? def->conditional_field : def->json, "field");
}

/* --- formats --- */

/* A format of numbers that none can be written by. */
static void check_format(bd_view *unit, const bd_json *from)
{
	const bd_json *format = bd_json_get(from, "format"),
		      *type = bd_json_get(from, "formatType");
	bd_number_spec spec;
	if (!bd_json_is(format, BD_JSON_STRING) || (type && !bd_json_equals_string(type, "number")))
		return;
	if (!bd_number_spec_parse(format->string, &spec))
		bd_error(unit->c->env->diags, &format->place, BD_BAD_NUMBER_FORMAT, format->string);
}

static void check_formats(bd_view *unit, const bd_channel_def *def)
{
	static const char *const guides[] = { "axis", "legend", "header" };
	if (def->type != BD_QUANTITATIVE || def->unit || !def->json)
		return;
	check_format(unit, def->json);
	for (int i = 0; i < 3; i++)
		check_format(unit, bd_json_get(def->json, guides[i]));
}

/* --- sorting --- */

/* Whether a view, or one that shares its layers, encodes a channel. */
static bool is_encoded(const bd_view *unit, bd_channel channel)
{
	const bd_view *parent = unit->parent;
	if (unit->kind != BD_VIEW_UNIT || unit->channels[channel].json)
		return true;
	for (size_t i = 0; parent && parent->kind == BD_VIEW_LAYER && i < parent->child_count;
	     i++) {
		const bd_view *child = parent->children[i];
		if (child->kind != BD_VIEW_UNIT || child->channels[channel].json)
			return true;
	}
	return false;
}

/* "-y", or {"encoding": "y"}: the vocabulary has complained of what is no channel. */
static void check_sort_channel(bd_view *unit, const bd_json *said)
{
	const char *name = bd_json_string(said, "");
	bd_channel channel = bd_channel_find(*name == '-' ? name + 1 : name);
	if (channel < CH_COUNT && !is_encoded(unit, channel))
		bd_warning(unit->c->env->diags, &said->place, BD_SORT_CHANNEL,
			   bd_channel_name(channel));
}

static void check_sort(bd_view *unit, const bd_channel_def *def, bd_table *table)
{
	const bd_json *field = bd_json_get(def->sort, "field");
	const bd_json *op = bd_json_get(def->sort, "op");
	check_sort_channel(unit, bd_json_is(def->sort, BD_JSON_OBJECT)
					 ? bd_json_get(def->sort, "encoding")
					 : def->sort);
	if (bd_json_is(field, BD_JSON_STRING) && !bd_json_equals_string(op, "count"))
		bd_table_need(unit->c->env, table, field->string, &field->place);
}

/* --- columns --- */

static void check_kind(bd_view *unit, const bd_channel_def *def, bd_table *table, bd_column *column)
{
	bd_env *env = unit->c->env;
	if (def->aggregate)
		bd_check_summed(env, table, def->aggregate, def->field, place_of(def));
	else if (def->type == BD_QUANTITATIVE)
		bd_column_check(env, table, column, BD_AS_NUMBER, place_of(def));
	else if (def->type == BD_TEMPORAL)
		bd_column_check(env, table, column, BD_AS_DATE, place_of(def));
}

void bd_field_check_data(bd_view *unit, const bd_channel_def *def, bd_table *table)
{
	check_formats(unit, def);
	if (!table || !table->rows)
		return;
	bd_env *env = unit->c->env;
	check_sort(unit, def, table);
	if (def->arg_field)
		bd_table_need(env, table, def->arg_field,
			      place_in(bd_json_get(def->json, "aggregate"), def->aggregate));
	bd_column *column =
		def->field ? bd_table_need(env, table, def->field, place_of(def)) : NULL;
	if (column)
		check_kind(unit, def, table, column);
}
