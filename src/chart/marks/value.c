/* value.c - numbers, words and texts of marks: channels with their conditions, then the
 * mark's properties (encoder.h). */
#include "base/str.h"
#include "chart/encode/datum.h"
#include "chart/encode/encode.h"
#include "chart/encode/format.h"
#include "chart/encode/params.h"
#include "chart/encode/props.h"
#include "chart/encode/views.h"
#include "chart/marks/encoder.h"
#include "chart/scales/scales.h"

#include <math.h>
#include <string.h>

/* --- expressions and shifts --- */

bd_column *bd_encoder_expression_column(bd_encoder *e, const bd_json *value)
{
	bd_compiler *c = e->unit->c;
	const bd_json *text = bd_expression_of(value);
	bd_view *before = c->at;
	c->at = e->unit;
	const bd_expr *expr = bd_expr_parse(c->env, text->string, &text->place, &c->names);
	bd_column *column = expr ? bd_table_derive(c->env, e->table, expr, "__expr") : NULL;
	c->at = before;
	return column;
}

bd_numbers bd_encoder_expression(bd_encoder *e, const bd_json *value)
{
	bd_column *column = bd_encoder_expression_column(e, value);
	return column ? (bd_numbers){ .each = bd_column_numbers(e->arena, column) } : BD_NONE;
}

bd_numbers bd_encoder_unit_middle(bd_encoder *e, const bd_channel_def *def, const bd_scale_use *use,
				  double position)
{
	bd_column *column = bd_view_column(e->table, def->name);
	if (!column || !use || !use->scale)
		return BD_NONE;
	bd_time_unit_params units;
	if (!bd_time_unit_read(e->unit->c->env, bd_json_get(def->json, "timeUnit"), &units))
		return bd_encoder_scaled(e, def->name, use, 0);
	const double *in = bd_column_numbers(e->unit->c->arena, column);
	double *out = BD_ARRAY(e->arena, e->rows, double);
	for (size_t i = 0; i < e->rows; i++) {
		double next = bd_time_unit_next(&units, in[i]);
		out[i] = in[i] + position * (next - in[i]);
	}
	bd_scale_numbers(use->scale, out, out, e->rows);
	return (bd_numbers){ .each = out };
}

bd_numbers bd_encoder_shifted(bd_encoder *e, const char *name, const bd_scale_use *use, double by)
{
	bd_column *column = bd_view_column(e->table, name);
	if (!column || !use || !use->scale)
		return BD_NONE;
	const double *in = bd_column_numbers(e->unit->c->arena, column);
	double *out = BD_ARRAY(e->arena, e->rows, double);
	for (size_t i = 0; i < e->rows; i++)
		out[i] = in[i] + by;
	bd_scale_numbers(use->scale, out, out, e->rows);
	return (bd_numbers){ .each = out };
}

/* --- channels --- */

const uint8_t *bd_encoder_conditions(bd_encoder *e, const bd_channel_def *def)
{
	bd_compiler *c = e->unit->c;
	const bd_json *item;
	if (!def->condition || e->rows == 0)
		return NULL;
	uint8_t *which = BD_ARRAY(c->arena, e->rows, uint8_t);
	bd_each (item, def->condition) {
		const uint8_t *holds = bd_condition_rows(e->unit, e->table, item);
		for (size_t i = 0; holds && i < e->rows; i++)
			if (!which[i] && holds[i])
				which[i] = (uint8_t)(bd_i_item + 1);
	}
	return which;
}

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

static bd_value said_value(bd_encoder *e, const bd_json *node)
{
	node = bd_chart_resolve(e->unit, node);
	return node ? bd_json_value(e->unit->c->arena, node) : bd_v_undefined();
}

/* The value of each condition, and last that of none. */
static bd_value *said_values(bd_encoder *e, const bd_channel_def *def, size_t *count)
{
	const bd_json *item;
	*count = def->condition ? def->condition->count : 0;
	bd_value *values = BD_ARRAY(e->unit->c->arena, *count + 1, bd_value);
	bd_each (item, def->condition)
		values[bd_i_item] = said_value(e, bd_json_get(item, "value"));
	values[*count] =
		def->has_value ? said_value(e, bd_json_get(def->json, "value")) : bd_v_undefined();
	return values;
}

static size_t conditional_index(const bd_channel_def *def)
{
	const bd_json *item;
	bd_each (item, def->condition)
		if (item == def->conditional_field)
			return bd_i_item;
	return SIZE_MAX;
}

bool bd_encoder_values(bd_encoder *e, bd_channel channel, bd_value *values)
{
	const bd_channel_def *def = &e->unit->channels[channel];
	if (!def->json)
		return false;
	size_t count;
	const uint8_t *which = bd_encoder_conditions(e, def);
	bd_value *said = said_values(e, def, &count);
	bool encodes = bd_channel_def_has_field(def) || def->has_datum;
	bd_column *column =
		bd_channel_def_has_field(def) ? bd_view_column(e->table, def->name) : NULL;
	size_t conditional = conditional_index(def);
	for (size_t i = 0; i < e->rows; i++) {
		size_t k = which && which[i] ? which[i] - 1u : count;
		bool field = encodes && (k == count ? conditional == SIZE_MAX : k == conditional);
		values[i] = field ? field_value(e, channel, def, column, i) : said[k];
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

/* Each row its own entry; marks of one word keep one. */
static bd_strings strings_of(bd_encoder *e, const bd_value *values, const char *otherwise)
{
	const char **palette = BD_ARRAY(e->arena, e->rows + 1, const char *);
	uint32_t *index = BD_ARRAY(e->arena, e->rows, uint32_t);
	for (size_t i = 0; i < e->rows; i++) {
		const char *word = word_of(e, values[i]);
		palette[i] = word ? word : otherwise;
		index[i] = (uint32_t)i;
	}
	return (bd_strings){ palette, index };
}

static bd_strings one_string(bd_encoder *e, const char *word)
{
	const char **palette = BD_NEW(e->arena, const char *);
	palette[0] = word ? bd_strdup(e->arena, word) : NULL;
	return (bd_strings){ .palette = word ? palette : NULL };
}

bd_strings bd_encoder_strings(bd_encoder *e, const char *channel_name, const char *property)
{
	bd_channel channel = bd_channel_find(channel_name);
	const bd_json *own = bd_mark_property(e->unit, property);
	const bd_channel_def *def = &e->unit->channels[channel];
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

/* --- texts --- */

static const char *break_lines(bd_encoder *e, const char *text)
{
	const char *mark = bd_encoder_word(
		e, "lineBreak", bd_json_string(bd_json_get(e->unit->c->config, "lineBreak"), NULL));
	if (!mark || !*mark || !text || !strstr(text, mark))
		return text;
	bd_str out = bd_str_new(e->arena);
	for (const char *at = text; at;) {
		const char *next = strstr(at, mark);
		bd_str_add_bytes(&out, at, next ? (size_t)(next - at) : strlen(at));
		if (next)
			bd_str_add_char(&out, '\n');
		at = next ? next + strlen(mark) : NULL;
	}
	return bd_str_text(&out);
}

static const char *text_of(bd_encoder *e, bd_value value, bool *lines)
{
	if (value.kind != BD_V_ARRAY)
		return break_lines(e, bd_plain_label(e->arena, value));
	*lines = true;
	bd_str out = bd_str_new(e->arena);
	for (uint32_t i = 0; i < value.length; i++) {
		if (i)
			bd_str_add_char(&out, '\n');
		bd_str_add(&out, bd_value_to_string(e->arena, value.items[i]));
	}
	return bd_str_text(&out);
}

bd_strings bd_encoder_text(bd_encoder *e, bool *lines)
{
	const bd_channel_def *def = &e->unit->channels[CH_TEXT];
	const bd_json *own = bd_mark_property(e->unit, "text");
	const char **palette = BD_ARRAY(e->arena, e->rows + 1, const char *);
	uint32_t *index = BD_ARRAY(e->arena, e->rows, uint32_t);
	size_t count = 0;
	bd_column *column =
		bd_channel_def_has_field(def) ? bd_view_column(e->table, def->name) : NULL;
	bd_column *made = own && bd_expression_reads_datum(own) && !def->json
				  ? bd_encoder_expression_column(e, own)
				  : NULL;
	const uint8_t *which = bd_encoder_conditions(e, def);
	bd_value *said = said_values(e, def, &count);
	size_t conditional = conditional_index(def);
	for (size_t i = 0; i < e->rows; i++) {
		size_t k = which && which[i] ? which[i] - 1u : count;
		bool field = column && (k == count ? conditional == SIZE_MAX : k == conditional);
		bd_value value = said[k];
		index[i] = (uint32_t)i;
		if (field || (def->has_datum && k == count)) {
			value = field ? bd_column_value(column, i)
				      : bd_datum_value(e->unit, bd_json_get(def->json, "datum"),
						       def);
			palette[i] = value.kind == BD_V_ARRAY
					     ? text_of(e, value, lines)
					     : break_lines(e, bd_encoder_format(e, def, value));
			continue;
		}
		if (made)
			value = bd_column_value(made, i);
		else if (!def->json && own)
			value = said_value(e, own);
		palette[i] = value.kind == BD_V_UNDEFINED ? "" : text_of(e, value, lines);
	}
	return (bd_strings){ palette, index };
}

/* A poster's numbers are written as its language does, as they are on its axes, and what is missing
 * is left out; Vega-Lite writes bare digits, and 0 for null. Years keep their digits together. */
static const char *poster_number(bd_encoder *e, const bd_channel_def *def, const bd_json *from,
				 bd_value value)
{
	bool plain = e->unit->c->in_poster && def->type == BD_QUANTITATIVE &&
		     def->bin == BD_BIN_NONE && !bd_is_time_field(def, from) &&
		     !bd_json_get(from, "formatType");
	if (!plain)
		return NULL;
	if (bd_value_is_missing(value))
		return "";
	if (value.kind != BD_V_NUMBER || isnan(value.number) ||
	    bd_number_format_of(e->unit, def, from))
		return NULL;
	if (def->name && bd_name_says_year(def->name) && bd_number_may_be_year(value.number))
		return bd_number_text(e->arena, value.number);
	bd_number_style style = BD_NUMBER_STYLE_PLAIN;
	return bd_number_say(e->arena, e->unit->c->locale, &style, value.number);
}

const char *bd_encoder_format(bd_encoder *e, const bd_channel_def *def, bd_value value)
{
	const bd_json *from = def->conditional_field ? def->conditional_field : def->json;
	const char *said = poster_number(e, def, from, value);
	if (said)
		return said;
	return bd_format_field(e->unit, e->arena, def, from, value);
}
