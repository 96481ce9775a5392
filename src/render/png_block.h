/* png_block.h - one block of deflate (RFC 1951): literals and matches gathered, then written with
 * the codes that suit them. */
#pragma once
#include "render/huffman.h"

#include <stdbool.h>

enum {
	BD_BLOCK_TOKENS = 1 << 15,
	BD_SHORTEST_MATCH = 3,
	BD_LONGEST_MATCH = 258,
	BD_LITERALS = 286,
	BD_DISTANCES = 30,
	BD_END_OF_BLOCK = 256
};

/* A token is a literal, or a match: its distance << 16 | its length. */
typedef struct bd_block {
	size_t count;
	uint32_t literals[BD_LITERALS], distances[BD_DISTANCES]; /* how often each code occurs */
	uint8_t length_codes[BD_LONGEST_MATCH + 1];
	uint32_t tokens[BD_BLOCK_TOKENS];
} bd_block;

void bd_block_start(bd_block *block);
/* Writes what was gathered, and starts anew. */
void bd_block_write(bd_block *block, bd_bits *bits, bool last);

/* RFC 1951, 3.2.5: codes come in pairs, each with one extra bit more than the last. */
static inline int bd_distance_code(uint32_t distance, int *extra)
{
	uint32_t d = distance - 1;
	if (d < 4) {
		*extra = 0;
		return (int)d;
	}
	int top = 31 - __builtin_clz(d);
	*extra = top - 1;
	return 2 * top + (int)(d >> (top - 1) & 1);
}

static inline void bd_block_add(bd_block *block, bd_bits *bits, uint32_t token)
{
	if (block->count == BD_BLOCK_TOKENS)
		bd_block_write(block, bits, false);
	block->tokens[block->count++] = token;
}

static inline void bd_block_literal(bd_block *block, bd_bits *bits, unsigned char c)
{
	bd_block_add(block, bits, c);
	block->literals[c]++;
}

/* `length` of any size from SHORTEST on: as many matches as it takes. */
static inline void bd_block_match(bd_block *block, bd_bits *bits, size_t distance, size_t length)
{
	int extra, code = bd_distance_code((uint32_t)distance, &extra);
	while (length >= BD_SHORTEST_MATCH) {
		/* not so much that too little for a match is left */
		size_t take = length <= BD_LONGEST_MATCH ? length
			      : length - BD_LONGEST_MATCH < BD_SHORTEST_MATCH
				      ? length - BD_SHORTEST_MATCH
				      : BD_LONGEST_MATCH;
		bd_block_add(block, bits, (uint32_t)(distance << 16 | take));
		block->literals[257 + block->length_codes[take]]++;
		block->distances[code]++;
		length -= take;
	}
}
