/* field.c - objects by their field tables: names, defaults and what is missing (field.h). */
#include "json/field.h"

#include "base/array.h"
#include "base/color.h"
#include "base/number.h"
#include "base/str.h"
#include "json/field_value.h"

#include <math.h>
#include <string.h>

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
		if (bd_has_word(type->fields[count].also, name))
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
		bd_complain_object(type, node, r);
		return;
	}
	for (const bd_field *f = type->fields; f->name; f++) {
		const bd_json *value = bd_json_get(node, f->name);
		if (value)
			bd_field_check(f->type, f, value, r);
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
		bd_complain_object(type, node, r);
		node = NULL;
	}
	for (const bd_field *f = type->fields; f->name; f++) {
		const bd_json *value = bd_json_get(node, f->name);
		if (f->offset == (size_t)-1) {
			if (value)
				bd_field_check(f->type, f, value, r);
			continue;
		}
		void *slot = (char *)out + f->offset;
		set_fallback(f, slot, r);
		if (value && !bd_field_read(f->type, f, value, slot, r) &&
		    f->type->kind <= BD_T_COLOR)
			set_fallback(f, slot, r);
	}
	check_names(type, node, r);
	if (type->check)
		type->check(out, node, r);
}
