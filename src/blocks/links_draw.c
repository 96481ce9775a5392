/* links_draw.c - the names and curves of a block of links. */
#include "blocks/links.h"

#include "base/str.h"

#include <math.h>

static void draw_side(bd_env *env, const bd_link_side *side, double x, double y,
		      const bd_style *style, bd_node *group)
{
	if (!side)
		return;
	double size = bd_style_size(style, BD_TEXT_UNIT), height = size * 0.8;
	if (side->icon) {
		double width = bd_icon_is_flag(side->icon) ? height * 4 / 3 : height;
		bd_block_icon(group, side->icon,
			      (bd_rect){ x, y + size * 0.95 - height * 0.93, width, height },
			      style->accent);
		x += width + bd_style_px(style, 14);
	}
	bd_line line = bd_style_line(env, style, BD_TEXT_UNIT, side->label);
	bd_block_line(group, BD_ROLE_NONE, &line, x, y + size * 0.95, style->theme->ink);
}

static void draw_names(bd_env *env, const bd_links *l, const bd_links_plan *p, int side,
		       const double *y, double x, const bd_style *style, bd_node *group)
{
	bd_style own = bd_links_style(l, style);
	for (size_t i = 0; i < l->counts[side]; i++) {
		const bd_link_node *node = &l->nodes[side][i];
		bd_text t = bd_links_name(env, l, node, p->width[side], style);
		/* The eye takes the middle of the capitals, not of the line, for the middle. */
		double line = t.height / (double)(t.line_count ? t.line_count : 1);
		double sink = t.first_baseline - bd_style_cap(&own, bd_links_role(l, node)) / 2 -
			      line / 2;
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

/* Where the leftmost line of a text starts. */
static double first_left(const bd_text *text)
{
	double left = INFINITY;
	for (size_t i = 0; i < text->line_count; i++)
		left = fmin(left, text->lines[i].x);
	return left;
}

/* The label above its line, or across it on a strip of paper. */
static void draw_label(const bd_link *link, const bd_link_label *label, double x,
		       const bd_style *style, bd_node *group)
{
	if (!label->text.line_count)
		return;
	bd_rect strip = label->box;
	strip.x += x;
	if (label->across)
		bd_add_rect(bd_block_group(group, BD_ROLE_ARTIFACT), strip,
			    bd_solid(style->ground));
	/* centred lines stand in the width that they were broken to */
	double left = strip.x + strip.width / 2 - label->text.width / 2 - first_left(&label->text);
	bd_block_text(group, BD_ROLE_NONE, &label->text, left, strip.y,
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
	bd_style sides = bd_links_style(l, style);
	draw_side(env, l->left, box.x, box.y, &sides, group);
	draw_side(env, l->right, right, box.y, &sides, group);
	double top = box.y + p->head, height = box.height - p->head;
	double *const y[2] = { bd_links_rows(env, l, p, 0, top, height),
			       bd_links_rows(env, l, p, 1, top, height) };
	/* Highlighted curves lie on top. */
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < l->items.count; i++) {
			const bd_link *link = l->items.items[i];
			bd_link_curve c = bd_links_curve(link, p, y);
			c.from.x += box.x;
			c.to.x += box.x;
			if (link->highlight == (pass == 1))
				draw_curve(env, link, c.from, c.to, style, group);
		}
	bd_link_label *labels = BD_ARRAY(env->scratch, l->items.count, bd_link_label);
	if (!bd_links_labels(env, l, p, y, style, labels))
		bd_error(env->diags, style->place, BD_LABELS_CLASH);
	for (size_t i = 0; i < l->items.count; i++)
		draw_label(l->items.items[i], &labels[i], box.x, style, group);
	draw_names(env, l, p, 0, y[0], box.x, style, group);
	draw_names(env, l, p, 1, y[1], right, style, group);
}
