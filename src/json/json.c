/* json.c - looking at and making nodes (json.h). */
#include "json/json.h"

#include "base/array.h"
#include "base/number.h"
#include "base/str.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

const bd_json *bd_json_get(const bd_json *object, const char *name)
{
	if (!bd_json_is(object, BD_JSON_OBJECT))
		return NULL;
	/* most names differ in their first letter, and configs are long */
	for (size_t i = 0; i < object->count; i++)
		if (*object->members[i].name == *name && !strcmp(object->members[i].name, name))
			return object->members[i].value;
	return NULL;
}

const bd_json *bd_json_at(const bd_json *array, size_t index)
{
	return bd_json_is(array, BD_JSON_ARRAY) && index < array->count ? array->items[index]
									: NULL;
}

const bd_json *bd_json_find(const bd_json *node, ...)
{
	va_list names;
	va_start(names, node);
	for (const char *name; node && (name = va_arg(names, const char *));)
		node = bd_json_get(node, name);
	va_end(names);
	return node;
}

bool bd_json_is(const bd_json *node, bd_json_kind kind)
{
	return node && node->kind == kind;
}

const char *bd_json_string(const bd_json *node, const char *otherwise)
{
	return bd_json_is(node, BD_JSON_STRING) ? node->string : otherwise;
}

double bd_json_number(const bd_json *node, double otherwise)
{
	return bd_json_is(node, BD_JSON_NUMBER) ? node->number : otherwise;
}

bool bd_json_bool(const bd_json *node, bool otherwise)
{
	return bd_json_is(node, BD_JSON_BOOL) ? node->boolean : otherwise;
}

bool bd_json_equals_string(const bd_json *node, const char *text)
{
	return bd_json_is(node, BD_JSON_STRING) && !strcmp(node->string, text);
}

bool bd_json_equal(const bd_json *a, const bd_json *b)
{
	if (a == b || !a || !b || a->kind != b->kind)
		return a == b;
	switch (a->kind) {
	case BD_JSON_NULL: return true;
	case BD_JSON_BOOL: return a->boolean == b->boolean;
	case BD_JSON_NUMBER: return a->number == b->number;
	case BD_JSON_STRING: return !strcmp(a->string, b->string);
	case BD_JSON_ARRAY:
	case BD_JSON_OBJECT: break;
	}
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++) {
		bool same = a->kind == BD_JSON_ARRAY
				    ? bd_json_equal(a->items[i], b->items[i])
				    : bd_json_equal(a->members[i].value,
						    bd_json_get(b, a->members[i].name));
		if (!same)
			return false;
	}
	return true;
}

static bd_json *new_node(bd_arena *arena, bd_json_kind kind, const bd_json *like)
{
	bd_json *node = BD_NEW(arena, bd_json);
	if (like)
		node->place = like->place;
	node->kind = kind;
	return node;
}

bd_json *bd_json_new_string(bd_arena *arena, const char *text, const bd_json *like)
{
	bd_json *node = new_node(arena, BD_JSON_STRING, like);
	node->string = text;
	node->count = strlen(text);
	return node;
}

bd_json *bd_json_new_number(bd_arena *arena, double number, const bd_json *like)
{
	bd_json *node = new_node(arena, BD_JSON_NUMBER, like);
	node->number = number;
	return node;
}

bd_json *bd_json_new_bool(bd_arena *arena, bool boolean, const bd_json *like)
{
	bd_json *node = new_node(arena, BD_JSON_BOOL, like);
	node->boolean = boolean;
	return node;
}

bd_json *bd_json_new_null(bd_arena *arena, const bd_json *like)
{
	return new_node(arena, BD_JSON_NULL, like);
}

bd_json *bd_json_new_array(bd_arena *arena, const bd_json *const *items, size_t count,
			   const bd_json *like)
{
	bd_json *node = new_node(arena, BD_JSON_ARRAY, like);
	const bd_json **copy = BD_ARRAY(arena, count, const bd_json *);
	if (count)
		memcpy(copy, items, count * sizeof *copy);
	node->items = copy;
	node->count = count;
	return node;
}

bd_json *bd_json_new_object(bd_arena *arena, const bd_json *like)
{
	return new_node(arena, BD_JSON_OBJECT, like);
}

const bd_json *bd_json_with(bd_arena *arena, const bd_json *object, const char *name,
			    const bd_json *value)
{
	bd_json *copy = new_node(arena, BD_JSON_OBJECT, object);
	size_t had = bd_json_is(object, BD_JSON_OBJECT) ? object->count : 0;
	bd_member *members = BD_ARRAY(arena, had + 1, bd_member);
	bool placed = false;
	for (size_t i = 0; i < had; i++) {
		bd_member m = object->members[i];
		if (!strcmp(m.name, name)) {
			m.value = value;
			placed = true;
		}
		if (m.value)
			members[copy->count++] = m;
	}
	if (!placed && value)
		members[copy->count++] = (bd_member){ name, value };
	copy->members = members;
	return copy;
}

const bd_json *bd_json_merge(bd_arena *arena, const bd_json *under, const bd_json *over, bool deep)
{
	if (!bd_json_is(under, BD_JSON_OBJECT))
		return over ? over : under;
	if (!bd_json_is(over, BD_JSON_OBJECT))
		return over ? over : under;
	bd_json *merged = new_node(arena, BD_JSON_OBJECT, over);
	bd_member *members = BD_ARRAY(arena, under->count + over->count, bd_member);
	for (size_t i = 0; i < under->count; i++) {
		bd_member m = under->members[i];
		const bd_json *winner = bd_json_get(over, m.name);
		if (winner)
			m.value = deep ? bd_json_merge(arena, m.value, winner, true) : winner;
		members[merged->count++] = m;
	}
	for (size_t i = 0; i < over->count; i++)
		if (!bd_json_get(under, over->members[i].name))
			members[merged->count++] = over->members[i];
	merged->members = members;
	return merged;
}

bd_value bd_json_value(bd_arena *arena, const bd_json *node)
{
	if (!node)
		return bd_v_undefined();
	switch (node->kind) {
	case BD_JSON_NULL: return bd_v_null();
	case BD_JSON_BOOL: return bd_v_bool(node->boolean);
	case BD_JSON_NUMBER: return bd_v_number(node->number);
	case BD_JSON_STRING:
		return (bd_value){ .kind = BD_V_STRING,
				   .length = (uint32_t)node->count,
				   .string = node->string };
	case BD_JSON_ARRAY:
	case BD_JSON_OBJECT: break;
	}
	bd_value v = { .length = (uint32_t)node->count };
	if (node->kind == BD_JSON_ARRAY) {
		bd_value *items = BD_ARRAY(arena, node->count, bd_value);
		for (size_t i = 0; i < node->count; i++)
			items[i] = bd_json_value(arena, node->items[i]);
		v.kind = BD_V_ARRAY;
		v.items = items;
		return v;
	}
	bd_value_member *members = BD_ARRAY(arena, node->count, bd_value_member);
	for (size_t i = 0; i < node->count; i++)
		members[i] = (bd_value_member){ node->members[i].name,
						bd_json_value(arena, node->members[i].value) };
	v.kind = BD_V_OBJECT;
	v.members = members;
	return v;
}

static void print_string(bd_str *s, const char *text)
{
	bd_str_add_char(s, '"');
	for (const unsigned char *c = (const unsigned char *)text; *c; c++) {
		if (*c == '"' || *c == '\\')
			bd_str_printf(s, "\\%c", *c);
		else if (*c == '\n')
			bd_str_add(s, "\\n");
		else if (*c < 0x20)
			bd_str_printf(s, "\\u%04x", *c);
		else
			bd_str_add_char(s, (char)*c);
	}
	bd_str_add_char(s, '"');
}

static void print_node(bd_str *s, const bd_json *node)
{
	char number[BD_NUMBER_ROOM];
	switch (node->kind) {
	case BD_JSON_NULL: bd_str_add(s, "null"); return;
	case BD_JSON_BOOL: bd_str_add(s, node->boolean ? "true" : "false"); return;
	case BD_JSON_STRING: print_string(s, node->string); return;
	case BD_JSON_NUMBER:
		bd_number_format(node->number, number);
		bd_str_add(s, number);
		return;
	case BD_JSON_ARRAY:
	case BD_JSON_OBJECT: break;
	}
	bool array = node->kind == BD_JSON_ARRAY;
	bd_str_add_char(s, array ? '[' : '{');
	for (size_t i = 0; i < node->count; i++) {
		if (i)
			bd_str_add_char(s, ',');
		if (!array) {
			print_string(s, node->members[i].name);
			bd_str_add_char(s, ':');
		}
		print_node(s, array ? node->items[i] : node->members[i].value);
	}
	bd_str_add_char(s, array ? ']' : '}');
}

const char *bd_json_print(bd_arena *arena, const bd_json *node)
{
	bd_str s = bd_str_new(arena);
	if (node)
		print_node(&s, node);
	return bd_str_text(&s);
}

const char *bd_json_kind_term(bd_json_kind kind)
{
	switch (kind) {
	case BD_JSON_BOOL: return BD_TERM_TRUE_OR_FALSE;
	case BD_JSON_NUMBER: return BD_TERM_A_NUMBER;
	case BD_JSON_STRING: return BD_TERM_A_STRING;
	case BD_JSON_ARRAY: return BD_TERM_AN_ARRAY;
	case BD_JSON_OBJECT: return BD_TERM_AN_OBJECT;
	case BD_JSON_NULL: break;
	}
	return BD_TERM_NULL_VALUE;
}
