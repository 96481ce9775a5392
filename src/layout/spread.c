/* spread.c - pool adjacent violators (Ayer et al., 1955): labels that would overlap become a group
 * that stands at the mean of what its members want; groups that touch merge. Exact, and linear. */
#include "layout/spread.h"

#include <math.h>

typedef struct group {
	size_t first, count;
	double size, wish; /* wish: the mean place of the group's first edge */
} group;

void bd_spread(bd_arena *scratch, double *middles, const double *sizes, size_t count, double from,
	       double to)
{
	group *groups = BD_ARRAY(scratch, count + 1, group);
	size_t n = 0;
	for (size_t i = 0; i < count; i++) {
		groups[n++] = (group){ i, 1, sizes[i], middles[i] - sizes[i] / 2 };
		/* A member's wish for the group's edge is its own less the sizes before it. */
		while (n > 1 && groups[n - 2].wish + groups[n - 2].size > groups[n - 1].wish) {
			group *a = &groups[n - 2], *b = &groups[n - 1];
			double sum =
				a->wish * (double)a->count + (b->wish - a->size) * (double)b->count;
			a->count += b->count;
			a->size += b->size;
			a->wish = sum / (double)a->count;
			n--;
		}
	}
	/* Bounds push whole groups inwards; those they meet go along. */
	double edge = from;
	for (size_t g = 0; g < n; g++) {
		groups[g].wish = fmax(groups[g].wish, edge);
		edge = groups[g].wish + groups[g].size;
	}
	edge = to;
	for (size_t g = n; g-- > 0;) {
		groups[g].wish = fmin(groups[g].wish, edge - groups[g].size);
		edge = groups[g].wish;
	}
	edge = from;
	for (size_t g = 0; g < n; g++) {
		double at = fmax(groups[g].wish, edge);
		for (size_t i = groups[g].first; i < groups[g].first + groups[g].count; i++) {
			middles[i] = at + sizes[i] / 2;
			at += sizes[i];
		}
		edge = at;
	}
}
