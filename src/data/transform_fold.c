/* transform_fold.c - columns into rows: a row for each of some columns, with its name and value. */
#include "data/fields.h"

#include "base/limits.h"

static bool apply(bd_env *env, const bd_json *node, bd_table **table,
		  const bd_data_context *context)
{
	(void)context;
	const bd_json *list = bd_json_get(node, "fold");
	const char *as[2] = { "key", "value" };
	size_t count, rows = (*table)->rows;
	const char *const *paths = bd_names_of(env, list, &count);
	bd_as_names(bd_json_get(node, "as"), as, 2);
	if (rows * count > BD_MAX_ROWS) {
		bd_error(env->diags, &node->place, BD_TOO_MANY_ROWS,
			 bd_number_text(env->arena, BD_MAX_ROWS));
		return false;
	}
	uint32_t *picked = BD_ARRAY(env->arena, rows * count, uint32_t);
	bd_value *keys = BD_ARRAY(env->arena, rows * count, bd_value);
	bd_value *values = BD_ARRAY(env->arena, rows * count, bd_value);
	for (size_t f = 0; f < count; f++) {
		const bd_column *c = bd_table_need(env, *table, paths[f], &list->place);
		if (!c)
			return false;
		bd_value name = bd_v_string(bd_path_name(env->arena, paths[f]));
		for (size_t i = 0; i < rows; i++) {
			picked[i * count + f] = (uint32_t)i;
			keys[i * count + f] = name;
			values[i * count + f] = bd_column_value(c, i);
		}
	}
	bd_table *out = bd_table_pick(*table, picked, rows * count);
	bd_table_set(out, bd_column_new_values(env->arena, as[0], keys, rows * count));
	bd_table_set(out, bd_column_new_values(env->arena, as[1], values, rows * count));
	*table = out;
	return true;
}

static const bd_field fields[] = {
	BD_FIELD_CHECKED("fold", &bd_type_names, .required = true,
			 .doc = "The columns that become rows.", .example = "[\"nam\", \"nữ\"]"),
	BD_FIELD_CHECKED("as", &bd_type_names,
			 .doc = "Names for the column's name and its value: key and value unless "
				"given.",
			 .example = "[\"giới\", \"số người\"]"),
	BD_FIELDS_END
};
static const bd_object_type type = { .name = "foldTransform",
				     .doc = "Columns into rows, with their names and values.",
				     .fields = fields };
const bd_transform_type bd_transform_fold = { "fold", &type, apply };
