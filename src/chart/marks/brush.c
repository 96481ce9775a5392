/* brush.c - the rectangles of interval selections, empty or as their `value` says (unit.h). */
#include "base/str.h"
#include "chart/encode/datum.h"
#include "chart/encode/encode.h"
#include "chart/encode/props.h"
#include "chart/encode/selection.h"
#include "chart/encode/views.h"
#include "chart/marks/unit.h"
#include "chart/scales/scales.h"

#include <math.h>

/* Whether the brush selects along a channel. Of two channels with the same field the first alone
 * counts, as in the diagonal of a matrix of scatter plots. */
static bool brushes(const bd_view *unit, const bd_json *select, bd_channel channel)
{
	const bd_json *names = bd_json_get(select, "encodings"), *name;
	const bd_channel_def *def = &unit->channels[channel];
	bool named = !names;
	bd_each (name, names)
		named = named || bd_json_equals_string(name, bd_channel_name(channel));
	if (!named || channel != CH_Y)
		return named;
	const bd_channel_def *x = &unit->channels[CH_X];
	return !brushes(unit, select, CH_X) || !bd_channel_def_has_field(def) ||
	       !bd_channel_def_has_field(x) || !bd_streq(def->name, x->name);
}

/* Where the brush begins and ends along a channel: all of the plot where it does not brush it. A
 * brush that is the only one of all views (`resolve` global) is nothing before it is drawn. */
static void ends_of(bd_view *unit, const bd_json *param, bd_channel channel, double length,
		    double *from, double *to)
{
	const bd_json *value = bd_json_get(param, "value");
	const bd_json *list = bd_json_get(value, bd_channel_name(channel));
	const bd_scale_use *use = bd_unit_scale(unit, channel);
	*from = 0;
	*to = length;
	if (!value) {
		const bd_json *select = bd_json_get(param, "select");
		const char *resolve =
			bd_json_string(bd_json_find(select, "resolve", NULL), "global");
		if (bd_streq(resolve, "global") || brushes(unit, select, channel))
			*to = 0;
		return;
	}
	if (!list || !use || !use->scale || list->kind != BD_JSON_ARRAY || list->count == 0)
		return;
	const bd_channel_def *def = &unit->channels[channel];
	double a = bd_scale_number(use->scale, bd_datum_value(unit, list->items[0], def));
	double b = bd_scale_number(use->scale,
				   bd_datum_value(unit, list->items[list->count - 1], def));
	if (bd_scale_type_is_discrete(use->type))
		b += bd_scale_bandwidth(use->scale);
	*from = fmin(a, b);
	*to = fmax(a, b);
}

void bd_brushes_assemble(bd_view *unit, bd_cell *cell, bool behind)
{
	bd_arena *arena = unit->c->env->arena;
	const bd_view *plot = bd_view_plot(unit);
	const bd_json *param;
	bd_each (param, bd_json_get(unit->spec, "params")) {
		if (!bd_selection_draws_brush(param))
			continue;
		double x, y, x2, y2;
		ends_of(unit, param, CH_X, plot->width, &x, &x2);
		ends_of(unit, param, CH_Y, plot->height, &y, &y2);
		bd_items *items = bd_items_new(arena, BD_ITEM_RECT, 1);
		bd_paint *paint = BD_ARRAY(arena, 2, bd_paint);
		items->x = BD_ONE(x);
		items->y = BD_ONE(y);
		items->width = BD_ONE(x2 - x);
		items->height = BD_ONE(y2 - y);
		const bd_json *mark = bd_json_find(bd_json_get(param, "select"), "mark", NULL);
		paint[0] = bd_solid(behind ? bd_color_from_bytes(51, 51, 51) : BD_TRANSPARENT);
		if (behind && bd_json_get(mark, "fill"))
			paint[0] = bd_chart_paint(unit, bd_json_get(mark, "fill"));
		paint[1] = bd_solid(bd_color_from_bytes(255, 255, 255));
		if (bd_json_get(mark, "stroke"))
			paint[1] = bd_chart_paint(unit, bd_json_get(mark, "stroke"));
		items->fill = (bd_paints){ .palette = paint, .count = 1 };
		bool empty = x2 <= x || y2 <= y;
		if (!behind && !empty)
			items->stroke = (bd_paints){ .palette = paint + 1, .count = 1 };
		if (behind)
			items->fill_opacity =
				BD_ONE(bd_json_number(bd_json_get(mark, "fillOpacity"), 0.125));
		bd_push(arena, &cell->marks, items);
	}
}
