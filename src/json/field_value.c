#include "json/field_value.h"

#include "base/array.h"
#include "base/color.h"
#include "base/number.h"
#include "base/str.h"
#include "json/number_hint.h"
#include "json/shape_hint.h"

#include <string.h>

const bd_type bd_type_bool = { BD_T_BOOL, .size = sizeof(bool) };
const bd_type bd_type_number = { BD_T_NUMBER, .size = sizeof(double) };
const bd_type bd_type_string = { BD_T_STRING, .size = sizeof(const char *) };
const bd_type bd_type_color = { BD_T_COLOR, .name = "color", .size = sizeof(bd_color) };
const bd_type bd_type_text = { BD_T_TEXT, .name = "text", .size = sizeof(const char *) };
const bd_type bd_type_any = { BD_T_ANY, .size = sizeof(const bd_json *) };

typedef BD_ARRAY_OF(char) any_array;

bool bd_complain_kind(const char *expected, const bd_json *node, bd_reader *r)
{
	bd_diag *diag = bd_error(r->diags, &node->place, BD_WRONG_TYPE, expected,
				 bd_json_kind_term(node->kind));
	bd_suggest_quotes(diag, expected, node, r);
	return false;
}

bool bd_complain_object(const bd_object_type *type, const bd_json *node, bd_reader *r)
{
	bd_diag *diag = bd_error(r->diags, &node->place, BD_WRONG_TYPE, BD_TERM_AN_OBJECT,
				 bd_json_kind_term(node->kind));
	bd_suggest_object(diag, type, node, r);
	return false;
}

static bool read_number(const bd_type *type, double min, double max, const bd_json *node,
			double *out, bd_reader *r)
{
	if (node->kind != BD_JSON_NUMBER)
		return bd_complain_no_number(node, r);
	if (max <= min)
		min = type->min, max = type->max;
	if (max >= BD_NO_MOST && node->number < min) {
		bd_error(r->diags, &node->place, BD_TOO_LOW, bd_number_text(r->arena, node->number),
			 bd_number_text(r->arena, min));
		return false;
	}
	if (max > min && (node->number < min || node->number > max)) {
		bd_error(r->diags, &node->place, BD_OUT_OF_RANGE,
			 bd_number_text(r->arena, node->number), bd_number_text(r->arena, min),
			 bd_number_text(r->arena, max));
		return false;
	}
	*out = node->number;
	return true;
}

bool bd_has_word(const char *words, const char *word)
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
		if (bd_has_word(w->also, node->string)) {
			bd_diag *diag = bd_error(r->diags, &node->place, BD_UNKNOWN_NAME, term,
						 node->string);
			bd_suggest(r->diags, diag, BD_HINT_DID_YOU_MEAN, w->name);
			return;
		}
	bd_unknown_name(r->diags, &node->place, term, node->string, type->choices, count,
			sizeof *type->choices);
}

bool bd_choice_read(const bd_type *type, const bd_json *node, int *out, bd_reader *r)
{
	size_t count = 0;
	while (type->choices[count].name)
		count++;
	if (node->kind != BD_JSON_STRING) {
		bd_diag *diag = bd_error(r->diags, &node->place, BD_WRONG_TYPE, BD_TERM_A_STRING,
					 bd_json_kind_term(node->kind));
		bd_suggest_one_of(r->diags, diag, type->choices, count, sizeof *type->choices);
		return false;
	}
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
		return bd_complain_kind(BD_TERM_A_COLOR, node, r);
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
		return bd_complain_kind(BD_TERM_A_TEXT, node, r);
	bool good = true;
	bd_each_member (m, node) {
		if (!is_language(m->name)) {
			static const char *const names[] = { "vi", "lo", "en" };
			bd_unknown_name(r->diags, &m->value->place, BD_TERM_LANGUAGE, m->name,
					names, 3, sizeof *names);
			good = false;
		} else if (m->value->kind != BD_JSON_STRING) {
			good = bd_complain_kind(BD_TERM_A_STRING, m->value, r);
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
		return bd_complain_kind(BD_TERM_AN_ARRAY, node, r);
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
		bd_complain_kind(BD_TERM_AN_OBJECT, node, r);
		return NULL;
	}
	const bd_json *tag = bd_json_get(node, type->tag);
	if (!bd_json_is(tag, BD_JSON_STRING)) {
		if (tag)
			bd_complain_kind(BD_TERM_A_STRING, tag, r);
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

static bool check_map(const bd_type *type, const bd_json *node, bd_reader *r)
{
	if (node->kind != BD_JSON_OBJECT)
		return bd_complain_kind(BD_TERM_AN_OBJECT, node, r);
	bool good = true;
	bd_each_member (m, node)
		good &= bd_type_check(type->item, m->value, r);
	return good;
}

static bool read_object(const bd_type *type, const bd_json *node, void **out, bd_reader *r)
{
	if (node->kind != BD_JSON_OBJECT)
		return bd_complain_object(type->object, node, r);
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

bool bd_field_read(const bd_type *type, const bd_field *f, const bd_json *node, void *out,
		   bd_reader *r)
{
	switch (type->kind) {
	case BD_T_BOOL:
		if (node->kind != BD_JSON_BOOL)
			return bd_complain_kind(BD_TERM_TRUE_OR_FALSE, node, r);
		*(bool *)out = node->boolean;
		return true;
	case BD_T_NUMBER: return read_number(type, f ? f->min : 0, f ? f->max : 0, node, out, r);
	case BD_T_STRING:
		if (node->kind != BD_JSON_STRING)
			return bd_complain_kind(BD_TERM_A_STRING, node, r);
		*(const char **)out = node->string;
		return true;
	case BD_T_CHOICE: return bd_choice_read(type, node, out, r);
	case BD_T_COLOR: return read_color(node, out, r);
	case BD_T_TEXT: return read_text(node, out, r);
	case BD_T_OBJECT: return read_object(type, node, out, r);
	case BD_T_ARRAY: return read_array(type, node, out, r);
	case BD_T_VARIANT: return read_variant(type, node, out, r);
	case BD_T_CUSTOM: return type->read(node, out, r);
	case BD_T_MAP: *(const bd_json **)out = node; return check_map(type, node, r);
	case BD_T_UNION: *(const bd_json **)out = node; return bd_union_check(type, node, r);
	case BD_T_ANY: *(const bd_json **)out = node; return true;
	}
	return false;
}

bool bd_type_read(const bd_type *type, const bd_json *node, void *out, bd_reader *r)
{
	return bd_field_read(type, NULL, node, out, r);
}

bool bd_field_check(const bd_type *type, const bd_field *f, const bd_json *node, bd_reader *r)
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
	default: return bd_field_read(type, f, node, &ignored, r);
	}
}

bool bd_type_check(const bd_type *type, const bd_json *node, bd_reader *r)
{
	return bd_field_check(type, NULL, node, r);
}
