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
	return text;
}

static void place(const bd_guide_plan *plan, bd_cell *cell, bd_title_items *items)
{
	bd_rect b = cell->bounds;
	const char *anchor = bd_guide_string(plan, "anchor", default_anchor(plan->view));
	bool group = bd_streq(bd_guide_string(plan, "frame", "bounds"), "group") && cell->width > 0;
	double from = group ? 0 : b.x, span = group ? cell->width : b.width;
	double x = bd_streq(anchor, "start") ? from
		   : bd_streq(anchor, "end") ? from + span
					     : from + span / 2;
	double padding = bd_guide_number(plan, "subtitlePadding", 3);
	double y = b.y - bd_guide_number(plan, "offset", 4);
	x += bd_guide_number(plan, "dx", 0);
	items->title.align = items->subtitle.align = anchor_of(anchor);
	items->title.x = items->subtitle.x = x;
	items->subtitle.baseline = items->title.baseline = BD_BASELINE_TOP;
	double height = bd_guide_text_height(&items->title);
	double below = items->subtitle.text ? padding + bd_guide_text_height(&items->subtitle) : 0;
	items->title.y = y - height - below;
	items->subtitle.y = items->title.y + height + padding;
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
