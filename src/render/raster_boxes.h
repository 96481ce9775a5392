/* raster_boxes.h - very many rectangles on pixels: the ticks of a strip, the cells of a grid. */
#pragma once
#include "render/blend.h"
#include "render/painter.h"

/* Whether stamps are upright rectangles of flat colours without outlines, as they come to stand by
 * the matrix. */
bool bd_stamps_are_boxes(const bd_stamps *stamps, const cairo_matrix_t *to_device);

/* Draws them on the canvas, which stands `dx`,`dy` off device space: what a pixel is covered of is
 * exact, as it is with cairo, which takes twenty times as long to begin and end each. */
void bd_raster_boxes(const bd_stamps *stamps, const cairo_matrix_t *to_device,
		     const bd_canvas *canvas, int dx, int dy);
