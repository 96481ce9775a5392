#include "data/regression.h"

#include "data/aggregate.h"
#include <math.h>
#include <string.h>

/* The weighted least-squares line of v on u, about the means so that nothing cancels. */
static void line(const bd_pairs *p, double (*u)(double), double (*v)(double), bool weigh_by_y,
		 double *intercept, double *slope)
{
	double weights = 0, mean_u = 0, mean_v = 0, uu = 0, uv = 0;
	for (size_t i = 0; i < p->count; i++) {
		double w = weigh_by_y ? p->y[i] : 1, du, dv;
		weights += w;
		du = u(p->x[i]) - mean_u;
		dv = v(p->y[i]) - mean_v;
		mean_u += du * w / weights;
		mean_v += dv * w / weights;
		uu += w * du * (u(p->x[i]) - mean_u);
		uv += w * du * (v(p->y[i]) - mean_v);
	}
	*slope = fabs(uu) < 1e-24 ? 0 : uv / uu;
	*intercept = mean_v - *slope * mean_u;
}

static double same(double x)
{
	return x;
}

/* Solves the normal equations by elimination with pivoting. */
static void solve(double m[BD_MAX_ORDER + 1][BD_MAX_ORDER + 2], int n, double *out)
{
	for (int c = 0; c < n; c++) {
		int best = c;
		for (int r = c + 1; r < n; r++)
			if (fabs(m[r][c]) > fabs(m[best][c]))
				best = r;
		for (int k = 0; k <= n; k++) {
			double swap = m[c][k];
			m[c][k] = m[best][k];
			m[best][k] = swap;
		}
		for (int r = c + 1; r < n && m[c][c] != 0; r++)
			for (int k = n; k >= c; k--)
				m[r][k] -= m[c][k] * m[r][c] / m[c][c];
	}
	for (int r = n - 1; r >= 0; r--) {
		double sum = m[r][n];
		for (int k = r + 1; k < n; k++)
			sum -= m[r][k] * out[k];
		out[r] = m[r][r] != 0 ? sum / m[r][r] : 0;
	}
}

/* (x - c)^k multiplied out, so that the coefficients count from 0. */
static void uncenter(bd_fit *f)
{
	memset(f->coef, 0, sizeof f->coef);
	for (int k = f->order; k >= 0; k--) {
		for (int i = f->order; i > 0; i--)
			f->coef[i] = f->coef[i - 1] - f->center * f->coef[i];
		f->coef[0] = -f->center * f->coef[0] + f->about[k];
	}
}

static void polynomial(bd_fit *f, const bd_pairs *p)
{
	double m[BD_MAX_ORDER + 1][BD_MAX_ORDER + 2] = { 0 };
	int n = f->order + 1;
	for (size_t i = 0; i < p->count; i++)
		f->center += (p->x[i] - f->center) / (double)(i + 1);
	for (size_t i = 0; i < p->count; i++) {
		double d = p->x[i] - f->center, powers[2 * BD_MAX_ORDER + 1];
		powers[0] = 1;
		for (int k = 1; k < 2 * n - 1; k++)
			powers[k] = powers[k - 1] * d;
		for (int r = 0; r < n; r++) {
			for (int c = 0; c < n; c++)
				m[r][c] += powers[r + c];
			m[r][n] += powers[r] * p->y[i];
		}
	}
	solve(m, n, f->about);
	uncenter(f);
	f->count = (size_t)n;
}

double bd_fit_at(const void *model, double x)
{
	const bd_fit *f = model;
	double d = x - f->center, sum = 0;
	switch (f->kind) {
	case BD_FIT_LINEAR: return f->coef[0] + f->coef[1] * x;
	case BD_FIT_LOG: return f->coef[0] + f->coef[1] * log(x);
	case BD_FIT_EXP: return f->coef[0] * exp(f->coef[1] * x);
	case BD_FIT_POW: return f->coef[0] * pow(x, f->coef[1]);
	case BD_FIT_QUAD:
	case BD_FIT_POLY: break;
	}
	for (int k = f->order; k >= 0; k--)
		sum = sum * d + f->about[k];
	return sum;
}

static double r_squared(const bd_fit *f, const bd_pairs *p)
{
	double mean = 0, unexplained = 0, all = 0;
	for (size_t i = 0; i < p->count; i++)
		mean += (p->y[i] - mean) / (double)(i + 1);
	for (size_t i = 0; i < p->count; i++) {
		double off = p->y[i] - bd_fit_at(f, p->x[i]), d = p->y[i] - mean;
		unexplained += off * off;
		all += d * d;
	}
	return all > 0 ? 1 - unexplained / all : 1;
}

bool bd_fit_points(bd_fit *f, bd_fit_kind kind, int order, const bd_pairs *p)
{
	*f = (bd_fit){ .kind = kind, .order = kind == BD_FIT_QUAD ? 2 : order, .count = 2 };
	bool curve = kind == BD_FIT_QUAD || kind == BD_FIT_POLY;
	if (f->order < 0 || f->order > BD_MAX_ORDER)
		f->order = 3;
	if (p->count <= (curve ? (size_t)f->order + 1 : 2) - (curve ? 0u : 1u))
		return false;
	double *a = &f->coef[0], *b = &f->coef[1];
	switch (kind) {
	case BD_FIT_LINEAR: line(p, same, same, false, a, b); break;
	case BD_FIT_LOG: line(p, log, same, false, a, b); break;
	case BD_FIT_EXP:
		line(p, same, log, true, a, b);
		*a = exp(*a);
		break;
	case BD_FIT_POW:
		line(p, log, log, false, a, b);
		*a = exp(*a);
		break;
	case BD_FIT_QUAD:
	case BD_FIT_POLY: polynomial(f, p); break;
	}
	f->r_squared = r_squared(f, p);
	return true;
}

/* --- loess --- */

static double tricube(double x)
{
	double t = 1 - x * x * x;
	return t * t * t;
}

/* The weighted line through points from..to, at the i-th; sums are about that point. */
static double local_line(const bd_pairs *p, const double *weights, size_t from, size_t to, size_t i)
{
	double x = p->x[i], y = p->y[i], reach = fmax(x - p->x[from], p->x[to] - x);
	double w = 0, sum_x = 0, sum_y = 0, xx = 0, xy = 0;
	double part = reach > 0 ? 1 / reach : 1;
	for (size_t k = from; k <= to; k++) {
		double dx = p->x[k] - x, dy = p->y[k] - y;
		double weight = fmax(tricube(fabs(dx) * part), 0) * weights[k];
		w += weight;
		sum_x += weight * dx;
		sum_y += weight * dy;
		xx += weight * dx * dx;
		xy += weight * dx * dy;
	}
	double spread = xx - sum_x * sum_x / w;
	double slope = fabs(spread) < 1e-24 ? 0 : (xy - sum_x * sum_y / w) / spread;
	return y + (sum_y - slope * sum_x) / w;
}

/* The points at which lines are fitted to their neighbours. Of many points neighbouring ones have
 * all but the same line: stops are a small part of a neighbourhood apart then, and between them the
 * curve is interpolated (as with the `delta` of Cleveland's program, but by cubics). */
static size_t find_stops(const bd_pairs *p, size_t near, size_t *stops)
{
	enum { PART = 32, LEAST = 100 };
	static const double many = 4e6;
	size_t n = p->count, step = near / PART + 1, count = 0;
	bool each = (double)n * (double)near <= many;
	double far = (p->x[n - 1] - p->x[0]) / LEAST;
	for (size_t i = 0, last = 0; i < n; i++) {
		bool stop = each || i == 0 || i + 1 == n || i - last >= step ||
			    p->x[i] - p->x[last] >= far;
		if (!stop)
			continue;
		stops[count++] = last = i;
	}
	return count;
}

/* How steep the curve is at the k-th stop, told by those beside it. */
static double slope_at(const bd_pairs *p, const double *smooth, const size_t *stops, size_t count,
		       size_t k)
{
	size_t a = stops[k ? k - 1 : k], b = stops[k], c = stops[k + 1 < count ? k + 1 : k];
	double left = p->x[b] - p->x[a], right = p->x[c] - p->x[b];
	double before = left > 0 ? (smooth[b] - smooth[a]) / left : 0;
	double after = right > 0 ? (smooth[c] - smooth[b]) / right : 0;
	if (!(left > 0) || !(right > 0))
		return left > 0 ? before : after;
	return (before * right + after * left) / (left + right);
}

/* Hermite's cubics from stop to stop. */
static void fill_between(const bd_pairs *p, double *smooth, const size_t *stops, size_t count)
{
	for (size_t k = 0; k + 1 < count; k++) {
		size_t a = stops[k], b = stops[k + 1];
		if (b == a + 1)
			continue;
		double width = p->x[b] - p->x[a], rise = smooth[b] - smooth[a];
		double in = slope_at(p, smooth, stops, count, k) * width - rise;
		double out = rise - slope_at(p, smooth, stops, count, k + 1) * width;
		for (size_t i = a + 1; i < b; i++) {
			double t = width > 0 ? (p->x[i] - p->x[a]) / width : 0, s = 1 - t;
			smooth[i] = smooth[a] + t * rise + t * s * (s * in + t * out);
		}
	}
}

static void smooth_once(const bd_pairs *p, const double *weights, size_t near, const size_t *stops,
			size_t count, double *smooth)
{
	size_t from = 0, to = near - 1, n = p->count;
	for (size_t k = 0; k < count; k++) {
		size_t i = stops[k];
		/* The nearest points move along; equal distances move, too. */
		while (to + 1 < n && i > from && p->x[to + 1] - p->x[i] <= p->x[i] - p->x[from])
			from++, to++;
		smooth[i] = local_line(p, weights, from, to, i);
	}
	fill_between(p, smooth, stops, count);
}

void bd_loess(bd_env *env, bd_pairs *p, double bandwidth)
{
	enum { ROUNDS = 3 };
	const double tiny = 1e-12;
	size_t n = p->count, near = (size_t)fmax(2, floor(bandwidth * (double)n));
	near = near > n ? n : near;
	double *smooth = BD_ARRAY(env->scratch, n, double),
	       *weights = BD_ARRAY(env->scratch, n, double);
	double *off = BD_ARRAY(env->scratch, n, double),
	       *sorted = BD_ARRAY(env->scratch, n, double);
	size_t *stops = BD_ARRAY(env->scratch, n, size_t);
	size_t stop_count = n ? find_stops(p, near, stops) : 0;
	for (size_t i = 0; i < n; i++)
		weights[i] = 1;
	for (int round = 0; round < ROUNDS && n; round++) {
		smooth_once(p, weights, near, stops, stop_count, smooth);
		for (size_t i = 0; i < n; i++)
			sorted[i] = off[i] = fabs(p->y[i] - smooth[i]);
		bd_sort_numbers(sorted, n);
		double median = bd_quantile(sorted, n, 0.5);
		if (median < tiny)
			break;
		for (size_t i = 0; i < n; i++) {
			double share = off[i] / (6 * median), w = 1 - share * share;
			weights[i] = share >= 1 ? tiny : w * w;
		}
	}
	memcpy(p->y, smooth, n * sizeof *smooth);
}
