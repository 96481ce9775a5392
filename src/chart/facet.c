/* facet.c - one cell for each value of a facet's fields, with shared axes and labels in headers
 * around them (assemble.h). */
#include "chart/assemble.h"
#include "chart/encode/datum.h"
#include "chart/encode/encode.h"
#include "chart/encode/props.h"
#include "chart/encode/ranking.h"
#include "chart/encode/views.h"
#include "chart/guides/headers.h"

#include <math.h>

typedef enum { WRAP, ROWS, COLUMNS } facet_part;

/* --- keys --- */

/* What a value is sorted by: itself, its rank in a list, or an aggregate of its rows. */
static void rank_values(bd_view *view, const bd_channel_def *def, bd_rank *ranks, size_t count)
{
	bd_compiler *c = view->c;
	const bd_json *sort = def->sort, *item;
	if (bd_json_is(sort, BD_JSON_ARRAY)) {
		bd_value_set set = bd_value_set_new(c->arena);
		bd_each (item, sort)
			bd_value_set_add(&set, bd_datum_value(view, item, def));
		for (size_t i = 0; i < count; i++) {
			size_t at = bd_value_set_find(&set, ranks[i].value);
			ranks[i].by = bd_v_number(at == SIZE_MAX ? (double)set.count : (double)at);
		}
		return;
	}
	if (!bd_json_get(sort, "op") && !bd_json_get(sort, "field"))
		return;
	int op = bd_aggregate_op_find(bd_json_string(bd_json_get(sort, "op"), "min"));
	bd_aggregation by = { .op = (bd_aggregate_op)(op < 0 ? BD_OP_MIN : op),
			      .field = bd_json_string(bd_json_get(sort, "field"), NULL),
			      .as = "__sort",
			      .param = NAN };
	bd_table *table = bd_aggregate(c->env, view->source, &def->name, 1, &by, 1);
	bd_column *values = bd_view_column(table, def->name);
	bd_column *sums = bd_view_column(table, "__sort");
	for (size_t i = 0; values && sums && i < count; i++)
		for (size_t row = 0; row < table->rows; row++)
			if (bd_value_strict_equals(bd_column_value(values, row), ranks[i].value))
				ranks[i].by = bd_column_value(sums, row);
}

static bd_facet_keys keys_of(bd_view *view, facet_part part)
{
	bd_compiler *c = view->c;
	const bd_channel_def *def = &view->facets[part];
	bd_facet_keys keys = { .def = def, .set = bd_value_set_new(c->arena) };
	if (!bd_channel_def_has_field(def))
		return keys;
	bd_view_list units = bd_view_units(view);
	for (size_t i = 0; i < units.count; i++) {
		bd_column *column = bd_view_column(units.items[i]->main, def->name);
		for (size_t row = 0; column && row < column->rows; row++)
			bd_value_set_add(&keys.set, bd_column_value(column, row));
	}
	size_t count = keys.set.count;
	bd_rank *ranks = BD_ARRAY(c->arena, count + 1, bd_rank);
	for (size_t i = 0; i < count; i++)
		ranks[i] = (bd_rank){ keys.set.items[i], keys.set.items[i], i };
	rank_values(view, def, ranks, count);
	bool descending = bd_json_equals_string(def->sort, "descending") ||
			  bd_json_equals_string(bd_json_get(def->sort, "order"), "descending");
	bd_rank_sort(ranks, count, descending);
	keys.set = bd_value_set_new(c->arena);
	for (size_t i = 0; i < count; i++)
		bd_value_set_add(&keys.set, ranks[i].value);
	return keys;
}

/* --- cutting tables to cells --- */

/* Rows of a table by cell; NULL where the table lacks a field of the facet. */
static bd_partition *partition(bd_view *view, bd_table *table, const bd_facet_keys keys[3],
			       size_t cells)
{
	bd_compiler *c = view->c;
	uint32_t *cell_of = BD_ARRAY(c->arena, table->rows, uint32_t);
	for (int part = 0; part < 3; part++) {
		if (!keys[part].set.count)
			continue;
		bd_column *column = bd_view_column(table, keys[part].def->name);
		if (!column)
			return NULL;
		size_t stride =
			part == ROWS && keys[COLUMNS].set.count ? keys[COLUMNS].set.count : 1;
		for (size_t i = 0; i < table->rows; i++) {
			size_t at = bd_value_set_find(&keys[part].set, bd_column_value(column, i));
			cell_of[i] = at == SIZE_MAX
					     ? (uint32_t)cells
					     : (uint32_t)fmin((double)cells,
							      (double)(cell_of[i] + at * stride));
		}
	}
	bd_partition *parts = BD_NEW(c->arena, bd_partition);
	parts->rows = BD_ARRAY(c->arena, table->rows, uint32_t);
	parts->start = BD_ARRAY(c->arena, cells + 3, uint32_t);
	for (size_t i = 0; i < table->rows; i++)
		parts->start[cell_of[i] + 2]++;
	for (size_t i = 1; i < cells + 3; i++)
		parts->start[i] += parts->start[i - 1];
	for (size_t i = 0; i < table->rows; i++)
		parts->rows[parts->start[cell_of[i] + 1]++] = (uint32_t)i;
	return parts;
}

typedef struct facet_cut {
	bd_view *unit;
	bd_table *main, *raw;
	bd_partition *of_main, *of_raw;
} facet_cut;

static facet_cut *cut_units(bd_view *view, const bd_view_list *units, const bd_facet_keys keys[3],
			    size_t cells)
{
	facet_cut *cuts = BD_ARRAY(view->c->arena, units->count + 1, facet_cut);
	for (size_t i = 0; i < units->count; i++) {
		bd_view *unit = units->items[i];
		cuts[i] = (facet_cut){ .unit = unit, .main = unit->main, .raw = unit->raw };
		cuts[i].of_main = partition(view, unit->main, keys, cells);
		cuts[i].of_raw = unit->raw == unit->main ? cuts[i].of_main
							 : partition(view, unit->raw, keys, cells);
	}
	return cuts;
}

static bd_table *piece(bd_table *table, const bd_partition *parts, size_t cell)
{
	return parts ? bd_table_pick(table, parts->rows + parts->start[cell],
				     parts->start[cell + 1] - parts->start[cell])
		     : table;
}

/* The rows of one cell become its units' tables. False where there are none. */
static bool use_cell(facet_cut *cuts, size_t count, size_t cell)
{
	bool any = false;
	for (size_t i = 0; i < count; i++) {
		cuts[i].unit->main = piece(cuts[i].main, cuts[i].of_main, cell);
		cuts[i].unit->raw = piece(cuts[i].raw, cuts[i].of_raw, cell);
		cuts[i].unit->domain = NULL; /* cells look at their own rows */
		any |= cuts[i].of_main && cuts[i].unit->main->rows > 0;
	}
	return any;
}

/* --- cells --- */

/* A cell of a combination that no row has: a frame and nothing in it. */
static bd_cell *empty_cell(bd_view *child)
{
	bd_cell *cell = bd_cell_new(child->c->env->arena, child->name);
	cell->is_view = true;
	cell->width = child->width;
	cell->height = child->height;
	cell->bounds = (bd_rect){ 0, 0, cell->width, cell->height };
	return cell;
}

/* `reach`: how far the cells' axes reach above them; all labels stand over the farthest. */
static void add_cell_title(bd_view *view, const bd_facet_keys *keys, size_t index, bd_cell *cell,
			   double reach)
{
	const bd_json *header = bd_json_get(keys->def->json, "header");
	bd_guide_text text = bd_header_label(view, keys->def, header, keys->set.items[index], index,
					     keys->set.count);
	bd_guide_plan plan = bd_header_plan(view, header, "headerFacet");
	bd_facet_text_place(&plan, "label", &text, "top",
			    (bd_rect){ 0, 0, cell->width, cell->height },
			    bd_guide_number(&plan, "labelPadding", 10) + reach);
	cell->title.title = text;
	bd_rect box = bd_guide_text_cover(&text);
	cell->title.bounds = box;
	cell->bounds = bd_rect_union(cell->bounds, box);
}

static bd_cell *assemble_one(bd_view *child, bool any, bool crossed)
{
	bd_view_fit(child);
	if (!any && crossed)
		return empty_cell(child);
	return bd_view_assemble(child);
}

static void add_headers(bd_view *view, bd_cell *root, const bd_facet_keys *keys, size_t columns,
			size_t cells, bd_rect plots)
{
	bd_headers headers = { .view = view,
			       .child = view->children[0],
			       .root = root,
			       .keys = keys,
			       .columns = columns < cells ? columns : cells,
			       .rows = cells ? (cells + columns - 1) / columns : 0,
			       .plots = plots };
	bd_headers_make(&headers);
}

bd_cell *bd_facet_assemble(bd_view *view)
{
	bd_compiler *c = view->c;
	bd_arena *arena = c->env->arena;
	bd_cell *root = bd_cell_new(arena, view->name);
	bd_facet_keys keys[3];
	size_t counts[3], cells = 1;
	for (int part = 0; part < 3; part++) {
		keys[part] = keys_of(view, (facet_part)part);
		counts[part] = keys[part].set.count;
		if (bd_channel_def_has_field(&view->facets[part]))
			cells *= counts[part];
	}
	if (view->child_count == 0 || cells > 10000)
		return root;
	bd_view *child = view->children[0];
	bd_view_list units = bd_view_units(view);
	facet_cut *cuts = cut_units(view, &units, keys, cells);
	bool wrap = bd_channel_def_has_field(&view->facets[WRAP]);
	bool crossed = counts[ROWS] && counts[COLUMNS];
	double reach = 0;
	for (size_t i = 0; i < cells; i++) {
		bool any = use_cell(cuts, units.count, i);
		bd_cell *cell = assemble_one(child, any, crossed);
		cell->is_view = true;
		reach = fmax(reach, -cell->bounds.y);
		bd_push(arena, &root->cells, cell);
	}
	for (size_t i = 0; wrap && i < cells; i++)
		add_cell_title(view, &keys[WRAP], i, root->cells.items[i], reach);
	double said = bd_chart_number(
		view, bd_json_get(view->spec, "columns"),
		bd_json_number(bd_json_find(c->config, "facet", "columns", NULL), 0));
	size_t columns = counts[COLUMNS] ? counts[COLUMNS]
			 : counts[ROWS]  ? 1
			 : said >= 1     ? (size_t)said
					 : cells;
	bd_concat_grid grid = bd_grid_of(view, "facet", columns);
	bd_rect plots = bd_grid_place(&grid, root->cells.items, root->cells.count);
	add_headers(view, root, keys, columns, cells, plots);
	for (size_t i = 0; i < units.count; i++) {
		cuts[i].unit->main = cuts[i].main;
		cuts[i].unit->raw = cuts[i].raw;
	}
	bd_legends_make(view, root);
	bd_cell_finish(view, root);
	bd_title_make(view, root);
	return root;
}
