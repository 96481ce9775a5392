#include "expr/functions.h"

#include <string.h>

static const bd_function *const groups[] = {
	bd_functions_math,   bd_functions_statistics, bd_functions_date,
	bd_functions_string, bd_functions_array,      bd_functions_type,
	bd_functions_color,  bd_functions_format,     bd_functions_regexp,
};

const bd_function *bd_expr_functions(size_t group)
{
	return group < sizeof groups / sizeof *groups ? groups[group] : NULL;
}

const bd_function *bd_function_find(const char *name)
{
	for (size_t g = 0; g < sizeof groups / sizeof *groups; g++)
		for (const bd_function *f = groups[g]; f->name; f++)
			if (!strcmp(f->name, name))
				return f;
	return NULL;
}

bd_value bd_arg(const bd_call *call, size_t i)
{
	return i < call->count ? call->args[i] : bd_v_undefined();
}

double bd_arg_number(const bd_call *call, size_t i, double otherwise)
{
	bd_value v = bd_arg(call, i);
	return v.kind == BD_V_UNDEFINED ? otherwise : bd_value_to_number(v);
}

const char *bd_arg_string(const bd_call *call, size_t i, const char *otherwise)
{
	bd_value v = bd_arg(call, i);
	return v.kind == BD_V_UNDEFINED ? otherwise : bd_value_to_string(call->arena, v);
}

bd_value bd_v_array(const bd_value *items, size_t count)
{
	return (bd_value){ .kind = BD_V_ARRAY, .length = (uint32_t)count, .items = items };
}
