/* transform_lookup.c - columns from another table, found by a key. Keys are compared as text, as
 * Vega does: the number 24 finds the text "24". Of equal keys the last one counts. */
#include "data/check.h"
#include "data/fields.h"

#include "data/group.h"
#include <string.h>

/* A column's values as text, so that keys of two files agree. */
static bd_column *as_text(bd_env *env, const bd_column *c)
{
	bd_value *values = BD_ARRAY(env->arena, c->rows, bd_value);
	for (size_t i = 0; i < c->rows; i++) {
		bd_value v = bd_column_value(c, i);
		if (v.kind == BD_V_DATE)
			v.kind = BD_V_NUMBER;
		values[i] =
			v.kind == BD_V_STRING ? v : bd_v_string(bd_value_to_string(env->arena, v));
	}
	return bd_column_new_values(env->arena, "", values, c->rows);
}

/* For each row of `keys` the row of `in` with the same key; UINT32_MAX for none. */
static uint32_t *matches(bd_env *env, const bd_column *keys, const bd_column *in)
{
	bd_column *a = as_text(env, in), *b = as_text(env, keys);
	size_t rows = a->rows + b->rows;
	bd_value *both = BD_ARRAY(env->arena, rows, bd_value);
	if (a->rows)
		memcpy(both, a->values, a->rows * sizeof *both);
	if (b->rows)
		memcpy(both + a->rows, b->values, b->rows * sizeof *both);
	bd_column joined = { .kind = BD_COLUMN_TEXT, .values = both, .rows = rows };
	bd_codes codes = bd_column_codes(env->arena, &joined);
	uint32_t *row_of = BD_ARRAY(env->scratch, codes.count, uint32_t);
	uint32_t *found = BD_ARRAY(env->arena, b->rows, uint32_t);
	memset(row_of, 0xFF, codes.count * sizeof *row_of);
	for (size_t i = 0; i < a->rows; i++)
		row_of[codes.of_row[i]] = (uint32_t)i;
	for (size_t i = 0; i < b->rows; i++)
		found[i] = row_of[codes.of_row[a->rows + i]];
	return found;
}

static void add_column(bd_env *env, bd_table *out, const char *as, bd_table *from, const char *path,
		       const uint32_t *found, bd_value missing)
{
	const bd_column *c = path ? bd_table_field(from, path) : NULL;
	bd_value *values = BD_ARRAY(env->arena, out->rows, bd_value);
	for (size_t i = 0; i < out->rows; i++)
		values[i] = found[i] == UINT32_MAX ? missing
			    : c                    ? bd_column_value(c, found[i])
						   : bd_table_row(from, found[i]);
	bd_table_set(out, bd_column_new_values(env->arena, as, values, out->rows));
}

static bool is_nowhere(const uint32_t *found, size_t rows)
{
	for (size_t i = 0; i < rows; i++)
		if (found[i] != UINT32_MAX)
			return false;
	return rows > 0;
}

static bool apply(bd_env *env, const bd_json *node, bd_table **table,
		  const bd_data_context *context)
{
	const bd_json *lookup = bd_json_get(node, "lookup"), *from = bd_json_get(node, "from");
	const bd_json *key = bd_json_get(from, "key"), *list = bd_json_get(from, "fields");
	const bd_json *as = bd_json_get(node, "as"), *otherwise = bd_json_get(node, "default");
	const bd_json *param = bd_json_get(from, "param");
	if ((param || bd_json_get(from, "selection")) && !context->selected) {
		*table = bd_table_copy(*table);
		bd_transform_promise(node, *table);
		bd_table_promise(*table, bd_json_string(param, ""));
		return true;
	}
	bd_table *other = param ? context->selected
				: bd_data_read(env, bd_json_get(from, "data"), context->datasets,
					       context->reading);
	size_t count;
	const char *const *paths = bd_names_of(env, list, &count);
	bd_column *mine = bd_table_need(env, *table, lookup->string, &lookup->place);
	if (!key)
		bd_error(env->diags, &from->place, BD_MISSING_FIELD, "key");
	bd_column *theirs =
		key ? bd_table_need(env, other, bd_json_string(key, ""), &key->place) : NULL;
	if (!mine || !theirs)
		return false;
	const uint32_t *found = matches(env, mine, theirs);
	if (is_nowhere(found, mine->rows))
		bd_warning(env->diags, &lookup->place, BD_NONE_FOUND, lookup->string,
			   bd_json_string(key, ""));
	if (!count && !as)
		bd_warning(env->diags, &from->place, BD_MISSING_FIELD, "fields");
	bd_value missing = otherwise ? bd_json_value(env->arena, otherwise) : bd_v_null();
	const char **names = BD_ARRAY(env->arena, count + 1, const char *);
	for (size_t i = 0; i < count; i++)
		names[i] = bd_path_name(env->arena, paths[i]);
	names[count] = count ? NULL : bd_json_string(param, NULL); /* whole rows, by its name */
	bd_as_names(as, names, count ? count : 1);
	bd_table *out = bd_table_copy(*table);
	for (size_t i = 0; i < count; i++) {
		if (!bd_table_need(env, other, paths[i], &list->place))
			return false;
		add_column(env, out, names[i], other, paths[i], found, missing);
	}
	if (!count && names[0])
		add_column(env, out, names[0], other, NULL, found, missing);
	*table = out;
	return true;
}

static const bd_type type_data = { .kind = BD_T_ANY,
				   .name = "object",
				   .schema = "\"type\":\"object\"",
				   .size = sizeof(void *),
				   .doc = "A data object: url, values or name." };
static const bd_field from_fields[] = {
	BD_FIELD_CHECKED("data", &type_data, .doc = "The other table.",
			 .example = "{ \"url\": \"data/tinh.csv\" }"),
	BD_FIELD_CHECKED("key", &bd_type_string, .doc = "Its column of keys.", .example = "\"mã\""),
	BD_FIELD_CHECKED("fields", &bd_type_names, .doc = "Columns that are taken from it.",
			 .example = "[\"dân số\"]"),
	BD_FIELD_CHECKED("param", &bd_type_string, .doc = "A selection: nothing is selected.",
			 .example = "\"chọn\""),
	BD_FIELDS_END
};
static const bd_object_type from_object = { .name = "lookupFrom",
					    .doc = "Where a lookup looks.",
					    .fields = from_fields };
static const bd_type type_from = {
	.kind = BD_T_OBJECT, .name = "lookupFrom", .size = sizeof(void *), .object = &from_object
};
static const bd_field fields[] = {
	BD_FIELD_CHECKED("lookup", &bd_type_string, .required = true,
			 .doc = "The column whose values are looked up.", .example = "\"mã tỉnh\""),
	BD_FIELD_CHECKED("from", &type_from, .required = true,
			 .doc = "The other table, its key and the columns wanted.",
			 .example = "{ \"data\": { \"url\": \"data/tinh.csv\" }, \"key\": \"mã\", "
				    "\"fields\": [\"dân số\"] }"),
	BD_FIELD_CHECKED("as", &bd_type_names,
			 .doc = "Names for the columns; without `fields`, for "
				"the whole row.",
			 .example = "[\"dân số\"]"),
	BD_FIELD_CHECKED("default", &bd_type_values,
			 .doc = "The value where no key agrees; null "
				"unless given.",
			 .example = "0"),
	BD_FIELDS_END
};
static const bd_object_type type = { .name = "lookupTransform",
				     .doc = "Columns from another table, found by a key.",
				     .fields = fields };
const bd_transform_type bd_transform_lookup = { "lookup", &type, apply };
