/* links.h - who is linked with whom: two columns of names and curves between them. */
#pragma once
#include "blocks/rows.h"

typedef struct bd_link {
	const char *from, *to, *label;
	bool highlight;
	const bd_json *node;
	size_t left, right; /* the nodes it joins */
} bd_link;

typedef struct bd_link_side {
	const char *label;
	const bd_icon *icon;
} bd_link_side;

typedef struct bd_link_node {
	const char *name;
	bool highlight;
	const bd_json *node;
} bd_link_node;

typedef struct bd_links {
	bd_block_head head;
	bd_rows rows;
	bd_link_side *left, *right;
	BD_ARRAY_OF(bd_link *) items;
	bd_link_node *nodes[2]; /* left, right, in the order they are drawn */
	size_t counts[2];
} bd_links;

/* Where everything stands in a width; heights of rows come later. */
typedef struct bd_links_plan {
	double width[2]; /* of the columns of names */
	double from, to; /* x of the curves' ends */
	double head;     /* height of the sides' labels with the gap below */
	double *heights[2];
	double sum[2], row_gap;
	bool tight;            /* labels need the rows as far apart as they are */
	bool level;            /* one to one: the nodes of a link stand on one line */
	double least, natural; /* heights */
	double strain;
} bd_links_plan;
typedef struct bd_link_curve {
	bd_point from, to;
} bd_link_curve;

/* The words of a link, and where they stand: from the block's left, y as the rows'. */
typedef struct bd_link_label {
	bd_text text;
	bd_rect box;
	bool across; /* on the curve, which is not level there, not above it */
} bd_link_label;

bd_link_curve bd_links_curve(const bd_link *link, const bd_links_plan *plan, double *const y[2]);
/* Places for all labels, one for each link, given the middles of the rows; false where some cover
 * one another. */
bool bd_links_labels(bd_env *env, const bd_links *links, const bd_links_plan *plan,
		     double *const y[2], const bd_style *style, bd_link_label *labels);
/* Middles of a column's rows, spread evenly over a height. */
double *bd_links_rows(bd_env *env, const bd_links *links, const bd_links_plan *plan, int side,
		      double top, double height);

bd_links_plan bd_links_measure(bd_env *env, const bd_links *links, double width,
			       const bd_style *style);
/* A single pair is the picture: it is set larger. */
bd_style bd_links_style(const bd_links *links, const bd_style *style);
bd_text_role bd_links_role(const bd_links *links, const bd_link_node *node);
bd_text bd_links_name(bd_env *env, const bd_links *links, const bd_link_node *node, double width,
		      const bd_style *style);
void bd_links_draw(bd_env *env, const bd_links *links, const bd_links_plan *plan, bd_rect box,
		   const bd_style *style, bd_node *group);
