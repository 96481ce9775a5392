/* headers.c - what stands around a facet's cells: the values of its rows and columns, the axes
 * that its cells share, and the fields' names. By Vega-Lite's documentation of headers (headers.h).
 */
#include "chart/guides/headers.h"
#include "base/str.h"
#include "chart/encode/encode.h"
#include "chart/encode/format.h"
#include "chart/guides/axis.h"

#include <math.h>

/* A header's property: its own, headerRow's or headerColumn's, header's. */
bd_guide_plan bd_header_plan(bd_view *view, const bd_json *header, const char *section)
{
	bd_guide_plan plan = { .view = view };
	if (bd_json_is(header, BD_JSON_OBJECT))
		plan.said[plan.said_count++] = header;
	plan.configs[plan.config_count++] = section;
	plan.configs[plan.config_count++] = "header";
	return plan;
}

bd_guide_text bd_header_label(bd_view *view, const bd_channel_def *def, const bd_json *header,
			      bd_value value, size_t index, size_t count)
{
	bd_compiler *c = view->c;
	bd_arena *arena = c->env->arena;
	bd_guide_plan plan = bd_header_plan(view, header, "headerFacet");
	plan.def = def;
	bd_guide_text text = bd_guide_text_new(&plan, "guide-label", "label");
	const bd_json *from = bd_guide_format_source(&plan);
	text.text = bd_format_field(view, arena, def, from, value);
	bool plain = !bd_guide_property(&plan, "labelExpr");
	text.is_number = plain && value.kind == BD_V_NUMBER && isfinite(value.number) &&
			 def->type != BD_QUANTITATIVE && def->bin == BD_BIN_NONE && !def->unit &&
			 !bd_number_format_of(view, def, from);
	const bd_json *expr = bd_guide_property(&plan, "labelExpr");
	if (bd_json_is(expr, BD_JSON_STRING)) {
		const bd_expr *parsed =
			bd_expr_parse(c->env, expr->string, &expr->place, &c->names);
		if (parsed)
			text.text = bd_plain_label(
				arena, bd_expr_eval(parsed, arena,
						    bd_guide_datum(arena, value, text.text, index,
								   count)));
	}
	text.width = bd_guide_text_measure(c, &text);
	return text;
}

static bool axis_is_shared(const bd_view *view, bd_channel channel)
{
	const bd_json *said =
		bd_json_find(view->spec, "resolve", "axis", bd_channel_name(channel), NULL);
	if (said)
		return bd_json_equals_string(said, "shared");
	said = bd_json_find(view->spec, "resolve", "scale", bd_channel_name(channel), NULL);
	return !said || bd_json_equals_string(said, "shared");
}

bool bd_axis_is_in_header(const bd_view *plot, const bd_guide_plan *plan)
{
	const bd_view *facet = plot->parent;
	if (!facet || facet->kind != BD_VIEW_FACET)
		return false;
	/* The scale is the facet's, or that of a view around it. */
	bool inside = plan->use->owner == plot;
	for (const bd_view *view = plan->use->owner; view && !inside; view = view->parent)
		inside = view == plot;
	return !inside && axis_is_shared(facet, plan->channel);
}

static const char *const sides[4] = { "top", "left", "right", "bottom" };

#define TITLE_GAP 10.0 /* px between headers and the room of their title */

/* A shared axis of one of the two directions, if the child has it. */
static const bd_guide_plan *shared_axis(const bd_headers *h, const bd_plot_axes *axes,
					const char *orient)
{
	for (size_t i = 0; i < axes->plans.count; i++)
		if (bd_streq(axes->plans.items[i].orient, orient) &&
		    axes->plans.items[i].use->scale &&
		    bd_axis_is_in_header(h->child, &axes->plans.items[i]))
			return &axes->plans.items[i];
	return NULL;
}

static bool shows_labels(const bd_headers *h, int part)
{
	const bd_facet_keys *keys = &h->keys[part];
	const bd_json *header = keys->def ? bd_json_get(keys->def->json, "header") : NULL;
	if (!keys->def || !bd_channel_def_has_field(keys->def) || keys->set.count == 0)
		return false;
	if (header && header->kind == BD_JSON_NULL)
		return false;
	const char *section = part == 1 ? "headerRow" : "headerColumn";
	bd_guide_plan plan = bd_header_plan(h->view, header, section);
	return bd_guide_bool(&plan, "labels", true);
}

/* On which side a row's or column's labels stand. */
static const char *label_orient(const bd_headers *h, int part)
{
	const bd_json *header = bd_json_get(h->keys[part].def->json, "header");
	bd_guide_plan plan =
		bd_header_plan(h->view, header, part == 1 ? "headerRow" : "headerColumn");
	const char *orient = bd_guide_string(&plan, "orient", part == 1 ? "left" : "top");
	return bd_guide_string(&plan, "labelOrient", orient);
}

/* How far the axes of a header reach from the cells. */
static double reach_of(const bd_header_items *header, bool is_row, bool far, double length)
{
	double reach = 0;
	for (size_t i = 0; i < header->axes.count; i++) {
		bd_rect b = header->axes.items[i].bounds;
		double out = is_row ? (far ? b.x + b.width - length : -b.x)
				    : (far ? b.y + b.height - length : -b.y);
		reach = fmax(reach, out);
	}
	return reach;
}

/* The cell beside which the i-th header of a side stands; NULL where there is none. */
static const bd_cell *neighbour(const bd_headers *h, bool is_row, bool far, size_t i)
{
	size_t index = is_row ? i * h->columns : i, count = h->root->cells.count;
	if (is_row && far)
		index = i * h->columns + h->columns - 1;
	if (!is_row && far) {
		index = (h->rows - 1) * h->columns + i;
		if (index >= count && index >= h->columns)
			index -= h->columns;
	}
	return index < count ? h->root->cells.items[index] : NULL;
}

/* The outer line of the plots on a side, and how far their marks and guides reach beyond it. */
static double edge_of(const bd_headers *h, const char *side, double *beyond)
{
	double edge = 0;
	bool is_row = bd_streq(side, "left") || bd_streq(side, "right");
	bool far = bd_streq(side, "right") || bd_streq(side, "bottom");
	for (size_t i = 0; far && i < h->root->cells.count; i++) {
		const bd_cell *cell = h->root->cells.items[i];
		edge = fmax(edge, is_row ? cell->x + cell->width : cell->y + cell->height);
	}
	double out = is_row ? (far ? h->plots.x + h->plots.width - edge : -h->plots.x)
			    : (far ? h->plots.y + h->plots.height - edge : -h->plots.y);
	*beyond = fmax(0, ceil(out - 1e-6));
	return edge;
}

/* Adds the label of a row or column; returns how far the header then reaches. */
static double add_label(const bd_headers *h, bd_header_items *header, const char *side, size_t i,
			double out)
{
	bool is_row = bd_streq(side, "left") || bd_streq(side, "right");
	bool far = bd_streq(side, "right") || bd_streq(side, "bottom");
	const bd_facet_keys *keys = &h->keys[is_row ? 1 : 2];
	const bd_json *json = bd_json_get(keys->def->json, "header");
	double width = h->child->width, height = h->child->height;
	bd_guide_plan plan = bd_header_plan(h->view, json, is_row ? "headerRow" : "headerColumn");
	bd_guide_text text =
		bd_header_label(h->view, keys->def, json, keys->set.items[i], i, keys->set.count);
	bd_facet_text_place(&plan, "label", &text, side, (bd_rect){ 0, 0, width, height },
			    out + bd_guide_number(&plan, "labelPadding", 10));
	bd_push(h->view->c->env->arena, &header->titles, text);
	bd_rect cover = bd_guide_text_cover(&text);
	return fmax(out, is_row ? (far ? cover.x + cover.width - width : -cover.x)
				: (far ? cover.y + cover.height - height : -cover.y));
}

/* Headers of one side: one for each row or column. Returns how far they reach. */
static double make_side(const bd_headers *h, const bd_plot_axes *axes, const char *side)
{
	bd_arena *arena = h->view->c->env->arena;
	bool is_row = bd_streq(side, "left") || bd_streq(side, "right");
	bool far = bd_streq(side, "right") || bd_streq(side, "bottom");
	int part = is_row ? 1 : 2;
	const bd_guide_plan *axis = shared_axis(h, axes, side);
	bool labels = shows_labels(h, part) && bd_streq(label_orient(h, part), side);
	size_t count = is_row ? h->rows : h->columns;
	double reach = 0, beyond;
	edge_of(h, side, &beyond);
	for (size_t i = 0; (axis || labels) && i < count; i++) {
		const bd_cell *cell = neighbour(h, is_row, far, i);
		if (!cell)
			continue;
		bd_header_items *header = BD_NEW(arena, bd_header_items);
		header->role = bd_printf(arena, "%s-%s", is_row ? "row" : "column",
					 far ? "footer" : "header");
		header->x = cell->x;
		header->y = cell->y;
		if (axis)
			bd_push(arena, &header->axes,
				*bd_axis_make(axis, h->child->width, h->child->height, false,
					      true));
		double out =
			reach_of(header, is_row, far, is_row ? h->child->width : h->child->height);
		out = fmax(out, beyond);
		if (labels && i < h->keys[part].set.count)
			out = add_label(h, header, side, i, out);
		reach = fmax(reach, out);
		bd_push(arena, &h->root->headers, header);
	}
	return reach;
}

static const char *title_orient(const bd_guide_plan *plan, bool is_row)
{
	const char *orient = bd_guide_string(plan, "orient", is_row ? "left" : "top");
	return bd_guide_string(plan, "titleOrient", orient);
}

/* The field's name, over or beside all of its headers. */
static void make_title(const bd_headers *h, int part, const double reaches[4])
{
	const bd_facet_keys *keys = &h->keys[part];
	if (!keys->def || !bd_channel_def_has_field(keys->def))
		return;
	const bd_json *json = bd_json_get(keys->def->json, "header");
	if (json && json->kind == BD_JSON_NULL)
		return;
	bd_guide_plan plan = bd_header_plan(h->view, json,
					    part == 0   ? "headerFacet"
					    : part == 1 ? "headerRow"
							: "headerColumn");
	if (bd_json_is(bd_guide_property(&plan, "title"), BD_JSON_NULL))
		return;
	bd_guide_text text = bd_guide_text_new(&plan, "guide-title", "title");
	text.text = bd_field_title(h->view, keys->def, json);
	if (!text.text || !*text.text)
		return;
	text.width = bd_guide_text_measure(h->view->c, &text);
	bd_arena *arena = h->view->c->env->arena;
	bd_header_items *header = BD_NEW(arena, bd_header_items);
	bool is_row = part == 1;
	const char *side = title_orient(&plan, is_row);
	double padding = bd_guide_number(&plan, "titlePadding", 10), beyond, reach = 0;
	double edge = edge_of(h, side, &beyond);
	for (int i = 0; i < 4; i++)
		reach = bd_streq(sides[i], side) ? fmax(reaches[i], beyond) : reach;
	bd_rect cells = h->plots; /* along them the title stands by all that they cover */
	*(is_row ? &cells.x : &cells.y) = 0;
	*(is_row ? &cells.width : &cells.height) = edge;
	header->role = is_row ? "row-title" : "column-title";
	header->of_whole = true;
	bd_facet_text_place(&plan, "title", &text, side, cells,
			    reach + (part ? TITLE_GAP : 0) + padding);
	bd_push(arena, &header->titles, text);
	bd_push(arena, &h->root->headers, header);
}

void bd_headers_make(const bd_headers *h)
{
	bd_view *child = h->child;
	bd_plot_axes axes = { 0 };
	if (child->kind == BD_VIEW_UNIT || child->kind == BD_VIEW_LAYER)
		axes = bd_axes_plan(child);
	double reaches[4];
	for (int i = 0; i < 4; i++)
		reaches[i] = make_side(h, &axes, sides[i]);
	for (int part = 0; part < 3; part++)
		make_title(h, part, reaches);
}
