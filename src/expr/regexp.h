/* regexp.h - regular expressions by PCRE2, loaded when the first one is used. */
#pragma once
#include "expr/expr.h"

/* A regular expression is an object with a pattern and flags (ast.h's bd_x_regexp makes one). */
bool bd_is_regexp(bd_value v);

/* Each complains once about a pattern that is wrong or takes too long, and then does nothing. */
bool bd_regexp_test(bd_call *call, bd_value regexp, bd_value text);
/* As String.replace: the first match, or all with flag "g"; $1 $2 … $& in `with`. */
bd_value bd_regexp_replace(bd_call *call, bd_value regexp, bd_value text, const char *with);
bd_value bd_regexp_split(bd_call *call, bd_value regexp, bd_value text, size_t most);
