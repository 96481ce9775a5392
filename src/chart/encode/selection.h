/* selection.h - selections in their first state: empty, or as their `value` says. */
#pragma once
#include "chart/encode/model.h"

/* "point", "interval"; "" for what is no selection. */
const char *bd_selection_type(const bd_json *param);
/* An interval that a reader would draw, and that has a rectangle even when it is empty. */
bool bd_selection_draws_brush(const bd_json *param);

/* For each row, 1 where a condition ({"test"} or {"param"}) holds; NULL after a complaint. */
const uint8_t *bd_condition_rows(bd_view *view, bd_table *table, const bd_json *condition);
/* Filters that look at parameters; the rest is data/'s business. */
bool bd_predicate_has_param(const bd_json *predicate);
/* A filter by a selection that a timer drives: what it keeps is one frame of an animation. */
bool bd_predicate_has_timer(const bd_compiler *c, const bd_json *predicate);
bd_table *bd_filter_by_param(bd_view *view, bd_table *table, const bd_json *predicate);
