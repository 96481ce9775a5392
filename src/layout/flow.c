/* flow.c - sharing out a column's height (flow.h). */
#include "layout/flow.h"

#include <math.h>

bd_extent bd_extent_beside(bd_extent a, bd_extent b)
{
	double natural = fmax(a.natural, b.natural);
	return (bd_extent){ fmax(a.least, b.least), natural, fmax(a.most, b.most),
			    a.strain + b.strain,
			    natural - fmax(bd_extent_modest(a), bd_extent_modest(b)) };
}

bd_extent bd_flow_extent(const bd_flow *flow, const bd_extent *boxes, size_t count)
{
	bd_extent all = { 0 };
	for (size_t i = 0; i < count; i++) {
		all.least += boxes[i].least;
		all.natural += boxes[i].natural;
		all.most += boxes[i].most;
		all.strain += boxes[i].strain;
		all.gives += boxes[i].gives;
	}
	double gaps = count ? (double)(count - 1) * flow->gap : 0;
	all.least += gaps * flow->least;
	all.natural += gaps;
	all.most += gaps * flow->most;
	return all;
}

/* How far between two heights: 0 the first, 1 the second. */
static double share(double from, double to, double height)
{
	if (to - from < 1e-6)
		return height >= to ? 1 : 0;
	return fmin(1, fmax(0, (height - from) / (to - from)));
}

static double mix(double a, double b, double t)
{
	return a + (b - a) * t;
}

/* Of 0 to 1 each, and at most one of them in between: how far up from its least a box stands, how
 * much of what it gives it has, how far up to its most. */
typedef struct shares {
	double shrink, give, grow;
} shares;

static double height_at(bd_extent box, shares s)
{
	double h = mix(box.least, bd_extent_modest(box), s.shrink) + box.gives * s.give;
	return mix(h, box.most, s.grow);
}

void bd_flow_place(bd_flow *flow, const bd_extent *boxes, size_t count, double height,
		   bd_slot *slots)
{
	bd_extent all = bd_flow_extent(flow, boxes, count);
	double gaps = count ? (double)(count - 1) : 0, gap = flow->gap;
	double modest = bd_extent_modest(all);
	shares s = { 1, 1, 0 };
	if (isfinite(height) && height < all.natural) {
		s.give = share(modest, all.natural, height);
		/* Then gaps and boxes give way together. */
		s.shrink = height < modest ? share(all.least, modest, height) : 1;
		gap *= mix(flow->least, 1, s.shrink);
	} else if (isfinite(height)) {
		double boxes_now = all.natural - gaps * flow->gap;
		double boxes_most = all.most - gaps * flow->gap * flow->most;
		/* Boxes take two thirds of what is left; gaps the rest, up to half as much again as
		 * designed, and more only when no box can use it. */
		double left = height - all.natural, to_boxes = boxes_most - boxes_now;
		double to_gaps = gaps * flow->gap * (flow->most - 1);
		double early = fmin(left / 3, gaps * flow->gap * 0.5);
		double g = fmin(to_gaps, fmax(early, left - to_boxes));
		s.grow = share(boxes_now, boxes_most, boxes_now + left - g);
		gap += gaps > 0 ? g / gaps : 0;
	}
	double y = 0;
	for (size_t i = 0; i < count; i++) {
		double h = height_at(boxes[i], s);
		slots[i] = (bd_slot){ y, h };
		y += h + gap;
	}
	flow->overflow = fmax(0, all.least - height);
	flow->left = isfinite(height) ? fmax(0, height - (y - (count ? gap : 0))) : 0;
}
