/* cover.h - how well a drawing fills its box: what a layout looks like from afar.
 *
 * Blocks say heights; whether a page looks empty at the right, or under a short list, only shows
 * when they stand in their places. */
#pragma once
#include "scene/scene.h"

typedef struct bd_cover {
	double hole;   /* the largest empty rectangle, as a share of the box */
	double filled; /* the share that is covered, a little air around everything counted */
} bd_cover;

bd_cover bd_cover_of(bd_arena *scratch, const bd_node *root, bd_rect box);
