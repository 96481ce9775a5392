/* svg.c - walking an SVG document (svg.h). */
#include "art/svg.h"

#include "base/limits.h"
#include "base/str.h"
#include <math.h>
#include <string.h>

enum { MOST_DRAWN = 50000, MOST_USES = 8 };

static void walk(bd_svg_reader *svg, const bd_element *element, const bd_svg_style *parent,
		 bd_art_node *group);

void bd_svg_refuse(bd_svg_reader *svg, const bd_element *element, const char *what)
{
	bd_error(svg->diags, &element->place, BD_SVG_REFUSED, what);
}

static bd_art_node *add(bd_svg_reader *svg, bd_art_node *group, bool is_group)
{
	bd_art_node *node = BD_NEW(svg->arena, bd_art_node);
	*node = (bd_art_node){ .is_group = is_group, .transform = BD_IDENTITY, .opacity = 1 };
	if (group->last)
		group->last->next = node;
	else
		group->first = node;
	group->last = node;
	return node;
}

static bd_matrix transform_of(bd_svg_reader *svg, const bd_element *e)
{
	bd_matrix m;
	if (!bd_svg_transform(bd_element_get(e, "transform"), &m))
		bd_svg_refuse(svg, e, "transform");
	return m;
}

/* The union of a clipPath's shapes. With the non-zero rule that holds where they wind alike, which
 * drawing programs see to; the scene knows no other. */
static const bd_path *clip_of(bd_svg_reader *svg, const bd_element *user, const char *id)
{
	const bd_element *clip = bd_element_by_id(svg->root, id);
	if (!clip || strcmp(clip->name, "clipPath")) {
		bd_svg_refuse(svg, user, id);
		return NULL;
	}
	if (bd_streq(bd_element_get(clip, "clipPathUnits"), "objectBoundingBox"))
		bd_svg_refuse(svg, clip, "clipPathUnits");
	bd_svg_style initial = bd_svg_initial_style();
	bd_svg_style own = bd_svg_style_of(svg, clip, &initial);
	if (own.clip_ref)
		bd_svg_refuse(svg, clip, "clip-path");
	bd_path *path = BD_NEW(svg->arena, bd_path);
	*path = bd_path_new(svg->arena);
	bd_matrix outer = transform_of(svg, clip);
	for (const bd_element *e = clip->first; e; e = e->next) {
		bool is_shape;
		const bd_path *shape = bd_svg_shape(svg, e, &is_shape);
		bd_svg_style style = bd_svg_style_of(svg, e, &own);
		if (!is_shape && *e->name && strcmp(e->name, "title"))
			bd_svg_refuse(svg, e, e->name);
		if (shape && style.clip_even_odd)
			bd_svg_refuse(svg, e, "clip-rule: evenodd");
		if (shape && !style.gone)
			bd_path_add(path, shape, bd_matrix_multiply(outer, transform_of(svg, e)));
	}
	return path;
}

static bd_matrix inverse(bd_matrix m)
{
	double d = m.a * m.d - m.b * m.c;
	return (bd_matrix){ m.d / d,
			    -m.b / d,
			    -m.c / d,
			    m.a / d,
			    (m.c * m.f - m.d * m.e) / d,
			    (m.b * m.e - m.a * m.f) / d };
}

/* A gradient lives in a space of its own (a unit box, a skewed one), in which its circles are
 * circles. So the shape is brought there, and a group leads back. */
static void add_gradient_fill(bd_svg_reader *svg, bd_art_node *group, const bd_path *path,
			      const bd_svg_style *style)
{
	bd_matrix space;
	bd_art_paint paint =
		bd_svg_gradient(svg, style->fill_ref, bd_path_bounds(path), style, &space);
	if (paint.kind == BD_ART_NONE)
		return;
	paint.opacity = style->fill_opacity;
	bd_art_node *back = add(svg, group, true), *shape = add(svg, back, false);
	bd_path *there = BD_NEW(svg->arena, bd_path);
	*there = bd_path_new(svg->arena);
	bd_path_add(there, path, inverse(space));
	back->transform = space;
	shape->path = there;
	shape->even_odd = style->even_odd;
	shape->fill = paint;
}

static void add_shape(bd_svg_reader *svg, const bd_element *e, bd_art_node *group,
		      const bd_path *path, const bd_svg_style *style)
{
	if (style->hidden)
		return;
	bool gradient = style->fill.kind == BD_ART_GRADIENT;
	if (gradient)
		add_gradient_fill(svg, group, path, style);
	if (style->stroke.kind == BD_ART_GRADIENT)
		bd_svg_refuse(svg, e, "stroke: url()");
	bd_art_node *node = add(svg, group, false);
	node->path = path;
	node->even_odd = style->even_odd;
	node->fill = gradient ? (bd_art_paint){ .kind = BD_ART_NONE } : style->fill;
	node->fill.opacity = style->fill_opacity;
	node->stroke =
		style->line.width > 0 ? style->stroke : (bd_art_paint){ .kind = BD_ART_NONE };
	node->stroke.opacity = style->stroke_opacity;
	node->line = style->line;
}

static void walk_children(bd_svg_reader *svg, const bd_element *element, const bd_svg_style *style,
			  bd_art_node *group)
{
	for (const bd_element *child = element->first; child; child = child->next)
		walk(svg, child, style, group);
}

static void walk_use(bd_svg_reader *svg, const bd_element *e, const bd_svg_style *style,
		     bd_art_node *group)
{
	const char *href = bd_element_get(e, "href");
	const char *id = href ? bd_svg_reference(svg->arena, href) : NULL;
	const bd_element *target = id ? bd_element_by_id(svg->root, id) : NULL;
	if (!target || svg->uses >= MOST_USES) {
		bd_svg_refuse(svg, e, href ? href : "use");
		return;
	}
	bd_art_node *moved = add(svg, group, true);
	moved->transform =
		bd_matrix_translate(bd_svg_length(bd_element_get(e, "x"), svg->width, 0),
				    bd_svg_length(bd_element_get(e, "y"), svg->height, 0));
	svg->uses++;
	if (!strcmp(target->name, "symbol") || !strcmp(target->name, "svg")) {
		if (bd_element_get(target, "viewBox"))
			bd_svg_refuse(svg, target, "viewBox");
		walk_children(svg, target, style, moved);
	} else {
		walk(svg, target, style, moved);
	}
	svg->uses--;
}

static bool is_one_of(const char *name, const char *const *names)
{
	while (*names && strcmp(*names, name))
		names++;
	return *names != NULL;
}

static void walk(bd_svg_reader *svg, const bd_element *element, const bd_svg_style *parent,
		 bd_art_node *group)
{
	/* what is drawn by reference, what is not drawn, and other programs' notes */
	static const char *const passed[] = {
		"",         "defs",           "title",          "desc",   "metadata",
		"clipPath", "linearGradient", "radialGradient", "symbol", NULL
	};
	static const char *const groups[] = { "g", "a", "use", NULL };
	if (is_one_of(element->name, passed))
		return;
	if (++svg->drawn > MOST_DRAWN) {
		if (svg->drawn == MOST_DRAWN + 1)
			bd_svg_refuse(svg, element, BD_TERM_SVG_SIZE);
		return;
	}
	bool is_shape, is_group = is_one_of(element->name, groups);
	const bd_path *path = bd_svg_shape(svg, element, &is_shape);
	if (!is_shape && !is_group) {
		bd_svg_refuse(svg, element, bd_printf(svg->arena, "<%s>", element->name));
		return;
	}
	bd_svg_style style = bd_svg_style_of(svg, element, parent);
	if (style.gone || (is_shape && !path))
		return;
	bd_matrix m = transform_of(svg, element);
	if (!bd_matrix_is_identity(m) || style.clip_ref || style.opacity < 1) {
		group = add(svg, group, true);
		group->transform = m;
		group->opacity = style.opacity;
		group->clip = style.clip_ref ? clip_of(svg, element, style.clip_ref) : NULL;
	}
	if (is_shape)
		add_shape(svg, element, group, path, &style);
	else if (!strcmp(element->name, "use"))
		walk_use(svg, element, &style, group);
	else
		walk_children(svg, element, &style, group);
}

/* The picture's size, and the transform of its view box to 0,0 (SVG 2, 8.2). */
static bool read_view(bd_svg_reader *svg, bd_art *art, bd_matrix *view)
{
	double box[4];
	bool has_box = bd_svg_numbers(bd_element_get(svg->root, "viewBox"), box, 4) == 4;
	double width = bd_svg_length(bd_element_get(svg->root, "width"), NAN, NAN);
	double height = bd_svg_length(bd_element_get(svg->root, "height"), NAN, NAN);
	if (!has_box) {
		box[0] = box[1] = 0;
		box[2] = width, box[3] = height;
	}
	svg->width = art->width = box[2];
	svg->height = art->height = box[3];
	*view = bd_matrix_translate(-box[0], -box[1]);
	return box[2] > 0 && box[3] > 0 && box[2] < 1e6 && box[3] < 1e6;
}

bool bd_svg_read(bd_arena *arena, const bd_source *source, bd_diags *diags, bd_art *art)
{
	int before = diags->errors;
	*art = (bd_art){ 0 };
	bd_element *root = bd_element_read(arena, source, diags);
	if (!root)
		return false;
	bd_svg_reader svg = { .arena = arena, .diags = diags, .root = root };
	bd_matrix view;
	if (strcmp(root->name, "svg") || !read_view(&svg, art, &view)) {
		bd_error(diags, &root->place, BD_NO_SVG_SIZE);
		return false;
	}
	art->root = BD_NEW(arena, bd_art_node);
	*art->root = (bd_art_node){ .is_group = true, .transform = view, .opacity = 1 };
	bd_svg_style initial = bd_svg_initial_style();
	bd_svg_style style = bd_svg_style_of(&svg, root, &initial);
	walk_children(&svg, root, &style, art->root);
	return diags->errors == before;
}
