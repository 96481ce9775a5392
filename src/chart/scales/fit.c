/* fit.c - zero, nice, padding and the rest of a scale's description, by the spec or by
 * Vega-Lite's defaults, and fitting it. */
#include "base/array.h"
#include "base/limits.h"
#include "base/str.h"
#include "chart/encode/datum.h"
#include "chart/encode/encode.h"
#include "chart/encode/props.h"
#include "chart/encode/views.h"
#include "chart/scales/scales.h"

#include <math.h>

static const bd_json *said(const bd_scale_use *use, const char *name)
{
	return bd_chart_resolve(use->owner, bd_json_get(use->spec, name));
}

static const bd_json *scale_config(const bd_scale_use *use, const char *name)
{
	return bd_chart_resolve(use->owner,
				bd_json_find(use->owner->c->config, "scale", name, NULL));
}

/* The unit whose defaults count: the first that encodes the channel itself. */
static const bd_view *first_unit(const bd_scale_use *use)
{
	for (size_t i = 0; i < use->unit_count; i++)
		if (bd_channel_def_is_scaled(&use->units[i]->channels[use->channel]))
			return use->units[i];
	return use->units[0];
}

static bool has_own_domain(const bd_scale_use *use)
{
	const bd_json *domain = bd_json_get(use->spec, "domain");
	return domain && !bd_json_equals_string(domain, "unaggregated") &&
	       !bd_json_get(domain, "param") && !bd_json_get(domain, "selection");
}

/* A domain of the spec's own includes zero only where it says so. */
static bool own_domain_zero(const bd_scale_use *use)
{
	const bd_json *domain = bd_json_get(use->spec, "domain");
	if (bd_json_get(domain, "unionWith"))
		return true;
	if (bd_json_is(domain, BD_JSON_ARRAY) && domain->count > 0) {
		double first = bd_json_number(bd_json_at(domain, 0), NAN);
		double last = bd_json_number(bd_json_at(domain, domain->count - 1), NAN);
		return first <= 0 && last >= 0;
	}
	return false;
}

static bool default_zero(const bd_scale_use *use)
{
	const bd_view *unit = first_unit(use);
	const bd_channel_def *def = &unit->channels[use->channel];
	const char *mark = unit->mark_type;
	bool xy = use->channel == CH_X || use->channel == CH_Y;
	if (has_own_domain(use))
		return own_domain_zero(use);
	if (use->channel == CH_SIZE && def->type == BD_QUANTITATIVE &&
	    !bd_scale_type_is_discretizing(use->type))
		return true;
	if ((def->json && def->bin != BD_BIN_NONE) ||
	    (!xy && use->channel != CH_THETA && use->channel != CH_RADIUS))
		return false;
	bool bar = bd_streq(mark, "bar") || bd_streq(mark, "area");
	bool path = bar || bd_streq(mark, "line") || bd_streq(mark, "trail");
	if (path && unit->orient &&
	    ((bd_streq(unit->orient, "horizontal") && use->channel == CH_Y) ||
	     (bd_streq(unit->orient, "vertical") && use->channel == CH_X)))
		return false;
	bd_channel second = bd_channel_secondary(use->channel);
	if (bar && !unit->channels[second].json)
		return true;
	return bd_json_bool(scale_config(use, "zero"), true);
}

static bool zero_of(const bd_scale_use *use)
{
	const bd_json *zero = said(use, "zero");
	switch (use->type) {
	case BD_SCALE_LINEAR:
	case BD_SCALE_POW:
	case BD_SCALE_SQRT:
	case BD_SCALE_SYMLOG:
	case BD_SCALE_SEQUENTIAL:
	case BD_SCALE_QUANTIZE:
		return zero ? bd_json_bool(zero, false)
			    : use->type != BD_SCALE_QUANTIZE && default_zero(use);
	default: return false;
	}
}

static bd_nice nice_of(const bd_scale_use *use)
{
	const bd_json *nice = said(use, "nice");
	if (bd_json_is(nice, BD_JSON_BOOL))
		return (bd_nice){ .on = nice->boolean };
	if (bd_json_is(nice, BD_JSON_NUMBER))
		return (bd_nice){ .on = nice->number > 0, .count = nice->number };
	const bd_json *interval =
		bd_json_is(nice, BD_JSON_OBJECT) ? bd_json_get(nice, "interval") : nice;
	const char *name = bd_json_string(interval, NULL);
	if (name)
		return bd_nice_interval(name, bd_json_number(bd_json_get(nice, "step"), 1));
	bool xy = use->channel == CH_X || use->channel == CH_Y, unbinned = false;
	bool own = bd_json_is(bd_json_get(use->spec, "domain"), BD_JSON_ARRAY) ||
		   bd_json_get(use->spec, "domainMin") || bd_json_get(use->spec, "domainMax");
	for (size_t i = 0; i < use->unit_count; i++) {
		const bd_channel_def *def = &use->units[i]->channels[use->channel];
		unbinned |= def->json && def->bin == BD_BIN_NONE;
	}
	bool on = xy && !own && unbinned && !bd_scale_type_is_time(use->type) &&
		  bd_scale_type_is_continuous(use->type);
	return (bd_nice){ .on = on };
}

static bool nests_offset(const bd_scale_use *use)
{
	bd_channel offset = bd_channel_offset(use->channel);
	for (size_t i = 0; offset != CH_NONE && i < use->unit_count; i++)
		if (bd_channel_def_is_scaled(&use->units[i]->channels[offset]))
			return true;
	return false;
}

/* px by which bars on a continuous axis widen it, lest the outermost stick out. */
static double continuous_padding(const bd_scale_use *use)
{
	const bd_json *config = scale_config(use, "continuousPadding");
	if (config)
		return bd_json_number(config, 0);
	for (size_t i = 0; i < use->unit_count; i++) {
		const bd_view *unit = use->units[i];
		const bd_channel_def *def = &unit->channels[use->channel];
		if (!bd_streq(unit->mark_type, "bar") || !unit->orient ||
		    !bd_channel_def_is_scaled(def) || def->bin != BD_BIN_NONE || def->unit)
			continue;
		if (bd_streq(unit->orient, "vertical") ? use->channel == CH_X
						       : use->channel == CH_Y)
			return bd_chart_number(
				unit,
				bd_json_find(unit->c->config, "bar", "continuousBandSize", NULL),
				5);
	}
	return NAN;
}

static double inner_default(const bd_scale_use *use, bool nested)
{
	const char *mark = first_unit(use)->mark_type;
	const bd_json *config = scale_config(use, "bandPaddingInner");
	if (nested)
		return bd_json_number(scale_config(use, "bandWithNestedOffsetPaddingInner"), 0.2);
	if (config)
		return bd_json_number(config, 0.1);
	if (bd_streq(mark, "bar"))
		return bd_json_number(scale_config(use, "barBandPaddingInner"), 0.1);
	if (bd_streq(mark, "tick"))
		return bd_json_number(scale_config(use, "tickBandPaddingInner"), 0.25);
	return bd_json_number(scale_config(use, "rectBandPaddingInner"), 0);
}

static double outer_default(const bd_scale_use *use, bool nested, double inner)
{
	const bd_json *config = scale_config(use, "bandPaddingOuter");
	if (nested)
		return bd_json_number(scale_config(use, "bandWithNestedOffsetPaddingOuter"), 0.2);
	if (config)
		return bd_json_number(config, 0);
	return inner / 2;
}

static void set_paddings(bd_scale_use *use)
{
	bool xy = use->channel == CH_X || use->channel == CH_Y;
	bool offset = use->channel == CH_X_OFFSET || use->channel == CH_Y_OFFSET;
	const bd_json *padding = said(use, "padding"), *inner = said(use, "paddingInner"),
		      *outer = said(use, "paddingOuter");
	bd_scale_def *def = &use->def;
	if (padding) {
		def->padding = bd_json_number(padding, NAN);
	} else if (use->type == BD_SCALE_POINT && (xy || offset)) {
		def->padding = xy ? bd_json_number(scale_config(use, "pointPadding"), 0.5) : 0.5;
	} else if (xy && bd_scale_type_is_continuous(use->type)) {
		def->padding = continuous_padding(use);
	}
	if (use->type == BD_SCALE_BAND && !padding) {
		bool nested = nests_offset(use);
		def->padding_inner = xy ? inner_default(use, nested) : 0;
		if (offset)
			def->padding_inner =
				bd_json_number(scale_config(use, "offsetBandPaddingInner"), 0);
		double used = bd_json_number(inner, def->padding_inner);
		def->padding_outer = xy ? outer_default(use, nested, used) : 0;
		if (offset)
			def->padding_outer =
				bd_json_number(scale_config(use, "offsetBandPaddingOuter"), 0);
	}
	def->padding_inner = bd_json_number(inner, def->padding_inner);
	def->padding_outer = bd_json_number(outer, def->padding_outer);
}

static void set_bins(bd_scale_use *use)
{
	const bd_json *bins = said(use, "bins"), *item;
	double start = use->bin_start, stop = use->bin_stop, step = use->bin_step;
	BD_LIST(double) list = { 0 };
	bd_arena *arena = use->owner->c->arena;
	if (bd_json_is(bins, BD_JSON_ARRAY)) {
		bd_each (item, bins)
			bd_push(arena, &list, bd_json_number(item, NAN));
	} else {
		if (bd_json_get(bins, "step")) {
			step = bd_json_number(bd_json_get(bins, "step"), NAN);
			start = bd_json_number(bd_json_get(bins, "start"), NAN);
			stop = bd_json_number(bd_json_get(bins, "stop"), NAN);
		}
		if (isnan(start) && use->def.domain_count >= 2 && !isnan(step)) {
			start = bd_value_to_number(use->def.domain[0]);
			stop = bd_value_to_number(use->def.domain[use->def.domain_count - 1]);
		}
		for (int i = 0; step > 0 && i < BD_MAX_TICKS; i++) {
			double value = start + i * step;
			if (!(value <= stop + step * 1e-9))
				break;
			bd_push(arena, &list, value);
		}
	}
	use->def.bins = list.items;
	use->def.bin_count = list.count;
}

static void set_ends(bd_scale_use *use)
{
	static const char *const names[] = { "domainMin", "domainMax", "domainMid" };
	double *const ends[] = { &use->def.domain_min, &use->def.domain_max, &use->def.domain_mid };
	int count = bd_channel_is_color(use->channel) ? 3 : 2;
	for (int i = 0; i < count; i++) {
		const bd_json *value = said(use, names[i]);
		if (value)
			*ends[i] = bd_value_to_number(
				bd_datum_value(use->owner, value, bd_scale_use_def(use)));
	}
}

static void set_interpolate(bd_scale_use *use)
{
	const bd_json *interpolate = said(use, "interpolate");
	use->def.interpolate = bd_json_string(interpolate, NULL);
	if (bd_json_is(interpolate, BD_JSON_OBJECT)) {
		use->def.interpolate = bd_json_string(bd_json_get(interpolate, "type"), NULL);
		use->def.gamma = bd_json_number(bd_json_get(interpolate, "gamma"), 1);
	}
	if (!interpolate && bd_channel_is_color(use->channel) &&
	    bd_scale_use_def(use)->type != BD_NOMINAL)
		use->def.interpolate = "hcl";
}

/* Descending sorts turn a continuous axis around. */
static bool reverse_of(const bd_scale_use *use)
{
	const bd_json *reverse = said(use, "reverse");
	if (reverse)
		return bd_json_bool(reverse, false);
	bool down = bd_scale_type_is_continuous(use->type) &&
		    bd_json_equals_string(bd_scale_use_def(use)->sort, "descending");
	const bd_json *config = use->channel == CH_X ? scale_config(use, "xReverse") : NULL;
	return config ? bd_json_bool(config, false) != down : down;
}

static void train(bd_scale_use *use)
{
	use->def = bd_scale_def_new(use->type);
	use->scale = NULL;
	use->step = NAN;
	const bd_json *where = use->spec ? use->spec : bd_scale_use_def(use)->json;
	use->def.place = where ? &where->place : NULL;
	bd_scale_train_domain(use);
	set_paddings(use);
	use->def.zero = zero_of(use);
	use->def.nice = nice_of(use);
	set_ends(use);
	set_bins(use);
	set_interpolate(use);
	use->def.reverse = reverse_of(use);
	use->def.clamp =
		bd_json_bool(said(use, "clamp"), bd_json_bool(scale_config(use, "clamp"), false));
	use->def.round =
		bd_json_bool(said(use, "round"), bd_json_bool(scale_config(use, "round"), false));
	use->def.align = bd_json_number(said(use, "align"), use->def.align);
	use->def.base = bd_json_number(said(use, "base"), use->def.base);
	use->def.exponent = bd_json_number(said(use, "exponent"), use->def.exponent);
	use->def.constant = bd_json_number(said(use, "constant"), use->def.constant);
}

void bd_scales_train(bd_view *view)
{
	for (int i = 0; i < CH_COUNT; i++)
		if (view->owned[i])
			train(view->owned[i]);
}

/* Positions first: offsets and sizes depend on them. */
void bd_scales_fit(bd_view *view, double width, double height)
{
	for (int pass = 0; pass < 2; pass++)
		for (int i = 0; i < CH_COUNT; i++) {
			bd_scale_use *use = view->owned[i];
			bool place = i == CH_X || i == CH_Y;
			if (!use || place != (pass == 0))
				continue;
			bd_scale_choose_range(use, width, height);
			use->scale = bd_scale_fit(view->c->env, &use->def);
		}
}
