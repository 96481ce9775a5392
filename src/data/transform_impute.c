/* transform_impute.c - rows and values that are missing. */
#include "data/fields.h"

#include "base/limits.h"
#include <math.h>
#include <string.h>

static const bd_choice methods[] = {
	{ "value", "The given value." },  { "mean", "The mean." },
	{ "median", "The median." },      { "max", "The largest value." },
	{ "min", "The smallest value." }, { NULL, NULL }
};
static const bd_type type_method = { .kind = BD_T_CHOICE, .size = sizeof(int), .choices = methods };

/* keyvals: a list, or {start, stop, step}. */
static bool read_keyvals(bd_env *env, const bd_json *node, bd_impute_params *p)
{
	if (!bd_json_is(node, BD_JSON_OBJECT)) {
		bd_value list = bd_json_value(env->arena, node);
		p->keyvals = list.kind == BD_V_ARRAY ? list.items : NULL;
		p->keyval_count = list.kind == BD_V_ARRAY ? list.length : 0;
		return true;
	}
	double start = bd_json_number(bd_json_get(node, "start"), 0);
	double stop = bd_json_number(bd_json_get(node, "stop"), 0);
	double step = bd_json_number(bd_json_get(node, "step"), 1);
	double wanted = ceil((stop - start) / step);
	if (!(wanted <= 1e6)) {
		bd_error(env->diags, &node->place, BD_TOO_MANY_ROWS, "1000000");
		return false;
	}
	p->keyval_count = wanted > 0 ? (size_t)wanted : 0;
	bd_value *values = BD_ARRAY(env->arena, p->keyval_count, bd_value);
	for (size_t i = 0; i < p->keyval_count; i++)
		values[i] = bd_v_number(start + (double)i * step);
	p->keyvals = values;
	return true;
}

bool bd_impute_params_read(bd_env *env, const bd_json *node, bd_impute_params *p)
{
	static const double everything[2] = { NAN, NAN };
	const char *method = bd_json_string(bd_json_get(node, "method"), "value");
	const bd_json *value = bd_json_get(node, "value"), *frame = bd_json_get(node, "frame");
	p->method = strcmp(method, "value") ? bd_aggregate_op_find(method) : -1;
	p->value = value ? bd_json_value(env->arena, value) : bd_v_null();
	p->framed = frame != NULL;
	bd_frame_of(frame, p->frame, everything);
	return read_keyvals(env, bd_json_get(node, "keyvals"), p);
}

static bool apply(bd_env *env, const bd_json *node, bd_table **table,
		  const bd_data_context *context)
{
	(void)context;
	const bd_json *field = bd_json_get(node, "impute"), *key = bd_json_get(node, "key");
	bd_impute_params p = { .field = field->string, .key = key->string };
	p.groupby = bd_names_of(env, bd_json_get(node, "groupby"), &p.groups);
	if (!bd_table_need(env, *table, p.field, &field->place) ||
	    !bd_table_need(env, *table, p.key, &key->place) ||
	    !bd_impute_params_read(env, node, &p))
		return false;
	return bd_impute(env, table, &p);
}

static const bd_field fields[] = {
	BD_FIELD_CHECKED("impute", &bd_type_string, .required = true,
			 .doc = "The column whose missing values are filled.",
			 .example = "\"số ca\""),
	BD_FIELD_CHECKED("key", &bd_type_string, .required = true,
			 .doc = "The column of which every group should have every value.",
			 .example = "\"năm\""),
	BD_FIELD_CHECKED("keyvals", &bd_type_values,
			 .doc = "More values of the key: a list, or { start, stop, step }.",
			 .example = "{ \"start\": 2015, \"stop\": 2025 }"),
	BD_FIELD_CHECKED("groupby", &bd_type_names, .doc = "Columns whose values make a group.",
			 .example = "[\"tỉnh\"]"),
	BD_FIELD_CHECKED("method", &type_method, .doc = "What the missing value becomes.",
			 .example = "\"mean\""),
	BD_FIELD_CHECKED("value", &bd_type_values, .doc = "With the method value: which.",
			 .example = "0"),
	BD_FIELD_CHECKED("frame", &bd_type_frame,
			 .doc = "Rows before and after that the method looks at; all unless given.",
			 .example = "[-2, 2]"),
	BD_FIELDS_END
};
static const bd_object_type type = { .name = "imputeTransform",
				     .doc = "Rows and values that are missing.",
				     .fields = fields };
const bd_transform_type bd_transform_impute = { "impute", &type, apply };
