/* huffman.c - see huffman.h. */
#include "render/huffman.h"

#include <stdlib.h>
#include <string.h>

typedef struct leaf {
	uint32_t frequency;
	int symbol;
} leaf;

static int by_frequency(const void *a, const void *b)
{
	const leaf *l = a, *r = b;
	if (l->frequency != r->frequency)
		return l->frequency < r->frequency ? -1 : 1;
	return l->symbol - r->symbol;
}

/* Huffman's tree over leaves in ascending order, with two queues: of leaves, and of the nodes made,
 * which come out in ascending order by themselves. Leaves each one's depth in depths. */
static void depths_of(const leaf *leaves, int count, int *depths)
{
	uint32_t weights[2 * BD_MAX_SYMBOLS];
	int parents[2 * BD_MAX_SYMBOLS], made = count, next_leaf = 0, next_node = count;
	for (int i = 0; i < count; i++)
		weights[i] = leaves[i].frequency;
	for (; made < 2 * count - 1; made++) {
		weights[made] = 0;
		for (int child = 0; child < 2; child++) {
			int take = next_leaf < count && (next_node == made ||
							 weights[next_leaf] <= weights[next_node])
					   ? next_leaf++
					   : next_node++;
			weights[made] += weights[take];
			parents[take] = made;
		}
	}
	int node_depths[2 * BD_MAX_SYMBOLS];
	node_depths[made - 1] = 0;
	for (int i = made - 2; i >= 0; i--)
		node_depths[i] = node_depths[parents[i]] + 1;
	memcpy(depths, node_depths, (size_t)count * sizeof *depths);
}

/* Cuts depths at the limit, then lengthens the cheapest codes until all fit (Kraft's sum, in units
 * of the deepest leaf, is 1). Leaves are ascending, so depths descend. */
static void limit_depths(int *depths, int count, int limit)
{
	long room = 1L << limit, used = 0;
	for (int i = 0; i < count; i++) {
		if (depths[i] > limit)
			depths[i] = limit;
		used += 1L << (limit - depths[i]);
	}
	for (int i = 0; used > room; i = (i + 1) % count)
		if (depths[i] < limit) {
			used -= 1L << (limit - depths[i] - 1);
			depths[i]++;
			i = -1; /* the rarest that still can */
		}
	for (int i = count - 1; i >= 0; i--) /* what is left over goes to the most frequent */
		while (depths[i] > 1 && used + (1L << (limit - depths[i])) <= room) {
			used += 1L << (limit - depths[i]);
			depths[i]--;
		}
}

static uint16_t reversed(unsigned code, int length)
{
	unsigned out = 0;
	for (int i = 0; i < length; i++)
		out |= (code >> i & 1) << (length - 1 - i);
	return (uint16_t)out;
}

/* RFC 1951, 3.2.2 */
static void set_codes(bd_prefix_code *code, int count)
{
	unsigned next[17] = { 0 }, per_length[17] = { 0 };
	for (int i = 0; i < count; i++)
		per_length[code->lengths[i]]++;
	per_length[0] = 0;
	for (int i = 1; i <= 16; i++)
		next[i] = (next[i - 1] + per_length[i - 1]) << 1;
	for (int i = 0; i < count; i++)
		if (code->lengths[i])
			code->codes[i] = reversed(next[code->lengths[i]]++, code->lengths[i]);
}

void bd_prefix_code_make(bd_prefix_code *code, const uint32_t *frequencies, int count, int limit)
{
	leaf leaves[BD_MAX_SYMBOLS];
	int used = 0, depths[BD_MAX_SYMBOLS] = { 0 };
	memset(code, 0, sizeof *code);
	for (int i = 0; i < count; i++)
		if (frequencies[i])
			leaves[used++] = (leaf){ frequencies[i], i };
	if (used < 2) {
		code->lengths[used ? leaves[0].symbol : 0] = 1;
		set_codes(code, count);
		return;
	}
	qsort(leaves, (size_t)used, sizeof *leaves, by_frequency);
	depths_of(leaves, used, depths);
	limit_depths(depths, used, limit);
	for (int i = 0; i < used; i++)
		code->lengths[leaves[i].symbol] = (uint8_t)depths[i];
	set_codes(code, count);
}

void bd_bits_flush(bd_bits *b)
{
	if (b->count > 0)
		*b->at++ = (unsigned char)b->bits;
	b->bits = 0;
	b->count = 0;
}
