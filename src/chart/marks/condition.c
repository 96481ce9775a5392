/* condition.c - what a channel's conditions say, row by row (encoder.h). By Vega-Lite's
 * documentation of conditional encodings: the first that holds counts. */
#include "chart/encode/props.h"
#include "chart/encode/selection.h"
#include "chart/marks/encoder.h"

static const uint8_t *holding(bd_encoder *e, const bd_channel_def *def)
{
	const bd_json *item;
	if (!def->condition || e->rows == 0)
		return NULL;
	uint8_t *which = BD_ARRAY(e->unit->c->arena, e->rows, uint8_t);
	bd_each (item, def->condition) {
		const uint8_t *holds = bd_condition_rows(e->unit, e->table, item);
		for (size_t i = 0; holds && i < e->rows; i++)
			if (!which[i] && holds[i])
				which[i] = (uint8_t)(bd_i_item + 1);
	}
	return which;
}

bd_value bd_encoder_said(bd_encoder *e, const bd_json *value)
{
	value = bd_chart_resolve(e->unit, value);
	return value ? bd_json_value(e->unit->c->arena, value) : bd_v_undefined();
}

bd_conditions bd_encoder_conditions(bd_encoder *e, const bd_channel_def *def)
{
	const bd_json *item;
	size_t count = def->condition ? def->condition->count : 0;
	bd_value *values = BD_ARRAY(e->unit->c->arena, count + 1, bd_value);
	bd_conditions all = {
		.which = holding(e, def), .values = values, .none = count, .field = count
	};
	bd_each (item, def->condition) {
		values[bd_i_item] = bd_encoder_said(e, bd_json_get(item, "value"));
		if (item == def->conditional_field)
			all.field = bd_i_item;
	}
	values[count] = def->has_value ? bd_encoder_said(e, bd_json_get(def->json, "value"))
				       : bd_v_undefined();
	return all;
}
