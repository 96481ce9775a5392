/* transform_joinaggregate.c - a group's values beside each of its rows. */
#include "data/fields.h"

static bool apply(bd_env *env, const bd_json *node, bd_table **table,
		  const bd_data_context *context)
{
	(void)context;
	size_t count, groups;
	const bd_aggregation *ops =
		bd_aggregations_of(env, bd_json_get(node, "joinaggregate"), &count);
	const char *const *groupby = bd_names_of(env, bd_json_get(node, "groupby"), &groups);
	if (!ops)
		return false;
	*table = bd_join_aggregate(env, *table, groupby, groups, ops, count);
	return true;
}

static const bd_field fields[] = {
	BD_FIELD_CHECKED("joinaggregate", &bd_type_aggregations, .required = true,
			 .doc = "What is worked out for each group and put beside its rows.",
			 .example = "[{ \"op\": \"sum\", \"field\": \"tấn\", \"as\": \"tổng\" }]"),
	BD_FIELD_CHECKED("groupby", &bd_type_names,
			 .doc = "Columns whose values make a group; none: one group of all.",
			 .example = "[\"năm\"]"),
	BD_FIELDS_END
};
static const bd_object_type type = { .name = "joinAggregateTransform",
				     .doc = "A group's values beside each of its rows.",
				     .fields = fields };
const bd_transform_type bd_transform_joinaggregate = { "joinaggregate", &type, apply };
