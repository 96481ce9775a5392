/* continuous.c - where a number stands in a domain: within a piece of it, or along a ramp. */
#include "scale/internal.h"
#include <math.h>

/* d3's normalize: 0 at a, 1 at b; the middle where there is no way between them. */
static double along_from(double a, double b, double x)
{
	return b == a ? 0.5 : (x - a) / (b - a);
}

/* x held between a and b, which may stand in either order; NaN stays NaN. */
static double clamped(double a, double b, double x)
{
	double low = a < b ? a : b, high = a < b ? b : a;
	return x < low ? low : x > high ? high : x;
}

size_t bd_piece_find(const bd_scale *scale, double number, double *along)
{
	const double *d = scale->lifted;
	size_t pieces = scale->domain_count;
	if (scale->range_count < pieces)
		pieces = scale->range_count;
	pieces = pieces > 1 ? pieces - 1 : 0;
	if (scale->clamp)
		number = clamped(scale->domain[0], scale->domain[pieces], number);
	double x = bd_transform_lift(&scale->transform, number);
	if (!pieces) {
		*along = 0;
		return 0;
	}
	bool falls = d[pieces] < d[0];
	size_t i = 0;
	while (i + 1 < pieces && (falls ? x <= d[i + 1] : x >= d[i + 1]))
		i++;
	*along = along_from(d[i], d[i + 1], x);
	return i;
}

double bd_ramp_position(const bd_scale *scale, double number)
{
	const double *d = scale->lifted;
	double x = bd_transform_lift(&scale->transform, number), t;
	if (scale->domain_count == 3) { /* diverging: half of the colours on each side */
		double sign = d[1] < d[0] ? -1 : 1, half = d[1];
		double from = sign * x < sign * half ? d[0] : d[1],
		       to = sign * x < sign * half ? d[1] : d[2];
		t = 0.5 + (from == to ? 0 : (x - half) * (0.5 / (to - from)));
	} else {
		t = d[0] == d[1] ? 0.5 : (x - d[0]) * (1 / (d[1] - d[0]));
	}
	return scale->clamp ? clamped(0, 1, t) : t;
}

bd_color bd_ramp_color(const struct bd_ramp *ramp, double t)
{
	t = ramp->from + t * (ramp->to - ramp->from);
	if (ramp->count == 1 || isnan(t))
		return ramp->stops[0];
	double last = (double)ramp->count - 1, at = t * last;
	double i = fmax(0, fmin(last - 1, floor(at)));
	return bd_color_interpolate(ramp->stops[(size_t)i], ramp->stops[(size_t)i + 1], at - i,
				    ramp->space, ramp->gamma);
}
