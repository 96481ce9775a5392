/* transform_calculate.c - a column worked out from the others. */
#include "data/fields.h"

static bool apply(bd_env *env, const bd_json *node, bd_table **table,
		  const bd_data_context *context)
{
	const bd_json *text = bd_json_get(node, "calculate");
	const char *as = bd_json_string(bd_json_get(node, "as"), "");
	return bd_calculate(env, table, text->string, &text->place, as, context->names);
}

static const bd_field fields[] = {
	BD_FIELD_CHECKED("calculate", &bd_type_string, .required = true,
			 .doc = "An expression over the row: `datum.name`.",
			 .example = "\"datum.tấn * 1000\""),
	BD_FIELD_CHECKED("as", &bd_type_string, .required = true,
			 .doc = "The name of the new column.", .example = "\"kg\""),
	BD_FIELDS_END
};
static const bd_object_type type = {
	"calculateTransform", "A column worked out from the others.", 0, fields, false, NULL, NULL
};
const bd_transform_type bd_transform_calculate = { "calculate", &type, apply };
