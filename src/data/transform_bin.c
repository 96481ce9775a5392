/* transform_bin.c - numbers into intervals. */
#include "data/fields.h"

#include "base/str.h"

static bool apply(bd_env *env, const bd_json *node, bd_table **table,
		  const bd_data_context *context)
{
	(void)context;
	const bd_json *as = bd_json_get(node, "as"), *field = bd_json_get(node, "field");
	const char *names[2] = { bd_json_string(bd_json_at(as, 0), bd_json_string(as, "bin")) };
	names[1] = bd_printf(env->arena, "%s_end", names[0]);
	bd_as_names(as, names, 2);
	if (!bd_table_need(env, *table, field->string, &field->place))
		return false;
	bd_bin_params params = bd_bin_params_read(env, bd_json_get(node, "bin"));
	return bd_bin(env, table, field->string, &params, names[0], names[1], NULL);
}

static const bd_field fields[] = { BD_FIELD_CHECKED("bin", &bd_type_bin, .required = true,
						    .doc = "true, or how the intervals are chosen.",
						    .example = "{ \"maxbins\": 5 }"),
				   BD_FIELD_CHECKED("field", &bd_type_string, .required = true,
						    .doc = "The column of numbers.",
						    .example = "\"tuổi\""),
				   BD_FIELD_CHECKED("as", &bd_type_names, .required = true,
						    .doc = "Names of the interval's start and end.",
						    .example = "[\"từ\", \"đến\"]"),
				   BD_FIELDS_END };
static const bd_object_type type = {
	"binTransform", "Numbers into intervals.", 0, fields, false, NULL, NULL
};
const bd_transform_type bd_transform_bin = { "bin", &type, apply };
