/* transform_density.c - how values are spread: a kernel density estimate with Gaussian kernels, its
 * width by Scott's rule (D. W. Scott, 1992) unless given. */
#include "data/aggregate.h"
#include "data/curve.h"
#include "data/fields.h"

#include <math.h>

typedef struct kde {
	const double *values;
	const double *weights; /* how many stand together there; NULL: one each */
	size_t count;
	double all;   /* rows, nulls too */
	size_t nulls; /* rows without a value: Vega's kernels take them for zeros */
	double width;
} kde;

static double weight_at(const kde *k, size_t i)
{
	return k->weights ? k->weights[i] : 1;
}

static double density(const void *model, double x)
{
	const kde *k = model;
	double sum = 0, root = sqrt(2 * 3.14159265358979323846);
	for (size_t i = 0; i < k->count; i++) {
		double z = (x - k->values[i]) / k->width;
		sum += weight_at(k, i) * exp(-0.5 * z * z);
	}
	if (k->nulls)
		sum += (double)k->nulls * exp(-0.5 * (x / k->width) * (x / k->width));
	return sum / root / k->width / k->all;
}

static double cumulative(const void *model, double x)
{
	const kde *k = model;
	double sum = 0;
	for (size_t i = 0; i < k->count; i++)
		sum += weight_at(k, i) * 0.5 * erfc(-(x - k->values[i]) / k->width / sqrt(2));
	if (k->nulls)
		sum += (double)k->nulls * 0.5 * erfc(-x / k->width / sqrt(2));
	return sum / k->all;
}

/* Of very many values, those that stand within a small part of a kernel's width become one, at
 * their mean: no curve would show it (a hundred thousandth of its height). */
static void gather(kde *k, double *values, bd_arena *arena)
{
	enum { MANY = 20000, PARTS = 64 };
	if (k->count <= MANY)
		return;
	double *weights = BD_ARRAY(arena, k->count, double);
	size_t gathered = 0;
	for (size_t i = 0; i < k->count; gathered++) {
		double first = values[i], sum = 0, count = 0;
		for (; i < k->count && values[i] - first <= k->width / PARTS; i++, count++)
			sum += values[i] - first;
		values[gathered] = first + sum / count;
		weights[gathered] = count;
	}
	k->weights = weights;
	k->count = gathered;
}

/* Scott's rule, with the narrower of two measures of spread. */
static double scott(const double *sorted, size_t count, size_t nulls)
{
	double mean = 0, squares = 0, n = (double)count;
	for (size_t i = 0; i < count; i++) {
		double d = sorted[i] - mean;
		mean += d / (double)(i + 1);
		squares += d * (sorted[i] - mean);
	}
	double deviation = count > 1 ? sqrt(squares / (n - 1)) : 0;
	double q1 = bd_quantile(sorted, count, 0.25), q3 = bd_quantile(sorted, count, 0.75);
	double spread = fmin(deviation, (q3 - q1) / 1.34);
	if (!(spread > 0))
		spread = deviation > 0 ? deviation : fabs(q1) > 0 ? fabs(q1) : 1;
	return 1.06 * spread * pow(n + (double)nulls, -0.2);
}

typedef struct settings {
	double bandwidth, extent[2], least, most;
	bool cumulative, counts, shared;
} settings;

static settings read_settings(const bd_json *node)
{
	const bd_json *extent = bd_json_get(node, "extent");
	double steps = bd_json_number(bd_json_get(node, "steps"), 0);
	settings s = { .bandwidth = bd_json_number(bd_json_get(node, "bandwidth"), 0),
		       .cumulative = bd_json_bool(bd_json_get(node, "cumulative"), false),
		       .counts = bd_json_bool(bd_json_get(node, "counts"), false) };
	s.least = steps > 0 ? steps : bd_json_number(bd_json_get(node, "minsteps"), 25);
	s.most = steps > 0 ? steps : bd_json_number(bd_json_get(node, "maxsteps"), 200);
	/* Shared unless said otherwise, as Vega-Lite has it. */
	s.shared = !bd_json_equals_string(bd_json_get(node, "resolve"), "independent");
	if (s.shared && !(steps > 0))
		s.least = s.most;
	for (size_t i = 0; i < 2; i++)
		s.extent[i] = bd_json_number(bd_json_at(extent, i), NAN);
	return s;
}

static void one_group(bd_env *env, bd_curve_rows *rows, size_t group, double *values, size_t count,
		      size_t nulls, const settings *s)
{
	bd_sort_numbers(values, count);
	kde k = { .values = values,
		  .count = count,
		  .all = (double)(count + nulls),
		  .nulls = nulls,
		  .width = s->bandwidth > 0 ? s->bandwidth : scott(values, count, nulls) };
	double low = isnan(s->extent[0]) ? values[0] : s->extent[0];
	double high = isnan(s->extent[1]) ? values[count - 1] : s->extent[1];
	gather(&k, values, env->scratch);
	size_t from = rows->y.count;
	if (high > low)
		bd_curve_sample(env, rows, group, s->cumulative ? cumulative : density, &k, low,
				high, s->least, s->most);
	else
		bd_curve_rows_add(env, rows, group, low,
				  (s->cumulative ? cumulative : density)(&k, low));
	for (size_t i = from; s->counts && i < rows->y.count; i++)
		rows->y.items[i].number *= (double)(count + nulls);
}

/* Where groups share their extent, that of all values. */
static void share_extent(const double *numbers, size_t rows, settings *s)
{
	if (!s->shared || !isnan(s->extent[0]))
		return;
	for (size_t i = 0; i < rows; i++) {
		if (isnan(numbers[i]))
			continue;
		s->extent[0] = fmin(s->extent[0], numbers[i]);
		s->extent[1] = fmax(s->extent[1], numbers[i]);
	}
}

static bool apply(bd_env *env, const bd_json *node, bd_table **table,
		  const bd_data_context *context)
{
	(void)context;
	const bd_json *field = bd_json_get(node, "density");
	const char *names[2] = { "value", "density" };
	size_t group_count;
	const char *const *groupby = bd_names_of(env, bd_json_get(node, "groupby"), &group_count);
	bd_column *c = bd_table_need(env, *table, field->string, &field->place);
	if (!c)
		return false;
	bd_as_names(bd_json_get(node, "as"), names, 2);
	settings s = read_settings(node);
	const double *numbers = bd_column_numbers(env->arena, c);
	share_extent(numbers, c->rows, &s);
	bd_groups groups = bd_group_rows(env, *table, groupby, group_count);
	bd_partition p = bd_group_partition(env, &groups, c->rows);
	bd_curve_rows rows = { 0 };
	for (size_t g = 0; g < groups.count; g++) {
		size_t count = p.start[g + 1] - p.start[g];
		bd_pairs pairs = bd_pairs_of(env, numbers, numbers, p.rows + p.start[g], count);
		if (pairs.count)
			one_group(env, &rows, g, pairs.x, pairs.count, count - pairs.count, &s);
	}
	*table = bd_curve_table(env, *table, &groups, groupby, group_count, &rows, names);
	return true;
}

static const bd_choice resolves[] = { { "independent", "Each group its own." },
				      { "shared", "All groups the same." },
				      { NULL, NULL } };
static const bd_type type_resolve = { .kind = BD_T_CHOICE,
				      .size = sizeof(int),
				      .choices = resolves };
static const bd_field fields[] = {
	BD_FIELD_CHECKED("density", &bd_type_string, .required = true,
			 .doc = "The column of numbers.", .example = "\"tuổi\""),
	BD_FIELD_CHECKED("groupby", &bd_type_names, .doc = "Columns whose values make a group.",
			 .example = "[\"tỉnh\"]"),
	BD_FIELD_CHECKED("cumulative", &bd_type_bool, .doc = "The share up to each value.",
			 .example = "true"),
	BD_FIELD_CHECKED("counts", &bd_type_bool, .doc = "Numbers of rows instead of shares.",
			 .example = "true"),
	BD_FIELD_CHECKED("bandwidth", &bd_type_number, .min = 0, .max = 1e300,
			 .doc = "The width of the kernels; 0: by Scott's rule.", .example = "2"),
	BD_FIELD_CHECKED("extent", &bd_type_values, .doc = "[least, most]: where the curve goes.",
			 .example = "[0, 100]"),
	BD_FIELD_CHECKED("minsteps", &bd_type_number, .min = 1, .max = 10000,
			 .doc = "The fewest points; 25 unless given.", .example = "25"),
	BD_FIELD_CHECKED("maxsteps", &bd_type_number, .min = 1, .max = 10000,
			 .doc = "The most points; 200 unless given.", .example = "200"),
	BD_FIELD_CHECKED("steps", &bd_type_number, .min = 1, .max = 10000,
			 .doc = "Exactly so many.", .example = "100"),
	BD_FIELD_CHECKED("resolve", &type_resolve,
			 .doc = "Whether groups share extent and steps, as stacking needs: shared "
				"unless given.",
			 .example = "\"independent\""),
	BD_FIELD_CHECKED("as", &bd_type_names, .doc = "Names of the value and its density.",
			 .example = "[\"tuổi\", \"tỉ lệ\"]"),
	BD_FIELDS_END
};
static const bd_object_type type = { .name = "densityTransform",
				     .doc = "How values are spread, as a smooth curve.",
				     .fields = fields };
const bd_transform_type bd_transform_density = { "density", &type, apply };
