/* legend_symbols.c - what a legend's symbols look like: the marks they stand for, with what the
 * legend varies (legend.h). */
#include "base/str.h"
#include "chart/encode/encode.h"
#include "chart/encode/props.h"
#include "chart/guides/legend.h"
#include "marks/marks.h"

#include <math.h>

static const char *shape_by_mark(const bd_view *unit, bd_channel channel)
{
	const char *mark = unit->mark_type;
	const bd_json *shape = channel == CH_SHAPE ? NULL : bd_mark_own(unit, "shape");
	if (channel != CH_SHAPE && bd_json_get(unit->channels[CH_SHAPE].json, "value"))
		shape = bd_json_get(unit->channels[CH_SHAPE].json, "value");
	if (shape)
		return bd_chart_string(unit, shape, "circle");
	if (bd_streq(mark, "bar") || bd_streq(mark, "rect") || bd_streq(mark, "image") ||
	    bd_streq(mark, "square"))
		return "square";
	if (bd_streq(mark, "line") || bd_streq(mark, "trail") || bd_streq(mark, "rule"))
		return "stroke";
	return "circle";
}

static bd_paint color_of(const bd_view *unit, const char *kind, bool main)
{
	const bd_json *value = bd_mark_color(unit, kind, main);
	bd_channel channel = bd_channel_find(kind);
	const bd_channel_def *def = &unit->channels[channel];
	if (!def->has_value && main)
		def = &unit->channels[CH_COLOR];
	if (def->has_value)
		value = bd_json_get(def->json, "value");
	if (def->condition && !def->conditional_field &&
	    bd_json_get(bd_json_at(def->condition, 0), "value"))
		value = bd_json_get(bd_json_at(def->condition, 0), "value");
	return bd_chart_paint(unit, value);
}

static bool is_filled(const bd_view *unit)
{
	return bd_chart_bool(unit, bd_mark_property(unit, "filled"), unit->kind_of_mark->filled) &&
	       !bd_streq(unit->mark_type, "trail");
}

/* The legend itself varies the unit's fill, or its stroke. */
static bool varies(const bd_legend_plan *plan, const bd_view *unit, bool fill)
{
	bool main = is_filled(unit) == fill;
	for (size_t i = 0; i < plan->use_count; i++) {
		bd_channel channel = plan->uses[i]->channel;
		if (channel == (fill ? CH_FILL : CH_STROKE) || (channel == CH_COLOR && main))
			return true;
	}
	return false;
}

/* The colour is the data's, and not only under a condition. */
static bool by_field(const bd_view *unit, bd_channel channel)
{
	const bd_channel_def *def = &unit->channels[channel];
	return bd_channel_def_is_scaled(def) && !def->conditional_field;
}

/* The legend's own colour is not drawn twice; a colour that another legend shows is left to it. */
static void base_paints(const bd_legend_plan *plan, const bd_view *unit, bd_legend_symbol *symbol)
{
	const bd_guide_plan *guide = &plan->guide;
	bool filled = is_filled(unit);
	const bd_json *config = bd_json_get(unit->c->config, "legend");
	const bd_json *own_fill = bd_guide_property(guide, "symbolFillColor");
	const bd_json *own_stroke = bd_guide_property(guide, "symbolStrokeColor");
	symbol->fill = color_of(unit, "fill", filled);
	symbol->stroke = color_of(unit, "stroke", !filled);
	bool fill_by_field = by_field(unit, CH_FILL) || (filled && by_field(unit, CH_COLOR));
	bool stroke_by_field = by_field(unit, CH_STROKE) || (!filled && by_field(unit, CH_COLOR));
	if (fill_by_field && !varies(plan, unit, true))
		symbol->fill = bd_solid(BD_BLACK);
	if (stroke_by_field)
		symbol->stroke =
			varies(plan, unit, true)
				? BD_NO_PAINT
				: bd_chart_paint(unit,
						 bd_json_get(config, "symbolBaseStrokeColor"));
	bool fill_fixed = !fill_by_field &&
			  (symbol->fill.kind != BD_PAINT_NONE || unit->kind_of_mark->hollow);
	if (own_fill && !fill_fixed)
		symbol->fill = bd_chart_paint(unit, own_fill);
	if (own_stroke)
		symbol->stroke = bd_chart_paint(unit, own_stroke);
}

/* What the unit's opacity channel says, at most; NaN: no value. */
static double most_said(const bd_view *unit)
{
	const bd_channel_def *def = &unit->channels[CH_OPACITY];
	double most =
		def->has_value ? bd_chart_number(unit, bd_json_get(def->json, "value"), NAN) : NAN;
	const bd_json *condition;
	bd_each (condition, def->condition)
		most = fmax(most, bd_chart_number(unit, bd_json_get(condition, "value"), NAN));
	return most;
}

static double opacity_of(const bd_view *unit)
{
	double faint = unit->kind_of_mark->faint && !bd_unit_is_aggregate(unit) ? 0.7 : NAN;
	double said = most_said(unit);
	if (!isnan(said))
		return said;
	return bd_chart_number(unit, bd_mark_property(unit, "opacity"), faint);
}

double bd_legend_gradient_opacity(const bd_legend_plan *plan)
{
	double own = plan->type == BD_LEGEND_DISCRETE ? 1 : opacity_of(plan->guide.view);
	return bd_guide_number(&plan->guide, "gradientOpacity", isnan(own) ? 1 : own);
}

/* Of several layers that share a legend, the first one that has more to show than what the legend
 * varies gives its symbols their look. */
static const bd_view *model_of(const bd_legend_plan *plan)
{
	const bd_scale_use *use = plan->guide.use;
	for (size_t i = 0; i < use->unit_count; i++) {
		const bd_view *unit = use->units[i];
		if (!bd_legend_shows(unit, use->channel))
			continue;
		bd_legend_symbol symbol = { 0 };
		base_paints(plan, unit, &symbol);
		bool fill = symbol.fill.kind != BD_PAINT_NONE && !varies(plan, unit, true);
		bool stroke = symbol.stroke.kind != BD_PAINT_NONE && !varies(plan, unit, false);
		if (fill || stroke || !isnan(opacity_of(unit)))
			return unit;
	}
	return plan->guide.view;
}

/* Marks of different kinds that share a legend are shown as the first, or as discs if one is. */
static const char *shape_of(const bd_legend_plan *plan)
{
	const bd_scale_use *use = plan->guide.use;
	const char *shape = NULL;
	for (size_t i = 0; i < use->unit_count; i++) {
		if (!bd_legend_shows(use->units[i], use->channel))
			continue;
		const char *own = shape_by_mark(use->units[i], use->channel);
		shape = !shape || bd_streq(own, "circle") ? own : shape;
	}
	return bd_guide_string(&plan->guide, "symbolType", shape ? shape : "circle");
}

/* The mark without what the legend itself varies. */
static bd_legend_symbol base_symbol(const bd_legend_plan *plan)
{
	const bd_guide_plan *guide = &plan->guide;
	const bd_view *unit = model_of(plan);
	bd_legend_symbol symbol = { .opacity = NAN };
	base_paints(plan, unit, &symbol);
	symbol.size = bd_guide_number(guide, "symbolSize", 100);
	symbol.stroke_width = bd_guide_number(guide, "symbolStrokeWidth", 1.5);
	symbol.dash = bd_guide_dash(guide, "symbolDash");
	symbol.shape = shape_of(plan);
	symbol.opacity = bd_guide_number(guide, "symbolOpacity", opacity_of(unit));
	return symbol;
}

/* A colour shared by lines and filled points is seen in strokes and fills. */
static void vary_color(const bd_scale_use *use, bd_legend_symbol *symbol, bd_color color)
{
	for (size_t i = 0; i < use->unit_count; i++) {
		const bd_view *unit = use->units[i];
		if (!bd_legend_shows(unit, use->channel))
			continue;
		if (bd_legend_fills(unit, use->channel))
			symbol->fill = bd_solid(color);
		else
			symbol->stroke = bd_solid(color);
	}
}

static bd_dash dash_of(bd_arena *arena, bd_value value)
{
	if (value.kind != BD_V_ARRAY)
		return (bd_dash){ 0 };
	double *lengths = BD_ARRAY(arena, value.length, double);
	for (uint32_t k = 0; k < value.length; k++)
		lengths[k] = bd_value_to_number(value.items[k]);
	return (bd_dash){ lengths, value.length };
}

static void vary(const bd_legend_plan *plan, bd_legend_symbol *symbol, bd_value value)
{
	bd_arena *arena = plan->guide.view->c->env->arena;
	for (size_t i = 0; i < plan->use_count; i++) {
		const bd_scale_use *use = plan->uses[i];
		bd_color color;
		double number = bd_scale_number(use->scale, value);
		if (bd_channel_is_color(use->channel) && bd_scale_color(use->scale, value, &color))
			vary_color(use, symbol, color);
		if (use->channel == CH_SIZE && bd_streq(symbol->shape, "stroke"))
			symbol->stroke_width = number;
		else if (use->channel == CH_SIZE)
			symbol->size = number;
		if (use->channel == CH_SHAPE)
			symbol->shape =
				bd_value_to_string(arena, bd_scale_value(arena, use->scale, value));
		if (use->channel == CH_OPACITY || use->channel == CH_FILL_OPACITY ||
		    use->channel == CH_STROKE_OPACITY)
			symbol->opacity = number;
		if (use->channel == CH_STROKE_WIDTH)
			symbol->stroke_width = number;
		if (use->channel == CH_STROKE_DASH)
			symbol->dash = dash_of(arena, bd_scale_value(arena, use->scale, value));
	}
}

void bd_legend_symbols(const bd_legend_plan *plan, bd_legend_items *legend,
		       const bd_legend_entry *entries, size_t count)
{
	bd_legend_symbol base = base_symbol(plan);
	for (size_t i = 0; i < count; i++) {
		bd_legend_symbol symbol = base;
		vary(plan, &symbol, entries[i].value);
		bd_push(plan->guide.view->c->env->arena, &legend->symbols, symbol);
	}
}
