/* domain.c - what a scale's domain is made of: the spec's own values, or what its units'
 * columns hold, sorted as they ask. */
#include "base/str.h"
#include "chart/encode/datum.h"
#include "chart/encode/encode.h"
#include "chart/encode/props.h"
#include "chart/encode/views.h"
#include "chart/scales/scales.h"
#include "data/table.h"

#include <math.h>
#include <stdlib.h>

typedef BD_LIST(bd_value) value_list;

/* --- continuous --- */

static void add_column(bd_span *extent, bd_view *unit, const char *name)
{
	bd_column *column = bd_view_column(unit->domain ? unit->domain : unit->main, name);
	if (column)
		bd_extent_add_span(extent, bd_column_span(unit->c->arena, column));
}

/* The ends of the bins of `bin: "binned"`, or of what a step says. */
static void note_bins(bd_scale_use *use, const bd_channel_def *def)
{
	if (def->bin == BD_BIN_PARAMS && def->bins && isnan(use->bin_step)) {
		use->bin_start = def->bins->start;
		use->bin_stop = def->bins->stop;
		use->bin_step = def->bins->step;
	}
	if (def->bin == BD_BIN_BINNED && isnan(use->bin_step))
		use->bin_step = bd_json_number(bd_json_get(def->bin_params, "step"), NAN);
}

static void add_range_of(bd_span *extent, bd_scale_use *use, bd_view *unit, bd_channel channel)
{
	const bd_channel_def *def = &unit->channels[channel];
	if (!bd_channel_def_is_scaled(def))
		return;
	if (def->has_datum && !bd_channel_def_has_field(def)) {
		bd_value datum = bd_datum_value(
			unit, bd_chart_resolve(unit, bd_json_get(def->json, "datum")), def);
		bd_extent_add(extent, bd_value_to_number(datum));
		return;
	}
	note_bins(use, def);
	if (unit->stack.on && unit->stack.field_channel == channel) {
		if (bd_streq(unit->stack.offset, "normalize")) {
			bd_extent_add(extent, 0);
			bd_extent_add(extent, 1);
		} else {
			add_column(extent, unit, unit->stack.start);
			add_column(extent, unit, unit->stack.end);
		}
		return;
	}
	if (def->bin == BD_BIN_PARAMS && def->bins) {
		bd_extent_add(extent, def->bins->start);
		bd_extent_add(extent, def->bins->stop);
		return;
	}
	if (def->rect_start && bd_channel_is_xy(channel)) {
		add_column(extent, unit, def->rect_start);
		add_column(extent, unit, def->rect_end);
		return;
	}
	add_column(extent, unit, def->name);
	bool first = bd_channel_main(channel) == channel;
	if (def->unit && first && bd_has_band_end(unit, channel))
		add_column(extent, unit, def->end);
}

static void train_continuous(bd_scale_use *use, value_list *values)
{
	bd_span extent = BD_EXTENT_EMPTY;
	bd_compiler *c = use->owner->c;
	for (size_t i = 0; i < use->unit_count; i++)
		for (int k = 0; k < CH_COUNT; k++)
			if (bd_channel_scale((bd_channel)k) == use->channel)
				add_range_of(&extent, use, use->units[i], (bd_channel)k);
	if (bd_extent_is_empty(extent))
		return;
	bool time = bd_scale_type_is_time(use->type);
	bd_push(c->arena, values, time ? bd_v_date(extent.min) : bd_v_number(extent.min));
	bd_push(c->arena, values, time ? bd_v_date(extent.max) : bd_v_number(extent.max));
}

/* --- discrete --- */

typedef struct ranking {
	bd_value value, by;
	size_t index;
} ranking;

static int by_rank(const void *a, const void *b)
{
	const ranking *p = a, *q = b;
	int order = bd_value_compare(p->by, q->by);
	return order ? order : p->index < q->index ? -1 : p->index > q->index;
}

static int by_rank_down(const void *a, const void *b)
{
	const ranking *p = a, *q = b;
	int order = bd_value_compare(q->by, p->by);
	return order ? order : p->index < q->index ? -1 : p->index > q->index;
}

/* How a unit sorts a channel's values. */
typedef struct sorting {
	bool natural, descending;
	const char *field, *op; /* by an aggregate of a field; NULL: not */
	bool stay;              /* in the order of the data */
} sorting;

static bool same_sort(const sorting *a, const sorting *b)
{
	return bd_streq(a->op, b->op) && bd_streq(a->field, b->field) &&
	       a->descending == b->descending;
}

static sorting sort_by_field(bd_view *unit, const char *op, const char *field, const bd_json *order)
{
	bool descending = bd_json_equals_string(order, "descending");
	if (!op)
		op = field && unit->stack.on ? "sum" : "min";
	if (unit->stack.on && field)
		for (size_t i = 0; i < unit->stack.by_count; i++)
			if (bd_streq(unit->stack.by_names[i], field) && bd_streq(op, "sum"))
				op = "min";
	return (sorting){ .field = field, .op = op, .descending = descending };
}

static sorting sort_by_encoding(bd_view *unit, const char *name, bool descending)
{
	bd_channel channel = bd_channel_find(name);
	const bd_channel_def *def = channel < CH_COUNT ? &unit->channels[channel] : NULL;
	if (!def || !bd_channel_def_has_field(def))
		return (sorting){ .natural = true, .descending = descending };
	if (def->arg_field)
		return (sorting){ .field = def->field, .op = "min", .descending = descending };
	sorting sort = sort_by_field(unit, def->aggregate, def->field, NULL);
	sort.descending = descending;
	return sort;
}

static sorting domain_sort(bd_view *unit, const bd_channel_def *def)
{
	const bd_json *sort = def->sort;
	const char *text = bd_json_string(sort, NULL);
	if (bd_json_is(sort, BD_JSON_ARRAY))
		return (sorting){ .field = bd_sort_index_name(unit->c, def), .op = "min" };
	if (bd_json_get(sort, "field") || bd_json_get(sort, "op"))
		return sort_by_field(unit, bd_json_string(bd_json_get(sort, "op"), NULL),
				     bd_json_string(bd_json_get(sort, "field"), NULL),
				     bd_json_get(sort, "order"));
	if (bd_json_get(sort, "encoding"))
		return sort_by_encoding(
			unit, bd_json_string(bd_json_get(sort, "encoding"), ""),
			bd_json_equals_string(bd_json_get(sort, "order"), "descending"));
	if (text && bd_streq(text, "descending"))
		return (sorting){ .natural = true, .descending = true };
	if (text && text[0] == '-')
		return sort_by_encoding(unit, text + 1, true);
	if (text && bd_channel_find(text) < CH_COUNT)
		return sort_by_encoding(unit, text, false);
	if (sort && sort->kind == BD_JSON_NULL)
		return (sorting){ .stay = true };
	return (sorting){ .natural = true };
}

/* Nested bars stand in the order that their colours' domain gives the same field. */
static sorting offset_sort(bd_view *unit, const bd_channel_def *def, sorting sort)
{
	static const bd_channel colors[] = { CH_COLOR, CH_FILL, CH_STROKE };
	for (size_t i = 0; i < 3 && !def->sort; i++) {
		const bd_channel_def *color = &unit->channels[colors[i]];
		const bd_json *domain = bd_json_find(color->json, "scale", "domain", NULL);
		const char *rank = bd_sort_index_name(unit->c, color);
		if (bd_json_is(domain, BD_JSON_ARRAY) && rank && color->name && def->name &&
		    bd_streq(color->name, def->name))
			return (sorting){ .field = rank, .op = "min" };
	}
	return sort;
}

static void sort_ranked(ranking *ranked, size_t count, bool descending)
{
	qsort(ranked, count, sizeof *ranked, descending ? by_rank_down : by_rank);
}

/* Values and what they are sorted by, gathered over the units that share a scale. */
typedef struct ranked_values {
	bd_value_set set;
	BD_LIST(ranking) items; /* by the set's indices */
} ranked_values;

/* The lesser, or greater, of what two units say of the same value; else the first unit's word. */
static bd_value joined(const char *op, bd_value a, bd_value b)
{
	int order = bd_value_compare(b, a);
	return (bd_streq(op, "min") && order < 0) || (bd_streq(op, "max") && order > 0) ? b : a;
}

static void gather_ranks(bd_view *unit, const bd_channel_def *def, const sorting *sort,
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
		bd_push(c->arena, &all->items, ((ranking){ value, rank, all->items.count }));
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
	ranking *ranked = BD_ARRAY(c->arena, set->count, ranking);
	size_t count = set->count;
	for (size_t i = 0; i < count; i++)
		ranked[i] = (ranking){ set->items[i], set->items[i], i };
	sort_ranked(ranked, count, descending);
	for (size_t i = 0; i < count; i++)
		set->items[i] = ranked[i].value;
}

static void train_discrete(bd_scale_use *use, value_list *values)
{
	bd_compiler *c = use->owner->c;
	bd_value_set set = bd_value_set_new(c->arena);
	ranked_values ranked = { .set = bd_value_set_new(c->arena) };
	sorting first = { 0 }, by = { 0 };
	bool natural = false;
	for (size_t i = 0; i < use->unit_count; i++)
		for (int k = 0; k < CH_COUNT; k++) {
			bd_view *unit = use->units[i];
			const bd_channel_def *def = &unit->channels[k];
			if (bd_channel_scale((bd_channel)k) != use->channel ||
			    !bd_channel_def_is_scaled(def))
				continue;
			note_bins(use, def);
			const bd_channel_def *sorted = &unit->channels[use->channel];
			sorting sort = domain_sort(unit, sorted->json ? sorted : def);
			if (use->channel == CH_X_OFFSET || use->channel == CH_Y_OFFSET)
				sort = offset_sort(unit, def, sort);
			bool field = bd_channel_def_has_field(def);
			if (field && sort.op && (!by.op || same_sort(&sort, &by))) {
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
		sort_ranked(ranked.items.items, ranked.items.count, by.descending);
	for (size_t i = 0; i < ranked.items.count; i++)
		bd_push(c->arena, values, ranked.items.items[i].value);
	for (size_t i = 0; i < set.count; i++)
		if (bd_value_set_find(&ranked.set, set.items[i]) == SIZE_MAX)
			bd_push(c->arena, values, set.items[i]);
}

/* quantile scales want every number, not only the ends. */
static void train_all(bd_scale_use *use, value_list *values)
{
	bd_compiler *c = use->owner->c;
	for (size_t i = 0; i < use->unit_count; i++) {
		bd_view *unit = use->units[i];
		bd_column *column = bd_view_column(unit->main, unit->channels[use->channel].name);
		for (size_t row = 0; column && row < column->rows; row++)
			bd_push(c->arena, values, bd_column_value(column, row));
	}
}

/* --- what the spec says --- */

static void add_said(bd_scale_use *use, const bd_json *list, value_list *values)
{
	const bd_json *item;
	const bd_channel_def *def = bd_scale_use_def(use);
	bd_each (item, list)
		bd_push(use->owner->c->arena, values,
			bd_datum_value(use->owner, bd_chart_resolve(use->owner, item), def));
}

/* domain: "unaggregated": the extent of the field before it was aggregated. */
static void train_unaggregated(bd_scale_use *use, value_list *values)
{
	bd_span extent = BD_EXTENT_EMPTY;
	for (size_t i = 0; i < use->unit_count; i++) {
		bd_view *unit = use->units[i];
		bd_column *column = bd_view_column(unit->raw, unit->channels[use->channel].field);
		if (column)
			bd_extent_add_span(&extent, bd_column_span(unit->c->arena, column));
	}
	if (bd_extent_is_empty(extent))
		return;
	bd_push(use->owner->c->arena, values, bd_v_number(extent.min));
	bd_push(use->owner->c->arena, values, bd_v_number(extent.max));
}

static void train_from_data(bd_scale_use *use, value_list *values)
{
	if (use->type == BD_SCALE_QUANTILE)
		train_all(use, values);
	else if (bd_scale_type_is_discrete(use->type))
		train_discrete(use, values);
	else
		train_continuous(use, values);
}

/* What every unit says of its domain, one after another; false where none does. */
static bool train_explicit(bd_scale_use *use, value_list *values)
{
	bool said = false;
	bd_value_set set = bd_value_set_new(use->owner->c->arena);
	for (size_t i = 0; i < use->unit_count; i++) {
		const bd_channel_def *def = &use->units[i]->channels[use->channel];
		const bd_json *domain = bd_json_get(bd_channel_def_member(def, "scale"), "domain");
		domain = bd_chart_resolve(use->units[i], domain);
		if (!bd_json_is(domain, BD_JSON_ARRAY))
			continue;
		value_list own = { 0 };
		add_said(use, domain, &own);
		said = true;
		for (size_t k = 0; k < own.count; k++)
			bd_value_set_add(&set, own.items[k]);
	}
	for (size_t k = 0; k < set.count; k++)
		bd_push(use->owner->c->arena, values, set.items[k]);
	return said;
}

/* The values of `unionWith` come first, those of the data after them. */
static void train_union(bd_scale_use *use, const bd_json *with, value_list *values)
{
	value_list data = { 0 };
	train_from_data(use, &data);
	if (with)
		add_said(use, with, values);
	bool discrete = bd_scale_type_is_discrete(use->type);
	bd_value_set set = bd_value_set_new(use->owner->c->arena);
	for (size_t i = 0; i < values->count; i++)
		bd_value_set_add(&set, values->items[i]);
	for (size_t i = 0; i < data.count; i++)
		if (!with || !discrete || bd_value_set_find(&set, data.items[i]) == SIZE_MAX)
			bd_push(use->owner->c->arena, values, data.items[i]);
}

static void keep_ends(bd_scale_use *use, value_list *values)
{
	bd_span extent = BD_EXTENT_EMPTY;
	for (size_t i = 0; i < values->count; i++)
		bd_extent_add(&extent, bd_value_to_number(values->items[i]));
	bool time = bd_scale_type_is_time(use->type);
	values->count = 2;
	values->items[0] = time ? bd_v_date(extent.min) : bd_v_number(extent.min);
	values->items[1] = time ? bd_v_date(extent.max) : bd_v_number(extent.max);
}

/* What an interval first selects of the scale: {"param", "encoding" or "field"}, or what is bound
 * to it; NULL: nothing. */
static const bd_json *selected_domain(bd_scale_use *use, const bd_json *domain)
{
	const bd_json *params = use->owner->c->params, *name = bd_json_get(domain, "param");
	const char *key = bd_json_string(bd_json_get(domain, "encoding"), NULL);
	if (!key)
		key = bd_json_string(bd_json_get(domain, "field"), NULL);
	if (bd_json_is(name, BD_JSON_STRING)) {
		const bd_json *value = bd_json_get(bd_json_get(params, name->string), "value");
		if (!key && bd_json_is(value, BD_JSON_OBJECT) && value->count)
			return value->members[0].value;
		return key ? bd_json_get(value, key) : NULL;
	}
	for (size_t i = 0; i < use->unit_count; i++) {
		const bd_json *param;
		bd_each (param, bd_json_get(use->units[i]->spec, "params"))
			if (bd_json_equals_string(bd_json_get(param, "bind"), "scales"))
				return bd_json_get(bd_json_get(param, "value"),
						   bd_channel_name(use->channel));
	}
	return NULL;
}

void bd_scale_train_domain(bd_scale_use *use)
{
	value_list values = { 0 };
	const bd_json *domain = bd_chart_resolve(use->owner, bd_json_get(use->spec, "domain"));
	use->bin_start = use->bin_stop = use->bin_step = NAN;
	const bd_json *raw = bd_chart_resolve(use->owner, bd_json_get(use->spec, "domainRaw"));
	if (!bd_json_is(raw, BD_JSON_ARRAY))
		raw = selected_domain(use, domain);
	use->def.domain_is_raw = bd_json_is(raw, BD_JSON_ARRAY);
	if (use->def.domain_is_raw)
		add_said(use, raw, &values);
	use->domain_explicit = use->def.domain_is_raw || train_explicit(use, &values);
	if (use->domain_explicit) {
		const bd_channel_def *def = bd_scale_use_def(use);
		note_bins(use, def);
	} else if (bd_json_equals_string(domain, "unaggregated")) {
		train_unaggregated(use, &values);
	} else {
		train_union(use, bd_json_get(domain, "unionWith"), &values);
	}
	/* Several domains of a continuous scale are one from the least to the most. */
	if ((bd_json_get(domain, "unionWith") || use->unit_count > 1) && values.count > 2 &&
	    bd_scale_type_is_continuous(use->type) && !bd_json_is(domain, BD_JSON_ARRAY))
		keep_ends(use, &values);
	if (use->type == BD_SCALE_BIN_ORDINAL && !use->domain_explicit)
		values.count = 0; /* its bins are its domain */
	use->def.domain = values.items;
	use->def.domain_count = values.count;
}
