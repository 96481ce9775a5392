/* aggregate.h - one aggregation, for aggregate, joinaggregate, window and pivot. */
#pragma once
#include "data/group.h"

/* A value per group. */
bd_column *bd_aggregate_column(bd_env *env, bd_table *table, const bd_groups *groups,
			       const bd_aggregation *aggregation);

/* median, q1, q3, ci0, ci1 of `count` > 0 numbers, which it sorts. */
double bd_sorted_statistic(bd_env *env, bd_aggregate_op op, double *values, size_t count);

/* The quantile of sorted numbers, between two of them by proportion (R's type 7). */
double bd_quantile(const double *sorted, size_t count, double p);
void bd_sort_numbers(double *values, size_t count);
