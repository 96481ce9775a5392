/* quantile.c - statistics that need the values in order, and the bootstrap. */
#include "data/aggregate.h"

#include <math.h>

double bd_quantile(const double *sorted, size_t count, double p)
{
	if (!count || isnan(p))
		return NAN;
	double at = (double)(count - 1) * fmin(fmax(p, 0), 1), below = floor(at);
	size_t i = (size_t)below;
	double next = i + 1 < count ? sorted[i + 1] : sorted[i];
	return sorted[i] + (next - sorted[i]) * (at - below);
}

/* Where the means of samples of very many values lie: they are distributed normally, and nearer to
 * that than a thousand samples tell (central limit theorem). */
static double normal_mean(const double *values, size_t count, double deviations)
{
	double n = (double)count, mean = 0, squares = 0;
	for (size_t i = 0; i < count; i++)
		mean += values[i] / n;
	for (size_t i = 0; i < count; i++)
		squares += (values[i] - mean) * (values[i] - mean);
	return mean + deviations * sqrt(squares / n / n);
}

/* The 95 % interval of the mean, from means of 1000 samples with replacement (B. Efron, 1979). The
 * samples are the same every run. */
static double bootstrap(bd_env *env, const double *values, size_t count, double p)
{
	enum { SAMPLES = 1000, MANY = 5000 };
	static const double quantile_975 = 1.959963984540054; /* of the normal distribution */
	if (count > MANY)
		return normal_mean(values, count, p < 0.5 ? -quantile_975 : quantile_975);
	bd_random random = { count };
	double *means = BD_ARRAY(env->scratch, SAMPLES, double);
	for (int s = 0; s < SAMPLES; s++) {
		double sum = 0;
		for (size_t i = 0; i < count; i++)
			sum += values[(size_t)(bd_random_next(&random) * (double)count)];
		means[s] = sum / (double)count;
	}
	bd_sort_numbers(means, SAMPLES);
	return bd_quantile(means, SAMPLES, p);
}

double bd_sorted_statistic(bd_env *env, bd_aggregate_op op, double *values, size_t count)
{
	if (op == BD_OP_CI0 || op == BD_OP_CI1)
		return bootstrap(env, values, count, op == BD_OP_CI0 ? 0.025 : 0.975);
	bd_sort_numbers(values, count);
	return bd_quantile(values, count, op == BD_OP_Q1 ? 0.25 : op == BD_OP_Q3 ? 0.75 : 0.5);
}
