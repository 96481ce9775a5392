/* png_block.c - see png_block.h. */
#include "render/png_block.h"

#include <string.h>

static const uint16_t length_bases[] = { 3,  4,  5,  6,   7,   8,   9,   10,  11, 13,
					 15, 17, 19, 23,  27,  31,  35,  43,  51, 59,
					 67, 83, 99, 115, 131, 163, 195, 227, 258 };
static const uint8_t length_extras[] = { 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,
					 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0 };

void bd_block_start(bd_block *block)
{
	block->count = 0;
	memset(block->literals, 0, sizeof block->literals);
	memset(block->distances, 0, sizeof block->distances);
	for (int c = 0; c < 29; c++) {
		int last = c < 28 ? length_bases[c + 1] - 1 : BD_LONGEST_MATCH;
		for (int l = length_bases[c]; l <= last; l++)
			block->length_codes[l] = (uint8_t)c;
	}
}

/* --- the codes --- */

/* The lengths of both codes, runs of equal ones told as runs (RFC 1951, 3.2.7). */
typedef struct lengths {
	uint8_t symbols[BD_LITERALS + BD_DISTANCES], extras[BD_LITERALS + BD_DISTANCES];
	int count;
	uint32_t frequencies[19];
} lengths;

static void add_symbol(lengths *l, int symbol, int extra)
{
	l->symbols[l->count] = (uint8_t)symbol;
	l->extras[l->count++] = (uint8_t)extra;
	l->frequencies[symbol]++;
}

static void add_run(lengths *l, int length, int run)
{
	while (length == 0 && run >= 3) {
		int take = run < 138 ? run : 138;
		add_symbol(l, take < 11 ? 17 : 18, take - (take < 11 ? 3 : 11));
		run -= take;
	}
	if (length != 0 && run > 0) {
		add_symbol(l, length, 0);
		run--;
	}
	while (length != 0 && run >= 3) {
		int take = run < 6 ? run : 6;
		add_symbol(l, 16, take - 3);
		run -= take;
	}
	for (; run > 0; run--)
		add_symbol(l, length, 0);
}

static void write_codes(bd_bits *b, const bd_prefix_code *literals, const bd_prefix_code *distances)
{
	static const uint8_t order[19] = { 16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
					   11, 4,  12, 3, 13, 2, 14, 1, 15 };
	static const uint8_t extra_bits[3] = { 2, 3, 7 };
	uint8_t all[BD_LITERALS + BD_DISTANCES];
	lengths l = { .count = 0 };
	bd_prefix_code code;
	memcpy(all, literals->lengths, BD_LITERALS);
	memcpy(all + BD_LITERALS, distances->lengths, BD_DISTANCES);
	for (int i = 0, run; i < BD_LITERALS + BD_DISTANCES; i += run) {
		for (run = 1; i + run < BD_LITERALS + BD_DISTANCES && all[i + run] == all[i]; run++)
			;
		add_run(&l, all[i], run);
	}
	bd_prefix_code_make(&code, l.frequencies, 19, 7);
	int written = 19;
	while (written > 4 && !code.lengths[order[written - 1]])
		written--;
	bd_bits_add(b, BD_LITERALS - 257, 5);
	bd_bits_add(b, BD_DISTANCES - 1, 5);
	bd_bits_add(b, (uint64_t)written - 4, 4);
	for (int i = 0; i < written; i++)
		bd_bits_add(b, code.lengths[order[i]], 3);
	for (int i = 0; i < l.count; i++) {
		int s = l.symbols[i];
		bd_bits_add(b, code.codes[s], code.lengths[s]);
		if (s >= 16)
			bd_bits_add(b, l.extras[i], extra_bits[s - 16]);
	}
}

/* --- the tokens --- */

/* A code with the extra bits that follow it. */
typedef struct word {
	uint32_t bits;
	int count;
} word;

static void length_words(const bd_block *block, const bd_prefix_code *code, word *words)
{
	for (int l = BD_SHORTEST_MATCH; l <= BD_LONGEST_MATCH; l++) {
		int c = block->length_codes[l], n = code->lengths[257 + c];
		uint32_t extra = (uint32_t)(l - length_bases[c]);
		words[l] = (word){ code->codes[257 + c] | extra << n, n + length_extras[c] };
	}
}

/* At most 15 + 5 + 15 + 13 bits. */
static void add_match(bd_bits *b, word length, const bd_prefix_code *code, uint32_t distance)
{
	int extra, d = bd_distance_code(distance, &extra), n = length.count;
	uint64_t all = length.bits | (uint64_t)code->codes[d] << n;
	n += code->lengths[d];
	all |= (uint64_t)((distance - 1) & ((1u << extra) - 1)) << n;
	bd_bits_add(b, all, n + extra);
}

void bd_block_write(bd_block *block, bd_bits *bits, bool last)
{
	bd_prefix_code literals, distances;
	word words[BD_LONGEST_MATCH + 1];
	block->literals[BD_END_OF_BLOCK]++;
	bd_prefix_code_make(&literals, block->literals, BD_LITERALS, 15);
	bd_prefix_code_make(&distances, block->distances, BD_DISTANCES, 15);
	length_words(block, &literals, words);
	bd_bits_add(bits, last, 1);
	bd_bits_add(bits, 2, 2);
	write_codes(bits, &literals, &distances);
	for (size_t i = 0; i < block->count; i++) {
		uint32_t token = block->tokens[i];
		if (token < BD_END_OF_BLOCK)
			bd_bits_add(bits, literals.codes[token], literals.lengths[token]);
		else
			add_match(bits, words[token & 0xffff], &distances, token >> 16);
	}
	bd_bits_add(bits, literals.codes[BD_END_OF_BLOCK], literals.lengths[BD_END_OF_BLOCK]);
	bd_block_start(block);
}
