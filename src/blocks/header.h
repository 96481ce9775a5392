/* header.h - what a poster says about itself: kicker, title, subtitle above; source, credit below.
 */
#pragma once
#include "blocks/block.h"

typedef struct bd_poster {
	const char *title, *kicker, *subtitle, *notice, *description;
	const char *source, *credit, *lang, *theme;
	const bd_json *pages;
	bd_block_array blocks;
	const bd_json *node;
} bd_poster;

/* Includes a little air below: what follows is another thing. */
/* px from the header's top to the top of its first capitals. */
double bd_header_top(bd_env *env, const bd_poster *poster, double width, const bd_style *style);
bd_extent bd_header_measure(bd_env *env, const bd_poster *poster, double width,
			    const bd_style *style);
void bd_header_place(bd_env *env, const bd_poster *poster, bd_rect box, const bd_style *style,
		     bd_node *group);

double bd_footer_height(bd_env *env, const bd_poster *poster, double width, const bd_style *style);
/* `box` is where the footer ends at the bottom. */
void bd_footer_place(bd_env *env, const bd_poster *poster, bd_rect box, const bd_style *style,
		     bd_node *group);
