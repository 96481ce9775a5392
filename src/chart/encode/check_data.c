#include "chart/encode/check_data.h"

static const bd_place *place_of(const bd_channel_def *def)
{
	const bd_json *field = bd_json_get(def->json, "field");
	return field ? &field->place : def->json ? &def->json->place : NULL;
}

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

void bd_field_check_data(bd_view *unit, const bd_channel_def *def, bd_table *table)
{
	check_formats(unit, def);
	if (!def->field || def->arg_field || !table || !table->rows)
		return;
	bd_env *env = unit->c->env;
	bd_column *column = bd_table_need(env, table, def->field, place_of(def));
	if (!column || def->aggregate)
		return;
	if (def->type == BD_QUANTITATIVE)
		bd_column_check(env, table, column, BD_AS_NUMBER, place_of(def));
	else if (def->type == BD_TEMPORAL)
		bd_column_check(env, table, column, BD_AS_DATE, place_of(def));
}
