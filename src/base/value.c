#include "base/value.h"

#include "base/diag.h"
#include "base/number.h"
#include "base/str.h"
#include "base/time.h"
#include <math.h>
#include <string.h>

bd_value bd_v_string(const char *text)
{
	return (bd_value){ .kind = BD_V_STRING, .length = (uint32_t)strlen(text), .string = text };
}

static double string_to_number(const char *text, size_t length)
{
	const char *end;
	double number = bd_number_parse(text, length, &end);
	if (length && end == text + length)
		return number;
	while (length && strchr(" \t\r\n", *text))
		text++, length--;
	while (length && strchr(" \t\r\n", text[length - 1]))
		length--;
	if (!length)
		return 0;
	number = bd_number_parse(text, length, &end);
	if (end == text + length && end != text)
		return number;
	if (length == 8 && !strncmp(text, "Infinity", 8))
		return INFINITY;
	if (length == 9 && !strncmp(text, "-Infinity", 9))
		return -INFINITY;
	return NAN;
}

double bd_value_to_number(bd_value v)
{
	switch (v.kind) {
	case BD_V_NULL: return 0;
	case BD_V_BOOL: return v.boolean;
	case BD_V_NUMBER:
	case BD_V_DATE: return v.number;
	case BD_V_STRING: return string_to_number(v.string, v.length);
	case BD_V_ARRAY:
		return v.length == 0 ? 0 : v.length == 1 ? bd_value_to_number(v.items[0]) : NAN;
	case BD_V_UNDEFINED:
	case BD_V_OBJECT: break;
	}
	return NAN;
}

const char *bd_value_to_string(bd_arena *arena, bd_value v)
{
	char text[BD_TIME_ROOM];
	switch (v.kind) {
	case BD_V_UNDEFINED: return "undefined";
	case BD_V_NULL: return "null";
	case BD_V_BOOL: return v.boolean ? "true" : "false";
	case BD_V_NUMBER: return bd_number_text(arena, v.number);
	case BD_V_STRING: return v.string;
	case BD_V_DATE: bd_time_iso(v.number, text); return bd_strdup(arena, text);
	case BD_V_OBJECT: {
		bd_value own = bd_value_get(v, "toString"); /* a colour's, say */
		return own.kind == BD_V_STRING ? own.string : "[object Object]";
	}
	case BD_V_ARRAY: break;
	}
	bd_str s = bd_str_new(arena);
	for (uint32_t i = 0; i < v.length; i++) {
		if (i)
			bd_str_add_char(&s, ',');
		if (!bd_value_is_missing(v.items[i]))
			bd_str_add(&s, bd_value_to_string(arena, v.items[i]));
	}
	return bd_str_text(&s);
}

bool bd_value_to_bool(bd_value v)
{
	switch (v.kind) {
	case BD_V_UNDEFINED:
	case BD_V_NULL: return false;
	case BD_V_BOOL: return v.boolean;
	case BD_V_NUMBER: return v.number != 0 && !isnan(v.number);
	case BD_V_STRING: return v.length > 0;
	case BD_V_DATE:
	case BD_V_ARRAY:
	case BD_V_OBJECT: break;
	}
	return true;
}

bool bd_value_strict_equals(bd_value a, bd_value b)
{
	if (a.kind != b.kind)
		return false;
	switch (a.kind) {
	case BD_V_UNDEFINED:
	case BD_V_NULL: return true;
	case BD_V_BOOL: return a.boolean == b.boolean;
	case BD_V_NUMBER:
	case BD_V_DATE: return a.number == b.number;
	case BD_V_STRING: return a.length == b.length && !memcmp(a.string, b.string, a.length);
	case BD_V_ARRAY: return a.items == b.items && a.length == b.length;
	case BD_V_OBJECT: return a.members == b.members;
	}
	return false;
}

int bd_value_compare(bd_value a, bd_value b)
{
	bool no_a = bd_value_is_missing(a), no_b = bd_value_is_missing(b);
	if (no_a || no_b)
		return (int)no_b - (int)no_a; /* the missing one comes first */
	if (a.kind == BD_V_STRING && b.kind == BD_V_STRING) {
		size_t shorter = a.length < b.length ? a.length : b.length;
		int order = memcmp(a.string, b.string, shorter);
		return order ? (order > 0) - (order < 0)
			     : (a.length > b.length) - (a.length < b.length);
	}
	double x = bd_value_to_number(a), y = bd_value_to_number(b);
	if (isnan(x) || isnan(y))
		return (int)isnan(y) - (int)isnan(x);
	return (x > y) - (x < y);
}

bd_value bd_value_get(bd_value object, const char *name)
{
	if (object.kind == BD_V_OBJECT)
		for (uint32_t i = 0; i < object.length; i++)
			if (!strcmp(object.members[i].name, name))
				return object.members[i].value;
	return bd_v_undefined();
}
