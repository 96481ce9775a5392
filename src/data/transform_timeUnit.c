/* transform_timeUnit.c - dates to the beginning of their year, month, weekday … */
#include "data/fields.h"

#include "base/str.h"

static bool apply(bd_env *env, const bd_json *node, bd_table **table,
		  const bd_data_context *context)
{
	(void)context;
	const bd_json *field = bd_json_get(node, "field");
	const char *as = bd_json_string(bd_json_get(node, "as"), "");
	bd_time_unit_params params;
	if (!bd_time_unit_read(env, bd_json_get(node, "timeUnit"), &params) ||
	    !bd_table_need(env, *table, field->string, &field->place))
		return false;
	return bd_time_unit_apply(env, table, field->string, &params, as,
				  bd_printf(env->arena, "%s_end", as));
}

static const bd_field fields[] = {
	BD_FIELD_CHECKED("timeUnit", &bd_type_time_unit, .required = true,
			 .doc = "The units that stay.", .example = "\"yearmonth\""),
	BD_FIELD_CHECKED("field", &bd_type_string, .required = true, .doc = "The column of dates.",
			 .example = "\"ngày\""),
	BD_FIELD_CHECKED("as", &bd_type_string, .required = true,
			 .doc = "The name of the new column.", .example = "\"tháng\""),
	BD_FIELDS_END
};
static const bd_object_type type = {
	.name = "timeUnitTransform",
	.doc = "Dates to the beginning of their year, month, weekday …",
	.fields = fields
};
const bd_transform_type bd_transform_timeUnit = { "timeUnit", &type, apply };
