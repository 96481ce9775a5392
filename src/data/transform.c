/* transform.c - which transform an entry is, its fields checked, and the list of all. */
#include "data/transform.h"
#include "data/check.h"

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

/* Names as the caller knows them, and those that earlier transforms made. */
static bool find_name(void *user, const char *name, bd_value *value)
{
	const bd_data_context *context = user;
	const bd_names *own = context->names;
	return bd_datasets_param(context->datasets, name, value) ||
	       (own && own->find && own->find(own->user, name, value));
}

static bool apply(bd_env *env, const bd_json *node, bd_table **table,
		  const bd_data_context *context)
{
	const bd_transform_type *type = type_of(node);
	if (!type) {
		bd_transform_unknown(env, node);
		return false;
	}
	bd_reader reader = {
		.arena = env->arena, .diags = env->diags, .lang = env->lang, .unknown_warns = true
	};
	int errors = env->diags->errors;
	bd_object_check(type->type, node, &reader);
	if (env->diags->errors != errors || !bd_transform_check(env, node, *table))
		return false;
	bd_data_context known = *context, *outer = BD_NEW(env->arena, bd_data_context);
	*outer = *context;
	bd_names *names = BD_NEW(env->arena, bd_names);
	*names = (bd_names){ find_name, outer, context->names ? context->names->functions : NULL };
	known.names = names;
	return type->apply(env, node, table, &known);
}

bool bd_transform_apply(bd_env *env, const bd_json *node, bd_table **table,
			const bd_data_context *context)
{
	const bd_table *before = *table;
	bool good = apply(env, node, table, context);
	if (*table == before)
		*table = bd_table_copy(before);
	bd_table_inherit(*table, before);
	if (!good)
		bd_transform_promise(node, *table);
	return good;
}

void bd_transforms_apply(bd_env *env, const bd_json *list, bd_table **table,
			 const bd_data_context *context)
{
	const bd_json *node;
	bd_each (node, list)
		bd_transform_apply(env, node, table, context);
}
