/* trails.c - lines whose width changes along the way (items.h). Each piece is a strip between two
 * discs; the strips overlap in the discs, so they are filled by the nonzero rule, all the same way
 * round. */
#include "scene/items.h"

#include <math.h>

static void add_piece(bd_path *path, bd_point a, double ra, bd_point b, double rb)
{
	double length = hypot(b.x - a.x, b.y - a.y);
	if (!(length > 0)) {
		bd_path_circle(path, b.x, b.y, fmax(ra, rb));
		return;
	}
	double ux = (b.x - a.x) / length, uy = (b.y - a.y) / length, across = atan2(-ux, uy);
	bd_path_move(path, a.x + ra * uy, a.y - ra * ux);
	bd_path_line(path, b.x + rb * uy, b.y - rb * ux);
	bd_path_arc(path, b.x, b.y, rb, across, across + M_PI);
	bd_path_line(path, a.x - ra * uy, a.y + ra * ux);
	bd_path_arc(path, a.x, a.y, ra, across + M_PI, across + 2 * M_PI);
	bd_path_close(path);
}

void bd_trail_add(bd_path *path, const bd_point *points, const double *widths, size_t count)
{
	for (size_t i = 1; i < count; i++)
		add_piece(path, points[i - 1], fmax(0, widths[i - 1]) / 2, points[i],
			  fmax(0, widths[i]) / 2);
}
