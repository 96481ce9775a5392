/* rewrite.h - small helpers for normalising: new JSON out of old, places kept. */
#pragma once
#include "base/array.h"
#include "base/limits.h"
#include "chart/model.h"

typedef BD_LIST(const bd_json *) bd_json_list;

/* The object without the members named; the names end with NULL. */
const bd_json *bd_rewrite_without(bd_compiler *c, const bd_json *object, ...)
	__attribute__((sentinel));
/* bd_json_with, for an `object` that may be NULL. */
const bd_json *bd_rewrite_set(bd_compiler *c, const bd_json *object, const char *name,
			      const bd_json *value);
const bd_json *bd_rewrite_string(bd_compiler *c, const bd_json *object, const char *name,
				 const char *text);
const bd_json *bd_rewrite_number(bd_compiler *c, const bd_json *object, const char *name,
				 double number);
const bd_json *bd_rewrite_bool(bd_compiler *c, const bd_json *object, const char *name, bool value);
const bd_json *bd_rewrite_array(bd_compiler *c, const bd_json_list *items, const bd_json *like);
/* An object from JSON text of our own, placed like `like`. */
const bd_json *bd_rewrite_parse(bd_compiler *c, const char *text, const bd_json *like);
/* The mark as an object with "type", whichever way it is written. */
const bd_json *bd_rewrite_mark(bd_compiler *c, const bd_json *mark);

/* --- shorthands of units; NULL where there is nothing to write out --- */
const bd_json *bd_normalise_overlay(bd_compiler *c, const bd_json *spec);
/* A line with x2 or y2 is rules. */
const bd_json *bd_normalise_ranged_line(bd_compiler *c, const bd_json *spec);
