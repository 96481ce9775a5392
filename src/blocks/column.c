/* column.c - blocks one below another, as one block: for a row's columns. */
#include "blocks/block.h"

typedef struct column {
	bd_block_head head;
	bd_block_array blocks;
} column;

static const bd_field fields[] = {
	BD_BLOCK_FIELDS(column),
	BD_FIELD(column, blocks, &bd_type_blocks, .also = "items content children columns",
		 .required = true, .doc = "The blocks, from top to bottom."),
	BD_FIELDS_END
};

static bd_extent measure(bd_env *env, const void *block, double width, const bd_style *style)
{
	const column *c = block;
	return bd_blocks_measure(env, &c->blocks, width, style);
}

static void place(bd_env *env, const void *block, bd_rect box, const bd_style *style,
		  bd_node *group)
{
	const column *c = block;
	bd_blocks_place(env, &c->blocks, box, style, group);
}

static double head_height(bd_env *env, const void *block, double width, const bd_style *style)
{
	const column *c = block;
	return bd_blocks_head_height(env, &c->blocks, width, style);
}

static const bd_variant *first(const void *block)
{
	const column *own = block;
	return own->blocks.count ? &own->blocks.items[0] : NULL;
}

extern const bd_block_kind bd_block_kind_column;
const bd_block_kind bd_block_kind_column = {
	{ "column", "Blocks one below another.", sizeof(column), .fields = fields },
	.measure = measure,
	.place = place,
	.head_height = head_height,
	.first = first,
	.optional_parts = 2,
};
