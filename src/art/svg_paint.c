/* svg_paint.c - linear and radial gradients (SVG 2, 14.2). */
#include "art/svg.h"
#include "base/str.h"
#include <math.h>
#include <string.h>

enum { MOST_STOPS = 64, MOST_LINKS = 8 };

/* An attribute of the gradient, or of one that it refers to. */
static const char *inherited(bd_svg_reader *svg, const bd_element *g, const char *name)
{
	for (int i = 0; g && i < MOST_LINKS; i++) {
		const char *value = bd_element_get(g, name), *href = bd_element_get(g, "href");
		if (value)
			return value;
		const char *id = href ? bd_svg_reference(svg->arena, href) : NULL;
		g = id ? bd_element_by_id(svg->root, id) : NULL;
	}
	return NULL;
}

static const bd_element *with_stops(bd_svg_reader *svg, const bd_element *g)
{
	for (int i = 0; g && i < MOST_LINKS; i++) {
		for (const bd_element *child = g->first; child; child = child->next)
			if (!strcmp(child->name, "stop"))
				return g;
		const char *href = bd_element_get(g, "href");
		const char *id = href ? bd_svg_reference(svg->arena, href) : NULL;
		g = id ? bd_element_by_id(svg->root, id) : NULL;
	}
	return NULL;
}

/* A property of a stop: in its style attribute, or as one of its own. */
static const char *stop_property(bd_svg_reader *svg, const bd_element *stop, const char *name)
{
	const char *style = bd_element_get(stop, "style");
	const char *at = style ? strstr(style, name) : NULL;
	if (!at || at[strlen(name)] != ':')
		return bd_element_get(stop, name);
	at += strlen(name) + 1;
	at += strspn(at, " ");
	return bd_strndup(svg->arena, at, strcspn(at, ";"));
}

static bd_gradient_stop read_stop(bd_svg_reader *svg, const bd_element *e, double before,
				  const bd_svg_style *style)
{
	bd_gradient_stop stop = { .color = BD_BLACK };
	double offset = bd_svg_length(bd_element_get(e, "offset"), 1, 0);
	stop.offset = fmin(1, fmax(before, offset));
	const char *color = stop_property(svg, e, "stop-color");
	if (color && !strcmp(color, "currentColor")) {
		if (style->colored)
			stop.color = style->color;
		else
			bd_svg_refuse(svg, e, "stop-color: currentColor");
	} else if (color && !bd_color_parse(color, &stop.color)) {
		bd_svg_refuse(svg, e, color);
	}
	double opacity = bd_svg_length(stop_property(svg, e, "stop-opacity"), 1, 1);
	stop.color.a *= fmin(1, fmax(0, opacity));
	return stop;
}

static size_t read_stops(bd_svg_reader *svg, const bd_element *g, const bd_svg_style *style,
			 bd_gradient_stop stops[MOST_STOPS])
{
	size_t count = 0;
	for (const bd_element *e = g ? g->first : NULL; e; e = e->next)
		if (!strcmp(e->name, "stop") && count < MOST_STOPS) {
			stops[count] =
				read_stop(svg, e, count ? stops[count - 1].offset : 0, style);
			count++;
		}
	return count;
}

static double coordinate(bd_svg_reader *svg, const bd_element *g, const char *name, double whole,
			 const char *fallback)
{
	const char *text = inherited(svg, g, name);
	return bd_svg_length(text ? text : fallback, whole, 0);
}

static bd_gradient read_geometry(bd_svg_reader *svg, const bd_element *g, bool in_box)
{
	double w = in_box ? 1 : svg->width, h = in_box ? 1 : svg->height;
	double d = in_box ? 1 : hypot(w, h) / M_SQRT2;
	bd_gradient out = { .radial = !strcmp(g->name, "radialGradient") };
	if (!out.radial) {
		out.x1 = coordinate(svg, g, "x1", w, "0%");
		out.y1 = coordinate(svg, g, "y1", h, "0%");
		out.x2 = coordinate(svg, g, "x2", w, "100%");
		out.y2 = coordinate(svg, g, "y2", h, "0%");
		return out;
	}
	out.x2 = coordinate(svg, g, "cx", w, "50%");
	out.y2 = coordinate(svg, g, "cy", h, "50%");
	out.r2 = coordinate(svg, g, "r", d, "50%");
	out.x1 = inherited(svg, g, "fx") ? coordinate(svg, g, "fx", w, "50%") : out.x2;
	out.y1 = inherited(svg, g, "fy") ? coordinate(svg, g, "fy", h, "50%") : out.y2;
	out.r1 = coordinate(svg, g, "fr", d, "0%");
	return out;
}

bd_art_paint bd_svg_gradient(bd_svg_reader *svg, const char *id, bd_rect bounds,
			     const bd_svg_style *style, bd_matrix *space)
{
	bd_art_paint none = { .kind = BD_ART_NONE };
	*space = BD_IDENTITY;
	const bd_element *g = id ? bd_element_by_id(svg->root, id) : NULL;
	if (!g)
		return none;
	if (strcmp(g->name, "linearGradient") && strcmp(g->name, "radialGradient")) {
		bd_svg_refuse(svg, g, g->name);
		return none;
	}
	const char *spread = inherited(svg, g, "spreadMethod");
	if (spread && strcmp(spread, "pad"))
		bd_svg_refuse(svg, g, "spreadMethod");
	bool in_box = !bd_streq(inherited(svg, g, "gradientUnits"), "userSpaceOnUse");
	bd_matrix m;
	bd_svg_transform(inherited(svg, g, "gradientTransform"), &m);
	if (in_box && (!(bounds.width > 0) || !(bounds.height > 0)))
		return none; /* SVG 2, 14.2.2: a box without area is not painted */
	if (in_box)
		m = bd_matrix_multiply(
			(bd_matrix){ bounds.width, 0, 0, bounds.height, bounds.x, bounds.y }, m);
	if (!(fabs(m.a * m.d - m.b * m.c) > 1e-12))
		return none;
	bd_gradient_stop stops[MOST_STOPS];
	size_t count = read_stops(svg, with_stops(svg, g), style, stops);
	if (count < 2)
		return count ? (bd_art_paint){ .kind = BD_ART_COLOR, .color = stops[0].color }
			     : none;
	bd_gradient *gradient = BD_NEW(svg->arena, bd_gradient);
	*gradient = read_geometry(svg, g, in_box);
	bd_gradient_stop *copy = BD_ARRAY(svg->arena, count, bd_gradient_stop);
	memcpy(copy, stops, count * sizeof *copy);
	gradient->stops = copy;
	gradient->stop_count = count;
	*space = m;
	return (bd_art_paint){ .kind = BD_ART_GRADIENT, .gradient = gradient };
}
