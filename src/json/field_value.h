/* field_value.h - between the files of field tables (field.h): reading and checking one value by
 * its type (field_value.c, field_union.c). */
#pragma once
#include "json/field.h"

/* Reads a value into the place that its type describes; a field's own limits win over its type's.
 * `field` may be NULL. False after a complaint. */
bool bd_field_read(const bd_type *type, const bd_field *field, const bd_json *node, void *out,
		   bd_reader *reader);
/* The same without keeping it. */
bool bd_field_check(const bd_type *type, const bd_field *field, const bd_json *node,
		    bd_reader *reader);
/* Checks a value by the alternative that it was meant as. */
bool bd_union_check(const bd_type *type, const bd_json *node, bd_reader *reader);
bool bd_choice_read(const bd_type *type, const bd_json *node, int *out, bd_reader *reader);

/* Complains that a value is not what was expected (a BD_TERM_…); false. */
bool bd_complain_kind(const char *expected, const bd_json *node, bd_reader *reader);
/* Complains that a value is no object of this type, with the way to write it; false. */
bool bd_complain_object(const bd_object_type *type, const bd_json *node, bd_reader *reader);
/* Whether a word is one of those in a list that blanks separate; NULL holds none. */
bool bd_has_word(const char *words, const char *word);
