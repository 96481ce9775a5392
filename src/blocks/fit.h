/* fit.h - inside the search for an arrangement and its sizes: fit.c finds the sizes of one
 * arrangement, choose.c the arrangement. */
#pragma once
#include "blocks/arrange.h"

/* What a fit needs to know again and again. */
typedef struct bd_page_fit {
	bd_env *env;
	const bd_poster *poster;
	const bd_page *page;
	const bd_arrangement *arrangement;
} bd_page_fit;

/* px that are missing; negative where there is room. For the least height (air 0), for all that is
 * designed but of pictures only what they do not give up (1), for the natural height (2), or for
 * what lies between. */
#define BD_AIR_DESIGNED 1
#define BD_AIR_AMPLE    2
double bd_fit_missing(const bd_page_fit *fit, const bd_style *style, double air, bd_extent *extent);
/* The sizes of an arrangement on its page, from those of the theme in *style; false where it does
 * not fit at any. */
bool bd_fit_style(const bd_page_fit *fit, bd_style *style);
/* The arrangement for fit->page; fit->arrangement means nothing. */
bd_arrangement bd_arrange_choose(const bd_page_fit *fit, const bd_style *style);
