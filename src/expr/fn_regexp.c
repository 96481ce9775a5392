/* fn_regexp.c - regular expressions. */
#include "expr/ast.h"
#include "expr/functions.h"
#include "expr/regexp.h"

static bd_value fn_regexp(bd_call *call)
{
	return bd_x_regexp(call->arena, bd_arg_string(call, 0, ""), bd_arg_string(call, 1, ""));
}

static bd_value fn_test(bd_call *call)
{
	bd_value pattern = bd_arg(call, 0);
	bd_value text = bd_v_string(bd_arg_string(call, 1, ""));
	if (!bd_is_regexp(pattern))
		pattern = bd_x_regexp(call->arena, bd_arg_string(call, 0, ""), "");
	return bd_v_bool(bd_regexp_test(call, pattern, text));
}

const bd_function bd_functions_regexp[] = {
	{ "regexp", 1, 2, .call = fn_regexp, .doc = "pattern, flags: a regular expression." },
	{ "test", 1, 2, .call = fn_test, .doc = "regexp, text: whether it is found there." },
	{ .name = NULL },
};
