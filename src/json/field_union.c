/* field_union.c - a value that may be of several types: which of them is meant, and so what is
 * wrong with it (field_value.h). */
#include "json/field_value.h"

#include "base/str.h"
#include "json/number_hint.h"

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
	case BD_T_COLOR: return BD_TERM_A_COLOR;
	case BD_T_UNION: return type_term(type->any_of[0]);
	case BD_T_STRING:
	case BD_T_CHOICE:
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

/* Of the alternatives, also of those that are unions again, one of a kind; NULL: none. */
static const bd_type *alternative(const bd_type *type, bd_type_kind kind)
{
	if (type->kind == kind)
		return type;
	for (const bd_type *const *t = type->any_of; type->kind == BD_T_UNION && *t; t++) {
		const bd_type *found = alternative(*t, kind);
		if (found)
			return found;
	}
	return NULL;
}

/* A word that is none of the few that may stand for what is really due: "full" for a width. */
static bool complain_word(const bd_type *type, const bd_type *words, const bd_json *node,
			  bd_reader *r)
{
	const char *term = type_term(type->any_of[0]);
	size_t count = 0;
	while (words->choices[count].name)
		count++;
	if (term == BD_TERM_A_STRING || words->also ||
	    bd_closest(node->string, words->choices, count, sizeof *words->choices)) {
		int ignored;
		return bd_choice_read(words, node, &ignored, r);
	}
	bd_diag *diag = bd_error(r->diags, &node->place, BD_WRONG_TYPE, term, BD_TERM_A_STRING);
	bd_suggest(r->diags, diag, BD_HINT_OR_ONE_OF,
		   bd_some_names(r->arena, words->choices, count, sizeof *words->choices));
	return false;
}

static bool complain_union(const bd_type *type, const bd_json *node, bd_reader *r)
{
	const bd_type *words = alternative(type, BD_T_CHOICE);
	const bd_type *object = alternative(type, BD_T_OBJECT);
	if (node->kind == BD_JSON_STRING) {
		if (alternative(type, BD_T_NUMBER) && bd_holds_number(node->string))
			return bd_complain_no_number(node, r);
		if (alternative(type, BD_T_BOOL) && bd_holds_bool(node->string))
			return bd_complain_kind(BD_TERM_TRUE_OR_FALSE, node, r);
		if (words)
			return complain_word(type, words, node, r);
	}
	if (words && type->any_of[0]->kind == BD_T_CHOICE) {
		int ignored;
		return bd_choice_read(words, node, &ignored, r);
	}
	return object && type->any_of[0]->kind == BD_T_OBJECT
		       ? bd_complain_object(object->object, node, r)
		       : bd_complain_kind(type_term(type->any_of[0]), node, r);
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
	return complain_union(type, node, r);
}
