/* encoder_polar.c - angles and radii of arcs, and of texts that stand around a centre
 * (encoder.h). */
#include "base/str.h"
#include "chart/encode.h"
#include "chart/encoder.h"
#include "chart/props.h"
#include "chart/scales.h"
#include "chart/views.h"

#include <math.h>

/* One end of theta or radius: the channel's field (stacked: its end), a value, a property. */
static bd_numbers end_of(bd_encoder *e, bd_channel channel, bool stacked_end, double otherwise)
{
	bd_view *unit = e->unit;
	bd_channel main = bd_channel_main(channel);
	const bd_channel_def *def = &unit->channels[channel];
	const bd_scale_use *use = bd_unit_scale(unit, main);
	if (unit->stack.on && unit->stack.field_channel == main)
		return bd_encoder_scaled(e, stacked_end ? unit->stack.end : unit->stack.start, use,
					 0);
	if (bd_channel_def_has_field(def) && use) {
		if (bd_scale_type_is_discrete(use->type))
			return bd_encoder_scaled(e, def->name, use, stacked_end ? 0 : 1);
		if (def->end && bd_has_band_end(unit, channel))
			return bd_encoder_scaled(e, stacked_end ? def->end : def->name, use, 0);
		return bd_encoder_scaled(e, def->name, use, 0);
	}
	if (def->has_datum && use && use->scale)
		return BD_ONE(bd_scale_number(
			use->scale, bd_datum_value(unit, bd_json_get(def->json, "datum"), def)));
	if (def->has_value)
		return BD_ONE(bd_chart_number(unit, bd_json_get(def->json, "value"), otherwise));
	return BD_ONE(otherwise);
}

/* The far end where only one field is given: a band's other side, a bin's end, else zero. */
static bd_numbers second_of(bd_encoder *e, bd_channel channel, bd_channel second, double otherwise)
{
	bd_view *unit = e->unit;
	const bd_channel_def *def = &unit->channels[channel];
	const bd_scale_use *use = bd_unit_scale(unit, channel);
	bool stacked = unit->stack.on && unit->stack.field_channel == channel;
	bool banded = bd_channel_def_has_field(def) && use && !unit->channels[second].json &&
		      (bd_scale_type_is_discrete(use->type) || bd_has_band_end(unit, channel));
	if (stacked || banded)
		return end_of(e, channel, false, otherwise);
	return end_of(e, second, false, otherwise);
}

static double property(bd_encoder *e, const char *first, const char *second, double otherwise)
{
	const bd_json *value = bd_mark_property(e->unit, first);
	if (!value)
		value = bd_mark_property(e->unit, second);
	return bd_chart_number(e->unit, value, otherwise);
}

/* Offsets of the mark (radiusOffset …) move what was found. */
static bd_numbers moved(bd_encoder *e, bd_numbers numbers, const char *name)
{
	return bd_numbers_add(e, numbers,
			      BD_ONE(bd_chart_number(e->unit, bd_mark_property(e->unit, name), 0)));
}

void bd_encoder_polar(bd_encoder *e, bd_items *items)
{
	bd_view *unit = e->unit;
	double whole = fmin(e->width, e->height) / 2;
	double from = property(e, "theta2", "startAngle", NAN);
	double to = property(e, "theta", "endAngle", NAN);
	items->start_angle = end_of(e, CH_THETA, true, isnan(to) ? 2 * M_PI : to);
	items->end_angle = second_of(e, CH_THETA, CH_THETA2, isnan(from) ? 0 : from);
	items->outer_radius =
		end_of(e, CH_RADIUS, true, property(e, "outerRadius", "radius", whole));
	items->inner_radius =
		second_of(e, CH_RADIUS, CH_RADIUS2, property(e, "innerRadius", "radius2", 0));
	const bd_json *inner = bd_mark_own(unit, "innerRadius");
	if (inner && !unit->channels[CH_RADIUS].json && !unit->channels[CH_RADIUS2].json)
		items->inner_radius = BD_ONE(bd_chart_number(unit, inner, 0));
	items->outer_radius = moved(e, items->outer_radius, "radiusOffset");
	items->inner_radius = moved(e, items->inner_radius, "radius2Offset");
	items->start_angle = moved(e, items->start_angle, "thetaOffset");
	items->end_angle = moved(e, items->end_angle, "theta2Offset");
}

bd_numbers bd_encoder_polar_place(bd_encoder *e, bool is_theta)
{
	bd_view *unit = e->unit;
	bd_channel channel = is_theta ? CH_THETA : CH_RADIUS;
	const bd_channel_def *def = &unit->channels[channel];
	const bd_scale_use *use = bd_unit_scale(unit, channel);
	const char *offset = is_theta ? "thetaOffset" : "radiusOffset";
	if (bd_channel_def_has_field(def) && use) {
		bd_numbers place;
		if (unit->stack.on && unit->stack.field_channel == channel)
			place = bd_encoder_between(e, unit->stack.start, unit->stack.end, use,
						   isnan(def->band_position) ? 0.5
									     : def->band_position);
		else if (bd_scale_type_is_discrete(use->type))
			place = bd_encoder_scaled(e, def->name, use, 0.5);
		else
			place = bd_encoder_scaled(e, def->name, use, 0);
		return moved(e, place, offset);
	}
	if (def->has_value)
		return moved(e, BD_ONE(bd_chart_number(unit, bd_json_get(def->json, "value"), NAN)),
			     offset);
	const bd_json *own = bd_mark_property(unit, is_theta ? "theta" : "radius");
	return moved(e, BD_ONE(bd_chart_number(unit, own, NAN)), offset);
}
