/* huffman.h - prefix codes of limited length, and bits, as deflate (RFC 1951) has them. */
#pragma once
#include <endian.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

enum { BD_MAX_SYMBOLS = 288 };

typedef struct bd_prefix_code {
	uint8_t lengths[BD_MAX_SYMBOLS]; /* 0: the symbol does not occur */
	uint16_t codes[BD_MAX_SYMBOLS];  /* bit-reversed, ready to be written */
} bd_prefix_code;

/* The best code for the frequencies whose lengths stay within `limit`, or close to the best. At
 * least one symbol gets a code. */
void bd_prefix_code_make(bd_prefix_code *code, const uint32_t *frequencies, int count, int limit);

/* Bits into bytes, the lowest first. The caller sees to the room: seven bytes more than are
 * written. */
typedef struct bd_bits {
	unsigned char *at;
	uint64_t bits;
	int count; /* at most 7 between calls */
} bd_bits;

static inline void bd_bits_add(bd_bits *b, uint64_t value, int count) /* at most 56 */
{
	b->bits |= value << b->count;
	b->count += count;
	uint64_t bytes = htole64(b->bits);
	memcpy(b->at, &bytes, 8);
	int whole = b->count >> 3;
	b->at += whole;
	b->bits >>= 8 * whole;
	b->count &= 7;
}

void bd_bits_flush(bd_bits *b); /* to a whole byte, with zeros */
