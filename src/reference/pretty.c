/* pretty.c - JSON as text that people read, and examples of what a type takes. */
#include "base/str.h"
#include "reference/reference.h"
#include <string.h>

static void new_line(bd_str *s, int depth)
{
	bd_str_add_char(s, '\n');
	for (; depth > 0; depth--)
		bd_str_add(s, "  ");
}

static const char *skip_string(const char *at)
{
	for (at++; *at && *at != '"'; at++)
		if (*at == '\\' && at[1])
			at++;
	return *at ? at + 1 : at;
}

static bool is_empty(const char *open)
{
	open += 1 + strspn(open + 1, " \t\r\n");
	return *open == '}' || *open == ']';
}

const char *bd_reference_pretty(bd_arena *arena, const char *json)
{
	bd_str s = bd_str_new(arena);
	int depth = 0;
	for (const char *at = json; *at;) {
		const char *start = at;
		if (*at == '"') {
			at = skip_string(at);
			bd_str_add_bytes(&s, start, (size_t)(at - start));
			continue;
		}
		at++;
		switch (*start) {
		case ' ':
		case '\t':
		case '\r':
		case '\n': break;
		case '{':
		case '[':
			bd_str_add_char(&s, *start);
			if (is_empty(start)) {
				bd_str_add_char(&s, *start == '{' ? '}' : ']');
				at += strspn(at, " \t\r\n") + 1;
			} else {
				new_line(&s, ++depth);
			}
			break;
		case '}':
		case ']':
			new_line(&s, --depth);
			bd_str_add_char(&s, *start);
			break;
		case ',':
			bd_str_add_char(&s, ',');
			new_line(&s, depth);
			break;
		case ':': bd_str_add(&s, ": "); break;
		default: bd_str_add_char(&s, *start);
		}
	}
	return bd_str_text(&s);
}

const char *bd_reference_quote(bd_arena *arena, const char *text)
{
	bd_str s = bd_str_new(arena);
	bd_str_add_char(&s, '"');
	for (; *text; text++)
		if (*text == '"' || *text == '\\')
			bd_str_printf(&s, "\\%c", *text);
		else if (*text == '\n')
			bd_str_add(&s, "\\n");
		else
			bd_str_add_char(&s, *text);
	bd_str_add_char(&s, '"');
	return bd_str_text(&s);
}

/* --- examples --- */

enum { DEEPEST_EXAMPLE = 6 };

static void add_object(bd_arena *arena, bd_str *s, const bd_object_type *type, const char *tag,
		       int depth);

static void add_value(bd_arena *arena, bd_str *s, const bd_type *type, int depth)
{
	switch (type->kind) {
	case BD_T_BOOL: bd_str_add(s, "true"); break;
	case BD_T_NUMBER: bd_str_add(s, type->max > type->min && type->min > 1 ? "10" : "1"); break;
	case BD_T_COLOR: bd_str_add(s, "\"#C8102E\""); break;
	case BD_T_CHOICE: bd_str_add(s, bd_reference_quote(arena, type->choices[0].name)); break;
	case BD_T_OBJECT: add_object(arena, s, type->object, NULL, depth + 1); break;
	case BD_T_ARRAY:
		bd_str_add(s, "[");
		add_value(arena, s, type->item, depth + 1);
		bd_str_add(s, "]");
		break;
	case BD_T_VARIANT: {
		const bd_object_type *const *all = type->variants();
		add_object(arena, s, all[0], type->tag, depth + 1);
		break;
	}
	case BD_T_UNION: add_value(arena, s, type->any_of[0], depth + 1); break;
	case BD_T_ANY:
		bd_str_add(s, type->item ? "[" : "{}");
		if (type->item) {
			add_value(arena, s, type->item, depth + 1);
			bd_str_add(s, "]");
		}
		break;
	case BD_T_CUSTOM:
		if (type->object)
			add_object(arena, s, type->object, NULL, depth + 1);
		else
			bd_str_add(s, "\"…\"");
		break;
	case BD_T_MAP: bd_str_add(s, "{}"); break;
	default: bd_str_add(s, "\"…\"");
	}
}

/* Rows come from `items` or from `data`: an example has the first. */
static bool is_shown(const bd_field *f)
{
	static const char *const from_data[] = { "data", "transform", "encoding" };
	for (size_t i = 0; i < sizeof from_data / sizeof *from_data; i++)
		if (!strcmp(f->name, from_data[i]))
			return false;
	return f->required || f->example || !strcmp(f->name, "items");
}

static void add_object(bd_arena *arena, bd_str *s, const bd_object_type *type, const char *tag,
		       int depth)
{
	const char *separator = "";
	if (type->example) {
		bd_str_add(s, type->example);
		return;
	}
	bd_str_add_char(s, '{');
	for (const bd_field *f = type->fields; f && f->name && depth < DEEPEST_EXAMPLE; f++) {
		bool is_tag = tag && !strcmp(f->name, tag);
		if (!is_tag && !is_shown(f))
			continue;
		bd_str_printf(s, "%s%s:", separator, bd_reference_quote(arena, f->name));
		if (is_tag)
			bd_str_add(s, bd_reference_quote(arena, type->name));
		else if (f->example)
			bd_str_add(s, f->example);
		else
			add_value(arena, s, f->type, depth);
		separator = ",";
	}
	bd_str_add_char(s, '}');
}

const char *bd_reference_example(bd_arena *arena, const bd_object_type *type, const char *tag)
{
	bd_str s = bd_str_new(arena);
	add_object(arena, &s, type, tag, 0);
	return bd_reference_pretty(arena, bd_str_text(&s));
}
