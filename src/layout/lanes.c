/* lanes.c - a greedy search with a look ahead (lanes.h): labels are placed from left to right, each
 * where it costs least: few lanes, both sides of like height, to the right of its stem. */
#include "layout/lanes.h"

#include <math.h>

static double left_of(const bd_lane_label *l, bool leftwards)
{
	return leftwards ? l->x - l->width : l->x;
}

/* Whether a label there would touch one already placed, or a stem would cross a label. */
static bool is_free(const bd_lane_label *labels, size_t placed, const bd_lane_label *l, double left,
		    bool below, int lane)
{
	for (size_t i = 0; i < placed; i++) {
		const bd_lane_label *o = &labels[i];
		if (o->below != below)
			continue;
		double right = left + l->width, o_right = o->left + o->width;
		if (o->lane == lane && left < o_right && o->left < right)
			return false;
		/* its stem through my box; stems along an edge need some air too */
		double air = l->width * 0.02;
		if (o->lane > lane && o->x > left - air && o->x < right)
			return false;
		if (o->lane < lane && l->x > o->left - air && l->x < o_right)
			return false;
		if (o->lane == lane && fabs(o->x - l->x) < 1e-9)
			return false;
	}
	return true;
}

/* Room to the right of this stem that coming marks would stand in: what a box covers there they
 * cannot use in this lane, nor pass through on stems. */
static double covered(const bd_lane_label *labels, size_t count, size_t i, double left)
{
	double n = 0;
	for (size_t j = i + 1; j < count; j++)
		n += labels[j].x > left && labels[j].x < left + labels[i].width ? 1 : 0;
	return n;
}

static bool place(bd_lane_label *labels, size_t count, size_t i, double width, int most,
		  bd_lanes *lanes)
{
	bd_lane_label *l = &labels[i];
	double best = INFINITY;
	for (int option = 0; option < 4; option++) {
		bool below = option & 1, leftwards = option & 2;
		double left = left_of(l, leftwards);
		if (left < -0.01 || left + l->width > width + 0.01)
			continue;
		for (int lane = 0; lane < most; lane++) {
			if (!is_free(labels, i, l, left, below, lane))
				continue;
			double now = lane < lanes->count[below] ? lanes->heights[below][lane] : 0;
			double grown = fmax(0, l->height - now);
			double cost = grown + lane * l->height * 0.3 + (leftwards ? 8 : 0) +
				      (below ? 10 : 0) +
				      covered(labels, count, i, left) * l->height * 0.25;
			if (cost < best) {
				best = cost;
				l->below = below;
				l->leftwards = leftwards;
				l->lane = lane;
				l->left = left;
			}
		}
	}
	if (!isfinite(best))
		return false;
	double *h = &lanes->heights[l->below][l->lane];
	*h = fmax(*h, l->height);
	if (l->lane >= lanes->count[l->below])
		lanes->count[l->below] = l->lane + 1;
	return true;
}

bool bd_lanes_assign(bd_arena *scratch, bd_lane_label *labels, size_t count, double width, int most,
		     bd_lanes *lanes)
{
	*lanes = (bd_lanes){ 0 };
	for (int side = 0; side < 2; side++)
		lanes->heights[side] = BD_ARRAY(scratch, (size_t)most, double);
	for (size_t i = 0; i < count; i++)
		if (!place(labels, count, i, width, most, lanes))
			return false;
	for (int side = 0; side < 2; side++)
		for (int i = 0; i < lanes->count[side]; i++)
			lanes->total[side] += lanes->heights[side][i];
	return true;
}
