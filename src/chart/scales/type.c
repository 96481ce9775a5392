/* type.c - which type of scale a channel gets when the spec says none, by Vega-Lite's
 * documentation of scale types. */
#include "base/str.h"
#include "chart/encode/encode.h"
#include "chart/encode/props.h"
#include "chart/scales/scales.h"
#include "marks/marks.h"

#include <math.h>

double bd_band_position(const bd_view *unit, bd_channel channel)
{
	const bd_channel_def *def = &unit->channels[channel];
	bd_channel second = bd_channel_secondary(channel);
	if (!isnan(def->band_position))
		return def->band_position;
	if (def->unit && (second == CH_NONE || !unit->channels[second].json))
		return bd_chart_number(unit, bd_mark_property(unit, "timeUnitBandPosition"), NAN);
	return def->bin == BD_BIN_PARAMS ? 0.5 : NAN;
}

bool bd_has_band_end(const bd_view *unit, bd_channel channel)
{
	const bd_channel_def *def = &unit->channels[channel];
	if (!def->json || !(def->bin == BD_BIN_PARAMS || (def->unit && def->type == BD_TEMPORAL)))
		return false;
	return !isnan(bd_band_position(unit, channel));
}

static bd_scale_type discrete_type(const bd_view *unit, bd_channel channel)
{
	bool xy = channel == CH_X || channel == CH_Y;
	if (!xy && channel != CH_X_OFFSET && channel != CH_Y_OFFSET)
		return bd_channel_is_color(channel) || channel == CH_SHAPE ||
				       channel == CH_STROKE_DASH
			       ? BD_SCALE_ORDINAL
		       : (channel == CH_THETA || channel == CH_RADIUS) &&
				       bd_streq(unit->mark_type, "arc")
			       ? BD_SCALE_BAND
			       : BD_SCALE_POINT;
	bd_channel offset = bd_channel_offset(channel);
	if (offset != CH_NONE && bd_channel_def_is_scaled(&unit->channels[offset]))
		return BD_SCALE_BAND;
	const bd_json *width = bd_json_get(unit->mark, channel == CH_X ? "width" : "height");
	if ((unit->kind_of_mark->rect_based && !bd_streq(unit->mark_type, "arc")) ||
	    bd_streq(unit->mark_type, "rule") || bd_json_get(width, "band") ||
	    bd_json_is(bd_json_find(unit->channels[channel].json, "axis", "tickBand", NULL),
		       BD_JSON_STRING))
		return BD_SCALE_BAND;
	return BD_SCALE_POINT;
}

static bd_scale_type default_type(const bd_view *unit, bd_channel channel,
				  const bd_channel_def *def)
{
	bool color = bd_channel_is_color(channel);
	switch (def->type) {
	case BD_NOMINAL:
	case BD_ORDINAL: return discrete_type(unit, channel);
	case BD_TEMPORAL:
		if (channel == CH_SHAPE || channel == CH_STROKE_DASH)
			return BD_SCALE_ORDINAL;
		return def->unit && bd_starts_with(def->unit, "utc") ? BD_SCALE_UTC : BD_SCALE_TIME;
	case BD_QUANTITATIVE:
		if (channel == CH_SHAPE || channel == CH_STROKE_DASH)
			return BD_SCALE_ORDINAL;
		return color && def->bin == BD_BIN_PARAMS ? BD_SCALE_BIN_ORDINAL : BD_SCALE_LINEAR;
	default: return BD_SCALE_LINEAR;
	}
}

/* A type that neither the channel nor the field's type can have gives way to the default. */
static bool is_possible(const bd_channel_def *def, bd_channel channel, bd_scale_type type)
{
	bool continuous = bd_scale_type_is_continuous(type) && type != BD_SCALE_IDENTITY;
	bool classes = bd_scale_type_is_discretizing(type), color = bd_channel_is_color(channel);
	bool place = bd_channel_is_xy(channel) || channel == CH_X_OFFSET ||
		     channel == CH_Y_OFFSET || channel == CH_THETA || channel == CH_RADIUS;
	bool stepped = type == BD_SCALE_BAND || type == BD_SCALE_POINT;
	if (place && !continuous && !stepped)
		return false;
	if (channel == CH_SHAPE || channel == CH_STROKE_DASH)
		return type == BD_SCALE_ORDINAL;
	if (color && type == BD_SCALE_BAND)
		return false;
	if (!bd_channel_def_has_field(def))
		return true;
	switch (def->type) {
	case BD_NOMINAL:
	case BD_ORDINAL: return bd_scale_type_is_discrete(type);
	case BD_TEMPORAL: return bd_scale_type_is_time(type);
	case BD_QUANTITATIVE: return (continuous && !bd_scale_type_is_time(type)) || classes;
	default: return true;
	}
}

bd_scale_type bd_scale_type_of(bd_view *unit, bd_channel channel, bool *is_explicit)
{
	const bd_channel_def *def = &unit->channels[channel];
	const bd_json *said = bd_json_get(bd_channel_def_member(def, "scale"), "type");
	const char *name = bd_json_string(said, NULL);
	*is_explicit = false;
	if (name) {
		bd_scale_type type = bd_scale_type_find(name);
		if (type < BD_SCALE_TYPE_COUNT && is_possible(def, channel, type)) {
			*is_explicit = true;
			return type;
		}
		/* identity is a type of Vega-Lite's that it takes for the default everywhere */
		if (type < BD_SCALE_TYPE_COUNT && type != BD_SCALE_IDENTITY) {
			bd_scale_type used = default_type(unit, channel, def);
			bd_warning(unit->c->env->diags, &said->place, BD_SCALE_UNSUITED, name,
				   bd_scale_type_name(used));
			return used;
		}
	}
	return default_type(unit, channel, def);
}
