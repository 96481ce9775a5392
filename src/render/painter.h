/* painter.h - walking a scene with cairo. What pixels and PDF do differently (glyphs, stamps,
 * pictures, tags, tiles) is a table of functions that each backend fills. */
#pragma once
#include "render/cairo_shape.h"

typedef struct bd_painter bd_painter;

typedef struct bd_painter_ops {
	void (*glyphs)(bd_painter *painter, const bd_glyphs *glyphs);
	void (*stamps)(bd_painter *painter, const bd_stamps *stamps);
	void (*image)(bd_painter *painter, const bd_image *image);
	/* The tile of a pattern as a source in the current user space; the caller owns it. */
	cairo_pattern_t *(*tile)(bd_painter *painter, const bd_pattern *pattern, double opacity);
	/* The stroke of a long, undashed path; NULL: as any other. */
	void (*stroke)(bd_painter *painter, const bd_shape *shape);
	/* Around a group's nodes; NULL: nothing to do. */
	void (*enter)(bd_painter *painter, const bd_group *group);
	void (*leave)(bd_painter *painter, const bd_group *group);
} bd_painter_ops;

struct bd_painter {
	cairo_t *cr;
	bd_arena *arena;
	const bd_painter_ops *ops;
	bd_diags *diags;
	int layers; /* pushed groups around what is painted now */
	void *data; /* the backend's own */
};

void bd_painter_node(bd_painter *painter, const bd_node *node);
/* Background over trim and bleed, then the page's nodes; user space must be px from the trim's
 * corner. */
void bd_painter_page(bd_painter *painter, const bd_scene_page *page);
/* Stamps one by one, exactly: what every backend can do. */
void bd_painter_stamps(bd_painter *painter, const bd_stamps *stamps);
/* A pattern's tile drawn by `inner`, whose cr draws on `surface` in the tile's px; both end here.
 * The surface as a source that repeats; the caller owns it and sets its matrix. */
cairo_pattern_t *bd_painter_tile(bd_painter *inner, cairo_surface_t *surface,
				 const bd_pattern *pattern, double opacity);
/* A picture's pixels into its box. */
void bd_painter_pixels(bd_painter *painter, const bd_image *image);
