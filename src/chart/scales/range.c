/* range.c - what a scale maps to: the plot's sides, sizes, colours, by the spec or by
 * Vega-Lite's defaults for the channel and mark. */
#include "base/number.h"
#include "base/str.h"
#include "chart/encode/props.h"
#include "chart/encode/views.h"
#include "chart/scales/scales.h"

#include <math.h>

static double scale_config(const bd_scale_use *use, const char *name, double otherwise)
{
	const bd_json *said = bd_json_find(use->owner->c->config, "scale", name, NULL);
	return bd_chart_number(use->owner, said, otherwise);
}

static void set_numbers(bd_scale_use *use, double from, double to)
{
	bd_value *range = BD_ARRAY(use->owner->c->arena, 2, bd_value);
	range[0] = bd_v_number(from);
	range[1] = bd_v_number(to);
	use->def.range = range;
	use->def.range_count = 2;
}

double bd_plot_band_space(size_t count, double inner, double outer)
{
	double space = (double)count - inner + outer * 2;
	return count > 0 ? (space > 0 ? space : 1) : 0;
}

double bd_plot_step(const bd_view *plot, bool is_x, bool *of_offset)
{
	const char *name = is_x ? "width" : "height";
	const bd_json *said = bd_json_get(plot->spec, name);
	const bd_json *config = bd_json_find(plot->c->config, "view", NULL);
	const bd_json *discrete = bd_json_get(config, is_x ? "discreteWidth" : "discreteHeight");
	const bd_json *step = bd_json_get(said, "step");
	if (!step)
		step = bd_json_get(discrete, "step");
	if (!step)
		step = bd_json_get(config, "step");
	*of_offset = !bd_json_equals_string(bd_json_get(said, "for"), "position");
	return bd_chart_number(plot, step, 20);
}

/* --- sizes --- */

/* px from one place to the next along x or y: the least of both bounds the size of a point. */
static double place_step(const bd_view *unit, double width, double height)
{
	double least = INFINITY;
	for (int i = 0; i < 2; i++) {
		const bd_scale_use *use = unit->uses[i == 0 ? CH_X : CH_Y];
		double step = INFINITY, length = i == 0 ? width : height;
		if (!use)
			continue;
		if (use->def.range_step > 0)
			step = use->def.range_step;
		else if (!isnan(use->bin_step) && !isnan(use->bin_start) &&
			 !bd_scale_type_is_discrete(use->type))
			step = length / ((use->bin_stop - use->bin_start) / use->bin_step);
		least = fmin(least, step);
	}
	bool of_offset;
	return isfinite(least) ? least : bd_plot_step(unit, true, &of_offset);
}

static void size_range(bd_scale_use *use, const bd_view *unit, double width, double height)
{
	const char *mark = unit->mark_type;
	if (bd_streq(mark, "bar") || bd_streq(mark, "tick")) {
		double most = scale_config(use, "maxBandSize", NAN);
		double step = place_step(unit, width, height);
		set_numbers(use, scale_config(use, "minBandSize", 2),
			    isnan(most) ? step - 1 : most);
	} else if (bd_streq(mark, "line") || bd_streq(mark, "trail") || bd_streq(mark, "rule")) {
		set_numbers(use, scale_config(use, "minStrokeWidth", 1),
			    scale_config(use, "maxStrokeWidth", 4));
	} else if (bd_streq(mark, "text")) {
		set_numbers(use, scale_config(use, "minFontSize", 8),
			    scale_config(use, "maxFontSize", 40));
	} else {
		double most = scale_config(use, "maxSize", NAN);
		double side = 0.95 * place_step(unit, width, height);
		set_numbers(use, scale_config(use, "minSize", 4), isnan(most) ? side * side : most);
	}
}

/* A continuous range cut into as many values as a discretising scale has classes. */
static void discretise(bd_scale_use *use)
{
	size_t count =
		use->type == BD_SCALE_QUANTILE    ? (size_t)scale_config(use, "quantileCount", 4)
		: use->type == BD_SCALE_QUANTIZE  ? (size_t)scale_config(use, "quantizeCount", 4)
		: use->type == BD_SCALE_THRESHOLD ? use->def.domain_count + 1
						  : 0;
	if (count < 2 || count > 1000 || use->def.range_count != 2)
		return;
	double from = use->def.range[0].number, to = use->def.range[1].number;
	bd_value *range = BD_ARRAY(use->owner->c->arena, count, bd_value);
	for (size_t i = 0; i < count; i++)
		range[i] = bd_v_number(from + (to - from) * (double)i / (double)(count - 1));
	use->def.range = range;
	use->def.range_count = count;
}

/* --- colours, shapes, dashes --- */

static void named_range(bd_scale_use *use, const char *name);

static void set_scheme(bd_scale_use *use, const char *name)
{
	use->def.scheme = name;
}

static void set_list(bd_scale_use *use, const bd_json *list)
{
	bd_compiler *c = use->owner->c;
	bd_value *range = BD_ARRAY(c->arena, list->count, bd_value);
	for (size_t i = 0; i < list->count; i++)
		range[i] = bd_json_value(c->arena, bd_chart_resolve(use->owner, list->items[i]));
	use->def.range = range;
	use->def.range_count = list->count;
}

static void scheme_said(bd_scale_use *use, const bd_json *scheme)
{
	const char *name = bd_json_string(scheme, NULL);
	if (bd_json_is(scheme, BD_JSON_ARRAY)) {
		set_list(use, scheme);
		use->def.range_is_scheme = true;
		return;
	}
	if (bd_json_is(scheme, BD_JSON_OBJECT)) {
		const bd_json *inner = bd_json_get(scheme, "name") ? bd_json_get(scheme, "name")
								   : bd_json_get(scheme, "scheme");
		const bd_json *extent = bd_json_get(scheme, "extent");
		use->def.scheme_count =
			(size_t)bd_int(fmax(0, bd_json_number(bd_json_get(scheme, "count"), 0)));
		use->def.scheme_extent[0] = bd_json_number(bd_json_at(extent, 0), 0);
		use->def.scheme_extent[1] = bd_json_number(bd_json_at(extent, 1), 1);
		scheme_said(use, inner);
		return;
	}
	if (name)
		set_scheme(use, name);
}

static void named_range(bd_scale_use *use, const char *name)
{
	const bd_json *said = bd_json_find(use->owner->c->config, "range", name, NULL);
	if (bd_json_is(said, BD_JSON_ARRAY)) {
		set_list(use, said);
		/* one colour for each value, or a ramp through all of them */
		use->def.range_is_scheme =
			bd_channel_is_color(use->channel) && !bd_scale_type_is_discrete(use->type);
	} else if (bd_json_is(said, BD_JSON_OBJECT)) {
		scheme_said(use, bd_json_get(said, "scheme") ? said : bd_json_get(said, "scheme"));
	} else if (said) {
		scheme_said(use, said);
	}
}

static void color_range(bd_scale_use *use, const bd_view *unit)
{
	const bd_channel_def *def = bd_scale_use_def(use);
	bool mid = bd_json_get(use->spec, "domainMid") != NULL;
	if (use->type == BD_SCALE_ORDINAL)
		named_range(use, def->type == BD_NOMINAL ? "category" : "ordinal");
	else if (mid)
		named_range(use, "diverging");
	else if (bd_streq(unit->mark_type, "rect") || bd_streq(unit->mark_type, "geoshape"))
		named_range(use, "heatmap");
	else
		named_range(use, "ramp");
}

static void dash_range(bd_scale_use *use)
{
	static const double lengths[5][4] = {
		{ 1, 0 }, { 4, 2 }, { 2, 1 }, { 1, 1 }, { 1, 2, 4, 2 }
	};
	bd_arena *arena = use->owner->c->arena;
	bd_value *range = BD_ARRAY(arena, 5, bd_value);
	for (int i = 0; i < 5; i++) {
		uint32_t count = i == 4 ? 4 : 2;
		bd_value *items = BD_ARRAY(arena, count, bd_value);
		for (uint32_t k = 0; k < count; k++)
			items[k] = bd_v_number(lengths[i][k]);
		range[i] = (bd_value){ .kind = BD_V_ARRAY, .length = count, .items = items };
	}
	use->def.range = range;
	use->def.range_count = 5;
}

/* --- positions --- */

static void position_range(bd_scale_use *use, double width, double height)
{
	bool is_x = use->channel == CH_X;
	const bd_view *plot = bd_view_plot(use->units[0]);
	bool step = is_x ? plot->width_step : plot->height_step;
	if (bd_scale_type_is_discrete(use->type) && step && use->step > 0) {
		use->def.range_step = use->step;
		return;
	}
	if (is_x || bd_scale_type_is_discrete(use->type))
		set_numbers(use, 0, is_x ? width : height);
	else
		set_numbers(use, height, 0);
}

static void offset_range(bd_scale_use *use, double width, double height)
{
	bool is_x = use->channel == CH_X_OFFSET;
	const bd_view *unit = use->units[0];
	const bd_scale_use *place = unit->uses[is_x ? CH_X : CH_Y];
	double band = 0;
	if (!isnan(use->step)) {
		use->def.range_step = use->step;
		return;
	}
	if (!place) {
		band = is_x ? width : height;
	} else if (place->type == BD_SCALE_BAND && place->scale) {
		band = bd_scale_bandwidth(place->scale);
	} else if (place->scale) {
		double pad = scale_config(use, "bandWithNestedOffsetPaddingInner", 0.2) / 2;
		band = bd_band_of_interval(unit, is_x ? CH_X : CH_Y);
		const bd_channel_def *def = &unit->channels[is_x ? CH_X : CH_Y];
		double back =
			def->rect_start ? bd_band_position(unit, is_x ? CH_X : CH_Y) - 0.5 : 0;
		set_numbers(use, (back + pad) * band, (back + 1 - pad) * band);
		return;
	}
	set_numbers(use, 0, band);
}

/* --- what the spec says --- */

static bool range_said(bd_scale_use *use, double width, double height)
{
	const bd_json *range = bd_chart_resolve(use->owner, bd_json_get(use->spec, "range"));
	const bd_json *scheme = bd_chart_resolve(use->owner, bd_json_get(use->spec, "scheme"));
	const char *name = bd_json_string(range, NULL);
	if (bd_json_is(range, BD_JSON_ARRAY)) {
		set_list(use, range);
		return true;
	}
	if (bd_json_get(range, "step")) {
		use->def.range_step = bd_chart_number(use->owner, bd_json_get(range, "step"), 20);
		return true;
	}
	if (name && bd_streq(name, "width"))
		set_numbers(use, 0, width);
	else if (name && bd_streq(name, "height"))
		set_numbers(use, height, 0);
	else if (name)
		named_range(use, name);
	if (name)
		return true;
	if (scheme)
		scheme_said(use, scheme);
	return scheme != NULL;
}

static void default_range(bd_scale_use *use, double width, double height)
{
	const bd_view *unit = use->units[0];
	switch (use->channel) {
	case CH_X:
	case CH_Y: position_range(use, width, height); break;
	case CH_X_OFFSET:
	case CH_Y_OFFSET: offset_range(use, width, height); break;
	case CH_THETA: set_numbers(use, 0, 2 * M_PI); break;
	case CH_RADIUS: set_numbers(use, 0, fmin(width, height) / 2); break;
	case CH_SIZE:
		size_range(use, unit, width, height);
		discretise(use);
		break;
	case CH_STROKE_WIDTH:
		set_numbers(use, scale_config(use, "minStrokeWidth", 1),
			    scale_config(use, "maxStrokeWidth", 4));
		break;
	case CH_OPACITY:
	case CH_FILL_OPACITY:
	case CH_STROKE_OPACITY:
		set_numbers(use, scale_config(use, "minOpacity", 0.3),
			    scale_config(use, "maxOpacity", 0.8));
		discretise(use);
		break;
	case CH_ANGLE: set_numbers(use, 0, 360); break;
	case CH_SHAPE: named_range(use, "symbol"); break;
	case CH_STROKE_DASH: dash_range(use); break;
	default: color_range(use, unit); break;
	}
}

void bd_scale_choose_range(bd_scale_use *use, double width, double height)
{
	use->def.range = NULL;
	use->def.range_count = 0;
	use->def.range_step = NAN;
	use->def.scheme = NULL;
	if (!range_said(use, width, height))
		default_range(use, width, height);
	const bd_json *least = bd_json_get(use->spec, "rangeMin");
	const bd_json *most = bd_json_get(use->spec, "rangeMax");
	if ((least || most) && use->def.range_count == 2)
		set_numbers(use, bd_chart_number(use->owner, least, use->def.range[0].number),
			    bd_chart_number(use->owner, most, use->def.range[1].number));
}
