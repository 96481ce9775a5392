#include "chart/check_data.h"

static const bd_place *place_of(const bd_channel_def *def)
{
	const bd_json *field = bd_json_get(def->json, "field");
	return field ? &field->place : def->json ? &def->json->place : NULL;
}

void bd_field_check_data(bd_view *unit, const bd_channel_def *def, bd_table *table)
{
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
