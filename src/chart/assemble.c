/* assemble.c - from views to cells: scales fitted, marks and guides laid down (assemble.h). */
#include "chart/assemble.h"
#include "chart/encode/props.h"
#include "chart/encode/views.h"
#include "chart/guides/axis.h"
#include "chart/guides/headers.h"
#include "chart/marks/unit.h"
#include "chart/scales/scales.h"
#include "chart/scales/size.h"

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
	const bd_view *sized = plot;
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

/* All grids first: none lies over another axis' line. */
static void add_axes(bd_view *plot, bd_cell *cell)
{
	bd_arena *arena = plot->c->env->arena;
	bd_plot_axes axes = bd_axes_plan(plot);
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < axes.plans.count; i++) {
			const bd_guide_plan *plan = &axes.plans.items[i];
			bool grid = pass == 0;
			if (!plan->use->scale || (!grid && bd_axis_is_in_header(plot, plan)))
				continue;
			bd_axis_items *axis =
				bd_axis_make(plan, plot->width, plot->height, grid, !grid);
			if (!grid || axis->grid.count)
				bd_push(arena, &cell->axes, axis);
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

static void set_frame_style(const bd_view *plot, const bd_json *look, bd_stroke *stroke)
{
	const bd_json *dash = bd_json_get(look, "strokeDash"), *length;
	double *lengths = BD_ARRAY(plot->c->env->arena, dash ? dash->count + 1 : 1, double);
	bd_each (length, dash)
		lengths[stroke->dash_count++] = bd_json_number(length, 0);
	stroke->dash = stroke->dash_count ? lengths : NULL;
	stroke->dash_offset = bd_chart_number(plot, bd_json_get(look, "strokeDashOffset"), 0);
	stroke->cap = bd_cap_find(bd_chart_string(plot, bd_json_get(look, "strokeCap"), NULL));
	stroke->join = bd_join_find(bd_chart_string(plot, bd_json_get(look, "strokeJoin"), NULL));
	stroke->miter_limit =
		bd_chart_number(plot, bd_json_get(look, "strokeMiterLimit"), BD_MITER_LIMIT);
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
	set_frame_style(plot, look, &cell->stroke);
	cell->corner_radius = bd_chart_number(plot, bd_json_get(look, "cornerRadius"), 0);
	cell->opacity = bd_chart_number(plot, bd_json_get(look, "opacity"), 1);
}

static bd_cell *assemble_plot(bd_view *plot)
{
	bd_cell *cell = bd_cell_new(plot->c->env->arena, plot->name);
	const bd_view *before = plot->c->at;
	plot->c->at = plot;
	cell->is_view = true;
	cell->width = plot->width;
	cell->height = plot->height;
	add_background(plot, cell);
	add_axes(plot, cell);
	add_marks(plot, cell);
	add_legends(plot, cell);
	bd_cell_finish(plot, cell);
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
