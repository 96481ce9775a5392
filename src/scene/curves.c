/* curves.c - lines and areas through points: the interpolations of line and area marks, by Vega's
 * names (items.h). Lines and steps stand here, the splines in curves_spline.c. */
#include "scene/curves.h"

#include "base/str.h"

#include <math.h>

void bd_curve_enter(const bd_curve_pen *pen, bd_point at)
{
	if (pen->join)
		bd_path_line(pen->path, at.x, at.y);
	else
		bd_path_move(pen->path, at.x, at.y);
}

static void linear(const bd_curve_pen *pen)
{
	bd_curve_enter(pen, pen->points[0]);
	for (size_t i = 1; i < pen->count; i++)
		bd_path_line(pen->path, pen->points[i].x, pen->points[i].y);
}

static void linear_closed(const bd_curve_pen *pen)
{
	linear(pen);
	bd_path_close(pen->path);
}

/* A riser stands `share` of the way from one point to the next. The far edge of an area runs
 * backwards, and its risers must stand where the near edge has them. */
static void steps(const bd_curve_pen *pen, double share)
{
	const bd_point *p = pen->points;
	share = pen->join ? 1 - share : share;
	bd_curve_enter(pen, p[0]);
	for (size_t i = 1; i < pen->count; i++) {
		double x = p[i - 1].x * (1 - share) + p[i].x * share;
		if (share > 0)
			bd_path_line(pen->path, x, p[i - 1].y);
		bd_path_line(pen->path, x, p[i].y);
		if (share <= 0)
			bd_path_line(pen->path, p[i].x, p[i].y);
	}
	if (share > 0 && share < 1 && pen->count > 1)
		bd_path_line(pen->path, p[pen->count - 1].x, p[pen->count - 1].y);
}

static void step(const bd_curve_pen *pen)
{
	steps(pen, 0.5);
}

static void step_before(const bd_curve_pen *pen)
{
	steps(pen, 0);
}

static void step_after(const bd_curve_pen *pen)
{
	steps(pen, 1);
}

static const struct {
	const char *name;
	void (*draw)(const bd_curve_pen *pen);
	double tension; /* where the spec says none */
} curves[] = {
	{ "linear", linear, 0 },
	{ "linear-closed", linear_closed, 0 },
	{ "step", step, 0 },
	{ "step-before", step_before, 0 },
	{ "step-after", step_after, 0 },
	{ "basis", bd_curve_basis, 0 },
	{ "basis-open", bd_curve_basis_open, 0 },
	{ "basis-closed", bd_curve_basis_closed, 0 },
	{ "bundle", bd_curve_bundle, 0.85 },
	{ "cardinal", bd_curve_cardinal, 0 },
	{ "cardinal-open", bd_curve_cardinal_open, 0 },
	{ "cardinal-closed", bd_curve_cardinal_closed, 0 },
	{ "catmull-rom", bd_curve_catmull_rom, 0.5 },
	{ "catmull-rom-open", bd_curve_catmull_rom_open, 0.5 },
	{ "catmull-rom-closed", bd_curve_catmull_rom_closed, 0.5 },
	{ "monotone", bd_curve_monotone, 0 },
	{ "natural", bd_curve_natural, 0 },
};
enum { CURVES = sizeof curves / sizeof curves[0] };

bool bd_curve_exists(const char *interpolate)
{
	for (size_t i = 0; i < CURVES; i++)
		if (bd_streq(curves[i].name, interpolate))
			return true;
	return false;
}

void bd_curve_add(bd_path *path, const bd_curve *curve, const bd_point *points, size_t count,
		  bool along_y, bool join)
{
	size_t which = 0;
	for (size_t i = 0; curve->interpolate && i < CURVES; i++)
		if (bd_streq(curves[i].name, curve->interpolate))
			which = i;
	if (count == 0)
		return;
	bd_curve_pen pen = { .path = path,
			     .points = points,
			     .count = count,
			     .tension =
				     isnan(curve->tension) ? curves[which].tension : curve->tension,
			     .along_y = along_y,
			     .join = join && path->verb_count > 0 };
	curves[which].draw(&pen);
}
