/* lanes.c - the search for lanes (lanes.h).
 *
 * Two rules always lead to a drawing without crossings: labels that stand at the right of their
 * stems, placed from right to left on one side, each in the innermost lane that is free, since a
 * stem at a label's left edge passes left of all that stand already; and its mirror image. Greedy
 * ways that mix directions and sides are often lower but may get stuck. All are tried; the lowest
 * wins. */
#include "layout/lanes.h"

#include <math.h>
#include <string.h>

typedef struct search {
	bd_lane_label *labels;
	size_t count;
	size_t *placed, placed_count;
	double width;
	int most;
	bool level;       /* the innermost lane of either side costs no height: both get used */
	bool first_above; /* the label placed first rather stands above */
	bool last_side;   /* of the label placed before */
	bd_lanes lanes;
	double total;  /* height of the lanes so far */
	double lowest; /* that of the best way so far: one that is as high can be left */
} search;

static double left_of(const bd_lane_label *l, bool leftwards)
{
	return leftwards ? l->x - l->width : l->x;
}

static bool fits(const search *s, const bd_lane_label *l, bool leftwards)
{
	double left = left_of(l, leftwards);
	return left >= -0.01 && left + l->width <= s->width + 0.01;
}

/* Whether a label there would touch one already placed, or a stem would cross a label. */
static bool is_free(const search *s, const bd_lane_label *l, double left, bool below, int lane)
{
	double right = left + l->width, air = l->width * 0.02;
	for (size_t i = 0; i < s->placed_count; i++) {
		const bd_lane_label *o = &s->labels[s->placed[i]];
		double o_right = o->left + o->width;
		if (o->below != below)
			continue;
		if (o->lane == lane && left < o_right && o->left < right)
			return false;
		/* its stem through my box, mine through its; along an edge they need some air */
		bool mine_right = left >= l->x - 0.01, its_right = o->left >= o->x - 0.01;
		if (o->lane > lane && o->x > left - (mine_right ? 0 : air) &&
		    o->x < right + (mine_right ? air : 0) && o->x != l->x)
			return false;
		if (o->lane < lane && l->x > o->left - (its_right ? 0 : air) &&
		    l->x < o_right + (its_right ? air : 0) && o->x != l->x)
			return false;
	}
	return true;
}

/* How many other marks a label there would stand over: their stems cannot pass. */
static double covered(const search *s, const bd_lane_label *l, double left)
{
	double n = 0;
	for (size_t i = 0; i < s->count; i++)
		n += s->labels[i].x > left + 0.01 && s->labels[i].x < left + l->width - 0.01 ? 1
											     : 0;
	return n;
}

/* What a place costs: the height it adds, outer lanes, marks that it covers, the less usual
 * direction, the side of the label before. */
static double cost_of(const search *s, const bd_lane_label *l, bool below, bool leftwards, int lane)
{
	double now = lane < s->lanes.count[below] ? s->lanes.heights[below][lane] : 0;
	double more = s->level && lane == 0 ? 0 : fmax(0, l->height - now);
	bool same_side = below == s->last_side;
	return more + lane * l->height * 0.3 + (leftwards ? 8 : 0) + (same_side ? 10 : 0) +
	       covered(s, l, left_of(l, leftwards)) * l->height * 0.25;
}

static bool place(search *s, size_t i, unsigned directions, unsigned sides)
{
	bd_lane_label *l = &s->labels[i];
	double best = INFINITY;
	for (int option = 0; option < 4; option++) {
		bool below = option & 1, leftwards = option & 2;
		if (!(sides >> below & 1) || !(directions >> leftwards & 1) ||
		    !fits(s, l, leftwards))
			continue;
		double left = left_of(l, leftwards);
		/* beyond the first empty lane all are like it, and farther out */
		int lanes = s->lanes.count[below] + 1;
		for (int lane = 0; lane < lanes && lane < s->most; lane++) {
			double cost = cost_of(s, l, below, leftwards, lane);
			if (cost >= best || !is_free(s, l, left, below, lane))
				continue;
			best = cost;
			l->below = below;
			l->leftwards = leftwards;
			l->lane = lane;
			l->left = left;
		}
	}
	if (!isfinite(best))
		return false;
	double *h = &s->lanes.heights[l->below][l->lane];
	s->total += fmax(0, l->height - *h);
	*h = fmax(*h, l->height);
	if (l->lane >= s->lanes.count[l->below])
		s->lanes.count[l->below] = l->lane + 1;
	s->placed[s->placed_count++] = i;
	s->last_side = l->below;
	return s->total < s->lowest;
}

enum { RIGHTWARDS = 1, LEFTWARDS = 2, ABOVE = 1, BELOW = 2, BOTH = 3 };

/* From left to right, anywhere. */
static bool place_greedily(search *s)
{
	for (size_t i = 0; i < s->count; i++)
		if (!place(s, i, BOTH, BOTH))
			return false;
	return true;
}

/* Labels before `split` at the right of their stems, from right to left; the others at the left,
 * from left to right. */
static bool place_split(search *s, size_t split, unsigned sides_right, unsigned sides_left)
{
	for (size_t i = split; i-- > 0;)
		if (!place(s, i, RIGHTWARDS, sides_right))
			return false;
	for (size_t i = split; i < s->count; i++)
		if (!place(s, i, LEFTWARDS, sides_left))
			return false;
	return true;
}

static bool try_way(search *s, int way, size_t split)
{
	switch (way) {
	case 0: return place_greedily(s);
	case 1: return place_split(s, split, BOTH, BOTH);
	case 2: return place_split(s, split, ABOVE, BELOW);
	default: return place_split(s, split, BELOW, ABOVE);
	}
}

static void start(search *s, bd_arena *scratch)
{
	s->placed_count = 0;
	s->total = 0;
	s->last_side = s->first_above;
	s->lanes = (bd_lanes){ 0 };
	for (int side = 0; side < 2; side++)
		s->lanes.heights[side] = BD_ARRAY(scratch, (size_t)s->most, double);
}

static void add_up(bd_lanes *lanes)
{
	for (int side = 0; side < 2; side++)
		for (int i = 0; i < lanes->count[side]; i++)
			lanes->total[side] += lanes->heights[side][i];
}

/* How unlike the two sides are: 0 where words cover as much above as below, 1 where one is empty.
 */
static double lopsided(const search *s)
{
	double area[2] = { 0 };
	for (size_t i = 0; i < s->count; i++)
		area[s->labels[i].below] += s->labels[i].width * s->labels[i].height;
	double sum = area[0] + area[1];
	return sum > 0 ? fabs(area[0] - area[1]) / sum : 0;
}

bool bd_lanes_assign(bd_arena *scratch, bd_lane_label *labels, size_t count, double width, int most,
		     bd_lanes *lanes)
{
	enum { WAYS = 4 };
	search s = { .count = count, .width = width, .most = most };
	s.placed = BD_ARRAY(scratch, count, size_t);
	s.labels = BD_ARRAY(scratch, count, bd_lane_label);
	bd_lane_label *best = NULL;
	s.lowest = INFINITY;
	for (int k = 0; k < 4 * WAYS; k++) {
		int way = k % WAYS;
		s.level = k / WAYS % 2;
		s.first_above = k < 2 * WAYS;
		/* Where to turn round: as late as the width allows, and half way. */
		size_t last = 0;
		while (last < count && fits(&s, &labels[last], false))
			last++;
		for (int half = 0; half < (way ? 2 : 1); half++) {
			memcpy(s.labels, labels, count * sizeof *labels);
			start(&s, scratch);
			if (!try_way(&s, way, half ? last - last / 3 : last))
				continue;
			add_up(&s.lanes);
			double height = s.lanes.total[0] + s.lanes.total[1] +
					0.1 * fabs(s.lanes.total[0] - s.lanes.total[1]);
			height *= 1 + 0.15 * lopsided(&s) + (s.labels[0].below ? 0.01 : 0);
			if (height >= s.lowest - 1e-9)
				continue;
			s.lowest = height;
			*lanes = s.lanes;
			best = best ? best : BD_ARRAY(scratch, count, bd_lane_label);
			memcpy(best, s.labels, count * sizeof *labels);
		}
	}
	if (best)
		memcpy(labels, best, count * sizeof *labels);
	return best != NULL;
}
