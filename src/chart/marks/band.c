/* band.c - the sides of bars and rects: a band, a bin, a range, or a width around a point
 * (encoder.h). */
#include "base/str.h"
#include "chart/encode/encode.h"
#include "chart/encode/props.h"
#include "chart/marks/encoder.h"
#include "chart/scales/scales.h"

#include <math.h>

/* What one side of a mark is made from. */
typedef struct band_side {
	bd_channel channel, second;
	const bd_channel_def *def;
	const bd_scale_use *use, *offset_use;
	bool is_x, discrete;
	const bd_json *size; /* the mark's width, height or size; NULL */
	bool sized;          /* by the size channel */
	double length;       /* of the plot */
} band_side;

static bool is_relative(const bd_json *size)
{
	return bd_json_get(size, "band") != NULL;
}

static band_side side_of(bd_encoder *e, bd_side side)
{
	bd_view *unit = e->unit;
	band_side s = { .is_x = side == BD_SIDE_X };
	s.channel = s.is_x ? CH_X : CH_Y;
	s.second = s.is_x ? CH_X2 : CH_Y2;
	s.def = &unit->channels[s.channel];
	s.use = bd_unit_scale(unit, s.channel);
	s.offset_use = bd_unit_scale(unit, bd_channel_offset(s.channel));
	s.discrete = s.use && bd_scale_type_is_discrete(s.use->type);
	s.length = s.is_x ? e->width : e->height;
	s.sized = unit->channels[CH_SIZE].json != NULL;
	s.size = bd_mark_property(unit, s.is_x ? "width" : "height");
	if (!s.size && unit->kind_of_mark->item != BD_ITEM_IMAGE)
		s.size = bd_mark_property(unit, "size");
	return s;
}

/* This is the side across which bars stand. */
static bool is_across(bd_encoder *e, const band_side *s)
{
	const char *mark = e->unit->mark_type, *orient = e->unit->orient;
	bool vertical = orient && bd_streq(orient, "vertical");
	if (bd_streq(mark, "bar"))
		return orient && (s->is_x ? vertical : !vertical);
	if (bd_streq(mark, "tick"))
		return orient && (s->is_x ? !vertical : vertical);
	return bd_streq(mark, "image") && s->size;
}

/* --- bins --- */

static void from_ends(bd_encoder *e, bd_numbers from, bd_numbers to, bd_numbers *start,
		      bd_numbers *length)
{
	double *starts = BD_ARRAY(e->arena, e->rows, double);
	double *lengths = BD_ARRAY(e->arena, e->rows, double);
	for (size_t i = 0; i < e->rows; i++) {
		double a = bd_number_at(from, i), b = bd_number_at(to, i);
		starts[i] = fmin(a, b);
		lengths[i] = fabs(b - a);
	}
	*start = (bd_numbers){ .each = starts };
	*length = (bd_numbers){ .each = lengths };
}

/* Where the data's interval begins and ends, or the share of it that the bar takes. */
static void interval_of(bd_encoder *e, const band_side *s, bd_numbers *from, bd_numbers *to)
{
	const char *end = s->def->end;
	const bd_channel_def *second = &e->unit->channels[s->second];
	if (bd_channel_def_has_field(second))
		end = second->name;
	double share = 1;
	if (is_relative(s->size))
		share = bd_json_number(bd_json_get(s->size, "band"), 1);
	else if (s->def->unit)
		share = bd_chart_number(e->unit, bd_mark_property(e->unit, "timeUnitBandSize"), 1);
	if (!end && s->def->unit_binned) {
		*from = bd_encoder_scaled(e, s->def->name, s->use, 0);
		*to = bd_encoder_unit_middle(e, s->def, s->use, 1);
	} else if (s->def->rect_start) {
		*from = bd_encoder_scaled(e, s->def->rect_start, s->use, 0);
		*to = bd_encoder_scaled(e, s->def->rect_end, s->use, 0);
	} else if (!end && s->def->bin == BD_BIN_BINNED && !isnan(s->use->bin_step)) {
		*from = bd_encoder_scaled(e, s->def->name, s->use, 0);
		*to = bd_encoder_shifted(e, s->def->name, s->use, s->use->bin_step);
	} else {
		*from = bd_encoder_between(e, s->def->name, end, s->use, (1 - share) / 2);
		*to = bd_encoder_between(e, s->def->name, end, s->use, 1 - (1 - share) / 2);
	}
}

/* A bar of a bin leaves half the spacing free at both ends, but is never thinner than the least
 * band. Its second end is that where the bin begins. */
static void of_bin(bd_encoder *e, const band_side *s, bd_numbers *start, bd_numbers *length)
{
	bd_view *unit = e->unit;
	bd_numbers from, to;
	interval_of(e, s, &from, &to);
	bool encoded;
	bd_numbers offset = bd_encoder_offset(e, s->channel, 0, &encoded), offset2 = offset;
	if (bd_mark_property(unit, s->is_x ? "x2Offset" : "y2Offset"))
		offset2 = bd_encoder_offset(e, s->second, 0, &encoded);
	double spacing = bd_chart_number(unit, bd_mark_property(unit, "binSpacing"), 0);
	double least = bd_chart_number(unit, bd_mark_config(unit, "minBandSize"), 0.25);
	double *starts = BD_ARRAY(e->arena, e->rows, double);
	double *ends = BD_ARRAY(e->arena, e->rows, double);
	for (size_t i = 0; i < e->rows; i++) {
		double a = bd_number_at(from, i), b = bd_number_at(to, i);
		double free = fabs(b - a) < least ? (fabs(b - a) - least) / 2 : spacing / 2;
		double inwards = a <= b ? free : -free;
		starts[i] = a + inwards + 0.5 + bd_number_at(offset2, i);
		ends[i] = b - inwards + 0.5 + bd_number_at(offset, i);
	}
	from_ends(e, (bd_numbers){ .each = starts }, (bd_numbers){ .each = ends }, start, length);
}

/* --- bands, and widths around a point --- */

static double least_band(bd_encoder *e, double width)
{
	double least = bd_chart_number(e->unit, bd_mark_config(e->unit, "minBandSize"), NAN);
	return isnan(least) ? width : fmax(least, width);
}

static double padding_of_lone(bd_encoder *e)
{
	bd_view *unit = e->unit;
	const char *name = bd_streq(unit->mark_type, "bar")    ? "barBandPaddingInner"
			   : bd_streq(unit->mark_type, "tick") ? "tickBandPaddingInner"
							       : "rectBandPaddingInner";
	double other = bd_streq(unit->mark_type, "bar")    ? 0.1
		       : bd_streq(unit->mark_type, "tick") ? 0.25
							   : 0;
	const bd_json *all = bd_json_find(unit->c->config, "scale", "bandPaddingInner", NULL);
	return bd_chart_number(unit, all ? all : bd_json_find(unit->c->config, "scale", name, NULL),
			       other);
}

/* How long the side is, where the size channel does not say; *share: of the band it stands in. */
static double default_length(bd_encoder *e, const band_side *s, double *share)
{
	bd_view *unit = e->unit;
	const bd_json *size = s->size;
	const bd_scale_use *band = s->offset_use ? s->offset_use : s->use;
	*share = NAN;
	const bd_scale_use *place = s->use ? s->use : s->offset_use;
	bool discrete = (place && bd_scale_type_is_discrete(place->type)) ||
			(s->offset_use && bd_scale_type_is_discrete(s->offset_use->type));
	if (!size && discrete) {
		size = bd_json_find(unit->c->config, unit->mark_type, "discreteBandSize", NULL);
		if (!size || is_relative(size))
			*share = bd_json_number(bd_json_get(size, "band"), 1);
	} else if (!size && s->use) {
		size = bd_json_find(unit->c->config, unit->mark_type, "continuousBandSize", NULL);
	} else if (!size) {
		size = bd_json_find(unit->c->config, unit->mark_type, "discreteBandSize", NULL);
	}
	if (is_relative(size))
		*share = bd_chart_number(unit, bd_json_get(size, "band"), 1);
	if (!isnan(*share) && band && band->scale && band->type == BD_SCALE_BAND)
		return least_band(e, *share * bd_scale_bandwidth(band->scale));
	if (!isnan(*share) && !band)
		return *share * s->length;
	if (bd_json_is(bd_chart_resolve(unit, size), BD_JSON_NUMBER))
		return bd_chart_number(unit, size, 5);
	if (!s->offset_use && s->use && s->use->def.range_step > 0)
		return s->use->def.range_step - 2;
	if (!s->def->json)
		return (1 - padding_of_lone(e)) * s->length;
	const bd_json *step = bd_json_find(unit->c->config, "view", "step", NULL);
	return bd_chart_number(unit, step, 20) - 2;
}

static void of_band(bd_encoder *e, const band_side *s, bd_numbers *start, bd_numbers *length)
{
	double share;
	bool encoded;
	*length = BD_ONE(default_length(e, s, &share));
	if (s->sized)
		*length = bd_encoder_number(e, "size", s->is_x ? "width" : "height", length->one);
	const bd_scale_use *band_use = s->use ? s->use : s->offset_use;
	bool at_start = !isnan(share) && !s->sized && band_use && band_use->type == BD_SCALE_BAND;
	if (at_start && !s->use) {
		*start = bd_encoder_offset(e, s->channel, 0, &encoded);
		return;
	}
	if (at_start) {
		double band = (1 - share) / 2;
		(void)bd_encoder_offset(e, s->channel, 0, &encoded);
		*start = bd_encoder_point(e, s->channel, BD_STAND_MIDDLE, encoded ? 0 : band);
		return;
	}
	bd_numbers middle = bd_encoder_point(e, s->channel, BD_STAND_MIDDLE, NAN);
	double *starts = BD_ARRAY(e->arena, e->rows, double);
	for (size_t i = 0; i < e->rows; i++)
		starts[i] = bd_number_at(middle, i) - bd_number_at(*length, i) / 2;
	*start = (bd_numbers){ .each = starts };
}

void bd_encoder_band(bd_encoder *e, bd_side side, bd_numbers *start, bd_numbers *length)
{
	band_side s = side_of(e, side);
	const bd_view *unit = e->unit;
	bool second = unit->channels[s.second].json;
	bool field = bd_channel_def_has_field(s.def);
	bool fixed = (s.sized || s.size) && !(s.size && is_relative(s.size) && !s.sized);
	bool binned = field && (s.def->bin != BD_BIN_NONE || (s.def->unit && !second));
	if (binned && !fixed && !unit->channels[bd_channel_offset(s.channel)].json && !s.discrete &&
	    s.use) {
		of_bin(e, &s, start, length);
		return;
	}
	bool scaled = field || s.def->has_datum;
	if (((scaled && s.discrete) || is_across(e, &s)) && !second) {
		of_band(e, &s, start, length);
		return;
	}
	bd_numbers from, to;
	const bd_json *extent = bd_mark_own(unit, s.is_x ? "width" : "height");
	if (extent && !second && !(unit->stack.on && unit->stack.field_channel == s.channel)) {
		*start = bd_encoder_point(e, s.channel, BD_STAND_MIDDLE, NAN);
		*length = BD_ONE(bd_chart_number(unit, extent, 0));
		double *starts = BD_ARRAY(e->arena, e->rows, double);
		for (size_t i = 0; i < e->rows; i++)
			starts[i] = bd_number_at(*start, i) - length->one / 2;
		*start = (bd_numbers){ .each = starts };
		return;
	}
	bd_encoder_range(e, side, BD_STAND_FAR, BD_STAND_ZERO, &from, &to);
	from_ends(e, from, to, start, length);
}
