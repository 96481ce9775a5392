/* curve.h - points of curves fitted to groups of rows: density, regression, loess, quantile. */
#pragma once
#include "data/group.h"

/* Points, each of a group. */
typedef struct bd_curve_rows {
	BD_LIST(bd_value) x, y;
	BD_LIST(uint32_t) group;
} bd_curve_rows;

void bd_curve_rows_add(bd_env *env, bd_curve_rows *rows, size_t group, double x, double y);
/* A row per point: the groupby columns, and the points under names[0] and names[1]. */
bd_table *bd_curve_table(bd_env *env, bd_table *table, const bd_groups *groups,
			 const char *const *groupby, size_t group_count, const bd_curve_rows *rows,
			 const char *const names[2]);

typedef double bd_fitted(const void *model, double x);
/* Points from `low` to `high`: at least `least` steps, more where the curve bends by over half a
 * degree, `most` at most (vega-statistics' sampleCurve). */
void bd_curve_sample(bd_env *env, bd_curve_rows *rows, size_t group, bd_fitted *curve,
		     const void *model, double low, double high, double least, double most);

/* The x and y of a group's rows where both are numbers; count is how many. */
typedef struct bd_pairs {
	double *x, *y;
	size_t count;
} bd_pairs;
bd_pairs bd_pairs_of(bd_env *env, const double *x, const double *y, const uint32_t *rows,
		     size_t count);
