/* guide.h - what axes, legends, headers and titles have in common: where a property of theirs comes
 * from, and their texts. */
#pragma once
#include "base/array.h"
#include "chart/encode/model.h"
#include "scale/scale.h"
#include "scene/items.h"

/* What the units of one plot that share a scale say together of its guide: explicit words first,
 * in the order of the units, then the config's. */
typedef struct bd_guide_plan {
	bd_channel channel;
	bd_scale_use *use;
	bd_view *view; /* a unit whose defaults count */
	const bd_channel_def *def;
	const bd_json *said[64]; /* the `axis` or `legend` objects */
	size_t said_count;
	const char *configs[12]; /* sections of config, the strongest first */
	size_t config_count;
	const char *title;
	const char *orient;
	const bd_channel_def *unit_def; /* the first of them with a time unit */
	bool moved;                     /* its side was not said */
	bool later;                     /* not the plot's first axis of its channel */
} bd_guide_plan;

/* Whether units that share a guide show it: the first one that says anything decides. */
typedef struct bd_guide_state {
	bool said, off;
} bd_guide_state;
/* What one unit says (`axis` or `legend`; NULL: nothing). True where that is to have none. */
bool bd_guide_state_add(bd_guide_state *state, const bd_json *guide);

/* A property, {"expr"} resolved; NULL where none says it. */
const bd_json *bd_guide_property(const bd_guide_plan *plan, const char *name);
/* The same, of what the spec says itself; not the config's. */
const bd_json *bd_guide_said(const bd_guide_plan *plan, const char *name);
double bd_guide_number(const bd_guide_plan *plan, const char *name, double otherwise);
bool bd_guide_bool(const bd_guide_plan *plan, const char *name, bool otherwise);
const char *bd_guide_string(const bd_guide_plan *plan, const char *name, const char *otherwise);
bd_color bd_guide_color(const bd_guide_plan *plan, const char *name, const char *otherwise);
bd_dash bd_guide_dash(const bd_guide_plan *plan, const char *name);
/* For one label or tick: {"condition": …, "value": …} decided by its value, label and index. */
const bd_json *bd_guide_property_for(const bd_guide_plan *plan, const char *name, bd_value datum);

/* {value, label, index}: what labelExpr and conditions call datum; index runs from 0 to 1. */
bd_value bd_guide_datum(bd_arena *arena, bd_value value, const char *label, size_t index,
			size_t count);
/* The JSON that says format and formatType: the guide's; NULL: the channel's own counts. */
const bd_json *bd_guide_format_source(const bd_guide_plan *plan);

/* --- texts (guide_text.c) --- */

/* Text in a style of config.style ("guide-label"), with the properties that `prefix` begins
 * ("label": labelFont, labelColor …). */
bd_guide_text bd_guide_text_new(const bd_guide_plan *plan, const char *style, const char *prefix);
/* "bold", "lighter" or a number. */
int bd_font_weight_of(const bd_json *node);
/* px of its longest line, cut to its limit; and of all its lines. */
double bd_guide_text_measure(bd_compiler *c, const bd_guide_text *text);
double bd_guide_text_height(const bd_guide_text *text);
/* What it covers once it has a place and a width, its angle counted in. */
bd_rect bd_guide_text_cover(const bd_guide_text *text);

/* --- legends --- */

/* The legends of scales that `view` is the owner of (or that resolve to it). */
void bd_legends_make(bd_view *view, bd_cell *cell);

/* --- label_overlap.c --- */
/* Hides labels until no two are nearer than `apart` px: every second of them, or each that overlaps
 * the last one shown. */
void bd_labels_thin_out(bd_guide_text *labels, size_t count, double apart, bool greedy);

/* How far a cell reaches, in its own coordinates. */
typedef struct bd_cell_reach {
	bd_rect across; /* the plot with axes and headers to its left and right */
	bd_rect along;  /* with those above and below it */
	bd_rect all;    /* with all of these, and the marks */
} bd_cell_reach;
/* Sets where the legends of a cell stand; what it covers with them (legend_place.c). */
bd_rect bd_legends_place(const bd_view *view, bd_cell *cell, const bd_cell_reach *reach);

/* --- titles --- */
void bd_title_make(bd_view *view, bd_cell *cell);
