/* constants.c - the names that are values by themselves. */
#include "expr/ast.h"

#include <float.h>
#include <math.h>
#include <string.h>

bool bd_x_constant(const char *name, bd_value *value)
{
	static const struct {
		const char *name;
		double number;
	} numbers[] = { { "NaN", NAN },
			{ "Infinity", INFINITY },
			{ "E", 2.718281828459045 },
			{ "LN2", 0.6931471805599453 },
			{ "LN10", 2.302585092994046 },
			{ "LOG2E", 1.4426950408889634 },
			{ "LOG10E", 0.4342944819032518 },
			{ "PI", 3.141592653589793 },
			{ "SQRT1_2", 0.7071067811865476 },
			{ "SQRT2", 1.4142135623730951 },
			{ "MIN_VALUE", 4.9406564584124654e-324 },
			{ "MAX_VALUE", DBL_MAX } };
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		if (!strcmp(name, numbers[i].name)) {
			*value = bd_v_number(numbers[i].number);
			return true;
		}
	if (!strcmp(name, "true") || !strcmp(name, "false"))
		*value = bd_v_bool(*name == 't');
	else if (!strcmp(name, "null"))
		*value = bd_v_null();
	else if (!strcmp(name, "undefined"))
		*value = bd_v_undefined();
	else
		return false;
	return true;
}
