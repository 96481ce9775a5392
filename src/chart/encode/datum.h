/* datum.h - values written in a spec, as the field that they stand beside has them: in datum
 * channels, lists to sort by, and the values of parameters. */
#pragma once
#include "chart/encode/model.h"

/* The list that a channel's values are sorted by (`sort` or its scale's `domain`); NULL. */
const bd_json *bd_sort_list(const bd_channel_def *def);
/* The column of ranks in that list; NULL where there is none. */
const char *bd_sort_index_name(bd_compiler *c, const bd_channel_def *def);
/* A value written in the spec, as the field's values are: {"year": 2012, "month": 1} and text of
 * temporal fields are dates. */
bd_value bd_datum_value(const bd_view *view, const bd_json *node, const bd_channel_def *def);
