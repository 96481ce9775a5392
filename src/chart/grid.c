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

static bd_grid_align align_of(const bd_json *said, const char *otherwise)
{
	const char *how = bd_json_string(said, otherwise);
	return bd_streq(how, "all")    ? BD_ALIGN_ALL
	       : bd_streq(how, "none") ? BD_ALIGN_NONE
				       : BD_ALIGN_EACH;
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
	const char *otherwise = bd_streq(config, "facet") ? "all" : "each";
	grid.align_x = align_of(of_direction(align, "column"), otherwise);
	grid.align_y = align_of(of_direction(align, "row"), otherwise);
	grid.center_x = bd_json_bool(of_direction(center, "column"), false);
	grid.center_y = bd_json_bool(of_direction(center, "row"), false);
	grid.flush = bd_json_equals_string(bd_json_get(view->spec, "bounds"), "flush");
	return grid;
}

/* What a cell covers; as in Vega half the line of its frame is added to all of it. */
static bd_rect framed(const bd_cell *cell)
{
	bool drawn = cell->stroke.paint.kind != BD_PAINT_NONE && cell->width > 0;
	return bd_rect_inset(cell->bounds, drawn ? -cell->stroke.width / 2 : 0);
}

/* How far a cell reaches before and beyond its origin along one side, in whole px: lines that are
 * crisp in one cell then are so in all. */
typedef struct span {
	double before, beyond;
} span;

static span reach(const bd_cell *cell, bool is_x, bool flush)
{
	static const double noise = 1e-6;
	bd_rect b = framed(cell);
	if (flush)
		b = (bd_rect){ 0, 0, cell->width, cell->height };
	double from = is_x ? b.x : b.y, to = is_x ? b.x + b.width : b.y + b.height;
	return (span){ fmax(0, ceil(-from - noise)), ceil(to - noise) };
}

static size_t line_of(const bd_concat_grid *grid, bool is_x, size_t i)
{
	return is_x ? i % grid->columns : i / grid->columns;
}

/* What a row or column of cells takes; where all are alike, the most that any does. The first has
 * nothing before it that others would have to make room for. */
static span widest(const bd_concat_grid *grid, bd_cell *const *cells, size_t count, bool is_x,
		   size_t line, bool all)
{
	span most = { 0 };
	for (size_t i = 0; i < count; i++) {
		size_t own = line_of(grid, is_x, i);
		span s = reach(cells[i], is_x, grid->flush);
		if (own == line || (all && own > 0))
			most.before = fmax(most.before, s.before);
		if (own == line || all)
			most.beyond = fmax(most.beyond, s.beyond);
	}
	return most;
}

/* Places along one side: the plots of a row or column begin at one line, unless each cell stands by
 * its own reach. */
static void place_along(const bd_concat_grid *grid, bd_cell *const *cells, size_t count, bool is_x)
{
	size_t lines = is_x ? grid->columns : (count + grid->columns - 1) / grid->columns;
	bd_grid_align align = is_x ? grid->align_x : grid->align_y;
	double at = 0;
	for (size_t line = 0; line < lines; line++) {
		span most = widest(grid, cells, count, is_x, line, align == BD_ALIGN_ALL);
		for (size_t i = 0; i < count; i++) {
			span own = reach(cells[i], is_x, grid->flush);
			if (line_of(grid, is_x, i) != line)
				continue;
			bool centered = is_x ? grid->center_x : grid->center_y;
			double slack = centered ? floor(fmax(0, most.beyond - own.beyond) / 2) : 0;
			double before = align == BD_ALIGN_NONE ? own.before : most.before;
			*(is_x ? &cells[i]->x : &cells[i]->y) = at + (line ? before : 0) + slack;
		}
		at += (line ? most.before : 0) + most.beyond +
		      (is_x ? grid->spacing_x : grid->spacing_y);
	}
}

bd_rect bd_grid_place(const bd_concat_grid *grid, bd_cell *const *cells, size_t count)
{
	bd_rect all = { 0 };
	place_along(grid, cells, count, true);
	place_along(grid, cells, count, false);
	for (size_t i = 0; i < count; i++) {
		bd_rect box = framed(cells[i]);
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

static void cover(bd_rect rect, bd_rect *side, bd_rect *all)
{
	if (side)
		*side = bd_rect_union(*side, rect);
	*all = bd_rect_union(*all, rect);
}

/* Axes beside the plot count across it, those above and below along it; cells, headers and lines
 * of several series both ways, other marks only to all of it. */
static bd_cell_reach reach_of_cell(bd_env *env, const bd_cell *cell)
{
	bd_rect both = { 0, 0, cell->width, cell->height }, all = both;
	for (size_t i = 0; i < cell->marks.count; i++)
		if (!cell->marks.items[i]->clip)
			cover(bd_items_bounds(env, cell->marks.items[i]),
			      cell->marks.items[i]->in_series ? &both : NULL, &all);
	for (size_t i = 0; i < cell->cells.count; i++)
		cover(moved(framed(cell->cells.items[i]), cell->cells.items[i]->x,
			    cell->cells.items[i]->y),
		      &both, &all);
	for (size_t i = 0; i < cell->headers.count; i++)
		cover(header_bounds(cell->headers.items[i]), &both, &all);
	bd_cell_reach reach = { .across = both, .along = both };
	for (size_t i = 0; i < cell->axes.count; i++) {
		const bd_axis_items *axis = cell->axes.items[i];
		bool beside = bd_streq(axis->orient, "left") || bd_streq(axis->orient, "right");
		cover(axis->bounds, beside ? &reach.across : &reach.along, &all);
	}
	reach.all = all;
	return reach;
}

void bd_cell_finish(bd_view *view, bd_cell *cell)
{
	bd_cell_reach reach = reach_of_cell(view->c->env, cell);
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
