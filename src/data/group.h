/* group.h - equal values numbered, and rows grouped by them. */
#pragma once
#include "base/array.h"
#include "data/transform.h"

/* Each row's number: equal values have equal numbers, from 0 in the order of first appearance. */
typedef struct bd_codes {
	uint32_t *of_row;
	size_t count; /* different values */
} bd_codes;

bd_codes bd_column_codes(bd_arena *arena, const bd_column *column);
/* Splits the codes further by another column's. */
void bd_codes_refine(bd_arena *arena, bd_codes *codes, const bd_codes *by, size_t rows);
