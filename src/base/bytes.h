/* bytes.h - looking for bytes in long texts, 64 at a time: the processor compares sixteen in one
 * instruction, and a word of bits says where they are, so that no branch is guessed for each byte.
 */
#pragma once
#include <stdbool.h>
#include <stdint.h>
#include <string.h>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

enum { BD_BYTES_BLOCK = 64 };

/* Bit i is set where p[i] is `wanted`, eight bytes at a time by plain arithmetic. */
static inline uint64_t bd_bytes_equal_plain(const char *p, char wanted)
{
	const uint64_t each = 0x0101010101010101u, low = 0x7Fu * each;
	uint64_t bits = 0;
	for (int i = 0; i < BD_BYTES_BLOCK; i += 8) {
		uint64_t x;
		memcpy(&x, p + i, sizeof x);
		x ^= each * (unsigned char)wanted;
		x = ~(((x & low) + low) | x | low) >> 7; /* 1 in each byte that is 0 */
		bits |= (x * 0x0102040810204080u >> 56) << i;
	}
	return bits;
}

#ifdef __SSE2__
static inline uint64_t bd_bytes_equal_16(const char *p, __m128i all)
{
	__m128i x = _mm_loadu_si128((const __m128i *)(const void *)p);
	return (uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(x, all));
}
#endif

/* The same, by the best way that the machine has. */
static inline uint64_t bd_bytes_equal(const char *p, char wanted)
{
#ifdef __SSE2__
	const __m128i all = _mm_set1_epi8(wanted);
	return bd_bytes_equal_16(p, all) | bd_bytes_equal_16(p + 16, all) << 16 |
	       bd_bytes_equal_16(p + 32, all) << 32 | bd_bytes_equal_16(p + 48, all) << 48;
#else
	return bd_bytes_equal_plain(p, wanted);
#endif
}

/* Whether all 64 bytes are ASCII. */
static inline bool bd_bytes_are_ascii(const char *p)
{
	uint64_t words[BD_BYTES_BLOCK / 8], all = 0;
	memcpy(words, p, sizeof words);
	for (int i = 0; i < BD_BYTES_BLOCK / 8; i++)
		all |= words[i];
	return !(all & 0x8080808080808080u);
}

/* Sixteen bytes, compared by the operators of C: the compiler turns these into the machine's own
 * instructions. A byte of what a comparison gives is 0xFF or 0. */
typedef unsigned char bd_sixteen __attribute__((vector_size(16)));

static inline bd_sixteen bd_sixteen_at(const char *p)
{
	bd_sixteen b;
	memcpy(&b, p, sizeof b);
	return b;
}

static inline bool bd_sixteen_any(bd_sixteen b)
{
	uint64_t halves[2];
	memcpy(halves, &b, sizeof halves);
	return halves[0] | halves[1];
}
