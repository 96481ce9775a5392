/* png_deflate.c - see png_deflate.h.
 *
 * Matches are looked for in three places only: one pixel back, one row back, and where the same
 * bytes stood last (two places remembered per hash). Tokens are gathered by the block, each with
 * codes of its own. */
#include "render/png_deflate.h"

#include "render/huffman.h"

#include <libdeflate.h>
#include <string.h>

enum {
	HASH_BITS = 13,
	WINDOW = 32768,
	SHORTEST = 3,
	LONGEST = 258,
	BLOCK_TOKENS = 1 << 15,
	GOOD_ENOUGH = 24, /* no need to look for a longer match */
	LITERALS = 286,
	DISTANCES = 30,
	END = 256
};

/* A literal is itself; a match is its distance << 16 | its length. */
typedef struct tokens {
	uint32_t items[BLOCK_TOKENS];
	size_t count;
	uint32_t literals[LITERALS], distances[DISTANCES];
	uint8_t length_codes[LONGEST + 1];
} tokens;

typedef struct packer {
	const unsigned char *bytes;
	size_t row_length;
	int pixel;             /* bytes */
	uint32_t (*recent)[2]; /* by hash: positions + 1; 0: none */
	tokens *tokens;
	bd_bits bits;
} packer;

static const uint16_t length_bases[] = { 3,  4,  5,  6,   7,   8,   9,   10,  11, 13,
					 15, 17, 19, 23,  27,  31,  35,  43,  51, 59,
					 67, 83, 99, 115, 131, 163, 195, 227, 258 };
static const uint8_t length_extras[] = { 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2,
					 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0 };

static void set_length_codes(tokens *t)
{
	for (int c = 0; c < 29; c++) {
		int last = c < 28 ? length_bases[c + 1] - 1 : LONGEST;
		for (int l = length_bases[c]; l <= last; l++)
			t->length_codes[l] = (uint8_t)c;
	}
}

/* RFC 1951, 3.2.5: codes come in pairs, each with one extra bit more than the last. */
static int distance_code(uint32_t distance, int *extra)
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

/* --- writing a block --- */

static void add_token(packer *p, const bd_prefix_code *literals, const bd_prefix_code *distances,
		      uint32_t token)
{
	bd_bits *b = &p->bits;
	if (token <= END) {
		bd_bits_add(b, literals->codes[token], literals->lengths[token]);
		return;
	}
	uint32_t length = token & 0xffff, distance = token >> 16;
	int c = p->tokens->length_codes[length], extra;
	bd_bits_add(b, literals->codes[257 + c], literals->lengths[257 + c]);
	bd_bits_add(b, length - length_bases[c], length_extras[c]);
	int d = distance_code(distance, &extra);
	bd_bits_add(b, distances->codes[d], distances->lengths[d]);
	bd_bits_add(b, (distance - 1) & ((1u << extra) - 1), extra);
}

/* The lengths of both codes, runs of equal ones told as runs (RFC 1951, 3.2.7). */
typedef struct lengths {
	uint8_t symbols[LITERALS + DISTANCES], extras[LITERALS + DISTANCES];
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
	uint8_t all[LITERALS + DISTANCES];
	lengths l = { .count = 0 };
	bd_prefix_code code;
	memcpy(all, literals->lengths, LITERALS);
	memcpy(all + LITERALS, distances->lengths, DISTANCES);
	for (int i = 0, run; i < LITERALS + DISTANCES; i += run) {
		for (run = 1; i + run < LITERALS + DISTANCES && all[i + run] == all[i]; run++)
			;
		add_run(&l, all[i], run);
	}
	bd_prefix_code_make(&code, l.frequencies, 19, 7);
	int written = 19;
	while (written > 4 && !code.lengths[order[written - 1]])
		written--;
	bd_bits_add(b, LITERALS - 257, 5);
	bd_bits_add(b, DISTANCES - 1, 5);
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

static void write_block(packer *p, bool last)
{
	tokens *t = p->tokens;
	bd_prefix_code literals, distances;
	t->literals[END]++;
	bd_prefix_code_make(&literals, t->literals, LITERALS, 15);
	bd_prefix_code_make(&distances, t->distances, DISTANCES, 15);
	bd_bits_add(&p->bits, last, 1);
	bd_bits_add(&p->bits, 2, 2);
	write_codes(&p->bits, &literals, &distances);
	for (size_t i = 0; i < t->count; i++)
		add_token(p, &literals, &distances, t->items[i]);
	add_token(p, &literals, &distances, END);
	t->count = 0;
	memset(t->literals, 0, sizeof t->literals);
	memset(t->distances, 0, sizeof t->distances);
}

/* --- finding matches --- */

static void put(packer *p, uint32_t token)
{
	if (p->tokens->count == BLOCK_TOKENS)
		write_block(p, false);
	p->tokens->items[p->tokens->count++] = token;
}

static void put_literal(packer *p, unsigned char c)
{
	put(p, c);
	p->tokens->literals[c]++;
}

static void put_match(packer *p, size_t distance, size_t length)
{
	int extra, code = distance_code((uint32_t)distance, &extra);
	while (length >= SHORTEST) {
		/* not so much that too little for a match is left */
		size_t take = length <= LONGEST             ? length
			      : length - LONGEST < SHORTEST ? length - SHORTEST
							    : LONGEST;
		put(p, (uint32_t)(distance << 16 | take));
		p->tokens->literals[257 + p->tokens->length_codes[take]]++;
		p->tokens->distances[code]++;
		length -= take;
	}
}

static size_t common(const unsigned char *a, const unsigned char *b, size_t most)
{
	size_t n = 0;
	for (; n + 8 <= most; n += 8) {
		uint64_t x, y;
		memcpy(&x, a + n, 8);
		memcpy(&y, b + n, 8);
		if (x != y)
			break;
	}
	while (n < most && a[n] == b[n])
		n++;
	return n;
}

typedef struct match {
	size_t length, distance;
} match;

static uint32_t *slot_for(packer *p, const unsigned char *at)
{
	uint64_t six = 0;
	memcpy(&six, at, 6);
	return p->recent[six * 0x9E3779B185EBCA87u >> (64 - HASH_BITS)];
}

static void try_at(packer *p, const unsigned char *at, uint32_t place, size_t most, match *best)
{
	size_t position = (size_t)(at - p->bytes), distance = position - (place - 1);
	if (place == 0 || distance == 0 || distance > WINDOW || memcmp(at, at - distance, 6))
		return;
	size_t length = common(at, at - distance, most);
	if (length > best->length && length >= 6)
		*best = (match){ length, distance };
}

/* The longest match at `at`, which may go on for `most` bytes. */
static match find(packer *p, const unsigned char *at, size_t most)
{
	match best = { 0 };
	size_t position = (size_t)(at - p->bytes), pixel = (size_t)p->pixel;
	if (position >= pixel)
		best = (match){ common(at, at - pixel, most), pixel };
	if (position >= p->row_length && p->row_length <= WINDOW && best.length < LONGEST) {
		size_t above = common(at, at - p->row_length, most);
		/* its distance takes more bits to tell */
		if (above > best.length + 1)
			best = (match){ above, p->row_length };
	}
	if (best.length >= GOOD_ENOUGH || most < 8)
		return best;
	uint32_t *recent = slot_for(p, at);
	try_at(p, at, recent[0], most, &best);
	try_at(p, at, recent[1], most, &best);
	recent[1] = recent[0];
	recent[0] = (uint32_t)position + 1;
	return best;
}

static bool is_worth(const packer *p, match m)
{
	return m.length >= (m.distance == (size_t)p->pixel ? 3 : 4);
}

static void pack_row(packer *p, const unsigned char *at, const unsigned char *end)
{
	size_t misses = 0; /* in a row: where nothing matches, look less often */
	while (at < end) {
		match m = find(p, at, (size_t)(end - at));
		if (!is_worth(p, m)) {
			for (size_t n = 1 + misses++ / 32; n > 0 && at < end; n--)
				put_literal(p, *at++);
			continue;
		}
		misses = 0;
		if (m.length < GOOD_ENOUGH && at + 1 < end) {
			/* perhaps a byte later there is a longer one */
			match next = find(p, at + 1, (size_t)(end - at - 1));
			if (next.length > m.length + 1) {
				put_literal(p, *at++);
				m = next;
			}
		}
		put_match(p, m.distance, m.length);
		at += m.length;
	}
}

static void pack_rows(packer *p, const bd_png_rows *rows)
{
	size_t length = rows->row_length;
	bool far = length <= WINDOW;
	for (int y = 0; y < rows->height;) {
		const unsigned char *at = rows->bytes + (size_t)y * length;
		int same = y;
		while (far && same < rows->height && rows->same[same])
			same++;
		if (same > y && (size_t)(same - y) * length >= SHORTEST) {
			put_match(p, length, (size_t)(same - y) * length);
			y = same;
			continue;
		}
		pack_row(p, at, at + length);
		y++;
	}
}

/* A code as good as ours takes no more than the flat one of nine bits a literal; a match takes less
 * than the literals it stands for; the codes of a block take some 330 bytes. */
static size_t room_for(size_t length)
{
	return length + length / 4 + (length / BLOCK_TOKENS + 2) * 400 + 64;
}

unsigned char *bd_png_deflate(const bd_png_rows *rows, bd_arena *arena, size_t *length)
{
	bd_arena scratch = { 0 };
	unsigned char *out = bd_alloc(arena, room_for(rows->length), 1);
	static const int pixels[] = { 1, 3, 4 };
	packer p = { .bytes = rows->bytes,
		     .row_length = rows->row_length,
		     .pixel = pixels[rows->kind],
		     .recent = bd_alloc(&scratch, (size_t)1 << HASH_BITS, sizeof *p.recent),
		     .tokens = BD_NEW(&scratch, tokens),
		     .bits = { .at = out } };
	set_length_codes(p.tokens);
	*p.bits.at++ = 0x78; /* deflate, a window of 32 KiB, made fast */
	*p.bits.at++ = 0x01;
	pack_rows(&p, rows);
	write_block(&p, true);
	bd_bits_flush(&p.bits);
	uint32_t sum = libdeflate_adler32(1, rows->bytes, rows->length);
	for (int i = 0; i < 4; i++)
		*p.bits.at++ = (unsigned char)(sum >> (24 - 8 * i));
	*length = (size_t)(p.bits.at - out);
	bd_arena_free(&scratch);
	return out;
}
