/* domain_discrete.c - the values of a discrete domain, gathered from all units that share the scale
 * and sorted as they ask (domain.h). */
#include "base/str.h"
#include "chart/encode/datum.h"
#include "chart/encode/encode.h"
#include "chart/encode/props.h"
#include "chart/encode/ranking.h"
#include "chart/encode/views.h"
#include "chart/scales/domain.h"
#include "data/table.h"

#include <math.h>

/* Values and what they are sorted by, gathered over the units that share a scale. */
typedef struct ranked_values {
	bd_value_set set;
	BD_LIST(bd_rank) items; /* by the set's indices */
} ranked_values;

/* The lesser, or greater, of what two units say of the same value; else the first unit's word. */
static bd_value joined(const char *op, bd_value a, bd_value b)
{
	int order = bd_value_compare(b, a);
	return (bd_streq(op, "min") && order < 0) || (bd_streq(op, "max") && order > 0) ? b : a;
}

static void gather_ranks(bd_view *unit, const bd_channel_def *def, const bd_domain_sort *sort,
			 ranked_values *all)
{
	bd_compiler *c = unit->c;
	int op = bd_aggregate_op_find(sort->op);
	bd_aggregation aggregation = { .op = (bd_aggregate_op)(op < 0 ? BD_OP_MIN : op),
				       .field = sort->field,
				       .as = "__sort",
				       .param = NAN };
	bd_table *source = bd_view_column(unit->raw, def->name) ? unit->raw : unit->main;
	bd_table *table = bd_aggregate(c->env, source, &def->name, 1, &aggregation, 1);
	bd_column *values = bd_view_column(table, def->name);
	bd_column *by = bd_view_column(table, "__sort");
	for (size_t i = 0; values && by && i < table->rows; i++) {
		bd_value value = bd_column_value(values, i), rank = bd_column_value(by, i);
		size_t at = bd_value_set_find(&all->set, value);
		if (at != SIZE_MAX) {
			all->items.items[at].by = joined(sort->op, all->items.items[at].by, rank);
			continue;
		}
		bd_value_set_add(&all->set, value);
		bd_push(c->arena, &all->items, ((bd_rank){ value, rank, all->items.count }));
	}
}

static void add_distinct(bd_view *unit, const bd_channel_def *def, bd_value_set *set)
{
	if (def->has_datum && !bd_channel_def_has_field(def)) {
		const bd_json *datum = bd_chart_resolve(unit, bd_json_get(def->json, "datum"));
		bd_value_set_add(set, bd_datum_value(unit, datum, def));
		return;
	}
	bd_column *column = bd_view_column(unit->domain ? unit->domain : unit->main, def->name);
	bd_value last = bd_v_undefined();
	for (size_t i = 0; column && i < column->rows; i++) {
		bd_value value = bd_column_value(column, i);
		if (i == 0 || value.kind != last.kind || !bd_value_strict_equals(value, last))
			bd_value_set_add(set, value);
		last = value;
	}
}

static void sort_naturally(bd_compiler *c, bd_value_set *set, bool descending)
{
	bd_rank *ranked = BD_ARRAY(c->arena, set->count, bd_rank);
	size_t count = set->count;
	for (size_t i = 0; i < count; i++)
		ranked[i] = (bd_rank){ set->items[i], set->items[i], i };
	bd_rank_sort(ranked, count, descending);
	for (size_t i = 0; i < count; i++)
		set->items[i] = ranked[i].value;
}

void bd_domain_train_discrete(bd_scale_use *use, bd_value_list *values)
{
	bd_compiler *c = use->owner->c;
	bd_value_set set = bd_value_set_new(c->arena);
	ranked_values ranked = { .set = bd_value_set_new(c->arena) };
	bd_domain_sort first = { 0 }, by = { 0 };
	bool natural = false;
	for (size_t i = 0; i < use->unit_count; i++)
		for (int k = 0; k < CH_COUNT; k++) {
			bd_view *unit = use->units[i];
			const bd_channel_def *def = &unit->channels[k];
			if (bd_channel_scale((bd_channel)k) != use->channel ||
			    !bd_channel_def_is_scaled(def))
				continue;
			bd_domain_note_bins(use, def);
			const bd_channel_def *sorted = &unit->channels[use->channel];
			bd_domain_sort sort = bd_domain_sort_of(unit, sorted->json ? sorted : def);
			if (use->channel == CH_X_OFFSET || use->channel == CH_Y_OFFSET)
				sort = bd_domain_sort_of_offset(unit, def, sort);
			bool field = bd_channel_def_has_field(def);
			if (field && sort.op && (!by.op || bd_domain_sort_is_same(&sort, &by))) {
				by = sort;
				gather_ranks(unit, def, &sort, &ranked);
			} else if (field && !sort.stay && !natural) {
				natural = true;
				first = sort;
			}
			add_distinct(unit, def, &set);
		}
	if (natural && !by.op)
		sort_naturally(c, &set, first.descending);
	/* A sort by a field decides the order of its values; others follow. */
	if (ranked.items.count)
		bd_rank_sort(ranked.items.items, ranked.items.count, by.descending);
	for (size_t i = 0; i < ranked.items.count; i++)
		bd_push(c->arena, values, ranked.items.items[i].value);
	for (size_t i = 0; i < set.count; i++)
		if (bd_value_set_find(&ranked.set, set.items[i]) == SIZE_MAX)
			bd_push(c->arena, values, set.items[i]);
}
