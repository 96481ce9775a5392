/* bin.c - numbers into equal intervals whose ends are round numbers (vega-statistics' bin). */
#include "data/transform.h"

#include <math.h>

bd_bin_params bd_bin_params_read(bd_env *env, const bd_json *bin)
{
	bd_bin_params p = { .extent = { NAN, NAN }, .span = NAN, .anchor = NAN };
	if (!bd_json_is(bin, BD_JSON_OBJECT))
		return p;
	p.maxbins = bd_json_number(bd_json_get(bin, "maxbins"), 0);
	p.base = bd_json_number(bd_json_get(bin, "base"), 0);
	p.step = bd_json_number(bd_json_get(bin, "step"), 0);
	p.minstep = bd_json_number(bd_json_get(bin, "minstep"), 0);
	p.anchor = bd_json_number(bd_json_get(bin, "anchor"), NAN);
	p.not_nice = !bd_json_bool(bd_json_get(bin, "nice"), true);
	const bd_json *extent = bd_json_get(bin, "extent");
	for (size_t i = 0; i < 2; i++)
		p.extent[i] = bd_json_number(bd_json_at(extent, i), NAN);
	const bd_json *lists[] = { bd_json_get(bin, "steps"), bd_json_get(bin, "divide") };
	double *numbers[2] = { 0 };
	for (int l = 0; l < 2; l++) {
		if (!bd_json_is(lists[l], BD_JSON_ARRAY))
			continue;
		numbers[l] = BD_ARRAY(env->arena, lists[l]->count, double);
		for (size_t i = 0; i < lists[l]->count; i++)
			numbers[l][i] = bd_json_number(lists[l]->items[i], 1);
		*(l ? &p.divide_count : &p.step_count) = lists[l]->count;
	}
	p.steps = numbers[0];
	p.divide = numbers[1];
	return p;
}

static double listed_step(const bd_bin_params *p, double at_least)
{
	size_t i = 0;
	while (i < p->step_count && p->steps[i] < at_least)
		i++;
	return p->steps[i ? i - 1 : 0];
}

/* The smallest step that gives at most maxbins: a power of the base, divided where that fits. */
static double found_step(const bd_bin_params *p, double span, double maxbins, double base)
{
	static const double halves_and_fifths[] = { 5, 2 };
	const double *divide = p->divide ? p->divide : halves_and_fifths;
	size_t divides = p->divide ? p->divide_count : 2;
	double level = ceil(log(maxbins) / log(base));
	double step = fmax(p->minstep, pow(base, floor(log(span) / log(base) + 0.5) - level));
	while (ceil(span / step) > maxbins)
		step *= base;
	for (size_t i = 0; i < divides; i++) {
		double finer = step / divide[i];
		if (finer >= p->minstep && span / finer <= maxbins)
			step = finer;
	}
	return step;
}

bd_bins bd_bin_fit(const bd_bin_params *p, double min, double max)
{
	double maxbins = p->maxbins >= 1 ? p->maxbins : 10, base = p->base > 1 ? p->base : 10;
	if (!isnan(p->extent[0]))
		min = p->extent[0];
	if (!isnan(p->extent[1]))
		max = p->extent[1];
	if (!isfinite(min) || !isfinite(max))
		min = max = 0;
	double span = p->span > 0 ? p->span : max > min ? max - min : fabs(min) > 0 ? fabs(min) : 1;
	double step = p->step > 0     ? p->step
		      : p->step_count ? listed_step(p, span / maxbins)
				      : found_step(p, span, maxbins, base);
	if (!(step > 0) || !isfinite(step))
		step = 1;
	double slack = log(step) >= 0 ? 0 : trunc(-log(step) / log(base)) + 1;
	if (!p->not_nice) {
		double low = floor(min / step + pow(base, -slack - 1)) * step;
		min = min < low ? low - step : low;
		max = ceil(max / step) * step;
	}
	max = max == min ? min + step : max;
	/* whole steps, as Vega counts them: a rounding error can add one */
	bd_bins bins = { min, min + ceil((max - min) / step) * step, step };
	if (!isnan(p->anchor)) {
		double shift = p->anchor - (min + step * floor((p->anchor - min) / step));
		bins.start += shift;
		bins.stop += shift;
	}
	return bins;
}

double bd_bin_floor(const bd_bins *b, double value)
{
	const double epsilon = 1e-14;
	if (isnan(value))
		return NAN;
	double stop = b->start + ceil((b->stop - b->start) / b->step) * b->step;
	if (value < b->start)
		return -INFINITY;
	if (value > stop)
		return INFINITY;
	double x = fmax(b->start, fmin(value, stop - b->step));
	return b->start + b->step * floor(epsilon + (x - b->start) / b->step);
}

static void extent_of(const double *numbers, size_t count, double *min, double *max)
{
	*min = INFINITY;
	*max = -INFINITY;
	for (size_t i = 0; i < count; i++) {
		if (numbers[i] < *min)
			*min = numbers[i];
		if (numbers[i] > *max)
			*max = numbers[i];
	}
}

bool bd_bin(bd_env *env, bd_table **table, const char *field, const bd_bin_params *params,
	    const char *as, const char *as_end, bd_bins *fitted)
{
	bd_column *c = bd_table_field(*table, field);
	size_t rows = (*table)->rows;
	double min = NAN, max = NAN;
	const double *numbers = c ? bd_column_numbers(env->arena, c) : NULL;
	if (numbers)
		extent_of(numbers, rows, &min, &max);
	bd_bins bins = bd_bin_fit(params, min, max);
	if (fitted)
		*fitted = bins;
	double *starts = BD_ARRAY(env->arena, rows, double), *ends = NULL;
	uint8_t *missing = BD_ARRAY(env->arena, rows, uint8_t);
	if (as_end)
		ends = BD_ARRAY(env->arena, rows, double);
	for (size_t i = 0; i < rows; i++) {
		starts[i] = numbers ? bd_bin_floor(&bins, numbers[i]) : NAN;
		missing[i] = (uint8_t)(isnan(starts[i]) ? BD_IS_NULL : 0);
		if (ends)
			ends[i] = starts[i] + bins.step;
	}
	bd_table *out = bd_table_copy(*table);
	bd_table_set(out, bd_column_new_numbers(env->arena, as, BD_COLUMN_NUMBER, starts, missing,
						rows));
	if (ends)
		bd_table_set(out, bd_column_new_numbers(env->arena, as_end, BD_COLUMN_NUMBER, ends,
							missing, rows));
	*table = out;
	return c != NULL;
}
