/* transform_extent.c - the least and largest value of a column, as a parameter for later
 * transforms. The rows stay as they are. */
#include "data/fields.h"

#include <math.h>

static bool apply(bd_env *env, const bd_json *node, bd_table **table,
		  const bd_data_context *context)
{
	const bd_json *field = bd_json_get(node, "extent");
	bd_column *c = bd_table_need(env, *table, field->string, &field->place);
	if (!c)
		return false;
	const double *numbers = bd_column_numbers(env->arena, c);
	double low = INFINITY, high = -INFINITY;
	for (size_t i = 0; i < c->rows; i++) {
		if (numbers[i] < low)
			low = numbers[i];
		if (numbers[i] > high)
			high = numbers[i];
	}
	bd_value *ends = BD_ARRAY(env->arena, 2, bd_value);
	ends[0] = low <= high ? bd_v_number(low) : bd_v_undefined();
	ends[1] = low <= high ? bd_v_number(high) : bd_v_undefined();
	bd_datasets_set_param(context->datasets, bd_json_get(node, "param")->string,
			      (bd_value){ .kind = BD_V_ARRAY, .length = 2, .items = ends });
	return true;
}

static const bd_field fields[] = { BD_FIELD_CHECKED("extent", &bd_type_string, .required = true,
						    .doc = "The column.", .example = "\"tuổi\""),
				   BD_FIELD_CHECKED(
					   "param", &bd_type_string, .required = true,
					   .doc = "The parameter's name: an array of the two.",
					   .example = "\"khoảng\""),
				   BD_FIELDS_END };
static const bd_object_type type = { .name = "extentTransform",
				     .doc = "The least and largest value, as a parameter.",
				     .fields = fields };
const bd_transform_type bd_transform_extent = { "extent", &type, apply };
