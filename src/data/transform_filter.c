/* transform_filter.c - rows that fulfil a condition. */
#include "data/fields.h"

static bool apply(bd_env *env, const bd_json *node, bd_table **table,
		  const bd_data_context *context)
{
	return bd_filter(env, table, bd_json_get(node, "filter"), context->names);
}

static const bd_field fields[] = { BD_FIELD_CHECKED("filter", &bd_type_predicate, .required = true,
						    .doc = "The condition under which a row stays.",
						    .example = "\"datum.năm > 2015\""),
				   BD_FIELDS_END };
static const bd_object_type type = {
	"filterTransform", "Rows that fulfil a condition.", 0, fields, false, NULL, NULL
};
const bd_transform_type bd_transform_filter = { "filter", &type, apply };
