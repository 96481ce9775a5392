/* header_place.c - where the labels and titles of a facet's headers stand (headers.h).
 *
 * A text is set by its align, baseline and angle, and is then moved as a whole until its nearest
 * edge is at its distance from the cells: so no setting puts it over them. */
#include "base/str.h"
#include "chart/guides/headers.h"

#include <math.h>

typedef struct header_setting {
	const bd_guide_plan *plan;
	const char *prefix; /* "label" or "title" */
	const char *side;
	bool is_row;
	double angle;
	const char *anchor;
} header_setting;

static const char *name_of(const header_setting *s, const char *property)
{
	return bd_printf(s->plan->view->c->arena, "%s%s", s->prefix, property);
}

static bool is_upright(double angle)
{
	return fabs(fmod(angle, 180)) < 45 || fabs(fmod(angle, 180)) > 135;
}

static bd_text_align align_of(const header_setting *s)
{
	bd_text_align otherwise = bd_streq(s->anchor, "start")          ? BD_TEXT_LEFT
				  : bd_streq(s->anchor, "end")          ? BD_TEXT_RIGHT
				  : !s->is_row || !is_upright(s->angle) ? BD_TEXT_CENTER
				  : bd_streq(s->side, "left")           ? BD_TEXT_RIGHT
									: BD_TEXT_LEFT;
	return bd_text_align_find(bd_guide_string(s->plan, name_of(s, "Align"), NULL), otherwise);
}

static bd_text_baseline baseline_of(const header_setting *s)
{
	bool middle = s->is_row && is_upright(s->angle);
	return bd_text_baseline_find(bd_guide_string(s->plan, name_of(s, "Baseline"), NULL),
				     middle ? BD_BASELINE_MIDDLE : BD_BASELINE_BOTTOM);
}

/* Along the cells: "start" is the left, and the lower end of what reads upwards. */
static double along(const header_setting *s, double from, double length)
{
	bool upwards = bd_streq(s->side, "left");
	double share = bd_streq(s->anchor, "start") ? 0 : bd_streq(s->anchor, "end") ? 1 : 0.5;
	return from + length * (upwards ? 1 - share : share);
}

void bd_facet_text_place(const bd_guide_plan *plan, const char *prefix, bd_guide_text *text,
			 const char *side, bd_rect cells, double away)
{
	header_setting s = { .plan = plan, .prefix = prefix, .side = side };
	bool left = bd_streq(side, "left"), right = bd_streq(side, "right");
	s.is_row = left || right;
	s.angle = bd_guide_number(plan, name_of(&s, "Angle"), left ? -90 : right ? 90 : 0);
	s.anchor = bd_guide_string(plan, name_of(&s, "Anchor"), "middle");
	text->angle = s.angle;
	text->align = align_of(&s);
	text->baseline = baseline_of(&s);
	text->x = s.is_row ? 0 : along(&s, cells.x, cells.width);
	text->y = s.is_row ? along(&s, cells.y, cells.height) : 0;
	bd_rect cover = bd_guide_text_cover(text);
	if (left)
		text->x += cells.x - away - (cover.x + cover.width);
	else if (right)
		text->x += cells.x + cells.width + away - cover.x;
	else if (bd_streq(side, "bottom"))
		text->y += cells.y + cells.height + away - cover.y;
	else
		text->y += cells.y - away - (cover.y + cover.height);
}
