/* poster.h - a poster spec: header, blocks, footer, on one of its pages.
 *
 * The spec says what, never where. Compiling reads it by its field tables, arranges the blocks on
 * the page (columns where the page is wide), fits sizes to it, and fills a scene. */
#pragma once
#include "base/env.h"
#include "scene/scene.h"
#include "json/field.h"

/* True where a spec is meant as a poster: an object with `blocks`. */
bool bd_poster_is(const bd_json *root);

/* The poster on one page, into `out` (one scene page). `page_name`: "portrait", "1200x800",
 * "1080xauto"; NULL: the spec's first. env->lang NULL: the spec's own, else "vi". Sets env->lang,
 * env->locale and env->theme. False after complaints. */
bool bd_poster_compile(bd_env *env, const bd_json *root, const char *page_name, bd_scene *out);

/* The pages that the spec names, NULL-ended, in env->arena; without complaints. */
const char *const *bd_poster_pages(bd_env *env, const bd_json *root);

/* The field table of a poster, for the schema and the reference; blocks hang below it. */
extern const bd_object_type bd_poster_type;
/* All block types, NULL-ended. */
const bd_object_type *const *bd_block_types(void);
