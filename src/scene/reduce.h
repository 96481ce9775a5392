/* reduce.h - inside scene/: fewer points for the same picture. */
#pragma once
#include "scene/items.h"

/* The points of one edge of a mark, straight from its columns: items from … from + count - 1, in
 * their order or backwards. Where x or y is NaN, x_else or y_else stands, and else 0. */
typedef struct bd_edge {
	bd_numbers x, y, x_else, y_else;
	size_t from, count;
	bool backwards;
} bd_edge;

enum { BD_LONG_LINE = 256 }; /* points; fewer are never worth reducing */

/* Whether finite numbers rise, or fall, from first to last; equal neighbours do both. */
bool bd_runs_one_way(const double *numbers, size_t count);

/* All of its points, in `arena`. */
bd_point *bd_edge_points(bd_arena *arena, const bd_edge *edge);

/* As many as its picture needs, in `arena`; their number in *left. Along an edge that runs one way
 * in x they become at most four for each quarter of a pixel: the first, lowest, highest and last of
 * it, in their order, which covers every pixel that all of them do (M4: Jugel et al., VLDB 2014).
 * Other edges keep all. */
bd_point *bd_reduce_edge(bd_arena *arena, const bd_edge *edge, size_t *left);
