/* ranking.h - values sorted by something else: by an aggregate of their rows, by their place in a
 * list, or by themselves. */
#pragma once
#include "base/value.h"

typedef struct bd_rank {
	bd_value value, by;
	size_t index; /* equal ranks keep this order */
} bd_rank;

void bd_rank_sort(bd_rank *ranks, size_t count, bool descending);
