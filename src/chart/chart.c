/* chart.c - the pipeline from a Vega-Lite spec to items and scene, as a table of contents. */
#include "chart/chart.h"
#include "base/str.h"
#include "chart/assemble.h"
#include "chart/config.h"
#include "chart/encode/encode.h"
#include "chart/encode/params.h"
#include "chart/encode/props.h"
#include "chart/encode/views.h"
#include "chart/marks/unit.h"
#include "chart/normalise/normalise.h"
#include "chart/scales/scales.h"
#include "chart/vocabulary/vocabulary.h"

#include <math.h>

struct bd_chart {
	bd_cell *root;
	bd_chart_size size;
	bd_color background;
	double padding_x, padding_y;
	const char *title, *description, *alt;
};

static void filter_units(bd_view *root)
{
	bd_view_list units = bd_view_units(root);
	for (size_t i = 0; i < units.count; i++)
		bd_unit_filter_invalid(units.items[i]);
}

static void set_padding(const bd_view *view, const bd_json *padding, double sides[4])
{
	static const char *const names[] = { "left", "top", "right", "bottom" };
	for (int i = 0; i < 4; i++)
		sides[i] = bd_json_is(padding, BD_JSON_NUMBER)
				   ? padding->number
				   : bd_chart_number(view, bd_json_get(padding, names[i]), 0);
}

static void find_padding(const bd_view *root, double sides[4])
{
	const bd_json *padding = bd_json_get(root->spec, "padding");
	if (!padding)
		padding = bd_json_get(root->c->config, "padding");
	if (!root->c->in_poster)
		set_padding(root, bd_chart_resolve(root, padding), sides);
}

/* What autosize says: `type` is "pad", "fit", "fit-x", "fit-y" or "none". */
static const char *autosize_of(const bd_view *root, bool *contains_padding)
{
	const bd_json *own = bd_json_get(root->spec, "autosize");
	if (!own)
		own = bd_json_get(root->c->config, "autosize");
	const bd_json *contains = bd_json_get(own, "contains");
	*contains_padding = bd_json_equals_string(contains, "padding");
	if (bd_json_is(own, BD_JSON_OBJECT))
		own = bd_json_get(own, "type");
	return bd_json_string(own, "pad");
}

/* Sides whose width or height is to hold axes, titles and legends too; steps are never squeezed. */
static void find_fit(bd_compiler *c, const bd_view *root)
{
	bool padded;
	double sides[4] = { 0 };
	const char *type = autosize_of(root, &padded);
	if (padded)
		find_padding(root, sides);
	if (!c->single || c->in_poster)
		return;
	bool both = bd_streq(type, "fit");
	if ((both || bd_streq(type, "fit-x")) && !root->width_step && c->container_width <= 0)
		c->fit_width = fmax(root->width - sides[0] - sides[2], 16);
	if ((both || bd_streq(type, "fit-y")) && !root->height_step && c->container_height <= 0)
		c->fit_height = fmax(root->height - sides[1] - sides[3], 16);
}

/* How far a chart reaches beyond its plot on each side: left, top, right, bottom. Of a picture of
 * its own in whole px, so that lines which are crisp in the plot stay so on the page. */
static void find_reach(const bd_compiler *c, const bd_cell *cell, double reach[4])
{
	static const double noise = 1e-6;
	bd_rect b = cell->bounds;
	reach[0] = -b.x;
	reach[1] = -b.y;
	reach[2] = b.x + b.width - cell->width;
	reach[3] = b.y + b.height - cell->height;
	for (int i = 0; i < 4 && !c->in_poster; i++)
		reach[i] = fmax(0, ceil(reach[i] - noise));
}

/* "container" and fitted sizes: what stands around the plot is known once it has been made. */
static bd_cell *assemble_to_fit(bd_compiler *c, bd_view *root)
{
	bd_view_fit(root);
	bd_cell *cell = bd_view_assemble(root);
	bool width = c->container_width > 0 ||
		     bd_json_equals_string(bd_json_get(root->spec, "width"), "container");
	bool height = c->container_height > 0 ||
		      bd_json_equals_string(bd_json_get(root->spec, "height"), "container");
	find_fit(c, root);
	if (!c->single || (!width && !height && c->fit_width <= 0 && c->fit_height <= 0))
		return cell;
	for (int pass = 0; pass < 2; pass++) {
		double reach[4];
		find_reach(c, cell, reach);
		c->around_x = fmax(reach[0] + reach[2], 0);
		c->around_y = fmax(reach[1] + reach[3], 0);
		bd_view_fit(root);
		cell = bd_view_assemble(root);
	}
	return cell;
}

static void frame(bd_compiler *c, bd_chart *chart, bd_view *root, const bd_json *spec)
{
	double sides[4] = { 0 }, reach[4] = { 0 };
	const bd_cell *cell = chart->root;
	const bd_json *background = bd_json_get(spec, "background");
	bool padded;
	find_padding(root, sides);
	if (!c->single || c->in_poster || !bd_streq(autosize_of(root, &padded), "none"))
		find_reach(c, cell, reach);
	chart->padding_x = sides[0] + reach[0];
	chart->padding_y = sides[1] + reach[1];
	chart->size = (bd_chart_size){ chart->padding_x + cell->width + reach[2] + sides[2],
				       chart->padding_y + cell->height + reach[3] + sides[3] };
	chart->background = BD_TRANSPARENT;
	if (!background)
		background = bd_json_get(c->config, "background");
	bd_paint paint = bd_chart_paint(root, background);
	if (!c->in_poster && paint.kind == BD_PAINT_SOLID)
		chart->background = paint.color;
}

static const bd_locale *locale_of(bd_env *env, const bd_chart_options *options,
				  const bd_json *config)
{
	const char *lang = bd_json_string(bd_json_get(config, "locale"), NULL);
	const bd_locale *locale = lang ? bd_locale_find(lang) : NULL;
	if (!locale && options->in_poster)
		locale = env->locale ? env->locale : bd_locale_find(env->lang);
	return locale ? locale : bd_locale_find("en-US");
}

static void compile(bd_compiler *c, bd_chart *chart, const bd_json *spec)
{
	const bd_normaliser normaliser = { c->arena, c->env->diags, c->config, bd_stack_find, c };
	const bd_json *normal = bd_normalise(&normaliser, spec);
	bd_view *root = bd_views_build(c, NULL, normal);
	if (!root)
		return;
	c->single = root->kind == BD_VIEW_UNIT || root->kind == BD_VIEW_LAYER;
	bd_views_load(root);
	bd_scales_gather(root);
	filter_units(root);
	chart->root = assemble_to_fit(c, root);
	chart->root->is_view = true;
	frame(c, chart, root, normal);
}

static const char *title_of(const bd_json *spec)
{
	const bd_json *title = bd_json_get(spec, "title");
	if (bd_json_is(title, BD_JSON_OBJECT))
		title = bd_json_get(title, "text");
	if (bd_json_is(title, BD_JSON_ARRAY))
		title = bd_json_at(title, 0);
	return bd_json_string(title, "");
}

/* In a poster figures stand clear of the grid. */
static void stop_grids(bd_cell *cell)
{
	cell->grid_stops = true;
	for (size_t i = 0; i < cell->cells.count; i++)
		stop_grids(cell->cells.items[i]);
}

bd_chart *bd_chart_compile(bd_env *env, const bd_json *spec, const bd_chart_options *options)
{
	bd_chart *chart = BD_NEW(env->arena, bd_chart);
	chart->title = title_of(spec);
	chart->description = bd_json_string(bd_json_get(spec, "description"), "");
	chart->alt = chart->description[0] ? chart->description : chart->title;
	chart->root = bd_cell_new(env->arena, "root");
	chart->root->is_view = true;
	if (!options->in_poster) /* a poster checks its charts once, and compiles them often */
		bd_chart_check(env, spec);
	bd_compiler c = { .env = env,
			  .arena = env->arena,
			  .in_poster = options->in_poster,
			  .container_width = options->width,
			  .container_height = options->height,
			  .fit_container = options->fit };
	const bd_json *own = bd_json_get(spec, "config");
	c.config = bd_config_merge(env, options->config, own);
	c.locale = locale_of(env, options, c.config);
	const bd_locale *outside = env->locale;
	env->locale = c.locale; /* of expressions and of dates in data, too */
	c.datasets = bd_datasets_new(env->scratch, bd_json_get(spec, "datasets"));
	bd_params_gather(&c, spec);
	compile(&c, chart, spec);
	env->locale = outside;
	if (options->in_poster)
		stop_grids(chart->root);
	return chart;
}

bd_chart_size bd_chart_measure(const bd_chart *chart)
{
	return chart->size;
}

bd_color bd_chart_background(const bd_chart *chart)
{
	return chart->background;
}

void bd_chart_draw(bd_env *env, const bd_chart *chart, bd_node *group, double x, double y)
{
	bd_node *figure = bd_add_group(group);
	figure->group.role = BD_ROLE_FIGURE;
	figure->group.alt = chart->alt[0] ? chart->alt : NULL;
	figure->group.transform = bd_matrix_translate(x + chart->padding_x, y + chart->padding_y);
	bd_cell_draw(env, chart->root, figure);
}

const char *bd_chart_flat(bd_env *env, const bd_chart *chart, const char *name)
{
	return bd_cells_flat(env->arena, chart->root, name);
}

const char *bd_chart_title(const bd_chart *chart)
{
	return chart->title;
}

const char *bd_chart_description(const bd_chart *chart)
{
	return chart->description;
}

bool bd_chart_is_spec(const bd_json *spec)
{
	static const char *const members[] = { "mark",    "layer",   "facet", "concat",
					       "hconcat", "vconcat", "repeat" };
	for (size_t i = 0; i < sizeof members / sizeof members[0]; i++)
		if (bd_json_get(spec, members[i]) != NULL)
			return true;
	return false;
}
