/* domain.c - the domain of a scale: from what was measured or written to what is drawn, by zero,
 * fixed ends, a middle, room at the ends (padding) and round ends (nice), in Vega's order. */
#include "scale/internal.h"
#include <math.h>
#include <stdlib.h>
#include <string.h>

/* The numbers among the values, dates by their time. */
static void take_numbers(bd_env *env, bd_scale *scale, const bd_scale_def *def)
{
	scale->domain = BD_ARRAY(env->arena, def->domain_count + 2, double);
	for (size_t i = 0; i < def->domain_count; i++) {
		double number = bd_value_is_missing(def->domain[i])
					? NAN
					: bd_value_to_number(def->domain[i]);
		if (isfinite(number))
			scale->domain[scale->domain_count++] = number;
	}
}

/* Anything drawn needs a domain; an empty column has none. */
static void fill_empty(bd_scale *scale)
{
	if (scale->domain_count == 1)
		scale->domain[scale->domain_count++] = scale->domain[0];
	if (scale->domain_count == 0) {
		scale->domain[scale->domain_count++] = 0;
		scale->domain[scale->domain_count++] = 1;
	}
}

static void fix_ends(bd_scale *scale, const bd_scale_def *def)
{
	double *d = scale->domain;
	size_t last = scale->domain_count - 1;
	scale->zero = def->zero;
	if (def->zero && d[0] > 0)
		d[0] = 0;
	if (def->zero && d[last] < 0)
		d[last] = 0;
	if (!isnan(def->domain_min))
		d[0] = def->domain_min;
	if (!isnan(def->domain_max))
		d[last] = def->domain_max;
	if (isnan(def->domain_mid))
		return;
	size_t at = def->domain_mid > d[last] ? last + 1 : def->domain_mid < d[0] ? 0 : last;
	memmove(d + at + 1, d + at, (scale->domain_count - at) * sizeof *d);
	d[at] = def->domain_mid;
	scale->domain_count++;
}

/* Widened so that `padding` px stay free at both ends of the range. */
static void pad(bd_scale *scale, const bd_scale_def *def)
{
	double *d = scale->domain;
	size_t last = scale->domain_count - 1;
	bool takes = !bd_scale_type_is_discretizing(scale->type) && !isnan(def->padding) &&
		     def->padding != 0 && d[0] != d[last] && def->range_count >= 2 && !def->scheme;
	if (!takes)
		return;
	double span = fabs(bd_value_to_number(def->range[def->range_count - 1]) -
			   bd_value_to_number(def->range[0]));
	double factor = span / (span - 2 * def->padding);
	if (!isfinite(factor) || factor <= 0)
		return;
	double low = bd_transform_lift(&scale->transform, d[0]),
	       high = bd_transform_lift(&scale->transform, d[last]), middle = (low + high) / 2;
	low = bd_transform_ground(&scale->transform, middle + (low - middle) * factor);
	high = bd_transform_ground(&scale->transform, middle + (high - middle) * factor);
	if (isfinite(low) && isfinite(high)) {
		d[0] = low;
		d[last] = high;
	}
}

/* d3-scale's linear nice: out to whole steps, until the step no longer changes. */
static void nice_linear(double *low, double *high, double count)
{
	double start = *low, stop = *high, before = 0;
	for (int i = 0; i < 10; i++) {
		double step = bd_tick_increment(start, stop, count);
		if (step == before) {
			*low = start;
			*high = stop;
			return;
		}
		if (step > 0) {
			start = floor(start / step) * step;
			stop = ceil(stop / step) * step;
		} else if (step < 0) {
			start = ceil(start * step) / step;
			stop = floor(stop * step) / step;
		} else {
			return;
		}
		before = step;
	}
}

static void nice_time(const bd_scale *scale, const bd_nice *nice, double *low, double *high)
{
	struct bd_interval interval = { nice->unit, nice->step, false };
	if (!nice->by_interval)
		interval = bd_interval_for(*low, *high, nice->count > 0 ? nice->count : 10,
					   scale->type == BD_SCALE_UTC);
	*low = bd_interval_floor(interval, *low);
	*high = bd_interval_ceil(interval, *high);
}

static void make_nice(bd_scale *scale, const bd_scale_def *def)
{
	double *low = &scale->domain[0], *high = &scale->domain[scale->domain_count - 1];
	bool takes = scale->type != BD_SCALE_IDENTITY && scale->type != BD_SCALE_QUANTILE &&
		     scale->type != BD_SCALE_THRESHOLD && scale->type != BD_SCALE_BIN_ORDINAL;
	if (!def->nice.on || !takes)
		return;
	if (*high < *low) {
		double *swap = low;
		low = high;
		high = swap;
	}
	if (bd_scale_type_is_time(scale->type))
		nice_time(scale, &def->nice, low, high);
	else if (scale->transform.kind == BD_TR_LOG)
		bd_log_nice(&scale->transform, low, high);
	else
		nice_linear(low, high, def->nice.count > 0 ? def->nice.count : 10);
}

/* A logarithm knows no 0 and not both signs. */
static void check_log(bd_env *env, bd_scale *scale, const bd_scale_def *def)
{
	int positive = 0, negative = 0;
	for (size_t i = 0; i < scale->domain_count; i++) {
		positive += scale->domain[i] > 0;
		negative += scale->domain[i] < 0;
	}
	if ((size_t)abs(positive - negative) == scale->domain_count)
		return;
	bd_error(env->diags, def->place, BD_LOG_DOMAIN,
		 bd_number_text(env->arena, scale->domain[0]),
		 bd_number_text(env->arena, scale->domain[scale->domain_count - 1]));
	scale->domain[0] = 1;
	scale->domain[scale->domain_count - 1] = 10;
	scale->domain[1] = scale->domain_count > 2 ? 5 : scale->domain[1];
}

static int ascending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

/* Boundaries from start to stop, both within the domain. */
static void bins_by_step(bd_env *env, bd_scale *scale, const bd_scale_def *def)
{
	double low = scale->domain[0], high = scale->domain[scale->domain_count - 1],
	       step = def->bins_step, start = isnan(def->bins_start) ? low : def->bins_start,
	       stop = isnan(def->bins_stop) ? high : def->bins_stop;
	if (start < low)
		start = step * ceil(low / step);
	if (stop > high)
		stop = step * floor(high / step);
	double count = ceil((stop + step / 2 - start) / step);
	if (!(step > 0) || !(count >= 1) || count > 100000)
		return;
	double *bins = BD_ARRAY(env->arena, (size_t)count, double);
	for (size_t i = 0; i < (size_t)count; i++)
		bins[i] = start + (double)i * step;
	scale->bins = bins;
	scale->bin_count = (size_t)count;
	scale->has_bins = true;
}

static void take_bins(bd_env *env, bd_scale *scale, const bd_scale_def *def)
{
	if (def->bins) {
		scale->bins = def->bins;
		scale->bin_count = def->bin_count;
		scale->has_bins = def->bin_count > 0;
	} else if (!isnan(def->bins_step)) {
		bins_by_step(env, scale, def);
	}
	if (scale->type != BD_SCALE_BIN_ORDINAL)
		return;
	if (!scale->has_bins) { /* the domain gives the bins */
		scale->bins = scale->domain;
		scale->bin_count = scale->domain_count;
		scale->has_bins = true;
	} else if (!def->domain_count) {
		scale->domain = BD_ARRAY(env->arena, scale->bin_count, double);
		memcpy(scale->domain, scale->bins, scale->bin_count * sizeof *scale->bins);
		scale->domain_count = scale->bin_count;
	}
}

static void configure_list(bd_env *env, bd_scale *scale, const bd_scale_def *def)
{
	scale->set = bd_value_set_new(env->arena);
	for (size_t i = 0; i < def->domain_count; i++)
		bd_value_set_add(&scale->set, def->domain[i]);
	scale->domain_values = scale->set.items;
	scale->domain_value_count = scale->set.count;
}

void bd_domain_configure(bd_env *env, bd_scale *scale, const bd_scale_def *def)
{
	if (scale->mapping == BD_MAP_LIST) {
		configure_list(env, scale, def);
		return;
	}
	take_numbers(env, scale, def);
	bool listed = scale->type == BD_SCALE_QUANTILE || scale->type == BD_SCALE_THRESHOLD;
	if (listed) {
		qsort(scale->domain, scale->domain_count, sizeof *scale->domain, ascending);
	} else {
		fill_empty(scale);
		scale->transform.negative = scale->domain[0] < 0;
		if (!def->domain_is_raw)
			fix_ends(scale, def);
		scale->transform.negative = scale->domain[0] < 0;
		if (scale->transform.kind == BD_TR_LOG)
			check_log(env, scale, def);
		scale->transform.negative = scale->domain[0] < 0;
		if (!def->domain_is_raw) {
			pad(scale, def);
			make_nice(scale, def);
		}
	}
	take_bins(env, scale, def);
	bool time = bd_scale_type_is_time(scale->type);
	scale->domain_values = BD_ARRAY(env->arena, scale->domain_count, bd_value);
	scale->lifted = BD_ARRAY(env->arena, scale->domain_count, double);
	for (size_t i = 0; i < scale->domain_count; i++) {
		double number = scale->domain[i];
		scale->domain_values[i] = time ? bd_v_date(number) : bd_v_number(number);
		scale->lifted[i] = bd_transform_lift(&scale->transform, number);
	}
	scale->domain_value_count = scale->domain_count;
}
