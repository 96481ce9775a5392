/* arrange.c - header and blocks as boxes of one or two columns (arrange.h). */
#include "blocks/arrange.h"

#include "blocks/grid.h"

#include <math.h>

/* What stands in a column: the header, blocks, or the zone of two columns as one box. */
typedef struct part {
	bool header, zone;
	size_t block;
} part;

typedef struct stack {
	part *parts;
	size_t count;
} stack;

static void push(stack *s, part p)
{
	s->parts[s->count++] = p;
}

static stack new_stack(bd_env *env, const bd_poster *poster)
{
	return (stack){ BD_ARRAY(env->scratch, poster->blocks.count + 2, part), 0 };
}

static void push_blocks(stack *s, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		push(s, (part){ .block = i });
}

static bool has_header(const bd_poster *p)
{
	return p->title || p->kicker || p->subtitle || p->notice;
}

static stack page_stack(bd_env *env, const bd_poster *poster, const bd_arrangement *a)
{
	stack s = new_stack(env, poster);
	if (has_header(poster) && (!a->columns || !a->header_left))
		push(&s, (part){ .header = true });
	if (!a->columns) {
		push_blocks(&s, 0, poster->blocks.count);
		return s;
	}
	push_blocks(&s, 0, a->from);
	push(&s, (part){ .zone = true });
	push_blocks(&s, a->to, poster->blocks.count);
	return s;
}

static stack left_stack(bd_env *env, const bd_poster *poster, const bd_arrangement *a)
{
	stack s = new_stack(env, poster);
	if (a->header_left && has_header(poster))
		push(&s, (part){ .header = true });
	push_blocks(&s, a->from, a->split);
	if (a->aside)
		push_blocks(&s, a->split + 1, a->to);
	return s;
}

static stack right_stack(bd_env *env, const bd_poster *poster, const bd_arrangement *a)
{
	stack s = new_stack(env, poster);
	push_blocks(&s, a->split, a->aside ? a->split + 1 : a->to);
	return s;
}

static bd_grid zone_columns(const bd_arrangement *a, double width, const bd_style *style)
{
	const int spans[] = { a->left, a->right };
	/* beside a picture the columns are those of rows, above or below which it may stand */
	double gutter = a->aside ? 2 * style->theme->gutter : 72;
	return bd_grid_columns(spans, 2, width, bd_style_px(style, gutter));
}

static bd_extent measure_stack(bd_env *env, const bd_poster *poster, const bd_arrangement *a,
			       const stack *s, double width, const bd_style *style);

static bd_extent measure_part(bd_env *env, const bd_poster *poster, const bd_arrangement *a, part p,
			      double width, const bd_style *style)
{
	if (p.header)
		return bd_header_measure(env, poster, width, style);
	if (!p.zone)
		return bd_block_measure(env, &poster->blocks.items[p.block], width, style);
	bd_grid c = zone_columns(a, width, style);
	stack left = left_stack(env, poster, a), right = right_stack(env, poster, a);
	return bd_extent_beside(measure_stack(env, poster, a, &left, c.width[0], style),
				measure_stack(env, poster, a, &right, c.width[1], style));
}

static bd_extent *measure_parts(bd_env *env, const bd_poster *poster, const bd_arrangement *a,
				const stack *s, double width, const bd_style *style)
{
	bd_extent *extents = BD_ARRAY(env->scratch, s->count, bd_extent);
	for (size_t i = 0; i < s->count; i++)
		extents[i] = measure_part(env, poster, a, s->parts[i], width, style);
	return extents;
}

static bd_extent measure_stack(bd_env *env, const bd_poster *poster, const bd_arrangement *a,
			       const stack *s, double width, const bd_style *style)
{
	bd_flow flow = bd_blocks_flow(style);
	return bd_flow_extent(&flow, measure_parts(env, poster, a, s, width, style), s->count);
}

bd_extent bd_arrange_measure(bd_env *env, const bd_poster *poster, const bd_arrangement *a,
			     double width, const bd_style *style)
{
	stack s = page_stack(env, poster, a);
	return measure_stack(env, poster, a, &s, width, style);
}

static void place_stack(bd_env *env, const bd_poster *poster, const bd_arrangement *a,
			const stack *s, bd_rect box, const bd_style *style, bd_node *group);

/* How far below its top a column's first capitals or edge begin; -1: it begins with something else.
 */
static double top_of(bd_env *env, const bd_poster *poster, const stack *s, double width,
		     const bd_style *style)
{
	if (!s->count || s->parts[0].zone)
		return -1;
	return s->parts[0].header
		       ? bd_header_top(env, poster, width, style)
		       : bd_block_top(env, &poster->blocks.items[s->parts[0].block], width, style);
}

/* Text of different sizes at the top of both columns, and pictures, begin on one line. */
static void place_zone(bd_env *env, const bd_poster *poster, const bd_arrangement *a, bd_rect box,
		       const bd_style *style, bd_node *group)
{
	bd_grid c = zone_columns(a, box.width, style);
	stack stacks[2] = { left_stack(env, poster, a), right_stack(env, poster, a) };
	double tops[2];
	for (int i = 0; i < 2; i++)
		tops[i] = top_of(env, poster, &stacks[i], c.width[i], style);
	for (int i = 0; i < 2; i++) {
		double up = tops[!i] >= 0 ? fmax(0, tops[i] - tops[!i]) : 0;
		place_stack(env, poster, a, &stacks[i],
			    (bd_rect){ box.x + c.x[i], box.y - up, c.width[i], box.height + up },
			    style, group);
	}
}

static void place_part(bd_env *env, const bd_poster *poster, const bd_arrangement *a, part p,
		       bd_rect box, const bd_style *style, bd_node *group)
{
	if (p.header) {
		bd_header_place(env, poster, box, style, group);
	} else if (!p.zone) {
		bd_block_place(env, &poster->blocks.items[p.block], box, style, group);
	} else {
		place_zone(env, poster, a, box, style, group);
	}
}

static void place_stack(bd_env *env, const bd_poster *poster, const bd_arrangement *a,
			const stack *s, bd_rect box, const bd_style *style, bd_node *group)
{
	bd_flow flow = bd_blocks_flow(style);
	bd_slot *slots = BD_ARRAY(env->scratch, s->count, bd_slot);
	bd_flow_place(&flow, measure_parts(env, poster, a, s, box.width, style), s->count,
		      box.height, slots);
	for (size_t i = 0; i < s->count; i++)
		place_part(env, poster, a, s->parts[i],
			   (bd_rect){ box.x, box.y + slots[i].y, box.width, slots[i].height },
			   style, group);
}

void bd_arrange_place(bd_env *env, const bd_poster *poster, const bd_arrangement *a, bd_rect box,
		      const bd_style *style, bd_node *group)
{
	stack s = page_stack(env, poster, a);
	place_stack(env, poster, a, &s, box, style, group);
}

double bd_arrange_imbalance(bd_env *env, const bd_poster *poster, const bd_arrangement *a,
			    double width, const bd_style *style)
{
	if (!a->columns)
		return 0;
	bd_grid c = zone_columns(a, width, style);
	stack left = left_stack(env, poster, a), right = right_stack(env, poster, a);
	bd_extent l = measure_stack(env, poster, a, &left, c.width[0], style);
	bd_extent r = measure_stack(env, poster, a, &right, c.width[1], style);
	double tall = fmax(l.natural, r.natural);
	double hole = fmax(tall - l.most, tall - r.most);
	double unlike = fabs(l.natural - r.natural);
	return tall > 0 ? (fmax(0, hole) + 0.3 * unlike) / tall : 0;
}
