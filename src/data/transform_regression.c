/* transform_regression.c - a curve through the points of each group, or what describes it. */
#include "base/number.h"
#include "data/fields.h"
#include "data/regression.h"

#include <math.h>
#include <string.h>

static const bd_choice methods[] = {
	{ "linear", "a + b x" }, { "log", "a + b ln x" },      { "exp", "a e^(b x)" },
	{ "pow", "a x^b" },      { "quad", "a + b x + c x²" }, { "poly", "Of the given order." },
	{ NULL, NULL }
};
static const bd_type type_method = { .kind = BD_T_CHOICE, .size = sizeof(int), .choices = methods };

static bd_fit_kind kind_of(const char *name)
{
	int k = BD_FIT_POLY;
	while (k > BD_FIT_LINEAR && strcmp(methods[k].name, name))
		k--;
	return (bd_fit_kind)k;
}

typedef struct fitting {
	bd_env *env;
	bd_table *table;
	const char *const *groupby;
	size_t group_count;
	bd_groups groups;
	bd_fit *fits; /* per group */
	bool *fitted; /* … where there were enough points */
	double *low, *high;
} fitting;

static void fit_groups(fitting *f, bd_column *x, bd_column *y, const bd_json *node)
{
	const double *xs = bd_column_numbers(f->env->arena, x);
	const double *ys = bd_column_numbers(f->env->arena, y);
	bd_fit_kind kind = kind_of(bd_json_string(bd_json_get(node, "method"), "linear"));
	int order = bd_int(bd_json_number(bd_json_get(node, "order"), 3));
	const bd_json *extent = bd_json_get(node, "extent");
	bd_partition p = bd_group_partition(f->env, &f->groups, f->table->rows);
	for (size_t g = 0; g < f->groups.count; g++) {
		bd_pairs pairs = bd_pairs_of(f->env, xs, ys, p.rows + p.start[g],
					     p.start[g + 1] - p.start[g]);
		f->fitted[g] = bd_fit_points(&f->fits[g], kind, order, &pairs);
		double low = INFINITY, high = -INFINITY;
		for (size_t i = 0; i < pairs.count; i++) {
			low = fmin(low, pairs.x[i]);
			high = fmax(high, pairs.x[i]);
		}
		f->low[g] = bd_json_number(bd_json_at(extent, 0), low);
		f->high[g] = bd_json_number(bd_json_at(extent, 1), high);
	}
}

static bd_table *curves(fitting *f, const char *const names[2])
{
	bd_curve_rows rows = { 0 };
	for (size_t g = 0; g < f->groups.count; g++) {
		if (!f->fitted[g])
			continue;
		if (f->fits[g].kind == BD_FIT_LINEAR || !(f->high[g] > f->low[g])) {
			bd_curve_rows_add(f->env, &rows, g, f->low[g],
					  bd_fit_at(&f->fits[g], f->low[g]));
			bd_curve_rows_add(f->env, &rows, g, f->high[g],
					  bd_fit_at(&f->fits[g], f->high[g]));
		} else {
			bd_curve_sample(f->env, &rows, g, bd_fit_at, &f->fits[g], f->low[g],
					f->high[g], 25, 200);
		}
	}
	return bd_curve_table(f->env, f->table, &f->groups, f->groupby, f->group_count, &rows,
			      names);
}

/* `params`: a row per group with coef and rSquared. */
static bd_table *parameters(fitting *f)
{
	static const char *const names[2] = { "coef", "rSquared" };
	bd_curve_rows rows = { 0 };
	for (size_t g = 0; g < f->groups.count; g++) {
		if (!f->fitted[g])
			continue;
		const bd_fit *fit = &f->fits[g];
		bd_value *coef = BD_ARRAY(f->env->arena, fit->count, bd_value);
		for (size_t i = 0; i < fit->count; i++)
			coef[i] = bd_v_number(fit->coef[i]);
		bd_curve_rows_add(f->env, &rows, g, 0, fit->r_squared);
		rows.x.items[rows.x.count - 1] = (bd_value){ .kind = BD_V_ARRAY,
							     .length = (uint32_t)fit->count,
							     .items = coef };
	}
	return bd_curve_table(f->env, f->table, &f->groups, f->groupby, f->group_count, &rows,
			      names);
}

static bool apply(bd_env *env, const bd_json *node, bd_table **table,
		  const bd_data_context *context)
{
	(void)context;
	const bd_json *dependent = bd_json_get(node, "regression"), *on = bd_json_get(node, "on");
	bd_column *y = bd_table_need(env, *table, dependent->string, &dependent->place);
	bd_column *x = bd_table_need(env, *table, on->string, &on->place);
	if (!x || !y)
		return false;
	fitting f = { .env = env, .table = *table };
	f.groupby = bd_names_of(env, bd_json_get(node, "groupby"), &f.group_count);
	f.groups = bd_group_rows(env, *table, f.groupby, f.group_count);
	f.fits = BD_ARRAY(env->arena, f.groups.count, bd_fit);
	f.fitted = BD_ARRAY(env->arena, f.groups.count, bool);
	f.low = BD_ARRAY(env->arena, f.groups.count, double);
	f.high = BD_ARRAY(env->arena, f.groups.count, double);
	fit_groups(&f, x, y, node);
	const char *names[2] = { bd_path_name(env->arena, on->string),
				 bd_path_name(env->arena, dependent->string) };
	bd_as_names(bd_json_get(node, "as"), names, 2);
	*table = bd_json_bool(bd_json_get(node, "params"), false) ? parameters(&f)
								  : curves(&f, names);
	return true;
}

static const bd_field fields[] = {
	BD_FIELD_CHECKED("regression", &bd_type_string, .required = true,
			 .doc = "The column that is explained.", .example = "\"tấn\""),
	BD_FIELD_CHECKED("on", &bd_type_string, .required = true,
			 .doc = "The column that explains it.", .example = "\"năm\""),
	BD_FIELD_CHECKED("groupby", &bd_type_names, .doc = "Columns whose values make a group.",
			 .example = "[\"tỉnh\"]"),
	BD_FIELD_CHECKED("method", &type_method, .doc = "The kind of curve; linear unless given.",
			 .example = "\"poly\""),
	BD_FIELD_CHECKED("order", &bd_type_number, .min = 0, .max = BD_MAX_ORDER,
			 .doc = "Of poly; 3 unless given.", .example = "3"),
	BD_FIELD_CHECKED("extent", &bd_type_values, .doc = "[least, most]: where the curve goes.",
			 .example = "[2010, 2030]"),
	BD_FIELD_CHECKED("params", &bd_type_bool,
			 .doc = "A row with coef and rSquared instead of the curve.",
			 .example = "true"),
	BD_FIELD_CHECKED("as", &bd_type_names, .doc = "Names of the curve's x and y.",
			 .example = "[\"năm\", \"xu thế\"]"),
	BD_FIELDS_END
};
static const bd_object_type type = { .name = "regressionTransform",
				     .doc = "A curve through the points of each group.",
				     .fields = fields };
const bd_transform_type bd_transform_regression = { "regression", &type, apply };
