/* number_plain.h - numbers as files of millions hold them: a sign, at most eight digits on either
 * side of a point, nothing else. Eight digits are a word, and become a number by three
 * multiplications, without a branch for each (D. Lemire, "Number parsing at a gigabyte per second",
 * 2021). Everything else is left to bd_number_parse, which gives the same for these. */
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* The number that the first `count` (1 to 8) bytes of a word write in digits; false where one of
 * them is none. */
static inline bool bd_digits_of_word(uint64_t word, size_t count, uint64_t *number)
{
	const uint64_t each = 0x0101010101010101u, halves = 0x000000FF000000FFu;
	word = (word ^ each * '0') << (64 - 8 * count); /* leading zeros in front */
	bool good = !(((word + each * (0x80 - 10)) | word) & each * 0x80);
	word = word * 10 + (word >> 8);
	*number = ((word & halves) * (100 + (1000000ULL << 32)) +
		   (word >> 16 & halves) * (1 + (10000ULL << 32))) >>
		  32;
	return good;
}

static inline uint64_t bd_word_at(const char *bytes)
{
	uint64_t word;
	memcpy(&word, bytes, sizeof word);
	return word;
}

/* How many of a word's bytes stand before its first point; 8 where it has none. */
static inline size_t bd_point_in_word(uint64_t word)
{
	const uint64_t each = 0x0101010101010101u;
	uint64_t x = word ^ each * '.';
	x = (x - each) & ~x & each * 0x80;
	return x ? (size_t)__builtin_ctzll(x) / 8 : 8;
}

/* All of `text` as such a number; false where it is none, or where fewer than `length` + 8 bytes
 * (`room`) can be read. */
static inline bool bd_number_plain(const char *text, size_t length, size_t room, double *number)
{
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
	static const double powers[] = { 1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8 };
	static const uint64_t whole_powers[] = { 1,      10,      100,      1000,     10000,
						 100000, 1000000, 10000000, 100000000 };
	if (!length || room < length + 8)
		return false;
	bool negative = *text == '-';
	text += negative;
	length -= negative;
	uint64_t word = bd_word_at(text), mantissa, behind = 0;
	size_t point = bd_point_in_word(word), decimals = 0;
	if (length <= 8) {
		if (point < length) { /* the digits behind it move over the point */
			uint64_t before = (1ULL << 8 * point) - 1;
			word = (word & before) | (word >> 8 & ~before);
			decimals = --length - point;
		}
		if (!length || !bd_digits_of_word(word, length, &mantissa))
			return false;
	} else {
		decimals = length - point - 1;
		if (text[point] != '.' || decimals < 1 || decimals > 8 || !point ||
		    !bd_digits_of_word(word, point, &mantissa) ||
		    !bd_digits_of_word(bd_word_at(text + point + 1), decimals, &behind))
			return false;
		mantissa = mantissa * whole_powers[decimals] + behind;
		if (mantissa >= 1ULL << 53)
			return false;
	}
	double size = (double)(int64_t)mantissa / powers[decimals];
	uint64_t bits; /* signs come and go in a column: no branch would guess them */
	memcpy(&bits, &size, sizeof bits);
	bits |= (uint64_t)negative << 63;
	memcpy(number, &bits, sizeof bits);
	return true;
#else
	(void)text, (void)length, (void)room, (void)number;
	return false;
#endif
}
