/* domain.c - what a scale's domain is made of: the spec's own values, or what its units' columns
 * hold (domain.h). */
#include "chart/scales/domain.h"
#include "base/str.h"
#include "chart/encode/datum.h"
#include "chart/encode/encode.h"
#include "chart/encode/props.h"
#include "chart/encode/views.h"
#include "data/table.h"

#include <math.h>

static void add_column(bd_span *extent, bd_view *unit, const char *name)
{
	bd_column *column = bd_view_column(unit->domain ? unit->domain : unit->main, name);
	if (column)
		bd_extent_add_span(extent, bd_column_span(unit->c->arena, column));
}

/* The ends of the bins of `bin: "binned"`, or of what a step says. */
void bd_domain_note_bins(bd_scale_use *use, const bd_channel_def *def)
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
	bd_domain_note_bins(use, def);
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

static void train_continuous(bd_scale_use *use, bd_value_list *values)
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

/* quantile scales want every number, not only the ends. */
static void train_all(bd_scale_use *use, bd_value_list *values)
{
	bd_compiler *c = use->owner->c;
	for (size_t i = 0; i < use->unit_count; i++) {
		bd_view *unit = use->units[i];
		bd_column *column = bd_view_column(unit->main, unit->channels[use->channel].name);
		for (size_t row = 0; column && row < column->rows; row++)
			bd_push(c->arena, values, bd_column_value(column, row));
	}
}

static void add_said(bd_scale_use *use, const bd_json *list, bd_value_list *values)
{
	const bd_json *item;
	const bd_channel_def *def = bd_scale_use_def(use);
	bd_each (item, list)
		bd_push(use->owner->c->arena, values,
			bd_datum_value(use->owner, bd_chart_resolve(use->owner, item), def));
}

/* domain: "unaggregated": the extent of the field before it was aggregated. */
static void train_unaggregated(bd_scale_use *use, bd_value_list *values)
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

static void train_from_data(bd_scale_use *use, bd_value_list *values)
{
	if (use->type == BD_SCALE_QUANTILE)
		train_all(use, values);
	else if (bd_scale_type_is_discrete(use->type))
		bd_domain_train_discrete(use, values);
	else
		train_continuous(use, values);
}

/* What every unit says of its domain, one after another; false where none does. */
static bool train_explicit(bd_scale_use *use, bd_value_list *values)
{
	bool said = false;
	bd_value_set set = bd_value_set_new(use->owner->c->arena);
	for (size_t i = 0; i < use->unit_count; i++) {
		const bd_channel_def *def = &use->units[i]->channels[use->channel];
		const bd_json *domain = bd_json_get(bd_channel_def_member(def, "scale"), "domain");
		domain = bd_chart_resolve(use->units[i], domain);
		if (!bd_json_is(domain, BD_JSON_ARRAY))
			continue;
		bd_value_list own = { 0 };
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
static void train_union(bd_scale_use *use, const bd_json *with, bd_value_list *values)
{
	bd_value_list data = { 0 };
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

static void keep_ends(bd_scale_use *use, bd_value_list *values)
{
	bd_span extent = BD_EXTENT_EMPTY;
	for (size_t i = 0; i < values->count; i++)
		bd_extent_add(&extent, bd_value_to_number(values->items[i]));
	bool time = bd_scale_type_is_time(use->type);
	values->count = 2;
	values->items[0] = time ? bd_v_date(extent.min) : bd_v_number(extent.min);
	values->items[1] = time ? bd_v_date(extent.max) : bd_v_number(extent.max);
}

/* The interval selection that moves the scale; NULL: none. */
static const bd_json *bound_interval(const bd_scale_use *use)
{
	const bd_json *param, *name;
	for (size_t i = 0; i < use->unit_count; i++)
		bd_each (param, bd_json_get(use->units[i]->spec, "params")) {
			const bd_json *some =
				bd_json_get(bd_json_get(param, "select"), "encodings");
			bool meant = !some;
			bd_each (name, some)
				meant |= bd_json_equals_string(name, bd_channel_name(use->channel));
			if (meant && bd_json_equals_string(bd_json_get(param, "bind"), "scales"))
				return param;
		}
	return NULL;
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
	const bd_json *bound = bound_interval(use);
	return bd_json_get(bd_json_get(bound, "value"), bd_channel_name(use->channel));
}

bool bd_scale_can_move(const bd_scale_use *use)
{
	return bound_interval(use) || bd_json_get(bd_json_get(use->spec, "domain"), "param");
}

void bd_scale_train_domain(bd_scale_use *use)
{
	bd_value_list values = { 0 };
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
		bd_domain_note_bins(use, def);
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
