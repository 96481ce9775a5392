/* fn_type.c - what a value is, and making it something else. */
#include "expr/functions.h"
#include "expr/regexp.h"

#include "base/time_read.h"
#include <math.h>
#include <string.h>

static bool is_nothing(bd_value v)
{
	return bd_value_is_missing(v) || (v.kind == BD_V_STRING && !v.length);
}

#define IS(name, test)                        \
	static bd_value name(bd_call *call)   \
	{                                     \
		bd_value v = bd_arg(call, 0); \
		return bd_v_bool(test);       \
	}
IS(fn_is_array, v.kind == BD_V_ARRAY)
IS(fn_is_boolean, v.kind == BD_V_BOOL)
IS(fn_is_date, v.kind == BD_V_DATE)
IS(fn_is_defined, v.kind != BD_V_UNDEFINED)
IS(fn_is_number, v.kind == BD_V_NUMBER)
IS(fn_is_object, v.kind == BD_V_OBJECT || v.kind == BD_V_ARRAY || v.kind == BD_V_DATE)
IS(fn_is_regexp, bd_is_regexp(v))
IS(fn_is_string, v.kind == BD_V_STRING)
IS(fn_is_valid,
   !bd_value_is_missing(v) && !((v.kind == BD_V_NUMBER || v.kind == BD_V_DATE) && isnan(v.number)))

static bd_value fn_to_boolean(bd_call *call)
{
	bd_value v = bd_arg(call, 0);
	if (is_nothing(v))
		return bd_v_null();
	if (v.kind == BD_V_STRING && (!strcmp(v.string, "false") || !strcmp(v.string, "0")))
		return bd_v_bool(false);
	return bd_v_bool(bd_value_to_bool(v));
}

static bd_value fn_to_date(bd_call *call)
{
	bd_value v = bd_arg(call, 0);
	double ms = NAN;
	if (is_nothing(v))
		return bd_v_null();
	if (v.kind == BD_V_STRING)
		bd_time_read(v.string, v.length, &ms);
	else
		ms = bd_value_to_number(v);
	return bd_v_date(ms);
}

static bd_value fn_to_number(bd_call *call)
{
	bd_value v = bd_arg(call, 0);
	return is_nothing(v) ? bd_v_null() : bd_v_number(bd_value_to_number(v));
}

static bd_value fn_to_string(bd_call *call)
{
	bd_value v = bd_arg(call, 0);
	return is_nothing(v) ? bd_v_null() : bd_v_string(bd_value_to_string(call->arena, v));
}

const bd_function bd_functions_type[] = {
	{ "isArray", 1, 1, .call = fn_is_array, .doc = "True for an array." },
	{ "isBoolean", 1, 1, .call = fn_is_boolean, .doc = "True for true and false." },
	{ "isDate", 1, 1, .call = fn_is_date, .doc = "True for a date." },
	{ "isDefined", 1, 1, .call = fn_is_defined, .doc = "False for what is not there." },
	{ "isNumber", 1, 1, .call = fn_is_number, .doc = "True for a number." },
	{ "isObject", 1, 1, .call = fn_is_object, .doc = "True for an object, array or date." },
	{ "isRegExp", 1, 1, .call = fn_is_regexp, .doc = "True for a regular expression." },
	{ "isString", 1, 1, .call = fn_is_string, .doc = "True for a text." },
	{ "isValid", 1, 1, .call = fn_is_valid, .doc = "False for null, undefined and NaN." },
	{ "toBoolean", 1, 1, .call = fn_to_boolean, .doc = "True or false; null for nothing." },
	{ "toDate", 1, 1, .call = fn_to_date, .doc = "A date, read from text; null for nothing." },
	{ "toNumber", 1, 1, .call = fn_to_number, .doc = "A number; null for nothing." },
	{ "toString", 1, 1, .call = fn_to_string, .doc = "A text; null for nothing." },
	{ .name = NULL },
};
