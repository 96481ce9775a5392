/* flow.c - sharing out a column's height (flow.h). */
#include "layout/flow.h"

#include <math.h>

bd_extent bd_extent_beside(bd_extent a, bd_extent b)
{
	return (bd_extent){ fmax(a.least, b.least), fmax(a.natural, b.natural),
			    fmax(a.most, b.most), a.strain + b.strain };
}

bd_extent bd_flow_extent(const bd_flow *flow, const bd_extent *boxes, size_t count)
{
	bd_extent all = { 0 };
	for (size_t i = 0; i < count; i++) {
		all.least += boxes[i].least;
		all.natural += boxes[i].natural;
		all.most += boxes[i].most;
		all.strain += boxes[i].strain;
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

static double total(const bd_extent *boxes, size_t count, double shrink, double grow)
{
	double sum = 0;
	for (size_t i = 0; i < count; i++)
		sum += mix(mix(boxes[i].least, boxes[i].natural, shrink), boxes[i].most, grow);
	return sum;
}

void bd_flow_place(bd_flow *flow, const bd_extent *boxes, size_t count, double height,
		   bd_slot *slots)
{
	bd_extent all = bd_flow_extent(flow, boxes, count);
	double gaps = count ? (double)(count - 1) : 0, gap = flow->gap;
	double shrink = 1, grow = 0;
	if (isfinite(height) && height < all.natural) {
		/* Gaps and boxes give way together. */
		shrink = share(all.least, all.natural, height);
		gap *= mix(flow->least, 1, shrink);
	} else if (isfinite(height)) {
		double boxes_now = all.natural - gaps * flow->gap;
		double boxes_most = all.most - gaps * flow->gap * flow->most;
		/* Boxes take two thirds of what is left; gaps the rest, up to half as much again as
		 * designed, and more only when no box can use it. */
		double left = height - all.natural, to_boxes = boxes_most - boxes_now;
		double to_gaps = gaps * flow->gap * (flow->most - 1);
		double early = fmin(left / 3, gaps * flow->gap * 0.5);
		double g = fmin(to_gaps, fmax(early, left - to_boxes));
		grow = share(boxes_now, boxes_most, boxes_now + left - g);
		gap += gaps > 0 ? g / gaps : 0;
	}
	double y = 0;
	for (size_t i = 0; i < count; i++) {
		double h = total(&boxes[i], 1, shrink, grow);
		slots[i] = (bd_slot){ y, h };
		y += h + gap;
	}
	flow->overflow = fmax(0, all.least - height);
	flow->left = isfinite(height) ? fmax(0, height - (y - (count ? gap : 0))) : 0;
}
