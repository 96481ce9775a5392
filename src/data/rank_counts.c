#include "data/rank_counts.h"

#include "data/sort.h"
#include <math.h>

bd_rank_counts bd_rank_counts_new(bd_arena *arena, const double *numbers, const uint32_t *rows,
				  size_t count)
{
	double *own = BD_ARRAY(arena, count, double), *ordered = BD_ARRAY(arena, count, double);
	uint32_t *order = BD_ARRAY(arena, count, uint32_t);
	uint32_t *rank = BD_ARRAY(arena, count, uint32_t);
	bd_rank_counts set = { .rank = rank, .ordered = ordered };
	for (size_t i = 0; i < count; i++) {
		own[i] = numbers[rows[i]];
		order[i] = (uint32_t)i;
	}
	const bd_column c = { .kind = BD_COLUMN_NUMBER, .numbers = own, .rows = count };
	if (count)
		bd_sort_by_numbers(arena, &c, false, order, count);
	for (size_t i = 0; i < count; i++) {
		rank[order[i]] = isnan(own[order[i]]) ? UINT32_MAX : (uint32_t)set.ranks;
		if (!isnan(own[order[i]]))
			ordered[set.ranks++] = own[order[i]];
	}
	set.sums = BD_ARRAY(arena, set.ranks + 1, uint32_t);
	return set;
}

void bd_rank_counts_add(bd_rank_counts *set, size_t i, int by)
{
	if (set->rank[i] == UINT32_MAX)
		return;
	set->total += (size_t)by;
	for (size_t at = set->rank[i] + (size_t)1; at <= set->ranks; at += at & -at)
		set->sums[at] += (uint32_t)by;
}

/* The n-th of the set in order, from 0. */
static double nth(const bd_rank_counts *set, size_t n)
{
	size_t at = 0, step = 1;
	while (step * 2 <= set->ranks)
		step *= 2;
	for (; step; step /= 2)
		if (at + step <= set->ranks && set->sums[at + step] <= n)
			n -= set->sums[at += step];
	return set->ordered[at];
}

double bd_rank_counts_quantile(const bd_rank_counts *set, double share)
{
	double at = (double)(set->total - 1) * share, below = floor(at);
	size_t i = (size_t)below;
	double low = nth(set, i), high = i + 1 < set->total && at > below ? nth(set, i + 1) : low;
	return low + (high - low) * (at - below);
}
