/* transform_pivot.c - rows into columns: a column for each value of one column, and a row for each
 * group. */
#include "data/aggregate.h"
#include "data/fields.h"

#include <math.h>

enum { MOST_COLUMNS = 2000 };

/* The value where the row's key is this one; else nothing that counts. */
static bd_column *values_of_key(bd_env *env, bd_column *value, const bd_codes *codes, uint32_t key,
				bool count)
{
	bd_value *values = BD_ARRAY(env->arena, value->rows, bd_value);
	for (size_t i = 0; i < value->rows; i++)
		values[i] = codes->of_row[i] != key ? bd_v_null()
			    : count                 ? bd_v_number(1)
						    : bd_column_value(value, i);
	return bd_column_new_values(env->arena, "\1pivot", values, value->rows);
}

/* The row that first has each key, in the order of the keys. */
static uint32_t *sorted_keys(bd_env *env, bd_table *table, const char *field, const bd_codes *codes)
{
	uint32_t *first = BD_ARRAY(env->arena, codes->count, uint32_t);
	size_t seen = 0;
	for (size_t i = 0; i < table->rows && seen < codes->count; i++)
		if (codes->of_row[i] == seen)
			first[seen++] = (uint32_t)i;
	const bd_sort_key by = { field, false };
	return bd_sort_rows(env, table, &by, 1, first, codes->count);
}

static bool pivot(bd_env *env, bd_table **table, const char *field, bd_column *value,
		  bd_aggregate_op op, double limit, const char *const *groupby, size_t groups)
{
	bd_column *keys = bd_table_field(*table, field);
	bd_codes codes = bd_column_codes(env->arena, keys);
	const uint32_t *first = sorted_keys(env, *table, field, &codes);
	size_t count = limit > 0 && limit < (double)codes.count ? (size_t)limit : codes.count;
	bd_groups by = bd_group_rows(env, *table, groupby, groups);
	bd_table *out = bd_aggregate(env, *table, groupby, groups, NULL, 0);
	for (size_t k = 0; k < count && k < MOST_COLUMNS; k++) {
		bd_table *work = bd_table_copy(*table);
		bd_table_set(work, values_of_key(env, value, &codes, codes.of_row[first[k]],
						 op == BD_OP_COUNT));
		const bd_aggregation a = { .op = op == BD_OP_COUNT ? BD_OP_VALID : op,
					   .field = "\1pivot",
					   .as = bd_value_to_string(
						   env->arena, bd_column_value(keys, first[k])) };
		bd_column *c = bd_aggregate_column(env, work, &by, &a);
		c->name = a.as;
		bd_table_set(out, c);
	}
	*table = out;
	return true;
}

static bool apply(bd_env *env, const bd_json *node, bd_table **table,
		  const bd_data_context *context)
{
	(void)context;
	const bd_json *field = bd_json_get(node, "pivot"), *value = bd_json_get(node, "value");
	size_t groups;
	const char *const *groupby = bd_names_of(env, bd_json_get(node, "groupby"), &groups);
	int op = bd_aggregate_op_find(bd_json_string(bd_json_get(node, "op"), "sum"));
	double limit = bd_json_number(bd_json_get(node, "limit"), 0);
	bd_column *c = bd_table_need(env, *table, value->string, &value->place);
	if (!bd_table_need(env, *table, field->string, &field->place) || !c || op < 0)
		return false;
	return pivot(env, table, field->string, c, (bd_aggregate_op)op, limit, groupby, groups);
}

static const bd_field fields[] = {
	BD_FIELD_CHECKED("pivot", &bd_type_string, .required = true,
			 .doc = "The column whose values become columns.", .example = "\"giới\""),
	BD_FIELD_CHECKED("value", &bd_type_string, .required = true,
			 .doc = "The column whose values fill them.", .example = "\"số người\""),
	BD_FIELD_CHECKED("groupby", &bd_type_names, .doc = "Columns whose values make a row.",
			 .example = "[\"năm\"]"),
	BD_FIELD_CHECKED("limit", &bd_type_number, .min = 0, .max = 1e6,
			 .doc = "The most columns; 0: no limit.", .example = "5"),
	BD_FIELD_CHECKED("op", &bd_type_aggregate_op,
			 .doc = "How several values of one cell are made one; sum unless given.",
			 .example = "\"mean\""),
	BD_FIELDS_END
};
static const bd_object_type type = { .name = "pivotTransform",
				     .doc = "Rows into columns.",
				     .fields = fields };
const bd_transform_type bd_transform_pivot = { "pivot", &type, apply };
