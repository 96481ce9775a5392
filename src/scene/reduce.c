/* reduce.c - see reduce.h. */
#include "scene/reduce.h"

#include <math.h>

/* The scene is made before the density is known; two columns a px suffice for screens at twice
 * the density and for print at a fifth of a millimetre. */
static const double COLUMNS_PER_PX = 2;
static const size_t FEW = 256; /* points that are never worth reducing */

static bool runs_one_way(const bd_point *p, size_t count)
{
	bool forth = true, back = true;
	for (size_t i = 1; i < count && (forth || back); i++) {
		forth = forth && p[i].x >= p[i - 1].x;
		back = back && p[i].x <= p[i - 1].x;
	}
	return forth || back;
}

/* Moves what is kept of points[from..end) to points[kept]; returns the new number of kept ones. */
static size_t keep_column(bd_point *p, size_t from, size_t end, size_t kept)
{
	size_t low = from, high = from;
	for (size_t i = from + 1; i < end; i++) {
		if (p[i].y < p[low].y)
			low = i;
		if (p[i].y > p[high].y)
			high = i;
	}
	size_t first = low < high ? low : high, second = low < high ? high : low;
	const bd_point four[4] = { p[from], p[first], p[second], p[end - 1] };
	const size_t places[4] = { from, first, second, end - 1 };
	for (int k = 0; k < 4; k++)
		if (k == 0 || places[k] != places[k - 1])
			p[kept++] = four[k];
	return kept;
}

size_t bd_reduce_points(bd_point *points, size_t count)
{
	if (count <= FEW || !runs_one_way(points, count))
		return count;
	size_t kept = 0, from = 0;
	double column = floor(points[0].x * COLUMNS_PER_PX);
	for (size_t i = 1; i <= count; i++) {
		double next = i < count ? floor(points[i].x * COLUMNS_PER_PX) : NAN;
		if (next == column)
			continue;
		kept = keep_column(points, from, i, kept);
		from = i;
		column = next;
	}
	return kept;
}
