/* figure_hero.c - the one number: as large as its place allows, with its words and symbols. */
#include "blocks/figures.h"

#include <math.h>

/* How a hero is set at a number's size. */
typedef struct hero_plan {
	double size; /* of the number, px */
	bd_line approx;
	bd_number_line number;
	bd_text label;
	bd_pictogram_plan symbols;
	double approx_height, number_height, label_gap, height;
	double left, right; /* widths of the number's and the symbols' columns */
	double icon;        /* px; 0: none */
	double icon_y;      /* from the plan's top */
	bool beside;        /* symbols at the right of the number, not under it */
	bool low;           /* no height for symbols: only what is free beside the number */
} hero_plan;

/* The largest size, up to `size`, at which the number fits in a width. */
static double fit_size(bd_env *env, const bd_figure *hero, const bd_style *style, double size,
		       double width)
{
	bd_number_line line = bd_figure_line(env, hero, style, BD_TEXT_HERO, size, false);
	for (int i = 0; i < 4 && line.width > width; i++) {
		size *= fmin(0.98, width / line.width);
		line = bd_figure_line(env, hero, style, BD_TEXT_HERO, size, false);
	}
	return size;
}

/* An icon at the far right, where number and label leave it room; else beside the one of them that
 * leaves it more. It costs no height. */
static void plan_icon(hero_plan *p, double width, const bd_style *style)
{
	double most = bd_style_px(style, 220), gutter = bd_style_px(style, 48);
	double room = width - gutter - fmax(p->number.width, p->label.width);
	p->icon = fmin(room, fmin(p->height * 0.8, most));
	p->icon_y = (p->height - p->icon) / 2;
	if (p->icon >= bd_style_px(style, 90))
		return;
	double above = p->approx_height + p->number_height;
	p->icon = fmin(width - gutter - p->number.width, fmin(above, most));
	p->icon_y = above - p->icon;
	double below = fmin(width - gutter - p->label.width, fmin(p->label.height, most));
	if (below > p->icon) {
		p->icon = below;
		p->icon_y = p->height - below;
	}
	if (p->icon < bd_style_px(style, 56))
		p->icon = 0;
}

/* Number and symbols side by side, at the size at which they fit. */
static void plan_beside(bd_env *env, const bd_figure *hero, double width, bool tall, double *size,
			const bd_style *style, hero_plan *p)
{
	double gutter = bd_style_px(style, 48);
	double number = bd_figure_line(env, hero, style, BD_TEXT_HERO, *size, false).width;
	/* Where the page is tall, number and symbols both go the whole width. */
	p->beside = !tall && number + gutter + width * 0.3 <= width;
	if (p->beside || tall)
		return;
	/* rather a slightly smaller number than symbols under it */
	double tight = fit_size(env, hero, style, *size, width * 0.6 - gutter);
	p->beside = tight >= *size * 0.72;
	*size = p->beside ? tight : *size;
}

/* The symbols' place: at the right of number and label; where height is short, at the right of the
 * number alone, if there they add nothing to it; else below. */
static void plan_symbols(bd_env *env, const bd_figure *hero, double width, double top,
			 const bd_style *style, hero_plan *p)
{
	if (!hero->pictogram)
		return;
	if (p->beside) {
		p->symbols = bd_pictogram_measure(
			env, hero, p->right, p->low ? top + p->number_height : p->height, style);
		if (p->low && p->symbols.height > top + p->number_height)
			p->symbols = (bd_pictogram_plan){ 0 };
		p->height = fmax(p->height, p->symbols.height);
	} else if (!p->low) {
		p->symbols = bd_pictogram_measure(env, hero, width, 0.5 * p->height, style);
		p->height += p->symbols.height + bd_style_gap(style, 40);
	}
}

/* A little smaller, rather than a line that ends inside a word. */
static bd_text label_of(bd_env *env, const bd_figure *hero, double width, const bd_style *style)
{
	bd_style s = *style;
	bd_text label = bd_style_whole(env, &s, BD_TEXT_LEAD, hero->label, width);
	bd_text best = label;
	for (double scale = 0.97; scale > 0.9 && best.strain > 0.3; scale -= 0.03) {
		s.type = style->type * scale;
		label = bd_style_whole(env, &s, BD_TEXT_LEAD, hero->label, width);
		if (label.strain < best.strain && label.line_count <= best.line_count)
			best = label;
	}
	return best;
}

static hero_plan plan_hero(bd_env *env, const bd_figure *hero, double width, double grow,
			   const bd_style *style)
{
	hero_plan p = { .left = width };
	double size = bd_style_size(style, BD_TEXT_HERO) * grow;
	double gutter = bd_style_px(style, 48);
	p.low = style->given_up >= 2;
	if (hero->pictogram)
		plan_beside(env, hero, width, grow > 1.2, &size, style, &p);
	p.size = fit_size(env, hero, style, size, width);
	p.number = bd_figure_line(env, hero, style, BD_TEXT_HERO, p.size, false);
	if (p.beside) {
		p.left = p.low ? p.number.width : fmax(p.number.width, width * 0.5);
		p.right = width - p.left - gutter;
	}
	if (hero->approx) {
		bd_font font = bd_style_font(style, BD_TEXT_LEAD);
		p.approx = bd_text_line(env, hero->approx, &font, style->place);
		p.approx_height = font.size * 1.1 + 0.13 * p.size;
	}
	p.number_height = 0.727 * p.size;
	p.label = label_of(env, hero, p.low ? width : p.left, style);
	/* a decimal comma reaches down towards the label */
	double tail = fmax(0, p.number.figure.ink.y + p.number.figure.ink.height);
	p.label_gap = p.label.line_count ? bd_style_gap(style, 20) + fmax(0.08 * p.size, tail) : 0;
	p.height = p.approx_height + p.number_height + p.label_gap + p.label.height;
	if (hero->icon && !hero->pictogram)
		plan_icon(&p, width, style);
	plan_symbols(env, hero, width, p.approx_height, style, &p);
	return p;
}

enum { GROW_STEPS = 8 };
#define GROW_MOST 1.5

bd_extent bd_hero_measure(bd_env *env, const bd_figure *hero, double width, const bd_style *style)
{
	double natural = plan_hero(env, hero, width, 1, style).height;
	double most = fmax(natural, plan_hero(env, hero, width, GROW_MOST, style).height);
	return (bd_extent){ natural, natural, most, 0, 0 };
}

void bd_hero_place(bd_env *env, const bd_figure *hero, bd_rect box, const bd_style *style,
		   bd_node *group)
{
	hero_plan p = plan_hero(env, hero, box.width, 1, style);
	double small_icon = bd_style_px(style, 90);
	for (int i = GROW_STEPS; i > 0; i--) {
		double grow = 1 + (GROW_MOST - 1) * i / GROW_STEPS;
		hero_plan larger = plan_hero(env, hero, box.width, grow, style);
		if (larger.height <= box.height + 0.01 && larger.icon >= fmin(p.icon, small_icon)) {
			p = larger;
			break;
		}
	}
	const bd_theme *theme = style->theme;
	double top = box.y + (box.height - p.height) / 2, y = top;
	if (p.approx.run_count) {
		bd_block_line(group, BD_ROLE_P, &p.approx, box.x,
			      y + 0.85 * bd_style_size(style, BD_TEXT_LEAD), theme->accent);
		y += p.approx_height;
	}
	bd_figure_line_draw(&p.number, group, box.x, y + p.number_height, theme->accent,
			    theme->accent);
	double base = y + p.number_height;
	bd_block_text(group, BD_ROLE_P, &p.label, box.x, base + p.label_gap, theme->ink);
	if (p.icon > 0)
		bd_block_icon(
			group, hero->icon,
			(bd_rect){ box.x + box.width - p.icon, top + p.icon_y, p.icon, p.icon },
			theme->second);
	else if (hero->icon)
		bd_figure_left_out(env, hero, "icon", style);
	if (hero->pictogram && hero->value > 0 && !p.symbols.count)
		bd_figure_left_out(env, hero, "pictogram", style);
	if (p.symbols.count && p.beside) {
		/* In the middle of number and label, where the eye sees them as one. */
		double at = p.low ? base - p.symbols.height
				  : box.y + (box.height - p.symbols.height) / 2;
		bd_pictogram_place(env, hero, &p.symbols, box.x + box.width - p.right, at, style,
				   group);
	} else if (p.symbols.count) {
		bd_pictogram_place(env, hero, &p.symbols, box.x,
				   base + p.label_gap + p.label.height + bd_style_gap(style, 40),
				   style, group);
	}
}
