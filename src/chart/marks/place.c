/* place.c - where marks stand: fields through scales, with bands, bins and offsets
 * (encoder.h). What happens where nothing is said follows Vega-Lite's documentation of marks. */
#include "chart/encode/datum.h"
#include "chart/encode/encode.h"
#include "chart/encode/props.h"
#include "chart/encode/views.h"
#include "chart/marks/encoder.h"
#include "chart/scales/scales.h"

#include <math.h>

size_t bd_encoder_rows(const bd_encoder *e)
{
	return e->rows;
}

bd_arena *bd_encoder_arena(bd_encoder *e)
{
	return e->arena;
}

/* A number, or "width" and "height" for the plot's. */
static double place_value(bd_encoder *e, const bd_json *value)
{
	value = bd_chart_resolve(e->unit, value);
	if (bd_json_equals_string(value, "width"))
		return e->width;
	if (bd_json_equals_string(value, "height"))
		return e->height;
	return bd_json_number(value, NAN);
}

/* An expression of the mark that reads the row: its column. */
static bd_numbers place_property(bd_encoder *e, const bd_json *value)
{
	if (!bd_expression_reads_datum(value))
		return BD_ONE(place_value(e, value));
	return bd_encoder_expression(e, value);
}

double bd_encoder_stand_at(bd_encoder *e, bd_channel channel, bd_stand stand)
{
	bd_channel main = bd_channel_main(channel);
	bool is_x = main == CH_X;
	double length = is_x ? e->width : e->height;
	const bd_scale_use *use = bd_unit_scale(e->unit, main);
	if (stand == BD_STAND_MIDDLE)
		return length / 2;
	double end = !use || !use->scale      ? NAN
		     : stand == BD_STAND_ZERO ? bd_scale_zero_or_min(use->scale)
					      : bd_scale_zero_or_max(use->scale);
	if (!isnan(end))
		return end;
	if (stand == BD_STAND_ZERO)
		return is_x ? 0 : e->height;
	return is_x ? e->width : 0;
}

static const char *offset_property(bd_channel channel)
{
	switch (channel) {
	case CH_X: return "xOffset";
	case CH_Y: return "yOffset";
	case CH_X2: return "x2Offset";
	case CH_Y2: return "y2Offset";
	case CH_THETA: return "thetaOffset";
	case CH_RADIUS: return "radiusOffset";
	case CH_THETA2: return "theta2Offset";
	default: return "radius2Offset";
	}
}

bd_numbers bd_encoder_offset(bd_encoder *e, bd_channel channel, double band, bool *encoded)
{
	bd_channel offset = bd_channel_offset(bd_channel_main(channel));
	const bd_channel_def *def = offset == CH_NONE ? NULL : &e->unit->channels[offset];
	*encoded = def && def->json && bd_channel_main(channel) == channel;
	if (*encoded) {
		const bd_scale_use *use = bd_unit_scale(e->unit, offset);
		if (bd_channel_def_has_field(def) && def->bin == BD_BIN_PARAMS)
			return bd_encoder_between(e, def->name, def->end, use, 0.5);
		if (bd_channel_def_has_field(def))
			return bd_encoder_scaled(e, def->name, use,
						 isnan(def->band_position) ? band
									   : def->band_position);
		if (def->has_datum && use && use->scale)
			return BD_ONE(
				bd_scale_number(use->scale,
						bd_datum_value(e->unit,
							       bd_json_get(def->json, "datum"),
							       def)) +
				band * bd_scale_bandwidth(use->scale));
		return BD_ONE(bd_chart_number(e->unit, bd_json_get(def->json, "value"), 0));
	}
	const bd_json *own = bd_mark_property(e->unit, offset_property(channel));
	if (own && bd_expression_reads_datum(own))
		return bd_encoder_expression(e, own);
	return BD_ONE(bd_chart_number(e->unit, own, 0));
}

/* The place of a field or datum by its scale. */
static bd_numbers of_field(bd_encoder *e, bd_channel channel, double band)
{
	bd_view *unit = e->unit;
	const bd_channel_def *def = &unit->channels[channel];
	bd_channel main = bd_channel_main(channel), second = bd_channel_secondary(channel);
	const bd_scale_use *use = bd_unit_scale(unit, main);
	bool discrete = use && bd_scale_type_is_discrete(use->type);
	double in_band = !isnan(band)                 ? band
			 : !isnan(def->band_position) ? def->band_position
						      : 0.5;
	if (def->has_datum && !bd_channel_def_has_field(def)) {
		if (!use || !use->scale)
			return BD_NONE;
		bd_value datum = bd_datum_value(unit, bd_json_get(def->json, "datum"), def);
		return BD_ONE(bd_scale_number(use->scale, datum) +
			      (discrete ? in_band * bd_scale_bandwidth(use->scale) : 0));
	}
	if (def->no_scale || !use) {
		bd_column *column = bd_view_column(e->table, def->name);
		return column ? (bd_numbers){ .each = bd_column_numbers(e->arena, column) }
			      : BD_NONE;
	}
	if (unit->stack.on && unit->stack.field_channel == channel) {
		if (!isnan(def->band_position))
			return bd_encoder_between(e, unit->stack.start, unit->stack.end, use,
						  def->band_position);
		return bd_encoder_scaled(e, unit->stack.end, use, 0);
	}
	if (!discrete && (def->bin == BD_BIN_PARAMS || (def->unit && def->type == BD_TEMPORAL))) {
		double position = isnan(band) ? bd_band_position(unit, channel) : band;
		if (def->unit && def->unit_binned && second != CH_NONE &&
		    unit->channels[second].json && !isnan(def->band_position))
			return bd_encoder_between(e, def->name, unit->channels[second].name, use,
						  def->band_position);
		if (!isnan(position) && position != 0 && def->end)
			return bd_encoder_between(e, def->name, def->end, use, position);
		if (!isnan(position) && position != 0 && def->unit_binned)
			return bd_encoder_unit_middle(e, def, use, position);
	}
	if (!discrete && def->bin == BD_BIN_BINNED && second != CH_NONE &&
	    bd_channel_def_has_field(&unit->channels[second]))
		return bd_encoder_between(e, def->name, unit->channels[second].name, use,
					  isnan(def->band_position) ? 0.5 : def->band_position);
	return bd_encoder_scaled(e, def->name, use, discrete ? in_band : 0);
}

bd_numbers bd_encoder_point(bd_encoder *e, bd_channel channel, bd_stand stand, double band)
{
	const bd_channel_def *def = &e->unit->channels[channel];
	bool encoded;
	bd_numbers offset = bd_encoder_offset(e, channel, isnan(band) ? 0.5 : band, &encoded);
	if (encoded)
		band = 0;
	bd_numbers place = BD_NONE;
	if (bd_channel_def_has_field(def) || def->has_datum)
		place = of_field(e, channel, band);
	else if (def->has_value)
		place = place_property(e, bd_json_get(def->json, "value"));
	else if (bd_mark_property(e->unit, bd_channel_name(channel)))
		place = place_property(e, bd_mark_property(e->unit, bd_channel_name(channel)));
	else
		place = BD_ONE(bd_encoder_stand_at(e, channel, stand));
	return bd_numbers_add(e, place, offset);
}

/* A second end that nothing is said of moves with the first one. */
static bd_numbers second_offset(bd_encoder *e, bd_channel channel)
{
	bool own = e->unit->channels[channel].json ||
		   bd_json_get(e->unit->mark, bd_channel_name(channel));
	bool encoded;
	return bd_encoder_offset(e, own ? channel : bd_channel_main(channel), 0.5, &encoded);
}

bd_numbers bd_encoder_second(bd_encoder *e, bd_channel channel, bd_stand stand)
{
	bd_view *unit = e->unit;
	bd_channel main = bd_channel_main(channel);
	const bd_channel_def *def = &unit->channels[channel];
	const bd_scale_use *use = bd_unit_scale(unit, main);
	const bd_json *property = bd_mark_property(unit, bd_channel_name(channel));
	bd_numbers place;
	if (unit->stack.on && unit->stack.field_channel == main)
		place = bd_encoder_scaled(e, unit->stack.start, use, 0);
	else if (bd_channel_def_has_field(def))
		place = bd_encoder_scaled(e, def->name, use, 0.5);
	else if (def->has_datum && use && use->scale)
		place = BD_ONE(bd_scale_number(use->scale,
					       bd_datum_value(unit, bd_json_get(def->json, "datum"),
							      &unit->channels[main])));
	else if (def->has_value)
		place = place_property(e, bd_json_get(def->json, "value"));
	else if (property)
		return place_property(e, property);
	else
		return BD_ONE(bd_encoder_stand_at(e, channel, stand));
	return bd_numbers_add(e, place, second_offset(e, channel));
}

bd_numbers bd_encoder_place(bd_encoder *e, bd_side side, bd_stand stand)
{
	return bd_encoder_point(e, side == BD_SIDE_X ? CH_X : CH_Y, stand, NAN);
}

void bd_encoder_range(bd_encoder *e, bd_side side, bd_stand stand, bd_stand stand2,
		      bd_numbers *from, bd_numbers *to)
{
	bool is_x = side == BD_SIDE_X;
	*from = bd_encoder_point(e, is_x ? CH_X : CH_Y, stand, NAN);
	*to = bd_encoder_second(e, is_x ? CH_X2 : CH_Y2, stand2);
}
