/* group.h - equal values numbered, and rows grouped by them. */
#pragma once
#include "base/array.h"
#include "data/transform.h"

/* Each row's number: equal values have equal numbers, from 0 in the order of first appearance. */
typedef struct bd_codes {
	const uint32_t *of_row;
	size_t count; /* different values */
} bd_codes;

/* Kept in the column after the first call. */
bd_codes bd_column_codes(bd_arena *arena, bd_column *column);
/* The numbering of pairs: rows that agree in both. */
bd_codes bd_codes_pair(bd_arena *arena, const bd_codes *a, const bd_codes *b, size_t rows);
