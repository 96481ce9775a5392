/* legend_plan.c - which legends a view has: one for each domain that colours, sizes, shapes or
 * dashes show, and what its channels say of it together. By Vega-Lite's documentation of legends
 * and `resolve` (legend.h). */
#include "base/str.h"
#include "chart/encode/encode.h"
#include "chart/encode/props.h"
#include "chart/encode/views.h"
#include "chart/guides/legend.h"
#include "marks/marks.h"

static const bd_channel legend_channels[] = { CH_COLOR, CH_FILL,  CH_STROKE,  CH_STROKE_WIDTH,
					      CH_SIZE,  CH_SHAPE, CH_OPACITY, CH_STROKE_DASH };

static const bd_json *legend_of(const bd_channel_def *def)
{
	const bd_json *legend = bd_json_get(def->conditional_field, "legend");
	return legend ? legend : bd_json_get(def->json, "legend");
}

bool bd_legend_shows(const bd_view *unit, bd_channel channel)
{
	const bd_channel_def *def = &unit->channels[channel];
	bd_guide_state state = { 0 };
	return !bd_guide_state_add(&state, legend_of(def)) && bd_channel_def_is_scaled(def);
}

static bool is_stepwise_unit(const bd_channel_def *def)
{
	const char *unit = def->unit ? def->unit : "";
	return bd_streq(unit, "month") || bd_streq(unit, "day") || bd_streq(unit, "quarter");
}

/* Whether the mark of a unit shows the channel's colour as its fill. */
bool bd_legend_fills(const bd_view *unit, bd_channel channel)
{
	bool filled =
		bd_chart_bool(unit, bd_mark_property(unit, "filled"), unit->kind_of_mark->filled) &&
		!bd_streq(unit->mark_type, "trail");
	return channel == CH_FILL || (channel == CH_COLOR && filled);
}

/* Fills of some marks and strokes of others: only symbols show both. */
static bool paints_both(const bd_scale_use *use)
{
	bool fill = false, stroke = false;
	for (size_t i = 0; i < use->unit_count; i++) {
		const bd_view *unit = use->units[i];
		if (!bd_legend_shows(unit, use->channel))
			continue;
		*(bd_legend_fills(unit, use->channel) ? &fill : &stroke) = true;
	}
	return fill && stroke;
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
	if (plan->use_count > 1 || !color || paints_both(use))
		return BD_LEGEND_SYMBOL;
	if (bd_scale_type_is_continuous(use->type) && !is_stepwise_unit(plan->guide.def))
		return BD_LEGEND_GRADIENT;
	return discretizing ? BD_LEGEND_DISCRETE : BD_LEGEND_SYMBOL;
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
	bool none = false, none_yet = true;
	*plan = (bd_legend_plan){ .guide = { .channel = use->channel, .use = use } };
	for (size_t i = 0; i < use->unit_count; i++) {
		bd_view *unit = use->units[i];
		const bd_channel_def *def = &unit->channels[use->channel];
		if (!bd_channel_def_is_scaled(def))
			continue;
		bool off = bd_guide_state_add(&plan->state, legend_of(def));
		if (!plan->guide.view || (none_yet && !off)) {
			plan->guide.view = unit;
			plan->guide.def = def;
			none_yet = off;
		}
		if (off)
			continue;
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
	bool config_off = bd_json_bool(bd_json_find(c->config, "legend", "disable", NULL), false);
	if (!plan->guide.view || !use->scale)
		return false;
	if (!plan->state.said)
		plan->state.off = config_off;
	none |= bd_json_find(use->owner->c->config, "legend", "title", NULL) != NULL;
	plan->titles = said || none ? said : made;
	plan->title_said = said || none;
	plan->guide.configs[plan->guide.config_count++] = "legend";
	plan->uses[plan->use_count++] = use;
	plan->guide.orient = bd_guide_string(&plan->guide, "orient", "right");
	plan->type = type_of(plan);
	return true;
}

/* Two channels of the same values are one legend of their view. */
static bool same_domain(const bd_legend_plan *a, const bd_legend_plan *b)
{
	const bd_channel_def *d = a->guide.def, *e = b->guide.def;
	const bd_scale_use *p = a->guide.use, *q = b->guide.use;
	if (a->owner != b->owner || !d->name || !e->name || !bd_streq(d->name, e->name) ||
	    p->unit_count != q->unit_count ||
	    bd_scale_type_is_discrete(p->type) != bd_scale_type_is_discrete(q->type))
		return false;
	if (p->def.domain_count != q->def.domain_count || p->def.bin_count != q->def.bin_count)
		return false;
	for (size_t i = 0; i < p->def.domain_count; i++)
		if (!bd_value_strict_equals(p->def.domain[i], q->def.domain[i]))
			return false;
	return true;
}

/* Which channel of a legend decides its entries, in Vega's order. */
static int rank_of(bd_channel channel)
{
	static const bd_channel order[] = {
		CH_SIZE,   CH_SHAPE,        CH_FILL,    CH_COLOR,
		CH_STROKE, CH_STROKE_WIDTH, CH_OPACITY, CH_FILL_OPACITY
	};
	for (int i = 0; i < 8; i++)
		if (order[i] == channel)
			return i;
	return 8;
}

static void absorb(bd_legend_plan *into, const bd_legend_plan *from)
{
	if (!into->state.said)
		into->state = from->state;
	if (into->use_count < 8)
		into->uses[into->use_count++] = from->guide.use;
	for (size_t i = 0; i < from->guide.said_count && into->guide.said_count < 64; i++)
		into->guide.said[into->guide.said_count++] = from->guide.said[i];
	if (from->title_said == into->title_said)
		into->titles = join(into->guide.view->c, into->titles, from->titles);
	else if (from->title_said)
		into->titles = from->titles;
	into->title_said |= from->title_said;
	if (rank_of(from->guide.channel) < rank_of(into->guide.channel)) {
		into->guide.use = from->guide.use;
		into->guide.channel = from->guide.channel;
		into->guide.def = from->guide.def;
	}
}

/* The view whose legend shows the unit's channel: the scale's owner, or the last one below a view
 * that keeps the legends of its parts apart. */
static bd_view *legend_owner(bd_view *unit, const bd_scale_use *use)
{
	const char *channel = bd_channel_name(use->channel);
	bd_view *view = unit;
	while (view != use->owner && view->parent) {
		const bd_json *resolve =
			bd_json_find(view->parent->spec, "resolve", "legend", channel, NULL);
		if (bd_json_equals_string(resolve, "independent"))
			break;
		view = view->parent;
	}
	return view;
}

/* The view in whose cell a legend stands: layers share one. */
static const bd_view *home_of(const bd_view *owner)
{
	bool plotted = owner->kind == BD_VIEW_UNIT || owner->kind == BD_VIEW_LAYER;
	return plotted ? bd_view_plot(owner) : owner;
}

static void add_plan(bd_scale_use *use, const bd_view *owner, bd_legend_plans *plans)
{
	bd_legend_plan plan;
	if (!plan_use(use, &plan))
		return;
	plan.owner = owner;
	for (size_t k = 0; k < plans->count; k++)
		if (same_domain(&plans->items[k], &plan)) {
			absorb(&plans->items[k], &plan);
			return;
		}
	bd_push(use->owner->c->arena, plans, plan);
}

/* The legends of a scale that stand in the view's cell: one for each owner. */
static void plan_scale(bd_view *view, bd_scale_use *use, bd_legend_plans *plans)
{
	bd_arena *arena = view->c->arena;
	for (size_t i = 0; i < use->unit_count; i++) {
		bd_view *owner = legend_owner(use->units[i], use);
		bool met = false;
		for (size_t k = 0; k < i; k++)
			met |= legend_owner(use->units[k], use) == owner;
		if (met || home_of(owner) != view)
			continue;
		bd_scale_use *own = BD_NEW(arena, bd_scale_use);
		*own = *use;
		own->units = BD_ARRAY(arena, use->unit_count, bd_view *);
		own->unit_count = 0;
		for (size_t k = i; k < use->unit_count; k++)
			if (legend_owner(use->units[k], use) == owner)
				own->units[own->unit_count++] = use->units[k];
		add_plan(own, owner, plans);
	}
}

/* Plans of the view's scales, and of those from above that its units show in legends of their own.
 */
static bd_legend_plans plan_all(bd_view *view)
{
	bd_legend_plans plans = { 0 };
	bool plotted = view->kind == BD_VIEW_UNIT || view->kind == BD_VIEW_LAYER;
	bd_view_list units = bd_view_units(view);
	for (size_t i = 0; i < sizeof legend_channels / sizeof legend_channels[0]; i++) {
		bd_channel channel = legend_channels[i];
		bd_scale_use *own = view->owned[channel];
		if (own)
			plan_scale(view, own, &plans);
		for (size_t k = 0; plotted && k < units.count; k++) {
			bd_scale_use *use = units.items[k]->uses[channel];
			bool met = use == own;
			for (size_t n = 0; n < k; n++)
				met |= units.items[n]->uses[channel] == use;
			if (use && !met)
				plan_scale(view, use, &plans);
		}
	}
	return plans;
}

bd_legend_plans bd_legends_plan(bd_view *view)
{
	bd_legend_plans plans = plan_all(view), ordered = { 0 };
	/* The view's own, then those of its parts. */
	for (int own = 1; own >= 0; own--)
		for (size_t i = 0; i < plans.count; i++) {
			bd_legend_plan *plan = &plans.items[i];
			if ((plan->owner == view) != own || plan->state.off)
				continue;
			plan->type = type_of(plan);
			plan->vertical =
				bd_legend_is_vertical(&plan->guide, plan->type != BD_LEGEND_SYMBOL);
			bd_push(view->c->arena, &ordered, *plan);
		}
	return ordered;
}
