/* legend.c - a legend as items: its title, and entries or a gradient. By Vega-Lite's documentation
 * of legends (legend.h). */
#include "chart/guides/legend.h"
#include "base/number.h"
#include "chart/encode/datum.h"
#include "chart/encode/format.h"
#include "chart/encode/views.h"

#include <math.h>

/* How many labels a bar that runs on gets, by its length (Vega's rule); NaN: as symbols do. */
static double default_count(const bd_legend_plan *plan)
{
	if (plan->type != BD_LEGEND_GRADIENT)
		return NAN;
	return fmax(2, 2 * floor(bd_legend_gradient_length(plan) / 100));
}

static bd_label_format format_of(const bd_legend_plan *plan)
{
	const bd_guide_plan *guide = &plan->guide;
	const bd_json *from = bd_guide_format_source(guide);
	bd_label_format format = { .scale = guide->use->scale,
				   .locale = guide->view->c->locale,
				   .tick_count = BD_TICK_COUNT(bd_guide_number(
					   guide, "tickCount", default_count(plan))),
				   .min_step = bd_guide_number(guide, "tickMinStep", 0) };
	if (bd_is_time_field(guide->def, from)) {
		format.format = bd_time_format_of(guide->view, guide->def, from);
		format.formats = bd_time_formats_of(guide->view, from);
		format.type = BD_FORMAT_TIME;
	} else {
		format.format = bd_number_format_of(guide->view, guide->def, from);
	}
	return format;
}

/* Discrete values say themselves, dates and bins by their format. */
static const char *entry_label(const bd_legend_plan *plan, bd_value value, const char *made)
{
	const bd_guide_plan *guide = &plan->guide;
	const bd_json *from = bd_guide_format_source(guide);
	bd_arena *arena = guide->view->c->env->arena;
	if (!bd_scale_type_is_discrete(guide->use->type))
		return made;
	if (bd_is_time_field(guide->def, from) || bd_json_get(from, "format") ||
	    guide->def->type == BD_QUANTITATIVE || guide->def->bin == BD_BIN_PARAMS)
		return bd_format_field(guide->view, arena, guide->def, from, value);
	return bd_plain_label(arena, value);
}

static bd_legend_entry *entries_of(const bd_legend_plan *plan, size_t *count)
{
	const bd_guide_plan *guide = &plan->guide;
	bd_arena *arena = guide->view->c->env->arena;
	bd_legend_request request = { .format = format_of(plan), .type = plan->type };
	const bd_json *values = bd_guide_property(guide, "values"), *item;
	BD_LIST(bd_value) list = { 0 };
	bd_each (item, values)
		bd_push(arena, &list, bd_datum_value(guide->view, item, guide->def));
	request.values = list.items;
	request.value_count = list.count;
	request.limit = (size_t)bd_int(fmax(0, bd_guide_number(guide, "symbolLimit", 30)));
	request.is_size = guide->channel == CH_SIZE;
	const bd_legend_entry *made = bd_scale_legend(arena, &request, count);
	bd_legend_entry *entries = BD_ARRAY(arena, *count, bd_legend_entry);
	for (size_t i = 0; i < *count; i++)
		entries[i] = made[i];
	const bd_json *text = bd_guide_property(guide, "labelExpr");
	bd_compiler *c = guide->view->c;
	const bd_expr *expr = bd_json_is(text, BD_JSON_STRING)
				      ? bd_expr_parse(c->env, text->string, &text->place, &c->names)
				      : NULL;
	for (size_t i = 0; i < *count; i++) {
		if (!entries[i].is_rest)
			entries[i].label = entry_label(plan, entries[i].value, entries[i].label);
		if (expr)
			entries[i].label = bd_plain_label(
				arena, bd_expr_eval(expr, arena,
						    bd_guide_datum(arena, entries[i].value,
								   entries[i].label, i, *count)));
	}
	return entries;
}

/* A legend that runs down reads column by column; its entries are laid out row by row. */
static bd_legend_entry *in_columns(const bd_legend_plan *plan, bd_legend_entry *entries,
				   size_t count)
{
	size_t columns = bd_legend_columns(plan, count);
	if (plan->type != BD_LEGEND_SYMBOL || !plan->vertical || columns < 2 || count < 3)
		return entries;
	size_t rows = (count + columns - 1) / columns, at = 0;
	bd_legend_entry *placed = BD_ARRAY(plan->guide.view->c->env->arena, count, bd_legend_entry);
	for (size_t row = 0; row < rows; row++)
		for (size_t i = row; i < count; i += rows)
			placed[at++] = entries[i];
	return placed;
}

static void add_gradient(const bd_legend_plan *plan, bd_legend_items *legend)
{
	const bd_scale_use *use = plan->guide.use;
	bd_arena *arena = plan->guide.view->c->env->arena;
	size_t count;
	const bd_scale_stop *through = bd_scale_gradient(arena, use->scale, &count);
	if (!count)
		return;
	bd_gradient_stop *stops = BD_ARRAY(arena, count, bd_gradient_stop);
	for (size_t i = 0; i < count; i++)
		stops[i] = (bd_gradient_stop){ .offset = through[i].offset,
					       .color = through[i].color };
	bd_gradient *gradient = BD_NEW(arena, bd_gradient);
	*gradient = (bd_gradient){ .stops = stops, .stop_count = count };
	if (plan->vertical)
		gradient->y1 = 1;
	else
		gradient->x2 = 1;
	legend->gradient = (bd_paint){ .kind = BD_PAINT_GRADIENT,
				       .opacity = bd_legend_gradient_opacity(plan),
				       .gradient = gradient };
}

static void add_bands(const bd_legend_plan *plan, bd_legend_items *legend)
{
	size_t count;
	bd_arena *arena = plan->guide.view->c->env->arena;
	const bd_value *range = bd_scale_range(arena, plan->guide.use->scale, &count);
	for (size_t i = 0; i < count; i++) {
		bd_color color = BD_TRANSPARENT;
		if (range[i].kind == BD_V_STRING)
			bd_color_parse(range[i].string, &color);
		bd_push(arena, &legend->band_paints, bd_solid(color));
	}
}

static void make(const bd_legend_plan *plan, bd_cell *cell)
{
	bd_arena *arena = plan->guide.view->c->env->arena;
	bd_legend_items *legend = BD_NEW(arena, bd_legend_items);
	legend->orient = plan->guide.orient;
	legend->offset = bd_guide_number(&plan->guide, "offset", 18);
	legend->x = bd_guide_number(&plan->guide, "legendX", 0);
	legend->y = bd_guide_number(&plan->guide, "legendY", 0);
	size_t count;
	bd_legend_entry *entries = entries_of(plan, &count);
	entries = in_columns(plan, entries, count);
	if (plan->titles && *plan->titles) {
		legend->title = bd_guide_text_new(&plan->guide, "guide-title", "title");
		legend->title.text = plan->titles;
	}
	if (plan->type == BD_LEGEND_SYMBOL)
		bd_legend_symbols(plan, legend, entries, count);
	else if (plan->type == BD_LEGEND_GRADIENT)
		add_gradient(plan, legend);
	else
		add_bands(plan, legend);
	bd_legend_layout(plan, legend, entries, count);
	bd_push(arena, &cell->legends, legend);
}

void bd_legends_make(bd_view *view, bd_cell *cell)
{
	bd_legend_plans plans = bd_legends_plan(view);
	for (size_t i = 0; i < plans.count; i++)
		make(&plans.items[i], cell);
}
