/* transform.c - which transform an entry is, its fields checked, and the list of all. */
#include "data/transform.h"

#define TRANSFORM(name) extern const bd_transform_type bd_transform_##name;
#include "data/transforms.def"
#undef TRANSFORM

const bd_transform_type *const bd_transform_types[] = {
#define TRANSFORM(name) &bd_transform_##name,
#include "data/transforms.def"
#undef TRANSFORM
	NULL
};

static const bd_transform_type *type_of(const bd_json *node)
{
	for (const bd_transform_type *const *t = bd_transform_types; *t; t++)
		if (bd_json_get(node, (*t)->name))
			return *t;
	return NULL;
}

bool bd_transform_apply(bd_env *env, const bd_json *node, bd_table **table,
			const bd_data_context *context)
{
	const bd_transform_type *type = type_of(node);
	if (!type) {
		bd_error(env->diags, node ? &node->place : NULL, BD_UNKNOWN_TRANSFORM);
		return false;
	}
	bd_reader reader = {
		.arena = env->arena, .diags = env->diags, .lang = env->lang, .unknown_warns = true
	};
	int errors = env->diags->errors;
	bd_object_check(type->type, node, &reader);
	return env->diags->errors == errors && type->apply(env, node, table, context);
}

void bd_transforms_apply(bd_env *env, const bd_json *list, bd_table **table,
			 const bd_data_context *context)
{
	const bd_json *node;
	bd_each (node, list)
		bd_transform_apply(env, node, table, context);
}
