/* legend.c - what legends say: one for each domain that colours, sizes, shapes or dashes show, its
 * entries and what their symbols look like. By Vega-Lite's documentation of legends (guide.h). */
#include "chart/legend.h"
#include "base/str.h"
#include "chart/axis_parts.h"
#include "chart/encode.h"
#include "chart/encoder.h"
#include "chart/format.h"
#include "chart/props.h"
#include "chart/scales.h"
#include "chart/views.h"

#include <math.h>

static const bd_channel legend_channels[] = { CH_COLOR,        CH_FILL,         CH_STROKE,
					      CH_STROKE_WIDTH, CH_SIZE,         CH_SHAPE,
					      CH_OPACITY,      CH_FILL_OPACITY, CH_STROKE_OPACITY,
					      CH_STROKE_DASH,  CH_ANGLE };

static bool shows_legend(const bd_view *unit, bd_channel channel)
{
	const bd_channel_def *def = &unit->channels[channel];
	const bd_json *from = def->conditional_field ? def->conditional_field : def->json;
	const bd_json *legend = bd_json_get(from, "legend");
	if (!legend)
		legend = bd_json_get(def->json, "legend");
	if (legend && legend->kind == BD_JSON_NULL)
		return false;
	if (bd_json_bool(bd_json_find(unit->c->config, "legend", "disable", NULL), false))
		return false;
	return bd_channel_def_is_scaled(def);
}

static const bd_json *legend_of(const bd_channel_def *def)
{
	const bd_json *legend = bd_json_get(def->conditional_field, "legend");
	return legend ? legend : bd_json_get(def->json, "legend");
}

/* --- plans --- */

static bool is_stepwise_unit(const bd_channel_def *def)
{
	const char *unit = def->unit ? def->unit : "";
	return bd_streq(unit, "month") || bd_streq(unit, "day") || bd_streq(unit, "quarter");
}

static bd_legend_type type_of(const bd_legend_plan *plan)
{
	const bd_scale_use *use = plan->guide.use;
	const char *said = bd_guide_string(&plan->guide, "type", NULL);
	bool color = bd_channel_is_color(use->channel);
	bool discretizing = bd_scale_type_is_discretizing(use->type);
	if (said && bd_streq(said, "symbol"))
		return BD_LEGEND_SYMBOL;
	if (said && bd_streq(said, "gradient"))
		return discretizing ? BD_LEGEND_DISCRETE : BD_LEGEND_GRADIENT;
	if (color && bd_scale_type_is_continuous(use->type) && !is_stepwise_unit(plan->guide.def))
		return BD_LEGEND_GRADIENT;
	return color && discretizing && plan->use_count == 1 ? BD_LEGEND_DISCRETE
							     : BD_LEGEND_SYMBOL;
}

static const char *join(bd_compiler *c, const char *list, const char *title)
{
	if (!title || !*title || (list && bd_streq(list, title)))
		return list;
	return list ? bd_printf(c->arena, "%s, %s", list, title) : title;
}

static bool plan_use(bd_scale_use *use, bd_legend_plan *plan)
{
	bd_compiler *c = use->owner->c;
	const char *said = NULL, *made = NULL;
	bool none = false;
	*plan = (bd_legend_plan){ .guide = { .channel = use->channel, .use = use } };
	for (size_t i = 0; i < use->unit_count; i++) {
		bd_view *unit = use->units[i];
		const bd_channel_def *def = &unit->channels[use->channel];
		if (!shows_legend(unit, use->channel))
			continue;
		if (!plan->guide.view) {
			plan->guide.view = unit;
			plan->guide.def = def;
		}
		const bd_json *legend = legend_of(def);
		if (bd_json_is(legend, BD_JSON_OBJECT) && plan->guide.said_count < 64)
			plan->guide.said[plan->guide.said_count++] = legend;
		const char *title = bd_field_title(unit, def, legend);
		const bd_json *from = def->conditional_field ? def->conditional_field : def->json;
		if (bd_json_get(legend, "title") || bd_json_get(from, "title")) {
			said = join(c, said, title);
			none |= !title;
		} else {
			made = join(c, made, title);
		}
	}
	if (!plan->guide.view || !use->scale)
		return false;
	plan->title_said = said || none;
	plan->titles = plan->title_said ? said : made;
	plan->guide.configs[plan->guide.config_count++] = "legend";
	plan->uses[plan->use_count++] = use;
	plan->guide.orient = bd_guide_string(&plan->guide, "orient", "right");
	plan->type = type_of(plan);
	return true;
}

/* Two channels of the same values are one legend. */
static bool same_domain(const bd_legend_plan *a, const bd_legend_plan *b)
{
	const bd_scale_use *p = a->guide.use, *q = b->guide.use;
	const bd_channel_def *d = a->guide.def, *e = b->guide.def;
	size_t m, n;
	const bd_value *x = bd_scale_domain(p->scale, &m), *y = bd_scale_domain(q->scale, &n);
	if (!d->name || !e->name || !bd_streq(d->name, e->name) || m != n ||
	    bd_scale_type_is_discrete(p->type) != bd_scale_type_is_discrete(q->type))
		return false;
	for (size_t i = 0; i < m; i++)
		if (!bd_value_strict_equals(x[i], y[i]))
			return false;
	return (a->type == BD_LEGEND_SYMBOL) == (b->type == BD_LEGEND_SYMBOL);
}

static void absorb(bd_legend_plan *into, const bd_legend_plan *from)
{
	if (into->use_count < 8)
		into->uses[into->use_count++] = from->guide.use;
	for (size_t i = 0; i < from->guide.said_count && into->guide.said_count < 64; i++)
		into->guide.said[into->guide.said_count++] = from->guide.said[i];
	if (into->title_said == from->title_said)
		into->titles = join(into->guide.view->c, into->titles, from->titles);
	else if (from->title_said) /* what the spec says wins over what we would make up */
		into->titles = from->titles;
	into->title_said |= from->title_said;
}

/* --- entries --- */

static bd_label_format format_of(const bd_legend_plan *plan)
{
	const bd_guide_plan *guide = &plan->guide;
	const bd_json *from = bd_guide_format_source(guide);
	bd_label_format format = { .scale = guide->use->scale,
				   .locale = guide->view->c->locale,
				   .tick_count = BD_TICK_COUNT(
					   bd_guide_number(guide, "tickCount", NAN)) };
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
	    guide->def->type == BD_QUANTITATIVE)
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
	request.limit = (size_t)bd_guide_number(guide, "symbolLimit", 30);
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
		entries[i].label = entry_label(plan, entries[i].value, entries[i].label);
		if (expr)
			entries[i].label = bd_plain_label(
				arena, bd_expr_eval(expr, arena,
						    bd_tick_datum(arena, entries[i].value,
								  entries[i].label, i, *count)));
	}
	return entries;
}

/* --- symbols --- */

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
	const bd_json *value = bd_mark_own(unit, kind);
	bd_channel channel = bd_channel_find(kind);
	const bd_channel_def *def = &unit->channels[channel];
	if (!def->has_value && main)
		def = &unit->channels[CH_COLOR];
	if (def->has_value)
		value = bd_json_get(def->json, "value");
	if (def->condition && !def->conditional_field &&
	    bd_json_get(bd_json_at(def->condition, 0), "value"))
		value = bd_json_get(bd_json_at(def->condition, 0), "value");
	if (!value && main)
		value = bd_mark_own(unit, "color");
	if (!value)
		value = bd_json_find(unit->c->config, unit->mark_type, kind, NULL);
	if (!value && main)
		value = bd_json_find(unit->c->config, unit->mark_type, "color", NULL);
	if (!value)
		value = bd_mark_property(unit, kind);
	if (!value && main)
		value = bd_mark_property(unit, "color");
	return bd_chart_paint(unit, value);
}

/* The legend's own colour is not drawn twice; a colour that another legend shows is left to it. */
static void base_paints(const bd_legend_plan *plan, bd_legend_symbol *symbol)
{
	const bd_guide_plan *guide = &plan->guide;
	const bd_view *unit = guide->view;
	bool filled =
		bd_chart_bool(unit, bd_mark_property(unit, "filled"), unit->kind_of_mark->filled) &&
		!bd_streq(unit->mark_type, "trail");
	bool paints_fill = false;
	for (size_t i = 0; i < plan->use_count; i++)
		paints_fill |= plan->uses[i]->channel == CH_FILL ||
			       (plan->uses[i]->channel == CH_COLOR && filled);
	const bd_json *config = bd_json_get(unit->c->config, "legend");
	const bd_channel_def *color = &unit->channels[CH_COLOR];
	bool by_field = bd_channel_def_is_scaled(color);
	bool conditional = by_field && color->conditional_field;
	symbol->fill = color_of(unit, "fill", filled);
	symbol->stroke = color_of(unit, "stroke", !filled);
	if (by_field && !conditional && filled && !paints_fill)
		symbol->fill = bd_solid(BD_BLACK);
	if (by_field && !conditional && !filled)
		symbol->stroke = bd_chart_paint(unit, bd_json_get(config, "symbolBaseStrokeColor"));
	if (bd_guide_property(guide, "symbolFillColor"))
		symbol->fill = bd_chart_paint(unit, bd_guide_property(guide, "symbolFillColor"));
	if (bd_guide_property(guide, "symbolStrokeColor"))
		symbol->stroke =
			bd_chart_paint(unit, bd_guide_property(guide, "symbolStrokeColor"));
}

/* Marks of different kinds that share a legend are shown as discs. */
static const char *shape_of(const bd_legend_plan *plan)
{
	const bd_scale_use *use = plan->guide.use;
	const char *shape = NULL;
	for (size_t i = 0; i < use->unit_count; i++) {
		if (!shows_legend(use->units[i], use->channel))
			continue;
		const char *own = shape_by_mark(use->units[i], use->channel);
		shape = shape && !bd_streq(shape, own) ? "circle" : own;
	}
	for (size_t i = plan->guide.said_count; i-- > 0;)
		shape = bd_chart_string(plan->guide.view,
					bd_json_get(plan->guide.said[i], "symbolType"), shape);
	return shape ? shape : "circle";
}

/* The mark without what the legend itself varies. */
static bd_legend_symbol base_symbol(const bd_legend_plan *plan)
{
	const bd_guide_plan *guide = &plan->guide;
	const bd_view *unit = guide->view;
	bd_legend_symbol symbol = { .opacity = NAN };
	base_paints(plan, &symbol);
	symbol.size = bd_guide_number(guide, "symbolSize", 100);
	symbol.stroke_width = bd_guide_number(guide, "symbolStrokeWidth", 1.5);
	symbol.dash = bd_guide_dash(guide, "symbolDash");
	symbol.shape = shape_of(plan);
	double faint = unit->kind_of_mark->faint && !bd_unit_is_aggregate(unit) ? 0.7 : NAN;
	symbol.opacity =
		bd_guide_number(guide, "symbolOpacity",
				bd_chart_number(unit, bd_mark_property(unit, "opacity"), faint));
	return symbol;
}

/* Whether the mark of a unit shows the channel's colour as its fill. */
static bool fills(const bd_view *unit, bd_channel channel)
{
	bool filled =
		bd_chart_bool(unit, bd_mark_property(unit, "filled"), unit->kind_of_mark->filled) &&
		!bd_streq(unit->mark_type, "trail");
	return channel == CH_FILL || (channel == CH_COLOR && filled);
}

/* A colour shared by lines and filled points is seen in strokes and fills. */
static void vary_color(const bd_scale_use *use, bd_legend_symbol *symbol, bd_color color)
{
	for (size_t i = 0; i < use->unit_count; i++) {
		const bd_view *unit = use->units[i];
		if (!shows_legend(unit, use->channel))
			continue;
		if (fills(unit, use->channel))
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

static void add_symbols(const bd_legend_plan *plan, bd_legend_items *legend,
			const bd_legend_entry *entries, size_t count)
{
	bd_legend_symbol base = base_symbol(plan);
	for (size_t i = 0; i < count; i++) {
		bd_legend_symbol symbol = base;
		vary(plan, &symbol, entries[i].value);
		bd_push(plan->guide.view->c->env->arena, &legend->symbols, symbol);
	}
}

/* --- gradients --- */

static void add_gradient(const bd_legend_plan *plan, bd_legend_items *legend)
{
	const bd_scale_use *use = plan->guide.use;
	bd_arena *arena = plan->guide.view->c->env->arena;
	size_t domain_count;
	const bd_value *domain = bd_scale_domain(use->scale, &domain_count);
	if (domain_count < 2)
		return;
	double from = bd_value_to_number(domain[0]);
	double to = bd_value_to_number(domain[domain_count - 1]);
	enum { STOPS = 21 };
	bd_gradient_stop *stops = BD_ARRAY(arena, STOPS, bd_gradient_stop);
	for (int i = 0; i < STOPS; i++) {
		double t = i / (double)(STOPS - 1);
		bd_value at = bd_v_number(from + t * (to - from));
		if (use->type == BD_SCALE_LOG && from > 0)
			at = bd_v_number(from * pow(to / from, t));
		stops[i].offset = t;
		if (!bd_scale_color(use->scale, at, &stops[i].color))
			stops[i].color = BD_TRANSPARENT;
	}
	bd_gradient *gradient = BD_NEW(arena, bd_gradient);
	*gradient = (bd_gradient){ .stops = stops, .stop_count = STOPS };
	if (plan->vertical)
		gradient->y1 = 1;
	else
		gradient->x2 = 1;
	legend->gradient =
		(bd_paint){ .kind = BD_PAINT_GRADIENT,
			    .opacity = bd_guide_number(&plan->guide, "gradientOpacity", 1),
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

/* --- making them --- */

static void make(bd_legend_plan *plan, bd_cell *cell)
{
	bd_arena *arena = plan->guide.view->c->env->arena;
	bd_legend_items *legend = BD_NEW(arena, bd_legend_items);
	plan->type = type_of(plan);
	plan->vertical = bd_legend_is_vertical(&plan->guide, plan->type != BD_LEGEND_SYMBOL);
	legend->orient = plan->guide.orient;
	legend->offset = bd_guide_number(&plan->guide, "offset", 18);
	size_t count;
	bd_legend_entry *entries = entries_of(plan, &count);
	if (plan->titles && *plan->titles) {
		legend->title = bd_guide_text_new(&plan->guide, "guide-title", "title");
		legend->title.text = plan->titles;
	}
	if (plan->type == BD_LEGEND_SYMBOL)
		add_symbols(plan, legend, entries, count);
	else if (plan->type == BD_LEGEND_GRADIENT)
		add_gradient(plan, legend);
	else
		add_bands(plan, legend);
	bd_legend_layout(plan, legend, entries, count);
	bd_push(arena, &cell->legends, legend);
}

void bd_legends_make(bd_view *view, bd_cell *cell)
{
	BD_LIST(bd_legend_plan) plans = { 0 };
	for (size_t i = 0; i < sizeof legend_channels / sizeof legend_channels[0]; i++) {
		bd_scale_use *use = view->owned[legend_channels[i]];
		bd_legend_plan plan;
		if (!use || !plan_use(use, &plan))
			continue;
		bool merged = false;
		for (size_t k = 0; k < plans.count && !merged; k++)
			if (same_domain(&plans.items[k], &plan)) {
				absorb(&plans.items[k], &plan);
				merged = true;
			}
		if (!merged)
			bd_push(view->c->arena, &plans, plan);
	}
	for (size_t i = 0; i < plans.count; i++)
		make(&plans.items[i], cell);
}
