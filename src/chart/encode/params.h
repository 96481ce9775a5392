/* params.h - parameters in their first state: variables at their value, selections empty or as
 * their `value` says. Nothing is interactive here. */
#pragma once
#include "chart/encode/model.h"

/* Finds all `params` of the spec, and readies c->names for expressions. */
void bd_params_gather(bd_compiler *c, const bd_json *spec);
/* For each row, 1 where a condition ({"test"} or {"param"}) holds; NULL after a complaint. */
const uint8_t *bd_condition_rows(bd_view *view, bd_table *table, const bd_json *condition);
/* Filters that look at parameters; the rest is data/'s business. */
bool bd_predicate_has_param(const bd_json *predicate);
/* A filter by a selection that a timer drives: what it keeps is one frame of an animation. */
bool bd_predicate_has_timer(const bd_compiler *c, const bd_json *predicate);
bd_table *bd_filter_by_param(bd_view *view, bd_table *table, const bd_json *predicate);
