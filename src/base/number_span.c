#include "base/number_span.h"

#include <math.h>

enum {
	LANES = 4
}; /* comparisons under way at once: each waits for the one before it in its lane */

static void widen(bd_number_span *span, double number)
{
	span->min = number < span->min ? number : span->min;
	span->max = number > span->max ? number : span->max;
}

static bd_number_span one_by_one(const double *numbers, size_t count)
{
	bd_number_span span = { INFINITY, -INFINITY, true };
	for (size_t i = 0; i < count; i++) {
		bool finite = isfinite(numbers[i]);
		span.finite = span.finite && finite;
		if (finite)
			widen(&span, numbers[i]);
	}
	return span;
}

bd_number_span bd_numbers_span(const double *n, size_t count)
{
	if (count < LANES)
		return one_by_one(n, count);
	double min[LANES] = { n[0], n[1], n[2], n[3] }, max[LANES] = { n[0], n[1], n[2], n[3] };
	double odd = 0; /* 0 as long as all are finite: x - x is NaN of others */
	size_t i = 0;
	for (; i + LANES <= count; i += LANES) {
		double a = n[i], b = n[i + 1], c = n[i + 2], d = n[i + 3];
		min[0] = a < min[0] ? a : min[0];
		min[1] = b < min[1] ? b : min[1];
		min[2] = c < min[2] ? c : min[2];
		min[3] = d < min[3] ? d : min[3];
		max[0] = a > max[0] ? a : max[0];
		max[1] = b > max[1] ? b : max[1];
		max[2] = c > max[2] ? c : max[2];
		max[3] = d > max[3] ? d : max[3];
		odd += ((a - a) + (b - b)) + ((c - c) + (d - d));
	}
	if (isnan(odd))
		return one_by_one(n, count);
	bd_number_span span = one_by_one(n + i, count - i);
	for (int lane = 0; lane < LANES; lane++) {
		widen(&span, min[lane]);
		widen(&span, max[lane]);
	}
	return span;
}
