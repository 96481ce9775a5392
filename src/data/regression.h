/* regression.h - curves fitted to points by least squares. */
#pragma once
#include "data/curve.h"

typedef enum {
	BD_FIT_LINEAR,
	BD_FIT_LOG, /* a + b ln x */
	BD_FIT_EXP, /* a e^(bx), weighted by y */
	BD_FIT_POW, /* a x^b */
	BD_FIT_QUAD,
	BD_FIT_POLY
} bd_fit_kind;

enum { BD_MAX_ORDER = 10 };

typedef struct bd_fit {
	bd_fit_kind kind;
	int order;                      /* of POLY */
	double center;                  /* polynomials are about this x */
	double about[BD_MAX_ORDER + 1]; /* their coefficients there */
	double coef[BD_MAX_ORDER + 1];  /* as Vega gives them */
	size_t count;                   /* of coef */
	double r_squared;
} bd_fit;

/* False where there are too few points for the curve. */
bool bd_fit_points(bd_fit *fit, bd_fit_kind kind, int order, const bd_pairs *points);
double bd_fit_at(const void *fit, double x); /* a bd_fitted */

/* Local regression (W. S. Cleveland's LOWESS, 1979: tricube weights over the nearest `bandwidth`
 * share of the points, two robust rounds). Points in order of x; y becomes the smoothed values. */
void bd_loess(bd_env *env, bd_pairs *points, double bandwidth);
