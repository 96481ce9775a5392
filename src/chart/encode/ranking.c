#include "chart/encode/ranking.h"

#include <stdlib.h>

static int by_rank(const void *a, const void *b)
{
	const bd_rank *p = a, *q = b;
	int order = bd_value_compare(p->by, q->by);
	return order ? order : p->index < q->index ? -1 : p->index > q->index;
}

static int by_rank_down(const void *a, const void *b)
{
	const bd_rank *p = a, *q = b;
	int order = bd_value_compare(q->by, p->by);
	return order ? order : p->index < q->index ? -1 : p->index > q->index;
}

void bd_rank_sort(bd_rank *ranks, size_t count, bool descending)
{
	qsort(ranks, count, sizeof *ranks, descending ? by_rank_down : by_rank);
}
