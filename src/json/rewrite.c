#include "json/rewrite.h"

#include <stdarg.h>

const bd_json *bd_rewrite_without(bd_arena *arena, const bd_json *object, ...)
{
	va_list names;
	va_start(names, object);
	for (const char *name; (name = va_arg(names, const char *)) != NULL;)
		if (bd_json_get(object, name) != NULL)
			object = bd_json_with(arena, object, name, NULL);
	va_end(names);
	return object;
}

const bd_json *bd_rewrite_set(bd_arena *arena, const bd_json *object, const char *name,
			      const bd_json *value)
{
	if (!bd_json_is(object, BD_JSON_OBJECT))
		object = bd_json_new_object(arena, object ? object : value);
	return bd_json_with(arena, object, name, value);
}

const bd_json *bd_rewrite_string(bd_arena *arena, const bd_json *object, const char *name,
				 const char *text)
{
	return bd_rewrite_set(arena, object, name, bd_json_new_string(arena, text, object));
}

const bd_json *bd_rewrite_number(bd_arena *arena, const bd_json *object, const char *name,
				 double number)
{
	return bd_rewrite_set(arena, object, name, bd_json_new_number(arena, number, object));
}

const bd_json *bd_rewrite_bool(bd_arena *arena, const bd_json *object, const char *name, bool value)
{
	return bd_rewrite_set(arena, object, name, bd_json_new_bool(arena, value, object));
}

const bd_json *bd_rewrite_array(bd_arena *arena, const bd_json_list *items, const bd_json *like)
{
	return bd_json_new_array(arena, items->items, items->count, like);
}
