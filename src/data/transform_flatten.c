/* transform_flatten.c - arrays into rows: a row for each item of the arrays in some columns. */
#include "data/fields.h"

#include "base/limits.h"

static uint32_t items_in(bd_value v)
{
	return v.kind == BD_V_ARRAY ? v.length : 0;
}

/* The items of the longest array in each row, and their sum. */
static double count_items(bd_column *const *columns, size_t count, size_t rows, uint32_t *most)
{
	double total = 0;
	for (size_t i = 0; i < rows; i++) {
		for (size_t f = 0; f < count; f++) {
			uint32_t items = items_in(bd_column_value(columns[f], i));
			most[i] = items > most[i] ? items : most[i];
		}
		total += most[i];
	}
	return total;
}

static bool apply(bd_env *env, const bd_json *node, bd_table **table,
		  const bd_data_context *context)
{
	(void)context;
	const bd_json *list = bd_json_get(node, "flatten");
	size_t count, rows = (*table)->rows, at = 0;
	const char *const *paths = bd_names_of(env, list, &count);
	const char **as = BD_ARRAY(env->arena, count + 1, const char *);
	bd_column **columns = BD_ARRAY(env->arena, count, bd_column *);
	for (size_t f = 0; f < count; f++) {
		as[f] = bd_path_name(env->arena, paths[f]);
		columns[f] = bd_table_need(env, *table, paths[f], &list->place);
		if (!columns[f])
			return false;
	}
	bd_as_names(bd_json_get(node, "as"), as, count);
	uint32_t *most = BD_ARRAY(env->scratch, rows, uint32_t);
	double wanted = count_items(columns, count, rows, most);
	if (wanted > BD_MAX_ROWS) {
		bd_error(env->diags, &node->place, BD_TOO_MANY_ROWS,
			 bd_number_text(env->arena, BD_MAX_ROWS));
		return false;
	}
	size_t total = (size_t)wanted;
	uint32_t *picked = BD_ARRAY(env->arena, total, uint32_t);
	bd_value *values = BD_ARRAY(env->arena, total * count, bd_value);
	for (size_t i = 0; i < rows; i++)
		for (uint32_t k = 0; k < most[i]; k++, at++) {
			picked[at] = (uint32_t)i;
			for (size_t f = 0; f < count; f++) {
				bd_value array = bd_column_value(columns[f], i);
				values[f * total + at] =
					k < items_in(array) ? array.items[k] : bd_v_null();
			}
		}
	bd_table *out = bd_table_pick(*table, picked, total);
	for (size_t f = 0; f < count; f++)
		bd_table_set(out,
			     bd_column_new_values(env->arena, as[f], values + f * total, total));
	*table = out;
	return true;
}

static const bd_field fields[] = {
	BD_FIELD_CHECKED("flatten", &bd_type_names, .required = true,
			 .doc = "Columns that hold arrays; their items are taken side by side.",
			 .example = "[\"thành viên\"]"),
	BD_FIELD_CHECKED("as", &bd_type_names,
			 .doc = "Names for the items; the columns' own unless "
				"given.",
			 .example = "[\"người\"]"),
	BD_FIELDS_END
};
static const bd_object_type type = { .name = "flattenTransform",
				     .doc = "Arrays into rows.",
				     .fields = fields };
const bd_transform_type bd_transform_flatten = { "flatten", &type, apply };
