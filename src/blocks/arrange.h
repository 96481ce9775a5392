/* arrange.h - a poster's header and blocks on a page: which columns, at which sizes.
 *
 * An upright page is one column. A wide page is tried in many ways (header above or at the left,
 * blocks split at each place, several proportions) and takes the one that fills it best; on any
 * page a picture may stand in a column of its own beside all else. Then type and spaces are fitted.
 */
#pragma once
#include "blocks/header.h"
#include "layout/page.h"

typedef struct bd_arrangement {
	bool header_left; /* the header stands in the left column, not across the page */
	size_t from, to;  /* blocks of the column zone; others take the page's width */
	size_t split;     /* the first block of the right column */
	int left, right;  /* grid columns */
	bool aside;       /* the block `split` alone stands in the right column */
	bool columns;     /* false: one column, `from` to `right` mean nothing */
} bd_arrangement;

/* Chooses arrangement and style for a box; false after saying which block does not fit. With height
 * INFINITY nothing is fitted. *box gets its height then. */
bool bd_arrange(bd_env *env, const bd_poster *poster, const bd_page *page, bd_style *style,
		bd_arrangement *arrangement);
/* The area between the margins. */
bd_rect bd_arrange_content(const bd_page *page, const bd_style *style);
/* The body's heights in an arrangement: header and blocks, without the footer. */
bd_extent bd_arrange_measure(bd_env *env, const bd_poster *poster, const bd_arrangement *a,
			     double width, const bd_style *style);
/* How unlike in height the two columns are, as a share of the taller: a hole in one of them. */
double bd_arrange_imbalance(bd_env *env, const bd_poster *poster, const bd_arrangement *a,
			    double width, const bd_style *style);
void bd_arrange_place(bd_env *env, const bd_poster *poster, const bd_arrangement *a, bd_rect box,
		      const bd_style *style, bd_node *group);
