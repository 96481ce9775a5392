#include "data/fields.h"

#include "base/str.h"
#include <math.h>
#include <string.h>

static const bd_choice op_choices[] = {
#define AGGREGATE(id, name, doc) { name, doc },
#include "data/aggregates.def"
#undef AGGREGATE
	{ "average", "As mean." },
	{ NULL, NULL },
};
const bd_type bd_type_aggregate_op = { .kind = BD_T_CHOICE,
				       .name = "aggregateOp",
				       .size = sizeof(int),
				       .choices = op_choices,
				       .doc = "How values are made one." };

static const bd_field aggregation_fields[] = {
	BD_FIELD_CHECKED("op", &bd_type_aggregate_op, .required = true, .doc = "The operation.",
			 .example = "\"sum\""),
	BD_FIELD_CHECKED("field", &bd_type_string, .doc = "The column; count needs none.",
			 .example = "\"giá trị\""),
	BD_FIELD_CHECKED("as", &bd_type_string, .doc = "The name of the new column.",
			 .example = "\"tổng\""),
	BD_FIELDS_END
};
static const bd_object_type aggregation_type = {
	"aggregation", "One aggregate.", 0, aggregation_fields, false, NULL, NULL
};
static const bd_type type_aggregation = { .kind = BD_T_OBJECT,
					  .name = "aggregation",
					  .size = sizeof(void *),
					  .object = &aggregation_type };
const bd_type bd_type_aggregations = { .kind = BD_T_ARRAY,
				       .item = &type_aggregation,
				       .doc = "Aggregates, each a new column." };

static const bd_choice order_choices[] = { { "ascending", "From the smallest." },
					   { "descending", "From the largest." },
					   { NULL, NULL } };
static const bd_type type_order = { .kind = BD_T_CHOICE,
				    .size = sizeof(int),
				    .choices = order_choices };
static const bd_field sort_fields[] = {
	BD_FIELD_CHECKED("field", &bd_type_string, .required = true, .doc = "The column.",
			 .example = "\"năm\""),
	BD_FIELD_CHECKED("order", &type_order, .doc = "Ascending (the default) or descending.",
			 .example = "\"descending\""),
	BD_FIELDS_END
};
static const bd_object_type sort_type = { .name = "sortKey",
					  .doc = "A column to sort by.",
					  .fields = sort_fields };
static const bd_type type_sort_key = {
	.kind = BD_T_OBJECT, .name = "sortKey", .size = sizeof(void *), .object = &sort_type
};
const bd_type bd_type_sort_keys = { .kind = BD_T_ARRAY,
				    .item = &type_sort_key,
				    .or_one = true,
				    .doc = "Columns to sort by, the first before the others." };

const bd_type bd_type_predicate = { .kind = BD_T_ANY,
				    .name = "predicate",
				    .doc = "An expression, or {field, equal …}, {and: […]} …" };
const bd_type bd_type_bin = { .kind = BD_T_ANY,
			      .name = "bin",
			      .doc = "true, or an object: maxbins, step, nice, extent …" };
const bd_type bd_type_time_unit = {
	.kind = BD_T_ANY,
	.name = "timeUnit",
	.doc = "A unit (\"yearmonth\"), or {unit, step, utc, maxbins}."
};
const bd_type bd_type_frame = { .kind = BD_T_ANY,
				.name = "frame",
				.doc = "[rows before, rows after]; null for all." };
const bd_type bd_type_values = { .kind = BD_T_ANY, .name = "values", .doc = "Values." };

const bd_type bd_type_names = {
	.kind = BD_T_ARRAY, .item = &bd_type_string, .or_one = true, .doc = "Names, or one."
};

const char *const *bd_names_of(bd_env *env, const bd_json *node, size_t *count)
{
	*count = 0;
	size_t room = bd_json_is(node, BD_JSON_ARRAY) ? node->count : 1;
	const char **names = BD_ARRAY(env->arena, room + 1, const char *);
	if (bd_json_is(node, BD_JSON_STRING))
		names[(*count)++] = node->string;
	const bd_json *item;
	bd_each (item, node)
		if (bd_json_is(item, BD_JSON_STRING))
			names[(*count)++] = item->string;
	return names;
}

void bd_as_names(const bd_json *as, const char **names, size_t count)
{
	if (bd_json_is(as, BD_JSON_STRING))
		names[0] = as->string;
	for (size_t i = 0; i < count; i++)
		names[i] = bd_json_string(bd_json_at(as, i), names[i]);
}

bd_sort_key *bd_sort_keys_of(bd_env *env, const bd_json *node, size_t *count)
{
	bool list = bd_json_is(node, BD_JSON_ARRAY);
	size_t room = list ? node->count : node ? 1 : 0;
	bd_sort_key *keys = BD_ARRAY(env->arena, room, bd_sort_key);
	*count = 0;
	for (size_t i = 0; i < room; i++) {
		const bd_json *key = list ? node->items[i] : node;
		const char *field = bd_json_string(bd_json_get(key, "field"), NULL);
		const bd_json *order = bd_json_get(key, "order");
		if (field)
			keys[(*count)++] =
				(bd_sort_key){ field, bd_json_equals_string(order, "descending") };
	}
	return keys;
}

bd_aggregation *bd_aggregations_of(bd_env *env, const bd_json *node, size_t *count)
{
	*count = bd_json_is(node, BD_JSON_ARRAY) ? node->count : 0;
	bd_aggregation *out = BD_ARRAY(env->arena, *count, bd_aggregation);
	for (size_t i = 0; i < *count; i++) {
		const bd_json *item = node->items[i];
		const char *name = bd_json_string(bd_json_get(item, "op"), "");
		const char *field = bd_json_string(bd_json_get(item, "field"), NULL);
		int op = bd_aggregate_op_find(name);
		if (op < 0)
			return NULL; /* the field table has complained */
		const char *as = bd_json_string(bd_json_get(item, "as"), NULL);
		if (!as)
			as = field ? bd_printf(env->arena, "%s_%s", name, field) : name;
		out[i] = (bd_aggregation){ .op = (bd_aggregate_op)op, .field = field, .as = as };
	}
	return out;
}

void bd_frame_of(const bd_json *node, double frame[2], const double otherwise[2])
{
	for (size_t i = 0; i < 2; i++)
		frame[i] = bd_json_is(node, BD_JSON_ARRAY)
				   ? bd_json_number(bd_json_at(node, i), NAN)
				   : otherwise[i];
}
