/* lanes.h - labels above and below an axis, in lanes, on stems that cross no label.
 *
 * Pure geometry: each label has the x of its mark and a size. It stands at the right of its stem
 * (its left edge on it) or at the left. A stem runs from the axis through the inner lanes to its
 * own; a label in an inner lane must not stand in its way. */
#pragma once
#include "base/arena.h"
#include <stdbool.h>

typedef struct bd_lane_label {
	double x;             /* of the mark, from the axis's left end */
	double width, height; /* with the room it wants around it */
	/* out */
	bool below, leftwards; /* leftwards: its right edge on the stem */
	int lane;              /* 0: next to the axis */
	double left;           /* x of its left edge */
} bd_lane_label;

typedef struct bd_lanes {
	int count[2];       /* lanes above, below */
	double *heights[2]; /* of each lane, from the axis outwards */
	double total[2];    /* their sums */
} bd_lanes;

/* Gives each of `count` labels (x ascending) a lane within `width`; false where `most` lanes a
 * side are not enough. */
bool bd_lanes_assign(bd_arena *scratch, bd_lane_label *labels, size_t count, double width, int most,
		     bd_lanes *lanes);
