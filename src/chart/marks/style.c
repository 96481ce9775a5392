/* style.c - how marks are painted: colours, opacities, strokes; and where a line has gaps
 * (encoder.h). */
#include "base/array.h"
#include "base/str.h"
#include "chart/encode/encode.h"
#include "chart/encode/props.h"
#include "chart/encode/views.h"
#include "chart/marks/encoder.h"
#include "chart/scales/scales.h"

#include <math.h>
#include <string.h>

/* --- paints --- */

/* Colours that occur, each once. */
typedef struct style_palette {
	bd_arena *arena;
	BD_LIST(bd_paint) paints;
	uint32_t slots[1024]; /* paint + 1 by the colour's bits; a full table only repeats */
} style_palette;

static uint32_t bits_of(bd_color c)
{
	return (uint32_t)bd_color_byte(c.r) << 24 | (uint32_t)bd_color_byte(c.g) << 16 |
	       (uint32_t)bd_color_byte(c.b) << 8 | (uint32_t)bd_color_byte(c.a);
}

static uint32_t palette_add(style_palette *p, bd_color color)
{
	uint32_t bits = bits_of(color), slot = (bits * 2654435761u) >> 22;
	for (int tries = 0; tries < 8; tries++, slot = (slot + 1) & 1023) {
		uint32_t at = p->slots[slot];
		if (at && bits_of(p->paints.items[at - 1].color) == bits)
			return at - 1;
		if (!at) {
			p->slots[slot] = (uint32_t)p->paints.count + 1;
			break;
		}
	}
	bd_push(p->arena, &p->paints, bd_solid(color));
	return (uint32_t)p->paints.count - 1;
}

/* A paint for each row; `otherwise` where it says none, which takes the palette's first place. */
static bd_paints paints_by_row(bd_encoder *e, const bd_value *values, bd_paint otherwise)
{
	uint32_t *index = BD_ARRAY(e->arena, e->rows, uint32_t);
	style_palette palette = { .arena = e->arena };
	bd_push(e->arena, &palette.paints, otherwise);
	const char *last = NULL;
	uint32_t last_index = 0;
	for (size_t i = 0; i < e->rows; i++) {
		bd_color color;
		if (values[i].kind == BD_V_STRING && last && bd_streq(values[i].string, last)) {
			index[i] = last_index;
		} else if (values[i].kind == BD_V_STRING &&
			   bd_color_parse(values[i].string, &color)) {
			index[i] = last_index = palette_add(&palette, color);
			last = values[i].string;
		} else if (values[i].kind == BD_V_NULL) {
			bd_push(e->arena, &palette.paints, BD_NO_PAINT);
			index[i] = (uint32_t)palette.paints.count - 1;
		}
	}
	return (bd_paints){ palette.paints.items, palette.paints.count, index };
}

/* A channel's colours, where it is encoded. */
static bd_paints channel_paints(bd_encoder *e, bd_channel channel, bd_paint otherwise)
{
	const bd_channel_def *def = &e->unit->channels[channel];
	bd_paint *one = BD_NEW(e->arena, bd_paint);
	*one = otherwise;
	if (!def->condition && !bd_channel_def_has_field(def) && !def->has_datum) {
		const bd_json *value = bd_json_get(def->json, "value");
		if (value)
			*one = bd_chart_paint(e->unit, value);
		return (bd_paints){ .palette = one, .count = 1 };
	}
	bd_value *values = BD_ARRAY(e->unit->c->arena, e->rows, bd_value);
	bd_encoder_values(e, channel, values);
	/* a value that an ordinal scale does not know has no colour */
	const bd_scale_use *use = bd_unit_scale(e->unit, channel);
	if (!def->condition && use && use->type == BD_SCALE_ORDINAL)
		otherwise = BD_NO_PAINT;
	return paints_by_row(e, values, otherwise);
}

static bd_paints paints_of(bd_encoder *e, bool fill, bool filled)
{
	const bd_view *unit = e->unit;
	bool main = fill == filled;
	bd_channel own = fill ? CH_FILL : CH_STROKE;
	bd_paint *one = BD_NEW(e->arena, bd_paint);
	const bd_json *said = bd_mark_color(unit, fill ? "fill" : "stroke", main);
	bool by_row = bd_expression_reads_datum(said);
	*one = by_row ? BD_NO_PAINT : bd_chart_paint(unit, said);
	if (fill && one->kind == BD_PAINT_NONE && unit->kind_of_mark->hollow &&
	    !bd_json_is(bd_json_get(unit->mark, "fill"), BD_JSON_NULL))
		*one = bd_solid(BD_TRANSPARENT);
	if (unit->channels[own].json)
		return channel_paints(e, own, *one);
	bool own_said = bd_json_get(unit->mark, fill ? "fill" : "stroke") != NULL;
	if (main && unit->channels[CH_COLOR].json && !own_said)
		return channel_paints(e, CH_COLOR, *one);
	bd_column *column = by_row ? bd_encoder_expression_column(e, said) : NULL;
	if (column) {
		bd_value *values = BD_ARRAY(unit->c->arena, e->rows, bd_value);
		for (size_t i = 0; i < e->rows; i++)
			values[i] = bd_column_value(column, i);
		return paints_by_row(e, values, *one);
	}
	return (bd_paints){ .palette = one, .count = one->kind != BD_PAINT_NONE };
}

/* --- strokes --- */

static bd_dash dash_of(bd_encoder *e, bd_value value)
{
	if (value.kind != BD_V_ARRAY || value.length == 0)
		return (bd_dash){ 0 };
	double *lengths = BD_ARRAY(e->arena, value.length, double);
	for (uint32_t i = 0; i < value.length; i++)
		lengths[i] = bd_value_to_number(value.items[i]);
	return (bd_dash){ lengths, value.length };
}

static void set_dashes(bd_encoder *e, bd_items *items)
{
	const bd_json *own = bd_chart_resolve(e->unit, bd_mark_property(e->unit, "strokeDash"));
	const bd_channel_def *def = &e->unit->channels[CH_STROKE_DASH];
	items->dash_offset = bd_encoder_constant(e, "strokeDashOffset", 0);
	if (!def->json) {
		if (!bd_json_is(own, BD_JSON_ARRAY) || own->count == 0)
			return;
		bd_dash *one = BD_NEW(e->arena, bd_dash);
		*one = dash_of(e, bd_json_value(e->arena, own));
		items->dashes = one;
		return;
	}
	bd_value *values = BD_ARRAY(e->unit->c->arena, e->rows, bd_value);
	bd_dash *dashes = BD_ARRAY(e->arena, e->rows, bd_dash);
	uint32_t *index = BD_ARRAY(e->arena, e->rows, uint32_t);
	bd_encoder_values(e, CH_STROKE_DASH, values);
	for (size_t i = 0; i < e->rows; i++) {
		if (values[i].kind == BD_V_UNDEFINED && own)
			values[i] = bd_json_value(e->arena, own);
		dashes[i] = dash_of(e, values[i]);
		index[i] = (uint32_t)i;
	}
	items->dashes = dashes;
	items->dash_index = index;
}

static void set_opacity(bd_encoder *e, bd_items *items)
{
	bool faint = e->unit->kind_of_mark->faint && !bd_unit_is_aggregate(e->unit) &&
		     !bd_mark_property(e->unit, "fillOpacity");
	items->opacity = bd_encoder_number(e, "opacity", "opacity", faint ? 0.7 : NAN);
	items->fill_opacity = bd_encoder_number(e, "fillOpacity", "fillOpacity", NAN);
	items->stroke_opacity = bd_encoder_number(e, "strokeOpacity", "strokeOpacity", NAN);
}

static bool can_leave_plot(const bd_view *unit)
{
	const bd_scale_use *x = bd_unit_scale(unit, CH_X), *y = bd_unit_scale(unit, CH_Y);
	return (x && bd_scale_can_move(x)) || (y && bd_scale_can_move(y));
}

void bd_encoder_style(bd_encoder *e, bd_items *items)
{
	bool filled = bd_encoder_is(e, "filled", e->unit->kind_of_mark->filled);
	items->fill = paints_of(e, true, filled);
	items->stroke = paints_of(e, false, filled);
	items->stroke_width = bd_encoder_number(e, "strokeWidth", "strokeWidth",
						items->type == BD_ITEM_LINE ? 2 : NAN);
	set_opacity(e, items);
	set_dashes(e, items);
	items->cap = bd_cap_find(bd_encoder_word(e, "strokeCap", NULL));
	items->join = bd_join_find(bd_encoder_word(e, "strokeJoin", NULL));
	items->miter_limit = bd_encoder_constant(e, "strokeMiterLimit", 0);
	items->blend = bd_encoder_word(e, "blend", NULL);
	items->clip = bd_encoder_is(e, "clip", can_leave_plot(e->unit));
}

/* --- gaps --- */

const bool *bd_encoder_defined(bd_encoder *e)
{
	static const bd_channel channels[] = { CH_X, CH_Y, CH_SIZE };
	bool *defined = NULL;
	for (size_t k = 0; k < sizeof channels / sizeof channels[0]; k++) {
		const bd_channel_def *def = &e->unit->channels[channels[k]];
		const bd_scale_use *use = bd_unit_scale(e->unit, channels[k]);
		bd_column *column =
			bd_channel_def_has_field(def) ? bd_view_column(e->table, def->name) : NULL;
		if (!column || !use || !bd_scale_type_is_continuous(use->type) ||
		    bd_invalid_output(e->unit, channels[k]))
			continue;
		const double *numbers = bd_column_numbers(e->unit->c->arena, column);
		if (bd_column_span(e->unit->c->arena, column)->finite)
			continue;
		for (size_t i = 0; i < e->rows; i++) {
			bool missing = !isfinite(numbers[i]);
			if (missing && !defined) {
				defined = BD_ARRAY(e->arena, e->rows, bool);
				memset(defined, 1, e->rows);
			}
			if (missing)
				defined[i] = false;
		}
	}
	return defined;
}
