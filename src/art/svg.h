/* svg.h - SVG's static subset (SVG 2): svg, g, a, use, symbol, defs, path, rect, circle, ellipse,
 * line, polyline, polygon, clipPath, linearGradient, radialGradient, with presentation attributes
 * and `style` attributes. Filters, masks, text, scripts, style sheets, images and references that
 * lead outside are refused by name. */
#pragma once
#include "art/art.h"
#include "art/element.h"
#include "art/node.h"

/* Reads a file; false after complaints, which point into it. */
bool bd_svg_read(bd_arena *arena, const bd_source *source, bd_diags *diags, bd_art *art);

/* --- between the reader's files --- */

/* Properties that children inherit (SVG 2, 6.2), and the two that they do not. */
typedef struct bd_svg_style {
	bd_art_paint fill, stroke;
	const char *fill_ref, *stroke_ref; /* id of a gradient; NULL */
	double fill_opacity, stroke_opacity;
	bd_color color; /* of currentColor, where `colored` */
	bool colored, even_odd, clip_even_odd, hidden;
	bd_stroke line;
	/* not inherited */
	double opacity;
	const char *clip_ref;
	bool gone; /* display: none */
} bd_svg_style;

typedef struct bd_svg_reader {
	bd_arena *arena;
	bd_diags *diags;
	const bd_element *root;
	double width, height; /* of the viewport, which per cents refer to */
	int drawn, uses;      /* nodes so far, and how deep in `use` */
} bd_svg_reader;

void bd_svg_refuse(bd_svg_reader *svg, const bd_element *element, const char *what);

bd_svg_style bd_svg_initial_style(void);
/* The parent's style with the element's own properties over it. */
bd_svg_style bd_svg_style_of(bd_svg_reader *svg, const bd_element *element,
			     const bd_svg_style *parent);

/* The path of a shape element; NULL where it draws nothing. `is_shape` says whether it is one. */
const bd_path *bd_svg_shape(bd_svg_reader *svg, const bd_element *element, bool *is_shape);

/* The gradient `id` for a shape with these bounds, in the space where `*space` leads from to the
 * shape's. A gradient that cannot be found paints nothing, as SVG says. */
bd_art_paint bd_svg_gradient(bd_svg_reader *svg, const char *id, bd_rect bounds,
			     const bd_svg_style *style, bd_matrix *space);

/* A length in px: "12", "1.5mm", "50%" of `whole`; `otherwise` where there is none. */
double bd_svg_length(const char *text, double whole, double otherwise);
/* Numbers parted by blanks or commas, at most `most`; how many. */
size_t bd_svg_numbers(const char *text, double *numbers, size_t most);
bool bd_svg_transform(const char *text, bd_matrix *matrix);
/* "#id" or "url(#id)" as "id"; NULL where it leads elsewhere. */
const char *bd_svg_reference(bd_arena *arena, const char *text);
