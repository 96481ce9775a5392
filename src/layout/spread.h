/* spread.h - labels along a line: moved apart no further than they must be. */
#pragma once
#include "base/arena.h"

/* Places labels of the given sizes so that none overlap, in the order of their wanted middles
 * (which must ascend), between `from` and `to`; the sum of squared moves is the least there is.
 * `middles` holds what is wanted and gets what was found. The room must hold them all: else they
 * stand edge to edge from `from` on. */
void bd_spread(bd_arena *scratch, double *middles, const double *sizes, size_t count, double from,
	       double to);
