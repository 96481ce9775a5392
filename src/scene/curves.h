/* curves.h - inside scene/: one function per interpolation, as curves.c lists them.
 *
 * A curve walks its points and adds to the path. An open curve begins where the pen of `enter`
 * says: with a line to its first point where it continues a path (the far edge of an area), else
 * with a move. The formulas are those of d3-shape's documentation and of the papers named at each.
 */
#pragma once
#include "scene/items.h"

typedef struct bd_curve_pen {
	bd_path *path;
	const bd_point *points; /* none twice in a row where a formula divides by their distance */
	size_t count;
	double tension;
	bool along_y; /* y is the coordinate that grows: monotone in y */
	bool join;    /* the first point continues the path */
} bd_curve_pen;

/* The start of an open curve. */
void bd_curve_enter(const bd_curve_pen *pen, bd_point at);

/* curves_spline.c */
void bd_curve_basis(const bd_curve_pen *pen);
void bd_curve_basis_open(const bd_curve_pen *pen);
void bd_curve_basis_closed(const bd_curve_pen *pen);
void bd_curve_bundle(const bd_curve_pen *pen);
void bd_curve_cardinal(const bd_curve_pen *pen);
void bd_curve_cardinal_open(const bd_curve_pen *pen);
void bd_curve_cardinal_closed(const bd_curve_pen *pen);
void bd_curve_catmull_rom(const bd_curve_pen *pen);
void bd_curve_catmull_rom_open(const bd_curve_pen *pen);
void bd_curve_catmull_rom_closed(const bd_curve_pen *pen);
void bd_curve_monotone(const bd_curve_pen *pen);
void bd_curve_natural(const bd_curve_pen *pen);
