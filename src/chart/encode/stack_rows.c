/* stack_rows.c - values that an encoding implies between rows: imputed where a series lacks them,
 * and stacked on each other (tables.h). */
#include "base/str.h"
#include "chart/encode/datum.h"
#include "chart/encode/encode.h"
#include "chart/encode/tables.h"

#include <math.h>

static void add_series(bd_view *unit, bd_name_list *names)
{
	for (int i = CH_COLOR; i < CH_KEY; i++)
		if (bd_channel_def_has_field(&unit->channels[i]) && !unit->channels[i].aggregate)
			bd_name_add(unit->c, names, unit->channels[i].name);
	for (size_t i = 0; i < unit->detail_count; i++)
		bd_name_add(unit->c, names, unit->details[i].name);
}

static int impute_method(const bd_json *impute)
{
	const char *method = bd_json_string(bd_json_get(impute, "method"), "value");
	return bd_streq(method, "value") ? -1 : bd_aggregate_op_find(method);
}

static void impute_keyvals(bd_view *unit, const bd_json *impute, const bd_channel_def *key,
			   bd_impute_params *params)
{
	const bd_json *said = bd_json_get(impute, "keyvals"), *item;
	BD_LIST(bd_value) values = { 0 };
	bd_each (item, said)
		bd_push(unit->c->arena, &values, bd_datum_value(unit, item, key));
	if (bd_json_is(said, BD_JSON_OBJECT)) {
		double start = bd_json_number(bd_json_get(said, "start"), 0);
		double stop = bd_json_number(bd_json_get(said, "stop"), 0);
		double step = bd_json_number(bd_json_get(said, "step"), 1);
		for (double v = start; step > 0 && v < stop && values.count < 100000; v += step)
			bd_push(unit->c->arena, &values, bd_v_number(v));
	}
	params->keyvals = values.items;
	params->keyval_count = values.count;
}

bd_table *bd_unit_impute(bd_view *unit, bd_table *table, bd_channel channel)
{
	bd_compiler *c = unit->c;
	const bd_channel_def *def = &unit->channels[channel];
	const bd_json *impute = bd_json_get(def->json, "impute");
	const bd_channel_def *key = &unit->channels[channel == CH_X ? CH_Y : CH_X];
	if (!bd_json_is(impute, BD_JSON_OBJECT) || !bd_channel_def_has_field(def) ||
	    !bd_channel_def_has_field(key))
		return table;
	bd_name_list series = { 0 };
	add_series(unit, &series);
	const bd_json *frame = bd_json_get(impute, "frame");
	bd_impute_params params = {
		.field = def->name,
		.key = key->name,
		.groupby = series.items,
		.groups = series.count,
		.method = impute_method(impute),
		.value = bd_json_get(impute, "value")
				 ? bd_json_value(c->arena, bd_json_get(impute, "value"))
				 : bd_v_null(),
		.frame = { bd_json_number(bd_json_at(frame, 0), NAN),
			   bd_json_number(bd_json_at(frame, 1), NAN) },
		.framed = frame != NULL,
	};
	impute_keyvals(unit, impute, key, &params);
	bd_impute(c->env, &table, &params);
	return table;
}

/* Areas one on another need a value of each series wherever one of them has one. */
static bd_table *impute_stack(bd_view *unit, bd_table *table, const bd_name_list *series)
{
	const bd_stacking *stack = &unit->stack;
	if (!stack->impute || stack->group_count == 0 || series->count == 0)
		return table;
	bd_name_list groupby = { 0 };
	for (size_t i = 0; i < series->count; i++)
		bd_name_add(unit->c, &groupby, series->items[i]);
	bd_unit_each_facet_field(unit, bd_dimension_add, &groupby);
	bd_impute_params params = { .field = unit->channels[stack->field_channel].name,
				    .key = unit->channels[stack->group_channels[0]].name,
				    .groupby = groupby.items,
				    .groups = groupby.count,
				    .method = -1,
				    .value = bd_v_number(0),
				    .frame = { NAN, NAN } };
	bd_impute(unit->c->env, &table, &params);
	return table;
}

/* The column of places in the list that is the domain of the unit's colours; NULL: none. */
static const char *place_in_domain(bd_view *unit, bd_table *table)
{
	const bd_channel_def *def = &unit->channels[CH_FILL];
	if (!def->json)
		def = &unit->channels[CH_COLOR];
	if (bd_json_find(unit->spec, "encoding", "order", NULL) || def->type != BD_NOMINAL ||
	    !bd_channel_def_has_field(def) || bd_json_is(def->sort, BD_JSON_ARRAY))
		return NULL;
	const char *name = bd_sort_index_name(unit->c, def);
	return name && bd_table_column(table, name) ? name : NULL;
}

/* By the order channel where it names a field; by the list that colours have as their domain; else
 * so that the first series lies on top. */
static size_t stack_sort(bd_view *unit, bd_table *table, bd_sort_key keys[16])
{
	size_t count = 0;
	for (size_t i = 0; i < unit->order_count && count < 16; i++)
		if (bd_channel_def_has_field(&unit->orders[i]))
			keys[count++] = (bd_sort_key){ unit->orders[i].name,
						       bd_json_equals_string(unit->orders[i].sort,
									     "descending") };
	if (count > 0)
		return count;
	const char *place = place_in_domain(unit, table);
	if (place) {
		bool horizontal = unit->orient && bd_streq(unit->orient, "horizontal");
		keys[0] = (bd_sort_key){ place, !horizontal };
		return 1;
	}
	bool down = unit->stack.field_channel == CH_Y;
	const bd_json *order = bd_json_find(unit->spec, "encoding", "order", "sort", NULL);
	if (order)
		down = bd_json_equals_string(order, "descending");
	for (size_t i = 0; i < unit->stack.by_count; i++)
		keys[count++] = (bd_sort_key){ unit->stack.by_names[i], down };
	return count;
}

bd_table *bd_unit_stack(bd_view *unit, bd_table *table)
{
	const bd_stacking *s = &unit->stack;
	if (!s->on)
		return table;
	bd_name_list series = { 0 }, groupby = { 0 };
	for (size_t i = 0; i < s->by_count; i++)
		bd_name_add(unit->c, &series, s->by_names[i]);
	table = impute_stack(unit, table, &series);
	for (size_t i = 0; i < s->group_count; i++)
		bd_name_add(unit->c, &groupby, unit->channels[s->group_channels[i]].name);
	bd_unit_each_facet_field(unit, bd_dimension_add, &groupby);
	bd_sort_key keys[16];
	size_t count = stack_sort(unit, table, keys);
	bd_stack_offset offset = bd_streq(s->offset, "normalize") ? BD_STACK_NORMALIZE
				 : bd_streq(s->offset, "center")  ? BD_STACK_CENTER
								  : BD_STACK_ZERO;
	bd_stack(unit->c->env, &table, unit->channels[s->field_channel].name, groupby.items,
		 groupby.count, keys, count, offset, s->start, s->end);
	return table;
}
