/* sort.h - for the sorting files. */
#pragma once
#include "data/transform.h"

/* Rows (count > 0) by one column of numbers; equal ones keep their order. */
void bd_sort_by_numbers(bd_arena *scratch, const bd_column *column, bool descending, uint32_t *rows,
			size_t count);
