/* svg_style.c - presentation attributes and the `style` attribute (SVG 2, 6.6 and chapter 13). */
#include "art/svg.h"
#include "base/str.h"
#include <math.h>
#include <string.h>

bd_svg_style bd_svg_initial_style(void)
{
	return (bd_svg_style){ .fill = { .kind = BD_ART_COLOR, .color = BD_BLACK, .opacity = 1 },
			       .stroke = { .kind = BD_ART_NONE, .opacity = 1 },
			       .fill_opacity = 1,
			       .stroke_opacity = 1,
			       .line = { .width = 1, .miter_limit = 4 },
			       .opacity = 1 };
}

static double clamp01(double v)
{
	return v < 0 ? 0 : v > 1 ? 1 : v;
}

static void set_paint(bd_svg_reader *svg, const bd_element *e, const bd_svg_style *s,
		      const char *value, bd_art_paint *paint, const char **reference)
{
	bd_color color;
	*reference = NULL;
	if (bd_streq(value, "none") || bd_streq(value, "transparent"))
		paint->kind = BD_ART_NONE;
	else if (!strcmp(value, "currentColor") || !strcmp(value, "currentcolor"))
		*paint = (bd_art_paint){ .kind = s->colored ? BD_ART_COLOR : BD_ART_CURRENT,
					 .color = s->color };
	else if (bd_starts_with(value, "url(")) {
		*reference = bd_svg_reference(svg->arena, value);
		if (!*reference)
			bd_svg_refuse(svg, e, value);
		paint->kind = BD_ART_GRADIENT;
	} else if (bd_color_parse(value, &color))
		*paint = (bd_art_paint){ .kind = BD_ART_COLOR, .color = color };
	else
		bd_svg_refuse(svg, e, value);
}

static void set_dash(bd_svg_reader *svg, bd_svg_style *s, const char *value)
{
	enum { MOST = 16 };
	double lengths[MOST], sum = 0;
	size_t count = bd_svg_numbers(value, lengths, MOST);
	s->line.dash = NULL;
	s->line.dash_count = 0;
	for (size_t i = 0; i < count; i++) {
		if (lengths[i] < 0)
			return;
		sum += lengths[i];
	}
	if (!(sum > 0))
		return;
	double *dash = BD_ARRAY(svg->arena, count, double);
	memcpy(dash, lengths, count * sizeof *dash);
	s->line.dash = dash;
	s->line.dash_count = count;
}

/* Properties that change nothing about a still picture without text, or that children of a refused
 * element would carry. */
static bool changes_picture(const char *name)
{
	static const char *const refused[] = { "filter", "mask", "marker-start", "marker-mid",
					       "marker-end" };
	for (size_t i = 0; i < sizeof refused / sizeof *refused; i++)
		if (!strcmp(name, refused[i]))
			return true;
	return false;
}

static bool set_line(bd_svg_reader *svg, bd_svg_style *s, const char *name, const char *value)
{
	double diagonal = hypot(svg->width, svg->height) / M_SQRT2;
	if (!strcmp(name, "stroke-width"))
		s->line.width = fmax(0, bd_svg_length(value, diagonal, s->line.width));
	else if (!strcmp(name, "stroke-linecap"))
		s->line.cap = !strcmp(value, "round")    ? BD_CAP_ROUND
			      : !strcmp(value, "square") ? BD_CAP_SQUARE
							 : BD_CAP_BUTT;
	else if (!strcmp(name, "stroke-linejoin"))
		s->line.join = !strcmp(value, "round")   ? BD_JOIN_ROUND
			       : !strcmp(value, "bevel") ? BD_JOIN_BEVEL
							 : BD_JOIN_MITER;
	else if (!strcmp(name, "stroke-miterlimit"))
		s->line.miter_limit = fmax(1, bd_svg_length(value, 1, 4));
	else if (!strcmp(name, "stroke-dasharray"))
		set_dash(svg, s, value);
	else if (!strcmp(name, "stroke-dashoffset"))
		s->line.dash_offset = bd_svg_length(value, diagonal, 0);
	else
		return false;
	return true;
}

static void set(bd_svg_reader *svg, const bd_element *e, bd_svg_style *s, const char *name,
		const char *value)
{
	if (!strcmp(value, "inherit") || set_line(svg, s, name, value))
		return;
	if (!strcmp(name, "fill"))
		set_paint(svg, e, s, value, &s->fill, &s->fill_ref);
	else if (!strcmp(name, "stroke"))
		set_paint(svg, e, s, value, &s->stroke, &s->stroke_ref);
	else if (!strcmp(name, "color"))
		s->colored = strcmp(value, "currentColor") && bd_color_parse(value, &s->color);
	else if (!strcmp(name, "fill-opacity"))
		s->fill_opacity = clamp01(bd_svg_length(value, 1, 1));
	else if (!strcmp(name, "stroke-opacity"))
		s->stroke_opacity = clamp01(bd_svg_length(value, 1, 1));
	else if (!strcmp(name, "opacity"))
		s->opacity = clamp01(bd_svg_length(value, 1, 1));
	else if (!strcmp(name, "fill-rule"))
		s->even_odd = !strcmp(value, "evenodd");
	else if (!strcmp(name, "clip-rule"))
		s->clip_even_odd = !strcmp(value, "evenodd");
	else if (!strcmp(name, "visibility"))
		s->hidden = strcmp(value, "visible") != 0;
	else if (!strcmp(name, "display"))
		s->gone = !strcmp(value, "none");
	else if (!strcmp(name, "clip-path") && strcmp(value, "none")) {
		s->clip_ref = bd_svg_reference(svg->arena, value);
		if (!s->clip_ref)
			bd_svg_refuse(svg, e, value);
	} else if (changes_picture(name) && strcmp(value, "none"))
		bd_svg_refuse(svg, e, name);
}

static const char *trimmed(bd_arena *arena, const char *start, size_t length)
{
	size_t blanks = strspn(start, " \t\r\n");
	blanks = blanks < length ? blanks : length;
	start += blanks, length -= blanks;
	while (length && strchr(" \t\r\n", start[length - 1]))
		length--;
	return bd_strndup(arena, start, length);
}

static void set_declarations(bd_svg_reader *svg, const bd_element *e, bd_svg_style *s,
			     const char *text)
{
	while (*text) {
		size_t length = strcspn(text, ";");
		const char *colon = memchr(text, ':', length);
		if (colon) {
			const char *value = colon + 1;
			set(svg, e, s, trimmed(svg->arena, text, (size_t)(colon - text)),
			    trimmed(svg->arena, value, length - (size_t)(value - text)));
		}
		text += length + (text[length] == ';');
	}
}

bd_svg_style bd_svg_style_of(bd_svg_reader *svg, const bd_element *element,
			     const bd_svg_style *parent)
{
	bd_svg_style s = *parent;
	s.opacity = 1;
	s.clip_ref = NULL;
	s.gone = false;
	/* `color` first: currentColor beside it means it */
	const char *color = bd_element_get(element, "color"),
		   *style = bd_element_get(element, "style");
	if (color)
		set(svg, element, &s, "color", color);
	for (size_t i = 0; i < element->attribute_count; i++) {
		const bd_attribute *a = &element->attributes[i];
		if (!strncmp(a->name, "on", 2))
			bd_svg_refuse(svg, element, a->name);
		set(svg, element, &s, a->name, trimmed(svg->arena, a->value, strlen(a->value)));
	}
	if (style)
		set_declarations(svg, element, &s, style);
	return s;
}
