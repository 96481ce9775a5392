/* scene.h - the display list: what to paint, where, with everything decided.
 *
 * Compilers add to it, backends read it and decide nothing. px, y downwards, 0,0 the top left of
 * the trim box. Paint order is the order of the nodes; between blocks it is reading order, so that
 * the tags of a PDF read as the page does. Everything lives in the document's arena. */
#pragma once
#include "base/color.h"
#include "base/geom.h"
#include "text/text.h"

typedef struct bd_gradient_stop {
	double offset; /* 0 to 1 */
	bd_color color;
} bd_gradient_stop;

typedef struct bd_gradient {
	bool radial;
	/* linear: from x1,y1 to x2,y2; radial: circle 1 to circle 2. In the user space of the node.
	 */
	double x1, y1, r1, x2, y2, r2;
	const bd_gradient_stop *stops;
	size_t stop_count;
} bd_gradient;

/* A tile repeated over the shape, for hatching. */
typedef struct bd_pattern {
	double width, height;
	bd_matrix transform;
	const struct bd_node *tile; /* a group */
} bd_pattern;

typedef enum { BD_PAINT_NONE, BD_PAINT_SOLID, BD_PAINT_GRADIENT, BD_PAINT_PATTERN } bd_paint_kind;

typedef struct bd_paint {
	bd_paint_kind kind;
	bd_color color; /* SOLID */
	double opacity; /* GRADIENT, PATTERN; a solid colour's is in its alpha */
	union {
		const bd_gradient *gradient;
		const bd_pattern *pattern;
	};
} bd_paint;

static inline bd_paint bd_solid(bd_color color)
{
	return (bd_paint){ .kind = BD_PAINT_SOLID, .color = color };
}
#define BD_NO_PAINT ((bd_paint){ .kind = BD_PAINT_NONE })

typedef enum { BD_CAP_BUTT, BD_CAP_ROUND, BD_CAP_SQUARE } bd_cap;
typedef enum { BD_JOIN_MITER, BD_JOIN_ROUND, BD_JOIN_BEVEL } bd_join;

typedef struct bd_stroke {
	bd_paint paint; /* kind NONE: no stroke */
	double width;
	bd_cap cap;
	bd_join join;
	double miter_limit; /* 0: cairo's and SVG's own differ, so 10 is meant */
	const double *dash; /* NULL: solid */
	size_t dash_count;
	double dash_offset;
} bd_stroke;

/* Tags of a tagged PDF (ISO 32000-1, 14.8.4), and ARIA roles in SVG. */
typedef enum {
	BD_ROLE_NONE,
	BD_ROLE_DOCUMENT,
	BD_ROLE_H1,
	BD_ROLE_H2,
	BD_ROLE_H3,
	BD_ROLE_P,
	BD_ROLE_L,
	BD_ROLE_LI,
	BD_ROLE_TABLE,
	BD_ROLE_TR,
	BD_ROLE_TH,
	BD_ROLE_TD,
	BD_ROLE_FIGURE,
	BD_ROLE_CAPTION,
	BD_ROLE_LINK,
	BD_ROLE_ARTIFACT
} bd_role;

typedef enum {
	BD_NODE_GROUP,
	BD_NODE_PATH,
	BD_NODE_GLYPHS,
	BD_NODE_IMAGE,
	BD_NODE_STAMPS
} bd_node_kind;

typedef struct bd_group {
	bd_matrix transform;
	const bd_path *clip;   /* NULL: none; in the group's own space */
	double opacity;        /* 1; never less around text that carries a role */
	const char *id, *name; /* NULL, or for designers' layers */
	bd_role role;
	const char *alt, *lang, *href; /* NULL: none */
	const char *origin;            /* JSON pointer of what it was made from; NULL */
	struct bd_node *first, *last;
	bd_arena *arena;
} bd_group;

/* Straight lines through finite points that run one way in x. */
typedef struct bd_line_points {
	const double *x, *y;
	size_t count;
	bd_rect box; /* that they just fit in */
} bd_line_points;

typedef struct bd_shape {
	const bd_path *path;
	const bd_line_points
		*all; /* of a long line, which has no path; pixels are drawn from these */
	bool even_odd;
	bd_paint fill;
	bd_stroke stroke;  /* painted over the fill */
	const char *blend; /* CSS mix-blend-mode; NULL: normal */
} bd_shape;

typedef struct bd_glyphs {
	bd_run run;
	double x, y; /* of the run's origin */
	bd_paint fill;
	bd_stroke stroke;
} bd_glyphs;

typedef struct bd_image {
	bd_rect box;
	/* Pixels: premultiplied ARGB32, native byte order, as cairo's; NULL for JPEG. */
	const unsigned char *pixels;
	int width, height, stride;
	bd_blob jpeg; /* the untouched file; bytes NULL where there is none */
	bool smooth;
	double opacity;
} bd_image;

/* One shape, or a few, many times over: the points of a scatter plot, the ticks of a strip. */
typedef struct bd_stamps {
	const bd_path *shape; /* around 0,0 */
	size_t count;
	const double *x, *y;
	const double *scale;   /* per stamp; NULL: 1 */
	const double *scale_y; /* along y, where it differs; NULL: `scale` for both */
	/* A palette of looks, and which of them each stamp has; `look` NULL: all have the first. */
	size_t looks;
	const uint32_t *look;
	const bd_path *const *shapes; /* NULL: all have `shape` */
	const bd_paint *fills;        /* NULL: none */
	const bd_stroke *strokes;     /* NULL: none; widths are not scaled */
} bd_stamps;
static inline size_t bd_stamp_look(const bd_stamps *stamps, size_t i)
{
	return stamps->look ? stamps->look[i] : 0;
}
static inline const bd_path *bd_stamp_shape(const bd_stamps *stamps, size_t i)
{
	return stamps->shapes ? stamps->shapes[bd_stamp_look(stamps, i)] : stamps->shape;
}
/* Where the shape's points come to stand. */
static inline bd_matrix bd_stamp_matrix(const bd_stamps *stamps, size_t i)
{
	double x = stamps->scale ? stamps->scale[i] : 1;
	double y = stamps->scale_y ? stamps->scale_y[i] : x;
	return (bd_matrix){ x, 0, 0, y, stamps->x[i], stamps->y[i] };
}

typedef struct bd_node {
	bd_node_kind kind;
	struct bd_node *next;
	union {
		bd_group group;
		bd_shape shape;
		bd_glyphs glyphs;
		bd_image image;
		bd_stamps stamps;
	};
} bd_node;

typedef struct bd_page_geometry {
	double width, height; /* the trim box */
	double bleed;         /* on every side */
	double unit;          /* points of paper a px is: 0.75 */
	bool paper;           /* a size of paper, not of a screen */
} bd_page_geometry;

typedef struct bd_scene_page {
	bd_page_geometry geometry;
	bd_color background; /* covers trim and bleed; alpha 0: none */
	bd_node *root;       /* a group, role Document */
} bd_scene_page;

typedef struct bd_scene {
	bd_arena *arena;
	const char *lang, *title, *description, *author;
	double date; /* ms since 1970 UTC, for the metadata of formats that need one */
	bd_scene_page *pages;
	size_t page_count;
} bd_scene;

/* Nodes are added at the end of a group and may be filled in further by the caller. */
bd_node *bd_group_new(bd_arena *arena); /* not yet in any group */
bd_node *bd_add_group(bd_node *group);
bd_node *bd_add_shape(bd_node *group, const bd_path *path, bd_paint fill, bd_stroke stroke);
bd_node *bd_add_rect(bd_node *group, bd_rect rect, bd_paint fill);
bd_node *bd_add_rule(bd_node *group, bd_point from, bd_point to, bd_paint paint, double width);
void bd_add_line(bd_node *group, const bd_line *line, double x, double baseline, bd_paint fill);
void bd_add_text(bd_node *group, const bd_text *text, double x, double y, bd_paint fill);
bd_node *bd_add_image(bd_node *group, bd_image image);
bd_node *bd_add_stamps(bd_node *group, bd_stamps stamps);
void bd_add_node(bd_node *group, bd_node *node);

/* The shape's path; of a long line, in `arena`, as much of it as covers the same quarters of a
 * pixel (M4: Jugel et al., VLDB 2014), which is not made before somebody asks for it. */
const bd_path *bd_shape_path(const bd_shape *shape, bd_arena *arena);

/* What a node covers, strokes included, in the space of its parent. */
bd_rect bd_node_bounds(const bd_node *node);

const char *bd_role_name(bd_role role); /* "H1"; "" for none */
