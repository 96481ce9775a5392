/* links_plan.c - how a block of links takes its place: columns of names, rows, room for labels. */
#include "blocks/links.h"

#include <math.h>

#define LEAST_GAP 0.6 /* of the designed gap between rows */

/* A single pair is the picture: its names are larger than its sides' labels. */
bd_text_role bd_links_role(const bd_links *links, const bd_link_node *node)
{
	if (links->items.count == 1)
		return BD_TEXT_HEAD;
	return node->highlight ? BD_TEXT_STRONG : BD_TEXT_BODY;
}

bd_style bd_links_style(const bd_links *links, const bd_style *style)
{
	bd_style s = *style;
	s.type *= links->items.count == 1 ? 1.3 : 1;
	return s;
}

bd_text bd_links_name(bd_env *env, const bd_links *links, const bd_link_node *node, double width,
		      const bd_style *style)
{
	bd_style s = bd_links_style(links, style);
	s.place = &node->node->place;
	return bd_style_text(env, &s, bd_links_role(links, node), node->name, width);
}

static double widest(bd_env *env, const bd_links *l, int side, double width, const bd_style *style)
{
	double most = 0;
	for (size_t i = 0; i < l->counts[side]; i++)
		most = fmax(most, bd_links_name(env, l, &l->nodes[side][i], width, style).width);
	return most;
}

static double side_width(bd_env *env, const bd_link_side *side, const bd_style *style)
{
	double flag = side && side->icon ? bd_style_size(style, BD_TEXT_UNIT) * 1.6 : 0;
	return side ? bd_style_width(env, style, BD_TEXT_UNIT, side->label) + flag : 0;
}

/* Both columns as wide as their longest name, up to two fifths; the links keep a fifth. */
/* Pairs of twins, each on a line of its own. */
static bool is_level(const bd_links *l)
{
	bool level = l->counts[0] == l->counts[1] && l->items.count == l->counts[0];
	for (size_t i = 0; level && i < l->items.count; i++)
		level = l->items.items[i]->left == l->items.items[i]->right;
	return level;
}

static void plan_widths(bd_env *env, const bd_links *l, double width, const bd_style *style,
			bd_links_plan *p)
{
	double dot = bd_style_px(style, 26), bridge = fmax(width * 0.18, 4 * dot);
	double room = width - bridge - 2 * dot;
	bd_style sides = bd_links_style(l, style);
	double left = widest(env, l, 0, INFINITY, style);
	double right = widest(env, l, 1, INFINITY, style);
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
	p->width[0] = fmax(left, side_width(env, l->left, &sides)) + 1;
	p->width[1] = fmax(right, side_width(env, l->right, &sides)) + 1;
	p->from = p->width[0] + dot;
	/* Of twins the right column starts in the middle where it can, as a page's columns do; a
	 * single pair spans the place, and so do curves that need room to cross. */
	bool spans = l->items.count == 1 || !p->level;
	double far = spans ? fmin(width, 44 * bd_style_size(style, BD_TEXT_BODY)) : width * 0.56;
	p->to = fmax(p->from + bridge, fmin(width - p->width[1] - dot, far));
}

static double side_height(const bd_links *l, const bd_style *style)
{
	return l->left || l->right
		       ? bd_style_size(style, BD_TEXT_UNIT) * 1.3 + bd_style_gap(style, 20)
		       : 0;
}

/* From the middle of the first row to that of the last, where the rows stand at equal distances
 * with `gap` px at least between neighbours. */
static double even_span(const bd_links *l, const bd_links_plan *p, int side, double gap)
{
	double pitch = 0;
	for (size_t i = 1; i < l->counts[side]; i++)
		pitch = fmax(pitch, (p->heights[side][i - 1] + p->heights[side][i]) / 2 + gap);
	return l->counts[side] ? pitch * (double)(l->counts[side] - 1) : 0;
}

/* Half the first row and half the last. */
static double ends(const bd_links *l, const bd_links_plan *p, int side)
{
	size_t n = l->counts[side];
	return n ? (p->heights[side][0] + p->heights[side][n - 1]) / 2 : 0;
}

/* Middles of a column's rows: at equal distances, where the height allows that, though some take
 * two lines; else with equal gaps. */
double *bd_links_rows(bd_env *env, const bd_links *l, const bd_links_plan *p, int side, double top,
		      double height)
{
	size_t n = l->counts[side];
	double *y = BD_ARRAY(env->scratch, n + 1, double);
	double gap = n > 1 ? (height - p->sum[side]) / (double)(n - 1) : 0;
	double at = n > 1 ? top : top + (height - p->sum[side]) / 2;
	double span = height - ends(l, p, side);
	bool even = n > 1 && span >= even_span(l, p, side, LEAST_GAP * p->row_gap) - 0.01;
	for (size_t i = 0; even && i < n; i++)
		y[i] = top + p->heights[side][0] / 2 + span * (double)i / (double)(n - 1);
	if (even)
		return y;
	for (size_t i = 0; i < n; i++) {
		y[i] = at + p->heights[side][i] / 2;
		at += p->heights[side][i] + gap;
	}
	return y;
}

static double natural_height(const bd_links *l, const bd_links_plan *p)
{
	double tall = 0;
	for (int side = 0; side < 2; side++) {
		tall = fmax(tall, even_span(l, p, side, p->row_gap) + ends(l, p, side));
	}
	return p->head + tall;
}

/* Rows far enough apart for the labels of the links to stand clear of each other. */
static void make_room(bd_env *env, const bd_links *l, const bd_style *style, bd_links_plan *p)
{
	enum { TRIES = 10 };
	double designed = p->row_gap;
	for (size_t i = 0; i < l->items.count; i++)
		p->tight |= l->items.items[i]->label != NULL;
	bd_link_label *labels = BD_ARRAY(env->scratch, l->items.count, bd_link_label);
	for (int i = 0; i < TRIES; i++) {
		double height = natural_height(l, p) - p->head;
		double *const y[2] = { bd_links_rows(env, l, p, 0, 0, height),
				       bd_links_rows(env, l, p, 1, 0, height) };
		if (bd_links_labels(env, l, p, y, style, labels))
			return;
		p->row_gap *= 1.3;
	}
	p->row_gap = designed; /* it would not help */
}

bd_links_plan bd_links_measure(bd_env *env, const bd_links *l, double width, const bd_style *style)
{
	bd_links_plan p = { .level = is_level(l) };
	plan_widths(env, l, width, style, &p);
	bd_style sides = bd_links_style(l, style);
	p.head = side_height(l, &sides);
	/* Words on the first row's link stand above it. */
	for (size_t i = 0; i < l->items.count; i++)
		if (l->items.items[i]->label)
			p.head = fmax(p.head, bd_style_size(style, BD_TEXT_SMALL));
	p.row_gap = bd_style_gap(style, 26);
	for (int side = 0; side < 2; side++) {
		p.heights[side] = BD_ARRAY(env->scratch, l->counts[side], double);
		for (size_t i = 0; i < l->counts[side]; i++) {
			bd_text t = bd_links_name(env, l, &l->nodes[side][i], p.width[side], style);
			p.heights[side][i] = t.height;
			p.strain += (l->items.count == 1 ? 1 : 0.25) *
				    fmax(0, (double)t.line_count - 1);
		}
	}
	for (size_t i = 0; p.level && i < l->counts[0]; i++)
		p.heights[0][i] = p.heights[1][i] = fmax(p.heights[0][i], p.heights[1][i]);
	for (int side = 0; side < 2; side++)
		for (size_t i = 0; i < l->counts[side]; i++)
			p.sum[side] += p.heights[side][i];
	if (!p.level)
		make_room(env, l, style, &p);
	p.natural = natural_height(l, &p);
	p.least = p.natural;
	for (int side = 0; side < 2 && !p.tight; side++) {
		double gaps = l->counts[side] ? (double)(l->counts[side] - 1) * p.row_gap : 0;
		double own = p.head + p.sum[side] + LEAST_GAP * gaps;
		p.least = side ? fmax(p.least, own) : own;
	}
	return p;
}
