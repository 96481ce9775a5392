/* tables.h - between the files that give a view its tables: source.c reads and transforms, tables.c
 * derives what a unit's encoding implies. */
#pragma once
#include "base/array.h"
#include "chart/encode/views.h"

/* --- fields.c --- */
typedef void bd_field_visitor(bd_view *unit, bd_channel_def *def, void *user);
/* Visits every field of a unit's encoding; and of the facets that it is in. */
void bd_unit_each_field(bd_view *unit, bd_field_visitor *visit, void *user);
void bd_unit_each_facet_field(bd_view *unit, bd_field_visitor *visit, void *user);

/* Names of columns, each once; NULL is none. */
typedef BD_LIST(const char *) bd_name_list;
void bd_name_add(bd_compiler *c, bd_name_list *names, const char *name);
/* A visitor: adds the field's columns to a bd_name_list. */
void bd_dimension_add(bd_view *unit, bd_channel_def *def, void *names);

/* --- derive.c --- */
typedef struct bd_step {
	bd_table *table;
} bd_step;
/* A visitor: adds the columns of the field's bins or time units to step->table. */
void bd_field_derive(bd_view *unit, bd_channel_def *def, void *step);

/* --- stack_rows.c --- */
/* The table with what the `impute` of x or y adds. */
bd_table *bd_unit_impute(bd_view *unit, bd_table *table, bd_channel channel);
/* The table with the start and end of each value in its stack; as it is where none is stacked. */
bd_table *bd_unit_stack(bd_view *unit, bd_table *table);

/* --- tables.c --- */
/* The raw and main table of a unit, from its source. */
void bd_unit_load(bd_view *unit);
