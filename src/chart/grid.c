/* grid.c - cells side by side: concats and facets laid out in a grid, and how far a cell reaches
 * with its guides (assemble.h). */
#include "base/str.h"
#include "chart/assemble.h"
#include "chart/encode/props.h"
#include "chart/guides/guide.h"

#include <math.h>
#include <string.h>

static const bd_json *of_direction(const bd_json *value, const char *direction)
{
	return bd_json_is(value, BD_JSON_OBJECT) ? bd_json_get(value, direction) : value;
}

bd_concat_grid bd_grid_of(bd_view *view, const char *config, size_t columns)
{
	const bd_json *spacing = bd_json_get(view->spec, "spacing");
	const bd_json *standard = bd_json_find(view->c->config, config, "spacing", NULL);
	const bd_json *align = bd_json_get(view->spec, "align");
	const bd_json *center = bd_json_get(view->spec, "center");
	double all = bd_chart_number(view, standard, 20);
	bd_concat_grid grid = { .columns = columns ? columns : 1 };
	grid.spacing_x = bd_chart_number(view, of_direction(spacing, "column"), all);
	grid.spacing_y = bd_chart_number(view, of_direction(spacing, "row"), all);
	const char *how = bd_json_string(of_direction(align, "column"), NULL);
	if (!how)
		how = bd_json_string(of_direction(align, "row"),
				     bd_streq(config, "facet") ? "all" : "each");
	grid.align_all = bd_streq(how, "all");
	grid.align_none = bd_streq(how, "none");
	grid.center_x = bd_json_bool(of_direction(center, "column"), false);
	grid.center_y = bd_json_bool(of_direction(center, "row"), false);
	grid.flush = bd_json_equals_string(bd_json_get(view->spec, "bounds"), "flush");
	return grid;
}

/* How far a cell reaches before and beyond its origin along one side. */
static void reach(const bd_cell *cell, bool is_x, bool flush, double *before, double *beyond)
{
	bd_rect b = cell->bounds;
	if (flush)
		b = (bd_rect){ 0, 0, cell->width, cell->height };
	*before = is_x ? -b.x : -b.y;
	*beyond = is_x ? b.x + b.width : b.y + b.height;
}

/* Places along one side: each row or column as wide as its widest cell. */
static void place_along(const bd_concat_grid *grid, bd_cell *const *cells, size_t count, bool is_x)
{
	size_t lines = is_x ? grid->columns : (count + grid->columns - 1) / grid->columns;
	double most_before = 0, most_beyond = 0, at = 0;
	for (size_t i = 0; i < count; i++) {
		double before, beyond;
		reach(cells[i], is_x, grid->flush, &before, &beyond);
		most_before = fmax(most_before, before);
		most_beyond = fmax(most_beyond, beyond);
	}
	for (size_t line = 0; line < lines; line++) {
		double before = 0, beyond = 0;
		for (size_t i = 0; i < count; i++) {
			double a, b;
			if ((is_x ? i % grid->columns : i / grid->columns) != line)
				continue;
			reach(cells[i], is_x, grid->flush, &a, &b);
			before = fmax(before, a);
			beyond = fmax(beyond, b);
		}
		if (grid->align_all) {
			before = most_before;
			beyond = most_beyond;
		}
		for (size_t i = 0; i < count; i++) {
			if ((is_x ? i % grid->columns : i / grid->columns) != line)
				continue;
			double length = is_x ? cells[i]->width : cells[i]->height;
			double slack = (is_x ? grid->center_x : grid->center_y) && beyond > length
					       ? (beyond - length) / 2
					       : 0;
			*(is_x ? &cells[i]->x : &cells[i]->y) = at + before + floor(slack);
		}
		at += before + beyond + (is_x ? grid->spacing_x : grid->spacing_y);
	}
}

bd_rect bd_grid_place(const bd_concat_grid *grid, bd_cell *const *cells, size_t count)
{
	bd_rect all = { 0 };
	place_along(grid, cells, count, true);
	place_along(grid, cells, count, false);
	/* The first cell's plot is the origin. */
	double x = count ? cells[0]->x : 0, y = count ? cells[0]->y : 0;
	for (size_t i = 0; i < count; i++) {
		cells[i]->x -= x;
		cells[i]->y -= y;
		bd_rect box = cells[i]->bounds;
		box.x += cells[i]->x;
		box.y += cells[i]->y;
		all = bd_rect_union(all, box);
	}
	return all;
}

/* --- bounds --- */

static bd_rect moved(bd_rect r, double x, double y)
{
	return (bd_rect){ r.x + x, r.y + y, r.width, r.height };
}

static bd_rect header_bounds(const bd_header_items *header)
{
	bd_rect all = { 0 };
	for (size_t i = 0; i < header->titles.count; i++)
		all = bd_rect_union(all, bd_guide_text_cover(&header->titles.items[i]));
	for (size_t i = 0; i < header->axes.count; i++)
		all = bd_rect_union(all, header->axes.items[i].bounds);
	return moved(all, header->x, header->y);
}

/* Axes beside the plot count across it, those above and below along it; cells and headers both
 * ways. */
static void find_reach(const bd_cell *cell, bd_cell_reach *reach)
{
	bd_rect both = { 0, 0, cell->width, cell->height };
	for (size_t i = 0; i < cell->cells.count; i++)
		both = bd_rect_union(both, moved(cell->cells.items[i]->bounds,
						 cell->cells.items[i]->x, cell->cells.items[i]->y));
	for (size_t i = 0; i < cell->headers.count; i++)
		both = bd_rect_union(both, header_bounds(cell->headers.items[i]));
	reach->across = reach->along = both;
	for (size_t i = 0; i < cell->axes.count; i++) {
		const bd_axis_items *axis = cell->axes.items[i];
		bool beside = bd_streq(axis->orient, "left") || bd_streq(axis->orient, "right");
		bd_rect *side = beside ? &reach->across : &reach->along;
		*side = bd_rect_union(*side, axis->bounds);
	}
}

static bd_rect inner_bounds(bd_env *env, const bd_cell *cell)
{
	bd_rect all = { 0, 0, cell->width, cell->height };
	for (size_t i = 0; i < cell->marks.count; i++)
		if (!cell->marks.items[i]->clip)
			all = bd_rect_union(all, bd_items_bounds(env, cell->marks.items[i]));
	for (size_t i = 0; i < cell->axes.count; i++)
		all = bd_rect_union(all, cell->axes.items[i]->bounds);
	for (size_t i = 0; i < cell->cells.count; i++)
		all = bd_rect_union(all, moved(cell->cells.items[i]->bounds,
					       cell->cells.items[i]->x, cell->cells.items[i]->y));
	for (size_t i = 0; i < cell->headers.count; i++)
		all = bd_rect_union(all, header_bounds(cell->headers.items[i]));
	return all;
}

void bd_cell_finish(bd_view *view, bd_cell *cell)
{
	bd_cell_reach reach = { .all = inner_bounds(view->c->env, cell) };
	find_reach(cell, &reach);
	cell->bounds = bd_legends_place(view, cell, &reach);
	if (cell->title.title.text)
		cell->bounds = bd_rect_union(cell->bounds, cell->title.bounds);
}

/* The size that all views side by side have in common; 0 where they have none, or steps. */
static double common_size(const bd_view *view, const bd_cell *root, bool is_x)
{
	double common = 0;
	for (size_t i = 0; i < root->cells.count; i++) {
		const bd_view *child = view->children[i];
		double size = is_x ? root->cells.items[i]->width : root->cells.items[i]->height;
		if ((is_x ? child->width_step : child->height_step) || (i && size != common))
			return 0;
		common = size;
	}
	return common;
}

bd_cell *bd_concat_assemble(bd_view *view)
{
	bd_arena *arena = view->c->env->arena;
	bd_cell *root = bd_cell_new(arena, view->name);
	for (size_t i = 0; i < view->child_count; i++)
		bd_push(arena, &root->cells, bd_view_assemble(view->children[i]));
	size_t columns = root->cells.count;
	if (bd_json_get(view->spec, "vconcat"))
		columns = 1;
	else if (bd_json_get(view->spec, "concat"))
		columns = (size_t)fmax(
			1,
			fmin(bd_chart_number(view, bd_json_get(view->spec, "columns"),
					     bd_json_number(bd_json_find(view->c->config, "concat",
									 "columns", NULL),
							    (double)columns)),
			     (double)columns + 1));
	bd_concat_grid grid = bd_grid_of(view, "concat", columns);
	if (!bd_json_get(view->spec, "concat") &&
	    bd_json_is(bd_json_get(view->spec, "center"), BD_JSON_BOOL))
		grid.center_x = grid.center_y =
			bd_json_bool(bd_json_get(view->spec, "center"), false);
	bd_grid_place(&grid, root->cells.items, root->cells.count);
	bool vertical = bd_json_get(view->spec, "vconcat") != NULL;
	if (vertical || bd_json_number(bd_json_get(view->spec, "columns"), 0) == 1)
		root->width = common_size(view, root, true);
	else if (!bd_json_get(view->spec, "columns"))
		root->height = common_size(view, root, false);
	bd_legends_make(view, root);
	bd_cell_finish(view, root);
	bd_title_make(view, root);
	return root;
}
