/* svg.c - SVG, written from the scene: small, the same bytes every time, and text that stays text.
 * Plain SVG 1.1 with xlink:href, which librsvg, Inkscape, Illustrator and browsers all read. */
#include "base/number.h"
#include "render/backend.h"
#include "render/path_data.h"
#include "render/stamp_image.h"
#include "render/svg_writer.h"
#include "scene/href.h"

#include <math.h>
#include <string.h>

/* No text holds a control character, so this stands for the prefix and nothing else. */
static const char placeholder[] = "\x01\x02\x03\x04\x05\x06\x07";

void bd_svg_id(bd_str *out, char kind, int number)
{
	bd_str_printf(out, "%s-%c%d", placeholder, kind, number);
}

/* A hundredth of a px, in user space of that scale. */
int bd_svg_decimals(const bd_svg *svg, double scale)
{
	(void)svg;
	double decimals = ceil(2 + log10(fmax(scale, 1e-6)) - 1e-9);
	return (int)fmin(fmax(decimals, 0), 6);
}

void bd_svg_number(bd_svg *svg, bd_str *out, const char *name, double value)
{
	bd_str_printf(out, " %s=\"", name);
	bd_str_add_number(out, value, bd_svg_decimals(svg, svg->scale) + 1);
	bd_str_add_char(out, '"');
}

void bd_svg_escape(bd_str *out, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		switch (text[i]) {
		case '&': bd_str_add(out, "&amp;"); break;
		case '<': bd_str_add(out, "&lt;"); break;
		case '>': bd_str_add(out, "&gt;"); break;
		case '"': bd_str_add(out, "&quot;"); break;
		default:
			if ((unsigned char)text[i] >= ' ' || text[i] == '\n' || text[i] == '\t')
				bd_str_add_char(out, text[i]);
		}
	}
}

void bd_svg_attribute(bd_str *out, const char *name, const char *value)
{
	if (!value)
		return;
	bd_str_printf(out, " %s=\"", name);
	bd_svg_escape(out, value, strlen(value));
	bd_str_add_char(out, '"');
}

void bd_svg_matrix(bd_str *out, const char *name, bd_matrix m)
{
	if (bd_matrix_is_identity(m))
		return;
	bool shift = m.a == 1 && m.b == 0 && m.c == 0 && m.d == 1;
	const double factors[] = { m.a, m.b, m.c, m.d };
	bd_str_printf(out, " %s=\"%s(", name, shift ? "translate" : "matrix");
	for (int i = 0; !shift && i < 4; i++) {
		bd_str_add_number(out, factors[i], 7);
		bd_str_add_char(out, ' ');
	}
	bd_str_add_number(out, m.e, 3);
	bd_str_add_char(out, ' ');
	bd_str_add_number(out, m.f, 3);
	bd_str_add(out, ")\"");
}

/* WAI-ARIA 1.2 roles of the tags that a PDF has. */
static void role(bd_str *out, const bd_group *g)
{
	static const char *const names[] = {
		[BD_ROLE_H1] = "heading\" aria-level=\"1",
		[BD_ROLE_H2] = "heading\" aria-level=\"2",
		[BD_ROLE_H3] = "heading\" aria-level=\"3",
		[BD_ROLE_P] = "paragraph",
		[BD_ROLE_L] = "list",
		[BD_ROLE_LI] = "listitem",
		[BD_ROLE_TABLE] = "table",
		[BD_ROLE_TR] = "row",
		[BD_ROLE_TH] = "columnheader",
		[BD_ROLE_TD] = "cell",
		[BD_ROLE_FIGURE] = "img",
		[BD_ROLE_CAPTION] = "caption",
		[BD_ROLE_ARTIFACT] = "presentation\" aria-hidden=\"true",
	};
	/* an image without a name is an error to every checker */
	bool nameless = g->role == BD_ROLE_FIGURE && !g->alt;
	size_t index = (size_t)g->role;
	if (index < sizeof names / sizeof *names && names[index] && !nameless)
		bd_str_printf(out, " role=\"%s\"", names[index]);
	bd_svg_attribute(out, "aria-label", g->alt);
}

static void open_group(bd_svg *svg, const bd_group *g)
{
	bd_str *out = &svg->body;
	if (bd_href_is_safe(g->href)) {
		bd_str_add(out, "<a");
		bd_svg_attribute(out, "xlink:href", g->href);
	} else {
		bd_str_add(out, "<g");
	}
	if (g->id) {
		bd_str_printf(out, " id=\"%s-", placeholder);
		bd_svg_escape(out, g->id, strlen(g->id));
		bd_str_add_char(out, '"');
	}
	bd_svg_attribute(out, "inkscape:label", g->name);
	role(out, g);
	bd_svg_attribute(out, "xml:lang", g->lang);
	bd_svg_matrix(out, "transform", g->transform);
	if (g->opacity < 1)
		bd_svg_number(svg, out, "opacity", fmax(g->opacity, 0));
}

static double determinant(bd_matrix m)
{
	return m.a * m.d - m.b * m.c;
}

static bool is_plain(const bd_group *g)
{
	return bd_matrix_is_identity(g->transform) && !g->clip && g->opacity >= 1 && !g->id &&
	       !g->name && !g->alt && !g->lang && !bd_href_is_safe(g->href) &&
	       (g->role == BD_ROLE_NONE || g->role == BD_ROLE_DOCUMENT);
}

static void group(bd_svg *svg, const bd_group *g)
{
	double scale = svg->scale;
	bd_matrix outer = svg->matrix;
	bool plain = is_plain(g);
	if (!g->first)
		return;
	svg->matrix = bd_matrix_multiply(outer, g->transform);
	svg->scale *= sqrt(fabs(determinant(g->transform)));
	if (!plain) {
		open_group(svg, g);
		if (g->clip)
			bd_svg_clip(svg, g->clip);
		bd_str_add(&svg->body, ">\n");
	}
	for (const bd_node *n = g->first; n; n = n->next)
		bd_svg_node(svg, n);
	if (!plain)
		bd_str_add(&svg->body, bd_href_is_safe(g->href) ? "</a>\n" : "</g>\n");
	svg->scale = scale;
	svg->matrix = outer;
}

static void shape(bd_svg *svg, const bd_shape *s)
{
	const bd_path *path = bd_shape_path(s, svg->arena);
	if (path->verb_count == 0)
		return;
	bd_str_add(&svg->body, "<path d=\"");
	bd_path_data_short(&svg->body, path, bd_svg_decimals(svg, svg->scale));
	bd_str_add_char(&svg->body, '"');
	bd_svg_fill(svg, &svg->body, &s->fill);
	if (s->even_odd)
		bd_str_add(&svg->body, " fill-rule=\"evenodd\"");
	bd_svg_stroke(svg, &svg->body, &s->stroke);
	if (s->blend) {
		bd_str_add(&svg->body, " style=\"mix-blend-mode:");
		bd_svg_escape(&svg->body, s->blend, strlen(s->blend));
		bd_str_add_char(&svg->body, '"');
	}
	bd_str_add(&svg->body, "/>\n");
}

static void stamp_paint(bd_svg *svg, const bd_stamps *s, size_t look)
{
	static const bd_paint none = { .kind = BD_PAINT_NONE };
	bd_svg_fill(svg, &svg->body, s->fills ? &s->fills[look] : &none);
	if (s->strokes)
		bd_svg_stroke(svg, &svg->body, &s->strokes[look]);
}

/* Where shapes or sizes differ and outlines do not scale, each stamp is a path of its own. */
static void scaled_stamp(bd_svg *svg, const bd_stamps *s, size_t i)
{
	bd_arena arena = { 0 };
	bd_path path = bd_path_new(&arena);
	bd_path_add(&path, bd_stamp_shape(s, i), bd_stamp_matrix(s, i));
	bd_str_add(&svg->body, "<path d=\"");
	bd_path_data_short(&svg->body, &path, bd_svg_decimals(svg, svg->scale));
	bd_str_add_char(&svg->body, '"');
	bd_arena_free(&arena);
}

/* The page as a box of the current user space. */
static bd_rect visible(const bd_svg *svg)
{
	bd_matrix m = svg->matrix;
	double d = determinant(m);
	if (d == 0)
		return (bd_rect){ 0 };
	bd_matrix inverse = { m.d / d,
			      -m.b / d,
			      -m.c / d,
			      m.a / d,
			      (m.c * m.f - m.d * m.e) / d,
			      (m.b * m.e - m.a * m.f) / d };
	bd_arena arena = { 0 };
	bd_path page = bd_path_new(&arena), here = bd_path_new(&arena);
	bd_path_rect(&page, svg->page);
	bd_path_add(&here, &page, inverse);
	bd_rect box = bd_path_bounds(&here);
	bd_arena_free(&arena);
	return box;
}

static void stamps_as_image(bd_svg *svg, const bd_stamps *s)
{
	bd_image image;
	if (bd_stamp_image(s, visible(svg), svg->scale, svg->arena, svg->diags, &image))
		bd_svg_image(svg, &image);
}

static void stamps(bd_svg *svg, const bd_stamps *s)
{
	if (bd_stamps_are_many(s)) {
		stamps_as_image(svg, s);
		return;
	}
	int id = svg->next_id++, decimals = bd_svg_decimals(svg, svg->scale);
	bool own = s->scale || s->shapes;
	if (!own) {
		bd_str_add(&svg->defs, "<path id=\"");
		bd_svg_id(&svg->defs, 's', id);
		bd_str_add(&svg->defs, "\" d=\"");
		bd_path_data_short(&svg->defs, s->shape, decimals + 1);
		bd_str_add(&svg->defs, "\"/>\n");
	}
	bd_str_add(&svg->body, "<g");
	if (!s->look && s->count)
		stamp_paint(svg, s, 0);
	bd_str_add(&svg->body, ">\n");
	for (size_t i = 0; i < s->count; i++) {
		if (own) {
			scaled_stamp(svg, s, i);
		} else {
			bd_str_add(&svg->body, "<use xlink:href=\"#");
			bd_svg_id(&svg->body, 's', id);
			bd_str_add(&svg->body, "\" x=\"");
			bd_str_add_number(&svg->body, s->x[i], decimals);
			bd_str_add(&svg->body, "\" y=\"");
			bd_str_add_number(&svg->body, s->y[i], decimals);
			bd_str_add_char(&svg->body, '"');
		}
		if (s->look)
			stamp_paint(svg, s, s->look[i]);
		bd_str_add(&svg->body, "/>\n");
	}
	bd_str_add(&svg->body, "</g>\n");
}

void bd_svg_node(bd_svg *svg, const bd_node *node)
{
	switch (node->kind) {
	case BD_NODE_GROUP: group(svg, &node->group); break;
	case BD_NODE_PATH: shape(svg, &node->shape); break;
	case BD_NODE_GLYPHS: bd_svg_glyphs(svg, &node->glyphs); break;
	case BD_NODE_IMAGE: bd_svg_image(svg, &node->image); break;
	case BD_NODE_STAMPS: stamps(svg, &node->stamps); break;
	}
}

static void head(bd_svg *svg, bd_str *out, const bd_scene *scene, const bd_page_geometry *g)
{
	char width[BD_NUMBER_ROOM], height[BD_NUMBER_ROOM];
	bd_number_fixed(g->width, 3, width);
	bd_number_fixed(g->height, 3, height);
	bd_str_printf(out,
		      "<svg xmlns=\"http://www.w3.org/2000/svg\" "
		      "xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
		      "xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" "
		      "width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\" "
		      "role=\"graphics-document document\"",
		      width, height, width, height);
	bd_svg_attribute(out, "xml:lang", scene->lang);
	bd_svg_attribute(out, "lang", scene->lang);
	if (scene->title)
		bd_str_printf(out, " aria-labelledby=\"%s-t\"", placeholder);
	if (scene->description)
		bd_str_printf(out, " aria-describedby=\"%s-d\"", placeholder);
	bd_str_add(out, ">\n");
	if (scene->title) {
		bd_str_printf(out, "<title id=\"%s-t\">", placeholder);
		bd_svg_escape(out, scene->title, strlen(scene->title));
		bd_str_add(out, "</title>\n");
	}
	if (scene->description) {
		bd_str_printf(out, "<desc id=\"%s-d\">", placeholder);
		bd_svg_escape(out, scene->description, strlen(scene->description));
		bd_str_add(out, "</desc>\n");
	}
	if (svg->flavour == BD_SVG_EMBED)
		bd_svg_fonts(svg, out);
	if (svg->defs.length)
		bd_str_printf(out, "<defs>\n%s</defs>\n", bd_str_text(&svg->defs));
}

/* Puts a letter and six hex digits of a sum (FNV-1a) of all that is written in each place. */
static void set_prefix(bd_str *out)
{
	uint64_t hash = 0xcbf29ce484222325u;
	char prefix[BD_SVG_PREFIX + 1], *end = out->bytes + out->length;
	for (size_t i = 0; i < out->length; i++)
		hash = (hash ^ (unsigned char)out->bytes[i]) * 0x100000001b3u;
	static const char hex[] = "0123456789abcdef";
	prefix[0] = 'b';
	for (int i = 1; i < BD_SVG_PREFIX; i++, hash >>= 4)
		prefix[i] = hex[hash & 15];
	for (char *at = out->bytes; (at = memchr(at, placeholder[0], (size_t)(end - at)));)
		memcpy(at, prefix, BD_SVG_PREFIX);
}

static bd_svg_flavour flavour_named(const char *name)
{
	if (bd_streq(name, "embed"))
		return BD_SVG_EMBED;
	return bd_streq(name, "text") ? BD_SVG_TEXT : BD_SVG_OUTLINE;
}

static bd_blob render(const bd_scene *scene, const bd_backend_options *options, bd_arena *arena,
		      bd_diags *diags)
{
	bd_arena scratch = { 0 };
	const bd_scene_page *page = &scene->pages[options->page];
	bd_svg svg = { .arena = &scratch,
		       .body = bd_str_new(&scratch),
		       .defs = bd_str_new(&scratch),
		       .flavour = flavour_named(options->flavour),
		       .matrix = BD_IDENTITY,
		       .scale = 1,
		       .page = { 0, 0, page->geometry.width, page->geometry.height },
		       .diags = diags };
	if (page->background.a > 0) {
		bd_paint paint = bd_solid(page->background);
		bd_str_add(&svg.body, "<rect");
		bd_svg_number(&svg, &svg.body, "width", page->geometry.width);
		bd_svg_number(&svg, &svg.body, "height", page->geometry.height);
		bd_svg_fill(&svg, &svg.body, &paint);
		bd_str_add(&svg.body, "/>\n");
	}
	bd_svg_node(&svg, page->root);
	bd_str out = bd_str_new(arena);
	head(&svg, &out, scene, &page->geometry);
	bd_str_add_bytes(&out, svg.body.bytes, svg.body.length);
	bd_str_add(&out, "</svg>\n");
	set_prefix(&out);
	bd_arena_free(&scratch);
	return (bd_blob){ .name = "svg", .bytes = out.bytes, .length = out.length };
}

const bd_backend bd_backend_svg = {
	.name = "svg",
	.extension = ".svg",
	.mime = "image/svg+xml",
	.doc = "Vectors, for the web and for drawing programs; text can be searched and selected.",
	.longest = 1000000, /* readers hold coordinates in single precision */
	.render = render,
};
