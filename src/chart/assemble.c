/* assemble.c - from views to cells: scales fitted, marks and guides laid down (assemble.h). */
#include "chart/assemble.h"
#include "base/str.h"
#include "chart/encode.h"
#include "chart/encoder.h"
#include "chart/picture.h"
#include "chart/props.h"
#include "chart/scales.h"
#include "chart/size.h"
#include "chart/views.h"

#include <math.h>

/* --- fitting --- */

static void train(bd_view *view)
{
	bd_scales_train(view);
	for (size_t i = 0; i < view->child_count && view->kind != BD_VIEW_FACET; i++)
		train(view->children[i]);
}

static void size_plots(bd_view *view)
{
	if (view->kind == BD_VIEW_UNIT || view->kind == BD_VIEW_LAYER) {
		bd_plot_size(view);
		return;
	}
	for (size_t i = 0; i < view->child_count; i++)
		size_plots(view->children[i]);
}

static void fit(bd_view *view, bd_view *plot)
{
	if (!plot && (view->kind == BD_VIEW_UNIT || view->kind == BD_VIEW_LAYER))
		plot = view;
	double width = 300, height = 300;
	bd_view *sized = plot;
	if (!sized) {
		bd_view_list units = bd_view_units(view);
		sized = units.count ? bd_view_plot(units.items[0]) : NULL;
	}
	if (sized) {
		width = sized->width;
		height = sized->height;
	}
	bd_scales_fit(view, width, height);
	for (size_t i = 0; i < view->child_count && view->kind != BD_VIEW_FACET; i++)
		fit(view->children[i], plot);
}

void bd_view_fit(bd_view *view)
{
	train(view);
	size_plots(view);
	fit(view, NULL);
}

/* --- rows without a place --- */

static const char *invalid_mode(const bd_view *unit)
{
	const bd_json *said = bd_mark_property(unit, "invalid");
	if (said && said->kind == BD_JSON_NULL)
		return "show";
	return bd_json_string(said, "break-paths-show-path-domains");
}

static bool shows_invalid(const bd_view *unit)
{
	const char *mode = invalid_mode(unit);
	return bd_streq(mode, "show") || bd_streq(mode, "include");
}

/* Counts are never invalid; discrete scales have a place for everything, and others where the
 * config says one. */
static bool can_be_invalid(const bd_view *unit, bd_channel channel)
{
	const bd_channel_def *def = &unit->channels[channel];
	const bd_scale_use *use = bd_unit_scale(unit, channel);
	bool counted = def->aggregate &&
		       (bd_streq(def->aggregate, "count") || bd_streq(def->aggregate, "distinct") ||
			bd_streq(def->aggregate, "valid") || bd_streq(def->aggregate, "missing"));
	return bd_channel_def_has_field(def) && use && !counted &&
	       !bd_invalid_output(unit, channel) && bd_scale_type_is_continuous(use->type) &&
	       bd_channel_scale(channel) == channel;
}

void bd_unit_filter_invalid(bd_view *unit)
{
	bd_compiler *c = unit->c;
	const char *mode = invalid_mode(unit);
	bool path = unit->kind_of_mark->path;
	/* Paths break at such rows; whether scales see them is another matter. */
	bool whole = bd_streq(mode, "break-paths-show-domains");
	bool breaks = path && !bd_streq(mode, "filter");
	if (shows_invalid(unit) || (breaks && !bd_streq(mode, "break-paths-filter-domains")))
		return;
	size_t rows = unit->main->rows, kept = 0;
	uint8_t *bad = NULL;
	for (int k = 0; k < CH_COUNT; k++) {
		if (!can_be_invalid(unit, (bd_channel)k))
			continue;
		bd_column *column = bd_view_column(unit->main, unit->channels[k].name);
		const double *numbers = column ? bd_column_numbers(c->arena, column) : NULL;
		for (size_t i = 0; numbers && i < rows; i++)
			if (!isfinite(numbers[i])) {
				if (!bad)
					bad = BD_ARRAY(c->arena, rows, uint8_t);
				bad[i] = 1;
			}
	}
	if (!bad)
		return;
	uint32_t *picked = BD_ARRAY(c->arena, rows, uint32_t);
	for (size_t i = 0; i < rows; i++)
		if (!bad[i])
			picked[kept++] = (uint32_t)i;
	bd_table *valid = bd_table_pick(unit->main, picked, kept);
	if (breaks) {
		unit->domain = unit->frames ? unit->domain : valid;
		return;
	}
	if (!unit->frames)
		unit->domain = whole ? unit->main : NULL;
	unit->main = unit->all = valid;
}

/* --- marks --- */

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
	bd_view *before = unit->c->at;
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
	if (unit->kind_of_mark->path && !shows_invalid(unit))
		items->defined = bd_encoder_defined(&encoder);
	unit->c->at = before;
	bd_push(arena, &cell->marks, items);
}

/* Points of a path stand in the order of the `order` channel, else of their place along the axis
 * that the path follows. */
static bd_table *in_path_order(bd_view *unit, bd_table *table)
{
	bd_compiler *c = unit->c;
	if (unit->order_count && bd_channel_def_has_field(&unit->orders[0])) {
		bd_sort_key keys[8];
		size_t count = unit->order_count < 8 ? unit->order_count : 8;
		for (size_t i = 0; i < count; i++)
			keys[i] = (bd_sort_key){ unit->orders[i].name,
						 bd_json_equals_string(unit->orders[i].sort,
								       "descending") };
		return bd_table_sorted(c->env, table, keys, count);
	}
	const bd_json *value =
		unit->order_count ? bd_json_get(unit->orders[0].json, "value") : NULL;
	if (!value && !unit->order_count)
		value = bd_mark_property(unit, "order");
	if (value && (value->kind == BD_JSON_NULL || !bd_json_bool(value, true)))
		return table;
	bool along_y = unit->orient && bd_streq(unit->orient, "horizontal");
	if (!bd_channel_def_has_field(&unit->channels[along_y ? CH_Y : CH_X]))
		return table;
	return bd_table_by_place(unit, table, along_y ? CH_Y : CH_X);
}

static void assemble_paths(bd_view *unit, bd_cell *cell)
{
	bd_compiler *c = unit->c;
	const char *names[32];
	size_t count = 0;
	add_series_names(unit, names, &count);
	if (count == 0) {
		encode(unit, in_path_order(unit, unit->main), cell);
		return;
	}
	bd_groups groups = bd_group_rows(c->env, unit->main, names, count);
	bd_partition parts = bd_group_partition(c->env, &groups, unit->main->rows);
	for (size_t g = 0; g < groups.count; g++) {
		bd_table *series = bd_table_pick(unit->main, parts.rows + parts.start[g],
						 parts.start[g + 1] - parts.start[g]);
		encode(unit, in_path_order(unit, series), cell);
	}
}

void bd_unit_assemble(bd_view *unit, bd_cell *cell)
{
	if (unit->brushes)
		bd_brushes_assemble(unit, cell, true);
	if (unit->kind_of_mark->path)
		assemble_paths(unit, cell);
	else {
		encode(unit, unit->main, cell);
		bd_voronoi_assemble(unit, cell, cell->marks.items[cell->marks.count - 1]);
	}
	if (unit->brushes)
		bd_brushes_assemble(unit, cell, false);
}

/* --- plots --- */

static void add_marks(bd_view *view, bd_cell *cell)
{
	if (view->kind == BD_VIEW_UNIT)
		bd_unit_assemble(view, cell);
	for (size_t i = 0; i < view->child_count; i++)
		add_marks(view->children[i], cell);
}

static void add_legends(bd_view *view, bd_cell *cell)
{
	bd_legends_make(view, cell);
	for (size_t i = 0; i < view->child_count; i++)
		add_legends(view->children[i], cell);
}

static void add_axes(bd_view *plot, bd_cell *cell)
{
	bd_arena *arena = plot->c->env->arena;
	bd_plot_axes axes = bd_axes_plan(plot);
	for (size_t i = 0; i < axes.plans.count; i++) {
		const bd_guide_plan *plan = &axes.plans.items[i];
		if (!plan->use->scale)
			continue;
		/* The grid lies below the marks whatever is above them. */
		bd_axis_items *grid = bd_axis_make(plan, plot->width, plot->height, true, false);
		grid->above = false;
		if (grid->grid.count)
			bd_push(arena, &cell->axes, grid);
		if (!bd_axis_is_in_header(plot, plan))
			bd_push(arena, &cell->axes,
				bd_axis_make(plan, plot->width, plot->height, false, true));
	}
}

static bool has_position(bd_view *plot)
{
	bd_view_list units = bd_view_units(plot);
	for (size_t i = 0; i < units.count; i++)
		if (units.items[i]->channels[CH_X].json || units.items[i]->channels[CH_Y].json)
			return true;
	return false;
}

/* The frame and ground of a plot: its `view`, the style "cell", the config. */
static void add_background(bd_view *plot, bd_cell *cell)
{
	bd_compiler *c = plot->c;
	const bd_json *view = bd_json_get(plot->spec, "view");
	const bd_json *style = bd_json_find(
		c->config, "style",
		bd_json_string(bd_json_get(view, "style"), has_position(plot) ? "cell" : "view"),
		NULL);
	const bd_json *look =
		bd_json_merge(c->arena, style ? style : bd_json_new_object(c->arena, NULL),
			      bd_json_get(c->config, "view"), false);
	if (bd_json_is(view, BD_JSON_OBJECT))
		look = bd_json_merge(c->arena, look, view, false);
	cell->fill = bd_chart_paint(plot, bd_json_get(look, "fill"));
	if (cell->fill.kind == BD_PAINT_SOLID && cell->fill.color.a == 0)
		cell->fill = BD_NO_PAINT;
	cell->fill.color.a *= bd_chart_number(plot, bd_json_get(look, "fillOpacity"), 1);
	cell->stroke.paint = bd_chart_paint(plot, bd_json_get(look, "stroke"));
	cell->stroke.paint.color.a *= bd_chart_number(plot, bd_json_get(look, "strokeOpacity"), 1);
	if (cell->stroke.paint.color.a == 0)
		cell->stroke.paint = BD_NO_PAINT;
	cell->stroke.width = bd_chart_number(plot, bd_json_get(look, "strokeWidth"), 1);
	cell->corner_radius = bd_chart_number(plot, bd_json_get(look, "cornerRadius"), 0);
	cell->opacity = bd_chart_number(plot, bd_json_get(look, "opacity"), 1);
}

static bd_cell *assemble_plot(bd_view *plot)
{
	bd_cell *cell = bd_cell_new(plot->c->env->arena, plot->name);
	bd_view *before = plot->c->at;
	plot->c->at = plot;
	cell->is_view = true;
	cell->width = plot->width;
	cell->height = plot->height;
	add_background(plot, cell);
	add_axes(plot, cell);
	add_marks(plot, cell);
	add_legends(plot, cell);
	bd_cell_finish(plot->c->env, cell);
	bd_title_make(plot, cell);
	plot->c->at = before;
	return cell;
}

bd_cell *bd_view_assemble(bd_view *view)
{
	if (view->kind == BD_VIEW_FACET)
		return bd_facet_assemble(view);
	if (view->kind == BD_VIEW_CONCAT)
		return bd_concat_assemble(view);
	return assemble_plot(view);
}
