/* schema.c - field tables as JSON Schema 2020-12, for editors that complete and check. */
#include "base/str.h"
#include "blocks/poster.h"
#include "reference/reference.h"
#include <string.h>

typedef struct writer {
	bd_arena *arena;
	bd_str text;
	bd_definitions all;
} writer;

static void add_type(writer *w, const bd_type *type, const bd_field *field);

static void add_quoted(writer *w, const char *text)
{
	bd_str_add(&w->text, bd_reference_quote(w->arena, text));
}

static void add_reference(writer *w, const bd_object_type *type)
{
	const bd_definition *d = bd_reference_find(&w->all, type);
	bd_str_printf(&w->text, "\"$ref\":\"#/$defs/%s\"", d ? d->name : type->name);
}

static void add_number(writer *w, const bd_type *type, const bd_field *field)
{
	double min = type->min, max = type->max;
	if (field && field->max > field->min)
		min = field->min, max = field->max;
	bd_str_add(&w->text, "\"type\":\"number\"");
	if (max > min)
		bd_str_printf(&w->text, ",\"minimum\":%.17g,\"maximum\":%.17g", min, max);
}

static void add_choices(writer *w, const bd_type *type)
{
	bd_str_add(&w->text, "\"enum\":[");
	for (const bd_choice *c = type->choices; c->name; c++) {
		bd_str_add(&w->text, c > type->choices ? "," : "");
		add_quoted(w, c->name);
	}
	bd_str_add_char(&w->text, ']');
}

static void add_array(writer *w, const bd_type *type)
{
	bd_str_add(&w->text, type->or_one ? "\"anyOf\":[{\"type\":\"array\",\"items\":{"
					  : "\"type\":\"array\",\"items\":{");
	add_type(w, type->item, NULL);
	bd_str_add_char(&w->text, '}');
	if (!type->or_one)
		return;
	bd_str_add(&w->text, "},{");
	add_type(w, type->item, NULL);
	bd_str_add(&w->text, "}]");
}

static void add_union(writer *w, const bd_type *type)
{
	bd_str_add(&w->text, "\"anyOf\":[");
	for (const bd_type *const *t = type->any_of; *t; t++) {
		bd_str_add(&w->text, t > type->any_of ? ",{" : "{");
		add_type(w, *t, NULL);
		bd_str_add_char(&w->text, '}');
	}
	bd_str_add_char(&w->text, ']');
}

static void add_variants(writer *w, const bd_type *type)
{
	const bd_object_type *const *first = type->variants();
	bd_str_add(&w->text, "\"anyOf\":[");
	for (const bd_object_type *const *t = first; *t; t++) {
		bd_str_add(&w->text, t > first ? ",{" : "{");
		add_reference(w, *t);
		bd_str_add_char(&w->text, '}');
	}
	bd_str_add_char(&w->text, ']');
}

/* A custom type's own words, without the braces around them. */
static void add_custom(writer *w, const bd_type *type)
{
	if (type->object && !type->schema) {
		add_reference(w, type->object);
		return;
	}
	if (type->object) { /* the object, or what may stand for it */
		bd_str_printf(&w->text, "\"anyOf\":[%s,{", type->schema);
		add_reference(w, type->object);
		bd_str_add(&w->text, "}]");
		return;
	}
	const char *open = type->schema ? strchr(type->schema, '{') : NULL;
	const char *close = type->schema ? strrchr(type->schema, '}') : NULL;
	if (open && close)
		bd_str_add_bytes(&w->text, open + 1, (size_t)(close - open - 1));
}

/* The members of a schema object; the caller writes the braces. */
static void add_type(writer *w, const bd_type *type, const bd_field *field)
{
	switch (type->kind) {
	case BD_T_BOOL: bd_str_add(&w->text, "\"type\":\"boolean\""); break;
	case BD_T_NUMBER: add_number(w, type, field); break;
	case BD_T_STRING: bd_str_add(&w->text, "\"type\":\"string\""); break;
	case BD_T_COLOR: bd_str_add(&w->text, "\"type\":\"string\",\"format\":\"color\""); break;
	case BD_T_TEXT: bd_str_add(&w->text, "\"$ref\":\"#/$defs/localized-text\""); break;
	case BD_T_CHOICE: add_choices(w, type); break;
	case BD_T_OBJECT: add_reference(w, type->object); break;
	case BD_T_ARRAY: add_array(w, type); break;
	case BD_T_MAP:
		bd_str_add(&w->text, "\"type\":\"object\",\"additionalProperties\":{");
		add_type(w, type->item, NULL);
		bd_str_add_char(&w->text, '}');
		break;
	case BD_T_UNION: add_union(w, type); break;
	case BD_T_VARIANT: add_variants(w, type); break;
	case BD_T_CUSTOM: add_custom(w, type); break;
	case BD_T_ANY:
		if (type->object)
			add_reference(w, type->object);
		else if (type->item)
			add_array(w, type);
		else
			bd_str_add(&w->text, type->schema ? type->schema : "");
		break;
	}
}

static void add_property(writer *w, const bd_definition *d, const bd_field *f)
{
	add_quoted(w, f->name);
	bd_str_add(&w->text, ":{");
	size_t before = w->text.length;
	if (d->tag && !strcmp(d->tag, f->name)) {
		bd_str_add(&w->text, "\"const\":");
		add_quoted(w, d->type->name);
	} else {
		add_type(w, f->type, f);
	}
	if (f->doc) {
		bd_str_add(&w->text,
			   w->text.length > before ? ",\"description\":" : "\"description\":");
		add_quoted(w, f->doc);
		before = 0;
	}
	if (f->fallback)
		bd_str_printf(&w->text, "%s\"default\":%s", w->text.length > before ? "," : "",
			      f->fallback);
	bd_str_add_char(&w->text, '}');
}

static void add_object(writer *w, const bd_definition *d)
{
	const char *separator = "";
	bd_str_add(&w->text, "\"type\":\"object\",");
	if (d->type->doc) {
		bd_str_add(&w->text, "\"description\":");
		add_quoted(w, d->type->doc);
		bd_str_add_char(&w->text, ',');
	}
	bd_str_add(&w->text, "\"properties\":{");
	for (const bd_field *f = d->type->fields; f && f->name; f++) {
		bd_str_add(&w->text, separator);
		add_property(w, d, f);
		separator = ",";
	}
	bd_str_add(&w->text, "},\"required\":[");
	separator = "";
	for (const bd_field *f = d->type->fields; f && f->name; f++)
		if (f->required) {
			bd_str_add(&w->text, separator);
			add_quoted(w, f->name);
			separator = ",";
		}
	bd_str_printf(&w->text, "]%s", d->type->open ? "" : ",\"additionalProperties\":false");
}

/* A text is a string, or one for each language (base/json's read_text). */
static const char text_schema[] =
	"\"localized-text\":{\"description\":\"A text, or one for each language.\",\"anyOf\":["
	"{\"type\":\"string\"},{\"type\":\"object\",\"properties\":{\"vi\":{\"type\":\"string\"},"
	"\"lo\":{\"type\":\"string\"},\"en\":{\"type\":\"string\"}},\"minProperties\":1,"
	"\"additionalProperties\":false}]}";

const char *bd_reference_schema(bd_arena *arena)
{
	writer w = { .arena = arena, .text = bd_str_new(arena) };
	w.all = bd_reference_definitions(arena, &bd_poster_type);
	bd_str_add(&w.text, "{\"$schema\":\"https://json-schema.org/draft/2020-12/schema\","
			    "\"title\":\"bieudo poster\",\"$ref\":\"#/$defs/poster\",\"$defs\":{");
	bd_str_add(&w.text, text_schema);
	for (size_t i = 0; i < w.all.count; i++) {
		bd_str_add_char(&w.text, ',');
		add_quoted(&w, w.all.items[i].name);
		bd_str_add(&w.text, ":{");
		add_object(&w, &w.all.items[i]);
		bd_str_add_char(&w.text, '}');
	}
	bd_str_add(&w.text, "}}");
	return bd_printf(arena, "%s\n", bd_reference_pretty(arena, bd_str_text(&w.text)));
}
