/* svg_paint.c - fills, strokes, gradients, patterns and clips as SVG (svg_writer.h). */
#include "render/path_data.h"
#include "render/svg_writer.h"

static void solid(bd_str *out, const char *name, bd_color c)
{
	char hex[BD_COLOR_ROOM];
	c.a = 1;
	bd_color_format(c, hex);
	/* #aabbcc is #abc */
	if (hex[1] == hex[2] && hex[3] == hex[4] && hex[5] == hex[6])
		bd_str_printf(out, " %s=\"#%c%c%c\"", name, hex[1], hex[3], hex[5]);
	else
		bd_str_printf(out, " %s=\"%s\"", name, hex);
}

static void opacity(bd_str *out, const char *name, double value)
{
	if (value >= 1)
		return;
	bd_str_printf(out, " %s-opacity=\"", name);
	bd_str_add_number(out, value, 4);
	bd_str_add_char(out, '"');
}

static int gradient(bd_svg *svg, const bd_gradient *g)
{
	bd_str *out = &svg->defs;
	int id = svg->next_id++;
	const char *tag = g->radial ? "radialGradient" : "linearGradient";
	bd_str_printf(out, "<%s id=\"", tag);
	bd_svg_id(out, 'p', id);
	bd_str_add(out, "\" gradientUnits=\"userSpaceOnUse\"");
	bd_svg_number(svg, out, g->radial ? "fx" : "x1", g->x1);
	bd_svg_number(svg, out, g->radial ? "fy" : "y1", g->y1);
	bd_svg_number(svg, out, g->radial ? "cx" : "x2", g->x2);
	bd_svg_number(svg, out, g->radial ? "cy" : "y2", g->y2);
	if (g->radial)
		bd_svg_number(svg, out, "r", g->r2);
	if (g->radial && g->r1 > 0)
		bd_svg_number(svg, out, "fr", g->r1);
	bd_str_add_char(out, '>');
	for (size_t i = 0; i < g->stop_count; i++) {
		bd_str_add(out, "<stop offset=\"");
		bd_str_add_number(out, g->stops[i].offset, 4);
		bd_str_add_char(out, '"');
		solid(out, "stop-color", g->stops[i].color);
		opacity(out, "stop", g->stops[i].color.a);
		bd_str_add(out, "/>");
	}
	bd_str_printf(out, "</%s>\n", tag);
	return id;
}

/* The tile is written where the body is, then moved to the defs. */
static int pattern(bd_svg *svg, const bd_pattern *p)
{
	int id = svg->next_id++;
	bd_str body = svg->body;
	svg->body = bd_str_new(svg->arena);
	bd_str_add(&svg->body, "<pattern id=\"");
	bd_svg_id(&svg->body, 'p', id);
	bd_str_add(&svg->body, "\" patternUnits=\"userSpaceOnUse\"");
	bd_svg_number(svg, &svg->body, "width", p->width);
	bd_svg_number(svg, &svg->body, "height", p->height);
	bd_svg_matrix(&svg->body, "patternTransform", p->transform);
	bd_str_add(&svg->body, ">");
	bd_svg_node(svg, p->tile);
	bd_str_add(&svg->body, "</pattern>\n");
	bd_str_add_bytes(&svg->defs, svg->body.bytes, svg->body.length);
	svg->body = body;
	return id;
}

static void paint(bd_svg *svg, bd_str *out, const char *name, const bd_paint *p)
{
	switch (p->kind) {
	case BD_PAINT_NONE: bd_str_printf(out, " %s=\"none\"", name); return;
	case BD_PAINT_SOLID:
		solid(out, name, p->color);
		opacity(out, name, p->color.a);
		return;
	case BD_PAINT_GRADIENT:
	case BD_PAINT_PATTERN: break;
	}
	int id = p->kind == BD_PAINT_GRADIENT ? gradient(svg, p->gradient)
					      : pattern(svg, p->pattern);
	bd_str_printf(out, " %s=\"url(#", name);
	bd_svg_id(out, 'p', id);
	bd_str_add(out, ")\"");
	opacity(out, name, p->opacity);
}

void bd_svg_fill(bd_svg *svg, bd_str *out, const bd_paint *fill)
{
	bool black = fill->kind == BD_PAINT_SOLID && bd_color_equal(fill->color, BD_BLACK);
	if (!black)
		paint(svg, out, "fill", fill);
}

void bd_svg_stroke(bd_svg *svg, bd_str *out, const bd_stroke *s)
{
	static const char *const caps[] = { NULL, "round", "square" };
	static const char *const joins[] = { NULL, "round", "bevel" };
	if (s->paint.kind == BD_PAINT_NONE || !(s->width > 0))
		return;
	paint(svg, out, "stroke", &s->paint);
	if (s->width != 1)
		bd_svg_number(svg, out, "stroke-width", s->width);
	bd_svg_attribute(out, "stroke-linecap", caps[s->cap]);
	bd_svg_attribute(out, "stroke-linejoin", joins[s->join]);
	if (s->join == BD_JOIN_MITER)
		bd_svg_number(svg, out, "stroke-miterlimit",
			      s->miter_limit > 0 ? s->miter_limit : 10);
	double total = 0;
	for (size_t i = 0; s->dash && i < s->dash_count; i++)
		total += s->dash[i];
	if (total < 0.01)
		return;
	for (size_t i = 0; i < s->dash_count; i++) {
		bd_str_add(out, i ? " " : " stroke-dasharray=\"");
		bd_str_add_number(out, s->dash[i], bd_svg_decimals(svg, svg->scale));
	}
	bd_str_add_char(out, '"');
	if (s->dash_offset != 0)
		bd_svg_number(svg, out, "stroke-dashoffset", s->dash_offset);
}

void bd_svg_clip(bd_svg *svg, const bd_path *clip)
{
	int id = svg->next_id++;
	bd_str_add(&svg->defs, "<clipPath id=\"");
	bd_svg_id(&svg->defs, 'c', id);
	bd_str_add(&svg->defs, "\"><path d=\"");
	bd_path_data_short(&svg->defs, clip, bd_svg_decimals(svg, svg->scale));
	bd_str_add(&svg->defs, "\"/></clipPath>\n");
	bd_str_add(&svg->body, " clip-path=\"url(#");
	bd_svg_id(&svg->body, 'c', id);
	bd_str_add(&svg->body, ")\"");
}
