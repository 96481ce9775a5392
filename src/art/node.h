/* node.h - an SVG once read: groups and shapes with everything resolved but currentColor, which is
 * known when the art is drawn. */
#pragma once
#include "scene/scene.h"

typedef enum {
	BD_ART_NONE,
	BD_ART_COLOR,
	BD_ART_CURRENT, /* what the caller says */
	BD_ART_GRADIENT
} bd_art_paint_kind;

typedef struct bd_art_paint {
	bd_art_paint_kind kind;
	bd_color color;
	double opacity;
	const bd_gradient *gradient;
} bd_art_paint;

typedef struct bd_art_node {
	bool is_group;
	struct bd_art_node *next;
	/* of a group */
	bd_matrix transform;
	const bd_path *clip;
	double opacity;
	struct bd_art_node *first, *last;
	/* of a shape */
	const bd_path *path;
	bool even_odd;
	bd_art_paint fill, stroke;
	bd_stroke line; /* its paint is `stroke` */
} bd_art_node;
