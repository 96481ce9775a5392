/* marks.h - the marks of Vega-Lite: how encoded values become items, one file per mark.
 *
 * A mark asks an encoder for places, numbers and texts, and is told nothing of scales or data;
 * src/chart/marks answers. Adding a mark is a file and a line in marks.def. */
#pragma once
#include "scene/items.h"

/* Answers for the rows that a mark draws; implemented in chart/marks. */
typedef struct bd_encoder bd_encoder;

typedef enum { BD_SIDE_X, BD_SIDE_Y } bd_side;

/* Where a mark stands along a side that nothing is said of. */
typedef enum {
	BD_STAND_MIDDLE,
	BD_STAND_ZERO, /* at zero of the scale, or its lower end; without a scale left or bottom */
	BD_STAND_FAR   /* the opposite side: right or top */
} bd_stand;

/* A point: x or y of a symbol, text, line. */
bd_numbers bd_encoder_place(bd_encoder *e, bd_side side, bd_stand stand);
/* The two ends of a range: x and x2 of a rule or area. */
void bd_encoder_range(bd_encoder *e, bd_side side, bd_stand stand, bd_stand stand2,
		      bd_numbers *from, bd_numbers *to);
/* Start and length of a bar's side: a band, a bin, a range or a width around a point. */
void bd_encoder_band(bd_encoder *e, bd_side side, bd_numbers *start, bd_numbers *length);
/* A number by its channel ("size"; NULL: none), else by the mark's property of that name. */
bd_numbers bd_encoder_number(bd_encoder *e, const char *channel, const char *property,
			     double otherwise);
/* Texts likewise; a palette without an index is one text for all rows. */
bd_strings bd_encoder_strings(bd_encoder *e, const char *channel, const char *property);
/* The text channel, formatted; *lines is set where it is a list of lines. */
bd_strings bd_encoder_text(bd_encoder *e, bool *lines);
/* Angles of an arc's sides and its radii, in radians and px. */
void bd_encoder_polar(bd_encoder *e, bd_items *items);
/* The radius and angle at which a text stands; NONE for what is not said. */
bd_numbers bd_encoder_polar_place(bd_encoder *e, bool is_theta);

const char *bd_encoder_word(bd_encoder *e, const char *property, const char *otherwise);
double bd_encoder_constant(bd_encoder *e, const char *property, double otherwise);
bool bd_encoder_is(bd_encoder *e, const char *property, bool otherwise);
bool bd_encoder_has(bd_encoder *e, const char *channel);
/* "vertical" or "horizontal"; NULL for neither. */
bool bd_encoder_is_vertical(bd_encoder *e);
bool bd_encoder_is_horizontal(bd_encoder *e);
bd_arena *bd_encoder_arena(bd_encoder *e);
size_t bd_encoder_rows(const bd_encoder *e);

typedef struct bd_mark {
	const char *name, *doc;
	bd_item_type item;
	bool path;       /* one item list for each series: line, area, trail */
	bool filled;     /* its colour fills it; else it strokes */
	bool hollow;     /* without fill it is transparent, not empty: it still takes clicks */
	bool faint;      /* 0.7 opaque where it shows raw data */
	bool rect_based; /* its sides span bands, bins and units of time: bar, rect, tick, image,
			    arc */
	void (*encode)(bd_encoder *e, bd_items *items);
} bd_mark;

#define MARK(name) extern const bd_mark bd_mark_##name;
#include "marks/marks.def"
#undef MARK

/* NULL where there is none of that name. */
const bd_mark *bd_mark_find(const char *name);
/* All of them, NULL-ended, for lists and suggestions. */
extern const bd_mark *const bd_marks[];
