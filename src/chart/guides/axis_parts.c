/* axis_parts.c - where an axis stands, how its labels are aligned and thinned out, and its title
 * (axis_parts.h). */
#include "chart/guides/axis_parts.h"
#include "base/number.h"
#include "base/str.h"
#include "chart/encode/encode.h"
#include "chart/encode/props.h"

#include <math.h>

void bd_axis_stand(const bd_guide_plan *plan, bd_axis_items *axis, double width, double height)
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

static bd_text_align align_word(const char *word, bd_text_align otherwise)
{
	return bd_streq(word, "left")     ? BD_TEXT_LEFT
	       : bd_streq(word, "right")  ? BD_TEXT_RIGHT
	       : bd_streq(word, "center") ? BD_TEXT_CENTER
					  : otherwise;
}

static bd_text_baseline baseline_word(const char *word, bd_text_baseline otherwise)
{
	return bd_streq(word, "top")           ? BD_BASELINE_TOP
	       : bd_streq(word, "middle")      ? BD_BASELINE_MIDDLE
	       : bd_streq(word, "bottom")      ? BD_BASELINE_BOTTOM
	       : bd_streq(word, "alphabetic")  ? BD_BASELINE_ALPHABETIC
	       : bd_streq(word, "line-top")    ? BD_BASELINE_LINE_TOP
	       : bd_streq(word, "line-bottom") ? BD_BASELINE_LINE_BOTTOM
					       : otherwise;
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

void bd_label_stand(const bd_guide_plan *plan, bool is_x, bool far, bd_guide_text *label)
{
	if (is_x)
		stand_on_x(label->angle, far, label);
	else
		stand_on_y(label->angle, far, label);
	label->align = align_word(bd_guide_string(plan, "labelAlign", NULL), label->align);
	label->baseline =
		baseline_word(bd_guide_string(plan, "labelBaseline", NULL), label->baseline);
}

bd_value bd_tick_datum(bd_arena *arena, bd_value tick, const char *label, size_t index,
		       size_t count)
{
	bd_value_member *members = BD_ARRAY(arena, 3, bd_value_member);
	members[0] = (bd_value_member){ "value", tick };
	members[1] = (bd_value_member){ "label", bd_v_string(label ? label : "") };
	members[2] = (bd_value_member){
		"index", bd_v_number(count > 1 ? (double)index / (double)(count - 1) : 0)
	};
	return (bd_value){ .kind = BD_V_OBJECT, .length = 3, .members = members };
}

void bd_label_conditions(const bd_guide_plan *plan, bd_value datum, bd_guide_text *label)
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
	label->align =
		align_word(bd_json_string(bd_guide_property_for(plan, "labelAlign", datum), NULL),
			   label->align);
	label->baseline = baseline_word(
		bd_json_string(bd_guide_property_for(plan, "labelBaseline", datum), NULL),
		label->baseline);
}

/* --- overlaps --- */

/* What a label covers, angle counted in. */
static bd_rect cover_of(const bd_guide_text *label)
{
	double w = label->width, h = bd_text_height(label);
	double x = label->align == BD_TEXT_LEFT ? 0 : label->align == BD_TEXT_RIGHT ? -w : -w / 2;
	double line = label->line_height > 0 ? label->line_height : label->font.size + 2;
	double y = bd_baseline_offset(label->baseline, label->font.size, line) -
		   bd_text_rise(label->font.size);
	bd_matrix turn = bd_matrix_multiply(bd_matrix_translate(label->x, label->y),
					    bd_matrix_rotate(label->angle));
	bd_rect all = { 0 };
	for (int i = 0; i < 4; i++) {
		bd_point p = bd_matrix_apply(
			turn, (bd_point){ x + (i & 1 ? w : 0), y + (i & 2 ? h : 0) });
		double right = i ? fmax(all.x + all.width, p.x) : p.x;
		double bottom = i ? fmax(all.y + all.height, p.y) : p.y;
		all.x = i ? fmin(all.x, p.x) : p.x;
		all.y = i ? fmin(all.y, p.y) : p.y;
		all.width = right - all.x;
		all.height = bottom - all.y;
	}
	return all;
}

bd_rect bd_label_cover(const bd_guide_text *label)
{
	return cover_of(label);
}

static bool collide(const bd_guide_text *a, const bd_guide_text *b, double apart)
{
	bd_rect p = cover_of(a), q = cover_of(b);
	return p.x < q.x + q.width + apart && q.x < p.x + p.width + apart &&
	       p.y < q.y + q.height + apart && q.y < p.y + p.height + apart;
}

static bool any_collide(const bd_axis_items *axis, double apart)
{
	const bd_guide_text *last = NULL;
	for (size_t i = 0; i < axis->labels.count; i++) {
		const bd_guide_text *label = &axis->labels.items[i];
		if (label->hidden || !label->text[0])
			continue;
		if (last && collide(last, label, apart))
			return true;
		last = label;
	}
	return false;
}

/* Where no more than two are left, the second is the last of all: both ends are then named. */
static void keep_last(bd_axis_items *axis)
{
	bd_guide_text *shown[3] = { NULL }, *last = NULL;
	size_t count = 0;
	for (size_t i = 0; i < axis->labels.count; i++) {
		bd_guide_text *label = &axis->labels.items[i];
		if (!label->text[0])
			continue;
		last = label;
		if (!label->hidden && count < 3)
			shown[count++] = label;
	}
	if (!last || !last->hidden || count >= 3)
		return;
	if (count > 1)
		shown[count - 1]->hidden = true;
	last->hidden = false;
}

/* Every second of the labels that are left, until none overlap. */
static void thin_out(bd_axis_items *axis, double apart)
{
	size_t left = 0;
	for (size_t i = 0; i < axis->labels.count; i++)
		left += axis->labels.items[i].text[0] != 0;
	while (left >= 3 && any_collide(axis, apart)) {
		size_t index = 0;
		left = 0;
		for (size_t i = 0; i < axis->labels.count; i++) {
			bd_guide_text *label = &axis->labels.items[i];
			if (label->hidden || !label->text[0])
				continue;
			label->hidden = index++ % 2 == 1;
			left += !label->hidden;
		}
	}
}

static void drop_greedily(bd_axis_items *axis, double apart)
{
	const bd_guide_text *last = NULL;
	for (size_t i = 0; i < axis->labels.count; i++) {
		bd_guide_text *label = &axis->labels.items[i];
		label->hidden = last && label->text[0] && collide(last, label, apart);
		if (!label->hidden && label->text[0])
			last = label;
	}
}

static bool any_hidden(const bd_axis_items *axis)
{
	for (size_t i = 0; i < axis->labels.count; i++)
		if (axis->labels.items[i].hidden)
			return true;
	return false;
}

static const char *overlap_method(const bd_guide_plan *plan)
{
	const bd_json *said = bd_guide_property(plan, "labelOverlap");
	const bd_channel_def *def = plan->def;
	if (bd_json_is(said, BD_JSON_STRING))
		return said->string;
	if (said)
		return bd_json_bool(said, false) ? "parity" : NULL;
	bool words = def->type == BD_NOMINAL || def->type == BD_ORDINAL;
	bool by_time = def->unit && !bd_json_is(def->sort, BD_JSON_OBJECT) &&
		       !bd_json_is(def->sort, BD_JSON_ARRAY);
	if (words && !by_time)
		return NULL;
	return plan->use->type == BD_SCALE_LOG || plan->use->type == BD_SCALE_SYMLOG ? "greedy"
										     : "parity";
}

/* Labels at the very ends turn inwards, so as not to stick out. */
static void flush(const bd_guide_plan *plan, bd_axis_items *axis, bool is_x, double length)
{
	const bd_json *said = bd_guide_property(plan, "labelFlush");
	const bd_channel_def *def = plan->def;
	bool by_default = is_x && (def->type == BD_QUANTITATIVE || def->type == BD_TEMPORAL) &&
			  !bd_scale_type_is_discrete(plan->use->type);
	bool on = said ? bd_json_bool(said, bd_json_number(said, -1) >= 0) : by_default;
	double within = bd_json_number(said, 1),
	       outwards = bd_guide_number(plan, "labelFlushOffset", 0);
	for (size_t i = 0; on && i < axis->labels.count; i++) {
		bd_guide_text *label = &axis->labels.items[i];
		double at = is_x ? label->x : label->y;
		bool first = fabs(at) <= within && fabs(at) < fabs(at - length);
		bool last = !first && fabs(at - length) <= within;
		if (label->angle != 0 || (!first && !last))
			continue;
		if (is_x)
			label->align = first ? BD_TEXT_LEFT : BD_TEXT_RIGHT;
		else
			label->baseline = first ? BD_BASELINE_TOP : BD_BASELINE_BOTTOM;
		*(is_x ? &label->x : &label->y) += first ? -outwards : outwards;
	}
}

void bd_axis_hide_overlaps(const bd_guide_plan *plan, bd_axis_items *axis, bool is_x, double length)
{
	const char *method = overlap_method(plan);
	double apart = bd_guide_number(plan, "labelSeparation", 0);
	flush(plan, axis, is_x, length);
	if (method && bd_streq(method, "greedy"))
		drop_greedily(axis, apart);
	else if (method)
		thin_out(axis, apart);
	if (method && any_hidden(axis))
		keep_last(axis);
	const bd_json *bound = bd_guide_property(plan, "labelBound");
	double slack = bd_json_is(bound, BD_JSON_NUMBER) ? bound->number : 1;
	for (size_t i = 0; bound && bd_json_bool(bound, bd_json_is(bound, BD_JSON_NUMBER)) &&
			   i < axis->labels.count;
	     i++) {
		bd_rect r = cover_of(&axis->labels.items[i]);
		double from = is_x ? r.x : r.y, to = from + (is_x ? r.width : r.height);
		axis->labels.items[i].hidden |= from < -slack || to > length + slack;
	}
}

/* --- title and bounds --- */

static bd_rect extent_of(const bd_axis_items *axis)
{
	bd_rect all = { 0 };
	for (size_t i = 0; i < axis->ticks.count; i++) {
		const bd_guide_line *t = &axis->ticks.items[i];
		bd_rect r = { fmin(t->x, t->x2), fmin(t->y, t->y2), fabs(t->x2 - t->x),
			      fabs(t->y2 - t->y) };
		r.width = fmax(r.width, 0.001);
		r.height = fmax(r.height, 0.001);
		all = bd_rect_union(all, r);
	}
	for (size_t i = 0; i < axis->labels.count; i++)
		if (!axis->labels.items[i].hidden)
			all = bd_rect_union(all, cover_of(&axis->labels.items[i]));
	return all;
}

static void place_title(const bd_guide_plan *plan, const bd_axis_items *axis, bool is_x, bool far,
			double length, bd_guide_text *title)
{
	bd_rect extent = extent_of(axis);
	double reach = is_x ? (far ? -extent.y : extent.y + extent.height)
			    : (far ? extent.x + extent.width : -extent.x);
	reach = fmin(fmax(reach, bd_guide_number(plan, "minExtent", 0)),
		     bd_guide_number(plan, "maxExtent", 200));
	reach += bd_guide_number(plan, "titlePadding", 4);
	const char *anchor = bd_guide_string(plan, "titleAnchor", "middle");
	double along = bd_streq(anchor, "start") ? (is_x ? 0 : length)
		       : bd_streq(anchor, "end") ? (is_x ? length : 0)
						 : length / 2;
	title->align = bd_streq(anchor, "start") ? BD_TEXT_LEFT
		       : bd_streq(anchor, "end") ? BD_TEXT_RIGHT
						 : BD_TEXT_CENTER;
	title->angle = is_x ? 0 : far ? 90 : -90;
	if (!is_x && far && title->align != BD_TEXT_CENTER)
		title->align = title->align == BD_TEXT_LEFT ? BD_TEXT_RIGHT : BD_TEXT_LEFT;
	title->baseline = is_x && !far ? BD_BASELINE_TOP : BD_BASELINE_BOTTOM;
	title->x = is_x ? along : far ? reach : -reach;
	title->y = is_x ? (far ? -reach : reach) : along;
	title->x = bd_guide_number(plan, "titleX", title->x);
	title->y = bd_guide_number(plan, "titleY", title->y);
	title->angle = bd_guide_number(plan, "titleAngle", title->angle);
	title->align = align_word(bd_guide_string(plan, "titleAlign", NULL), title->align);
	title->baseline =
		baseline_word(bd_guide_string(plan, "titleBaseline", NULL), title->baseline);
}

void bd_axis_title(const bd_guide_plan *plan, bd_axis_items *axis, double width, double height)
{
	bool is_x = plan->channel == CH_X;
	bool far = bd_streq(plan->orient, "top") || bd_streq(plan->orient, "right");
	bd_rect bounds = extent_of(axis);
	if (plan->title && *plan->title) {
		bd_guide_text title = bd_guide_text_new(plan, "guide-title", "title");
		title.text = plan->title;
		place_title(plan, axis, is_x, far, is_x ? width : height, &title);
		title.width = bd_text_measure(plan->view->c, &title);
		axis->title = title;
		bounds = bd_rect_union(bounds, cover_of(&title));
	}
	bounds.x += axis->x;
	bounds.y += axis->y;
	axis->bounds = bounds;
}

bool bd_axis_is_above(const bd_guide_plan *plan)
{
	const bd_json *said = bd_guide_property(plan, "zindex");
	if (said)
		return bd_json_number(said, 0) > 0;
	return bd_streq(plan->view->mark_type, "rect") && bd_channel_def_is_discrete(plan->def);
}

const bd_json *bd_guide_format_source(const bd_guide_plan *plan)
{
	bd_compiler *c = plan->view->c;
	const bd_json *format = bd_guide_property(plan, "format");
	const bd_json *type = bd_guide_property(plan, "formatType");
	if (!format && !type)
		return NULL;
	const bd_json *object = bd_json_new_object(c->arena, format ? format : type);
	if (format)
		object = bd_json_with(c->arena, object, "format", format);
	if (type)
		object = bd_json_with(c->arena, object, "formatType", type);
	return object;
}
