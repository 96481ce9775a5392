/* axis_labels.c - what an axis' labels say, and how they stand beside their ticks (axis_parts.h).
 */
#include "base/number.h"
#include "base/str.h"
#include "chart/encode/format.h"
#include "chart/encode/props.h"
#include "chart/guides/axis_parts.h"

#include <math.h>

static const char *plain_label(const bd_axis_build *b, bd_value tick)
{
	const bd_guide_plan *plan = b->plan;
	bd_view *view = plan->view;
	bd_arena *arena = view->c->env->arena;
	const bd_json *from = bd_guide_format_source(plan);
	const bd_channel_def *def = plan->def;
	bool discrete = bd_scale_type_is_discrete(plan->use->type);
	bool time = bd_is_time_field(def, from);
	if (discrete && (time || bd_json_get(from, "format") || def->bin == BD_BIN_PARAMS ||
			 def->type == BD_QUANTITATIVE)) {
		bd_channel_def as = *def;
		const bd_json *said = bd_json_get(from, "format");
		if (time && (bd_json_is(said, BD_JSON_OBJECT) || (!said && !def->unit)))
			return bd_format_time_multi(arena, view->c->locale,
						    bd_time_formats_of(view, from),
						    bd_value_to_number(tick));
		if (def->bin == BD_BIN_PARAMS)
			as.type = BD_QUANTITATIVE;
		return bd_format_field(view, arena, &as, from, tick);
	}
	if (discrete)
		return bd_plain_label(arena, tick);
	bd_label_format format = { .scale = plan->use->scale,
				   .locale = view->c->locale,
				   .tick_count = b->count,
				   .min_step = b->whole ? b->min_step : 0 };
	if (time || bd_scale_type_is_time(plan->use->type)) {
		format.format = bd_time_format_of(view, def, from);
		format.formats = bd_time_formats_of(view, from);
		format.type = BD_FORMAT_TIME;
	} else {
		format.format = bd_number_format_of(view, def, from);
		/* a poster's language would part the thousands of 2023 */
		if (!format.format && view->c->in_poster && def->name &&
		    bd_name_says_year(def->name) && bd_number_may_be_year(bd_value_to_number(tick)))
			format.format = "d";
	}
	return bd_scale_label(arena, &format, tick);
}

/* labelExpr sees the label as Vega made it. */
static const char *label_of(const bd_axis_build *b, size_t i, const bd_expr *expr)
{
	bd_arena *arena = b->plan->view->c->env->arena;
	const char *label = plain_label(b, b->ticks[i]);
	if (!expr)
		return label;
	bd_value datum = bd_guide_datum(arena, b->ticks[i], label, i, b->tick_count);
	bd_value said = bd_expr_eval(expr, arena, datum);
	return bd_value_is_missing(said) ? "" : bd_plain_label(arena, said);
}

/* Text of a discrete x axis stands upright on its side, lest labels run into each other. */
static double label_angle(const bd_axis_build *b)
{
	const bd_channel_def *def = b->plan->def;
	const bd_json *said = bd_guide_property(b->plan, "labelAngle");
	if (said)
		return fmod(fmod(bd_json_number(said, 0), 360) + 360, 360);
	bool words = def->type == BD_NOMINAL || def->type == BD_ORDINAL;
	return b->is_x && words && !def->unit ? 270 : 0;
}

static void stand_on_x(double angle, bool far, bd_guide_text *label)
{
	bd_text_baseline near_side = far ? BD_BASELINE_BOTTOM : BD_BASELINE_TOP;
	bd_text_baseline far_side = far ? BD_BASELINE_TOP : BD_BASELINE_BOTTOM;
	label->align = BD_TEXT_CENTER;
	label->baseline = BD_BASELINE_MIDDLE;
	if (angle <= 45 || angle >= 315)
		label->baseline = near_side;
	else if (angle >= 135 && angle <= 225)
		label->baseline = far_side;
	if (angle > 0 && angle < 180)
		label->align = far ? BD_TEXT_RIGHT : BD_TEXT_LEFT;
	else if (angle > 180)
		label->align = far ? BD_TEXT_LEFT : BD_TEXT_RIGHT;
}

static void stand_on_y(double angle, bool far, bd_guide_text *label)
{
	label->align = far ? BD_TEXT_LEFT : BD_TEXT_RIGHT;
	label->baseline = BD_BASELINE_MIDDLE;
	if (angle > 45 && angle < 135)
		label->baseline = far ? BD_BASELINE_BOTTOM : BD_BASELINE_TOP;
	else if (angle > 225 && angle < 315)
		label->baseline = far ? BD_BASELINE_TOP : BD_BASELINE_BOTTOM;
	if (angle == 90 || angle == 270)
		label->align = BD_TEXT_CENTER;
	else if (angle > 90 && angle < 270)
		label->align = far ? BD_TEXT_RIGHT : BD_TEXT_LEFT;
}

/* Alignment and baseline, by side and angle. */
static void stand(const bd_guide_plan *plan, bool is_x, bool far, bd_guide_text *label)
{
	if (is_x)
		stand_on_x(label->angle, far, label);
	else
		stand_on_y(label->angle, far, label);
	label->align = bd_text_align_find(bd_guide_string(plan, "labelAlign", NULL), label->align);
	label->baseline = bd_text_baseline_find(bd_guide_string(plan, "labelBaseline", NULL),
						label->baseline);
}

/* What conditions on a label's value say of its colour, weight and so on. */
static void apply_conditions(const bd_guide_plan *plan, bd_value datum, bd_guide_text *label)
{
	const bd_json *color = bd_guide_property_for(plan, "labelColor", datum);
	if (color) {
		bd_paint paint = bd_chart_paint(plan->view, color);
		label->color = paint.kind == BD_PAINT_SOLID ? paint.color : BD_TRANSPARENT;
	}
	const bd_json *weight = bd_guide_property_for(plan, "labelFontWeight", datum);
	if (weight)
		label->font.weight = bd_font_weight_of(weight);
	const bd_json *style = bd_guide_property_for(plan, "labelFontStyle", datum);
	if (style)
		label->font.italic = bd_is_italic(bd_json_string(style, ""));
	const bd_json *font = bd_guide_property_for(plan, "labelFont", datum);
	if (font)
		label->font.family =
			bd_strdup(plan->view->c->env->arena, bd_json_string(font, "sans-serif"));
	label->font.size = bd_json_number(bd_guide_property_for(plan, "labelFontSize", datum),
					  label->font.size);
	label->opacity =
		bd_json_number(bd_guide_property_for(plan, "labelOpacity", datum), label->opacity);
	label->align = bd_text_align_find(
		bd_json_string(bd_guide_property_for(plan, "labelAlign", datum), NULL),
		label->align);
	label->baseline = bd_text_baseline_find(
		bd_json_string(bd_guide_property_for(plan, "labelBaseline", datum), NULL),
		label->baseline);
}

/* Labels stand in the middle of a band, wherever its ticks do. */
static double label_position(const bd_axis_build *b, bd_value tick)
{
	const bd_scale *scale = b->plan->use->scale;
	return bd_scale_number(scale, tick) + 0.5 * bd_scale_bandwidth(scale) + b->offset;
}

static double label_number(const bd_guide_plan *plan, const char *name, bd_value datum,
			   double otherwise)
{
	return bd_json_number(bd_guide_property_for(plan, name, datum), otherwise);
}

void bd_axis_labels(bd_axis_build *b)
{
	const bd_guide_plan *plan = b->plan;
	bd_compiler *c = plan->view->c;
	bd_arena *arena = c->env->arena;
	if (!bd_guide_bool(plan, "labels", true))
		return;
	const bd_json *text = bd_guide_property(plan, "labelExpr");
	const bd_expr *expr = NULL;
	if (bd_json_is(text, BD_JSON_STRING))
		expr = bd_expr_parse(c->env, text->string, &text->place, &c->names);
	bd_guide_text style = bd_guide_text_new(plan, "guide-label", "label");
	style.angle = label_angle(b);
	stand(plan, b->is_x, b->far, &style);
	bool ticks = bd_guide_bool(plan, "ticks", true);
	for (size_t i = 0; i < b->tick_count; i++) {
		bd_guide_text label = style;
		double along = label_position(b, b->ticks[i]);
		if (isnan(along))
			continue;
		label.text = label_of(b, i, expr);
		bd_value datum = bd_guide_datum(arena, b->ticks[i], label.text, i, b->tick_count);
		along += label_number(plan, "labelOffset", datum, 0);
		double size = ticks ? label_number(plan, "tickSize", datum, 5) : 0;
		double away = fmax(size, 0) + label_number(plan, "labelPadding", datum, 2);
		label.x = b->is_x ? along : b->far ? away : -away;
		label.y = !b->is_x ? along : b->far ? -away : away;
		apply_conditions(plan, datum, &label);
		label.width = bd_guide_text_measure(c, &label);
		bd_push(arena, &b->axis->labels, label);
	}
	bd_axis_hide_overlaps(plan, b->axis, b->is_x, b->length, b->crowded);
	/* the tick more has a label, though an empty one */
	if (b->tick_count && b->extra) {
		bd_guide_text label = style;
		label.text = "";
		label.hidden = true;
		bd_push(arena, &b->axis->labels, label);
	}
}
