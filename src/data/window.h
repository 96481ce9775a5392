/* window.h - values worked out from the rows around each row. */
#pragma once
#include "data/aggregate.h"

typedef enum {
	BD_WINDOW_AGGREGATE, /* one of the aggregate operations, over the frame */
	BD_WINDOW_ROW_NUMBER,
	BD_WINDOW_RANK,
	BD_WINDOW_DENSE_RANK,
	BD_WINDOW_PERCENT_RANK,
	BD_WINDOW_CUME_DIST,
	BD_WINDOW_NTILE,
	BD_WINDOW_LAG,
	BD_WINDOW_LEAD,
	BD_WINDOW_FIRST_VALUE,
	BD_WINDOW_LAST_VALUE,
	BD_WINDOW_NTH_VALUE,
	BD_WINDOW_PREV_VALUE,
	BD_WINDOW_NEXT_VALUE,
	BD_WINDOW_OPS
} bd_window_op;

extern const char *const bd_window_op_names[BD_WINDOW_OPS + 1]; /* from row_number on */

typedef struct bd_window_field {
	bd_window_op op;
	bd_aggregate_op aggregate; /* of BD_WINDOW_AGGREGATE */
	const char *field, *as;
	double param; /* of ntile, lag, lead, nth_value */
} bd_window_field;

typedef struct bd_window_params {
	const bd_window_field *fields;
	size_t count;
	double frame[2]; /* rows before and after; NaN: all */
	bool ignore_peers;
	const char *const *groupby;
	size_t groups;
	const bd_sort_key *sort;
	size_t sorts;
	const bd_place *place; /* of what asks, for complaints */
} bd_window_params;

/* New columns; the rows keep their order. False after a complaint: frames of too many rows. */
bool bd_window(bd_env *env, bd_table **table, const bd_window_params *params);
