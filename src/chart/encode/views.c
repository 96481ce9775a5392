/* views.c - the tree of views of a normalised spec: units with their encodings read, layers,
 * facets and concats. */
#include "chart/encode/views.h"
#include "base/str.h"
#include "chart/encode/encode.h"
#include "marks/marks.h"

#include <math.h>

static bd_view *view_new(bd_compiler *c, bd_view *parent, bd_view_kind kind, const bd_json *spec)
{
	bd_view *view = BD_NEW(c->arena, bd_view);
	view->c = c;
	view->parent = parent;
	view->kind = kind;
	view->spec = spec;
	view->name = bd_json_string(bd_json_get(spec, "name"), NULL);
	view->width = view->height = NAN;
	return view;
}

static void add_children(bd_view *view, const bd_json *list)
{
	const bd_json *item;
	view->children = BD_ARRAY(view->c->arena, bd_json_is(list, BD_JSON_ARRAY) ? list->count : 0,
				  bd_view *);
	bd_each (item, list) {
		bd_view *child = bd_views_build(view->c, view, item);
		if (child)
			view->children[view->child_count++] = child;
	}
}

/* What bieudo does not draw, or nobody knows. */
static void unknown_mark(bd_compiler *c, const bd_json *at, const char *name)
{
	const char *names[64];
	size_t count = 0;
	if (bd_streq(name, "geoshape")) {
		bd_error(c->env->diags, &at->place, BD_NOT_YET, name);
		return;
	}
	for (; bd_marks[count] && count < 64; count++)
		names[count] = bd_marks[count]->name;
	bd_unknown_name(c->env->diags, &at->place, BD_TERM_MARK, name, names, count,
			sizeof names[0]);
}

static bd_view *build_unit(bd_compiler *c, bd_view *parent, const bd_json *spec)
{
	bd_view *unit = view_new(c, parent, BD_VIEW_UNIT, spec);
	unit->mark = bd_json_get(spec, "mark");
	const bd_json *type = bd_json_get(unit->mark, "type");
	unit->mark_type = bd_json_string(type, "");
	unit->kind_of_mark = bd_mark_find(unit->mark_type);
	if (!unit->kind_of_mark) {
		/* the vocabulary has complained of what is no name */
		if (bd_json_is(type, BD_JSON_STRING))
			unknown_mark(c, type, type->string);
		unit->mark_type = "point";
		unit->kind_of_mark = bd_mark_find("point");
	}
	bd_encoding_read(unit, bd_json_get(spec, "encoding"));
	unit->orient = bd_mark_orient(unit);
	bd_stack_decide(unit);
	return unit;
}

/* A facet's fields: one of its own that wraps, or rows and columns. */
static bd_view *build_facet(bd_compiler *c, bd_view *parent, const bd_json *spec)
{
	bd_view *view = view_new(c, parent, BD_VIEW_FACET, spec);
	const bd_json *facet = bd_json_get(spec, "facet");
	const bd_json *row = bd_json_get(facet, "row"), *column = bd_json_get(facet, "column");
	if (row || column) {
		bd_channel_def_read(c, row, CH_ROW, &view->facets[1]);
		bd_channel_def_read(c, column, CH_COLUMN, &view->facets[2]);
	} else {
		bd_channel_def_read(c, facet, CH_FACET, &view->facets[0]);
	}
	view->children = BD_NEW(c->arena, bd_view *);
	bd_view *child = bd_views_build(c, view, bd_json_get(spec, "spec"));
	if (child)
		view->children[view->child_count++] = child;
	return view;
}

bd_view *bd_views_build(bd_compiler *c, bd_view *parent, const bd_json *spec)
{
	static const char *const concats[] = { "concat", "hconcat", "vconcat" };
	if (bd_json_get(spec, "facet"))
		return build_facet(c, parent, spec);
	if (bd_json_get(spec, "layer")) {
		bd_view *layer = view_new(c, parent, BD_VIEW_LAYER, spec);
		add_children(layer, bd_json_get(spec, "layer"));
		return layer;
	}
	for (int i = 0; i < 3; i++)
		if (bd_json_get(spec, concats[i])) {
			bd_view *view = view_new(c, parent, BD_VIEW_CONCAT, spec);
			add_children(view, bd_json_get(spec, concats[i]));
			return view;
		}
	return bd_json_get(spec, "mark") ? build_unit(c, parent, spec) : NULL;
}

const bd_view *bd_view_plot(const bd_view *view)
{
	while (view->parent && view->parent->kind == BD_VIEW_LAYER)
		view = view->parent;
	return view;
}

static void collect(bd_view *view, bd_view_list *units)
{
	if (view->kind == BD_VIEW_UNIT)
		bd_push(view->c->arena, units, view);
	for (size_t i = 0; i < view->child_count; i++)
		collect(view->children[i], units);
}

bd_view_list bd_view_units(bd_view *view)
{
	bd_view_list units = { 0 };
	collect(view, &units);
	return units;
}
