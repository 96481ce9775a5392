/* raster_trace.h - inside render/: which part of each vertical the stroke of a line covers. */
#pragma once
#include "scene/scene.h"

#include <cairo.h>
#include <stddef.h>

enum { BD_TRACE_PARTS = 16 }; /* verticals of a pixel */

/* Points by their columns, which may be those of an array of bd_point (step 2), and where they
 * stand in pixels: x * sx + tx, y * sy + ty. All finite; x runs one way. */
typedef struct bd_trace_line {
	const double *x, *y;
	ptrdiff_t step;
	size_t count;
	double sx, sy, tx, ty;
} bd_trace_line;

typedef struct bd_tracer {
	double radius, miter; /* of the stroke in pixels; its limit */
	cairo_line_join_t join;
	double left; /* of the first pixel; the verticals stand in the middles of its parts */
	size_t count;
	double *low, *high; /* of each vertical: what is covered; low > high: nothing */
} bd_tracer;

/* Room for `count` verticals, of which nothing is covered yet. */
void bd_tracer_begin(bd_tracer *tracer, bd_arena *arena);
/* Widens what the verticals cover by the line's stroke. */
void bd_trace(bd_tracer *tracer, const bd_trace_line *line);
/* The same, segment by segment: what the former must equal. */
void bd_trace_all(bd_tracer *tracer, const bd_trace_line *line);
