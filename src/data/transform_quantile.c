/* transform_quantile.c - the values below which given shares of a group lie. */
#include "data/aggregate.h"
#include "data/curve.h"
#include "data/fields.h"

#include <math.h>

enum { MOST_PROBS = 10000 };

/* The list, or the middles of equal steps. */
static double *read_probs(bd_env *env, const bd_json *node, size_t *count)
{
	const bd_json *list = bd_json_get(node, "probs");
	double step = bd_json_number(bd_json_get(node, "step"), 0.01);
	*count = 0;
	if (bd_json_is(list, BD_JSON_ARRAY)) {
		double *probs = BD_ARRAY(env->arena, list->count, double);
		for (size_t i = 0; i < list->count; i++)
			probs[(*count)++] = bd_json_number(list->items[i], NAN);
		return probs;
	}
	double *probs = BD_ARRAY(env->arena, MOST_PROBS, double);
	double wanted = ceil((1 - 1e-14 - step / 2) / step);
	for (double i = 0; i < wanted && *count < MOST_PROBS; i++)
		probs[(*count)++] = step / 2 + i * step;
	return probs;
}

static bool apply(bd_env *env, const bd_json *node, bd_table **table,
		  const bd_data_context *context)
{
	(void)context;
	const bd_json *field = bd_json_get(node, "quantile");
	const char *names[2] = { "prob", "value" };
	size_t group_count, count;
	const char *const *groupby = bd_names_of(env, bd_json_get(node, "groupby"), &group_count);
	const double *probs = read_probs(env, node, &count);
	bd_column *c = bd_table_need(env, *table, field->string, &field->place);
	if (!c)
		return false;
	bd_as_names(bd_json_get(node, "as"), names, 2);
	const double *numbers = bd_column_numbers(env->arena, c);
	bd_groups groups = bd_group_rows(env, *table, groupby, group_count);
	bd_partition p = bd_group_partition(env, &groups, c->rows);
	bd_curve_rows rows = { 0 };
	for (size_t g = 0; g < groups.count; g++) {
		bd_pairs values = bd_pairs_of(env, numbers, numbers, p.rows + p.start[g],
					      p.start[g + 1] - p.start[g]);
		bd_sort_numbers(values.x, values.count);
		for (size_t i = 0; values.count && i < count; i++)
			bd_curve_rows_add(env, &rows, g, probs[i],
					  bd_quantile(values.x, values.count, probs[i]));
	}
	*table = bd_curve_table(env, *table, &groups, groupby, group_count, &rows, names);
	return true;
}

static const bd_field fields[] = {
	BD_FIELD_CHECKED("quantile", &bd_type_string, .required = true,
			 .doc = "The column of numbers.", .example = "\"tuổi\""),
	BD_FIELD_CHECKED("groupby", &bd_type_names, .doc = "Columns whose values make a group.",
			 .example = "[\"tỉnh\"]"),
	BD_FIELD_CHECKED("probs", &bd_type_values, .doc = "The shares, from 0 to 1.",
			 .example = "[0.25, 0.5, 0.75]"),
	BD_FIELD_CHECKED("step", &bd_type_number, .min = 0.0001, .max = 1,
			 .doc = "Without probs: the distance of the shares.", .example = "0.05"),
	BD_FIELD_CHECKED("as", &bd_type_names, .doc = "Names of the share and its value.",
			 .example = "[\"phần\", \"tuổi\"]"),
	BD_FIELDS_END
};
static const bd_object_type type = { .name = "quantileTransform",
				     .doc = "The values below which given shares lie.",
				     .fields = fields };
const bd_transform_type bd_transform_quantile = { "quantile", &type, apply };
