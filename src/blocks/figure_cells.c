/* figure_cells.c - the numbers that are not the hero: in a row, or in rows of equal columns.
 *
 * All share one size and one baseline a row. In one row each column is as wide as its number needs
 * and what is left is shared, so that a long «gần 7,3 tỉ đồng» stands beside a short «13». */
#include "blocks/figures.h"

#include "base/str.h"

#include <math.h>
#include <string.h>

#define ROOMY 260 /* theme px of a column */

typedef struct cells_plan {
	size_t columns, rows;
	double size;                                       /* of the figures */
	double x[BD_MOST_FIGURES], width[BD_MOST_FIGURES]; /* of columns */
	double icon;                                       /* px, with the gap below it; 0: none */
	double number_height, label_gap, row_gap;
	double label_height[BD_MOST_FIGURES]; /* by row */
	double strain;
	double height;
} cells_plan;

/* No word of a label is ever broken while another arrangement of the cells keeps it whole. */
static double longest_word(bd_env *env, const bd_style *style, const char *text)
{
	double most = 0;
	while (text && *text) {
		size_t length = strcspn(text, " \n");
		const char *word = bd_strndup(env->scratch, text, length);
		most = fmax(most, bd_style_width(env, style, BD_TEXT_LABEL, word));
		text += length + strspn(text + length, " \n");
	}
	return most;
}

/* The width that a cell asks for: its number, and half its label, so that this takes two lines. */
static double need(bd_env *env, const bd_figure *f, const bd_style *style, double size)
{
	double number = bd_figure_line(env, f, style, BD_TEXT_FIGURE, size, true).width;
	double label = bd_style_width(env, style, BD_TEXT_LABEL, f->label);
	double most = 11 * bd_style_size(style, BD_TEXT_LABEL);
	bool small = size < 0.9 * bd_style_size(style, BD_TEXT_FIGURE); /* rather three lines */
	double words = fmin(label * (small ? 0.45 : 0.62), most);
	return fmax(number, fmax(words, longest_word(env, style, f->label)));
}

/* Column widths for `columns` at a size; false where a number is wider than its column. */
static bool spread(bd_env *env, const bd_figure_list *cells, double width, const bd_style *style,
		   cells_plan *p)
{
	double gutter = bd_style_px(style, 40), sum = 0;
	double inner = width - (double)(p->columns - 1) * gutter;
	double equal = inner / (double)p->columns, widest = 0;
	for (size_t i = 0; i < cells->count; i++) {
		double w = need(env, &cells->items[i], style, p->size);
		widest = fmax(widest, w);
		sum += w;
	}
	double x = 0;
	bool one_row = p->rows == 1;
	for (size_t c = 0; c < p->columns; c++) {
		p->width[c] = equal;
		if (one_row && widest > equal)
			p->width[c] = need(env, &cells->items[c], style, p->size) +
				      (inner - sum) / (double)p->columns;
		p->x[c] = x;
		x += p->width[c] + gutter;
	}
	return widest <= equal || (one_row && sum <= inner);
}

static void choose_columns(bd_env *env, const bd_figure_list *cells, double width,
			   const bd_style *style, cells_plan *p)
{
	double full = bd_style_size(style, BD_TEXT_FIGURE);
	for (size_t rows = 1; rows <= cells->count; rows++) {
		p->rows = rows;
		p->columns = (cells->count + rows - 1) / rows;
		/* more than four in a row only where each has room around it */
		if (p->columns > 4 && width < (double)p->columns * bd_style_px(style, ROOMY))
			continue;
		for (double scale = 1; scale > 0.74; scale -= 0.08) {
			p->size = full * scale;
			if (spread(env, cells, width, style, p))
				return;
		}
	}
	/* One number a row, as large as fits. */
	p->columns = 1;
	p->rows = cells->count;
	for (p->size = full; p->size > full * 0.3; p->size *= 0.94)
		if (spread(env, cells, width, style, p))
			return;
}

static bd_text label_of(bd_env *env, const bd_figure *f, double width, const bd_style *style)
{
	return bd_style_whole(env, style, BD_TEXT_LABEL, f->label, width);
}

/* Icons over the figures get smaller before they are given up. */
static double icon_size(const bd_style *style)
{
	return style->given_up < 1   ? bd_style_px(style, 56)
	       : style->given_up < 2 ? bd_style_px(style, 36)
				     : 0;
}

static cells_plan plan_cells(bd_env *env, const bd_figure_list *cells, double width,
			     const bd_style *style)
{
	cells_plan p = { 0 };
	bd_figure_list shown = *cells;
	choose_columns(env, &shown, width, style, &p);
	bool icons = false;
	for (size_t i = 0; i < shown.count; i++)
		icons |= shown.items[i].icon != NULL;
	double icon = icon_size(style);
	p.icon = icons && icon > 0 ? icon + 0.25 * bd_style_gap(style, 56) : 0;
	p.number_height = 0.78 * p.size;
	double tail = 0; /* of decimal commas, which reach down towards the labels */
	for (size_t i = 0; i < shown.count; i++) {
		bd_rect ink =
			bd_figure_line(env, &shown.items[i], style, BD_TEXT_FIGURE, p.size, true)
				.figure.ink;
		tail = fmax(tail, ink.y + ink.height);
	}
	p.label_gap = fmax(bd_style_gap(style, 12), tail);
	p.row_gap = bd_style_gap(style, 36);
	for (size_t i = 0; i < shown.count; i++) {
		bd_text label = label_of(env, &shown.items[i], p.width[i % p.columns], style);
		double h = label.height;
		p.strain += 0.5 * fmax(0, (double)label.line_count - 2);
		p.label_height[i / p.columns] = fmax(p.label_height[i / p.columns], h);
	}
	for (size_t r = 0; r < p.rows; r++)
		p.height += p.icon + p.number_height + p.label_gap + p.label_height[r] +
			    (r ? p.row_gap : 0);
	return p;
}

bd_extent bd_cells_measure(bd_env *env, const bd_figure_list *cells, double width,
			   const bd_style *style)
{
	cells_plan p = plan_cells(env, cells, width, style);
	double gaps = (double)(p.rows - 1) * p.row_gap;
	return (bd_extent){ p.height - gaps * 0.3, p.height, p.height + gaps, p.strain, 0 };
}

void bd_cells_place(bd_env *env, const bd_figure_list *cells, bd_rect box, const bd_style *style,
		    bd_node *group)
{
	cells_plan p = plan_cells(env, cells, box.width, style);
	double more = p.rows > 1 ? (box.height - p.height) / (double)(p.rows - 1) : 0;
	double y = box.y;
	for (size_t i = 0; i < cells->count && p.icon <= 0; i++)
		if (cells->items[i].icon)
			bd_figure_left_out(env, &cells->items[i], "icon", style);
	for (size_t r = 0; r < p.rows; r++) {
		double base = y + p.icon + p.number_height;
		for (size_t c = 0; c < p.columns && r * p.columns + c < cells->count; c++) {
			const bd_figure *f = &cells->items[r * p.columns + c];
			double x = box.x + p.x[c], icon = icon_size(style);
			if (p.icon > 0)
				bd_block_icon(group, f->icon, (bd_rect){ x, y, icon, icon },
					      style->theme->second);
			bd_number_line line =
				bd_figure_line(env, f, style, BD_TEXT_FIGURE, p.size, true);
			bd_figure_line_draw(&line, group, x, base, style->theme->ink,
					    style->theme->ink);
			bd_text label = label_of(env, f, p.width[c], style);
			bd_block_text(group, BD_ROLE_P, &label, x, base + p.label_gap,
				      style->theme->grey[3]);
		}
		y = base + p.label_gap + p.label_height[r] + p.row_gap + more;
	}
}
