/* sort_numbers.c - numbers, and rows by one column of numbers: radix sorts, linear in rows. */
#include "data/aggregate.h"
#include "data/sort.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { BITS = 11, DIGITS = 1 << BITS, PASSES = 6 };

typedef struct entry {
	uint64_t key;
	uint32_t row;
} entry;

/* A whole number that is ordered as the number is: its bits, once the sign is turned over
 * (IEEE 754, 5.10). */
static inline uint64_t key_of_number(double number)
{
	uint64_t key;
	memcpy(&key, &number, sizeof key);
	return key >> 63 ? ~key : key | 1ull << 63;
}

static inline double number_of_key(uint64_t key)
{
	double number;
	key = key >> 63 ? key & ~(1ull << 63) : ~key;
	memcpy(&number, &key, sizeof number);
	return number;
}

/* Ordered as Vega orders values: missing, NaN, then the numbers. */
static uint64_t key_of(const bd_column *c, uint32_t row, bool descending)
{
	double number = c->numbers[row] + 0.0;
	uint64_t key = key_of_number(number);
	if (isnan(number))
		key = c->missing && c->missing[row] ? 0 : 1;
	return descending ? ~key : key;
}

static inline size_t digit(uint64_t key, int pass)
{
	return (size_t)(key >> pass * BITS) & (DIGITS - 1);
}

/* From counts to where each digit's numbers begin; false where all have the same digit. */
static bool to_places(uint32_t *counts, size_t count)
{
	uint32_t sum = 0;
	for (int d = 0; d < DIGITS; d++) {
		uint32_t n = counts[d];
		if (n == count)
			return false;
		counts[d] = sum;
		sum += n;
	}
	return true;
}

void bd_sort_by_numbers(bd_arena *scratch, const bd_column *c, bool descending, uint32_t *rows,
			size_t count)
{
	entry *from = BD_ARRAY(scratch, count, entry), *to = BD_ARRAY(scratch, count, entry);
	uint32_t *counts = BD_ARRAY(scratch, (size_t)PASSES * DIGITS, uint32_t);
	for (size_t i = 0; i < count; i++) {
		from[i] = (entry){ key_of(c, rows[i], descending), rows[i] };
		for (int p = 0; p < PASSES; p++)
			counts[(size_t)p * DIGITS + digit(from[i].key, p)]++;
	}
	for (int p = 0; p < PASSES; p++) {
		uint32_t *place = counts + p * DIGITS;
		if (!to_places(place, count))
			continue;
		for (size_t i = 0; i < count; i++)
			to[place[digit(from[i].key, p)]++] = from[i];
		entry *swap = from;
		from = to;
		to = swap;
	}
	for (size_t i = 0; i < count; i++)
		rows[i] = from[i].row;
}

static int ascending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

void bd_sort_numbers(double *values, size_t count)
{
	enum { FEW = 1000 };
	if (count < FEW) {
		qsort(values, count, sizeof *values, ascending);
		return;
	}
	bd_arena passing = { 0 };
	uint64_t *from = BD_ARRAY(&passing, count, uint64_t),
		 *to = BD_ARRAY(&passing, count, uint64_t);
	uint32_t *counts = BD_ARRAY(&passing, (size_t)PASSES * DIGITS, uint32_t);
	for (size_t i = 0; i < count; i++) {
		from[i] = key_of_number(values[i]);
		for (int p = 0; p < PASSES; p++)
			counts[(size_t)p * DIGITS + digit(from[i], p)]++;
	}
	for (int p = 0; p < PASSES; p++) {
		uint32_t *place = counts + p * DIGITS;
		if (!to_places(place, count))
			continue;
		for (size_t i = 0; i < count; i++)
			to[place[digit(from[i], p)]++] = from[i];
		uint64_t *swap = from;
		from = to;
		to = swap;
	}
	for (size_t i = 0; i < count; i++)
		values[i] = number_of_key(from[i]);
	bd_arena_free(&passing);
}
