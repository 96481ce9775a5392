/* timeline_vertical.c - time from top to bottom: years at the left of the axis, events at its
 * right, on both sides where they are many and the place is wide.
 *
 * Marks stand where their dates are; their words are moved apart as little as they must be. Both
 * keep one order, so that the lines between them cannot cross. */
#include "blocks/timeline.h"

#include "layout/spread.h"

#include <math.h>

#define FAR       2.5  /* em from a mark to its words: an axis may be broken for less */
#define LONG_AXIS 24   /* em: what even a few events can fill */
#define AXIS_END  0.03 /* of its length: the axis goes on beyond the last mark */
#define NEARER    0.85 /* of that distance: what a break must bring */

typedef struct plan {
	bool both;         /* words on both sides */
	double axis;       /* x of the axis */
	double lead;       /* from the axis to the words */
	double label;      /* width of the words */
	double date_width; /* of their column; 0: above the title */
	bd_event_text *texts;
	double *sizes; /* heights with the gap between events */
	double needed; /* the fuller side's sum */
	double gap;
} plan;

static double widest_date(bd_env *env, const bd_timeline *t, const bd_style *style)
{
	double most = 0;
	for (size_t i = 0; i < t->items.count; i++)
		most = fmax(most,
			    bd_style_width(env, style, BD_TEXT_STRONG, t->items.items[i]->says));
	return most;
}

static bool on_left(const plan *p, size_t i)
{
	return p->both && i % 2 == 0;
}

static plan plan_vertical(bd_env *env, const bd_timeline *t, double width, const bd_style *style)
{
	double em = bd_style_size(style, BD_TEXT_BODY);
	plan p = { .gap = bd_style_gap(style, 22), .lead = em * 3.6 };
	/* the designed size: sides must not change with each size that a fit tries */
	double wide = width / bd_style_px(style, style->theme->type[BD_TEXT_BODY].size);
	p.both = (t->items.count > 14 && wide > 30) || (t->items.count > 6 && wide > 44);
	double years = bd_style_width(env, style, BD_TEXT_SMALL, "0000") + em * 0.7;
	p.axis = p.both ? width / 2 : years;
	p.label = p.both ? width / 2 - p.lead : width - p.axis - p.lead;
	double date = widest_date(env, t, style) + em * 0.9;
	p.date_width = p.label - date > 11 * em ? date : 0;
	size_t n = t->items.count;
	p.texts = BD_ARRAY(env->scratch, n, bd_event_text);
	p.sizes = BD_ARRAY(env->scratch, n, double);
	double sums[2] = { 0 };
	for (size_t i = 0; i < n; i++) {
		bool left = on_left(&p, i);
		p.texts[i] = bd_event_measure(env, t->items.items[i], p.label, p.date_width,
					      left ? BD_ALIGN_END : BD_ALIGN_START, style);
		p.sizes[i] = p.texts[i].height + p.gap;
		sums[left] += p.sizes[i];
	}
	p.needed = fmax(sums[0], sums[1]);
	return p;
}

bd_extent bd_timeline_vertical_measure(bd_env *env, const bd_timeline *t, double width,
				       const bd_style *style)
{
	plan p = plan_vertical(env, t, width, style);
	double gaps = p.gap * (double)t->items.count;
	double most = fmax(p.needed * 2.4, LONG_AXIS * bd_style_size(style, BD_TEXT_BODY));
	return (bd_extent){ p.needed - gaps * 0.5, p.needed * 1.12, most, 0, 0 };
}

static void draw_axis(bd_env *env, const bd_time_axis *axis, const plan *p, bd_rect box,
		      const bd_style *style, bd_node *parent)
{
	bd_node *group = bd_block_group(parent, BD_ROLE_ARTIFACT);
	double x = box.x + p->axis, year, tick = bd_style_px(style, 10);
	const char *label;
	bd_timeline_draw_line(axis, x, box.y, true, style, group);
	for (size_t i = 0; bd_timeline_tick(axis, env, i, &year, &label); i++) {
		double y = box.y + bd_timeline_at(axis, year);
		bd_line line = bd_style_line(env, style, BD_TEXT_SMALL, label);
		double base = y + bd_style_cap(style, BD_TEXT_SMALL) / 2;
		/* a day's label is wider than a year's: the dates of the events say it */
		if (p->both || line.width + tick * 1.6 > p->axis ||
		    bd_timeline_is_cut(axis, year, line.ascent) || base - line.ascent < box.y ||
		    base + line.descent > box.y + box.height)
			continue;
		bd_block_rule(group, x - tick, y, x, y, style->theme->ink, bd_style_px(style, 2));
		bd_block_line(group, BD_ROLE_NONE, &line, x - tick * 1.6 - line.width, base,
			      style->theme->grey[3]);
	}
}

static void draw_bar(bd_env *env, double x, double y1, double y2, double width, bd_color color,
		     bd_node *parent)
{
	const double r = width / 2, radii[4] = { r, r, r, r };
	bd_path *path = BD_NEW(env->arena, bd_path);
	*path = bd_path_new(env->arena);
	bd_path_round_rect(path, (bd_rect){ x - r, y1 - r, width, y2 - y1 + width }, radii);
	bd_add_shape(bd_block_group(parent, BD_ROLE_ARTIFACT), path, bd_solid(color),
		     (bd_stroke){ 0 });
}

static void draw_periods(bd_env *env, const bd_timeline *t, const bd_time_axis *axis, double x,
			 double y, const bd_style *style, bd_node *group)
{
	double width = bd_style_px(style, 20);
	for (size_t i = 0; i < t->periods.count; i++) {
		const bd_period *p = &t->periods.items[i];
		draw_bar(env, x, y + bd_timeline_at(axis, bd_timeline_years(p->from)),
			 y + bd_timeline_at(axis, bd_timeline_years(p->to)), width,
			 p->highlight ? style->theme->accent : style->theme->grey[2], group);
	}
	for (size_t i = 0; i < t->items.count; i++) {
		const bd_event *e = t->items.items[i];
		if (e->until > e->at)
			draw_bar(env, x, y + bd_timeline_at(axis, e->at),
				 y + bd_timeline_at(axis, e->until), width * 0.7, e->dot, group);
	}
}

static void draw_mark(const bd_event *e, double x, double y, double r, const bd_style *style,
		      bd_node *group)
{
	r *= e->highlight ? 1.3 : 1;
	bd_block_disc(group, x, y, r + bd_style_px(style, 3), style->ground);
	bd_block_disc(group, x, y, r, e->dot);
}

/* From the mark out, across to the words' height, and in: straight ends, so that marks of one time
 * do not share a line with their words. */
static void draw_leader(bd_env *env, double x1, double y1, double x2, double y2, bd_color color,
			double width, bd_node *parent)
{
	bd_path *path = BD_NEW(env->arena, bd_path);
	*path = bd_path_new(env->arena);
	bd_path_move(path, x1, y1);
	bd_path_line(path, x1 + (x2 - x1) * 0.2, y1);
	bd_path_line(path, x1 + (x2 - x1) * 0.86, y2);
	bd_path_line(path, x2, y2);
	bd_add_shape(
		bd_block_group(parent, BD_ROLE_ARTIFACT), path, BD_NO_PAINT,
		(bd_stroke){ .paint = bd_solid(color), .width = width, .join = BD_JOIN_ROUND });
}

/* Middles of the words of one side, moved apart. */
static void spread_side(bd_env *env, const bd_timeline *t, const plan *p, const bd_time_axis *axis,
			bool left, double height, const bd_style *style, double *middles)
{
	double cap = bd_style_cap(style, BD_TEXT_STRONG);
	size_t n = 0, *which = BD_ARRAY(env->scratch, t->items.count, size_t);
	double *wanted = BD_ARRAY(env->scratch, t->items.count, double);
	double *sizes = BD_ARRAY(env->scratch, t->items.count, double);
	for (size_t i = 0; i < t->items.count; i++)
		if (on_left(p, i) == left) {
			which[n] = i;
			/* The date's line, not the middle of all lines, is to stand at the mark. */
			double line = p->texts[i].date.first_baseline - cap / 2;
			wanted[n] = bd_timeline_at(axis, t->items.items[i]->at) - line +
				    p->texts[i].height / 2;
			sizes[n++] = p->sizes[i];
		}
	/* Where even these do not fit, gaps close evenly. */
	double sum = 0;
	for (size_t i = 0; i < n; i++)
		sum += sizes[i];
	double cut = sum > height + p->gap && n ? (sum - height - p->gap) / (double)n : 0;
	for (size_t i = 0; i < n; i++)
		sizes[i] -= cut;
	bd_spread(env->scratch, wanted, sizes, n, -p->gap / 2, height + p->gap / 2);
	for (size_t i = 0; i < n; i++)
		middles[which[i]] = wanted[i];
}

/* From a mark to the line of its words. */
static double line_of(const plan *p, size_t i, double middle, const bd_style *style)
{
	const bd_event_text *text = &p->texts[i];
	return middle - text->height / 2 + text->date.first_baseline -
	       bd_style_cap(style, BD_TEXT_STRONG) / 2;
}

/* An axis with the words spread along it; how far the farthest was moved. */
static double lay_out(bd_env *env, const bd_timeline *t, const plan *p, double height,
		      size_t breaks, const bd_style *style, bd_time_axis *axis, double *middles)
{
	double most = 0;
	size_t last = t->items.count - 1;
	/* The axis ends where the last words begin: they need not climb to stand in the place. */
	double tail = p->texts[last].height - line_of(p, last, p->texts[last].height / 2, style);
	double length = height - fmin(fmax(0, tail - AXIS_END * height), 0.25 * height);
	*axis = bd_timeline_axis(t, length, bd_style_px(style, 90), breaks, bd_style_px(style, 30));
	spread_side(env, t, p, axis, false, height, style, middles);
	if (p->both)
		spread_side(env, t, p, axis, true, height, style, middles);
	for (size_t i = 0; i < t->items.count; i++)
		most = fmax(most, fabs(bd_timeline_at(axis, t->items.items[i]->at) -
				       line_of(p, i, middles[i], style)));
	return most;
}

/* Where words stand far from their marks the axis is broken, if that brings them nearer; and where
 * the place is wider than they need, they leave the leaders more of it, so that these rise less
 * steeply. */
static double *settle(bd_env *env, const bd_timeline *t, plan *p, bd_rect box,
		      const bd_style *style, bd_time_axis *axis)
{
	double em = bd_style_size(style, BD_TEXT_BODY);
	double *middles = BD_ARRAY(env->scratch, t->items.count, double);
	double moved = lay_out(env, t, p, box.height, 0, style, axis, middles);
	size_t most = t->may_break == BD_BREAKS_NEVER ? 0 : BD_MOST_BREAKS;
	for (size_t breaks = 1; breaks <= most; breaks++) {
		bool wanted = breaks == 1 && t->may_break == BD_BREAKS_ALWAYS;
		if (!wanted && moved <= FAR * em)
			break;
		bd_time_axis broken;
		double *nearer = BD_ARRAY(env->scratch, t->items.count, double);
		double now = lay_out(env, t, p, box.height, breaks, style, &broken, nearer);
		if (broken.break_count < breaks)
			break;
		if (!wanted && now >= moved * NEARER)
			continue; /* one more may help */
		*axis = broken;
		middles = nearer;
		moved = now;
	}
	double widest = 0;
	for (size_t i = 0; i < t->items.count; i++)
		widest = fmax(widest, p->texts[i].width);
	double spare = fmax(0, p->label - widest);
	p->lead += fmin(spare * 0.7, fmax(0, fmin(moved * 0.6, 6 * em) - p->lead * 0.5));
	return middles;
}

void bd_timeline_vertical_place(bd_env *env, const bd_timeline *t, bd_rect box,
				const bd_style *style, bd_node *group)
{
	plan p = plan_vertical(env, t, box.width, style);
	bd_time_axis axis;
	double *middles = settle(env, t, &p, box, style, &axis);
	draw_axis(env, &axis, &p, box, style, group);
	double x = box.x + p.axis;
	draw_periods(env, t, &axis, x, box.y, style, group);
	for (size_t i = 0; i < t->items.count; i++) {
		const bd_event *e = t->items.items[i];
		const bd_event_text *text = &p.texts[i];
		bool left = on_left(&p, i);
		double y = box.y + bd_timeline_at(&axis, e->at);
		double top = box.y + middles[i] - text->height / 2;
		double at = box.y + line_of(&p, i, middles[i], style);
		double end = left ? x - p.lead + bd_style_px(style, 10)
				  : x + p.lead - bd_style_px(style, 10);
		draw_leader(env, x, y, end, at, e->dot, bd_style_px(style, 2), group);

		bd_event_draw(e, text, left ? x - p.lead - text->width : x + p.lead, top, left,
			      style, group);
	}
	double r = bd_timeline_radius(t, &axis, style);
	for (size_t i = 0; i < t->items.count; i++)
		draw_mark(t->items.items[i], x,
			  box.y + bd_timeline_at(&axis, t->items.items[i]->at), r, style, group);
}
