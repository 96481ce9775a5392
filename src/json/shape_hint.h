/* shape_hint.h - inside json/: how to write what was written in another shape.
 *
 * "x": "tỉnh" where { "field": "tỉnh" } is due, "axis": false where null is, "title": 2020. People
 * and language models carry such shorthands over from other tools. */
#pragma once
#include "json/field.h"

/* `node` stands where an object of this type should. */
void bd_suggest_object(bd_diag *diag, const bd_object_type *type, const bd_json *node,
		       bd_reader *reader);
/* A number or true without quotes where a string is due, and the reverse. */
void bd_suggest_quotes(bd_diag *diag, const char *expected, const bd_json *node, bd_reader *reader);
