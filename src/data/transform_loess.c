/* transform_loess.c - a smooth line through the points of each group, by local regression. */
#include "data/aggregate.h"
#include "data/fields.h"
#include "data/regression.h"

#include <math.h>

/* Points at one x become their mean. */
static void add_points(bd_env *env, bd_curve_rows *rows, size_t group, const bd_pairs *p)
{
	for (size_t i = 0; i < p->count;) {
		size_t first = i;
		double sum = 0;
		for (; i < p->count && p->x[i] == p->x[first]; i++)
			sum += p->y[i];
		bd_curve_rows_add(env, rows, group, p->x[first], sum / (double)(i - first));
	}
}

static bool apply(bd_env *env, const bd_json *node, bd_table **table,
		  const bd_data_context *context)
{
	(void)context;
	const bd_json *dependent = bd_json_get(node, "loess"), *on = bd_json_get(node, "on");
	double bandwidth = bd_json_number(bd_json_get(node, "bandwidth"), 0.3);
	bd_column *y = bd_table_need(env, *table, dependent->string, &dependent->place);
	bd_column *x = bd_table_need(env, *table, on->string, &on->place);
	if (!x || !y)
		return false;
	const char *names[2] = { bd_path_name(env->arena, on->string),
				 bd_path_name(env->arena, dependent->string) };
	bd_as_names(bd_json_get(node, "as"), names, 2);
	size_t group_count;
	const char *const *groupby = bd_names_of(env, bd_json_get(node, "groupby"), &group_count);
	bd_groups groups = bd_group_rows(env, *table, groupby, group_count);
	bd_partition p = bd_group_partition(env, &groups, (*table)->rows);
	const double *xs = bd_column_numbers(env->arena, x), *ys = bd_column_numbers(env->arena, y);
	const bd_sort_key by_x = { on->string, false };
	bd_curve_rows rows = { 0 };
	for (size_t g = 0; g < groups.count; g++) {
		uint32_t *first = p.rows + p.start[g];
		size_t count = p.start[g + 1] - p.start[g];
		bd_sort_rows(env, *table, &by_x, 1, first, count);
		bd_pairs pairs = bd_pairs_of(env, xs, ys, first, count);
		bd_loess(env, &pairs, bandwidth);
		add_points(env, &rows, g, &pairs);
	}
	*table = bd_curve_table(env, *table, &groups, groupby, group_count, &rows, names);
	return true;
}

static const bd_field fields[] = {
	BD_FIELD_CHECKED("loess", &bd_type_string, .required = true,
			 .doc = "The column that is smoothed.", .example = "\"tấn\""),
	BD_FIELD_CHECKED("on", &bd_type_string, .required = true,
			 .doc = "The column along which it is smoothed.", .example = "\"năm\""),
	BD_FIELD_CHECKED("groupby", &bd_type_names, .doc = "Columns whose values make a group.",
			 .example = "[\"tỉnh\"]"),
	BD_FIELD_CHECKED("bandwidth", &bd_type_number, .min = 0, .max = 1,
			 .doc = "The share of the points that each local line looks at; 0.3 unless "
				"given.",
			 .example = "0.5"),
	BD_FIELD_CHECKED("as", &bd_type_names, .doc = "Names of the line's x and y.",
			 .example = "[\"năm\", \"xu thế\"]"),
	BD_FIELDS_END
};
static const bd_object_type type = { .name = "loessTransform",
				     .doc = "A smooth line through the points of each group.",
				     .fields = fields };
const bd_transform_type bd_transform_loess = { "loess", &type, apply };
