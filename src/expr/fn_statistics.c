/* fn_statistics.c - normal, log-normal and uniform distributions: samples, densities, cumulative
 * densities and quantiles (as vega-statistics defines them). Samples are the same every run. */
#include "expr/functions.h"

#include <math.h>

#define PI 3.14159265358979323846

static double param(const bd_call *call, size_t i, double otherwise)
{
	return bd_arg_number(call, i, otherwise);
}

static double density_normal(double x, double mean, double stdev)
{
	double z = (x - mean) / stdev;
	return exp(-0.5 * z * z) / (stdev * sqrt(2 * PI));
}

static double cumulative_normal(double x, double mean, double stdev)
{
	return 0.5 * erfc(-(x - mean) / (stdev * sqrt(2)));
}

/* The inverse of the normal distribution: P. J. Acklam's rational approximation, made exact by
 * one step of Halley's method. */
static double quantile_normal(double p, double mean, double stdev)
{
	static const double a[] = { -3.969683028665376e+01, 2.209460984245205e+02,
				    -2.759285104469687e+02, 1.383577518672690e+02,
				    -3.066479806614716e+01, 2.506628277459239e+00 };
	static const double b[] = { -5.447609879822406e+01, 1.615858368580409e+02,
				    -1.556989798598866e+02, 6.680131188771972e+01,
				    -1.328068155288572e+01 };
	static const double c[] = { -7.784894002430293e-03, -3.223964580411365e-01,
				    -2.400758277161838e+00, -2.549732539343734e+00,
				    4.374664141464968e+00,  2.938163982698783e+00 };
	static const double d[] = { 7.784695709041462e-03, 3.224671290700398e-01,
				    2.445134137142996e+00, 3.754408661907416e+00 };
	if (!(p >= 0 && p <= 1))
		return NAN;
	if (p == 0 || p == 1)
		return p == 0 ? -INFINITY : INFINITY;
	double x, low = 0.02425;
	if (p < low || p > 1 - low) {
		double q = sqrt(-2 * log(p < low ? p : 1 - p));
		x = (((((c[0] * q + c[1]) * q + c[2]) * q + c[3]) * q + c[4]) * q + c[5]) /
		    ((((d[0] * q + d[1]) * q + d[2]) * q + d[3]) * q + 1);
		x = p < low ? x : -x;
	} else {
		double q = p - 0.5, r = q * q;
		x = (((((a[0] * r + a[1]) * r + a[2]) * r + a[3]) * r + a[4]) * r + a[5]) * q /
		    (((((b[0] * r + b[1]) * r + b[2]) * r + b[3]) * r + b[4]) * r + 1);
	}
	double e = cumulative_normal(x, 0, 1) - p, u = e * sqrt(2 * PI) * exp(x * x / 2);
	return mean + stdev * (x - u / (1 + x * u / 2));
}

/* G. Marsaglia's polar method. */
static double sample_normal(bd_random *random, double mean, double stdev)
{
	double x, y, r;
	do {
		x = bd_random_next(random) * 2 - 1;
		y = bd_random_next(random) * 2 - 1;
		r = x * x + y * y;
	} while (r == 0 || r > 1);
	return mean + x * sqrt(-2 * log(r) / r) * stdev;
}

static bd_value fn_sample_normal(bd_call *c)
{
	return bd_v_number(sample_normal(c->random, param(c, 0, 0), param(c, 1, 1)));
}

static bd_value fn_density_normal(bd_call *c)
{
	return bd_v_number(density_normal(param(c, 0, NAN), param(c, 1, 0), param(c, 2, 1)));
}

static bd_value fn_cumulative_normal(bd_call *c)
{
	return bd_v_number(cumulative_normal(param(c, 0, NAN), param(c, 1, 0), param(c, 2, 1)));
}

static bd_value fn_quantile_normal(bd_call *c)
{
	return bd_v_number(quantile_normal(param(c, 0, NAN), param(c, 1, 0), param(c, 2, 1)));
}

static bd_value fn_sample_log_normal(bd_call *c)
{
	return bd_v_number(exp(sample_normal(c->random, param(c, 0, 0), param(c, 1, 1))));
}

static bd_value fn_density_log_normal(bd_call *c)
{
	double x = param(c, 0, NAN);
	double at = x <= 0 ? 0 : density_normal(log(x), param(c, 1, 0), param(c, 2, 1)) / x;
	return bd_v_number(at);
}

static bd_value fn_cumulative_log_normal(bd_call *c)
{
	double x = param(c, 0, NAN);
	return bd_v_number(x <= 0 ? 0 : cumulative_normal(log(x), param(c, 1, 0), param(c, 2, 1)));
}

static bd_value fn_quantile_log_normal(bd_call *c)
{
	return bd_v_number(exp(quantile_normal(param(c, 0, NAN), param(c, 1, 0), param(c, 2, 1))));
}

/* One bound given is the upper one; none is 0 to 1. */
static void bounds(const bd_call *c, size_t from, double *low, double *high)
{
	bool both = c->count > from + 1;
	*low = both ? param(c, from, 0) : 0;
	*high = both ? param(c, from + 1, 1) : param(c, from, 1);
}

static bd_value fn_sample_uniform(bd_call *c)
{
	double low, high;
	bounds(c, 0, &low, &high);
	return bd_v_number(low + (high - low) * bd_random_next(c->random));
}

static bd_value fn_density_uniform(bd_call *c)
{
	double low, high, x = param(c, 0, NAN);
	bounds(c, 1, &low, &high);
	return bd_v_number(x >= low && x <= high ? 1 / (high - low) : 0);
}

static bd_value fn_cumulative_uniform(bd_call *c)
{
	double low, high, x = param(c, 0, NAN);
	bounds(c, 1, &low, &high);
	return bd_v_number(x < low ? 0 : x > high ? 1 : (x - low) / (high - low));
}

static bd_value fn_quantile_uniform(bd_call *c)
{
	double low, high, p = param(c, 0, NAN);
	bounds(c, 1, &low, &high);
	return bd_v_number(p >= 0 && p <= 1 ? low + p * (high - low) : NAN);
}

const bd_function bd_functions_statistics[] = {
	{ "sampleNormal", 0, 2, .call = fn_sample_normal, .doc = "A sample: mean, stdev." },
	{ "cumulativeNormal", 1, 3, .call = fn_cumulative_normal, .doc = "value, mean, stdev." },
	{ "densityNormal", 1, 3, .call = fn_density_normal, .doc = "value, mean, stdev." },
	{ "quantileNormal", 1, 3, .call = fn_quantile_normal, .doc = "probability, mean, stdev." },
	{ "sampleLogNormal", 0, 2, .call = fn_sample_log_normal, .doc = "A sample: mean, stdev." },
	{ "cumulativeLogNormal", 1, 3, .call = fn_cumulative_log_normal,
	  .doc = "value, mean, stdev." },
	{ "densityLogNormal", 1, 3, .call = fn_density_log_normal, .doc = "value, mean, stdev." },
	{ "quantileLogNormal", 1, 3, .call = fn_quantile_log_normal,
	  .doc = "probability, mean, stdev." },
	{ "sampleUniform", 0, 2, .call = fn_sample_uniform, .doc = "A sample: least, most." },
	{ "cumulativeUniform", 1, 3, .call = fn_cumulative_uniform, .doc = "value, least, most." },
	{ "densityUniform", 1, 3, .call = fn_density_uniform, .doc = "value, least, most." },
	{ "quantileUniform", 1, 3, .call = fn_quantile_uniform,
	  .doc = "probability, least, most." },
	{ .name = NULL },
};
