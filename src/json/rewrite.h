/* rewrite.h - new JSON out of old, for stages that write shorthands out: nodes are never changed,
 * and what is made keeps the place of what it stands for (json.h). All of it lives in `arena`. */
#pragma once
#include "base/array.h"
#include "json/json.h"

typedef BD_LIST(const bd_json *) bd_json_list;

/* The object without the members named; the names end with NULL. */
const bd_json *bd_rewrite_without(bd_arena *arena, const bd_json *object, ...)
	__attribute__((sentinel));
/* bd_json_with, for an `object` that may be NULL or no object: then it is a new one. */
const bd_json *bd_rewrite_set(bd_arena *arena, const bd_json *object, const char *name,
			      const bd_json *value);
const bd_json *bd_rewrite_string(bd_arena *arena, const bd_json *object, const char *name,
				 const char *text);
const bd_json *bd_rewrite_number(bd_arena *arena, const bd_json *object, const char *name,
				 double number);
const bd_json *bd_rewrite_bool(bd_arena *arena, const bd_json *object, const char *name,
			       bool value);
const bd_json *bd_rewrite_array(bd_arena *arena, const bd_json_list *items, const bd_json *like);
