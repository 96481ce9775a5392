/* tables.c - what rows a unit draws: its source, then what its encoding implies: bins and time
 * units (derive.c), aggregates, imputed and stacked values (stack_rows.c), in Vega-Lite's order.
 *
 * Implied steps are run by data/, as transforms are, so each has one meaning. */
#include "chart/encode/tables.h"
#include "base/str.h"
#include "chart/encode/check_data.h"
#include "chart/encode/check_unit.h"
#include "chart/encode/datum.h"
#include "chart/encode/encode.h"

#include <math.h>
#include <string.h>

typedef struct aggregating {
	bd_name_list groupby;
	BD_LIST(bd_aggregation) ops;
} aggregating;

static void add_aggregate(bd_view *unit, bd_channel_def *def, void *user)
{
	aggregating *all = user;
	bd_compiler *c = unit->c;
	if (!def->aggregate) {
		bd_name_add(c, &all->groupby, def->name);
		bd_name_add(c, &all->groupby, def->end);
		bd_name_add(c, &all->groupby, def->rect_start);
		bd_name_add(c, &all->groupby, def->rect_end);
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

/* Ranks by which stacks and domains sort must survive aggregation. */
static void add_rank_dimension(bd_view *unit, bd_channel_def *def, void *user)
{
	const char *name = bd_sort_index_name(unit->c, def);
	if (name && bd_table_column(unit->raw, name))
		bd_name_add(unit->c, user, name);
}

static bd_table *aggregate(bd_view *unit, bd_table *table)
{
	if (!bd_unit_is_aggregate(unit))
		return table;
	aggregating all = { 0 };
	bd_unit_each_field(unit, add_aggregate, &all);
	bd_unit_each_field(unit, add_rank_dimension, &all.groupby);
	bd_unit_each_facet_field(unit, bd_dimension_add, &all.groupby);
	return bd_aggregate(unit->c->env, table, all.groupby.items, all.groupby.count,
			    all.ops.items, all.ops.count);
}

/* Values in the order of a list get a column of their rank, by which stacks and domains sort. */
static void add_rank(bd_view *unit, bd_channel_def *def, void *user)
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
	/* values that the list lacks: after a `sort`, but before a domain */
	double others = bd_json_is(def->sort, BD_JSON_ARRAY) ? (double)set.count : -1;
	double *ranks = BD_ARRAY(unit->c->arena, column->rows, double);
	for (size_t i = 0; i < column->rows; i++) {
		size_t rank = bd_value_set_find(&set, bd_column_value(column, i));
		ranks[i] = rank == SIZE_MAX ? others : (double)rank;
	}
	bd_table *table = bd_table_copy(step->table);
	bd_table_set(table, bd_column_new_numbers(unit->c->arena, name, BD_COLUMN_NUMBER, ranks,
						  NULL, column->rows));
	step->table = table;
}

static void check(bd_view *unit, bd_channel_def *def, void *user)
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
	table = bd_unit_impute(unit, table, CH_X);
	table = bd_unit_impute(unit, table, CH_Y);
	unit->main = bd_unit_stack(unit, table);
}

void bd_unit_load(bd_view *unit)
{
	bd_unit_check(unit);
	bd_unit_each_field(unit, check, unit->source);
	if (unit->frames) {
		load(unit, unit->frames);
		unit->domain = unit->main;
	}
	load(unit, unit->source);
}
