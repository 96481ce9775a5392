/* predicate.h - for the files of predicates and filters. */
#pragma once
#include "data/transform.h"

/* The rows for which an expression is true, in `picked` (room for all); how many. */
size_t bd_table_filter(bd_env *env, bd_table *table, const bd_expr *expr, uint32_t *picked);
