/* functions.h - Vega's functions: one table a file, and this list of the tables. */
#pragma once
#include "expr/expr.h"

extern const bd_function bd_functions_math[], bd_functions_statistics[], bd_functions_date[],
	bd_functions_string[], bd_functions_array[], bd_functions_type[], bd_functions_color[],
	bd_functions_format[], bd_functions_regexp[];

/* NULL where there is none of that name. */
const bd_function *bd_function_find(const char *name);

/* --- for the functions' own use --- */

/* The i-th argument; undefined where it is not given. */
bd_value bd_arg(const bd_call *call, size_t i);
double bd_arg_number(const bd_call *call, size_t i, double otherwise);
const char *bd_arg_string(const bd_call *call, size_t i, const char *otherwise);
bd_value bd_v_array(const bd_value *items, size_t count);
