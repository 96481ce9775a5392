/* tables.c - what rows each view draws: its data, its transforms, then what its encoding implies:
 * bins, time units, aggregates, imputed and stacked values, in Vega-Lite's order.
 *
 * Implied steps are written as transforms and run by data/, so each has one meaning. */
#include "base/str.h"
#include "chart/encode/check_data.h"
#include "chart/encode/datum.h"
#include "chart/encode/encode.h"
#include "chart/encode/props.h"
#include "chart/encode/views.h"
#include "marks/marks.h"
#include "json/rewrite.h"

#include <math.h>
#include <string.h>

bd_column *bd_view_column(bd_table *table, const char *name)
{
	if (!table || !name)
		return NULL;
	bd_column *column = bd_table_column(table, name);
	return column ? column : bd_table_field(table, name);
}

typedef BD_LIST(const char *) name_list;

static void add_name(bd_compiler *c, name_list *names, const char *name)
{
	for (size_t i = 0; i < names->count; i++)
		if (bd_streq(names->items[i], name))
			return;
	if (name)
		bd_push(c->arena, names, name);
}

/* --- visiting the fields of a unit --- */

void bd_unit_each_field(bd_view *unit, bd_field_visitor *visit, void *user)
{
	for (int i = 0; i < CH_COUNT; i++)
		if (bd_channel_def_has_field(&unit->channels[i]))
			visit(unit, &unit->channels[i], user);
	for (size_t i = 0; i < unit->detail_count; i++)
		if (bd_channel_def_has_field(&unit->details[i]))
			visit(unit, &unit->details[i], user);
	for (size_t i = 0; i < unit->order_count; i++)
		if (bd_channel_def_has_field(&unit->orders[i]))
			visit(unit, &unit->orders[i], user);
	for (size_t i = 0; i < unit->tooltip_count; i++)
		if (bd_channel_def_has_field(&unit->tooltips[i]))
			visit(unit, &unit->tooltips[i], user);
}

static void each_facet_field(bd_view *unit, bd_field_visitor *visit, void *user)
{
	for (bd_view *view = unit->parent; view; view = view->parent)
		for (int i = 0; view->kind == BD_VIEW_FACET && i < 3; i++)
			if (bd_channel_def_has_field(&view->facets[i]))
				visit(unit, &view->facets[i], user);
}

/* --- bins and time units --- */

/* The data was cut to the unit before; where its intervals end is counted from where they begin.
 * Marks that stand at the beginning need no end, nor do their scales. */
static void add_unit_end(bd_view *unit, bd_step *step, const bd_channel_def *def)
{
	bd_compiler *c = unit->c;
	if (unit->kind == BD_VIEW_UNIT && !unit->kind_of_mark->rect_based &&
	    def->band_position == 0)
		return;
	bd_column *column = bd_view_column(step->table, def->field);
	bd_time_unit_params params;
	if (!column || !bd_time_unit_read(c->env, bd_json_get(def->json, "timeUnit"), &params))
		return;
	const double *starts = bd_column_numbers(c->arena, column);
	double *ends = BD_ARRAY(c->arena, column->rows, double);
	for (size_t i = 0; i < column->rows; i++)
		ends[i] = isfinite(starts[i]) ? bd_time_unit_next(&params, starts[i]) : NAN;
	step->table = bd_table_copy(step->table);
	bd_table_set(step->table, bd_column_new_numbers(c->arena, def->end, BD_COLUMN_DATE, ends,
							NULL, column->rows));
}

/* bandPosition moves a bar so that its place in the band is where the unit begins: at 0 it stands
 * around the beginning, half in the unit before. */
static void add_offset_rect(bd_view *unit, bd_step *step, bd_channel_def *def,
			    const bd_time_unit_params *params)
{
	bd_compiler *c = unit->c;
	if (unit->kind != BD_VIEW_UNIT || !unit->kind_of_mark->rect_based ||
	    def->type != BD_TEMPORAL)
		return;
	double position = def->band_position;
	if (isnan(position))
		position =
			bd_chart_number(unit, bd_mark_property(unit, "timeUnitBandPosition"), NAN);
	bd_column *column = bd_view_column(step->table, def->name);
	if (isnan(position) || position >= 0.5 || !column)
		return;
	double shift = 0.5 - position;
	const double *starts = bd_column_numbers(c->arena, column);
	double *from = BD_ARRAY(c->arena, column->rows, double);
	double *to = BD_ARRAY(c->arena, column->rows, double);
	bd_time_unit finest = BD_UNIT_YEAR;
	for (int i = 0; i < BD_UNIT_COUNT; i++)
		if (params->units & BD_UNIT_BIT(i))
			finest = (bd_time_unit)i;
	if (finest == BD_UNIT_DAY || finest == BD_UNIT_DAYOFYEAR)
		finest = BD_UNIT_DATE;
	double units = params->step > 0 ? params->step : 1;
	for (size_t i = 0; i < column->rows; i++) {
		double start = starts[i];
		from[i] = start - shift * (start - bd_time_offset(finest, start, -units));
		to[i] = start + (1 - shift) * (bd_time_offset(finest, start, units) - start);
	}
	def->rect_start = bd_printf(c->arena, "__from_%s", def->end);
	def->rect_end = bd_printf(c->arena, "__to_%s", def->end);
	step->table = bd_table_copy(step->table);
	bd_table_set(step->table, bd_column_new_numbers(c->arena, def->rect_start, BD_COLUMN_DATE,
							from, NULL, column->rows));
	bd_table_set(step->table, bd_column_new_numbers(c->arena, def->rect_end, BD_COLUMN_DATE, to,
							NULL, column->rows));
}

/* A transform that leaves a field as it is, whichever rows it keeps. */
static bool leaves(const bd_json *transform, const char *field)
{
	return bd_json_get(transform, "filter") ||
	       (bd_json_get(transform, "calculate") &&
		!bd_json_equals_string(bd_json_get(transform, "as"), field));
}

/* Layers have the bins of the rows that they share, before each one's own filters, so that they lie
 * on each other. */
static void take_layer_extent(bd_view *unit, const bd_channel_def *def, bd_bin_params *params)
{
	const bd_json *own = bd_json_get(unit->spec, "transform"), *item;
	bool shares = unit->parent && unit->parent->kind == BD_VIEW_LAYER && own &&
		      !bd_json_get(unit->spec, "data") && isnan(params->extent[0]);
	bd_each (item, own)
		shares = shares && leaves(item, def->field);
	bd_column *column = shares ? bd_view_column(unit->parent->source, def->field) : NULL;
	if (!column)
		return;
	const bd_number_span *span = bd_column_span(unit->c->arena, column);
	if (span->min > span->max)
		return;
	params->extent[0] = span->min;
	params->extent[1] = span->max;
}

void bd_field_derive(bd_view *unit, const bd_channel_def *def, void *user)
{
	bd_step *step = user;
	bd_compiler *c = unit->c;
	if (!def->field || !def->name)
		return;
	bd_env *env = c->env;
	if (def->bin == BD_BIN_PARAMS && !def->aggregate) {
		bd_bin_params params = bd_bin_params_read(env, def->bin_params);
		take_layer_extent(unit, def, &params);
		bd_bins *bins = BD_NEW(c->arena, bd_bins);
		bd_bin(env, &step->table, def->field, &params, def->name, def->end, bins);
		((bd_channel_def *)def)->bins = bins;
	} else if (def->unit && !def->unit_binned && !def->aggregate) {
		bd_time_unit_params params;
		if (!bd_time_unit_read(env, bd_json_get(def->json, "timeUnit"), &params))
			return;
		bd_time_unit_apply(env, &step->table, def->field, &params, def->name, def->end);
		((bd_channel_def *)def)->units = params;
		add_offset_rect(unit, step, (bd_channel_def *)def, &params);
	} else if (def->unit_binned && !def->aggregate && def->end) {
		add_unit_end(unit, step, def);
		bd_time_unit_params params;
		if (bd_time_unit_read(env, bd_json_get(def->json, "timeUnit"), &params))
			add_offset_rect(unit, step, (bd_channel_def *)def, &params);
	}
}

/* --- aggregation --- */

typedef struct aggregating {
	name_list groupby;
	BD_LIST(bd_aggregation) ops;
} aggregating;

static void add_aggregate(bd_view *unit, const bd_channel_def *def, void *user)
{
	aggregating *all = user;
	bd_compiler *c = unit->c;
	if (!def->aggregate) {
		add_name(c, &all->groupby, def->name);
		add_name(c, &all->groupby, def->end);
		add_name(c, &all->groupby, def->rect_start);
		add_name(c, &all->groupby, def->rect_end);
		return;
	}
	const char *as = def->name;
	if (def->arg_field)
		as = bd_strndup(c->arena, as, strcspn(as, "["));
	for (size_t i = 0; i < all->ops.count; i++)
		if (bd_streq(all->ops.items[i].as, as))
			return;
	int op = bd_aggregate_op_find(def->aggregate);
	if (op < 0)
		return; /* the vocabulary has complained of it */
	bd_push(c->arena, &all->ops,
		((bd_aggregation){ .op = (bd_aggregate_op)op,
				   .field = def->arg_field ? def->arg_field : def->field,
				   .as = as,
				   .param = NAN }));
}

static void add_dimension(bd_view *unit, const bd_channel_def *def, void *user)
{
	add_name(unit->c, user, def->name);
	add_name(unit->c, user, def->end);
}

/* Ranks by which stacks and domains sort must survive aggregation. */
static void add_rank_dimension(bd_view *unit, const bd_channel_def *def, void *user)
{
	const char *name = bd_sort_index_name(unit->c, def);
	if (name && bd_table_column(unit->raw, name))
		add_name(unit->c, user, name);
}

static bd_table *aggregate(bd_view *unit, bd_table *table)
{
	if (!bd_unit_is_aggregate(unit))
		return table;
	aggregating all = { 0 };
	bd_unit_each_field(unit, add_aggregate, &all);
	bd_unit_each_field(unit, add_rank_dimension, &all.groupby);
	each_facet_field(unit, add_dimension, &all.groupby);
	return bd_aggregate(unit->c->env, table, all.groupby.items, all.groupby.count,
			    all.ops.items, all.ops.count);
}

/* --- imputing and stacking --- */

static void add_series(bd_view *unit, name_list *names)
{
	for (int i = CH_COLOR; i < CH_KEY; i++)
		if (bd_channel_def_has_field(&unit->channels[i]) && !unit->channels[i].aggregate)
			add_name(unit->c, names, unit->channels[i].name);
	for (size_t i = 0; i < unit->detail_count; i++)
		add_name(unit->c, names, unit->details[i].name);
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

static bd_table *impute_channel(bd_view *unit, bd_table *table, bd_channel channel)
{
	bd_compiler *c = unit->c;
	const bd_channel_def *def = &unit->channels[channel];
	const bd_json *impute = bd_json_get(def->json, "impute");
	const bd_channel_def *key = &unit->channels[channel == CH_X ? CH_Y : CH_X];
	if (!bd_json_is(impute, BD_JSON_OBJECT) || !bd_channel_def_has_field(def) ||
	    !bd_channel_def_has_field(key))
		return table;
	name_list series = { 0 };
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
static bd_table *impute_stack(bd_view *unit, bd_table *table, const name_list *series)
{
	const bd_stacking *stack = &unit->stack;
	if (!stack->impute || stack->group_count == 0 || series->count == 0)
		return table;
	name_list groupby = { 0 };
	for (size_t i = 0; i < series->count; i++)
		add_name(unit->c, &groupby, series->items[i]);
	each_facet_field(unit, add_dimension, &groupby);
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

/* A series is sorted by the rank of its values where the spec lists them. */
static const char *series_sort_name(bd_view *unit, bd_table *table, size_t i)
{
	const bd_stacking *stack = &unit->stack;
	const bd_channel_def *def = &unit->channels[stack->by[i]];
	const char *rank = bd_channel_def_has_field(def) && bd_streq(def->name, stack->by_names[i])
				   ? bd_sort_index_name(unit->c, def)
				   : NULL;
	return rank && bd_table_column(table, rank) ? rank : stack->by_names[i];
}

/* By the order channel where it names a field; else so that the first series lies on top. */
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
	for (size_t i = 0; i < unit->stack.by_count; i++)
		keys[count++] = (bd_sort_key){ series_sort_name(unit, table, i),
					       unit->stack.field_channel == CH_Y };
	return count;
}

static bd_table *stack(bd_view *unit, bd_table *table)
{
	const bd_stacking *s = &unit->stack;
	if (!s->on)
		return table;
	name_list series = { 0 }, groupby = { 0 };
	for (size_t i = 0; i < s->by_count; i++)
		add_name(unit->c, &series, s->by_names[i]);
	table = impute_stack(unit, table, &series);
	for (size_t i = 0; i < s->group_count; i++)
		add_name(unit->c, &groupby, unit->channels[s->group_channels[i]].name);
	each_facet_field(unit, add_dimension, &groupby);
	bd_sort_key keys[16];
	size_t count = stack_sort(unit, table, keys);
	bd_stack_offset offset = bd_streq(s->offset, "normalize") ? BD_STACK_NORMALIZE
				 : bd_streq(s->offset, "center")  ? BD_STACK_CENTER
								  : BD_STACK_ZERO;
	bd_stack(unit->c->env, &table, unit->channels[s->field_channel].name, groupby.items,
		 groupby.count, keys, count, offset, s->start, s->end);
	return table;
}

/* --- a unit's tables --- */

/* Values in the order of a list get a column of their rank, by which stacks and domains sort. */
static void add_rank(bd_view *unit, const bd_channel_def *def, void *user)
{
	bd_step *step = user;
	const char *name = bd_sort_index_name(unit->c, def);
	if (!name || bd_table_column(step->table, name))
		return;
	bd_column *column = bd_view_column(step->table, def->name);
	const bd_json *list = bd_sort_list(def), *item;
	if (!column)
		return;
	bd_value_set set = bd_value_set_new(unit->c->arena);
	bd_each (item, list)
		bd_value_set_add(&set, bd_datum_value(unit, item, def));
	double *ranks = BD_ARRAY(unit->c->arena, column->rows, double);
	for (size_t i = 0; i < column->rows; i++) {
		size_t rank = bd_value_set_find(&set, bd_column_value(column, i));
		ranks[i] = rank == SIZE_MAX ? (double)set.count : (double)rank;
	}
	bd_table *table = bd_table_copy(step->table);
	bd_table_set(table, bd_column_new_numbers(unit->c->arena, name, BD_COLUMN_NUMBER, ranks,
						  NULL, column->rows));
	step->table = table;
}

static void check(bd_view *unit, const bd_channel_def *def, void *user)
{
	bd_field_check_data(unit, def, user);
}

static void load(bd_view *unit, bd_table *source)
{
	bd_step step = { .table = source };
	bd_unit_each_field(unit, bd_field_derive, &step);
	bd_unit_each_field(unit, add_rank, &step);
	unit->raw = step.table;
	bd_table *table = aggregate(unit, step.table);
	table = impute_channel(unit, table, CH_X);
	table = impute_channel(unit, table, CH_Y);
	unit->main = stack(unit, table);
	unit->all = unit->main;
	unit->all_raw = unit->raw;
}

void bd_unit_load(bd_view *unit)
{
	bd_unit_each_field(unit, check, unit->source);
	if (unit->frames) {
		load(unit, unit->frames);
		unit->domain = unit->main;
	}
	load(unit, unit->source);
}
