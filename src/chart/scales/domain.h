/* domain.h - what a scale's domain is made of (domain.c): a continuous one of extents, a discrete
 * one of values (domain_discrete.c) in the order that units ask for (domain_sort.c). */
#pragma once
#include "base/array.h"
#include "chart/scales/scales.h"

typedef BD_LIST(bd_value) bd_value_list;

/* Adds the values of a discrete scale's units, each once and sorted. */
void bd_domain_train_discrete(bd_scale_use *use, bd_value_list *values);
/* Takes over the bins of a binned field, which the scale's ticks stand at. */
void bd_domain_note_bins(bd_scale_use *use, const bd_channel_def *def);

/* How a unit sorts a channel's values. */
typedef struct bd_domain_sort {
	bool natural, descending;
	const char *field, *op; /* by an aggregate of a field; NULL: not */
	bool stay;              /* in the order of the data */
} bd_domain_sort;

bd_domain_sort bd_domain_sort_of(bd_view *unit, const bd_channel_def *def);
/* That of an offset channel, which would be `sort` by itself. */
bd_domain_sort bd_domain_sort_of_offset(bd_view *unit, const bd_channel_def *def,
					bd_domain_sort sort);
bool bd_domain_sort_is_same(const bd_domain_sort *a, const bd_domain_sort *b);
