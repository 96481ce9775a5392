/* registry.c - all blocks (blocks.def), and a list of blocks as a field's type. */
#include "blocks/block.h"

#define BLOCK(name) extern const bd_block_kind bd_block_kind_##name;
#include "blocks/blocks.def"
#undef BLOCK

const bd_object_type *const *bd_block_types(void)
{
	static const bd_object_type *const types[] = {
#define BLOCK(name) &bd_block_kind_##name.type,
#include "blocks/blocks.def"
#undef BLOCK
		NULL
	};
	return types;
}

const bd_type bd_type_block = { BD_T_VARIANT,
				.name = "block",
				.size = sizeof(bd_variant),
				.tag = "type",
				.variant_term = BD_TERM_BLOCK,
				.variants = bd_block_types };
const bd_type bd_type_blocks = { BD_T_ARRAY, .name = "blocks", .item = &bd_type_block };
