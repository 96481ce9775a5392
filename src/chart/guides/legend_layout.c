/* legend_layout.c - the places of a legend's title, gradient and its labels, and the legend's size,
 * in its own coordinates (legend.h). */
#include "base/str.h"
#include "chart/encode/props.h"
#include "chart/encode/views.h"
#include "chart/guides/legend.h"

#include <math.h>
#include <string.h>

bool bd_legend_is_vertical(const bd_guide_plan *plan, bool gradient)
{
	const char *said = NULL;
	for (size_t i = 0; i < plan->said_count && !said; i++)
		said = bd_chart_string(plan->view, bd_json_get(plan->said[i], "direction"), NULL);
	if (!said)
		said = bd_chart_string(
			plan->view,
			bd_json_find(plan->view->c->config, "legend",
				     gradient ? "gradientDirection" : "symbolDirection", NULL),
			NULL);
	if (said)
		return bd_streq(said, "vertical");
	if (bd_streq(plan->orient, "top") || bd_streq(plan->orient, "bottom"))
		return false;
	return !gradient || !strchr(plan->orient, '-'); /* in a corner */
}

double bd_legend_gradient_length(const bd_legend_plan *plan)
{
	const bd_guide_plan *guide = &plan->guide;
	for (size_t i = 0; i < guide->said_count; i++)
		if (bd_json_get(guide->said[i], "gradientLength"))
			return bd_chart_number(guide->view,
					       bd_json_get(guide->said[i], "gradientLength"), 200);
	if (plan->type == BD_LEGEND_DISCRETE)
		return bd_guide_number(guide, "gradientLength", 200);
	const bd_view *plot = bd_view_plot(guide->view);
	double along = plan->vertical ? plot->height : plot->width;
	double least = bd_guide_number(
		guide, plan->vertical ? "gradientVerticalMinLength" : "gradientHorizontalMinLength",
		64);
	double most = bd_guide_number(
		guide, plan->vertical ? "gradientVerticalMaxLength" : "gradientHorizontalMaxLength",
		200);
	if (!plan->vertical && strchr(guide->orient, '-')) /* in a corner */
		return least;
	return fmin(fmax(along, least), most);
}

static void add_labels(const bd_legend_plan *plan, bd_legend_items *legend,
		       const bd_legend_entry *entries, size_t count)
{
	const bd_guide_plan *guide = &plan->guide;
	bd_guide_text style = bd_guide_text_new(guide, "guide-label", "label");
	style.baseline = BD_BASELINE_MIDDLE;
	style.align = BD_TEXT_LEFT;
	if (plan->type == BD_LEGEND_SYMBOL) {
		style.align =
			bd_text_align_find(bd_guide_string(guide, "labelAlign", NULL), style.align);
		style.baseline = bd_text_baseline_find(
			bd_guide_string(guide, "labelBaseline", NULL), style.baseline);
	}
	for (size_t i = 0; i < count; i++) {
		bd_guide_text label = style;
		label.text = entries[i].label;
		label.width = bd_guide_text_measure(guide->view->c, &label);
		bd_push(guide->view->c->env->arena, &legend->labels, label);
	}
}

/* --- gradients --- */

static bd_guide_line border_of(const bd_legend_plan *plan)
{
	const bd_guide_plan *guide = &plan->guide;
	return (bd_guide_line){ .color = bd_guide_color(guide, "gradientStrokeColor", "#ddd"),
				.width = bd_guide_number(guide, "gradientStrokeWidth", 0),
				.opacity = bd_legend_gradient_opacity(plan) };
}

/* Each class from its own value to the next one's. */
static void place_bands(const bd_legend_plan *plan, bd_legend_items *legend,
			const bd_legend_entry *entries, size_t count, double length, double thick)
{
	bd_arena *arena = plan->guide.view->c->env->arena;
	size_t classes = legend->band_paints.count;
	for (size_t i = 0; i < classes; i++) {
		double from = (double)i / (double)classes, to = (double)(i + 1) / (double)classes;
		if (count == classes && isfinite(entries[i].fraction + entries[i].fraction_end)) {
			from = fmin(fmax(entries[i].fraction, 0), 1);
			to = fmin(fmax(entries[i].fraction_end, from), 1);
		}
		double at = length * from, size = length * (to - from);
		bd_push(arena, &legend->bands,
			plan->vertical ? ((bd_rect){ 0, length - at - size, thick, size })
				       : ((bd_rect){ at, 0, size, thick }));
	}
}

/* The ends of the bar are named inside its length. */
static void place_label(bool vertical, double share, double length, double beside,
			bd_guide_text *label)
{
	share = fmin(fmax(share, 0), 1);
	if (vertical) {
		label->x = beside;
		label->y = length * (1 - share);
		label->baseline = share <= 0   ? BD_BASELINE_BOTTOM
				  : share >= 1 ? BD_BASELINE_TOP
					       : BD_BASELINE_MIDDLE;
	} else {
		label->x = length * share;
		label->y = beside;
		label->baseline = BD_BASELINE_TOP;
		label->align = share <= 0   ? BD_TEXT_LEFT
			       : share >= 1 ? BD_TEXT_RIGHT
					    : BD_TEXT_CENTER;
	}
}

/* Where nothing is said, those of uneven classes and of logarithms give way one by one. */
static void hide_overlaps(const bd_guide_plan *guide, bd_legend_items *legend)
{
	const bd_json *overlap = bd_guide_property(guide, "labelOverlap");
	bd_scale_type type = guide->use->type;
	bool uneven = type == BD_SCALE_QUANTILE || type == BD_SCALE_THRESHOLD ||
		      type == BD_SCALE_LOG || type == BD_SCALE_SYMLOG;
	bool said = false;
	for (size_t i = 0; i < guide->said_count; i++)
		said |= bd_json_get(guide->said[i], "labelOverlap") != NULL;
	if (bd_json_is(overlap, BD_JSON_BOOL) && !overlap->boolean)
		return;
	bd_labels_thin_out(legend->labels.items, legend->labels.count,
			   bd_guide_number(guide, "labelSeparation", 0),
			   bd_json_equals_string(overlap, "greedy") || (uneven && !said));
}

static bd_rect place_gradient(const bd_legend_plan *plan, bd_legend_items *legend,
			      const bd_legend_entry *entries)
{
	const bd_guide_plan *guide = &plan->guide;
	double length = bd_legend_gradient_length(plan);
	double thick = bd_guide_number(guide, "gradientThickness", 16), beside = thick;
	beside += bd_guide_number(guide, "gradientLabelOffset", 2);
	for (size_t i = guide->said_count; i-- > 0;)
		if (bd_json_get(guide->said[i], "labelOffset"))
			beside = thick + bd_chart_number(guide->view,
							 bd_json_get(guide->said[i], "labelOffset"),
							 2);
	bd_rect all = plan->vertical ? (bd_rect){ 0, 0, thick, length }
				     : (bd_rect){ 0, 0, length, thick };
	legend->gradient_border = border_of(plan);
	place_bands(plan, legend, entries, legend->labels.count, length, thick);
	if (!legend->bands.count)
		legend->gradient_box = all;
	legend->bar = all;
	for (size_t i = 0; i < legend->labels.count; i++)
		place_label(plan->vertical, entries[i].fraction, length, beside,
			    &legend->labels.items[i]);
	hide_overlaps(guide, legend);
	for (size_t i = 0; i < legend->labels.count; i++)
		if (!legend->labels.items[i].hidden)
			all = bd_rect_union(all, bd_guide_text_cover(&legend->labels.items[i]));
	return all;
}

/* --- title --- */

typedef struct title_side {
	const char *orient; /* of the entries: "top" "left" "right" "bottom" */
	bool beside, turned;
	double share; /* along the entries, by the anchor */
} title_side;

static title_side side_of(const bd_legend_plan *plan)
{
	title_side s = { .orient = bd_guide_string(&plan->guide, "titleOrient", "top") };
	s.beside = bd_streq(s.orient, "left") || bd_streq(s.orient, "right");
	s.turned = s.beside && plan->vertical && plan->type != BD_LEGEND_SYMBOL;
	const char *anchor =
		bd_guide_string(&plan->guide, "titleAnchor", s.beside ? "middle" : "start");
	s.share = bd_streq(anchor, "middle") ? 0.5 : bd_streq(anchor, "end") ? 1 : 0;
	return s;
}

/* Which way the title reads: beside a bar that stands it stands too. */
static void turn_title(const bd_guide_plan *guide, const title_side *s, bd_guide_text *title)
{
	static const bd_text_align aligns[] = { BD_TEXT_LEFT, BD_TEXT_CENTER, BD_TEXT_RIGHT };
	static const bd_text_baseline baselines[] = { BD_BASELINE_TOP, BD_BASELINE_MIDDLE,
						      BD_BASELINE_BOTTOM };
	int step = (int)(s->share * 2);
	bool right = bd_streq(s->orient, "right");
	title->align = s->turned && right ? aligns[step]
		       : s->turned        ? aligns[2 - step]
		       : s->beside        ? BD_TEXT_LEFT
					  : aligns[step];
	title->baseline = s->turned   ? right ? BD_BASELINE_BOTTOM : BD_BASELINE_TOP
			  : s->beside ? baselines[step]
				      : BD_BASELINE_TOP;
	title->angle = s->turned ? right ? 90 : -90 : 0;
	title->align = bd_text_align_find(bd_guide_string(guide, "titleAlign", NULL), title->align);
	title->baseline = bd_text_baseline_find(bd_guide_string(guide, "titleBaseline", NULL),
						title->baseline);
}

static void move_entries(bd_legend_items *legend, double x, double y)
{
	for (size_t i = 0; i < legend->labels.count; i++) {
		legend->labels.items[i].x += x;
		legend->labels.items[i].y += y;
	}
	for (size_t i = 0; i < legend->symbols.count; i++) {
		legend->symbols.items[i].x += x;
		legend->symbols.items[i].y += y;
		legend->symbols.items[i].clip.x += x;
		legend->symbols.items[i].clip.y += y;
	}
	for (size_t i = 0; i < legend->bands.count; i++) {
		legend->bands.items[i].x += x;
		legend->bands.items[i].y += y;
	}
	legend->gradient_box.x += x;
	legend->gradient_box.y += y;
}

/* Puts the title beside `entries`, which move out of its way; what both cover. */
static bd_rect place_title(const bd_legend_plan *plan, bd_legend_items *legend, bd_rect entries)
{
	const bd_guide_plan *guide = &plan->guide;
	bd_guide_text *title = &legend->title;
	title_side s = side_of(plan);
	double gap = bd_guide_number(guide, "titlePadding", 5), x = 0, y = 0;
	title->width = bd_guide_text_measure(guide->view->c, title);
	turn_title(guide, &s, title);
	bd_rect own = bd_guide_text_cover(title);
	if (bd_streq(s.orient, "left"))
		x = ceil(own.width) + gap;
	else if (!s.beside && !bd_streq(s.orient, "bottom"))
		y = own.height + gap;
	move_entries(legend, x, y);
	entries.x += x;
	entries.y += y;
	double right = entries.x + entries.width, bottom = entries.y + entries.height;
	/* a title beside a bar stands by the bar, not by its labels */
	bool by_bar = legend->bar.width > 0 && s.beside;
	double along = by_bar ? y + legend->bar.height : s.beside ? bottom : right;
	if (s.beside)
		title->y = round(s.share * along);
	else
		title->x = round(s.share * along);
	if (bd_streq(s.orient, "right"))
		title->x = round(right) + gap;
	else if (bd_streq(s.orient, "bottom"))
		title->y = round(bottom) + gap;
	own = bd_guide_text_cover(title);
	if (own.x < 0) {
		move_entries(legend, round(-own.x), 0);
		title->x += round(-own.x);
		entries.x += round(-own.x);
		own = bd_guide_text_cover(title);
	}
	return bd_rect_union(entries, own);
}

/* --- the whole --- */

static void add_box(const bd_guide_plan *guide, bd_legend_items *legend)
{
	legend->fill = bd_chart_paint(guide->view, bd_guide_property(guide, "fillColor"));
	bd_color stroke = bd_guide_color(guide, "strokeColor", NULL);
	bd_dash dash = bd_guide_dash(guide, "strokeDash");
	if (stroke.a > 0)
		legend->stroke = (bd_stroke){ .paint = bd_solid(stroke),
					      .width = bd_guide_number(guide, "strokeWidth", 1),
					      .dash = dash.lengths,
					      .dash_count = dash.count };
	legend->corner_radius = bd_guide_number(guide, "cornerRadius", 0);
}

void bd_legend_layout(const bd_legend_plan *plan, bd_legend_items *legend,
		      const bd_legend_entry *entries, size_t count)
{
	const bd_guide_plan *guide = &plan->guide;
	double padding = bd_guide_number(guide, "padding", 0);
	add_labels(plan, legend, entries, count);
	bd_rect all = plan->type == BD_LEGEND_SYMBOL ? bd_legend_place_entries(plan, legend)
						     : place_gradient(plan, legend, entries);
	if (legend->title.text)
		all = place_title(plan, legend, all);
	legend->width = ceil(all.x + all.width + 2 * padding - 1e-9);
	legend->height = ceil(all.y + all.height + 2 * padding - 1e-9);
	add_box(guide, legend);
	if (padding != 0) {
		move_entries(legend, padding, padding);
		legend->title.x += padding;
		legend->title.y += padding;
	}
}
