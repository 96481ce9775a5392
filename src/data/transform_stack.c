/* transform_stack.c - values on top of each other within groups. */
#include "data/fields.h"

#include "base/str.h"

static const bd_choice offsets[] = { { "zero", "From zero; negative values go down." },
				     { "normalize", "Each group is 1 in all." },
				     { "center", "Around the middle." },
				     { NULL, NULL } };
static const bd_type type_offset = { .kind = BD_T_CHOICE, .size = sizeof(int), .choices = offsets };

static bool apply(bd_env *env, const bd_json *node, bd_table **table,
		  const bd_data_context *context)
{
	(void)context;
	const bd_json *as = bd_json_get(node, "as"), *offset = bd_json_get(node, "offset");
	const bd_json *field = bd_json_get(node, "stack");
	const char *names[2] = { bd_json_string(bd_json_at(as, 0), bd_json_string(as, "stack")) };
	names[1] = bd_printf(env->arena, "%s_end", names[0]);
	bd_as_names(as, names, 2);
	size_t groups, sorts;
	const char *const *groupby = bd_names_of(env, bd_json_get(node, "groupby"), &groups);
	const bd_sort_key *sort = bd_sort_keys_of(env, bd_json_get(node, "sort"), &sorts);
	bd_stack_offset how = bd_json_equals_string(offset, "normalize") ? BD_STACK_NORMALIZE
			      : bd_json_equals_string(offset, "center")  ? BD_STACK_CENTER
									 : BD_STACK_ZERO;
	if (!bd_table_need(env, *table, field->string, &field->place))
		return false;
	return bd_stack(env, table, field->string, groupby, groups, sort, sorts, how, names[0],
			names[1]);
}

static const bd_field fields[] = {
	BD_FIELD_CHECKED("stack", &bd_type_string, .required = true,
			 .doc = "The column of numbers that are stacked.", .example = "\"tấn\""),
	BD_FIELD_CHECKED("groupby", &bd_type_names, .required = true,
			 .doc = "Columns whose values make one stack.", .example = "[\"năm\"]"),
	BD_FIELD_CHECKED("offset", &type_offset, .doc = "Where a stack begins.",
			 .example = "\"normalize\""),
	BD_FIELD_CHECKED("sort", &bd_type_sort_keys, .doc = "The order within a stack.",
			 .example = "[{ \"field\": \"tỉnh\" }]"),
	BD_FIELD_CHECKED("as", &bd_type_names, .required = true,
			 .doc = "Names of where each value begins and ends.",
			 .example = "[\"từ\", \"đến\"]"),
	BD_FIELDS_END
};
static const bd_object_type type = {
	"stackTransform", "Values on top of each other within groups.", 0, fields, false, NULL, NULL
};
const bd_transform_type bd_transform_stack = { "stack", &type, apply };
