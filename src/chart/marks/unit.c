#include "chart/marks/unit.h"
#include "base/str.h"
#include "chart/encode/encode.h"
#include "chart/encode/views.h"
#include "chart/marks/encoder.h"
#include "chart/marks/picture.h"

static void add_series_names(const bd_view *unit, const char **names, size_t *count)
{
	for (int i = CH_COLOR; i <= CH_HREF; i++) {
		const bd_channel_def *def = &unit->channels[i];
		bool skip = i == CH_TEXT || i == CH_URL || i == CH_HREF || i == CH_ANGLE ||
			    (i == CH_SIZE && bd_streq(unit->mark_type, "trail"));
		if (!skip && bd_channel_def_has_field(def) && !def->aggregate && *count < 32)
			names[(*count)++] = def->name;
	}
	for (size_t i = 0; i < unit->detail_count; i++)
		if (!unit->details[i].aggregate && *count < 32)
			names[(*count)++] = unit->details[i].name;
}

static bool has_round_corners(const bd_items *items)
{
	for (int i = 0; i < 4; i++)
		if (items->corner_radius[i].each || items->corner_radius[i].one > 0)
			return true;
	return false;
}

static void encode(bd_view *unit, bd_table *table, bd_cell *cell)
{
	bd_arena *arena = unit->c->env->arena;
	const bd_view *plot = bd_view_plot(unit);
	bd_encoder encoder = { .unit = unit,
			       .table = table,
			       .rows = table->rows,
			       .arena = arena,
			       .width = plot->width,
			       .height = plot->height };
	bd_items *items = bd_items_new(arena, unit->kind_of_mark->item, table->rows);
	const bd_view *before = unit->c->at;
	unit->c->at = unit;
	bd_encoder_style(&encoder, items);
	unit->kind_of_mark->encode(&encoder, items);
	items->place = unit->mark ? &unit->mark->place : NULL;
	items->href = bd_encoder_strings(&encoder, "href", "href");
	bd_picture_set(items);
	if (items->type == BD_ITEM_RECT && unit->stack.on) {
		items->round_stack = has_round_corners(items);
		items->horizontal = unit->stack.field_channel == CH_X;
	}
	if (unit->kind_of_mark->path && !bd_unit_shows_invalid(unit))
		items->defined = bd_encoder_defined(&encoder);
	unit->c->at = before;
	bd_push(arena, &cell->marks, items);
}

static void assemble_paths(bd_view *unit, bd_cell *cell)
{
	bd_compiler *c = unit->c;
	const char *names[32];
	size_t count = 0;
	add_series_names(unit, names, &count);
	if (count == 0) {
		encode(unit, bd_path_in_order(unit, unit->main), cell);
		return;
	}
	bd_groups groups = bd_group_rows(c->env, unit->main, names, count);
	bd_partition parts = bd_group_partition(c->env, &groups, unit->main->rows);
	for (size_t g = 0; g < groups.count; g++) {
		bd_table *series = bd_table_pick(unit->main, parts.rows + parts.start[g],
						 parts.start[g + 1] - parts.start[g]);
		encode(unit, bd_path_in_order(unit, series), cell);
		cell->marks.items[cell->marks.count - 1]->in_series = true;
	}
}

void bd_unit_assemble(bd_view *unit, bd_cell *cell)
{
	bd_brushes_assemble(unit, cell, true);
	if (unit->kind_of_mark->path)
		assemble_paths(unit, cell);
	else {
		encode(unit, unit->main, cell);
		bd_voronoi_assemble(unit, cell, cell->marks.items[cell->marks.count - 1]);
	}
	bd_brushes_assemble(unit, cell, false);
}
