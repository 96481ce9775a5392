/* normalise.h - the many ways to write a Vega-Lite spec, reduced to four: unit, layer, facet and
 * concat (https://vega.github.io/vega-lite/docs/composition.html).
 *
 * repeat becomes concat; row and column encodings become facets; encodings of layers go to their
 * units; composite marks and overlays become layers; a mark becomes an object. Everything here
 * rewrites JSON and knows nothing of data: later stages meet no shorthand. Nodes that are made keep
 * the place of what they stand for, so complaints point at the author's text. */
#pragma once
#include "json/rewrite.h"

/* Which channel of an encoding the mark stacks ("y"), and how ("zero"); NULL: none. */
typedef const char *bd_stack_finder(void *user, const bd_json *mark, const bd_json *encoding,
				    const char **offset);

typedef struct bd_normaliser {
	bd_arena *arena; /* of what is made */
	bd_diags *diags;
	const bd_json *config;       /* complete: defaults, theme's and spec's */
	bd_stack_finder *find_stack; /* an area's edge stands where the area is stacked to */
	void *user;                  /* find_stack's */
} bd_normaliser;

/* Never NULL; a view that cannot be read is an empty object, after a complaint. */
const bd_json *bd_normalise(const bd_normaliser *n, const bd_json *spec);

/* --- shorthands of units (overlay.c) --- */

/* The unit's mark as an object with "type", whichever way it is written; NULL: none. */
const bd_json *bd_normalise_mark(const bd_normaliser *n, const bd_json *spec);
/* Lines and areas with points or an edge, as layers; NULL where there is nothing to write out. */
const bd_json *bd_normalise_overlay(const bd_normaliser *n, const bd_json *spec);
/* The spec, whose mark is an object; a line with x2 or y2 is rules. */
const bd_json *bd_normalise_ranged_line(const bd_normaliser *n, const bd_json *spec);
