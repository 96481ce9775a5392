/* geom.h - points, rectangles, transforms and paths. Units are px, y grows downwards. */
#pragma once
#include "base/arena.h"
#include <stdbool.h>
#include <stdint.h>

typedef struct bd_point {
	double x, y;
} bd_point;

typedef struct bd_rect {
	double x, y, width, height;
} bd_rect;

/* The smallest rectangle around both; an empty one (width and height 0) counts for nothing. */
bd_rect bd_rect_union(bd_rect a, bd_rect b);
bd_rect bd_rect_inset(bd_rect r, double by);
bool bd_rect_overlaps(bd_rect a, bd_rect b);
/* True when `inner` stands in `outer`, `slack` px over at most. */
bool bd_rect_contains(bd_rect outer, bd_rect inner, double slack);

/* x' = a x + c y + e, y' = b x + d y + f: the six numbers in SVG's order. */
typedef struct bd_matrix {
	double a, b, c, d, e, f;
} bd_matrix;

#define BD_IDENTITY ((bd_matrix){ 1, 0, 0, 1, 0, 0 })

bd_matrix bd_matrix_translate(double x, double y);
bd_matrix bd_matrix_scale(double x, double y);
bd_matrix bd_matrix_rotate(double degrees); /* clockwise, as y grows downwards */
/* First `inner`, then `outer`. */
bd_matrix bd_matrix_multiply(bd_matrix outer, bd_matrix inner);
bd_point bd_matrix_apply(bd_matrix m, bd_point p);
bool bd_matrix_is_identity(bd_matrix m);

typedef enum { BD_MOVE, BD_LINE, BD_CURVE, BD_CLOSE } bd_verb;

/* Sub-paths of lines and cubic Béziers: a verb takes 1, 1, 3 or 0 of the points. */
typedef struct bd_path {
	bd_arena *arena;
	uint8_t *verbs;
	bd_point *points;
	size_t verb_count, point_count, verb_room, point_room;
} bd_path;

bd_path bd_path_new(bd_arena *arena);
void bd_path_move(bd_path *p, double x, double y);
void bd_path_line(bd_path *p, double x, double y);
void bd_path_curve(bd_path *p, double x1, double y1, double x2, double y2, double x, double y);
void bd_path_quad(bd_path *p, double x1, double y1, double x, double y);
void bd_path_close(bd_path *p);
void bd_path_rect(bd_path *p, bd_rect r);
/* Radii in the order top left, top right, bottom right, bottom left; cut to fit. */
void bd_path_round_rect(bd_path *p, bd_rect r, const double radii[4]);
void bd_path_circle(bd_path *p, double x, double y, double radius);
/* An arc from angle `from` to `to` (radians, 0 along +x, positive towards +y); a line leads to
 * its start when the path has a current point. Angles are cut to four turns. */
void bd_path_arc(bd_path *p, double x, double y, double radius, double from, double to);
/* SVG's elliptical arc (SVG 2, 9.5.1 and B.2.4) from the current point. */
void bd_path_svg_arc(bd_path *p, double rx, double ry, double rotation, bool large, bool sweep,
		     double x, double y);
void bd_path_add(bd_path *p, const bd_path *other, bd_matrix m);
/* The path of SVG's `d` (SVG 2, 9.3): all commands. False from the first mistake on; what came
 * before it is kept. */
bool bd_path_parse_svg(bd_path *p, const char *d);
/* The box around it (of curves, exactly; not around control points). */
bd_rect bd_path_bounds(const bd_path *p);
/* The current point; 0,0 for an empty path. */
bd_point bd_path_end(const bd_path *p);
