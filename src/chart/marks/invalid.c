/* invalid.c - rows without a place, null or not a number: the mark's `invalid` says whether they
 * are left out, break a path or are shown (unit.h). By Vega-Lite's documentation of invalid data.
 */
#include "base/str.h"
#include "chart/encode/encode.h"
#include "chart/encode/props.h"
#include "chart/encode/views.h"
#include "chart/marks/encoder.h"
#include "chart/marks/unit.h"
#include "chart/scales/scales.h"

#include <math.h>

static const char *invalid_mode(const bd_view *unit)
{
	const bd_json *said = bd_mark_property(unit, "invalid");
	if (said && said->kind == BD_JSON_NULL)
		return "show";
	return bd_json_string(said, "break-paths-show-path-domains");
}

bool bd_unit_shows_invalid(const bd_view *unit)
{
	const char *mode = invalid_mode(unit);
	return bd_streq(mode, "show") || bd_streq(mode, "include");
}

/* Counts are never invalid; discrete scales have a place for everything, and others (those with
 * classes too) where the config says one. */
static bool can_be_invalid(const bd_view *unit, bd_channel channel)
{
	const bd_channel_def *def = &unit->channels[channel];
	const bd_scale_use *use = bd_unit_scale(unit, channel);
	bool counted = def->aggregate &&
		       (bd_streq(def->aggregate, "count") || bd_streq(def->aggregate, "distinct") ||
			bd_streq(def->aggregate, "valid") || bd_streq(def->aggregate, "missing"));
	bool continuous =
		use && use->type != BD_SCALE_BIN_ORDINAL && !bd_scale_type_is_discrete(use->type);
	return bd_channel_def_has_field(def) && continuous && !counted &&
	       !bd_invalid_output(unit, channel) && bd_channel_scale(channel) == channel;
}

void bd_unit_filter_invalid(bd_view *unit)
{
	bd_compiler *c = unit->c;
	const char *mode = invalid_mode(unit);
	bool path = unit->kind_of_mark->path;
	/* Paths break at such rows; whether scales see them is another matter. */
	bool whole = bd_streq(mode, "break-paths-show-domains");
	bool breaks = path && !bd_streq(mode, "filter");
	if (bd_unit_shows_invalid(unit) ||
	    (breaks && !bd_streq(mode, "break-paths-filter-domains")))
		return;
	size_t rows = unit->main->rows, kept = 0;
	uint8_t *bad = NULL;
	for (int k = 0; k < CH_COUNT; k++) {
		if (!can_be_invalid(unit, (bd_channel)k))
			continue;
		bd_column *column = bd_view_column(unit->main, unit->channels[k].name);
		const double *numbers = column ? bd_column_numbers(c->arena, column) : NULL;
		for (size_t i = 0; numbers && i < rows; i++)
			if (!isfinite(numbers[i])) {
				if (!bad)
					bad = BD_ARRAY(c->arena, rows, uint8_t);
				bad[i] = 1;
			}
	}
	if (!bad)
		return;
	uint32_t *picked = BD_ARRAY(c->arena, rows, uint32_t);
	for (size_t i = 0; i < rows; i++)
		if (!bad[i])
			picked[kept++] = (uint32_t)i;
	bd_table *valid = bd_table_pick(unit->main, picked, kept);
	if (breaks) {
		unit->domain = unit->frames ? unit->domain : valid;
		return;
	}
	if (!unit->frames)
		unit->domain = whole ? unit->main : NULL;
	unit->main = valid;
}
