/* svg_shape.c - SVG's basic shapes as paths (SVG 2, chapter 10). */
#include "art/svg.h"
#include "base/number.h"
#include <math.h>
#include <string.h>

static double get(bd_svg_reader *svg, const bd_element *e, const char *name, double whole)
{
	(void)svg;
	return bd_svg_length(bd_element_get(e, name), whole, 0);
}

static void ellipse(bd_path *p, double x, double y, double rx, double ry)
{
	bd_path_move(p, x + rx, y);
	bd_path_svg_arc(p, rx, ry, 0, false, true, x - rx, y);
	bd_path_svg_arc(p, rx, ry, 0, false, true, x + rx, y);
	bd_path_close(p);
}

static void rectangle(bd_svg_reader *svg, const bd_element *e, bd_path *p)
{
	double w = svg->width, h = svg->height;
	bd_rect r = { get(svg, e, "x", w), get(svg, e, "y", h), get(svg, e, "width", w),
		      get(svg, e, "height", h) };
	double rx = bd_svg_length(bd_element_get(e, "rx"), w, NAN);
	double ry = bd_svg_length(bd_element_get(e, "ry"), h, NAN);
	rx = isnan(rx) ? ry : rx;
	ry = isnan(ry) ? rx : ry;
	if (!(r.width > 0) || !(r.height > 0))
		return;
	if (!(rx > 0) || !(ry > 0)) {
		bd_path_rect(p, r);
		return;
	}
	rx = fmin(rx, r.width / 2), ry = fmin(ry, r.height / 2);
	double right = r.x + r.width, bottom = r.y + r.height;
	bd_path_move(p, r.x + rx, r.y);
	bd_path_line(p, right - rx, r.y);
	bd_path_svg_arc(p, rx, ry, 0, false, true, right, r.y + ry);
	bd_path_line(p, right, bottom - ry);
	bd_path_svg_arc(p, rx, ry, 0, false, true, right - rx, bottom);
	bd_path_line(p, r.x + rx, bottom);
	bd_path_svg_arc(p, rx, ry, 0, false, true, r.x, bottom - ry);
	bd_path_line(p, r.x, r.y + ry);
	bd_path_svg_arc(p, rx, ry, 0, false, true, r.x + rx, r.y);
	bd_path_close(p);
}

static void circle(bd_svg_reader *svg, const bd_element *e, bd_path *p)
{
	double diagonal = hypot(svg->width, svg->height) / M_SQRT2;
	double r = get(svg, e, "r", diagonal);
	if (r > 0)
		ellipse(p, get(svg, e, "cx", svg->width), get(svg, e, "cy", svg->height), r, r);
}

static void oval(bd_svg_reader *svg, const bd_element *e, bd_path *p)
{
	double rx = get(svg, e, "rx", svg->width), ry = get(svg, e, "ry", svg->height);
	if (rx > 0 && ry > 0)
		ellipse(p, get(svg, e, "cx", svg->width), get(svg, e, "cy", svg->height), rx, ry);
}

static void line(bd_svg_reader *svg, const bd_element *e, bd_path *p)
{
	bd_path_move(p, get(svg, e, "x1", svg->width), get(svg, e, "y1", svg->height));
	bd_path_line(p, get(svg, e, "x2", svg->width), get(svg, e, "y2", svg->height));
}

static void polyline(bd_svg_reader *svg, const bd_element *e, bd_path *p)
{
	(void)svg;
	const char *text = bd_element_get(e, "points");
	double xy[2];
	while (text && bd_svg_numbers(text, xy, 2) == 2) {
		bd_path_line(p, xy[0], xy[1]);
		for (int i = 0; i < 2; i++) {
			text += strspn(text, " \t\r\n,");
			bd_number_parse(text, strlen(text), &text);
		}
	}
}

static void polygon(bd_svg_reader *svg, const bd_element *e, bd_path *p)
{
	polyline(svg, e, p);
	bd_path_close(p);
}

static void path(bd_svg_reader *svg, const bd_element *e, bd_path *p)
{
	const char *d = bd_element_get(e, "d");
	if (d && !bd_path_parse_svg(p, d))
		bd_svg_refuse(svg, e, "d");
}

static bool within_limits(const bd_path *p)
{
	for (size_t i = 0; i < p->point_count; i++)
		if (!(fabs(p->points[i].x) < 1e6) || !(fabs(p->points[i].y) < 1e6))
			return false;
	return true;
}

const bd_path *bd_svg_shape(bd_svg_reader *svg, const bd_element *element, bool *is_shape)
{
	static const struct {
		const char *name;
		void (*add)(bd_svg_reader *svg, const bd_element *element, bd_path *p);
	} shapes[] = { { "path", path },      { "rect", rectangle }, { "circle", circle },
		       { "ellipse", oval },   { "line", line },      { "polyline", polyline },
		       { "polygon", polygon } };
	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
		if (strcmp(shapes[i].name, element->name))
			continue;
		bd_path *p = BD_NEW(svg->arena, bd_path);
		*p = bd_path_new(svg->arena);
		shapes[i].add(svg, element, p);
		*is_shape = true;
		return p->verb_count > 1 && within_limits(p) ? p : NULL;
	}
	*is_shape = false;
	return NULL;
}
