/* value.c - numbers and words of marks: channels with their conditions, then the
 * mark's properties (encoder.h). */
#include "base/str.h"
#include "chart/encode/datum.h"
#include "chart/encode/encode.h"
#include "chart/encode/props.h"
#include "chart/encode/views.h"
#include "chart/marks/encoder.h"
#include "chart/scales/scales.h"
#include "data/group.h"

#include <math.h>
#include <string.h>

/* Zero where the domain holds it, else its smaller end. */
static bd_value least_of(const bd_scale *scale)
{
	size_t count;
	const bd_value *domain = bd_scale_domain(scale, &count);
	if (count == 0)
		return bd_v_number(0);
	double a = bd_value_to_number(domain[0]), b = bd_value_to_number(domain[count - 1]);
	return bd_v_number(fmin(a, b) <= 0 && fmax(a, b) >= 0 ? 0 : fmin(a, b));
}

/* A field's value, scaled where the channel has a scale; undefined where there is none. */
static bd_value field_value(bd_encoder *e, bd_channel channel, const bd_channel_def *def,
			    bd_column *column, size_t row)
{
	const bd_scale_use *use = def->no_scale ? NULL : bd_unit_scale(e->unit, channel);
	bd_value value = bd_v_undefined();
	if (column)
		value = bd_column_value(column, row);
	else if (def->has_datum)
		value = bd_datum_value(e->unit, bd_json_get(def->json, "datum"), def);
	if (!use || !use->scale)
		return value;
	/* What has no place on the scale is shown as the config says, else as its zero or its
	 * least. */
	if (bd_scale_type_is_continuous(use->type) &&
	    (bd_value_is_missing(value) || !isfinite(bd_value_to_number(value)))) {
		const bd_json *said = bd_json_get(bd_invalid_output(e->unit, channel), "value");
		if (said)
			return bd_json_value(e->unit->c->arena, bd_chart_resolve(e->unit, said));
		value = least_of(use->scale);
	}
	return bd_scale_value(e->arena, use->scale, value);
}

/* Texts that repeat are looked up on the scale once each. False where they do not repeat much, or
 * are none. */
static bool map_repeated(bd_encoder *e, bd_channel channel, const bd_channel_def *def,
			 bd_column *column, bd_value *values)
{
	if (!column || column->kind != BD_COLUMN_TEXT || def->condition)
		return false;
	bd_codes codes = bd_column_codes(e->unit->c->arena, column);
	if (codes.count > e->rows / 4)
		return false;
	bd_value *mapped = BD_ARRAY(e->unit->c->arena, codes.count, bd_value);
	size_t seen = 0;
	for (size_t i = 0; i < e->rows; i++) {
		if (codes.of_row[i] == seen)
			mapped[seen++] = field_value(e, channel, def, column, i);
		values[i] = mapped[codes.of_row[i]];
	}
	return true;
}

bool bd_encoder_values(bd_encoder *e, bd_channel channel, bd_value *values)
{
	const bd_channel_def *def = &e->unit->channels[channel];
	if (!def->json)
		return false;
	bd_conditions conditions = bd_encoder_conditions(e, def);
	bool encodes = bd_channel_def_has_field(def) || def->has_datum;
	bd_column *column =
		bd_channel_def_has_field(def) ? bd_view_column(e->table, def->name) : NULL;
	if (map_repeated(e, channel, def, column, values))
		return true;
	for (size_t i = 0; i < e->rows; i++) {
		size_t k = bd_condition_at(&conditions, i);
		values[i] = encodes && k == conditions.field
				    ? field_value(e, channel, def, column, i)
				    : conditions.values[k];
	}
	return true;
}

/* The channel says one thing for all rows: no field, no condition. */
static bool is_constant(const bd_channel_def *def)
{
	return !def->condition && !bd_channel_def_has_field(def) && !def->has_datum;
}

bd_numbers bd_encoder_number(bd_encoder *e, const char *channel_name, const char *property,
			     double otherwise)
{
	bd_channel channel = channel_name ? bd_channel_find(channel_name) : CH_COUNT;
	const bd_json *own = bd_mark_property(e->unit, property);
	double fallback = bd_chart_number(e->unit, own, otherwise);
	if (channel == CH_COUNT || !e->unit->channels[channel].json) {
		if (own && bd_expression_reads_datum(own))
			return bd_encoder_expression(e, own);
		return BD_ONE(fallback);
	}
	const bd_channel_def *def = &e->unit->channels[channel];
	if (is_constant(def))
		return BD_ONE(bd_chart_number(e->unit, bd_json_get(def->json, "value"), fallback));
	const bd_scale_use *use = bd_unit_scale(e->unit, channel);
	if (!def->condition && use && def->bin == BD_BIN_PARAMS &&
	    bd_scale_type_is_continuous(use->type))
		return bd_encoder_between(e, def->name, def->end, use, 0.5);
	if (!def->condition && use && bd_channel_def_has_field(def))
		return bd_encoder_scaled(e, def->name, use, 0);
	bd_value *values = BD_ARRAY(e->unit->c->arena, e->rows, bd_value);
	bd_encoder_values(e, channel, values);
	double *out = BD_ARRAY(e->arena, e->rows, double);
	for (size_t i = 0; i < e->rows; i++)
		out[i] =
			values[i].kind == BD_V_UNDEFINED ? fallback : bd_value_to_number(values[i]);
	return (bd_numbers){ .each = out };
}

static const char *word_of(bd_encoder *e, bd_value value)
{
	return bd_value_is_missing(value)
		       ? NULL
		       : bd_strdup(e->arena, bd_value_to_string(e->arena, value));
}

/* Each different word once. */
static bd_strings strings_of(bd_encoder *e, const bd_value *values, const char *otherwise)
{
	bd_column *column = bd_column_new_values(e->unit->c->arena, "", values, e->rows);
	bd_codes codes = bd_column_codes(e->arena, column);
	const char **palette = BD_ARRAY(e->arena, codes.count + 1, const char *);
	size_t seen = 0;
	for (size_t i = 0; i < e->rows && seen < codes.count; i++)
		if (codes.of_row[i] == seen) {
			const char *word = word_of(e, values[i]);
			palette[seen++] = word ? word : otherwise;
		}
	return (bd_strings){ palette, codes.of_row };
}

static bd_strings one_string(bd_encoder *e, const char *word)
{
	const char **palette = BD_NEW(e->arena, const char *);
	palette[0] = word ? bd_strdup(e->arena, word) : NULL;
	return (bd_strings){ .palette = word ? palette : NULL };
}

bd_strings bd_encoder_strings(bd_encoder *e, const char *channel_name, const char *property)
{
	static const bd_channel_def none = { 0 };
	bd_channel channel = channel_name ? bd_channel_find(channel_name) : CH_NONE;
	const bd_json *own = bd_mark_property(e->unit, property);
	const bd_channel_def *def = channel_name ? &e->unit->channels[channel] : &none;
	if (def->json && !is_constant(def)) {
		bd_value *values = BD_ARRAY(e->unit->c->arena, e->rows, bd_value);
		bd_encoder_values(e, channel, values);
		return strings_of(e, values, bd_chart_string(e->unit, own, NULL));
	}
	if (def->has_value)
		own = bd_json_get(def->json, "value");
	if (own && bd_expression_reads_datum(own)) {
		bd_column *column = bd_encoder_expression_column(e, own);
		bd_value *values = BD_ARRAY(e->unit->c->arena, e->rows, bd_value);
		for (size_t i = 0; column && i < e->rows; i++)
			values[i] = bd_column_value(column, i);
		return strings_of(e, values, NULL);
	}
	return one_string(e, bd_chart_string(e->unit, own, NULL));
}

const char *bd_encoder_word(bd_encoder *e, const char *property, const char *otherwise)
{
	return bd_chart_string(e->unit, bd_mark_property(e->unit, property), otherwise);
}

double bd_encoder_constant(bd_encoder *e, const char *property, double otherwise)
{
	return bd_chart_number(e->unit, bd_mark_property(e->unit, property), otherwise);
}

bool bd_encoder_is(bd_encoder *e, const char *property, bool otherwise)
{
	return bd_chart_bool(e->unit, bd_mark_property(e->unit, property), otherwise);
}

bool bd_encoder_has(bd_encoder *e, const char *channel)
{
	return e->unit->channels[bd_channel_find(channel)].json != NULL;
}

bool bd_encoder_is_vertical(bd_encoder *e)
{
	return e->unit->orient && bd_streq(e->unit->orient, "vertical");
}

bool bd_encoder_is_horizontal(bd_encoder *e)
{
	return e->unit->orient && bd_streq(e->unit->orient, "horizontal");
}
