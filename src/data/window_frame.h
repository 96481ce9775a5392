/* window_frame.h - between the files of the window transform: a group's rows in order, and the
 * frames that move over them. */
#pragma once
#include "data/window.h"

/* One group, in order. */
typedef struct bd_window_rows {
	bd_env *env;
	const uint32_t *rows;
	size_t count;
	/* Where the row's peers begin and end (behind the last); NULL: no row has any. */
	const uint32_t *peers, *peers_end;
} bd_window_rows;

/* Places within the group. Neither end ever goes back from a row to the next. */
typedef struct bd_frame {
	size_t from, to; /* to: behind the last */
} bd_frame;

/* Row i's frame, peers included. */
bd_frame bd_frame_at(const bd_window_rows *rows, const bd_window_params *window, size_t i);

/* Memory for all groups of a field, given back after the last. */
typedef struct bd_window_spare {
	bd_arena arena;
	uint32_t *times; /* of each different value; 0 between groups */
} bd_window_spare;

/* An aggregate of each row's frame, into out[its number]. `column` may be NULL. */
void bd_window_aggregate(const bd_window_rows *rows, bd_table *table, bd_column *column,
			 const bd_window_params *window, const bd_window_field *field,
			 bd_window_spare *spare, bd_value *out);
/* Values that it looks at for all rows, besides a few for each row: what it costs. */
double bd_window_cost(const bd_window_rows *rows, const bd_window_params *window,
		      bd_aggregate_op op);
