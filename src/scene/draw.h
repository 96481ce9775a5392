/* draw.h - inside scene/: from items to scene nodes, a file each for paints, texts, marks, lines,
 * symbols and guides. Numbers of items may be NaN, which is "none"; nodes never hold one. */
#pragma once
#include "scene/items.h"

/* --- draw_paint.c --- */
/* A paint dimmed: its own opacity times `opacity` (NaN: 1). NONE where nothing is left. */
bd_paint bd_draw_dimmed(bd_paint paint, double opacity);
/* A gradient's unit box laid over the box of what it paints. Other paints are unchanged. */
bd_paint bd_draw_over_box(bd_arena *arena, bd_paint paint, bd_rect box);
/* An item's fill and stroke, its opacities counted in. */
bd_paint bd_draw_fill(const bd_items *mark, size_t i);
bd_stroke bd_draw_stroke(const bd_items *mark, size_t i);
/* A node with the item's fill and stroke; NULL where there is nothing to see. */
bd_node *bd_draw_path(bd_node *group, const bd_path *path, const bd_items *mark, size_t i);
/* The same of a long line, which has its points for a path; `all` NULL: of the path. */
bd_node *bd_draw_shape(bd_node *group, const bd_path *path, const bd_line_points *all,
		       const bd_items *mark, size_t i);

/* --- draw_looks.c --- */
/* The different looks of items, numbered from 0 in the order in which they appear. */
typedef struct bd_looks {
	size_t count;
	uint32_t *of;    /* the k-th item's; NULL: all have the first */
	uint32_t *first; /* by look: the first item that has it */
} bd_looks;
enum { BD_LOOK_PAINT = 1, BD_LOOK_SHAPE = 2 /* and angle */ };
/* Of items[0 … count - 1], in the parts that are asked for. */
bd_looks bd_looks_of(const bd_items *mark, const uint32_t *items, size_t count, unsigned parts,
		     bd_arena *arena);
/* Gives stamps these looks, with their fills or strokes or both. */
void bd_looks_paint(const bd_items *mark, const bd_looks *looks, bool fills, bool strokes,
		    bd_stamps *stamps, bd_arena *arena);

/* --- draw_text.c --- */
typedef struct bd_draw_text {
	const char *text; /* lines are kept apart by '\n' */
	double x, y, angle, dx, dy;
	bd_text_align align;
	bd_text_baseline baseline;
	bd_font font;
	double limit;         /* px a line may take; 0: any */
	double line_height;   /* px; 0 or NaN: size + 2, as Vega */
	const char *ellipsis; /* "…" where NULL */
	bool from_right;      /* cut at the head, not at the end */
	bd_paint fill;
	bd_stroke stroke;
	const bd_place *place; /* of complaints; may be NULL */
} bd_draw_text;
void bd_draw_text_add(bd_env *env, const bd_draw_text *text, bd_node *group);
void bd_draw_guide_text(bd_env *env, const bd_guide_text *text, bd_node *group);
void bd_draw_texts(bd_env *env, const bd_items *mark, bd_node *group);

/* --- draw_marks.c --- */
/* A mark, cut to the cell's plotting area where it says so. */
void bd_draw_mark(bd_env *env, const bd_items *mark, const bd_cell *cell, bd_node *group);
/* Where item i belongs: the group itself, or one in it that is a link. */
bd_node *bd_draw_link(const bd_items *mark, size_t i, bd_node *group);

/* --- draw_many.c --- */
/* Draws thousands of rectangles or upright rules together. False, and nothing drawn, where they are
 * few or differ in more than place and colour. */
bool bd_draw_many(const bd_items *mark, bd_node *group);
/* A rectangle's place, sides not negative. */
bd_rect bd_draw_box(const bd_items *mark, size_t i);

/* --- draw_lines.c: line, area and trail: one outline for all items of the mark --- */
void bd_draw_line(const bd_items *mark, bd_node *group);
void bd_draw_area(const bd_items *mark, bd_node *group);
void bd_draw_trail(const bd_items *mark, bd_node *group);

/* --- draw_symbols.c --- */
void bd_draw_symbols(const bd_items *mark, bd_node *group);

/* --- draw_grid.c --- */
typedef BD_LIST(bd_rect) bd_holes;
/* Where the texts of a cell's marks stand, in its coordinates; none where its grid does not stop.
 */
bd_holes bd_draw_text_holes(bd_env *env, const bd_cell *cell);
/* The axis with a grid that leaves the holes free. */
bd_axis_items bd_draw_stopped(bd_env *env, const bd_axis_items *axis, const bd_holes *holes);

/* --- draw_guides.c --- */
void bd_draw_axis(bd_env *env, const bd_axis_items *axis, bd_node *group);
void bd_draw_legend(bd_env *env, const bd_legend_items *legend, bd_node *group);
void bd_draw_header(bd_env *env, const bd_header_items *header, bd_node *group);
void bd_draw_title(bd_env *env, const bd_title_items *title, bd_node *group);
