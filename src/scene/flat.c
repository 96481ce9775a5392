/* flat.c - items as JSON: what `bieudo scene --flat` prints, to be held against Vega's scenes. */
#include "scene/flat_writer.h"

#include <math.h>
#include <string.h>

static void put_bounds(bd_flat_writer *f, const bd_items *m, size_t i)
{
	if (!m->paths || !m->paths[i])
		return;
	bool empty = m->paths[i]->verb_count == 0;
	bd_rect b = empty ? (bd_rect){ 0 } : bd_path_bounds(m->paths[i]);
	double x = bd_number_at(m->x, i), y = bd_number_at(m->y, i);
	bd_paint stroke = bd_paint_at(&m->stroke, i);
	double half =
		empty || stroke.kind == BD_PAINT_NONE ? 0 : bd_number_at(m->stroke_width, i) / 2;
	x = isnan(x) ? 0 : x;
	y = isnan(y) ? 0 : y;
	half = isnan(half) ? 0.5 : half;
	bd_flat_open_list(f, "bounds", '[');
	const double corners[] = { b.x + x - half, b.y + y - half, b.x + b.width + x + half,
				   b.y + b.height + y + half };
	for (int k = 0; k < 4; k++) {
		bd_flat_put_name(f, NULL);
		bd_flat_put_number(f, corners[k]);
	}
	bd_flat_close_list(f, ']');
}

static void put_geometry(bd_flat_writer *f, const bd_items *m, size_t i)
{
	bd_flat_put_field(f, "x", bd_number_at(m->x, i));
	bd_flat_put_field(f, "y", bd_number_at(m->y, i));
	if (m->type == BD_ITEM_AREA && m->horizontal)
		bd_flat_put_field(f, "x2", bd_number_at(m->x2, i));
	else if (m->type == BD_ITEM_AREA)
		bd_flat_put_field(f, "y2", bd_number_at(m->y2, i));
	if (m->type == BD_ITEM_RULE) {
		bd_flat_put_field(f, "x2", bd_number_at(m->x2, i));
		bd_flat_put_field(f, "y2", bd_number_at(m->y2, i));
	}
	if (m->type == BD_ITEM_RECT || m->type == BD_ITEM_IMAGE) {
		bd_flat_put_field(f, "width", bd_number_at(m->width, i));
		bd_flat_put_field(f, "height", bd_number_at(m->height, i));
	}
	if (m->type == BD_ITEM_SYMBOL || m->type == BD_ITEM_TRAIL)
		bd_flat_put_field(f, "size", bd_number_at(m->size, i));
	if (m->type == BD_ITEM_SYMBOL && bd_string_at(m->shape, i)) {
		bd_flat_put_name(f, "shape");
		bd_flat_put_string(f, bd_string_at(m->shape, i));
	}
	if (m->type == BD_ITEM_ARC) {
		bd_flat_put_field(f, "startAngle", bd_number_at(m->start_angle, i));
		bd_flat_put_field(f, "endAngle", bd_number_at(m->end_angle, i));
		bd_flat_put_field(f, "innerRadius", bd_number_at(m->inner_radius, i));
		bd_flat_put_field(f, "outerRadius", bd_number_at(m->outer_radius, i));
	}
	if (m->type == BD_ITEM_AREA && m->horizontal) {
		bd_flat_put_name(f, "orient");
		bd_flat_put_string(f, "horizontal");
	}
	if (m->type == BD_ITEM_TEXT) {
		const char *text = bd_string_at(m->text, i);
		bd_flat_put_text(f, "text", text ? text : "", m->text_lines);
		bd_flat_put_field(f, "fontSize", bd_number_at(m->font_size, i));
	}
	if (m->type == BD_ITEM_SHAPE || m->type == BD_ITEM_PATH)
		put_bounds(f, m, i);
	if (m->defined && !m->defined[i]) {
		bd_flat_put_name(f, "defined");
		bd_str_add(&f->out, "false");
	}
}

static void put_item(bd_flat_writer *f, const bd_items *m, size_t i)
{
	bd_flat_open_list(f, NULL, '{');
	put_geometry(f, m, i);
	bd_flat_put_paint(f, "fill", bd_paint_at(&m->fill, i));
	bd_flat_put_paint(f, "stroke", bd_paint_at(&m->stroke, i));
	bd_flat_put_field(f, "strokeWidth", bd_number_at(m->stroke_width, i));
	bd_flat_put_field(f, "opacity", bd_number_at(m->opacity, i));
	bd_flat_put_field(f, "fillOpacity", bd_number_at(m->fill_opacity, i));
	bd_flat_put_field(f, "strokeOpacity", bd_number_at(m->stroke_opacity, i));
	if (m->dashes)
		bd_flat_put_dash(f, &m->dashes[m->dash_index ? m->dash_index[i] : 0]);
	bd_flat_close_list(f, '}');
}

static void put_marks(bd_flat_writer *f, const bd_cell *cell)
{
	bd_flat_open_list(f, "marks", '[');
	for (size_t k = 0; k < cell->marks.count; k++) {
		const bd_items *m = cell->marks.items[k];
		bd_flat_open_list(f, NULL, '{');
		bd_flat_put_name(f, "type");
		bd_flat_put_string(f, bd_item_type_name(m->type));
		bd_flat_put_field(f, "count", (double)m->count);
		bd_flat_open_list(f, "items", '[');
		for (size_t i = 0; i < m->count; i++)
			put_item(f, m, i);
		bd_flat_close_list(f, ']');
		bd_flat_close_list(f, '}');
	}
	bd_flat_close_list(f, ']');
}

static void put_lines(bd_flat_writer *f, const char *name, const bd_guide_line *lines, size_t count)
{
	bd_flat_open_list(f, name, '[');
	for (size_t i = 0; i < count; i++) {
		bd_flat_open_list(f, NULL, '[');
		bd_flat_put_name(f, NULL);
		bd_flat_put_number(f, lines[i].x);
		bd_flat_put_name(f, NULL);
		bd_flat_put_number(f, lines[i].y);
		bd_flat_close_list(f, ']');
	}
	bd_flat_close_list(f, ']');
}

static void put_axis(bd_flat_writer *f, const bd_axis_items *axis)
{
	bd_flat_open_list(f, NULL, '{');
	bd_flat_put_name(f, "orient");
	bd_flat_put_string(f, axis->orient);
	if (axis->title.text)
		bd_flat_put_text(f, "title", axis->title.text, false);
	bd_flat_open_list(f, "labels", '[');
	for (size_t i = 0; i < axis->labels.count; i++) {
		const bd_guide_text *label = &axis->labels.items[i];
		bd_flat_open_list(f, NULL, '{');
		bd_flat_put_field(f, "x", label->x);
		bd_flat_put_field(f, "y", label->y);
		bd_flat_put_text(f, "text", label->text, false);
		if (label->hidden) {
			bd_flat_put_name(f, "hidden");
			bd_str_add(&f->out, "true");
		}
		bd_flat_close_list(f, '}');
	}
	bd_flat_close_list(f, ']');
	put_lines(f, "ticks", axis->ticks.items, axis->ticks.count);
	put_lines(f, "grid", axis->grid.items, axis->grid.count);
	bd_flat_close_list(f, '}');
}

static void put_legend(bd_flat_writer *f, const bd_legend_items *legend)
{
	bd_flat_open_list(f, NULL, '{');
	if (legend->title.text)
		bd_flat_put_text(f, "title", legend->title.text, false);
	bd_flat_open_list(f, "labels", '[');
	for (size_t i = 0; i < legend->labels.count; i++)
		bd_flat_put_text(f, NULL, legend->labels.items[i].text, false);
	bd_flat_close_list(f, ']');
	bd_flat_open_list(f, "symbols", '[');
	for (size_t i = 0; i < legend->symbols.count; i++) {
		const bd_legend_symbol *symbol = &legend->symbols.items[i];
		bd_flat_open_list(f, NULL, '{');
		bd_flat_put_name(f, "shape");
		bd_flat_put_string(f, symbol->shape ? symbol->shape : "circle");
		bd_flat_put_field(f, "size", symbol->size);
		bd_flat_put_paint(f, "fill", symbol->fill);
		bd_flat_put_paint(f, "stroke", symbol->stroke);
		bd_flat_put_field(f, "opacity", symbol->opacity);
		bd_flat_close_list(f, '}');
	}
	bd_flat_close_list(f, ']');
	if (legend->gradient.kind != BD_PAINT_NONE) {
		bd_flat_open_list(f, "gradient", '{');
		bd_flat_put_paint(f, "fill", legend->gradient);
		bd_flat_close_list(f, '}');
	}
	bd_flat_close_list(f, '}');
}

static void put_header(bd_flat_writer *f, const bd_header_items *header)
{
	bd_flat_open_list(f, NULL, '{');
	bd_flat_put_name(f, "role");
	bd_flat_put_string(f, header->role);
	bd_flat_open_list(f, "titles", '[');
	for (size_t i = 0; i < header->titles.count; i++)
		bd_flat_put_text(f, NULL, header->titles.items[i].text, false);
	bd_flat_close_list(f, ']');
	bd_flat_open_list(f, "axes", '[');
	for (size_t i = 0; i < header->axes.count; i++)
		put_axis(f, &header->axes.items[i]);
	bd_flat_close_list(f, ']');
	bd_flat_close_list(f, '}');
}

static void put_cell(bd_flat_writer *f, const bd_cell *cell, bool root);

/* Guides of a container that is no cell stand in the innermost cell around it. */
static void put_guides(bd_flat_writer *f, const bd_cell *cell, int part)
{
	for (size_t i = 0; part == 0 && i < cell->axes.count; i++)
		put_axis(f, cell->axes.items[i]);
	for (size_t i = 0; part == 1 && i < cell->legends.count; i++)
		put_legend(f, cell->legends.items[i]);
	for (size_t i = 0; part == 2 && i < cell->headers.count; i++)
		if (!cell->headers.items[i]->of_whole)
			put_header(f, cell->headers.items[i]);
	for (size_t i = 0; i < cell->cells.count; i++)
		if (!cell->cells.items[i]->is_view)
			put_guides(f, cell->cells.items[i], part);
}

static const bd_title_items *title_of(const bd_cell *cell)
{
	const bd_title_items *title = cell->title.title.text ? &cell->title : NULL;
	for (size_t i = 0; i < cell->cells.count; i++)
		if (!cell->cells.items[i]->is_view) {
			const bd_title_items *inner = title_of(cell->cells.items[i]);
			title = inner ? inner : title;
		}
	return title;
}

static void put_children(bd_flat_writer *f, const bd_cell *cell)
{
	for (size_t i = 0; i < cell->cells.count; i++) {
		if (cell->cells.items[i]->is_view)
			put_cell(f, cell->cells.items[i], false);
		else
			put_children(f, cell->cells.items[i]);
	}
}

static void put_cell(bd_flat_writer *f, const bd_cell *cell, bool root)
{
	static const char *const parts[] = { "axes", "legends", "headers" };
	bd_flat_open_list(f, NULL, '{');
	bd_flat_put_name(f, "name");
	bd_flat_put_string(f, root ? "root" : cell->name ? cell->name : "");
	bd_flat_put_field(f, "width", cell->width);
	bd_flat_put_field(f, "height", cell->height);
	put_marks(f, cell);
	for (int part = 0; part < 3; part++) {
		bd_flat_open_list(f, parts[part], '[');
		put_guides(f, cell, part);
		bd_flat_close_list(f, ']');
	}
	const bd_title_items *title = title_of(cell);
	if (title)
		bd_flat_put_title(f, "title", &title->title);
	if (title && title->subtitle.text)
		bd_flat_put_title(f, "subtitle", &title->subtitle);
	bd_flat_close_list(f, '}');
	put_children(f, cell);
}

const char *bd_cells_flat(bd_arena *arena, const bd_cell *root, const char *name)
{
	bd_flat_writer f = { .out = bd_str_new(arena), .first = true };
	bd_flat_open_list(&f, NULL, '{');
	bd_flat_put_name(&f, "name");
	bd_flat_put_string(&f, name);
	bd_flat_put_field(&f, "width", root->width);
	bd_flat_put_field(&f, "height", root->height);
	bd_flat_open_list(&f, "cells", '[');
	put_cell(&f, root, true);
	bd_flat_close_list(&f, ']');
	bd_flat_close_list(&f, '}');
	return bd_str_text(&f.out);
}
