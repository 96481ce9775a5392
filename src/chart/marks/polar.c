/* polar.c - angles and radii of arcs, and of texts that stand around a centre
 * (encoder.h). */
#include "base/str.h"
#include "chart/encode/datum.h"
#include "chart/encode/encode.h"
#include "chart/encode/props.h"
#include "chart/marks/encoder.h"
#include "chart/scales/scales.h"

#include <math.h>

/* The ends of theta or radius, and what names them among a mark's properties. */
typedef struct polar_side {
	bd_channel channel, second;
	const char *first_names[2], *second_names[2]; /* Vega's name, then the channel's */
	double far;                                   /* where no scale says it */
} polar_side;

static const bd_json *property(const bd_encoder *e, const char *const names[2])
{
	const bd_json *own = bd_mark_own(e->unit, names[0]);
	if (!own)
		own = bd_mark_own(e->unit, names[1]);
	if (!own)
		own = bd_mark_property(e->unit, names[0]);
	return own ? own : bd_mark_property(e->unit, names[1]);
}

/* Where a side ends that no channel says: the property, the scale's zero or end, the whole. */
static bd_numbers unsaid(bd_encoder *e, const polar_side *s, bool far)
{
	const bd_json *own = property(e, far ? s->first_names : s->second_names);
	const bd_scale_use *use = bd_unit_scale(e->unit, s->channel);
	double end = NAN;
	if (own)
		return BD_ONE(bd_chart_number(e->unit, own, 0));
	if (use && use->scale)
		end = far ? bd_scale_zero_or_max(use->scale) : bd_scale_zero_or_min(use->scale);
	return BD_ONE(!isnan(end) ? end : far ? s->far : 0);
}

/* One end: the channel's field (stacked: its end), a value, a property. */
static bd_numbers end_of(bd_encoder *e, const polar_side *s, bd_channel channel, bool far)
{
	bd_view *unit = e->unit;
	const bd_channel_def *def = &unit->channels[channel];
	const bd_scale_use *use = bd_unit_scale(unit, s->channel);
	if (unit->stack.on && unit->stack.field_channel == s->channel)
		return bd_encoder_scaled(e, far ? unit->stack.end : unit->stack.start, use, 0);
	if (bd_channel_def_has_field(def) && use) {
		if (bd_scale_type_is_discrete(use->type))
			return bd_encoder_scaled(e, def->name, use, far ? 0 : 1);
		if (def->end && bd_has_band_end(unit, channel))
			return bd_encoder_scaled(e, far ? def->end : def->name, use, 0);
		return bd_encoder_scaled(e, def->name, use, 0);
	}
	if (def->has_datum && use && use->scale)
		return BD_ONE(bd_scale_number(
			use->scale, bd_datum_value(unit, bd_json_get(def->json, "datum"), def)));
	if (def->has_value)
		return BD_ONE(bd_chart_number(unit, bd_json_get(def->json, "value"), 0));
	return unsaid(e, s, far);
}

/* The far end where only one field is given: a band's other side, a bin's end, else zero. */
static bd_numbers second_of(bd_encoder *e, const polar_side *s)
{
	bd_view *unit = e->unit;
	const bd_channel_def *def = &unit->channels[s->channel];
	const bd_scale_use *use = bd_unit_scale(unit, s->channel);
	bool banded = bd_channel_def_has_field(def) && use && !unit->channels[s->second].json &&
		      (bd_scale_type_is_discrete(use->type) || bd_has_band_end(unit, s->channel));
	return end_of(e, s, banded ? s->channel : s->second, false);
}

/* Offsets of the mark (radiusOffset …) move what was found. */
static bd_numbers moved(bd_encoder *e, bd_numbers numbers, const char *name)
{
	return bd_numbers_add(e, numbers,
			      BD_ONE(bd_chart_number(e->unit, bd_mark_property(e->unit, name), 0)));
}

static void side(bd_encoder *e, const polar_side *s, bd_numbers *from, bd_numbers *to)
{
	const bd_view *unit = e->unit;
	const char *second = bd_channel_name(s->second);
	bool stacked = unit->stack.on && unit->stack.field_channel == s->channel;
	bool said = unit->channels[s->second].json || bd_json_get(unit->mark, second);
	const char *offset = bd_printf(e->arena, "%sOffset", bd_channel_name(s->channel));
	const char *offset2 = said ? bd_printf(e->arena, "%sOffset", second) : offset;
	*from = moved(e, end_of(e, s, s->channel, true), offset);
	*to = second_of(e, s);
	if (stacked || unit->channels[s->second].json)
		*to = moved(e, *to, offset2);
}

void bd_encoder_polar(bd_encoder *e, bd_items *items)
{
	polar_side theta = {
		CH_THETA, CH_THETA2, { "startAngle", "theta" }, { "endAngle", "theta2" }, 2 * M_PI
	};
	polar_side radius = { CH_RADIUS,
			      CH_RADIUS2,
			      { "outerRadius", "radius" },
			      { "innerRadius", "radius2" },
			      fmin(e->width, e->height) / 2 };
	side(e, &theta, &items->start_angle, &items->end_angle);
	side(e, &radius, &items->outer_radius, &items->inner_radius);
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
		else if (def->end && def->bin != BD_BIN_NONE) /* the middle of a bin */
			place = bd_encoder_between(e, def->name, def->end, use,
						   isnan(def->band_position) ? 0.5
									     : def->band_position);
		else
			place = bd_encoder_scaled(e, def->name, use, 0);
		return moved(e, place, offset);
	}
	if (def->has_datum && use && use->scale)
		return moved(e,
			     BD_ONE(bd_scale_number(
				     use->scale,
				     bd_datum_value(unit, bd_json_get(def->json, "datum"), def))),
			     offset);
	if (def->has_value)
		return moved(e, BD_ONE(bd_chart_number(unit, bd_json_get(def->json, "value"), NAN)),
			     offset);
	const bd_json *own = bd_mark_property(unit, is_theta ? "theta" : "radius");
	return moved(e, BD_ONE(bd_chart_number(unit, own, NAN)), offset);
}
