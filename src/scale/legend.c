/* legend.c - the entries of a legend: values, labels and places (vega-scale's legend and labels,
 * vega-encode's LegendEntries). */
#include "base/limits.h"
#include "scale/internal.h"
#include <math.h>

enum { DEFAULT_COUNT = 5 };

static bool is_ranged(const bd_scale *scale)
{
	return scale->has_bins || scale->type == BD_SCALE_QUANTILE ||
	       scale->type == BD_SCALE_QUANTIZE || scale->type == BD_SCALE_THRESHOLD;
}

/* The numbers at which classes begin; of the last, where it ends. */
static const bd_value *class_starts(bd_arena *arena, const bd_scale *scale, size_t *count,
				    double *end)
{
	const double *bounds = scale->has_bins ? scale->bins : scale->thresholds;
	size_t n = scale->has_bins ? scale->bin_count : scale->threshold_count;
	bd_value *values = BD_ARRAY(arena, n + 1, bd_value);
	*count = 0;
	*end = INFINITY;
	if (scale->has_bins) {
		*end = n ? bounds[--n] : NAN;
	} else {
		/* a threshold scale's bounds are its whole domain */
		n = scale->type == BD_SCALE_THRESHOLD ? scale->domain_count : n;
		values[(*count)++] = bd_v_number(-INFINITY);
	}
	for (size_t i = 0; i < n; i++)
		values[(*count)++] = bd_v_number(bounds[i]);
	return values;
}

static const bd_value *legend_values(bd_arena *arena, const bd_legend_request *request,
				     size_t *count, double *end)
{
	const bd_scale *scale = request->format.scale;
	const bd_label_format *f = &request->format;
	*end = INFINITY;
	if (request->values) {
		*count = request->value_count;
		return request->values;
	}
	if (is_ranged(scale))
		return class_starts(arena, scale, count, end);
	const bd_value *ticks = bd_scale_ticks(arena, scale, f->tick_count, f->min_step, count);
	if (scale->transform.kind != BD_TR_LOG || scale->mapping == BD_MAP_RAMP)
		return ticks;
	double asked = bd_tick_count_number(scale, f->tick_count, f->min_step);
	bd_value *kept = BD_ARRAY(arena, *count, bd_value);
	size_t n = 0;
	for (size_t i = 0; i < *count; i++)
		if (bd_log_is_labelled(scale, ticks[i].number, asked, *count))
			kept[n++] = ticks[i];
	*count = n;
	return kept;
}

/* Labels of classes have the digits that tell the narrowest from its neighbours. */
static const char *point_label(bd_arena *arena, const bd_label_format *f, bd_value value)
{
	const bd_scale *scale = f->scale;
	bool quantile = scale->type == BD_SCALE_QUANTILE,
	     quantize = scale->type == BD_SCALE_QUANTIZE;
	if (f->type == BD_FORMAT_TIME || (!quantile && !quantize))
		return bd_scale_label(arena, f, value);
	const double *bounds = quantile ? scale->thresholds : scale->domain;
	size_t n = quantile ? scale->threshold_count : scale->domain_count;
	double least = n > 1 ? bounds[1] - bounds[0] : n ? bounds[0] : 1;
	for (size_t i = 1; i < n; i++)
		least = fmin(least, bounds[i] - bounds[i - 1]);
	return bd_format_span(arena, f->locale, 0, least, 30, f->format, bd_value_to_number(value));
}

static const char *range_label(bd_arena *arena, const bd_label_format *f, double from, double to)
{
	const char *low = isfinite(from) ? point_label(arena, f, bd_v_number(from)) : "";
	const char *high = isfinite(to) ? point_label(arena, f, bd_v_number(to)) : "";
	if (*low && *high)
		return bd_printf(arena, "%s – %s", low, high);
	return *high ? bd_printf(arena, "< %s", high) : bd_printf(arena, "≥ %s", low);
}

/* Where a class's bound stands along a bar of all classes, 0 to 1. */
static double class_fraction(const bd_scale *scale, double number)
{
	const double *d = scale->domain;
	size_t last = scale->domain_count ? scale->domain_count - 1 : 0;
	double low = scale->domain_count ? d[0] : 0, high = scale->domain_count ? d[last] : 1,
	       span = high - low;
	if (scale->type == BD_SCALE_THRESHOLD) {
		double adjust = last ? span / (double)last : 0.1;
		low -= adjust;
		high += adjust;
		span = high - low;
	}
	return (number - low) / span;
}

static const bd_legend_entry *discrete_bar(bd_arena *arena, const bd_label_format *f,
					   const bd_value *values, size_t count, double end)
{
	bd_legend_entry *entries = BD_ARRAY(arena, count, bd_legend_entry);
	for (size_t i = 0; i < count; i++) {
		double next = i + 1 < count ? bd_value_to_number(values[i + 1]) : end;
		entries[i] = (bd_legend_entry){
			.value = values[i],
			.label = i ? point_label(arena, f, values[i]) : "",
			.from = bd_value_to_number(values[i]),
			.to = next,
			.fraction = i ? class_fraction(f->scale, values[i].number) : 0,
			.fraction_end = i + 1 < count ? class_fraction(f->scale, next) : 1
		};
	}
	return entries;
}

static const bd_legend_entry *along_gradient(bd_arena *arena, const bd_legend_request *request,
					     const bd_value *values, size_t *count)
{
	const bd_label_format *f = &request->format;
	size_t n;
	const bd_value *domain = bd_scale_domain(f->scale, &n);
	if (*count < 3 && !request->values && n > 1 && domain[0].number != domain[n - 1].number) {
		bd_value *ends = BD_ARRAY(arena, 2, bd_value);
		ends[0] = domain[0];
		ends[1] = domain[n - 1];
		values = ends;
		*count = 2;
	}
	bd_legend_entry *entries = BD_ARRAY(arena, *count, bd_legend_entry);
	for (size_t i = 0; i < *count; i++) {
		double number = bd_value_to_number(values[i]);
		entries[i] = (bd_legend_entry){ .value = values[i],
						.label = point_label(arena, f, values[i]),
						.fraction = bd_scale_fraction(f->scale, number) };
	}
	return entries;
}

static const bd_legend_entry *symbols(bd_arena *arena, const bd_legend_request *request,
				      const bd_value *values, size_t *count, double end)
{
	const bd_label_format *f = &request->format;
	size_t all = *count, shown = all;
	bool limited = request->limit && all > request->limit;
	if (limited)
		shown = request->limit - 1;
	bool skip_first = request->is_size && !request->values && shown &&
			  bd_scale_number(f->scale, values[0]) == 0;
	bd_legend_entry *entries = BD_ARRAY(arena, shown + 1, bd_legend_entry);
	size_t n = 0;
	for (size_t i = skip_first; i < shown; i++) {
		double from = bd_value_to_number(values[i]);
		double to = i + 1 < shown ? bd_value_to_number(values[i + 1])
			    : limited     ? INFINITY
					  : end;
		entries[n++] =
			(bd_legend_entry){ .value = values[i],
					   .label = is_ranged(f->scale)
							    ? range_label(arena, f, from, to)
							    : point_label(arena, f, values[i]),
					   .from = from,
					   .to = to };
	}
	if (limited) {
		entries[n] = (bd_legend_entry){ .value = values[n],
						.label = bd_printf(arena, "…%zu entries", all - n),
						.is_rest = true };
		n++;
	}
	*count = n;
	return entries;
}

const bd_legend_entry *bd_scale_legend(bd_arena *arena, const bd_legend_request *given,
				       size_t *count)
{
	bd_legend_request request = *given;
	if (isnan(request.format.tick_count.count))
		request.format.tick_count.count = DEFAULT_COUNT;
	request.format.no_skip = request.values || request.type == BD_LEGEND_SYMBOL;
	double end;
	const bd_value *values = legend_values(arena, &request, count, &end);
	switch (request.type) {
	case BD_LEGEND_DISCRETE: return discrete_bar(arena, &request.format, values, *count, end);
	case BD_LEGEND_GRADIENT: return along_gradient(arena, &request, values, count);
	case BD_LEGEND_SYMBOL: break;
	}
	return symbols(arena, &request, values, count, end);
}

double bd_scale_fraction(const bd_scale *scale, double number)
{
	if (!scale->domain_count)
		return 0.5;
	double low = scale->lifted[0], high = scale->lifted[scale->domain_count - 1];
	if (low == high)
		return 0.5;
	return (bd_transform_lift(&scale->transform, number) - low) / (high - low);
}

const bd_scale_stop *bd_scale_gradient(bd_arena *arena, const bd_scale *scale, size_t *count)
{
	enum { TICKS = 15 };
	size_t n, used = 0;
	const bd_value *domain = bd_scale_domain(scale, &n);
	bd_scale_stop *stops = BD_ARRAY(arena, BD_MAX_TICKS + n + 2, bd_scale_stop);
	if (scale->mapping == BD_MAP_LIST || !n) {
		*count = 0;
		return stops;
	}
	double low = scale->domain[0], high = scale->domain[n - 1];
	if (low == high) { /* one value: the whole ramp, or the range's ends */
		for (size_t i = 0; i <= TICKS; i++) {
			double t = (double)i / TICKS;
			bd_color color = scale->mapping == BD_MAP_RAMP
						 ? bd_ramp_color(&scale->ramp, t)
						 : bd_color_interpolate(
							   scale->colors[0],
							   scale->colors[scale->range_count - 1], t,
							   scale->space, scale->gamma);
			stops[used++] = (bd_scale_stop){ t, color };
		}
		*count = used;
		return stops;
	}
	bd_scale unbinned = *scale;
	unbinned.has_bins = false;
	const bd_value *ticks = bd_scale_ticks(arena, &unbinned, BD_TICK_COUNT(TICKS), 0, &n);
	bd_value first = domain[0], last = domain[scale->domain_count - 1];
	bool starts = n && ticks[0].number == low, ends = n && ticks[n - 1].number == high;
	for (size_t i = starts; i < n + 2u - ends; i++) {
		bd_value value = i == 0 ? first : i <= n ? ticks[i - 1] : last;
		stops[used].offset = bd_scale_fraction(scale, value.number);
		used += bd_scale_color(scale, value, &stops[used].color);
	}
	*count = used;
	return stops;
}
