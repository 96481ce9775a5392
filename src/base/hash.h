/* hash.h - hashes for tables in memory; nothing that is written depends on one. */
#pragma once
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* One to one, so equal hashes are equal numbers. */
static inline uint64_t bd_hash_number(uint64_t x)
{
	x ^= x >> 32;
	x *= 0xD6E8FEB86659FD93u;
	x ^= x >> 32;
	x *= 0xD6E8FEB86659FD93u;
	return x ^ x >> 32;
}

static inline uint64_t bd_hash_bytes(const char *bytes, size_t length)
{
	uint64_t h = length * 0x9E3779B97F4A7C15u, word;
	for (; length >= 8; bytes += 8, length -= 8) {
		memcpy(&word, bytes, 8);
		h = bd_hash_number(h ^ word);
	}
	word = 0;
	memcpy(&word, bytes, length);
	return bd_hash_number(h ^ word);
}
