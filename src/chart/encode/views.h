/* views.h - building and walking the tree of views (views.c), and giving each its data (source.c,
 * tables.c). */
#pragma once
#include "base/array.h"
#include "chart/encode/model.h"

typedef BD_LIST(bd_view *) bd_view_list;

/* The view of a normalised spec with all below it; NULL after a complaint. */
bd_view *bd_views_build(bd_compiler *c, bd_view *parent, const bd_json *spec);
/* The unit or outermost layer whose plotting area a view draws in. */
const bd_view *bd_view_plot(const bd_view *view);
/* All units below, in drawing order. */
bd_view_list bd_view_units(bd_view *view);

/* Reads data, applies transforms, and gives every unit its raw and main table. */
void bd_views_load(bd_view *root);
/* A column by its exact name, or by path; NULL where there is none. */
bd_column *bd_view_column(bd_table *table, const char *name);
