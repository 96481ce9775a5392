/* rewrite.c - helpers for normalising (rewrite.h). */
#include "chart/rewrite.h"

#include <stdarg.h>
#include <string.h>

const bd_json *bd_rewrite_without(bd_compiler *c, const bd_json *object, ...)
{
	va_list names;
	va_start(names, object);
	for (const char *name; (name = va_arg(names, const char *)) != NULL;)
		if (bd_json_get(object, name) != NULL)
			object = bd_json_with(c->arena, object, name, NULL);
	va_end(names);
	return object;
}

const bd_json *bd_rewrite_set(bd_compiler *c, const bd_json *object, const char *name,
			      const bd_json *value)
{
	if (!bd_json_is(object, BD_JSON_OBJECT))
		object = bd_json_new_object(c->arena, object ? object : value);
	return bd_json_with(c->arena, object, name, value);
}

const bd_json *bd_rewrite_string(bd_compiler *c, const bd_json *object, const char *name,
				 const char *text)
{
	return bd_rewrite_set(c, object, name, bd_json_new_string(c->arena, text, object));
}

const bd_json *bd_rewrite_number(bd_compiler *c, const bd_json *object, const char *name,
				 double number)
{
	return bd_rewrite_set(c, object, name, bd_json_new_number(c->arena, number, object));
}

const bd_json *bd_rewrite_bool(bd_compiler *c, const bd_json *object, const char *name, bool value)
{
	return bd_rewrite_set(c, object, name, bd_json_new_bool(c->arena, value, object));
}

const bd_json *bd_rewrite_array(bd_compiler *c, const bd_json_list *items, const bd_json *like)
{
	return bd_json_new_array(c->arena, items->items, items->count, like);
}

/* Our own text is small and right: its places are replaced by that of `like`. */
static const bd_json *replant(bd_compiler *c, const bd_json *node, const bd_json *like)
{
	if (node->kind == BD_JSON_STRING)
		return bd_json_new_string(c->arena, node->string, like);
	if (node->kind == BD_JSON_NUMBER)
		return bd_json_new_number(c->arena, node->number, like);
	if (node->kind == BD_JSON_BOOL)
		return bd_json_new_bool(c->arena, node->boolean, like);
	if (node->kind == BD_JSON_NULL)
		return bd_json_new_null(c->arena, like);
	if (node->kind == BD_JSON_ARRAY) {
		bd_json_list items = { 0 };
		for (size_t i = 0; i < node->count; i++)
			bd_push(c->arena, &items, replant(c, node->items[i], like));
		return bd_json_new_array(c->arena, items.items, items.count, like);
	}
	const bd_json *object = bd_json_new_object(c->arena, like);
	bd_each_member (member, node)
		object = bd_json_with(c->arena, object, member->name,
				      replant(c, member->value, like));
	return object;
}

const bd_json *bd_rewrite_parse(bd_compiler *c, const char *text, const bd_json *like)
{
	bd_source *source = BD_NEW(c->arena, bd_source);
	*source = (bd_source){ .name = "bieudo", .text = text, .length = strlen(text) };
	const bd_json *node = bd_json_parse(c->arena, source, c->env->diags);
	if (node == NULL)
		return bd_json_new_object(c->arena, like);
	return like ? replant(c, node, like) : node;
}

const bd_json *bd_rewrite_mark(bd_compiler *c, const bd_json *mark)
{
	if (!bd_json_is(mark, BD_JSON_STRING))
		return mark;
	bd_json *object = bd_json_new_object(c->arena, mark);
	return bd_json_with(c->arena, object, "type", mark);
}
