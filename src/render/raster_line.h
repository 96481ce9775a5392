/* raster_line.h - inside render/: lines of thousands of points on pixels. */
#pragma once
#include "render/painter.h"

/* Strokes a line that runs one way in x and crosses most columns of pixels many times over; false
 * for any other, and where the stroke is not plain: nothing is drawn then. */
bool bd_raster_line(bd_painter *painter, const bd_path *path, const bd_stroke *stroke);

/* The same straight from all points of a line that was thinned. */
bool bd_raster_all(bd_painter *painter, const bd_line_points *all, const bd_stroke *stroke);
