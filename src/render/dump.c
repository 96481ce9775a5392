/* dump.c - the scene as text: what the goldens hold and `bieudo scene` prints.
 *
 * One node a line, indented by depth, coordinates rounded to 0.01 px, so that a diff of two dumps
 * reads as what changed in the picture. What is usual (opacity 1, no clip) is left out. */
#include "base/number.h"
#include "base/str.h"
#include "render/backend.h"
#include "render/path_data.h"

#include <string.h>

typedef struct dumper {
	bd_str out;
	int depth;
} dumper;

static void node(dumper *d, const bd_node *n);

static void begin(dumper *d, const char *word)
{
	for (int i = 0; i < d->depth; i++)
		bd_str_add(&d->out, "  ");
	bd_str_add(&d->out, word);
}

static void end(dumper *d)
{
	bd_str_add_char(&d->out, '\n');
}

static void number(dumper *d, const char *before, double value)
{
	bd_str_add(&d->out, before);
	bd_str_add_number(&d->out, value, 2);
}

static void text(dumper *d, const char *name, const char *value)
{
	if (!value)
		return;
	bd_str_printf(&d->out, " %s=\"", name);
	for (const char *c = value; *c; c++) {
		if (*c == '\n')
			bd_str_add(&d->out, "\\n");
		else if (*c == '"' || *c == '\\')
			bd_str_printf(&d->out, "\\%c", *c);
		else
			bd_str_add_char(&d->out, *c);
	}
	bd_str_add_char(&d->out, '"');
}

static void color(dumper *d, bd_color c)
{
	char hex[BD_COLOR_ROOM];
	bd_color_format(c, hex);
	bd_str_add(&d->out, hex);
	if (c.ink)
		bd_str_printf(&d->out, "(%s)", c.ink);
}

/* Six decimals: matrices hold factors, not lengths. */
static void matrix(dumper *d, const char *name, bd_matrix m)
{
	const double v[] = { m.a, m.b, m.c, m.d, m.e, m.f };
	if (bd_matrix_is_identity(m))
		return;
	bd_str_printf(&d->out, " %s=", name);
	for (int i = 0; i < 6; i++) {
		bd_str_add(&d->out, i ? "," : "");
		bd_str_add_number(&d->out, v[i], i < 4 ? 6 : 2);
	}
}

static void gradient(dumper *d, const bd_gradient *g)
{
	bd_str_add(&d->out, g->radial ? "radial(" : "linear(");
	number(d, "", g->x1);
	number(d, ",", g->y1);
	if (g->radial)
		number(d, ",", g->r1);
	number(d, " ", g->x2);
	number(d, ",", g->y2);
	if (g->radial)
		number(d, ",", g->r2);
	for (size_t i = 0; i < g->stop_count; i++) {
		number(d, " ", g->stops[i].offset);
		bd_str_add_char(&d->out, ':');
		color(d, g->stops[i].color);
	}
	bd_str_add_char(&d->out, ')');
}

static void paint(dumper *d, const char *name, const bd_paint *p)
{
	if (p->kind == BD_PAINT_NONE)
		return;
	bd_str_printf(&d->out, " %s=", name);
	if (p->kind == BD_PAINT_SOLID) {
		color(d, p->color);
		return;
	}
	if (p->kind == BD_PAINT_GRADIENT)
		gradient(d, p->gradient);
	else {
		number(d, "pattern(", p->pattern->width);
		number(d, "x", p->pattern->height);
		matrix(d, "transform", p->pattern->transform);
		bd_str_add_char(&d->out, ')');
	}
	if (p->opacity != 1)
		number(d, "*", p->opacity);
}

static void stroke(dumper *d, const bd_stroke *s)
{
	static const char *const caps[] = { NULL, "round", "square" };
	static const char *const joins[] = { NULL, "round", "bevel" };
	if (s->paint.kind == BD_PAINT_NONE)
		return;
	paint(d, "stroke", &s->paint);
	number(d, " width=", s->width);
	if (caps[s->cap])
		bd_str_printf(&d->out, " cap=%s", caps[s->cap]);
	if (joins[s->join])
		bd_str_printf(&d->out, " join=%s", joins[s->join]);
	if (s->miter_limit > 0 && s->miter_limit != 10)
		number(d, " miter=", s->miter_limit);
	for (size_t i = 0; s->dash && i < s->dash_count; i++)
		number(d, i ? "," : " dash=", s->dash[i]);
	if (s->dash && s->dash_offset != 0)
		number(d, " offset=", s->dash_offset);
}

/* What a pattern repeats stands below the node that it paints. */
static void tile(dumper *d, const bd_paint *p)
{
	if (p->kind != BD_PAINT_PATTERN)
		return;
	d->depth++;
	node(d, p->pattern->tile);
	d->depth--;
}

static void path(dumper *d, const char *name, const bd_path *p)
{
	bd_str_printf(&d->out, " %s=\"", name);
	bd_path_data(&d->out, p, 2);
	bd_str_add_char(&d->out, '"');
}

static void group(dumper *d, const bd_group *g)
{
	begin(d, "group");
	if (g->role)
		bd_str_printf(&d->out, " %s", bd_role_name(g->role));
	text(d, "id", g->id);
	text(d, "name", g->name);
	text(d, "lang", g->lang);
	text(d, "alt", g->alt);
	text(d, "href", g->href);
	text(d, "from", g->origin);
	matrix(d, "transform", g->transform);
	if (g->clip)
		path(d, "clip", g->clip);
	if (g->opacity != 1)
		number(d, " opacity=", g->opacity);
	end(d);
	d->depth++;
	for (const bd_node *n = g->first; n; n = n->next)
		node(d, n);
	d->depth--;
}

static void shape(dumper *d, const bd_shape *s)
{
	begin(d, "path");
	path(d, "d", bd_shape_path(s, d->out.arena));
	if (s->even_odd)
		bd_str_add(&d->out, " even-odd");
	paint(d, "fill", &s->fill);
	stroke(d, &s->stroke);
	text(d, "blend", s->blend);
	end(d);
	tile(d, &s->fill);
	tile(d, &s->stroke.paint);
}

static void glyphs(dumper *d, const bd_glyphs *g)
{
	char *words = bd_strndup(d->out.arena, g->run.utf8, g->run.length);
	/* where it starts: a run's glyphs count from the origin of its line */
	const bd_glyph none = { 0 }, *first = g->run.glyph_count ? g->run.glyphs : &none;
	begin(d, "glyphs");
	number(d, " ", g->x + first->x);
	number(d, ",", g->y + first->y);
	text(d, "text", words);
	text(d, "face", bd_face_name(g->run.face));
	number(d, " size=", g->run.size);
	number(d, " advance=", g->run.width);
	text(d, "lang", g->run.lang);
	paint(d, "fill", &g->fill);
	stroke(d, &g->stroke);
	end(d);
}

/* A picture's bytes are told by a sum of them (FNV-1a). */
static unsigned long long sum(const void *bytes, size_t length, unsigned long long hash)
{
	const unsigned char *b = bytes;
	for (size_t i = 0; i < length; i++)
		hash = (hash ^ b[i]) * 0x100000001b3ULL;
	return hash;
}

static void image(dumper *d, const bd_image *i)
{
	unsigned long long hash = 0xcbf29ce484222325ULL;
	begin(d, "image");
	number(d, " ", i->box.x);
	number(d, ",", i->box.y);
	number(d, " ", i->box.width);
	number(d, "x", i->box.height);
	if (i->jpeg.bytes)
		hash = sum(i->jpeg.bytes, i->jpeg.length, hash);
	for (int y = 0; i->pixels && y < i->height; y++)
		hash = sum(i->pixels + (size_t)y * (size_t)i->stride, 4 * (size_t)i->width, hash);
	bd_str_printf(&d->out, " %s %dx%d sum=%016llx", i->jpeg.bytes ? "jpeg" : "pixels", i->width,
		      i->height, hash);
	if (i->opacity != 1)
		number(d, " opacity=", i->opacity);
	if (i->smooth)
		bd_str_add(&d->out, " smooth");
	end(d);
}

static void stamps(dumper *d, const bd_stamps *s)
{
	begin(d, "stamps");
	path(d, "d", s->shape);
	if (!s->look && s->count && s->fills)
		paint(d, "fill", s->fills);
	if (!s->look && s->count && s->strokes)
		stroke(d, s->strokes);
	end(d);
	d->depth++;
	for (size_t i = 0; i < s->count; i++) {
		begin(d, "at");
		number(d, " ", s->x[i]);
		number(d, ",", s->y[i]);
		if (s->scale)
			number(d, " scale=", s->scale[i]);
		if (s->scale_y)
			number(d, ",", s->scale_y[i]);
		if (s->shapes)
			path(d, "d", bd_stamp_shape(s, i));
		if (s->look && s->fills)
			paint(d, "fill", &s->fills[s->look[i]]);
		if (s->look && s->strokes)
			stroke(d, &s->strokes[s->look[i]]);
		end(d);
	}
	d->depth--;
}

static void node(dumper *d, const bd_node *n)
{
	switch (n->kind) {
	case BD_NODE_GROUP: group(d, &n->group); break;
	case BD_NODE_PATH: shape(d, &n->shape); break;
	case BD_NODE_GLYPHS: glyphs(d, &n->glyphs); break;
	case BD_NODE_IMAGE: image(d, &n->image); break;
	case BD_NODE_STAMPS: stamps(d, &n->stamps); break;
	}
}

static void page(dumper *d, const bd_scene_page *p)
{
	begin(d, "page");
	number(d, " ", p->geometry.width);
	number(d, "x", p->geometry.height);
	if (p->geometry.paper)
		bd_str_add(&d->out, " paper");
	if (p->geometry.bleed > 0)
		number(d, " bleed=", p->geometry.bleed);
	if (p->background.a > 0) {
		bd_str_add(&d->out, " background=");
		color(d, p->background);
	}
	end(d);
	d->depth++;
	node(d, p->root);
	d->depth--;
}

static bd_blob render(const bd_scene *scene, const bd_backend_options *options, bd_arena *arena,
		      bd_diags *diags)
{
	(void)options;
	(void)diags;
	dumper d = { .out = bd_str_new(arena) };
	begin(&d, "scene");
	text(&d, "lang", scene->lang);
	text(&d, "title", scene->title);
	text(&d, "description", scene->description);
	text(&d, "author", scene->author);
	end(&d);
	for (size_t i = 0; i < scene->page_count; i++)
		page(&d, &scene->pages[i]);
	return (bd_blob){ .name = "scene", .bytes = bd_str_text(&d.out), .length = d.out.length };
}

const bd_backend bd_backend_dump = {
	.name = "scene",
	.extension = ".scene",
	.mime = "text/plain",
	.doc = "The picture as text, one node a line: for tests and for reading.",
	.whole_scene = true,
	.render = render,
};
