/* field.c - reading and checking by field tables (field.h). */
#include "json/field.h"

#include "base/array.h"
#include "base/color.h"
#include "base/number.h"
#include "base/str.h"
#include "json/number_hint.h"

#include <math.h>
#include <string.h>

const bd_type bd_type_bool = { BD_T_BOOL, .size = sizeof(bool) };
const bd_type bd_type_number = { BD_T_NUMBER, .size = sizeof(double) };
const bd_type bd_type_string = { BD_T_STRING, .size = sizeof(const char *) };
const bd_type bd_type_color = { BD_T_COLOR, .name = "color", .size = sizeof(bd_color) };
const bd_type bd_type_text = { BD_T_TEXT, .name = "text", .size = sizeof(const char *) };
const bd_type bd_type_any = { BD_T_ANY, .size = sizeof(const bd_json *) };
const bd_type bd_type_strings = { BD_T_ARRAY, .item = &bd_type_string };
const bd_type bd_type_texts = { BD_T_ARRAY, .item = &bd_type_text };

typedef BD_ARRAY_OF(char) any_array;

static bool complain_type(const char *expected, const bd_json *node, bd_reader *r)
{
	bd_error(r->diags, &node->place, BD_WRONG_TYPE, expected, bd_json_kind_term(node->kind));
	return false;
}

static bool read_number(const bd_type *type, double min, double max, const bd_json *node,
			double *out, bd_reader *r)
{
	if (node->kind != BD_JSON_NUMBER)
		return bd_complain_no_number(node, r);
	if (max <= min)
		min = type->min, max = type->max;
	if (max > min && (node->number < min || node->number > max)) {
		bd_error(r->diags, &node->place, BD_OUT_OF_RANGE,
			 bd_number_text(r->arena, node->number), bd_number_text(r->arena, min),
			 bd_number_text(r->arena, max));
		return false;
	}
	*out = node->number;
	return true;
}

static bool has_word(const char *words, const char *word)
{
	size_t length = strlen(word);
	for (const char *at = words; at && *at; at += strspn(at, " ")) {
		size_t here = strcspn(at, " ");
		if (here == length && !memcmp(at, word, length))
			return true;
		at += here;
	}
	return false;
}

static void complain_choice(const bd_type *type, const bd_json *node, size_t count, bd_reader *r)
{
	const char *term = type->term ? type->term : type->name ? type->name : BD_TERM_CHOICE;
	for (const bd_choice_words *w = type->also; w && w->name; w++)
		if (has_word(w->also, node->string)) {
			bd_diag *diag = bd_error(r->diags, &node->place, BD_UNKNOWN_NAME, term,
						 node->string);
			bd_suggest(r->diags, diag, BD_HINT_DID_YOU_MEAN, w->name);
			return;
		}
	bd_unknown_name(r->diags, &node->place, term, node->string, type->choices, count,
			sizeof *type->choices);
}

static bool read_choice(const bd_type *type, const bd_json *node, int *out, bd_reader *r)
{
	if (node->kind != BD_JSON_STRING)
		return complain_type(BD_TERM_A_STRING, node, r);
	size_t count = 0;
	while (type->choices[count].name)
		count++;
	for (size_t i = 0; i < count; i++)
		if (!strcmp(type->choices[i].name, node->string)) {
			*out = (int)i;
			return true;
		}
	complain_choice(type, node, count, r);
	return false;
}

static bool read_color(const bd_json *node, bd_color *out, bd_reader *r)
{
	if (node->kind != BD_JSON_STRING)
		return complain_type(BD_TERM_A_STRING, node, r);
	if (bd_color_parse(node->string, out))
		return true;
	bd_error(r->diags, &node->place, BD_BAD_COLOR, node->string);
	return false;
}

static bool is_language(const char *name)
{
	return bd_streq(name, "vi") || bd_streq(name, "lo") || bd_streq(name, "en");
}

static bool read_text(const bd_json *node, const char **out, bd_reader *r)
{
	if (node->kind == BD_JSON_STRING) {
		*out = node->string;
		return true;
	}
	if (node->kind != BD_JSON_OBJECT)
		return complain_type(BD_TERM_A_TEXT, node, r);
	bool good = true;
	bd_each_member (m, node) {
		if (!is_language(m->name)) {
			static const char *const names[] = { "vi", "lo", "en" };
			bd_unknown_name(r->diags, &m->value->place, BD_TERM_LANGUAGE, m->name,
					names, 3, sizeof *names);
			good = false;
		} else if (m->value->kind != BD_JSON_STRING) {
			good = complain_type(BD_TERM_A_STRING, m->value, r);
		}
	}
	const bd_json *chosen = bd_json_get(node, r->lang);
	if (!chosen && good) {
		bd_error(r->diags, &node->place, BD_MISSING_TRANSLATION, r->lang);
		good = false;
	}
	*out = bd_json_string(chosen, "");
	return good;
}

static bool read_array(const bd_type *type, const bd_json *node, any_array *out, bd_reader *r)
{
	const bd_json *const *items = &node;
	size_t count = 1, size = type->item->size;
	if (node->kind == BD_JSON_ARRAY) {
		items = node->items;
		count = node->count;
	} else if (!type->or_one) {
		return complain_type(BD_TERM_AN_ARRAY, node, r);
	}
	if (out) {
		out->items = BD_ARRAY(r->arena, count * size, char);
		out->count = count;
	}
	bool good = true;
	for (size_t i = 0; i < count; i++)
		good &= out ? bd_type_read(type->item, items[i], out->items + i * size, r)
			    : bd_type_check(type->item, items[i], r);
	return good;
}

static const bd_object_type *find_variant(const bd_type *type, const bd_json *node, bd_reader *r)
{
	if (node->kind != BD_JSON_OBJECT) {
		complain_type(BD_TERM_AN_OBJECT, node, r);
		return NULL;
	}
	const bd_json *tag = bd_json_get(node, type->tag);
	if (!bd_json_is(tag, BD_JSON_STRING)) {
		if (tag)
			complain_type(BD_TERM_A_STRING, tag, r);
		else
			bd_error(r->diags, &node->place, BD_MISSING_FIELD, type->tag);
		return NULL;
	}
	const bd_object_type *const *all = type->variants();
	BD_LIST(const char *) names = { 0 };
	for (; *all; all++) {
		if (!strcmp((*all)->name, tag->string))
			return *all;
		bd_push(r->arena, &names, (*all)->name);
	}
	bd_unknown_name(r->diags, &tag->place, type->variant_term, tag->string, names.items,
			names.count, sizeof *names.items);
	return NULL;
}

static bool read_variant(const bd_type *type, const bd_json *node, bd_variant *out, bd_reader *r)
{
	const bd_object_type *found = find_variant(type, node, r);
	if (!found)
		return false;
	int before = r->diags->errors;
	void *data = BD_ARRAY(r->arena, found->size, char);
	bd_object_read(found, node, data, r);
	if (out)
		*out = (bd_variant){ found, data, node };
	return r->diags->errors == before;
}

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

static bool check_union(const bd_type *type, const bd_json *node, bd_reader *r)
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
			choice = !read_choice(*t, node, &ignored, r);
		}
	return choice ? false : complain_type(type_term(type->any_of[0]), node, r);
}

static bool check_map(const bd_type *type, const bd_json *node, bd_reader *r)
{
	if (node->kind != BD_JSON_OBJECT)
		return complain_type(BD_TERM_AN_OBJECT, node, r);
	bool good = true;
	bd_each_member (m, node)
		good &= bd_type_check(type->item, m->value, r);
	return good;
}

static bool read_object(const bd_type *type, const bd_json *node, void **out, bd_reader *r)
{
	if (node->kind != BD_JSON_OBJECT)
		return complain_type(BD_TERM_AN_OBJECT, node, r);
	int before = r->diags->errors;
	void *object =
		type->object->size && out ? BD_ARRAY(r->arena, type->object->size, char) : NULL;
	if (object)
		bd_object_read(type->object, node, object, r);
	else
		bd_object_check(type->object, node, r);
	if (out)
		*out = object;
	return r->diags->errors == before;
}

static bool read_value(const bd_type *type, const bd_field *f, const bd_json *node, void *out,
		       bd_reader *r)
{
	switch (type->kind) {
	case BD_T_BOOL:
		if (node->kind != BD_JSON_BOOL)
			return complain_type(BD_TERM_TRUE_OR_FALSE, node, r);
		*(bool *)out = node->boolean;
		return true;
	case BD_T_NUMBER: return read_number(type, f ? f->min : 0, f ? f->max : 0, node, out, r);
	case BD_T_STRING:
		if (node->kind != BD_JSON_STRING)
			return complain_type(BD_TERM_A_STRING, node, r);
		*(const char **)out = node->string;
		return true;
	case BD_T_CHOICE: return read_choice(type, node, out, r);
	case BD_T_COLOR: return read_color(node, out, r);
	case BD_T_TEXT: return read_text(node, out, r);
	case BD_T_OBJECT: return read_object(type, node, out, r);
	case BD_T_ARRAY: return read_array(type, node, out, r);
	case BD_T_VARIANT: return read_variant(type, node, out, r);
	case BD_T_CUSTOM: return type->read(node, out, r);
	case BD_T_MAP: *(const bd_json **)out = node; return check_map(type, node, r);
	case BD_T_UNION: *(const bd_json **)out = node; return check_union(type, node, r);
	case BD_T_ANY: *(const bd_json **)out = node; return true;
	}
	return false;
}

bool bd_type_read(const bd_type *type, const bd_json *node, void *out, bd_reader *r)
{
	return read_value(type, NULL, node, out, r);
}

static bool check_value(const bd_type *type, const bd_field *f, const bd_json *node, bd_reader *r)
{
	union {
		double number;
		int choice;
		bool boolean;
		bd_color color;
		const void *pointer;
	} ignored;
	if (r->null_passes && node->kind == BD_JSON_NULL)
		return true;
	switch (type->kind) {
	case BD_T_ARRAY: return read_array(type, node, NULL, r);
	case BD_T_OBJECT: return read_object(type, node, NULL, r);
	case BD_T_VARIANT: return read_variant(type, node, NULL, r);
	case BD_T_CUSTOM: return type->read(node, BD_ARRAY(r->arena, type->size, char), r);
	default: return read_value(type, f, node, &ignored, r);
	}
}

bool bd_type_check(const bd_type *type, const bd_json *node, bd_reader *r)
{
	return check_value(type, NULL, node, r);
}

static const bd_field *find_field(const bd_object_type *type, const char *name)
{
	for (const bd_field *f = type->fields; f->name; f++)
		if (*f->name == *name && !strcmp(f->name, name))
			return f;
	return NULL;
}

/* The field that was probably meant by a name that is none: another word for it, or misspelt. */
static const char *meant_field(const bd_object_type *type, const char *name)
{
	size_t count = 0;
	for (; type->fields[count].name; count++)
		if (has_word(type->fields[count].also, name))
			return type->fields[count].name;
	return bd_closest(name, type->fields, count, sizeof *type->fields);
}

/* Is the field there under a wrong name? Then that is the mistake, not that it is missing. */
static bool is_misnamed(const bd_object_type *type, const bd_json *node, const bd_field *f)
{
	bd_each_member (m, node)
		if (!type->open && !find_field(type, m->name) &&
		    bd_streq(meant_field(type, m->name), f->name))
			return true;
	return false;
}

/* The names of all fields, where they are few enough to be read; else NULL. */
static const char *all_fields(const bd_object_type *type, bd_arena *arena)
{
	enum { FEW = 14 };
	bd_str names = bd_str_new(arena);
	size_t count = 0;
	for (; type->fields[count].name; count++) {
		bd_str_add(&names, count ? ", " : "");
		bd_str_add(&names, type->fields[count].name);
	}
	return count && count <= FEW ? bd_str_text(&names) : NULL;
}

static void complain_unknown(const bd_object_type *type, const bd_member *m, bd_reader *r)
{
	bd_diag *diag =
		bd_complain(r->diags, &m->value->place, r->unknown_warns ? BD_WARNING : BD_ERROR,
			    BD_UNKNOWN_FIELD, (const char *const[]){ m->name, NULL });
	diag->at_key = true;
	const char *near = meant_field(type, m->name);
	const char *all = near ? NULL : all_fields(type, r->diags->arena);
	if (near)
		bd_suggest(r->diags, diag, BD_HINT_DID_YOU_MEAN, near);
	else if (all)
		bd_suggest(r->diags, diag, BD_HINT_ONE_OF, all);
}

static void check_names(const bd_object_type *type, const bd_json *node, bd_reader *r)
{
	bd_each_member (m, node)
		if (!type->open && !find_field(type, m->name))
			complain_unknown(type, m, r);
	for (const bd_field *f = type->fields; f->name; f++)
		if (f->required && !bd_json_get(node, f->name) && !is_misnamed(type, node, f))
			bd_error(r->diags, node ? &node->place : NULL, BD_MISSING_FIELD, f->name);
}

void bd_object_check(const bd_object_type *type, const bd_json *node, bd_reader *r)
{
	if (node && node->kind != BD_JSON_OBJECT) {
		complain_type(BD_TERM_AN_OBJECT, node, r);
		return;
	}
	for (const bd_field *f = type->fields; f->name; f++) {
		const bd_json *value = bd_json_get(node, f->name);
		if (value)
			check_value(f->type, f, value, r);
	}
	check_names(type, node, r);
}

/* "\"left\"" without its quotes. */
static const char *unquoted(bd_arena *arena, const char *json)
{
	size_t length = strlen(json);
	return *json == '"' ? bd_strndup(arena, json + 1, length - 2) : json;
}

static void set_fallback(const bd_field *f, void *slot, bd_reader *r)
{
	const char *json = f->fallback, *end;
	switch (f->type->kind) {
	case BD_T_BOOL: *(bool *)slot = json && !strcmp(json, "true"); break;
	case BD_T_NUMBER:
		*(double *)slot = json ? bd_number_parse(json, strlen(json), &end) : NAN;
		break;
	case BD_T_STRING:
	case BD_T_TEXT: *(const char **)slot = json ? unquoted(r->arena, json) : NULL; break;
	case BD_T_CHOICE: {
		int *choice = slot;
		*choice = -1;
		for (int i = 0; json && f->type->choices[i].name; i++)
			if (!strcmp(f->type->choices[i].name, unquoted(r->arena, json)))
				*choice = i;
		break;
	}
	case BD_T_COLOR:
		if (!json || !bd_color_parse(unquoted(r->arena, json), slot))
			*(bd_color *)slot = (bd_color){ .a = -1 };
		break;
	default: break; /* zeroed memory says "absent" */
	}
}

void bd_object_read(const bd_object_type *type, const bd_json *node, void *out, bd_reader *r)
{
	if (node && node->kind != BD_JSON_OBJECT) {
		complain_type(BD_TERM_AN_OBJECT, node, r);
		node = NULL;
	}
	for (const bd_field *f = type->fields; f->name; f++) {
		const bd_json *value = bd_json_get(node, f->name);
		if (f->offset == (size_t)-1) {
			if (value)
				check_value(f->type, f, value, r);
			continue;
		}
		void *slot = (char *)out + f->offset;
		set_fallback(f, slot, r);
		if (value && !read_value(f->type, f, value, slot, r) && f->type->kind <= BD_T_COLOR)
			set_fallback(f, slot, r);
	}
	check_names(type, node, r);
	if (type->check)
		type->check(out, node, r);
}
