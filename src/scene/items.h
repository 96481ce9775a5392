/* items.h - what a chart is made of before it is drawn: marks as columns, axes and legends, in
 * cells.
 *
 * These are the mark groups of Vega's scenegraph. A mark is a handful of typed columns, so a
 * million points cost arrays and nothing per point; reduce.c turns them into scene nodes fit for
 * the size they are drawn at. Positions are px in the cell's own coordinates, 0,0 the top left
 * corner of its plotting area. */
#pragma once
#include "base/array.h"
#include "scene/scene.h"

typedef enum {
#define ITEM(id, name) BD_ITEM_##id,
#include "scene/items.def"
#undef ITEM
	BD_ITEM_TYPES
} bd_item_type;

const char *bd_item_type_name(bd_item_type type); /* "symbol" */

/* A number for each item, or one for all; NaN: none. */
typedef struct bd_numbers {
	const double *each;
	double one;
} bd_numbers;
#define BD_ONE(number) ((bd_numbers){ .one = (number) })
#define BD_NONE        BD_ONE(__builtin_nan(""))
static inline double bd_number_at(bd_numbers numbers, size_t i)
{
	return numbers.each ? numbers.each[i] : numbers.one;
}

/* Paints by a palette: index NULL means palette[0] for all; count 0, no paint at all. */
typedef struct bd_paints {
	const bd_paint *palette;
	size_t count;
	const uint32_t *index;
} bd_paints;
static inline bd_paint bd_paint_at(const bd_paints *paints, size_t i)
{
	return paints->count == 0 ? BD_NO_PAINT
	       : paints->index    ? paints->palette[paints->index[i]]
				  : paints->palette[0];
}

typedef struct bd_dash {
	const double *lengths;
	size_t count;
} bd_dash;

/* Texts, shapes and addresses by a palette, as paints. */
typedef struct bd_strings {
	const char *const *palette;
	const uint32_t *index;
} bd_strings;
static inline const char *bd_string_at(bd_strings strings, size_t i)
{
	return !strings.palette ? NULL
	       : strings.index  ? strings.palette[strings.index[i]]
				: strings.palette[0];
}

typedef enum { BD_TEXT_LEFT, BD_TEXT_CENTER, BD_TEXT_RIGHT } bd_text_align;
typedef enum {
	BD_BASELINE_ALPHABETIC,
	BD_BASELINE_TOP,
	BD_BASELINE_MIDDLE,
	BD_BASELINE_BOTTOM,
	BD_BASELINE_LINE_TOP,
	BD_BASELINE_LINE_BOTTOM
} bd_text_baseline;

/* By their names in a spec; `otherwise` for NULL and what is no name (text_words.c). */
bd_text_align bd_text_align_find(const char *word, bd_text_align otherwise);
bd_text_baseline bd_text_baseline_find(const char *word, bd_text_baseline otherwise);
/* CSS's words for weights: 100 to 900. */
int bd_font_weight_find(const char *word);

/* "round", "square"; "bevel", "round": as CSS has them, butt and miter for NULL and other words. */
bd_cap bd_cap_find(const char *word);
bd_join bd_join_find(const char *word);

#define BD_MITER_LIMIT 4.0 /* Vega's, and SVG's */

/* How far the baseline of a text's first line stands below its y, in whole px, and its line box
 * above that, as Vega has them: both by the font size alone. */
double bd_baseline_offset(bd_text_baseline baseline, double em, double line_height);
static inline double bd_text_rise(double em)
{
	return __builtin_floor(0.8 * em + 0.5);
}

/* A mark. Which columns count depends on its type; the rest is ignored. */
typedef struct bd_items {
	bd_item_type type;
	size_t count;
	const char *name;
	bool clip;
	bd_numbers x, y, x2, y2; /* rects: x, y, width, height */
	bd_numbers width, height;
	bd_numbers size;  /* px² of symbols, width of trails */
	bd_numbers angle; /* degrees, clockwise */
	bd_numbers start_angle, end_angle, inner_radius, outer_radius, pad_angle; /* arcs */
	bd_numbers corner_radius[4]; /* top left, top right, bottom right, bottom left */
	bool round_stack;        /* rects: the corners are those of each stack, not of its parts */
	const bool *defined;     /* NULL: all are; false is a gap in a line */
	bool in_series;          /* one of several outlines of a mark */
	bool horizontal;         /* areas lie along y */
	const char *interpolate; /* "linear" where NULL */
	double tension;          /* NaN: the curve's own */
	bd_strings shape;        /* a name or an SVG path in a box of 2 × 2 */
	const bd_path *const *paths; /* shape and path items: their outlines */
	bd_paints fill, stroke; /* gradients lie in the unit box of what they paint, as Vega's */
	bd_numbers stroke_width, opacity, fill_opacity, stroke_opacity;
	const bd_dash *dashes; /* a palette; NULL: solid */
	const uint32_t *dash_index;
	double dash_offset, miter_limit; /* 0: BD_MITER_LIMIT */
	bd_cap cap;
	bd_join join;
	const char *blend;
	/* texts: lines are kept apart by '\n' */
	bd_strings text;
	bool text_lines; /* the spec gave lists of lines */
	const char *font;
	bd_numbers font_size, font_weight, dx, dy, limit, radius, theta;
	bool italic;
	bd_text_align align;
	const uint8_t *aligns; /* per item; NULL: align */
	bd_text_baseline baseline;
	const uint8_t *baselines;
	double line_height;
	const char *ellipsis;
	bool from_right; /* dir "rtl": what is too long loses its head */
	/* images */
	bd_strings url;
	bool keep_aspect, smooth;
	/* Draws the picture of item i; whoever can open files sets it. */
	void (*draw_picture)(bd_env *env, const struct bd_items *mark, size_t i, bd_node *group);
	bd_strings href; /* of any mark: where a click leads */
	/* group-like clip of the mark's own, for what it says to assistive software */
	const char *description;
	const bd_place *place; /* of the mark in the spec, for complaints; may be NULL */
} bd_items;

/* --- guides --- */

typedef struct bd_guide_text {
	const char *text; /* lines are kept apart by '\n'; NULL: none */
	double x, y, angle;
	bd_text_align align;
	bd_text_baseline baseline;
	bd_font font;
	bd_color color;
	double opacity, limit, line_height;
	bool hidden;    /* there, but not to be seen: it would overlap another */
	double width;   /* as measured */
	bool is_number; /* the text is a number's, as it stands in the data */
} bd_guide_text;

typedef struct bd_guide_line {
	double x, y, x2, y2;
	bd_color color;
	double width, opacity;
	bd_dash dash;
	double dash_offset;
	bd_cap cap;
} bd_guide_line;

typedef struct bd_axis_items {
	const char *orient; /* "left" "right" "top" "bottom" */
	double x, y;        /* where its line starts, offset counted in */
	double translate;   /* px by which all of it moves when drawn, so that lines are crisp */
	bool above;         /* zindex 1: over the marks */
	BD_LIST(bd_guide_line) ticks, grid;
	BD_LIST(bd_guide_text) labels;
	bd_guide_line domain;
	bool has_domain;
	bd_guide_text title;
	bd_rect bounds; /* in the cell's coordinates */
} bd_axis_items;

typedef struct bd_legend_symbol {
	double x, y, size;
	const char *shape;
	bd_paint fill, stroke;
	double stroke_width, opacity;
	bd_dash dash;
	double dash_offset;
	bd_rect clip; /* width 0: none */
} bd_legend_symbol;

typedef struct bd_legend_items {
	double x, y;
	double width, height;
	bd_guide_text title;
	BD_LIST(bd_guide_text) labels;
	BD_LIST(bd_legend_symbol) symbols;
	bd_rect bar;          /* all of a gradient's bar, or of its bands; width 0: none */
	bd_rect gradient_box; /* width 0: none */
	bd_paint gradient;
	bd_guide_line gradient_border; /* color and width */
	BD_LIST(bd_rect) bands;
	BD_LIST(bd_paint) band_paints;
	const char *orient;
	double offset;
	/* box behind it */
	bd_paint fill;
	bd_stroke stroke;
	double corner_radius;
} bd_legend_items;

typedef struct bd_header_items {
	const char *role; /* "row-header" "column-footer" "column-title" … */
	double x, y;
	BD_LIST(bd_guide_text) titles;
	BD_LIST(bd_axis_items) axes;
	bool of_whole; /* the title over all headers */
} bd_header_items;

typedef struct bd_title_items {
	bd_guide_text title, subtitle;
	bd_rect bounds;
} bd_title_items;

/* A view: a plotting area of its own, or one that only lays out others (width and height 0). */
typedef struct bd_cell {
	const char *name;
	double x, y; /* in its parent's coordinates */
	double width, height;
	bool grid_stops; /* where texts of marks stand, the grid leaves them free */
	bool is_view;    /* has a plotting area, or is the root: the flat dump shows it */
	bd_paint fill;
	bd_stroke stroke;
	double corner_radius, opacity;
	BD_LIST(bd_items *) marks;
	BD_LIST(bd_axis_items *) axes;
	BD_LIST(bd_legend_items *) legends;
	BD_LIST(bd_header_items *) headers;
	BD_LIST(struct bd_cell *) cells;
	bd_title_items title;
	bd_rect bounds; /* with axes, legends and headers; in its own coordinates */
} bd_cell;

bd_cell *bd_cell_new(bd_arena *arena, const char *name);
bd_items *bd_items_new(bd_arena *arena, bd_item_type type, size_t count);
bd_axis_items *bd_axis_items_new(bd_arena *arena, const char *orient); /* translate: 0.5 */

/* --- flat.c: for comparisons, as JSON in the format of `bieudo scene --flat` --- */
const char *bd_cells_flat(bd_arena *arena, const bd_cell *root, const char *name);

/* --- symbols.c: the shapes of symbol marks, around 0,0 --- */
/* The outline of a named shape or SVG path at an area of `size` px²; false for no such shape. */
bool bd_symbol_path(bd_path *path, const char *shape, double size);
bool bd_symbol_exists(const char *shape);
const char *bd_symbol_name(size_t i); /* the shapes that have one; NULL behind the last */

/* --- curves.c: lines and areas through points --- */
typedef struct bd_curve {
	const char *interpolate;
	double tension;
} bd_curve;
bool bd_curve_exists(const char *interpolate);
/* Adds the curve through the points; `backwards` points are joined to the end of the path by a
 * line, for the other edge of an area. `along_y`: "monotone" is then monotone in y. */
void bd_curve_add(bd_path *path, const bd_curve *curve, const bd_point *points, size_t count,
		  bool along_y, bool join);

/* --- arcs.c: sectors of a disc or ring --- */
typedef struct bd_arc {
	double start, end;   /* radians, 0 upwards, clockwise */
	double inner, outer; /* radii, px */
	double pad;          /* radians between two sectors */
	double corner;       /* radius of the corners */
} bd_arc;
/* Adds the sector around x, y; nothing where it has no area. */
void bd_arc_add(bd_path *path, const bd_arc *arc, double x, double y);

/* --- trails.c: lines of changing width, to be filled by the nonzero rule --- */
void bd_trail_add(bd_path *path, const bd_point *points, const double *widths, size_t count);

/* --- items_bounds.c --- */
/* What a mark covers, in its cell's coordinates, whether it is clipped or not; an empty rectangle
 * where it has nothing. */
bd_rect bd_items_bounds(bd_env *env, const bd_items *mark);

/* --- draw.c: items into scene nodes --- */
/* Adds the cell, its guides and the cells in it to `group`, at the cell's x, y. Texts, lines and
 * symbols of an axis stand relative to the axis' x, y, which move by its `translate`; those of a
 * legend, a header and a title relative to theirs. */
void bd_cell_draw(bd_env *env, const bd_cell *cell, bd_node *group);
