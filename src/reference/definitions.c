/* definitions.c - which object types there are, and what to call them. */
#include "base/str.h"
#include "reference/reference.h"
#include <string.h>

static void collect(bd_arena *arena, bd_definitions *all, const bd_object_type *type,
		    const bd_object_type *parent, const char *tag);

const bd_definition *bd_reference_find(const bd_definitions *all, const bd_object_type *type)
{
	for (size_t i = 0; i < all->count; i++)
		if (all->items[i].type == type)
			return &all->items[i];
	return NULL;
}

static bool is_taken(const bd_definitions *all, const char *name)
{
	for (size_t i = 0; i < all->count; i++)
		if (!strcmp(all->items[i].name, name))
			return true;
	return false;
}

/* Two blocks may both call what they hold "item"; the second is then "list-item". */
static const char *free_name(bd_arena *arena, const bd_definitions *all, const bd_object_type *type,
			     const bd_object_type *parent)
{
	const char *name = type->name;
	if (is_taken(all, name) && parent)
		name = bd_printf(arena, "%s-%s", parent->name, type->name);
	for (int n = 2; is_taken(all, name); n++)
		name = bd_printf(arena, "%s-%d", type->name, n);
	return name;
}

static void collect_type(bd_arena *arena, bd_definitions *all, const bd_type *type,
			 const bd_object_type *parent)
{
	switch (type->kind) {
	case BD_T_OBJECT: collect(arena, all, type->object, parent, NULL); break;
	case BD_T_ARRAY:
	case BD_T_MAP: collect_type(arena, all, type->item, parent); break;
	case BD_T_ANY:
	case BD_T_CUSTOM:
		if (type->object)
			collect(arena, all, type->object, parent, NULL);
		if (type->item)
			collect_type(arena, all, type->item, parent);
		break;
	case BD_T_UNION:
		for (const bd_type *const *t = type->any_of; *t; t++)
			collect_type(arena, all, *t, parent);
		break;
	case BD_T_VARIANT:
		for (const bd_object_type *const *t = type->variants(); *t; t++)
			collect(arena, all, *t, parent, type->tag);
		break;
	default: break;
	}
}

static void collect(bd_arena *arena, bd_definitions *all, const bd_object_type *type,
		    const bd_object_type *parent, const char *tag)
{
	if (bd_reference_find(all, type))
		return;
	bd_definition definition = { type, free_name(arena, all, type, parent), tag };
	bd_push(arena, all, definition);
	for (const bd_field *f = type->fields; f && f->name; f++)
		collect_type(arena, all, f->type, type);
}

bd_definitions bd_reference_definitions(bd_arena *arena, const bd_object_type *root)
{
	bd_definitions all = { 0 };
	collect(arena, &all, root, NULL, NULL);
	return all;
}
