/* sort_numbers.c - rows by one column of numbers: a radix sort, linear in rows. */
#include "data/sort.h"

#include <math.h>
#include <string.h>

enum { BITS = 11, DIGITS = 1 << BITS, PASSES = 6 };

typedef struct entry {
	uint64_t key;
	uint32_t row;
} entry;

/* A whole number that is ordered as Vega orders values: missing, NaN, then the numbers (of whose
 * bits IEEE 754 says that they do, once the sign is turned over). */
static uint64_t key_of(const bd_column *c, uint32_t row, bool descending)
{
	double number = c->numbers[row] + 0.0;
	uint64_t key;
	memcpy(&key, &number, sizeof key);
	key = key >> 63 ? ~key : key | 1ull << 63;
	if (isnan(number))
		key = c->missing && c->missing[row] ? 0 : 1;
	return descending ? ~key : key;
}

static inline size_t digit(uint64_t key, int pass)
{
	return (size_t)(key >> pass * BITS) & (DIGITS - 1);
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
		uint32_t *place = counts + p * DIGITS, sum = 0;
		if (place[digit(from[0].key, p)] == count)
			continue; /* all alike */
		for (int d = 0; d < DIGITS; d++) {
			uint32_t n = place[d];
			place[d] = sum;
			sum += n;
		}
		for (size_t i = 0; i < count; i++)
			to[place[digit(from[i].key, p)]++] = from[i];
		entry *swap = from;
		from = to;
		to = swap;
	}
	for (size_t i = 0; i < count; i++)
		rows[i] = from[i].row;
}
