/* huffman.h - prefix codes of limited length, and bits, as deflate (RFC 1951) has them. */
#pragma once
#include <stddef.h>
#include <stdint.h>

enum { BD_MAX_SYMBOLS = 288 };

typedef struct bd_prefix_code {
	uint8_t lengths[BD_MAX_SYMBOLS]; /* 0: the symbol does not occur */
	uint16_t codes[BD_MAX_SYMBOLS];  /* bit-reversed, ready to be written */
} bd_prefix_code;

/* The best code for the frequencies whose lengths stay within `limit`, or close to the best. At
 * least one symbol gets a code. */
void bd_prefix_code_make(bd_prefix_code *code, const uint32_t *frequencies, int count, int limit);

/* Bits into bytes, the lowest first. The caller sees to the room. */
typedef struct bd_bits {
	unsigned char *at;
	uint64_t bits;
	int count;
} bd_bits;

static inline void bd_bits_add(bd_bits *b, uint64_t value, int count) /* at most 32 */
{
	b->bits |= value << b->count;
	b->count += count;
	while (b->count >= 8) {
		*b->at++ = (unsigned char)b->bits;
		b->bits >>= 8;
		b->count -= 8;
	}
}

void bd_bits_flush(bd_bits *b); /* to a whole byte, with zeros */
