#include "base/number_span.h"

#include "base/parallel.h"
#include <math.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { LANES = 8, PARALLEL = 200000 }; /* comparisons under way at once; numbers worth threads */

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

/* The least and the largest in each lane, of a multiple of LANES numbers; false where one is NaN.
 */
#ifdef __SSE2__
static bool in_lanes(const double *n, size_t count, double min[LANES], double max[LANES])
{
	enum { WIDTH = 2, LOADS = LANES / WIDTH };
	__m128d low[LOADS], high[LOADS], odd = _mm_setzero_pd();
	for (int k = 0; k < LOADS; k++)
		low[k] = high[k] = _mm_loadu_pd(n + k * WIDTH);
	for (size_t i = 0; i < count; i += LANES)
		for (int k = 0; k < LOADS; k++) {
			__m128d x = _mm_loadu_pd(n + i + k * WIDTH);
			low[k] = _mm_min_pd(x, low[k]);
			high[k] = _mm_max_pd(x, high[k]);
			odd = _mm_or_pd(odd, _mm_cmpunord_pd(x, x));
		}
	for (int k = 0; k < LOADS; k++) {
		_mm_storeu_pd(min + k * WIDTH, low[k]);
		_mm_storeu_pd(max + k * WIDTH, high[k]);
	}
	return !_mm_movemask_pd(odd);
}
#else
static bool in_lanes(const double *n, size_t count, double min[LANES], double max[LANES])
{
	bool numbers = true;
	for (int k = 0; k < LANES; k++)
		min[k] = max[k] = n[k];
	for (size_t i = 0; i < count; i++) {
		double *low = &min[i % LANES], *high = &max[i % LANES];
		*low = n[i] < *low ? n[i] : *low;
		*high = n[i] > *high ? n[i] : *high;
		numbers &= n[i] == n[i];
	}
	return numbers;
}
#endif

static bd_number_span span_of(const double *n, size_t count)
{
	double min[LANES], max[LANES];
	size_t in = count / LANES * LANES;
	if (!in || !in_lanes(n, in, min, max))
		return one_by_one(n, count);
	bd_number_span span = one_by_one(n + in, count - in);
	for (int lane = 0; lane < LANES; lane++) {
		if (isinf(min[lane]) || isinf(max[lane]))
			return one_by_one(n, count);
		widen(&span, min[lane]);
		widen(&span, max[lane]);
	}
	return span;
}

typedef struct span_work {
	const double *numbers;
	bd_number_span spans[BD_SLICES];
} span_work;

static void span_slice(void *context, size_t slice, size_t from, size_t end)
{
	span_work *w = context;
	w->spans[slice] = span_of(w->numbers + from, end - from);
}

bd_number_span bd_numbers_span(const double *numbers, size_t count)
{
	span_work w = { .numbers = numbers };
	size_t slices = bd_parallel(count, PARALLEL, span_slice, &w);
	bd_number_span all = w.spans[0];
	for (size_t i = 1; i < slices; i++) {
		widen(&all, w.spans[i].min);
		widen(&all, w.spans[i].max);
		all.finite = all.finite && w.spans[i].finite;
	}
	return all;
}
