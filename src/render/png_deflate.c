/* png_deflate.c - see png_deflate.h.
 *
 * Matches are looked for in three places only: one pixel back, one row back, and where the same
 * bytes stood last (two places remembered per hash). Rows that equal the one above are not looked
 * at. Elsewhere a match may go on into the next row: the filter byte is 0, and so is the first
 * colour of a palette, which is the ground's. */
#include "render/png_deflate.h"

#include "render/png_block.h"

#include <libdeflate.h>
#include <string.h>

enum {
	HASH_BITS = 13,
	HASHED = 5, /* bytes; a shorter match far away takes as many bits as its bytes */
	WAYS = 2,
	WINDOW = 32768,
	GOOD_ENOUGH = 24, /* no need to look for a longer match */
	PATIENCE = 32
};

typedef struct packer {
	const unsigned char *bytes;
	size_t row_length, pixel;
	uint32_t (*recent)[WAYS]; /* by hash: positions + 1; 0: none */
	bd_block *block;
	bd_bits bits;
} packer;

typedef struct match {
	size_t length, distance;
} match;

static uint64_t load(const unsigned char *at)
{
	uint64_t eight;
	memcpy(&eight, at, 8);
	return le64toh(eight);
}

/* How many bytes are equal, up to `most`; reads up to seven beyond. */
static inline size_t common(const unsigned char *a, const unsigned char *b, size_t most)
{
	for (size_t n = 0; n < most; n += 8) {
		uint64_t differs = load(a + n) ^ load(b + n);
		if (differs) {
			n += (size_t)__builtin_ctzll(differs) / 8;
			return n < most ? n : most;
		}
	}
	return most;
}

static inline void try_at(const packer *p, const unsigned char *at, uint32_t place, size_t most,
			  match *best)
{
	size_t distance = (size_t)(at - p->bytes) - (place - 1);
	if (place == 0 || distance > WINDOW)
		return;
	size_t length = common(at, at - distance, most);
	if (length > best->length && length >= HASHED)
		*best = (match){ length, distance };
}

/* The longest match at `at`, which may go on for `most` bytes. */
static match find(packer *p, const unsigned char *at, size_t most)
{
	match best = { 0 };
	size_t position = (size_t)(at - p->bytes);
	if (position >= p->pixel)
		best = (match){ common(at, at - p->pixel, most), p->pixel };
	if (position >= p->row_length && p->row_length <= WINDOW) {
		size_t above = common(at, at - p->row_length, most);
		/* its distance takes more bits to tell */
		if (above > best.length + 1)
			best = (match){ above, p->row_length };
	}
	if (best.length >= GOOD_ENOUGH || most < 8)
		return best;
	uint64_t key = load(at) << (64 - 8 * HASHED);
	uint32_t *recent = p->recent[key * 0x9E3779B185EBCA87u >> (64 - HASH_BITS)];
	for (int i = 0; i < WAYS; i++)
		try_at(p, at, recent[i], most, &best);
	for (int i = WAYS - 1; i > 0; i--)
		recent[i] = recent[i - 1];
	recent[0] = (uint32_t)position + 1;
	return best;
}

static bool is_worth(const packer *p, match m)
{
	return m.length >= (m.distance == p->pixel ? 3 : 4);
}

static void pack(packer *p, const unsigned char *at, const unsigned char *end)
{
	size_t misses = 0; /* one after the other: where nothing matches, look less often */
	while (at < end) {
		match m = find(p, at, (size_t)(end - at));
		if (!is_worth(p, m)) {
			for (size_t n = 1 + misses++ / PATIENCE; n > 0 && at < end; n--)
				bd_block_literal(p->block, &p->bits, *at++);
			continue;
		}
		misses = 0;
		if (m.length < GOOD_ENOUGH && at + 1 < end) {
			/* perhaps a byte later there is a longer one */
			match next = find(p, at + 1, (size_t)(end - at - 1));
			if (next.length > m.length + 1) {
				bd_block_literal(p->block, &p->bits, *at++);
				m = next;
			}
		}
		bd_block_match(p->block, &p->bits, m.distance, m.length);
		at += m.length;
	}
}

static void pack_rows(packer *p, const bd_png_rows *rows)
{
	size_t length = rows->row_length;
	bool far = length <= WINDOW;
	for (int y = 0, end; y < rows->height; y = end) {
		const unsigned char *at = rows->bytes + (size_t)y * length;
		bool same = far && rows->same[y];
		for (end = y + 1; end < rows->height && (far && rows->same[end]) == same; end++)
			;
		size_t bytes = (size_t)(end - y) * length;
		if (same && bytes >= BD_SHORTEST_MATCH)
			bd_block_match(p->block, &p->bits, length, bytes);
		else
			pack(p, at, at + bytes);
	}
}

/* A code as good as ours takes no more than the flat one of nine bits a literal; a match takes less
 * than the literals it stands for; the codes of a block take some 330 bytes. */
static size_t room_for(size_t length)
{
	return length + length / 4 + (length / BD_BLOCK_TOKENS + 2) * 400 + 64;
}

/* What packing works in. */
typedef struct workbench {
	uint32_t recent[1 << HASH_BITS][WAYS];
	bd_block block;
} workbench;

unsigned char *bd_png_deflate(const bd_png_rows *rows, bd_render_store *store, size_t *length)
{
	unsigned char *out = bd_render_room(store, BD_ROOM_PACKED, room_for(rows->length));
	workbench *bench = bd_render_room(store, BD_ROOM_PACKER, sizeof *bench);
	static const size_t pixels[] = { 1, 3, 4 };
	packer p = { .bytes = rows->bytes,
		     .row_length = rows->row_length,
		     .pixel = pixels[rows->kind],
		     .recent = bench->recent,
		     .block = &bench->block,
		     .bits = { .at = out } };
	memset(bench->recent, 0, sizeof bench->recent);
	bd_block_start(p.block);
	*p.bits.at++ = 0x78; /* deflate, a window of 32 KiB, made fast */
	*p.bits.at++ = 0x01;
	pack_rows(&p, rows);
	bd_block_write(p.block, &p.bits, true);
	bd_bits_flush(&p.bits);
	uint32_t sum = libdeflate_adler32(1, rows->bytes, rows->length);
	for (int i = 0; i < 4; i++)
		*p.bits.at++ = (unsigned char)(sum >> (24 - 8 * i));
	*length = (size_t)(p.bits.at - out);
	return out;
}
