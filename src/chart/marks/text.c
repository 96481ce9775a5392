/* text.c - what texts of marks say: fields by their formats, lists as lines (encoder.h). */
#include "base/str.h"
#include "chart/encode/datum.h"
#include "chart/encode/encode.h"
#include "chart/encode/format.h"
#include "chart/encode/props.h"
#include "chart/encode/views.h"
#include "chart/marks/encoder.h"

#include <math.h>
#include <string.h>

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

/* A field's value by its format. */
static const char *format(bd_encoder *e, const bd_channel_def *def, bd_value value)
{
	const bd_json *from = def->conditional_field ? def->conditional_field : def->json;
	const char *said = poster_number(e, def, from, value);
	if (said)
		return said;
	return bd_format_field(e->unit, e->arena, def, from, value);
}

bd_strings bd_encoder_text(bd_encoder *e, bool *lines)
{
	const bd_channel_def *def = &e->unit->channels[CH_TEXT];
	const bd_json *own = bd_mark_property(e->unit, "text");
	const char **palette = BD_ARRAY(e->arena, e->rows + 1, const char *);
	uint32_t *index = BD_ARRAY(e->arena, e->rows, uint32_t);
	bd_column *column =
		bd_channel_def_has_field(def) ? bd_view_column(e->table, def->name) : NULL;
	bd_column *made = own && bd_expression_reads_datum(own) && !def->json
				  ? bd_encoder_expression_column(e, own)
				  : NULL;
	bd_conditions conditions = bd_encoder_conditions(e, def);
	for (size_t i = 0; i < e->rows; i++) {
		size_t k = bd_condition_at(&conditions, i);
		bool field = column && k == conditions.field;
		bd_value value = conditions.values[k];
		index[i] = (uint32_t)i;
		if (field || (def->has_datum && k == conditions.none)) {
			value = field ? bd_column_value(column, i)
				      : bd_datum_value(e->unit, bd_json_get(def->json, "datum"),
						       def);
			palette[i] = value.kind == BD_V_ARRAY
					     ? text_of(e, value, lines)
					     : break_lines(e, format(e, def, value));
			continue;
		}
		if (made)
			value = bd_column_value(made, i);
		else if (!def->json && own)
			value = bd_encoder_said(e, own);
		palette[i] = value.kind == BD_V_UNDEFINED ? "" : text_of(e, value, lines);
	}
	return (bd_strings){ palette, index };
}
