/* format.h - values as text: of text marks, labels and legends. */
#pragma once
#include "chart/encode/model.h"

/* A field's value. `from` says format and formatType (a channel definition or a guide). */
const char *bd_format_field(bd_view *view, bd_arena *arena, const bd_channel_def *def,
			    const bd_json *from, bd_value value);
/* The d3 format of a temporal field: its own, its time unit's, or the config's; NULL: multi. */
const char *bd_time_format_of(bd_view *view, const bd_channel_def *def, const bd_json *from);
/* The d3 format of a number: `from`'s, or the config's; NULL: none. */
const char *bd_number_format_of(bd_view *view, const bd_channel_def *def, const bd_json *from);
bool bd_is_time_field(const bd_channel_def *def, const bd_json *from);
/* The format object of Vega ({"year": "%Y", …}) where `from` has one. */
const bd_time_formats *bd_time_formats_of(bd_view *view, const bd_json *from);
/* A value as a label of an axis or legend that is not formatted: null is "null". */
const char *bd_plain_label(bd_arena *arena, bd_value value);
