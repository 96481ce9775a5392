/* transform.h - Vega-Lite's transforms, each in a file of its own, from a table to a table.
 * https://vega.github.io/vega-lite/docs/transform.html */
#pragma once
#include "data/read.h"
#include "expr/expr.h"
#include "expr/time_unit.h"
#include "json/field.h"

/* What a transform needs to know besides its table. */
typedef struct bd_data_context {
	bd_datasets *datasets;
	const bd_names *names;          /* parameters, for expressions; may be NULL */
	const bd_read_options *reading; /* of data that lookups read; may be NULL */
	bd_table *selected; /* the rows of the selection that a lookup looks in; NULL: none */
} bd_data_context;

/* Applies one entry of a `transform` list: *table becomes another table. False after a complaint:
 * its rows and columns are then as they were, and what it would have made is promised. */
bool bd_transform_apply(bd_env *env, const bd_json *transform, bd_table **table,
			const bd_data_context *context);
/* A whole list; NULL or no array: nothing happens. */
void bd_transforms_apply(bd_env *env, const bd_json *list, bd_table **table,
			 const bd_data_context *context);

/* A transform's member ("aggregate") says which it is; `type` describes its fields. */
typedef struct bd_transform_type {
	const char *name;
	const bd_object_type *type;
	bool (*apply)(bd_env *env, const bd_json *node, bd_table **table,
		      const bd_data_context *context);
} bd_transform_type;
extern const bd_transform_type *const bd_transform_types[]; /* NULL-ended */

/* --- rows --- */

/* Rows that agree in some columns, found by hash in one pass. Groups stand in the order in which
 * they first appear. */
typedef struct bd_groups {
	size_t count;
	const uint32_t *of_row; /* row → group */
	uint32_t *first;        /* group → its first row */
} bd_groups;
/* No fields: one group with all rows (none, where there are no rows). A field that is no column is
 * undefined in every row. */
bd_groups bd_group_rows(bd_env *env, bd_table *table, const char *const *fields, size_t count);
/* The rows by group: those of group g are rows[start[g]] to rows[start[g + 1] - 1], in order. */
typedef struct bd_partition {
	uint32_t *rows, *start;
} bd_partition;
bd_partition bd_group_partition(bd_env *env, const bd_groups *groups, size_t rows);

typedef struct bd_sort_key {
	const char *field;
	bool descending;
} bd_sort_key;
/* Row numbers in order (Vega's: null first, ascending); equal rows keep theirs. `rows` NULL: all;
 * else these `count` are sorted in place. */
uint32_t *bd_sort_rows(bd_env *env, bd_table *table, const bd_sort_key *keys, size_t key_count,
		       uint32_t *rows, size_t count);
bd_table *bd_table_sorted(bd_env *env, bd_table *table, const bd_sort_key *keys, size_t count);

/* --- filter, calculate --- */

/* A Vega-Lite predicate: an expression, or {field, equal …}, {and: …}, {param: …}. The rows that
 * fulfil it; a field that is compared with numbers or dates becomes a column of these, as in
 * Vega-Lite. A param is a selection: names->find gives its value (an array of objects with the
 * values chosen, or an object of intervals); undefined or null is an empty one. False after a
 * complaint. */
bool bd_filter(bd_env *env, bd_table **table, const bd_json *predicate, const bd_names *names);
/* Per row, 1 where it is fulfilled. NULL after a complaint. */
const uint8_t *bd_predicate_rows(bd_env *env, bd_table *table, const bd_json *predicate,
				 const bd_names *names);
/* Complains of `datum.name` where the table has no such column, unless the expression provides for
 * that. */
bool bd_check_fields(bd_env *env, bd_table *table, const bd_expr *expr);
bool bd_calculate(bd_env *env, bd_table **table, const char *expression, const bd_place *place,
		  const char *as, const bd_names *names);
/* A parsed expression for all rows: `as` is the column's name. */
bd_column *bd_table_derive(bd_env *env, bd_table *table, const bd_expr *expr, const char *as);

/* --- aggregate --- */

typedef enum {
#define AGGREGATE(id, name, doc) BD_OP_##id,
#include "data/aggregates.def"
#undef AGGREGATE
	BD_OP_COUNT_OF_ALL
} bd_aggregate_op;

/* Complains where a column of text is summed, averaged …; true where that is no mistake. */
bool bd_check_summed(bd_env *env, bd_table *table, const char *op, const char *field,
		     const bd_place *place);

/* -1 where it is none. "average" is mean. */
int bd_aggregate_op_find(const char *name);
const char *bd_aggregate_op_name(bd_aggregate_op op);

typedef struct bd_aggregation {
	bd_aggregate_op op;
	const char *field; /* NULL for count */
	const char *as;
	double param; /* exponential's */
} bd_aggregation;

/* A row per group: the groupby columns under their own names, then the aggregations. Without
 * groupby, one row (also for no rows, as in Vega). A field that is no column counts as undefined.
 */
bd_table *bd_aggregate(bd_env *env, bd_table *table, const char *const *groupby, size_t groups,
		       const bd_aggregation *ops, size_t count);
/* The same values beside every row. */
bd_table *bd_join_aggregate(bd_env *env, bd_table *table, const char *const *groupby, size_t groups,
			    const bd_aggregation *ops, size_t count);

/* --- bin --- */

typedef struct bd_bin_params {
	double maxbins; /* 0: 10 */
	double base;    /* 0: 10 */
	double step;    /* 0: found */
	double minstep;
	const double *steps;
	size_t step_count;
	const double *divide; /* NULL: 5, 2 */
	size_t divide_count;
	double extent[2]; /* NaN: the data's */
	double span;      /* NaN: the extent's */
	double anchor;    /* NaN: none */
	bool not_nice;    /* nice: false */
} bd_bin_params;

typedef struct bd_bins {
	double start, stop, step;
} bd_bins;

/* From `bin` of an encoding or transform: true, or an object. Only maxbins (0 where not given)
 * differs between channels: the caller fills it in. */
bd_bin_params bd_bin_params_read(bd_env *env, const bd_json *bin);
/* Vega's algorithm (vega-statistics' bin). */
bd_bins bd_bin_fit(const bd_bin_params *params, double min, double max);
/* The bin that a value falls into: its start; NaN for none. Vega's rounding against slips. */
double bd_bin_floor(const bd_bins *bins, double value);
/* Columns `as` (start) and `as_end` (may be NULL) of the bins of a field; fits them to its extent
 * where params->extent is NaN. *bins may be NULL. */
bool bd_bin(bd_env *env, bd_table **table, const char *field, const bd_bin_params *params,
	    const char *as, const char *as_end, bd_bins *bins);

/* --- timeUnit: expr/time_unit.h has floor, next and fit --- */

/* A name: "yearmonth", "utcyear". False where it is none (nothing is said then). */
bool bd_time_unit_parse(const char *name, bd_time_unit_params *params);
/* The same, or {unit, step, maxbins, utc}; complains where it is none. */
bool bd_time_unit_read(bd_env *env, const bd_json *node, bd_time_unit_params *params);
bool bd_time_unit_apply(bd_env *env, bd_table **table, const char *field,
			bd_time_unit_params *params, const char *as, const char *as_end);

/* --- stack --- */

typedef enum { BD_STACK_ZERO, BD_STACK_NORMALIZE, BD_STACK_CENTER } bd_stack_offset;
/* `field` NULL: every row counts 1. Columns as_start and as_end. */
bool bd_stack(bd_env *env, bd_table **table, const char *field, const char *const *groupby,
	      size_t groups, const bd_sort_key *sort, size_t sorts, bd_stack_offset offset,
	      const char *as_start, const char *as_end);

/* --- impute --- */

typedef struct bd_impute_params {
	const char *field, *key;
	const char *const *groupby;
	size_t groups;
	const bd_value *keyvals; /* besides those that occur */
	size_t keyval_count;
	int method; /* -1: `value`; else BD_OP_MEAN, MEDIAN, MIN, MAX */
	bd_value value;
	double frame[2]; /* NaN: unbounded */
	bool framed;
} bd_impute_params;
/* method, value, frame, keyvals of a transform or an encoding's `impute`. */
bool bd_impute_params_read(bd_env *env, const bd_json *node, bd_impute_params *params);
/* False where the table lacks the field or key. */
bool bd_impute(bd_env *env, bd_table **table, const bd_impute_params *params);
