/* block.h - what a block is: a field table, a height for a width, and a way to draw itself.
 *
 * A block never knows where it stands or how large type is: it is measured at a width and a style,
 * any number of times, then placed once in a box of that width. Blocks are constants in files of
 * their own, named in blocks.def. Text that a block draws goes through bd_block_text, which gives
 * it its tag. */
#pragma once
#include "blocks/icon.h"
#include "blocks/poster.h"
#include "layout/flow.h"
#include "layout/style.h"

/* What all blocks begin with. */
typedef struct bd_block_head {
	const char *title, *note;
	const bd_icon *icon;
} bd_block_head;

#define BD_BLOCK_FIELDS(T)                                                                   \
	BD_FIELD_CHECKED("type", &bd_type_string, .required = true,                          \
			 .doc = "Which block this is."),                                     \
		BD_FIELD_NAMED(T, head.title, "title", &bd_type_text,                        \
			       .doc = "The block's heading.", .example = "\"Kết quả\""),     \
		BD_FIELD_NAMED(                                                              \
			T, head.icon, "icon", &bd_type_icon,                                 \
			.doc = "An icon or flag before the heading: a name of `bieudo list " \
			       "icons`.",                                                    \
			.example = "\"flag-vn\""),                                           \
		BD_FIELD_NAMED(T, head.note, "note", &bd_type_text,                          \
			       .doc = "A small line under the block.")

typedef struct bd_block_kind {
	bd_object_type type; /* first, so that a bd_variant's type is its block's kind */
	/* Heights that `block` (the struct of its type) can be drawn in at `width`. */
	bd_extent (*measure)(bd_env *, const void *block, double width, const bd_style *);
	/* Draws into box, of a height between what measure said; nothing may leave the box. */
	void (*place)(bd_env *, const void *block, bd_rect box, const bd_style *, bd_node *group);
	/* What bd_block_head_height says of a container: of the heading that it begins with; NULL:
	 * it begins with none. */
	double (*head_height)(bd_env *, const void *block, double width, const bd_style *);
	/* What words under a picture take; NULL: it is none. */
	double (*foot_height)(bd_env *, const void *block, double width, const bd_style *);
	/* The block at its top left, for containers that draw nothing above it; NULL: none. */
	const bd_variant *(*first)(const void *block);
	/* Adds to `list` the parts that it can give up, in the order in which it does. */
	int optional_parts;
	bool spans;    /* wants the page's whole width */
	bool fills;    /* has an edge: as high as its neighbours in a row */
	bool headless; /* draws its heading itself */
	bool aside;    /* a picture: reading goes on without it, so it may stand beside all else */
	bool hangs;    /* stands under its heading's words, not under the icon before them */
} bd_block_kind;

/* A tag-carrying member of a list of blocks: { "type": "figures", … }. */
extern const bd_type bd_type_block, bd_type_blocks;
typedef BD_ARRAY_OF(bd_variant) bd_block_array;

/* Heading, body and note together. */
bd_extent bd_block_measure(bd_env *env, const bd_variant *block, double width,
			   const bd_style *style);
void bd_block_place(bd_env *env, const bd_variant *block, bd_rect box, const bd_style *style,
		    bd_node *group);
bool bd_block_spans(const bd_variant *block);
bool bd_block_fills(const bd_variant *block);
bool bd_block_aside(const bd_variant *block);
int bd_block_optional_parts(const bd_variant *block);

/* What the heading takes that it begins with, with the gap below it; 0: none. */
double bd_block_head_height(bd_env *env, const bd_variant *block, double width,
			    const bd_style *style);

/* What the words under a picture take; 0: none, or no picture. */
double bd_block_foot_height(bd_env *env, const bd_variant *block, double width,
			    const bd_style *style);

/* px from the block's top to the top of the capitals that it begins with, or to its edge (0); -1
 * where it begins with something else. */
double bd_block_top(bd_env *env, const bd_variant *block, double width, const bd_style *style);

/* Blocks one below another, as on a page or in a column; a heading that stands first takes style's
 * head at least. */
bd_extent bd_blocks_measure(bd_env *env, const bd_block_array *blocks, double width,
			    const bd_style *style);
void bd_blocks_place(bd_env *env, const bd_block_array *blocks, bd_rect box, const bd_style *style,
		     bd_node *group);
/* What the heading of the first takes; 0: none. */
double bd_blocks_head_height(bd_env *env, const bd_block_array *blocks, double width,
			     const bd_style *style);
bd_flow bd_blocks_flow(const bd_style *style);

/* --- for blocks' own use --- */

/* A group with a role; adds text to it. */
bd_node *bd_block_group(bd_node *parent, bd_role role);
void bd_block_text(bd_node *parent, bd_role role, const bd_text *text, double x, double y,
		   bd_color color);
void bd_block_line(bd_node *parent, bd_role role, const bd_line *line, double x, double baseline,
		   bd_color color);
void bd_block_rule(bd_node *parent, double x1, double y1, double x2, double y2, bd_color color,
		   double width);
/* Marks what was just drawn in `node` as decoration. */
void bd_block_disc(bd_node *parent, double x, double y, double radius, bd_color color);
/* An icon in the middle of `box`; nothing for NULL. Flags keep their colours. */
void bd_block_icon(bd_node *parent, const bd_icon *icon, bd_rect box, bd_color color);
/* The side a flag stands for has its colour: Lào's blue, else the accent. */
bd_color bd_block_side_color(const bd_style *style, const bd_icon *icon);
