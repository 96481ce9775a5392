/* reduce.h - inside scene/: fewer points for the same picture. */
#pragma once
#include "scene/items.h"

/* Points along a line that runs one way in x become at most four for each half pixel: the first,
 * lowest, highest and last of it, in their order, which covers every pixel that all of them do (M4:
 * Jugel et al., VLDB 2014). Other lines are kept. Works in place; returns how many are left. */
size_t bd_reduce_points(bd_point *points, size_t count);
