/* domain_sort.c - how a unit sorts the values of a discrete domain: in their own order, the data's,
 * a list's, or by an aggregate of a field. By Vega-Lite's documentation of `sort` (domain.h). */
#include "base/str.h"
#include "chart/encode/datum.h"
#include "chart/encode/encode.h"
#include "chart/scales/domain.h"

bool bd_domain_sort_is_same(const bd_domain_sort *a, const bd_domain_sort *b)
{
	return a->natural == b->natural && a->stay == b->stay && bd_streq(a->op, b->op) &&
	       bd_streq(a->field, b->field) && a->descending == b->descending;
}

/* A field that stacks are made by, or one on another of, is not what they add up. */
static bool is_stacked(const bd_view *unit, const char *field)
{
	const bd_stacking *stack = &unit->stack;
	for (size_t i = 0; i < stack->by_count; i++)
		if (bd_streq(stack->by_names[i], field))
			return false;
	for (size_t i = 0; i < stack->group_count; i++)
		if (bd_streq(unit->channels[stack->group_channels[i]].name, field))
			return false;
	return stack->on;
}

static bd_domain_sort sort_by_field(bd_view *unit, const char *op, const char *field,
				    const bd_json *order)
{
	if (!op)
		op = field && is_stacked(unit, field) ? "sum" : "min";
	return (bd_domain_sort){ .field = field,
				 .op = op,
				 .descending = bd_json_equals_string(order, "descending") };
}

static bd_domain_sort sort_by_encoding(bd_view *unit, const char *name, bool descending)
{
	bd_channel channel = bd_channel_find(name);
	const bd_channel_def *def = channel < CH_COUNT ? &unit->channels[channel] : NULL;
	if (!def || !bd_channel_def_has_field(def))
		return (bd_domain_sort){ .natural = true, .descending = descending };
	if (def->arg_field)
		return (bd_domain_sort){ .field = def->field,
					 .op = "min",
					 .descending = descending };
	bd_domain_sort sort = sort_by_field(unit, def->aggregate, def->field, NULL);
	sort.descending = descending;
	return sort;
}

bd_domain_sort bd_domain_sort_of(bd_view *unit, const bd_channel_def *def)
{
	const bd_json *sort = def->sort;
	const char *text = bd_json_string(sort, NULL);
	if (bd_json_is(sort, BD_JSON_ARRAY))
		return (bd_domain_sort){ .field = bd_sort_index_name(unit->c, def), .op = "min" };
	if (bd_json_get(sort, "field") || bd_json_get(sort, "op"))
		return sort_by_field(unit, bd_json_string(bd_json_get(sort, "op"), NULL),
				     bd_json_string(bd_json_get(sort, "field"), NULL),
				     bd_json_get(sort, "order"));
	if (bd_json_get(sort, "encoding"))
		return sort_by_encoding(
			unit, bd_json_string(bd_json_get(sort, "encoding"), ""),
			bd_json_equals_string(bd_json_get(sort, "order"), "descending"));
	if (text && bd_streq(text, "descending"))
		return (bd_domain_sort){ .natural = true, .descending = true };
	if (text && text[0] == '-')
		return sort_by_encoding(unit, text + 1, true);
	if (text && bd_channel_find(text) < CH_COUNT)
		return sort_by_encoding(unit, text, false);
	if (sort && sort->kind == BD_JSON_NULL)
		return (bd_domain_sort){ .stay = true };
	return (bd_domain_sort){ .natural = true };
}

/* Nested bars stand in the order that their colours' domain gives the same field. */
bd_domain_sort bd_domain_sort_of_offset(bd_view *unit, const bd_channel_def *def,
					bd_domain_sort sort)
{
	static const bd_channel colors[] = { CH_COLOR, CH_FILL, CH_STROKE };
	for (size_t i = 0; i < 3 && !def->sort; i++) {
		const bd_channel_def *color = &unit->channels[colors[i]];
		const bd_json *domain = bd_json_find(color->json, "scale", "domain", NULL);
		const char *rank = bd_sort_index_name(unit->c, color);
		if (bd_json_is(domain, BD_JSON_ARRAY) && rank && color->type == BD_NOMINAL &&
		    color->name && def->name && bd_streq(color->name, def->name))
			return (bd_domain_sort){ .field = rank, .op = "min" };
	}
	return sort;
}
