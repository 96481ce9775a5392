/* poster.c - a poster spec becomes a scene (poster.h). */
#include "blocks/poster.h"

bool bd_poster_is(const bd_json *root)
{
	return bd_json_get(root, "blocks") != NULL;
}

const char *const *bd_poster_pages(bd_env *env, const bd_json *root)
{
	const bd_json *pages = bd_json_get(root, "pages");
	size_t count = bd_json_is(pages, BD_JSON_ARRAY) ? pages->count : 0;
	const char **names = BD_ARRAY(env->arena, count + 2, const char *);
	size_t n = 0;
	for (size_t i = 0; i < count; i++)
		if (bd_json_is(pages->items[i], BD_JSON_STRING))
			names[n++] = pages->items[i]->string;
	if (bd_json_is(pages, BD_JSON_STRING))
		names[n++] = pages->string;
	if (!n)
		names[n++] = "portrait";
	return names;
}

const bd_object_type *const *bd_block_types(void)
{
	static const bd_object_type *const none[] = { NULL };
	return none;
}

static const bd_field fields[] = { BD_FIELDS_END };
const bd_object_type bd_poster_type = { "poster", "A poster.", 0, fields, .open = true };

bool bd_poster_compile(bd_env *env, const bd_json *root, const char *page_name, bd_scene *out)
{
	(void)root, (void)page_name, (void)env;
	out->page_count = 0;
	return true;
}
