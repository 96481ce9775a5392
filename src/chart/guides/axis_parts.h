/* axis_parts.h - the parts of an axis, while it is made: ticks (axis_ticks.c), labels
 * (axis_labels.c) that do not overlap (axis_overlap.c), and its title (axis_title.c). */
#pragma once
#include "chart/guides/axis.h"

typedef struct bd_axis_build {
	const bd_guide_plan *plan;
	bd_axis_items *axis;
	double width, height;
	double length;  /* along the axis */
	bool is_x, far; /* far: top or right */
	bd_tick_count count;
	double min_step;
	bool whole;   /* a poster's axis of things that are counted */
	bool crowded; /* with a tick for every n-th value only */
	const bd_value *ticks;
	size_t tick_count;
	double share;  /* of a band, up to its tick */
	double offset; /* px by which ticks and labels move */
	bool extra;    /* a tick more, where the first band starts */
} bd_axis_build;

/* --- axis_ticks.c --- */
/* Sets everything from `count` on. */
void bd_axis_find_ticks(bd_axis_build *b);
/* px along the axis of ticks and grid lines, NaN for those that have no place; `places` has room
 * for tick_count + 1. Returns how many. */
size_t bd_axis_tick_places(const bd_axis_build *b, double *places);

/* --- axis_crowd.c --- */
/* Of a discrete axis with more values than it has room for, leaves ticks for every n-th only, and
 * complains where `main`. */
void bd_axis_thin(bd_axis_build *b, bool main);

/* --- axis_labels.c --- */
void bd_axis_labels(bd_axis_build *b);

/* --- axis_overlap.c --- */
/* Marks labels as hidden so that no two overlap, and moves the first and last inwards
 * (labelFlush), where the axis asks for it, or is `crowded`. */
void bd_axis_hide_overlaps(const bd_guide_plan *plan, bd_axis_items *axis, bool is_x, double length,
			   bool crowded);

/* --- axis_title.c --- */
/* Title and bounds. */
void bd_axis_title(const bd_guide_plan *plan, bd_axis_items *axis, double width, double height);
