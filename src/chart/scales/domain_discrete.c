/* domain_discrete.c - the values of a discrete domain, gathered from all units that share the scale
 * and sorted as they ask (domain.h).
 *
 * Each unit says how it sorts. Where they agree, that is the order; where they do not, Vega-Lite
 * falls back to the natural one, and so do we (its mergeDomains): a sort that adds up, or the like,
 * holds for one field of one table only. */
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

/* One channel of one unit: a part of the domain. */
typedef struct part {
	bd_view *unit;
	const bd_channel_def *def;
	bd_domain_sort sort;
	const void *rows; /* which table it is of, for telling parts apart */
} part;

typedef BD_LIST(part) part_list;

/* Units with data of their own have other rows than their siblings; so have those that aggregate,
 * impute or stack, but for what sorts look at, which is the rows before that. */
static const void *rows_of(const bd_view *unit, const bd_domain_sort *sort)
{
	return unit->raw == unit->main || sort->op ? (const void *)unit->source : unit;
}

static part_list parts_of(bd_scale_use *use)
{
	part_list parts = { 0 };
	for (size_t i = 0; i < use->unit_count; i++)
		for (int k = 0; k < CH_COUNT; k++) {
			bd_view *unit = use->units[i];
			const bd_channel_def *def = &unit->channels[k];
			if (bd_channel_scale((bd_channel)k) != use->channel ||
			    !bd_channel_def_is_scaled(def))
				continue;
			bd_domain_note_bins(use, def);
			bool sorts = bd_channel_def_has_field(def) && k == (int)use->channel;
			bd_domain_sort sort = sorts ? bd_domain_sort_of(unit, def)
						    : (bd_domain_sort){ .stay = true };
			if (use->channel == CH_X_OFFSET || use->channel == CH_Y_OFFSET)
				sort = bd_domain_sort_of_offset(unit, def, sort);
			bd_push(use->owner->c->arena, &parts,
				((part){ unit, def, sort, rows_of(unit, &sort) }));
		}
	return parts;
}

static bool is_one_domain(const part_list *parts)
{
	const part *first = parts->items;
	for (size_t i = 1; i < parts->count; i++) {
		const part *other = &parts->items[i];
		if (!bd_channel_def_has_field(first->def) ||
		    !bd_channel_def_has_field(other->def) || first->rows != other->rows ||
		    !bd_streq(first->def->name, other->def->name))
			return false;
	}
	return true;
}

/* Two words on the order of one field: by an aggregate that is not the default wins if it is alone.
 */
static bd_domain_sort agreed(const part_list *parts, bool one)
{
	const bd_domain_sort natural = { .natural = true };
	bd_domain_sort found = { .stay = true }, special = { .stay = true };
	bool differ = false, all_ops = true;
	for (size_t i = 0; i < parts->count; i++) {
		bd_domain_sort sort = parts->items[i].sort;
		if (sort.stay)
			continue;
		if (!one && sort.op && !bd_streq(sort.op, "min") && !bd_streq(sort.op, "max"))
			sort = natural;
		differ = differ || (!found.stay && !bd_domain_sort_is_same(&found, &sort));
		found = sort;
		all_ops = all_ops && sort.op;
		if (!sort.op || bd_streq(sort.op, "min"))
			continue;
		all_ops = all_ops && (special.stay || bd_domain_sort_is_same(&special, &sort));
		special = sort;
	}
	if (!differ)
		return found;
	return one && all_ops && !special.stay ? special : natural;
}

void bd_domain_train_discrete(bd_scale_use *use, bd_value_list *values)
{
	bd_compiler *c = use->owner->c;
	bd_value_set set = bd_value_set_new(c->arena);
	ranked_values ranked = { .set = bd_value_set_new(c->arena) };
	part_list parts = parts_of(use);
	bd_domain_sort sort = agreed(&parts, is_one_domain(&parts));
	for (size_t i = 0; i < parts.count; i++) {
		const part *p = &parts.items[i];
		if (sort.op && bd_channel_def_has_field(p->def))
			gather_ranks(p->unit, p->def, &sort, &ranked);
		add_distinct(p->unit, p->def, &set);
	}
	if (sort.natural)
		sort_naturally(c, &set, sort.descending);
	/* A sort by a field decides the order of its values; others follow. */
	if (ranked.items.count)
		bd_rank_sort(ranked.items.items, ranked.items.count, sort.descending);
	for (size_t i = 0; i < ranked.items.count; i++)
		bd_push(c->arena, values, ranked.items.items[i].value);
	for (size_t i = 0; i < set.count; i++)
		if (bd_value_set_find(&ranked.set, set.items[i]) == SIZE_MAX)
			bd_push(c->arena, values, set.items[i]);
}
