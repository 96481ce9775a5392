/* transform_aggregate.c - a row per group. */
#include "data/fields.h"

static bool apply(bd_env *env, const bd_json *node, bd_table **table,
		  const bd_data_context *context)
{
	(void)context;
	size_t count, groups;
	const bd_aggregation *ops = bd_aggregations_of(env, bd_json_get(node, "aggregate"), &count);
	const char *const *groupby = bd_names_of(env, bd_json_get(node, "groupby"), &groups);
	if (!ops)
		return false;
	*table = bd_aggregate(env, *table, groupby, groups, ops, count);
	return true;
}

static const bd_field fields[] = {
	BD_FIELD_CHECKED("aggregate", &bd_type_aggregations, .required = true,
			 .doc = "What is worked out for each group.",
			 .example = "[{ \"op\": \"sum\", \"field\": \"tấn\", \"as\": \"tổng\" }]"),
	BD_FIELD_CHECKED("groupby", &bd_type_names,
			 .doc = "Columns whose values make a group; none: one group of all.",
			 .example = "[\"năm\"]"),
	BD_FIELDS_END
};
static const bd_object_type type = {
	"aggregateTransform", "A row per group.", 0, fields, false, NULL, NULL
};
const bd_transform_type bd_transform_aggregate = { "aggregate", &type, apply };
