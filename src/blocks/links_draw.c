/* links_draw.c - the columns and curves of a block of links. */
#include "blocks/links.h"

#include "base/str.h"

#include <math.h>

/* A single pair is the picture: its names are larger than its sides' labels. */
static bd_text_role role_of(const bd_links *links, const bd_link_node *node)
{
	if (links->items.count == 1)
		return BD_TEXT_HEAD;
	return node->highlight ? BD_TEXT_STRONG : BD_TEXT_BODY;
}

bd_text bd_links_name(bd_env *env, const bd_links *links, const bd_link_node *node, double width,
		      const bd_style *style)
{
	bd_style s = *style;
	s.place = &node->node->place;
	return bd_style_text(env, &s, role_of(links, node), node->name, width);
}

static double widest(bd_env *env, const bd_links *l, int side, double width, const bd_style *style)
{
	double most = 0;
	for (size_t i = 0; i < l->counts[side]; i++)
		most = fmax(most, bd_links_name(env, l, &l->nodes[side][i], width, style).width);
	return most;
}

/* Both columns as wide as their longest name, up to two fifths; the links keep a fifth. */
static void plan_widths(bd_env *env, const bd_links *l, double width, const bd_style *style,
			bd_links_plan *p)
{
	double dot = bd_style_px(style, 26), bridge = fmax(width * 0.18, 4 * dot);
	double room = width - bridge - 2 * dot;
	double left = widest(env, l, 0, INFINITY, style),
	       right = widest(env, l, 1, INFINITY, style);
	if (left + right > room) {
		double half = room / 2;
		if (left < half)
			right = room - left;
		else if (right < half)
			left = room - right;
		else
			left = right = half;
		left = widest(env, l, 0, left, style);
		right = widest(env, l, 1, right, style);
	}
	p->width[0] = left + 1;
	p->width[1] = right + 1;
	p->from = p->width[0] + dot;
	/* The right column starts in the middle where it can, as a page's columns do. */
	p->to = fmax(p->from + bridge, fmin(width - p->width[1] - dot, width * 0.56));
}

static double side_height(const bd_links *l, const bd_style *style)
{
	return l->left || l->right
		       ? bd_style_size(style, BD_TEXT_UNIT) * 1.3 + bd_style_gap(style, 20)
		       : 0;
}

bd_links_plan bd_links_measure(bd_env *env, const bd_links *l, double width, const bd_style *style)
{
	bd_links_plan p = { .level = l->counts[0] == l->counts[1] &&
				     l->items.count == l->counts[0] };
	plan_widths(env, l, width, style, &p);
	p.head = side_height(l, style);
	p.row_gap = bd_style_gap(style, 26);
	for (size_t i = 0; p.level && i < l->items.count; i++)
		p.level = l->items.items[i]->left == l->items.items[i]->right;
	for (int side = 0; side < 2; side++) {
		p.heights[side] = BD_ARRAY(env->scratch, l->counts[side], double);
		for (size_t i = 0; i < l->counts[side]; i++) {
			bd_text t = bd_links_name(env, l, &l->nodes[side][i], p.width[side], style);
			p.heights[side][i] = t.height;
			p.strain += 0.25 * fmax(0, (double)t.line_count - 1);
		}
	}
	for (size_t i = 0; p.level && i < l->counts[0]; i++)
		p.heights[0][i] = p.heights[1][i] = fmax(p.heights[0][i], p.heights[1][i]);
	double tall = 0;
	for (int side = 0; side < 2; side++) {
		for (size_t i = 0; i < l->counts[side]; i++)
			p.sum[side] += p.heights[side][i];
		double gaps = l->counts[side] ? (double)(l->counts[side] - 1) * p.row_gap : 0;
		tall = fmax(tall, p.sum[side] + gaps);
	}
	p.natural = p.head + tall;
	return p;
}

/* Middles of a column's rows: spread evenly over the height. */
static double *spread(bd_env *env, const bd_links *l, const bd_links_plan *p, int side, double top,
		      double height)
{
	size_t n = l->counts[side];
	double *y = BD_ARRAY(env->scratch, n + 1, double);
	double gap = n > 1 ? (height - p->sum[side]) / (double)(n - 1) : 0;
	double at = n > 1 ? top : top + (height - p->sum[side]) / 2;
	for (size_t i = 0; i < n; i++) {
		y[i] = at + p->heights[side][i] / 2;
		at += p->heights[side][i] + gap;
	}
	return y;
}

static void draw_side(bd_env *env, const bd_link_side *side, double x, double y,
		      const bd_style *style, bd_node *group)
{
	if (!side)
		return;
	double size = bd_style_size(style, BD_TEXT_UNIT), height = size * 0.8;
	if (side->icon) {
		double width = bd_block_icon_is_flag(side->icon) ? height * 4 / 3 : height;
		bd_block_icon(env, group, side->icon,
			      (bd_rect){ x, y + size * 0.95 - height * 0.93, width, height },
			      style->accent, style->place);
		x += width + bd_style_px(style, 14);
	}
	bd_line line = bd_style_line(env, style, BD_TEXT_UNIT, side->label);
	bd_block_line(group, BD_ROLE_NONE, &line, x, y + size * 0.95, style->theme->ink);
}

static void draw_names(bd_env *env, const bd_links *l, const bd_links_plan *p, int side,
		       const double *y, double x, const bd_style *style, bd_node *group)
{
	for (size_t i = 0; i < l->counts[side]; i++) {
		const bd_link_node *node = &l->nodes[side][i];
		bd_text t = bd_links_name(env, l, node, p->width[side], style);
		/* The eye takes the middle of the capitals, not of the line, for the middle. */
		double line = t.height / (double)(t.line_count ? t.line_count : 1);
		double sink =
			t.first_baseline - bd_style_cap(style, role_of(l, node)) / 2 - line / 2;
		bd_block_text(group, BD_ROLE_NONE, &t, x, y[i] - t.height / 2 - sink,
			      node->highlight ? style->theme->accent : style->theme->ink);
	}
}

static void draw_curve(bd_env *env, const bd_link *link, bd_point a, bd_point b,
		       const bd_style *style, bd_node *parent)
{
	bd_color color = link->highlight ? style->theme->accent : style->theme->grey[2];
	double width = bd_style_px(style, link->highlight ? 5 : 3), bend = (b.x - a.x) * 0.5;
	bd_path *path = BD_NEW(env->arena, bd_path);
	*path = bd_path_new(env->arena);
	bd_path_move(path, a.x, a.y);
	if (fabs(a.y - b.y) < 0.5)
		bd_path_line(path, b.x, b.y);
	else
		bd_path_curve(path, a.x + bend, a.y, b.x - bend, b.y, b.x, b.y);
	bd_node *group = bd_block_group(parent, BD_ROLE_ARTIFACT);
	bd_add_shape(group, path, BD_NO_PAINT,
		     (bd_stroke){ .paint = bd_solid(color), .width = width });
	double r = bd_style_px(style, link->highlight ? 10 : 8);
	bd_block_disc(group, a.x, a.y, r, color);
	bd_block_disc(group, b.x, b.y, r, color);
}

/* The label over the curve's middle, on a strip of paper where the curve is steep. */
static void draw_label(bd_env *env, const bd_link *link, bd_point a, bd_point b,
		       const bd_style *style, bd_node *group)
{
	if (!link->label)
		return;
	bd_font font = bd_style_font(style, BD_TEXT_UNIT);
	font.size = bd_style_size(style, BD_TEXT_SMALL) * 1.08;
	bd_line line = bd_text_line(env, link->label, &font, &link->node->place);
	double x = (a.x + b.x) / 2 - line.width / 2, y = (a.y + b.y) / 2;
	double baseline = y - bd_style_px(style, 12);
	if (fabs(a.y - b.y) > font.size * 0.5) {
		bd_rect strip = { x - font.size * 0.3, y - font.size * 0.65,
				  line.width + font.size * 0.6, font.size * 1.3 };
		bd_add_rect(bd_block_group(group, BD_ROLE_ARTIFACT), strip,
			    bd_solid(style->theme->paper));
		baseline = y + font.size * 0.36;
	}
	bd_block_line(group, BD_ROLE_NONE, &line, x, baseline,
		      link->highlight ? style->theme->accent : style->theme->grey[3]);
}

/* "Xã Sơn Kim 2 – Bản Na Pê (từ 2014); …" */
static const char *in_words(bd_env *env, const bd_links *l)
{
	bd_str s = bd_str_new(env->arena);
	for (size_t i = 0; i < l->items.count; i++) {
		const bd_link *link = l->items.items[i];
		bd_str_printf(&s, "%s%s – %s", i ? "; " : "", link->from, link->to);
		if (link->label)
			bd_str_printf(&s, " (%s)", link->label);
	}
	return bd_str_text(&s);
}

void bd_links_draw(bd_env *env, const bd_links *l, const bd_links_plan *p, bd_rect box,
		   const bd_style *style, bd_node *parent)
{
	/* Columns and curves tell a reader who sees them who belongs to whom; words tell the
	 * others. */
	bd_node *group = bd_block_group(parent, BD_ROLE_FIGURE);
	group->group.alt = in_words(env, l);
	double dot = bd_style_px(style, 26), right = box.x + p->to + dot;
	draw_side(env, l->left, box.x, box.y, style, group);
	draw_side(env, l->right, right, box.y, style, group);
	double top = box.y + p->head, height = box.height - p->head;
	double *y[2] = { spread(env, l, p, 0, top, height), spread(env, l, p, 1, top, height) };
	/* Highlighted curves lie on top. */
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < l->items.count; i++) {
			const bd_link *link = l->items.items[i];
			bd_point a = { box.x + p->from, y[0][link->left] };
			bd_point b = { box.x + p->to, y[1][link->right] };
			if (link->highlight == (pass == 1))
				draw_curve(env, link, a, b, style, group);
		}
	for (size_t i = 0; i < l->items.count; i++) {
		const bd_link *link = l->items.items[i];
		draw_label(env, link, (bd_point){ box.x + p->from, y[0][link->left] },
			   (bd_point){ box.x + p->to, y[1][link->right] }, style, group);
	}
	draw_names(env, l, p, 0, y[0], box.x, style, group);
	draw_names(env, l, p, 1, y[1], right, style, group);
}
