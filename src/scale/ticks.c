/* ticks.c - round numbers between two others, for axes (d3-array's ticks, d3-scale's nice). */
#include "base/limits.h"
#include "scale/internal.h"
#include <math.h>

double bd_round_half_up(double x)
{
	double low = floor(x);
	return x - low >= 0.5 ? low + 1 : low;
}

/* Ticks are the whole multiples from `first` to `last` of an increment; one below 1 is given as the
 * negative of its inverse, so that what is computed with it stays exact. */
struct tick_spec {
	double first, last, increment;
};

static struct tick_spec find_spec(double start, double stop, double count)
{
	double step = (stop - start) / fmax(0, count), power = floor(log10(step));
	double error = step / pow(10, power);
	double factor = error >= sqrt(50) ? 10 : error >= sqrt(10) ? 5 : error >= sqrt(2) ? 2 : 1;
	struct tick_spec spec;
	if (power < 0) {
		double inverse = pow(10, -power) / factor;
		spec.first = bd_round_half_up(start * inverse);
		spec.last = bd_round_half_up(stop * inverse);
		spec.first += spec.first / inverse < start;
		spec.last -= spec.last / inverse > stop;
		spec.increment = -inverse;
	} else {
		spec.increment = pow(10, power) * factor;
		spec.first = bd_round_half_up(start / spec.increment);
		spec.last = bd_round_half_up(stop / spec.increment);
		spec.first += spec.first * spec.increment < start;
		spec.last -= spec.last * spec.increment > stop;
	}
	if (spec.last < spec.first && 0.5 <= count && count < 2)
		return find_spec(start, stop, count * 2);
	return spec;
}

const double *bd_ticks(bd_arena *arena, double start, double stop, double count, size_t *n)
{
	*n = 0;
	if (!(count > 0) || !isfinite(start) || !isfinite(stop))
		return NULL;
	double *ticks = BD_ARRAY(arena, BD_MAX_TICKS, double);
	if (start == stop) {
		ticks[(*n)++] = start;
		return ticks;
	}
	bool reverse = stop < start;
	count = fmin(count, BD_MAX_TICKS / 2);
	struct tick_spec spec =
		reverse ? find_spec(stop, start, count) : find_spec(start, stop, count);
	if (!(spec.last >= spec.first))
		return NULL;
	double many = fmin(spec.last - spec.first + 1, BD_MAX_TICKS);
	for (double i = 0; i < many; i++) {
		double multiple = reverse ? spec.last - i : spec.first + i;
		ticks[(*n)++] =
			spec.increment < 0 ? multiple / -spec.increment : multiple * spec.increment;
	}
	return ticks;
}

double bd_tick_increment(double start, double stop, double count)
{
	return find_spec(start, stop, count).increment;
}

double bd_tick_step(double start, double stop, double count)
{
	double increment = stop < start ? bd_tick_increment(stop, start, count)
					: bd_tick_increment(start, stop, count);
	return (stop < start ? -1 : 1) * (increment < 0 ? 1 / -increment : increment);
}
