/* axis_title.c - an axis' title, beyond whatever its ticks and labels reach (axis_parts.h). */
#include "base/str.h"
#include "chart/guides/axis_parts.h"

#include <math.h>

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
			all = bd_rect_union(all, bd_guide_text_cover(&axis->labels.items[i]));
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
	if (!is_x || far) /* further lines come between the first and the axis */
		reach += bd_guide_text_height(title) - title->font.size;
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
	title->align = bd_text_align_find(bd_guide_string(plan, "titleAlign", NULL), title->align);
	title->baseline = bd_text_baseline_find(bd_guide_string(plan, "titleBaseline", NULL),
						title->baseline);
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
		title.width = bd_guide_text_measure(plan->view->c, &title);
		axis->title = title;
		bounds = bd_rect_union(bounds, bd_guide_text_cover(&title));
	}
	bounds.x += axis->x;
	bounds.y += axis->y;
	axis->bounds = bounds;
}
