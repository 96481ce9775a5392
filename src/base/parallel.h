/* parallel.h - long work on many items, on all processors.
 *
 * The slices are the same on every machine, whatever the number of its processors, so that the same
 * input gives the same bytes even where sums or order within a slice matter. */
#pragma once
#include <stdbool.h>
#include <stddef.h>

enum { BD_SLICES = 8 };

/* Work on the items from `from` to before `end`, which may run at the same time as other slices:
 * it writes only to what belongs to its items or to slice `slice` (0 to BD_SLICES - 1), and takes
 * memory from an arena of its own. */
typedef void bd_slice_work(void *context, size_t slice, size_t from, size_t end);

/* Cuts `count` items into BD_SLICES slices of about one size, in their order (empty ones where
 * there are fewer items than slices), and returns when the work on all of them is done. Of fewer
 * than `least` items slice 0 has all. Where no thread can be had, the caller's does it all. Returns
 * how many slices there were: 1 or BD_SLICES. */
size_t bd_parallel(size_t count, size_t least, bd_slice_work *work, void *context);

/* The same for the bytes of a text, cut behind ends of lines. */
size_t bd_parallel_lines(const char *text, size_t length, size_t least, bd_slice_work *work,
			 void *context);

/* Whether a text passes a test that all of its lines pass when looked at by themselves. */
bool bd_parallel_all(const char *text, size_t length,
		     bool (*passes)(const char *text, size_t length));
