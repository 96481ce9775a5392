/* discretize.c - the bounds between the classes of quantile, quantize, threshold and bin-ordinal
 * scales. */
#include "scale/internal.h"
#include <math.h>

size_t bd_bisect_right(const double *numbers, size_t count, double x)
{
	size_t low = 0, high = count;
	while (low < high) {
		size_t middle = (low + high) / 2;
		if (x < numbers[middle])
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

/* R-7 of Hyndman and Fan, of sorted numbers. */
static double quantile(const double *numbers, size_t count, double p)
{
	double at = (double)(count - 1) * p, low = floor(at);
	size_t i = (size_t)low;
	if (i + 1 >= count)
		return numbers[count - 1];
	return numbers[i] + (numbers[i + 1] - numbers[i]) * (at - low);
}

void bd_thresholds_configure(bd_arena *arena, bd_scale *scale)
{
	size_t classes = scale->range_count, count = scale->domain_count;
	const double *domain = scale->domain;
	if (scale->type == BD_SCALE_THRESHOLD || scale->type == BD_SCALE_BIN_ORDINAL) {
		bool bins = scale->type == BD_SCALE_BIN_ORDINAL;
		scale->thresholds = scale->domain;
		scale->threshold_count = bins || count < classes ? count : classes - 1;
		return;
	}
	scale->threshold_count = classes - 1;
	scale->thresholds = BD_ARRAY(arena, classes, double);
	for (size_t i = 0; i + 1 < classes; i++) {
		double k = (double)(i + 1), n = (double)classes;
		if (scale->type == BD_SCALE_QUANTILE)
			scale->thresholds[i] = count ? quantile(domain, count, k / n) : NAN;
		else
			scale->thresholds[i] = (k * domain[count - 1] - (k - n) * domain[0]) / n;
	}
	if (scale->type == BD_SCALE_QUANTILE && !count)
		scale->threshold_count = 0;
}
