/* cairo_shape.h - paths, paints and strokes of a scene, said in cairo's words; for the backends
 * that draw with cairo. All coordinates pass through here, and none beyond BD_MAX_COORDINATE
 * device units gets on to cairo, which would draw garbage or hang. */
#pragma once
#include "scene/scene.h"

#include <cairo.h>

struct bd_painter;

void bd_cairo_matrix(cairo_t *cr, bd_matrix m); /* multiplied onto the current one */
/* Appends the path, in the current user space. */
void bd_cairo_path(cairo_t *cr, const bd_path *path);
/* The path with its points cut to what cairo takes; the path itself where none is beyond. */
bd_path bd_cairo_clamped(struct bd_painter *painter, const bd_path *path);
/* Makes the paint the source; false for none. A pattern's tile is painted by `painter`. */
bool bd_cairo_source(struct bd_painter *painter, const bd_paint *paint, double opacity);
/* Width, caps, joins, dashes; false where nothing would show. */
bool bd_cairo_stroke_style(cairo_t *cr, const bd_stroke *stroke);
/* Fills, then strokes, the current path and drops it. */
void bd_cairo_fill_and_stroke(struct bd_painter *painter, const bd_paint *fill,
			      const bd_stroke *stroke, double opacity);
/* CSS mix-blend-mode as an operator; OVER for NULL and what is unknown. */
cairo_operator_t bd_cairo_operator(const char *blend);
