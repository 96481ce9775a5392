/* memo.h - what has been measured once in a fit is not measured again.
 *
 * A fit asks for the same text at the same size and width many times over: each way of splitting a
 * row, then the row, then the page, then placing. The answers stand in a table that lives as long
 * as the search. */
#pragma once
#include "base/arena.h"
#include <stdbool.h>
#include <stdint.h>

typedef struct bd_memo bd_memo;

/* What was asked: of which thing, at which numbers. All of it counts. */
typedef struct bd_memo_key {
	const void *thing;
	double a, b, c, e;
	uint64_t d;
} bd_memo_key;

bd_memo *bd_memo_new(bd_arena *arena);
/* Where the answer stands: `size` bytes, the same size for all keys of one `d`; *known says whether
 * it is there yet. Stays where it is. */
void *bd_memo_at(bd_memo *memo, bd_memo_key key, size_t size, bool *known);
