/* fields.h - what the transforms' field tables share, and reading of common members. */
#pragma once
#include "data/transform.h"

extern const bd_type bd_type_aggregate_op, bd_type_aggregations, bd_type_sort_keys,
	bd_type_predicate, bd_type_bin, bd_type_time_unit, bd_type_frame, bd_type_values,
	bd_type_names; /* a list of strings, or one */

/* A list of names, or one; what is no name is left out. */
const char *const *bd_names_of(bd_env *env, const bd_json *node, size_t *count);
/* The names of `as`: one or a list; what is not given takes its default. */
void bd_as_names(const bd_json *as, const char **names, size_t count);
bd_sort_key *bd_sort_keys_of(bd_env *env, const bd_json *node, size_t *count);
/* {op, field, as}. NULL after a complaint. */
bd_aggregation *bd_aggregations_of(bd_env *env, const bd_json *node, size_t *count);
/* frame: [before, after], NaN for null. `otherwise` where there is none. */
void bd_frame_of(const bd_json *node, double frame[2], const double otherwise[2]);
