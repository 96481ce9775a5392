/* field_union.c - a value that may be of several types: which of them is meant, and so what is
 * wrong with it (field_value.h). */
#include "json/field_value.h"

#include <string.h>

/* Whether a node could be meant as this alternative: its kind fits. */
static bool kind_fits(const bd_type *type, const bd_json *node)
{
	switch (type->kind) {
	case BD_T_BOOL: return node->kind == BD_JSON_BOOL;
	case BD_T_NUMBER: return node->kind == BD_JSON_NUMBER;
	case BD_T_STRING:
	case BD_T_COLOR: return node->kind == BD_JSON_STRING;
	case BD_T_CHOICE:
		if (node->kind != BD_JSON_STRING)
			return false;
		for (const bd_choice *c = type->choices; c->name; c++)
			if (!strcmp(c->name, node->string))
				return true;
		return false;
	case BD_T_TEXT: return node->kind == BD_JSON_STRING || node->kind == BD_JSON_OBJECT;
	case BD_T_OBJECT:
	case BD_T_MAP:
	case BD_T_VARIANT: return node->kind == BD_JSON_OBJECT;
	case BD_T_ARRAY:
		return node->kind == BD_JSON_ARRAY || (type->or_one && kind_fits(type->item, node));
	case BD_T_UNION:
		for (const bd_type *const *t = type->any_of; *t; t++)
			if (kind_fits(*t, node))
				return true;
		return false;
	case BD_T_ANY:
	case BD_T_CUSTOM: break;
	}
	return true;
}

static const char *type_term(const bd_type *type)
{
	switch (type->kind) {
	case BD_T_BOOL: return BD_TERM_TRUE_OR_FALSE;
	case BD_T_NUMBER: return BD_TERM_A_NUMBER;
	case BD_T_TEXT: return BD_TERM_A_TEXT;
	case BD_T_ARRAY: return BD_TERM_AN_ARRAY;
	case BD_T_OBJECT:
	case BD_T_MAP:
	case BD_T_VARIANT: return BD_TERM_AN_OBJECT;
	case BD_T_STRING:
	case BD_T_COLOR:
	case BD_T_CHOICE:
	case BD_T_UNION:
	case BD_T_ANY:
	case BD_T_CUSTOM: break;
	}
	return BD_TERM_A_STRING;
}

/* How many of the object's names an alternative knows: the one meant is the one that knows most. */
static size_t known_names(const bd_type *type, const bd_json *node)
{
	size_t known = 0;
	if (type->kind != BD_T_OBJECT || node->kind != BD_JSON_OBJECT)
		return 0;
	for (const bd_field *f = type->object->fields; f->name; f++)
		known += bd_json_get(node, f->name) != NULL;
	return known;
}

bool bd_union_check(const bd_type *type, const bd_json *node, bd_reader *r)
{
	const bd_type *meant = NULL;
	size_t most = 0;
	for (const bd_type *const *t = type->any_of; *t; t++) {
		size_t known = known_names(*t, node);
		if (kind_fits(*t, node) && (!meant || known > most)) {
			meant = *t;
			most = known;
		}
	}
	if (meant)
		return bd_type_check(meant, node, r);
	bool choice = false;
	for (const bd_type *const *t = type->any_of; *t; t++)
		if ((*t)->kind == BD_T_CHOICE && node->kind == BD_JSON_STRING && !choice) {
			int ignored;
			choice = !bd_choice_read(*t, node, &ignored, r);
		}
	return choice ? false : bd_complain_kind(type_term(type->any_of[0]), node, r);
}
