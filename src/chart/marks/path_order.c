/* path_order.c - the order in which a line runs through its points (encoder.h). */
#include "base/str.h"
#include "chart/encode/encode.h"
#include "chart/encode/props.h"
#include "chart/encode/views.h"
#include "chart/marks/encoder.h"
#include "data/sort.h"

#include <math.h>

static bd_table *by_place(bd_view *unit, bd_table *table, bd_channel channel)
{
	bd_compiler *c = unit->c;
	const bd_view *plot = bd_view_plot(unit);
	bd_encoder encoder = { .unit = unit,
			       .table = table,
			       .rows = table->rows,
			       .arena = c->arena,
			       .width = plot->width,
			       .height = plot->height };
	bd_numbers places = bd_encoder_point(&encoder, channel, BD_STAND_MIDDLE, NAN);
	bool sorted = true;
	for (size_t i = 1; i < table->rows && sorted; i++)
		sorted = bd_number_at(places, i - 1) <= bd_number_at(places, i);
	if (sorted)
		return table;
	double *numbers = BD_ARRAY(c->arena, table->rows, double);
	uint32_t *picked = BD_ARRAY(c->arena, table->rows, uint32_t);
	for (size_t i = 0; i < table->rows; i++) {
		numbers[i] = bd_number_at(places, i);
		picked[i] = (uint32_t)i;
	}
	bd_arena scratch = { 0 };
	const bd_column by = { .kind = BD_COLUMN_NUMBER, .numbers = numbers, .rows = table->rows };
	bd_sort_by_numbers(&scratch, &by, false, picked, table->rows);
	bd_arena_free(&scratch);
	return bd_table_pick(table, picked, table->rows);
}

bd_table *bd_path_in_order(bd_view *unit, bd_table *table)
{
	bd_compiler *c = unit->c;
	/* Of what is stacked, the order says what lies on what. */
	if (unit->order_count && bd_channel_def_has_field(&unit->orders[0]) && !unit->stack.on) {
		bd_sort_key keys[8];
		size_t count = unit->order_count < 8 ? unit->order_count : 8;
		for (size_t i = 0; i < count; i++)
			keys[i] = (bd_sort_key){ unit->orders[i].name,
						 bd_json_equals_string(unit->orders[i].sort,
								       "descending") };
		return bd_table_sorted(c->env, table, keys, count);
	}
	const bd_json *value =
		unit->order_count ? bd_json_get(unit->orders[0].json, "value") : NULL;
	if (!value && !unit->order_count)
		value = bd_mark_property(unit, "order");
	if (value && (value->kind == BD_JSON_NULL || !bd_json_bool(value, true)))
		return table;
	bool along_y = unit->orient && bd_streq(unit->orient, "horizontal");
	if (!bd_channel_def_has_field(&unit->channels[along_y ? CH_Y : CH_X]))
		return table;
	return by_place(unit, table, along_y ? CH_Y : CH_X);
}
