/* views.h - building and walking the tree of views (views.c), and giving each its data (source.c,
 * tables.c). */
#pragma once
#include "base/array.h"
#include "chart/encode/model.h"

typedef BD_LIST(bd_view *) bd_view_list;

/* The view of a normalised spec with all below it; NULL after a complaint. */
bd_view *bd_views_build(bd_compiler *c, bd_view *parent, const bd_json *spec);
/* The unit or outermost layer whose plotting area a view draws in. */
bd_view *bd_view_plot(bd_view *view);
/* All units below, in drawing order. */
bd_view_list bd_view_units(bd_view *view);

/* Reads data, applies transforms, and gives every unit its raw and main table. */
void bd_views_load(bd_view *root);
/* --- between source.c and tables.c --- */
typedef void bd_field_visitor(bd_view *unit, const bd_channel_def *def, void *user);
/* Visits every field of a unit's encoding. */
void bd_unit_each_field(bd_view *unit, bd_field_visitor *visit, void *user);
typedef struct bd_step {
	bd_table *table;
} bd_step;
/* Adds the columns of a field's bins or time units to step->table. */
void bd_field_derive(bd_view *unit, const bd_channel_def *def, void *step);
/* The raw and main table of a unit, from its source. */
void bd_unit_load(bd_view *unit);

/* A column by its exact name, or by path; NULL where there is none. */
bd_column *bd_view_column(bd_table *table, const char *name);
