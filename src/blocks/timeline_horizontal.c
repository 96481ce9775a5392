/* timeline_horizontal.c - time from left to right: words in lanes above and below the axis, each on
 * its stem (layout/lanes.h). */
#include "blocks/timeline.h"

#include "layout/lanes.h"

#include <math.h>

enum { MOST_LANES = 12, WIDTHS = 5 };

typedef struct plan {
	size_t count;
	bd_lane_label *labels;
	bd_event_text *texts;
	bd_lanes lanes;
	bd_time_axis axis;
	double label; /* width that words are broken to */
	double pad;   /* from a stem to its words */
	double band;  /* height of the axis with its marks and the years under it */
	double ticks; /* of which the years take */
	double height;
} plan;

static bool try_width(bd_env *env, const bd_timeline *t, double width, double label,
		      const bd_style *style, plan *p)
{
	size_t n = p->count = t->items.count;
	/* Words in lanes are narrow: running on would save nothing. */
	bd_style whole = *style;
	whole.given_up = 0;
	p->labels = BD_ARRAY(env->scratch, n, bd_lane_label);
	p->texts = BD_ARRAY(env->scratch, n, bd_event_text);
	double between = bd_style_px(style, 20), below = bd_style_gap(style, 22);
	for (size_t i = 0; i < n; i++) {
		const bd_event *e = t->items.items[i];
		p->texts[i] = bd_event_measure(env, e, label, 0, BD_ALIGN_START, &whole);
		p->labels[i] = (bd_lane_label){ .x = bd_timeline_at(&p->axis, e->at),
						.width = p->texts[i].width + p->pad + between,
						.height = p->texts[i].height + below };
	}
	if (!bd_lanes_assign(env->scratch, p->labels, n, width + between, MOST_LANES, &p->lanes))
		return false;
	p->height = p->lanes.total[0] + p->band + p->lanes.total[1];
	return true;
}

/* Of some widths for the words, the one that makes the whole lowest. */
static bool plan_on_axis(bd_env *env, const bd_timeline *t, double width, size_t breaks,
			 const bd_style *style, plan *best)
{
	double em = bd_style_size(style, BD_TEXT_BODY);
	plan p = { .axis = bd_timeline_axis(t, width, bd_style_px(style, 128), breaks,
					    bd_style_px(style, 30)),
		   .pad = bd_style_px(style, 14) };
	p.ticks = bd_style_size(style, BD_TEXT_SMALL) * 1.9;
	p.band = bd_style_px(style, 40) + p.ticks;
	bool found = false;
	for (int i = 0; i < WIDTHS; i++) {
		double label = p.label = em * (16 - 2.2 * i);
		if (label < width * 0.6 && try_width(env, t, width, label, style, &p) &&
		    (!found || p.height < best->height * 0.97)) {
			*best = p;
			found = true;
		}
	}
	return found;
}

/* How low a timeline becomes by a first break that is worth it, and by each further one. */
#define FIRST_BREAK   1.02
#define FURTHER_BREAK 0.9

static bool is_flat(const plan *p)
{
	return p->lanes.count[0] + p->lanes.count[1] <= 2;
}

/* Where words crowd on one side of an empty stretch, the axis is broken there. */
static bool plan_horizontal(bd_env *env, const bd_timeline *t, double width, const bd_style *style,
			    plan *best)
{
	bool found = plan_on_axis(env, t, width, 0, style, best);
	bool wanted = t->may_break == BD_BREAKS_ALWAYS;
	size_t most = t->may_break == BD_BREAKS_NEVER ? 0 : BD_MOST_BREAKS;
	for (size_t breaks = 1; breaks <= most && (!found || wanted || !is_flat(best)); breaks++) {
		plan broken;
		if (!plan_on_axis(env, t, width, breaks, style, &broken))
			continue;
		if (broken.axis.break_count < breaks)
			break;
		double worth = breaks > 1 ? FURTHER_BREAK : FIRST_BREAK;
		if (!found || wanted || broken.height < best->height * worth)
			*best = broken;
		found = true;
		wanted = false;
	}
	return found;
}

/* Stems reach up to what stands above: without more room than a gap their dates would seem to go on
 * from it. */
static double room_above(const bd_style *style)
{
	return bd_style_gap(style, 14);
}

bool bd_timeline_horizontal_measure(bd_env *env, const bd_timeline *t, double width,
				    const bd_style *style, bd_extent *extent)
{
	plan p;
	if (!plan_horizontal(env, t, width, style, &p))
		return false;
	double top = room_above(style);
	*extent = (bd_extent){ p.height + top, p.height * 1.06 + top, p.height * 1.5 + top, 0, 0 };
	return true;
}

/* The top of an event's words, from the axis; `stretch` spreads the lanes over the box. Above,
 * words begin where their lane does; below, the dates of a lane stand on one line. */
static double words_top(const plan *p, size_t i, double stretch)
{
	const bd_lane_label *l = &p->labels[i];
	double inner = (p->band - p->ticks) / 2;
	for (int k = 0; k < l->lane; k++)
		inner += p->lanes.heights[l->below][k] * stretch;
	double lane = p->lanes.heights[l->below][l->lane] * stretch;
	double slack =
		(lane - p->lanes.heights[l->below][l->lane]) / 2; /* the lane's, not its own */
	return l->below ? inner + p->ticks + fmin(slack, p->pad) + p->pad * 0.5 : -(inner + lane);
}

/* Whether a stem that goes down would strike through a year's figures. */
static bool is_struck(const plan *p, double x, double half)
{
	for (size_t i = 0; i < p->count; i++)
		if (p->labels[i].below && fabs(p->labels[i].x - x) < half)
			return true;
	return false;
}

static void draw_axis(bd_env *env, const bd_time_axis *axis, double x, double y, const plan *p,
		      const bd_style *style, bd_node *parent)
{
	bd_node *group = bd_block_group(parent, BD_ROLE_ARTIFACT);
	double year, tick = bd_style_px(style, 10), last = -INFINITY;
	const char *label;
	bd_timeline_draw_line(axis, x, y, false, style, group);
	for (size_t i = 0; bd_timeline_tick(axis, env, i, &year, &label); i++) {
		double at = x + bd_timeline_at(axis, year);
		bd_line line = bd_style_line(env, style, BD_TEXT_SMALL, label);
		double left = at - line.width / 2, right = at + line.width / 2;
		if (left < x || right > x + axis->length || left < last + tick ||
		    bd_timeline_is_cut(axis, year, line.width / 2))
			continue;
		if (is_struck(p, at - x, line.width / 2 + tick / 2))
			continue;
		bd_block_rule(group, at, y, at, y + tick, style->theme->grey[2],
			      bd_style_px(style, 2));
		bd_block_line(group, BD_ROLE_NONE, &line, left,
			      y + bd_style_px(style, 14) + bd_style_size(style, BD_TEXT_SMALL),
			      style->theme->grey[3]);
		last = right;
	}
}

static void draw_bar(bd_env *env, double x1, double x2, double y, double width, bd_color color,
		     bd_node *parent)
{
	const double r = width / 2, radii[4] = { r, r, r, r };
	bd_path *path = BD_NEW(env->arena, bd_path);
	*path = bd_path_new(env->arena);
	bd_path_round_rect(path, (bd_rect){ x1 - r, y - r, x2 - x1 + width, width }, radii);
	bd_add_shape(bd_block_group(parent, BD_ROLE_ARTIFACT), path, bd_solid(color),
		     (bd_stroke){ 0 });
}

static void draw_periods(bd_env *env, const bd_timeline *t, const bd_time_axis *axis, double x,
			 double y, const bd_style *style, bd_node *group)
{
	double width = bd_style_px(style, 24);
	for (size_t i = 0; i < t->periods.count; i++) {
		const bd_period *p = &t->periods.items[i];
		draw_bar(env, x + bd_timeline_at(axis, bd_timeline_years(p->from)),
			 x + bd_timeline_at(axis, bd_timeline_years(p->to)), y, width,
			 p->highlight ? style->theme->accent : style->theme->grey[2], group);
	}
	for (size_t i = 0; i < t->items.count; i++) {
		const bd_event *e = t->items.items[i];
		if (e->until > e->at)
			draw_bar(env, x + bd_timeline_at(axis, e->at),
				 x + bd_timeline_at(axis, e->until), y, width * 0.7, e->dot, group);
	}
}

static void draw_mark(const bd_event *e, double x, double y, double r, const bd_style *style,
		      bd_node *group)
{
	r *= e->highlight ? 1.3 : 1;
	bd_block_disc(group, x, y, r + bd_style_px(style, 3), style->ground);
	bd_block_disc(group, x, y, r, e->dot);
}

void bd_timeline_horizontal_place(bd_env *env, const bd_timeline *t, bd_rect box,
				  const bd_style *style, bd_node *group)
{
	plan p;
	if (!plan_horizontal(env, t, box.width, style, &p))
		return;
	box.y += room_above(style);
	box.height -= room_above(style);
	double lanes = p.lanes.total[0] + p.lanes.total[1];
	double stretch = lanes > 0 ? fmin(1.6, (box.height - p.band) / lanes) : 1;
	double used = lanes * stretch + p.band;
	double y = box.y + (box.height - used) / 2 + p.lanes.total[0] * stretch +
		   (p.band - p.ticks) / 2;
	draw_axis(env, &p.axis, box.x, y, &p, style, group);
	for (size_t i = 0; i < t->items.count; i++) {
		double x = box.x + p.labels[i].x, end = y + words_top(&p, i, stretch);
		end += p.labels[i].below ? p.texts[i].height : 0;
		bd_block_rule(group, x, y, x, end, t->items.items[i]->dot, bd_style_px(style, 2));
	}
	draw_periods(env, t, &p.axis, box.x, y, style, group);
	double radius = bd_timeline_radius(t, &p.axis, style);
	bd_style whole = *style;
	whole.given_up = 0;
	for (size_t i = 0; i < t->items.count; i++) {
		const bd_lane_label *l = &p.labels[i];
		const bd_event *e = t->items.items[i];
		double top = y + words_top(&p, i, stretch);
		draw_mark(e, box.x + l->x, y, radius, style, group);
		if (l->leftwards) /* once more, its lines ending at the stem */
			p.texts[i] = bd_event_measure(env, e, p.label, 0, BD_ALIGN_END, &whole);
		bd_event_draw(
			e, &p.texts[i],
			box.x + (l->leftwards ? l->x - p.pad - p.texts[i].width : l->x + p.pad),
			top, l->leftwards, style, group);
	}
}
