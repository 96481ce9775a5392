/* axis.c - an axis as items: its line, ticks, grid, labels and title. By Vega's and Vega-Lite's
 * documentation of axes (axis.h). */
#include "base/str.h"
#include "chart/encode/encode.h"
#include "chart/encode/props.h"
#include "chart/guides/axis_parts.h"

#include <math.h>

static bd_guide_line line_of(const bd_guide_plan *plan, const char *prefix, bd_value datum,
			     const char *color)
{
	bd_arena *arena = plan->view->c->arena;
	bd_guide_line line = { .opacity = 1 };
	const bd_json *said =
		bd_guide_property_for(plan, bd_printf(arena, "%sColor", prefix), datum);
	bd_paint paint = bd_chart_paint(plan->view, said);
	line.color = paint.kind == BD_PAINT_SOLID ? paint.color : BD_TRANSPARENT;
	if (!said)
		bd_color_parse(color, &line.color);
	line.width = bd_json_number(
		bd_guide_property_for(plan, bd_printf(arena, "%sWidth", prefix), datum), 1);
	line.opacity = bd_json_number(
		bd_guide_property_for(plan, bd_printf(arena, "%sOpacity", prefix), datum), 1);
	const bd_json *dash =
		bd_guide_property_for(plan, bd_printf(arena, "%sDash", prefix), datum);
	if (bd_json_is(dash, BD_JSON_ARRAY) && dash->count) {
		double *lengths = BD_ARRAY(plan->view->c->env->arena, dash->count, double);
		for (size_t i = 0; i < dash->count; i++)
			lengths[i] = bd_json_number(dash->items[i], 0);
		line.dash = (bd_dash){ lengths, dash->count };
	}
	line.dash_offset = bd_json_number(
		bd_guide_property_for(plan, bd_printf(arena, "%sDashOffset", prefix), datum), 0);
	line.cap = bd_cap_find(bd_json_string(
		bd_guide_property_for(plan, bd_printf(arena, "%sCap", prefix), datum), NULL));
	return line;
}

static void make_ticks(bd_axis_build *b, const double *places, size_t count)
{
	const bd_guide_plan *plan = b->plan;
	bd_arena *arena = plan->view->c->env->arena;
	for (size_t i = 0; i < count; i++) {
		if (isnan(places[i]))
			continue;
		bd_value tick = b->ticks[count > b->tick_count && i ? i - 1 : i];
		bd_value datum = bd_guide_datum(arena, tick, "", i, b->tick_count);
		bd_guide_line line = line_of(plan, "tick", datum, "#888");
		double size = bd_json_number(bd_guide_property_for(plan, "tickSize", datum), 5) *
			      (b->is_x == b->far ? -1 : 1);
		line.x = line.x2 = b->is_x ? places[i] : 0;
		line.y = line.y2 = b->is_x ? 0 : places[i];
		*(b->is_x ? &line.y2 : &line.x2) = size;
		bd_push(arena, &b->axis->ticks, line);
	}
}

static void make_grid(bd_axis_build *b, const double *places, size_t count)
{
	bd_arena *arena = b->plan->view->c->env->arena;
	for (size_t i = 0; i < count; i++) {
		if (isnan(places[i]))
			continue;
		bd_value tick = b->ticks[count > b->tick_count && i ? i - 1 : i];
		bd_guide_line line = line_of(
			b->plan, "grid", bd_guide_datum(arena, tick, "", i, b->tick_count), "#ddd");
		/* From the axis' line across the plot. */
		line.x = line.x2 = b->is_x ? places[i] : 0;
		line.y = line.y2 = b->is_x ? 0 : places[i];
		if (b->is_x)
			line.y2 = b->far ? b->height : -b->height;
		else
			line.x2 = b->far ? -b->width : b->width;
		bd_push(arena, &b->axis->grid, line);
	}
}

static void make_domain(bd_axis_build *b)
{
	const bd_guide_plan *plan = b->plan;
	bd_guide_line line = line_of(plan, "domain", bd_v_null(), "#888");
	double from = bd_scale_range_start(plan->use->scale);
	double to = bd_scale_range_end(plan->use->scale);
	if (isnan(from) || isnan(to) || !bd_guide_bool(plan, "domain", true))
		return;
	*(b->is_x ? &line.x : &line.y) = fmin(from, to);
	*(b->is_x ? &line.x2 : &line.y2) = fmax(from, to);
	b->axis->domain = line;
	b->axis->has_domain = true;
}

static bool shows_grid(const bd_guide_plan *plan)
{
	const bd_json *said = bd_guide_said(plan, "grid");
	if (!said && plan->later)
		return false;
	if (!said)
		said = bd_guide_property(plan, "grid");
	if (said)
		return bd_json_bool(said, false);
	return !bd_scale_type_is_discrete(plan->use->type) && plan->def->bin == BD_BIN_NONE &&
	       bd_channel_def_has_field(plan->def);
}

/* Sets x, y: at its side of the plot, its offset and position counted in. */
static void stand(const bd_guide_plan *plan, bd_axis_items *axis, double width, double height)
{
	double offset = bd_guide_number(plan, "offset", 0);
	double position = bd_guide_number(plan, "position", 0);
	if (bd_streq(plan->orient, "left") || bd_streq(plan->orient, "right")) {
		bool right = bd_streq(plan->orient, "right");
		axis->x = right ? width - position + offset : position - offset;
		if (right && position)
			axis->x = width + position + offset;
	} else {
		bool top = bd_streq(plan->orient, "top");
		axis->y = top ? position - offset : height + position + offset;
	}
}

static bool is_above(const bd_guide_plan *plan)
{
	const bd_json *said = bd_guide_property(plan, "zindex");
	if (said)
		return bd_json_number(said, 0) > 0;
	return bd_streq(plan->view->mark_type, "rect") && bd_channel_def_is_discrete(plan->def);
}

bd_axis_items *bd_axis_make(const bd_guide_plan *plan, double width, double height, bool grid,
			    bool main)
{
	bd_arena *arena = plan->view->c->env->arena;
	bd_axis_build b = { .plan = plan, .width = width, .height = height };
	b.axis = bd_axis_items_new(arena, bd_strdup(arena, plan->orient));
	b.is_x = plan->channel == CH_X;
	b.far = bd_streq(plan->orient, "top") || bd_streq(plan->orient, "right");
	b.length = b.is_x ? width : height;
	b.axis->translate = bd_guide_number(plan, "translate", 0.5);
	b.axis->above = is_above(plan);
	bd_axis_find_ticks(&b);
	bd_axis_thin(&b, main);
	double *places = BD_ARRAY(arena, b.tick_count + 1, double);
	size_t count = bd_axis_tick_places(&b, places);
	stand(plan, b.axis, width, height);
	if (grid && shows_grid(plan))
		make_grid(&b, places, count);
	if (!main)
		return b.axis;
	if (bd_guide_bool(plan, "ticks", true))
		make_ticks(&b, places, count);
	bd_axis_labels(&b);
	make_domain(&b);
	bd_axis_title(plan, b.axis, width, height);
	return b.axis;
}
