/* title.c - a view's title and subtitle (guide.h). */
#include "base/number.h"
#include "base/str.h"
#include "chart/encode/encode.h"
#include "chart/encode/props.h"
#include "chart/guides/guide.h"

#include <math.h>

static bd_text_align anchor_of(const char *anchor)
{
	return bd_streq(anchor, "start") ? BD_TEXT_LEFT
	       : bd_streq(anchor, "end") ? BD_TEXT_RIGHT
					 : BD_TEXT_CENTER;
}

/* Titles of charts stand over the middle of what they name; of charts in a concat or facet, at its
 * start. */
static const char *default_anchor(const bd_view *view)
{
	if (view->kind == BD_VIEW_CONCAT || view->kind == BD_VIEW_FACET)
		return "start";
	return "middle";
}

static bd_guide_text text_of(const bd_guide_plan *plan, const char *style, const char *prefix,
			     const bd_json *said)
{
	bd_guide_text text = bd_guide_text_new(plan, style, prefix);
	text.text = bd_title_text(plan->view, said);
	text.baseline = BD_BASELINE_ALPHABETIC;
	return text;
}

/* "title" reads fontSize and color, "subtitle" subtitleFontSize and subtitleColor. */
static bd_guide_text title_style(const bd_guide_plan *plan, const bd_json *said)
{
	bd_guide_text text = text_of(plan, "group-title", "", said);
	text.font.size = bd_guide_number(plan, "fontSize", text.font.size);
	const bd_json *weight = bd_guide_property(plan, "fontWeight");
	if (weight)
		text.font.weight = bd_font_weight_of(weight);
	text.font.family = bd_guide_string(plan, "font", text.font.family);
	text.font.italic = bd_is_italic(bd_guide_string(plan, "fontStyle", ""));
	if (bd_guide_property(plan, "color"))
		text.color = bd_guide_color(plan, "color", "#000");
	text.limit = bd_guide_number(plan, "limit", 0);
	text.line_height = bd_guide_number(plan, "lineHeight", text.line_height);
	return text;
}

/* Where the title starts, along its side: on the plot's own (frame "group", as titles in the middle
 * of one plot have it) or on all that the chart covers; titles at the left read upwards. */
static double along_of(const bd_guide_plan *plan, const bd_cell *cell, const char *anchor, int turn)
{
	bd_rect b = cell->bounds;
	bool plot = plan->view->kind == BD_VIEW_UNIT || plan->view->kind == BD_VIEW_LAYER;
	const char *frame = plot && bd_streq(anchor, "middle") ? "group" : "bounds";
	bool group = bd_streq(bd_guide_string(plan, "frame", frame), "group") && cell->width > 0;
	double from = turn ? b.y : b.x, span = turn ? b.height : b.width;
	if (group) {
		from = 0;
		span = turn ? cell->height : cell->width;
	}
	double share = bd_streq(anchor, "start") ? 0 : bd_streq(anchor, "end") ? 1 : 0.5;
	return from + span * (turn < 0 ? 1 - share : share);
}

/* From the chart's edge: the title, farther out, and the subtitle between the two; at the right and
 * below the subtitle is the farther one. */
static void stand(const bd_guide_plan *plan, const bd_cell *cell, const char *orient, double along,
		  int turn, bd_title_items *items)
{
	bd_rect b = cell->bounds, own = bd_guide_text_cover(&items->title), both = own;
	bd_guide_text *title = &items->title, *subtitle = &items->subtitle;
	double offset = bd_guide_number(plan, "offset", 4);
	double under =
		(turn ? own.width : own.height) + bd_guide_number(plan, "subtitlePadding", 3);
	*(turn ? &subtitle->x : &subtitle->y) = turn > 0 ? -under : under;
	if (subtitle->text)
		both = bd_rect_union(both, bd_guide_text_cover(subtitle));
	double x = along, y = along;
	if (turn < 0)
		x = b.x - both.width - offset;
	else if (turn > 0)
		x = b.x + b.width + both.width + offset;
	else if (bd_streq(orient, "bottom"))
		y = b.y + b.height + offset;
	else
		y = b.y - both.height - offset;
	title->x = x;
	title->y = y;
	subtitle->x += x;
	subtitle->y += y;
}

static void move_by_angle(bd_guide_text *text, double dx, double dy)
{
	double angle = text->angle * M_PI / 180;
	text->x += dx * cos(angle) - dy * sin(angle);
	text->y += dx * sin(angle) + dy * cos(angle);
}

static void place(const bd_guide_plan *plan, bd_cell *cell, bd_title_items *items)
{
	const char *orient = bd_guide_string(plan, "orient", "top");
	const char *anchor = bd_guide_string(plan, "anchor", default_anchor(plan->view));
	int turn = bd_streq(orient, "left") ? -1 : bd_streq(orient, "right") ? 1 : 0;
	bd_guide_text *texts[] = { &items->title, &items->subtitle };
	for (int i = 0; i < 2; i++) {
		texts[i]->align =
			bd_text_align_find(bd_guide_string(plan, "align", NULL), anchor_of(anchor));
		texts[i]->baseline = bd_text_baseline_find(bd_guide_string(plan, "baseline", NULL),
							   BD_BASELINE_TOP);
		texts[i]->angle = bd_guide_number(plan, "angle", 90 * turn);
	}
	stand(plan, cell, orient, along_of(plan, cell, anchor, turn), turn, items);
	for (int i = 0; i < 2; i++)
		move_by_angle(texts[i], bd_guide_number(plan, "dx", 0),
			      bd_guide_number(plan, "dy", 0));
	items->bounds = bd_guide_text_cover(&items->title);
	if (items->subtitle.text)
		items->bounds = bd_rect_union(items->bounds, bd_guide_text_cover(&items->subtitle));
}

void bd_title_make(bd_view *view, bd_cell *cell)
{
	const bd_json *said = bd_chart_resolve(view, bd_json_get(view->spec, "title"));
	const bd_json *text = bd_json_is(said, BD_JSON_OBJECT) ? bd_json_get(said, "text") : said;
	if (!text || text->kind == BD_JSON_NULL)
		return;
	bd_guide_plan plan = { .view = view };
	if (bd_json_is(said, BD_JSON_OBJECT))
		plan.said[plan.said_count++] = said;
	plan.configs[plan.config_count++] = "title";
	bd_title_items items = { .title = title_style(&plan, text) };
	if (!items.title.text)
		return;
	items.title.width = bd_guide_text_measure(view->c, &items.title);
	const bd_json *subtitle = bd_guide_property(&plan, "subtitle");
	if (subtitle) {
		items.subtitle = text_of(&plan, "group-subtitle", "subtitle", subtitle);
		items.subtitle.width = bd_guide_text_measure(view->c, &items.subtitle);
	}
	place(&plan, cell, &items);
	cell->title = items;
	cell->bounds = bd_rect_union(cell->bounds, items.bounds);
}
