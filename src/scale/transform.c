/* transform.c - what a scale does to numbers before it treats them as equal steps, and back
 * (d3-scale: pow, symlog, log). */
#include "scale/internal.h"
#include <math.h>

static double signed_power(double x, double exponent)
{
	if (exponent == 1)
		return x;
	double size = exponent == 0.5 ? sqrt(fabs(x)) : pow(fabs(x), exponent);
	return x < 0 ? -size : size;
}

double bd_transform_lift(const struct bd_transform *t, double x)
{
	switch (t->kind) {
	case BD_TR_NONE: break;
	case BD_TR_LOG: return t->negative ? -log(-x) : log(x);
	case BD_TR_POW: return signed_power(x, t->exponent);
	case BD_TR_SYMLOG: return copysign(log1p(fabs(x / t->constant)), x);
	}
	return x;
}

double bd_transform_ground(const struct bd_transform *t, double y)
{
	switch (t->kind) {
	case BD_TR_NONE: break;
	case BD_TR_LOG: return t->negative ? -exp(-y) : exp(y);
	case BD_TR_POW:
		return t->exponent == 0.5 ? copysign(y * y, y) : signed_power(y, 1 / t->exponent);
	case BD_TR_SYMLOG: return copysign(expm1(fabs(y)) * t->constant, y);
	}
	return y;
}
