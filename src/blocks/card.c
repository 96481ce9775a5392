/* card.c - blocks on a panel of their own colour: what belongs together and apart from the rest. */
#include "blocks/block.h"

typedef struct card {
	bd_block_head head;
	bd_block_array blocks;
} card;

static const bd_field fields[] = { BD_BLOCK_FIELDS(card),
				   BD_FIELD(card, blocks, &bd_type_blocks,
					    .also = "items content children", .required = true,
					    .doc = "The blocks, from top to bottom."),
				   BD_FIELDS_END };

/* The heading stands on the panel, so the card draws it as a block without a kind would. */
static bd_rect inside(bd_rect box, const bd_style *style)
{
	double x = bd_style_px(style, 28), y = bd_style_gap(style, 26);
	return (bd_rect){ box.x + x, box.y + y, box.width - 2 * x, box.height - 2 * y };
}

static bd_extent measure(bd_env *env, const void *block, double width, const bd_style *style)
{
	const card *c = block;
	bd_rect in = inside((bd_rect){ 0, 0, width, 0 }, style);
	bd_extent e = bd_blocks_measure(env, &c->blocks, in.width, style);
	double more = -in.height;
	return (bd_extent){ e.least + more, e.natural + more, e.most + more, e.strain, e.gives };
}

static void place(bd_env *env, const void *block, bd_rect box, const bd_style *style,
		  bd_node *group)
{
	const card *c = block;
	const double r = bd_style_px(style, 10), radii[4] = { r, r, r, r };
	bd_path *path = BD_NEW(env->arena, bd_path);
	*path = bd_path_new(env->arena);
	bd_path_round_rect(path, box, radii);
	bd_add_shape(bd_block_group(group, BD_ROLE_ARTIFACT), path, bd_solid(style->theme->card),
		     (bd_stroke){ 0 });
	bd_style on_panel = *style;
	on_panel.ground = style->theme->card;
	on_panel.on_panel = true;
	bd_blocks_place(env, &c->blocks, inside(box, style), &on_panel, group);
}

static double head_height(bd_env *env, const void *block, double width, const bd_style *style)
{
	const card *c = block;
	bd_rect in = inside((bd_rect){ 0, 0, width, 0 }, style);
	return bd_blocks_head_height(env, &c->blocks, in.width, style);
}

extern const bd_block_kind bd_block_kind_card;
const bd_block_kind bd_block_kind_card = {
	{ "card", "Blocks on a panel.", sizeof(card), .fields = fields },
	.measure = measure,
	.place = place,
	.head_height = head_height,
	.optional_parts = 2,
	.fills = true,
};
