/* flat.c - items as JSON: what `bieudo scene --flat` prints, to be held against Vega's scenes. */
#include "base/number.h"
#include "base/str.h"
#include "scene/items.h"

#include <math.h>
#include <string.h>

typedef struct flat_writer {
	bd_str out;
	bool first; /* nothing yet in the innermost list */
} flat_writer;

static void put_string(flat_writer *f, const char *text)
{
	bd_str_add_char(&f->out, '"');
	for (const unsigned char *p = (const unsigned char *)text; *p; p++) {
		if (*p == '"' || *p == '\\')
			bd_str_add_char(&f->out, '\\');
		if (*p < 0x20)
			bd_str_printf(&f->out, "\\u%04x", *p);
		else
			bd_str_add_char(&f->out, (char)*p);
	}
	bd_str_add_char(&f->out, '"');
}

static void put_number(flat_writer *f, double number)
{
	char text[BD_NUMBER_ROOM];
	if (!isfinite(number)) {
		bd_str_add(&f->out, "null");
		return;
	}
	bd_number_format(round(number * 1000) / 1000, text);
	bd_str_add(&f->out, text);
}

static void put_name(flat_writer *f, const char *name)
{
	if (!f->first)
		bd_str_add_char(&f->out, ',');
	f->first = false;
	if (name)
		bd_str_printf(&f->out, "\"%s\":", name);
}

static void put_field(flat_writer *f, const char *name, double number)
{
	if (isnan(number))
		return;
	put_name(f, name);
	put_number(f, number);
}

static void open_list(flat_writer *f, const char *name, char bracket)
{
	put_name(f, name);
	bd_str_add_char(&f->out, bracket);
	f->first = true;
}

static void close_list(flat_writer *f, char bracket)
{
	bd_str_add_char(&f->out, bracket);
	f->first = false;
}

/* One string, or a list of lines. */
static void put_text(flat_writer *f, const char *name, const char *text, bool as_list)
{
	if (!as_list && !strchr(text, '\n')) {
		put_name(f, name);
		put_string(f, text);
		return;
	}
	open_list(f, name, '[');
	for (const char *line = text; line;) {
		const char *end = strchr(line, '\n');
		put_name(f, NULL);
		put_string(f, end ? bd_strndup(f->out.arena, line, (size_t)(end - line)) : line);
		line = end ? end + 1 : NULL;
	}
	close_list(f, ']');
}

/* A title is a list of texts, each one string or a list of lines. */
static void put_title(flat_writer *f, const char *name, const bd_guide_text *title)
{
	open_list(f, name, '[');
	if (title->is_number) {
		put_name(f, NULL);
		bd_str_add(&f->out, title->text);
	} else {
		put_text(f, NULL, title->text, false);
	}
	close_list(f, ']');
}

static void put_color(flat_writer *f, bd_color color)
{
	char text[BD_COLOR_ROOM];
	const char *name = bd_color_name(color);
	bd_color_format(bd_color_with_alpha(color, 1), text);
	put_string(f, name ? name : text);
}

static void put_paint(flat_writer *f, const char *name, bd_paint paint)
{
	if (paint.kind == BD_PAINT_SOLID) {
		put_name(f, name);
		if (paint.color.a == 0)
			put_string(f, "transparent");
		else
			put_color(f, paint.color);
	} else if (paint.kind == BD_PAINT_GRADIENT) {
		open_list(f, name, '{');
		put_name(f, "gradient");
		put_string(f, paint.gradient->radial ? "radial" : "linear");
		open_list(f, "stops", '[');
		for (size_t i = 0; i < paint.gradient->stop_count; i++) {
			open_list(f, NULL, '{');
			put_field(f, "offset", paint.gradient->stops[i].offset);
			put_name(f, "color");
			put_color(f, paint.gradient->stops[i].color);
			close_list(f, '}');
		}
		close_list(f, ']');
		close_list(f, '}');
	}
}

static void put_dash(flat_writer *f, const bd_dash *dash)
{
	if (!dash || dash->count == 0)
		return;
	open_list(f, "strokeDash", '[');
	for (size_t i = 0; i < dash->count; i++) {
		put_name(f, NULL);
		put_number(f, dash->lengths[i]);
	}
	close_list(f, ']');
}

static void put_bounds(flat_writer *f, const bd_items *m, size_t i)
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
	open_list(f, "bounds", '[');
	const double corners[] = { b.x + x - half, b.y + y - half, b.x + b.width + x + half,
				   b.y + b.height + y + half };
	for (int k = 0; k < 4; k++) {
		put_name(f, NULL);
		put_number(f, corners[k]);
	}
	close_list(f, ']');
}

static void put_geometry(flat_writer *f, const bd_items *m, size_t i)
{
	put_field(f, "x", bd_number_at(m->x, i));
	put_field(f, "y", bd_number_at(m->y, i));
	if (m->type == BD_ITEM_AREA && m->horizontal)
		put_field(f, "x2", bd_number_at(m->x2, i));
	else if (m->type == BD_ITEM_AREA)
		put_field(f, "y2", bd_number_at(m->y2, i));
	if (m->type == BD_ITEM_RULE) {
		put_field(f, "x2", bd_number_at(m->x2, i));
		put_field(f, "y2", bd_number_at(m->y2, i));
	}
	if (m->type == BD_ITEM_RECT || m->type == BD_ITEM_IMAGE) {
		put_field(f, "width", bd_number_at(m->width, i));
		put_field(f, "height", bd_number_at(m->height, i));
	}
	if (m->type == BD_ITEM_SYMBOL || m->type == BD_ITEM_TRAIL)
		put_field(f, "size", bd_number_at(m->size, i));
	if (m->type == BD_ITEM_SYMBOL && bd_string_at(m->shape, i)) {
		put_name(f, "shape");
		put_string(f, bd_string_at(m->shape, i));
	}
	if (m->type == BD_ITEM_ARC) {
		put_field(f, "startAngle", bd_number_at(m->start_angle, i));
		put_field(f, "endAngle", bd_number_at(m->end_angle, i));
		put_field(f, "innerRadius", bd_number_at(m->inner_radius, i));
		put_field(f, "outerRadius", bd_number_at(m->outer_radius, i));
	}
	if (m->type == BD_ITEM_AREA && m->horizontal) {
		put_name(f, "orient");
		put_string(f, "horizontal");
	}
	if (m->type == BD_ITEM_TEXT) {
		const char *text = bd_string_at(m->text, i);
		put_text(f, "text", text ? text : "", m->text_lines);
		put_field(f, "fontSize", bd_number_at(m->font_size, i));
	}
	if (m->type == BD_ITEM_SHAPE || m->type == BD_ITEM_PATH)
		put_bounds(f, m, i);
	if (m->defined && !m->defined[i]) {
		put_name(f, "defined");
		bd_str_add(&f->out, "false");
	}
}

static void put_item(flat_writer *f, const bd_items *m, size_t i)
{
	open_list(f, NULL, '{');
	put_geometry(f, m, i);
	put_paint(f, "fill", bd_paint_at(&m->fill, i));
	put_paint(f, "stroke", bd_paint_at(&m->stroke, i));
	put_field(f, "strokeWidth", bd_number_at(m->stroke_width, i));
	put_field(f, "opacity", bd_number_at(m->opacity, i));
	put_field(f, "fillOpacity", bd_number_at(m->fill_opacity, i));
	put_field(f, "strokeOpacity", bd_number_at(m->stroke_opacity, i));
	if (m->dashes)
		put_dash(f, &m->dashes[m->dash_index ? m->dash_index[i] : 0]);
	close_list(f, '}');
}

static void put_marks(flat_writer *f, const bd_cell *cell)
{
	open_list(f, "marks", '[');
	for (size_t k = 0; k < cell->marks.count; k++) {
		const bd_items *m = cell->marks.items[k];
		open_list(f, NULL, '{');
		put_name(f, "type");
		put_string(f, bd_item_type_name(m->type));
		put_field(f, "count", (double)m->count);
		open_list(f, "items", '[');
		for (size_t i = 0; i < m->count; i++)
			put_item(f, m, i);
		close_list(f, ']');
		close_list(f, '}');
	}
	close_list(f, ']');
}

static void put_lines(flat_writer *f, const char *name, const bd_guide_line *lines, size_t count)
{
	open_list(f, name, '[');
	for (size_t i = 0; i < count; i++) {
		open_list(f, NULL, '[');
		put_name(f, NULL);
		put_number(f, lines[i].x);
		put_name(f, NULL);
		put_number(f, lines[i].y);
		close_list(f, ']');
	}
	close_list(f, ']');
}

static void put_axis(flat_writer *f, const bd_axis_items *axis)
{
	open_list(f, NULL, '{');
	put_name(f, "orient");
	put_string(f, axis->orient);
	if (axis->title.text)
		put_text(f, "title", axis->title.text, false);
	open_list(f, "labels", '[');
	for (size_t i = 0; i < axis->labels.count; i++) {
		const bd_guide_text *label = &axis->labels.items[i];
		open_list(f, NULL, '{');
		put_field(f, "x", label->x);
		put_field(f, "y", label->y);
		put_text(f, "text", label->text, false);
		if (label->hidden) {
			put_name(f, "hidden");
			bd_str_add(&f->out, "true");
		}
		close_list(f, '}');
	}
	close_list(f, ']');
	put_lines(f, "ticks", axis->ticks.items, axis->ticks.count);
	put_lines(f, "grid", axis->grid.items, axis->grid.count);
	close_list(f, '}');
}

static void put_legend(flat_writer *f, const bd_legend_items *legend)
{
	open_list(f, NULL, '{');
	if (legend->title.text)
		put_text(f, "title", legend->title.text, false);
	open_list(f, "labels", '[');
	for (size_t i = 0; i < legend->labels.count; i++)
		put_text(f, NULL, legend->labels.items[i].text, false);
	close_list(f, ']');
	open_list(f, "symbols", '[');
	for (size_t i = 0; i < legend->symbols.count; i++) {
		const bd_legend_symbol *symbol = &legend->symbols.items[i];
		open_list(f, NULL, '{');
		put_name(f, "shape");
		put_string(f, symbol->shape ? symbol->shape : "circle");
		put_field(f, "size", symbol->size);
		put_paint(f, "fill", symbol->fill);
		put_paint(f, "stroke", symbol->stroke);
		put_field(f, "opacity", symbol->opacity);
		close_list(f, '}');
	}
	close_list(f, ']');
	if (legend->gradient.kind != BD_PAINT_NONE) {
		open_list(f, "gradient", '{');
		put_paint(f, "fill", legend->gradient);
		close_list(f, '}');
	}
	close_list(f, '}');
}

static void put_header(flat_writer *f, const bd_header_items *header)
{
	open_list(f, NULL, '{');
	put_name(f, "role");
	put_string(f, header->role);
	open_list(f, "titles", '[');
	for (size_t i = 0; i < header->titles.count; i++)
		put_text(f, NULL, header->titles.items[i].text, false);
	close_list(f, ']');
	open_list(f, "axes", '[');
	for (size_t i = 0; i < header->axes.count; i++)
		put_axis(f, &header->axes.items[i]);
	close_list(f, ']');
	close_list(f, '}');
}

static void put_cell(flat_writer *f, const bd_cell *cell, bool root);

/* Guides of a container that is no cell stand in the innermost cell around it. */
static void put_guides(flat_writer *f, const bd_cell *cell, int part)
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

static void put_children(flat_writer *f, const bd_cell *cell)
{
	for (size_t i = 0; i < cell->cells.count; i++) {
		if (cell->cells.items[i]->is_view)
			put_cell(f, cell->cells.items[i], false);
		else
			put_children(f, cell->cells.items[i]);
	}
}

static void put_cell(flat_writer *f, const bd_cell *cell, bool root)
{
	static const char *const parts[] = { "axes", "legends", "headers" };
	open_list(f, NULL, '{');
	put_name(f, "name");
	put_string(f, root ? "root" : cell->name ? cell->name : "");
	put_field(f, "width", cell->width);
	put_field(f, "height", cell->height);
	put_marks(f, cell);
	for (int part = 0; part < 3; part++) {
		open_list(f, parts[part], '[');
		put_guides(f, cell, part);
		close_list(f, ']');
	}
	const bd_title_items *title = title_of(cell);
	if (title)
		put_title(f, "title", &title->title);
	if (title && title->subtitle.text)
		put_title(f, "subtitle", &title->subtitle);
	close_list(f, '}');
	put_children(f, cell);
}

const char *bd_cells_flat(bd_arena *arena, const bd_cell *root, const char *name)
{
	flat_writer f = { .out = bd_str_new(arena), .first = true };
	open_list(&f, NULL, '{');
	put_name(&f, "name");
	put_string(&f, name);
	put_field(&f, "width", root->width);
	put_field(&f, "height", root->height);
	open_list(&f, "cells", '[');
	put_cell(&f, root, true);
	close_list(&f, ']');
	close_list(&f, '}');
	return bd_str_text(&f.out);
}
