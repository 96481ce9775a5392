/* flow.h - boxes one below another: who gets which height of a column.
 *
 * A box says the least height it can live with, the one it would take by itself, and the most it
 * makes good use of. Where room is short, pictures give way first, then all boxes and gaps
 * together. Space that is left over goes to the boxes that can use it, then to the gaps, so that a
 * page never ends with a ragged third of emptiness. */
#pragma once
#include "base/arena.h"

typedef struct bd_extent {
	double least, natural, most; /* px; least <= natural <= most */
	/* How awkwardly its text breaks at this width: about 1 for each heading or item that takes
	 * a line too many. What chooses between layouts looks at it; sizes do not. */
	double strain;
	/* px of the natural height that it gives up before anything else gives way: a picture is
	 * cropped before any type gets smaller. At most natural - least. */
	double gives;
} bd_extent;

/* The height that it takes before anything is made smaller for it. */
static inline double bd_extent_modest(bd_extent e)
{
	return e.natural - e.gives;
}

typedef struct bd_slot {
	double y, height; /* y from the column's top */
} bd_slot;

typedef struct bd_flow {
	double gap;      /* between boxes, as designed */
	double least;    /* gaps shrink to this share of it ... */
	double most;     /* ... and grow to this */
	double overflow; /* out: px that are missing even at the least; 0: it fits */
	double left;     /* out: px below the last box */
} bd_flow;

/* Fills `slots`, one for each of `count` boxes, within `height` (INFINITY: natural heights). */
void bd_flow_place(bd_flow *flow, const bd_extent *boxes, size_t count, double height,
		   bd_slot *slots);

/* The extent of boxes stacked with gaps between them. */
bd_extent bd_flow_extent(const bd_flow *flow, const bd_extent *boxes, size_t count);
/* The extent of boxes side by side. */
bd_extent bd_extent_beside(bd_extent a, bd_extent b);
