/* raster_stroke.h - long strokes on pixels. */
#pragma once
#include "render/painter.h"

/* Strokes the path piece by piece, as cairo takes time that grows with the square of how many
 * segments of one stroke cross the same rows. Not for dashes, which would begin anew. */
void bd_raster_stroke(bd_painter *painter, const bd_shape *shape);
