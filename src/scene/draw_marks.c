/* draw_marks.c - marks into nodes (draw.h): rectangles, arcs, rules, pictures and ready outlines
 * here, an item at a time; lines, symbols and texts in files of their own. */
#include "scene/draw.h"

#include <math.h>

enum { MOST_STACKED = 5000 }; /* stacks are found by looking at every pair */

static double or_zero(bd_numbers numbers, size_t i)
{
	double number = bd_number_at(numbers, i);
	return isfinite(number) ? number : 0;
}

bd_node *bd_draw_link(const bd_items *mark, size_t i, bd_node *group)
{
	const char *href = bd_string_at(mark->href, i);
	if (!href || !*href)
		return group;
	bd_node *link = bd_add_group(group);
	link->group.role = BD_ROLE_LINK;
	link->group.href = href;
	return link;
}

static bd_path *new_path(bd_node *group)
{
	bd_path *path = BD_NEW(group->group.arena, bd_path);
	*path = bd_path_new(group->group.arena);
	return path;
}

static void add_rect(bd_path *path, const bd_items *m, size_t i)
{
	double radii[4];
	for (int k = 0; k < 4; k++)
		radii[k] = or_zero(m->corner_radius[k], i);
	bd_path_round_rect(path, bd_draw_box(m, i), radii);
}

static void add_arc(bd_path *path, const bd_items *m, size_t i)
{
	bd_arc arc = { .start = or_zero(m->start_angle, i),
		       .end = or_zero(m->end_angle, i),
		       .inner = or_zero(m->inner_radius, i),
		       .outer = or_zero(m->outer_radius, i),
		       .pad = or_zero(m->pad_angle, i),
		       .corner = or_zero(m->corner_radius[0], i) };
	bd_arc_add(path, &arc, or_zero(m->x, i), or_zero(m->y, i));
}

static void add_rule(bd_path *path, const bd_items *m, size_t i)
{
	double x = or_zero(m->x, i), y = or_zero(m->y, i);
	double x2 = bd_number_at(m->x2, i), y2 = bd_number_at(m->y2, i);
	bd_path_move(path, x, y);
	bd_path_line(path, isfinite(x2) ? x2 : x, isfinite(y2) ? y2 : y);
}

/* Outlines that were made elsewhere: geographic shapes, SVG paths. */
static void add_ready(bd_path *path, const bd_items *m, size_t i)
{
	bd_matrix at = bd_matrix_translate(or_zero(m->x, i), or_zero(m->y, i));
	if (m->paths && m->paths[i])
		bd_path_add(path, m->paths[i],
			    bd_matrix_multiply(at, bd_matrix_rotate(or_zero(m->angle, i))));
}

static void draw_each(const bd_items *m, bd_node *group,
		      void (*add)(bd_path *path, const bd_items *m, size_t i))
{
	for (size_t i = 0; i < m->count; i++) {
		bd_path *path = new_path(group);
		add(path, m, i);
		bd_draw_path(bd_draw_link(m, i, group), path, m, i);
	}
}

/* --- stacks with round ends: the parts at the ends carry the corners. Where such a part is too
 * small for them, the outline of the whole cuts all parts --- */

static bool same_stack(const bd_items *m, size_t a, size_t b)
{
	bd_rect p = bd_draw_box(m, a), q = bd_draw_box(m, b);
	return m->horizontal ? p.y == q.y && p.height == q.height
			     : p.x == q.x && p.width == q.width;
}

/* Those of the stack's radii that belong to a part with that box: at either end, or none. */
static void radii_of_part(const bd_items *m, bd_rect whole, bd_rect part, const double radii[4],
			  double own[4])
{
	static const double near = 1e-6;
	bool first = m->horizontal ? part.x - whole.x < near : part.y - whole.y < near;
	bool last = m->horizontal ? whole.x + whole.width - part.x - part.width < near
				  : whole.y + whole.height - part.y - part.height < near;
	own[0] = first ? radii[0] : 0;
	own[1] = (m->horizontal ? last : first) ? radii[1] : 0;
	own[2] = last ? radii[2] : 0;
	own[3] = (m->horizontal ? first : last) ? radii[3] : 0;
}

static bool has_room(bd_rect box, const double radii[4])
{
	static const double noise = 1e-6;
	double most = fmin(box.width, box.height) / 2 + noise;
	for (int k = 0; k < 4; k++)
		if (radii[k] > most)
			return false;
	return true;
}

/* An edge that paint and clip share is blended twice, and paler than others: so paint goes on
 * beyond the clip. */
static bd_rect beyond_clip(const bd_items *m, bd_rect whole, bd_rect part)
{
	const double ends[4] = { 1, 1, 1, 1 };
	double at[4];
	radii_of_part(m, whole, part, ends, at);
	double left = !m->horizontal || at[0] > 0, right = !m->horizontal || at[1] > 0;
	double top = m->horizontal || at[0] > 0, bottom = m->horizontal || at[2] > 0;
	return (bd_rect){ part.x - left, part.y - top, part.width + left + right,
			  part.height + top + bottom };
}

typedef struct stack {
	const size_t *parts;
	size_t count;
	bd_rect whole;
	double radii[4];
} stack;

static stack find_stack(const bd_items *m, size_t first, bool *drawn, size_t *parts)
{
	stack s = { .parts = parts, .whole = bd_draw_box(m, first) };
	for (size_t i = first; i < m->count; i++) {
		if (drawn[i] || !same_stack(m, first, i))
			continue;
		drawn[i] = true;
		parts[s.count++] = i;
		s.whole = bd_rect_union(s.whole, bd_draw_box(m, i));
	}
	double most = fmin(s.whole.width, s.whole.height) / 2;
	for (int k = 0; k < 4; k++)
		s.radii[k] = fmin(or_zero(m->corner_radius[k], first), most);
	return s;
}

static bool needs_clip(const bd_items *m, const stack *s)
{
	double own[4];
	for (size_t i = 0; i < s->count; i++) {
		bd_rect box = bd_draw_box(m, s->parts[i]);
		radii_of_part(m, s->whole, box, s->radii, own);
		if ((m->horizontal ? box.width : box.height) > 0 && !has_room(box, own))
			return true;
	}
	return false;
}

static void draw_stack(const bd_items *m, const stack *s, bd_node *group)
{
	bool clipped = needs_clip(m, s);
	if (clipped) {
		bd_path *clip = new_path(group);
		bd_path_round_rect(clip, s->whole, s->radii);
		group = bd_add_group(group);
		group->group.clip = clip;
	}
	for (size_t k = 0; k < s->count; k++) {
		size_t i = s->parts[k];
		bd_path *path = new_path(group);
		bd_rect box = bd_draw_box(m, i);
		double own[4];
		radii_of_part(m, s->whole, box, s->radii, own);
		if (clipped && bd_draw_stroke(m, i).paint.kind == BD_PAINT_NONE)
			bd_path_rect(path, beyond_clip(m, s->whole, box));
		else if (clipped)
			bd_path_rect(path, box);
		else
			bd_path_round_rect(path, box, own);
		bd_draw_path(bd_draw_link(m, i, group), path, m, i);
	}
}

static void draw_stacks(const bd_items *m, bd_node *group)
{
	bool *drawn = BD_ARRAY(group->group.arena, m->count, bool);
	size_t *parts = BD_ARRAY(group->group.arena, m->count, size_t);
	for (size_t i = 0; i < m->count; i++)
		if (!drawn[i]) {
			stack s = find_stack(m, i, drawn, parts);
			draw_stack(m, &s, group);
		}
}

static void draw_images(bd_env *env, const bd_items *m, bd_node *group)
{
	for (size_t i = 0; i < m->count && m->draw_picture; i++)
		m->draw_picture(env, m, i, bd_draw_link(m, i, group));
}

static bd_node *clipped(const bd_items *mark, const bd_cell *cell, bd_node *group)
{
	if (!mark->clip)
		return group;
	bd_node *own = bd_add_group(group);
	bd_path *clip = new_path(group);
	bd_path_rect(clip, (bd_rect){ 0, 0, cell->width, cell->height });
	own->group.clip = clip;
	return own;
}

void bd_draw_mark(bd_env *env, const bd_items *mark, const bd_cell *cell, bd_node *group)
{
	if (mark->count == 0)
		return;
	group = clipped(mark, cell, group);
	switch (mark->type) {
	case BD_ITEM_ARC: draw_each(mark, group, add_arc); break;
	case BD_ITEM_AREA: bd_draw_area(mark, group); break;
	case BD_ITEM_IMAGE: draw_images(env, mark, group); break;
	case BD_ITEM_LINE: bd_draw_line(mark, group); break;
	case BD_ITEM_RECT:
		if (mark->round_stack && mark->count <= MOST_STACKED)
			draw_stacks(mark, group);
		else if (!bd_draw_many(mark, group))
			draw_each(mark, group, add_rect);
		break;
	case BD_ITEM_RULE:
		if (!bd_draw_many(mark, group))
			draw_each(mark, group, add_rule);
		break;
	case BD_ITEM_SYMBOL: bd_draw_symbols(mark, group); break;
	case BD_ITEM_TEXT: bd_draw_texts(env, mark, group); break;
	case BD_ITEM_TRAIL: bd_draw_trail(mark, group); break;
	case BD_ITEM_SHAPE:
	case BD_ITEM_PATH: draw_each(mark, group, add_ready); break;
	case BD_ITEM_TYPES: break;
	}
}
