/* tick.c - which values of a scale's domain get a tick (vega-scale: tickCount, tickValues,
 * validTicks). */
#include "base/limits.h"
#include "scale/internal.h"
#include <math.h>
#include <stdlib.h>

enum { DEFAULT_COUNT = 10 };

double bd_tick_count_number(const bd_scale *scale, bd_tick_count tick_count, double min_step)
{
	double count = isnan(tick_count.count) ? DEFAULT_COUNT : tick_count.count;
	if (scale->has_bins)
		count = fmax(count, (double)scale->bin_count);
	if (!(min_step > 0) || !scale->domain_count)
		return count;
	double a = scale->domain[0], b = scale->domain[scale->domain_count - 1];
	double low = fmin(a, b), high = fmax(a, b), room = floor((high - low) / min_step);
	count = fmin(count, (room > 0 ? room : 1) + 1);
	bool stepped = !scale->has_bins && scale->transform.kind != BD_TR_LOG &&
		       !bd_scale_type_is_time(scale->type) && low < high;
	while (stepped && count > 1 && bd_tick_step(low, high, count) < min_step)
		count--;
	return count;
}

struct placed {
	bd_value value;
	double at;
	size_t order;
};

static int by_position(const void *a, const void *b)
{
	const struct placed *x = a, *y = b;
	if (x->at != y->at)
		return (x->at > y->at) - (x->at < y->at);
	return (x->order > y->order) - (x->order < y->order);
}

const bd_value *bd_scale_valid_ticks(bd_arena *arena, const bd_scale *scale, const bd_value *values,
				     size_t value_count, double tick_count, size_t *count)
{
	double low = bd_scale_range_start(scale), high = bd_scale_range_end(scale);
	bool reverse = low > high;
	double first = floor(fmin(low, high)), last = ceil(fmax(low, high));
	struct placed *kept = BD_ARRAY(arena, value_count, struct placed);
	size_t n = 0;
	for (size_t i = 0; i < value_count; i++) {
		double at = bd_scale_number(scale, values[i]);
		if (isnan(low) || (first <= at && at <= last))
			kept[n++] = (struct placed){ values[i], reverse ? -at : at, i };
	}
	if (!isnan(low) && n)
		qsort(kept, n, sizeof *kept, by_position);
	struct placed end = n ? kept[n - 1] : (struct placed){ .order = 0 };
	bool thinned = false;
	while (tick_count > 0 && (double)n > tick_count && n >= 3) {
		for (size_t i = 0; i * 2 < n; i++)
			kept[i] = kept[i * 2];
		n = (n + 1) / 2;
		thinned = true;
	}
	if (thinned && n < 3) { /* no room for more: the two ends */
		kept[1] = end;
		n = 2;
	}
	bd_value *out = BD_ARRAY(arena, n, bd_value);
	for (size_t i = 0; i < n; i++)
		out[i] = kept[i].value;
	*count = n;
	return out;
}

static const bd_value *as_values(bd_arena *arena, const double *numbers, size_t count, bool dates)
{
	bd_value *values = BD_ARRAY(arena, count, bd_value);
	for (size_t i = 0; i < count; i++)
		values[i] = dates ? bd_v_date(numbers[i]) : bd_v_number(numbers[i]);
	return values;
}

static const double *time_ticks(bd_arena *arena, const bd_scale *scale, bd_tick_count tick_count,
				double count, size_t *n)
{
	double start = scale->domain[0], stop = scale->domain[scale->domain_count - 1];
	bool reverse = stop < start;
	if (reverse) {
		double swap = start;
		start = stop;
		stop = swap;
	}
	struct bd_interval interval = { tick_count.unit, tick_count.step, false };
	if (!tick_count.by_interval)
		interval = bd_interval_for(start, stop, count, scale->type == BD_SCALE_UTC);
	const double *up = bd_interval_range(arena, interval, start, stop + 1, n);
	if (!reverse)
		return up;
	double *down = BD_ARRAY(arena, *n, double);
	for (size_t i = 0; i < *n; i++)
		down[i] = up[*n - 1 - i];
	return down;
}

const bd_value *bd_scale_ticks(bd_arena *arena, const bd_scale *scale, bd_tick_count tick_count,
			       double min_step, size_t *count)
{
	double wanted = bd_tick_count_number(scale, tick_count, min_step);
	const double *numbers;
	if (scale->has_bins)
		return bd_scale_valid_ticks(arena, scale,
					    as_values(arena, scale->bins, scale->bin_count, false),
					    scale->bin_count, wanted, count);
	bool none = scale->mapping == BD_MAP_LIST || scale->type == BD_SCALE_QUANTILE ||
		    scale->type == BD_SCALE_THRESHOLD;
	if (none)
		return bd_scale_domain(scale, count);
	if (bd_scale_type_is_time(scale->type))
		numbers = time_ticks(arena, scale, tick_count, wanted, count);
	else if (scale->transform.kind == BD_TR_LOG)
		numbers = bd_log_ticks(arena, scale, wanted, count);
	else
		numbers = bd_ticks(arena, scale->domain[0], scale->domain[scale->domain_count - 1],
				   wanted, count);
	return as_values(arena, numbers, *count, bd_scale_type_is_time(scale->type));
}
