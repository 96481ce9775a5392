/* block.c - a block with its heading and note; blocks stacked in a column. */
#include "blocks/block.h"

#include "base/str.h"

#include <math.h>

static const bd_block_kind *kind_of(const bd_variant *block)
{
	return (const bd_block_kind *)block->type;
}

static const bd_block_head *head_of(const bd_variant *block)
{
	return block->data;
}

bool bd_block_spans(const bd_variant *block)
{
	return kind_of(block)->spans;
}

bool bd_block_fills(const bd_variant *block)
{
	return kind_of(block)->fills;
}

bool bd_block_aside(const bd_variant *block)
{
	return kind_of(block)->aside;
}

int bd_block_optional_parts(const bd_variant *block)
{
	return kind_of(block)->optional_parts;
}

bd_flow bd_blocks_flow(const bd_style *style)
{
	return (bd_flow){ .gap = bd_style_gap(style, 48), .least = 0.7, .most = 4 };
}

/* Where the parts of a block go: heading, body, note. */
typedef struct frame {
	bd_text title, note;
	double icon_width, icon_height, indent;
	double head, foot; /* px above and below the body */
	double drop;       /* px above the heading: it ends level with its neighbours' */
} frame;

static bd_style at_node(const bd_style *style, const bd_variant *block)
{
	bd_style s = *style;
	s.place = &block->node->place;
	s.accent = bd_block_side_color(style, head_of(block)->icon);
	if (!kind_of(block)->foot_height) /* its own blocks have other neighbours */
		s.foot = 0;
	return s;
}

static frame measure_frame(bd_env *env, const bd_variant *block, double width, const bd_style *s)
{
	const bd_block_head *head = head_of(block);
	frame f = { 0 };
	if (!kind_of(block)->headless && ((head->title && *head->title) || head->icon)) {
		double size = bd_style_size(s, BD_TEXT_HEAD);
		if (head->icon) {
			f.icon_height = bd_icon_is_flag(head->icon) ? size * 0.84 : size * 1.15;
			f.icon_width =
				bd_icon_is_flag(head->icon) ? f.icon_height * 4 / 3 : f.icon_height;
			f.indent = f.icon_width + bd_style_px(s, 16);
		}
		f.title = bd_style_text(env, s, BD_TEXT_HEAD, head->title, width - f.indent);
		double own = fmax(f.title.height, f.icon_height) + bd_style_gap(s, 16);
		f.head = fmax(own, s->head);
		f.drop = s->on_panel ? 0 : f.head - own;
	}
	if (head->note && *head->note) {
		f.note = bd_style_text(env, s, BD_TEXT_SMALL, head->note, width);
		f.foot = f.note.height + bd_style_gap(s, 12);
	}
	return f;
}

double bd_blocks_head_height(bd_env *env, const bd_block_array *blocks, double width,
			     const bd_style *style)
{
	return blocks->count ? bd_block_head_height(env, &blocks->items[0], width, style) : 0;
}

/* How far the body is set in. */
static double hang(const bd_variant *block, const frame *f)
{
	return kind_of(block)->hangs && f->head > 0 ? f->indent : 0;
}

static bd_extent measure_block(bd_env *env, const bd_variant *block, double width,
			       const bd_style *style)
{
	bd_style s = at_node(style, block);
	frame f = measure_frame(env, block, width, &s);
	if (f.head > 0) /* else the body's first blocks begin level with its neighbours */
		s.head = 0;
	bd_extent e = kind_of(block)->measure(env, block->data, width - hang(block, &f), &s);
	double more = f.head + f.foot;
	double strain = f.title.line_count > 1 ? (double)f.title.line_count - 1 : 0;
	strain += f.title.strain;
	return (bd_extent){ e.least + more, fmax(e.least, e.natural) + more,
			    fmax(fmax(e.least, e.natural), e.most) + more, e.strain + strain,
			    e.gives };
}

double bd_block_head_height(bd_env *env, const bd_variant *block, double width,
			    const bd_style *style)
{
	bd_style s = at_node(style, block);
	s.head = 0;
	if (!block->type)
		return 0;
	frame f = measure_frame(env, block, width, &s);
	if (f.head > 0 || !kind_of(block)->head_height)
		return f.head;
	return kind_of(block)->head_height(env, block->data, width, &s);
}

double bd_block_foot_height(bd_env *env, const bd_variant *block, double width,
			    const bd_style *style)
{
	bd_style s = at_node(style, block);
	s.foot = 0;
	return block->type && kind_of(block)->foot_height
		       ? kind_of(block)->foot_height(env, block->data, width, &s)
		       : 0;
}

double bd_block_top(bd_env *env, const bd_variant *block, double width, const bd_style *style)
{
	bd_style s = at_node(style, block);
	if (!block->type)
		return -1;
	frame f = measure_frame(env, block, width, &s);
	if (f.head <= 0 && kind_of(block)->first && kind_of(block)->first(block->data))
		return bd_block_top(env, kind_of(block)->first(block->data), width, style);
	if (f.title.line_count)
		return f.drop + f.title.first_baseline - bd_style_cap(&s, BD_TEXT_HEAD);
	return f.head <= 0 && bd_block_fills(block) ? 0 : -1;
}

bd_extent bd_block_measure(bd_env *env, const bd_variant *block, double width,
			   const bd_style *style)
{
	if (!style->memo)
		return measure_block(env, block, width, style);
	bool known;
	const uint64_t of_block =
		UINT64_MAX - (uint64_t)style->given_up * 2 - style->stacked; /* no text's key */
	const double level = style->head + 0x1p14 * style->foot; /* both, as neither is as high */
	bd_extent *extent = bd_memo_at(
		style->memo,
		(bd_memo_key){ block, width, style->type, style->space, level, of_block },
		sizeof *extent, &known);
	if (!known)
		*extent = measure_block(env, block, width, style);
	return *extent;
}

static void place_frame(const bd_variant *block, const frame *f, bd_rect box, const bd_style *s,
			bd_node *group)
{
	const bd_block_head *head = head_of(block);
	if (f->head > 0) {
		double baseline = f->title.line_count ? f->title.first_baseline : f->icon_height;
		double middle = box.y + f->drop + baseline - bd_style_cap(s, BD_TEXT_HEAD) / 2;
		if (f->icon_height > 0)
			bd_block_icon(group, head->icon,
				      (bd_rect){ box.x, middle - f->icon_height / 2, f->icon_width,
						 f->icon_height },
				      s->accent);
		bd_block_text(group, BD_ROLE_H2, &f->title, box.x + f->indent, box.y + f->drop,
			      s->theme->ink);
	}
	bd_block_text(group, BD_ROLE_P, &f->note, box.x, box.y + box.height - f->note.height,
		      s->theme->grey[3]);
}

void bd_block_place(bd_env *env, const bd_variant *block, bd_rect box, const bd_style *style,
		    bd_node *group)
{
	bd_style s = at_node(style, block);
	frame f = measure_frame(env, block, box.width, &s);
	bd_node *own = bd_add_group(group);
	own->group.origin = bd_place_pointer(env->arena, &block->node->place);
	own->group.name = block->type->name;
	place_frame(block, &f, box, &s, own);
	box.x += hang(block, &f);
	box.width -= hang(block, &f);
	box.y += f.head;
	box.height -= f.head + f.foot;
	if (f.head > 0)
		s.head = 0;
	kind_of(block)->place(env, block->data, box, &s, own);
}

static bd_extent *measure_all(bd_env *env, const bd_block_array *blocks, double width,
			      const bd_style *style)
{
	bd_extent *extents = BD_ARRAY(env->scratch, blocks->count, bd_extent);
	bd_style s = *style;
	for (size_t i = 0; i < blocks->count; i++, s.head = 0)
		if (blocks->items[i].type)
			extents[i] = bd_block_measure(env, &blocks->items[i], width, &s);
	return extents;
}

bd_extent bd_blocks_measure(bd_env *env, const bd_block_array *blocks, double width,
			    const bd_style *style)
{
	bd_flow flow = bd_blocks_flow(style);
	return bd_flow_extent(&flow, measure_all(env, blocks, width, style), blocks->count);
}

void bd_blocks_place(bd_env *env, const bd_block_array *blocks, bd_rect box, const bd_style *style,
		     bd_node *group)
{
	bd_flow flow = bd_blocks_flow(style);
	bd_slot *slots = BD_ARRAY(env->scratch, blocks->count, bd_slot);
	bd_flow_place(&flow, measure_all(env, blocks, box.width, style), blocks->count, box.height,
		      slots);
	bd_style s = *style;
	for (size_t i = 0; i < blocks->count; i++, s.head = 0)
		if (blocks->items[i].type)
			bd_block_place(
				env, &blocks->items[i],
				(bd_rect){ box.x, box.y + slots[i].y, box.width, slots[i].height },
				&s, group);
}
