/* reference.h - the JSON Schema and the reference pages, from the field tables: what is checked and
 * what is documented cannot differ, because they are the same rows. */
#pragma once
#include "base/arena.h"
#include "base/array.h"
#include "base/messages.h"
#include "json/field.h"

/* The JSON Schema (2020-12) of poster specs. */
const char *bd_reference_schema(bd_arena *arena);

typedef struct bd_reference_page {
	const char *path; /* below docs/reference: "blocks/figures.md" */
	const char *text;
} bd_reference_page;
typedef BD_LIST(bd_reference_page) bd_reference_pages;

/* All pages, in the order of their paths. */
bd_reference_pages bd_reference_all(bd_arena *arena);

/* --- between the files of this folder --- */

/* Every object type that a poster may hold, each under a name of its own. */
typedef struct bd_definition {
	const bd_object_type *type;
	const char *name;
	const char *tag; /* of a variant: the member that says which it is; else NULL */
} bd_definition;
typedef BD_LIST(bd_definition) bd_definitions;

bd_definitions bd_reference_definitions(bd_arena *arena, const bd_object_type *root);
const bd_definition *bd_reference_find(const bd_definitions *all, const bd_object_type *type);

/* The pages of marks, transforms, channels and scales. */
void bd_reference_add_charts(bd_arena *arena, bd_reference_pages *pages);
/* The page of one type and what hangs below it. */
void bd_reference_add_type(bd_arena *arena, bd_reference_pages *pages, const char *path,
			   const char *title, const bd_object_type *type);

/* JSON text with two blanks for each level. */
const char *bd_reference_pretty(bd_arena *arena, const char *json);
/* The text as a JSON string, quotes included. */
const char *bd_reference_quote(bd_arena *arena, const char *text);
/* The smallest sensible object of a type: what is required and what has an example. */
const char *bd_reference_example(bd_arena *arena, const bd_object_type *type, const char *tag);
