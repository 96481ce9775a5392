/* fields.c - the fields of a unit's encoding, one after the other (tables.h, views.h). */
#include "base/str.h"
#include "chart/encode/encode.h"
#include "chart/encode/tables.h"

bd_column *bd_view_column(bd_table *table, const char *name)
{
	if (!table || !name)
		return NULL;
	bd_column *column = bd_table_column(table, name);
	return column ? column : bd_table_field(table, name);
}

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

void bd_unit_each_facet_field(bd_view *unit, bd_field_visitor *visit, void *user)
{
	for (bd_view *view = unit->parent; view; view = view->parent)
		for (int i = 0; view->kind == BD_VIEW_FACET && i < 3; i++)
			if (bd_channel_def_has_field(&view->facets[i]))
				visit(unit, &view->facets[i], user);
}

void bd_name_add(bd_compiler *c, bd_name_list *names, const char *name)
{
	for (size_t i = 0; i < names->count; i++)
		if (bd_streq(names->items[i], name))
			return;
	if (name)
		bd_push(c->arena, names, name);
}

void bd_dimension_add(bd_view *unit, bd_channel_def *def, void *user)
{
	bd_name_add(unit->c, user, def->name);
	bd_name_add(unit->c, user, def->end);
}
