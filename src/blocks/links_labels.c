/* links_labels.c - words on curves: each where it covers no other word, and as few curves as may
 * be. */
#include "blocks/links.h"

#include <math.h>

static bd_text label_text(bd_env *env, const bd_link *link, double width, const bd_style *style)
{
	bd_style s = *style;
	s.place = &link->node->place;
	return bd_style_text_as(
		env, &s, BD_TEXT_SMALL, link->label,
		(bd_wrap){ .width = width, .balance = true, .align = BD_ALIGN_CENTER });
}

bd_link_curve bd_links_curve(const bd_link *link, const bd_links_plan *p, double *const y[2])
{
	return (bd_link_curve){ { p->from, y[0][link->left] }, { p->to, y[1][link->right] } };
}

/* A point of the curve: a cubic whose handles lie level with its ends, half way across. */
static bd_point point_at(bd_link_curve c, double t)
{
	double u = 1 - t, bend = (c.to.x - c.from.x) / 2;
	double a = u * u * u, b = 3 * u * u * t, d = 3 * u * t * t, e = t * t * t;
	return (bd_point){ a * c.from.x + b * (c.from.x + bend) + d * (c.to.x - bend) + e * c.to.x,
			   (a + b) * c.from.y + (d + e) * c.to.y };
}

static bool curve_meets(bd_link_curve c, bd_rect box)
{
	enum { SAMPLES = 24 };
	for (int i = 0; i <= SAMPLES; i++) {
		bd_point p = point_at(c, (double)i / SAMPLES);
		if (p.x > box.x && p.x < box.x + box.width && p.y > box.y &&
		    p.y < box.y + box.height)
			return true;
	}
	return false;
}

static bd_rect box_at(const bd_link_label *label, bd_link_curve c, double t, const bd_style *style)
{
	bd_point p = point_at(c, t);
	double w = label->text.width + bd_style_px(style, 14), h = label->text.height;
	/* Above a line that is level, across one that is not. */
	double y = label->across ? p.y - h / 2 : p.y - h - bd_style_px(style, 5);
	return (bd_rect){ p.x - w / 2, y, w, h };
}

/* What a place costs: 100 for each word covered, 1 for each curve, and a little off the middle. */
static double cost_of(const bd_links *l, const bd_links_plan *p, double *const y[2], size_t i,
		      const bd_link_label *labels, bd_rect box, double t)
{
	double cost = fabs(t - 0.5);
	size_t left = l->counts[0] - 1, right = l->counts[1] - 1;
	double top = fmin(y[0][0] - p->heights[0][0] / 2, y[1][0] - p->heights[1][0] / 2);
	double bottom =
		fmax(y[0][left] + p->heights[0][left] / 2, y[1][right] + p->heights[1][right] / 2);
	if (box.x < p->from || box.x + box.width > p->to || box.y < top - p->head * 0.9 ||
	    box.y + box.height > bottom)
		cost += 100; /* it would run into the names, or out of the block */
	for (size_t k = 0; k < l->items.count; k++) {
		if (k < i && labels[k].text.line_count && bd_rect_overlaps(labels[k].box, box))
			cost += 100;
		if (k != i && curve_meets(bd_links_curve(l->items.items[k], p, y), box))
			cost += 1;
	}
	return cost;
}

bool bd_links_labels(bd_env *env, const bd_links *l, const bd_links_plan *p, double *const y[2],
		     const bd_style *style, bd_link_label *labels)
{
	static const double places[] = { 0.5,  0.42, 0.58, 0.34, 0.66, 0.27,
					 0.73, 0.2,  0.8,  0.14, 0.86 };
	bool good = true;
	for (size_t i = 0; i < l->items.count; i++) {
		const bd_link *link = l->items.items[i];
		labels[i] = (bd_link_label){ 0 };
		if (!link->label)
			continue;
		bd_link_curve c = bd_links_curve(link, p, y);
		double least = INFINITY;
		labels[i].text = label_text(env, link, (p->to - p->from) * 0.86, style);
		labels[i].across = fabs(c.from.y - c.to.y) > bd_style_px(style, 14);
		for (size_t k = 0; k < sizeof places / sizeof *places; k++) {
			bd_rect box = box_at(&labels[i], c, places[k], style);
			double cost = cost_of(l, p, y, i, labels, box, places[k]);
			if (cost < least) {
				least = cost;
				labels[i].box = box;
			}
		}
		good &= least < 100;
	}
	return good;
}
