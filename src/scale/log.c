/* log.c - ticks, nice ends and labels of logarithmic scales (d3-scale's log; vega-scale's rule for
 * labels). */
#include "base/limits.h"
#include "scale/internal.h"
#include <math.h>

static double log_in_base(const struct bd_transform *t, double x)
{
	double size = fabs(x);
	double y = t->base == 10  ? log10(size)
		   : t->base == 2 ? log2(size)
				  : log(size) / log(t->base);
	return t->negative ? -y : y;
}

static double power_of_base(const struct bd_transform *t, double y)
{
	return t->negative ? -pow(t->base, -y) : pow(t->base, y);
}

void bd_log_nice(const struct bd_transform *t, double *low, double *high)
{
	*low = power_of_base(t, floor(log_in_base(t, *low)));
	*high = power_of_base(t, ceil(log_in_base(t, *high)));
}

/* 1 to base - 1 times each power of a whole base, between two numbers of one sign. */
static size_t multiples(const struct bd_transform *t, double low, double high, double *out)
{
	size_t n = 0;
	double last = ceil(log_in_base(t, high));
	for (double i = floor(log_in_base(t, low)); i <= last && n < BD_MAX_TICKS; i++)
		for (double m = 1; m < t->base && n < BD_MAX_TICKS; m++) {
			double k = t->negative ? t->base - m : m;
			bool divide = t->negative ? i > 0 : i < 0;
			double tick = divide ? k / fabs(power_of_base(t, -i))
					     : k * fabs(power_of_base(t, i));
			tick = t->negative ? -tick : tick;
			if (tick < low)
				continue;
			if (tick > high)
				break;
			out[n++] = tick;
		}
	return n;
}

const double *bd_log_ticks(bd_arena *arena, const bd_scale *scale, double count, size_t *n)
{
	const struct bd_transform *t = &scale->transform;
	double low = scale->domain[0], high = scale->domain[scale->domain_count - 1];
	bool reverse = high < low;
	if (reverse) {
		double swap = low;
		low = high;
		high = swap;
	}
	double from = log_in_base(t, low), to = log_in_base(t, high);
	double *ticks = BD_ARRAY(arena, BD_MAX_TICKS, double);
	*n = 0;
	if (!isfinite(from) || !isfinite(to))
		return ticks;
	const double *plain;
	if (fmod(t->base, 1) == 0 && to - from < count) {
		*n = multiples(t, low, high, ticks);
		if ((double)*n * 2 < count) {
			plain = bd_ticks(arena, low, high, count, n);
			for (size_t i = 0; i < *n; i++)
				ticks[i] = plain[i];
		}
	} else {
		plain = bd_ticks(arena, from, to, fmin(to - from, count), n);
		for (size_t i = 0; i < *n; i++)
			ticks[i] = power_of_base(t, plain[i]);
	}
	for (size_t i = 0; reverse && i < *n / 2; i++) {
		double swap = ticks[i];
		ticks[i] = ticks[*n - 1 - i];
		ticks[*n - 1 - i] = swap;
	}
	return ticks;
}

bool bd_log_is_labelled(const bd_scale *scale, double tick, double count, size_t tick_count)
{
	double base = scale->transform.base;
	double most = fmax(1, base * count / (double)tick_count);
	double leading = tick / pow(base, bd_round_half_up(log(tick) / log(base)));
	if (leading * base < base - 0.5)
		leading *= base;
	return leading <= most;
}
