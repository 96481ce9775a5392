/* fn_math.c - JavaScript's Math, and clamp. */
#include "expr/functions.h"

#include <math.h>

static double js_round(double x)
{
	return floor(x + 0.5);
}

static double js_pow(double x, double y)
{
	return isnan(y) ? y : pow(x, y);
}

static bd_value most(const bd_call *call, int sign)
{
	double best = sign > 0 ? -INFINITY : INFINITY;
	for (size_t i = 0; i < call->count; i++) {
		double x = bd_value_to_number(call->args[i]);
		if (isnan(x))
			return bd_v_number(NAN);
		best = sign * x > sign * best ? x : best;
	}
	return bd_v_number(best);
}

static bd_value fn_max(bd_call *call)
{
	return most(call, 1);
}

static bd_value fn_min(bd_call *call)
{
	return most(call, -1);
}

static bd_value fn_hypot(bd_call *call)
{
	double sum = 0;
	for (size_t i = 0; i < call->count; i++)
		sum = hypot(sum, bd_value_to_number(call->args[i]));
	return bd_v_number(sum);
}

static bd_value fn_clamp(bd_call *call)
{
	double x = bd_arg_number(call, 0, NAN), low = bd_arg_number(call, 1, NAN);
	double high = bd_arg_number(call, 2, NAN);
	if (isnan(x) || isnan(low) || isnan(high))
		return bd_v_number(NAN);
	return bd_v_number(fmax(low, fmin(high, x)));
}

static bd_value fn_random(bd_call *call)
{
	return bd_v_number(bd_random_next(call->random));
}

static bd_value fn_is_nan(bd_call *call)
{
	bd_value v = bd_arg(call, 0);
	return bd_v_bool(v.kind == BD_V_NUMBER && isnan(v.number));
}

static bd_value fn_is_finite(bd_call *call)
{
	bd_value v = bd_arg(call, 0);
	bool is_number = v.kind == BD_V_NUMBER || v.kind == BD_V_DATE;
	return bd_v_bool(is_number && isfinite(v.number));
}

const bd_function bd_functions_math[] = {
	{ "isNaN", 1, 1, .call = fn_is_nan, .doc = "True for the number NaN." },
	{ "isFinite", 1, 1, .call = fn_is_finite, .doc = "True for a number that is finite." },
	{ "abs", 1, 1, .of1 = fabs, .doc = "The absolute value." },
	{ "acos", 1, 1, .of1 = acos, .doc = "The arc cosine, in radians." },
	{ "asin", 1, 1, .of1 = asin, .doc = "The arc sine, in radians." },
	{ "atan", 1, 1, .of1 = atan, .doc = "The arc tangent, in radians." },
	{ "atan2", 2, 2, .of2 = atan2, .doc = "The angle of a point, given as y and x." },
	{ "cbrt", 1, 1, .of1 = cbrt, .doc = "The cube root." },
	{ "ceil", 1, 1, .of1 = ceil, .doc = "The next integer above." },
	{ "clamp", 3, 3, .call = fn_clamp, .doc = "A value kept between a least and a most." },
	{ "cos", 1, 1, .of1 = cos, .doc = "The cosine of an angle in radians." },
	{ "exp", 1, 1, .of1 = exp, .doc = "e to that power." },
	{ "floor", 1, 1, .of1 = floor, .doc = "The next integer below." },
	{ "hypot", 0, -1, .call = fn_hypot, .doc = "The root of the sum of squares." },
	{ "log", 1, 1, .of1 = log, .doc = "The natural logarithm." },
	{ "max", 0, -1, .call = fn_max, .doc = "The largest argument." },
	{ "min", 0, -1, .call = fn_min, .doc = "The smallest argument." },
	{ "pow", 2, 2, .of2 = js_pow, .doc = "A number to a power." },
	{ "random", 0, 0, .call = fn_random, .doc = "A number from 0 to 1, the same every run." },
	{ "round", 1, 1, .of1 = js_round, .doc = "The nearest integer; halves go up." },
	{ "sin", 1, 1, .of1 = sin, .doc = "The sine of an angle in radians." },
	{ "sqrt", 1, 1, .of1 = sqrt, .doc = "The square root." },
	{ "tan", 1, 1, .of1 = tan, .doc = "The tangent of an angle in radians." },
	{ "trunc", 1, 1, .of1 = trunc, .doc = "The number without its decimals." },
	{ .name = NULL },
};
