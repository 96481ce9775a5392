/* rank_counts.h - which of some numbers are in a set that changes, and the set's quantiles: each in
 * a time that grows with the logarithm of how many there are. */
#pragma once
#include "base/arena.h"
#include <stdint.h>

/* Numbers counted by their rank among all that may ever come, in a tree of partial sums
 * (P. M. Fenwick, 1994). */
typedef struct bd_rank_counts {
	const uint32_t
		*rank; /* of the i-th number, from 0; UINT32_MAX for NaN, which never counts */
	const double *ordered; /* by rank */
	uint32_t *sums;
	size_t ranks, total; /* total: in the set */
} bd_rank_counts;

/* None of numbers[rows[0 … count-1]] is in the set yet. */
bd_rank_counts bd_rank_counts_new(bd_arena *arena, const double *numbers, const uint32_t *rows,
				  size_t count);
/* Adds the i-th of them, or takes it out (by -1). */
void bd_rank_counts_add(bd_rank_counts *set, size_t i, int by);
/* As bd_quantile of the set's numbers in order; the set is not empty. */
double bd_rank_counts_quantile(const bd_rank_counts *set, double share);
