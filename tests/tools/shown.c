/* shown.c - which words of the chart language the specs show, and which none does.
 *
 *	shown SHARE EXCUSED SPEC…
 *
 * Every word comes from the program's own tables: the members and choices of the vocabulary
 * (chart/vocabulary/), transforms, aggregates, scale types, symbols, schemes, functions. A spec
 * shows a member where it says it; a scale type, a stacking or a symbol also where it only comes
 * about, so those are taken from the compiled chart. TAP: a line for each set of words, with the
 * counts below it; a set fails for each word that no spec shows, unless the file EXCUSED says why
 * none can ("SET: WORDS: reason" a line; "*" for all of a set), and for each word that is excused
 * and shown all the same. */
#include "bieudo.h"

#include "base/array.h"
#include "chart/config.h"
#include "chart/encode/encode.h"
#include "chart/encode/params.h"
#include "chart/encode/views.h"
#include "chart/normalise/normalise.h"
#include "chart/scales/scales.h"
#include "chart/vocabulary/types.h"
#include "compile.h"
#include "data/fields.h"
#include "data/window.h"
#include "expr/functions.h"
#include "scene/items.h"
#include <ctype.h>
#include <stdio.h>
#include <string.h>

typedef struct word {
	const char *text;
	size_t specs;       /* that show it */
	const char *excuse; /* NULL: it is to be shown */
	size_t last;        /* the spec that was counted last, from 1 */
} word;
typedef struct set {
	const char *name;
	const char *reason; /* why not all of its words need a picture; NULL: they do */
	BD_LIST(word) words;
} set;

static bd_arena arena;
static BD_LIST(set *) sets;
static BD_LIST(const void *) reached;
static size_t spec_number;

/* --- sets of words --- */

static set *set_named(const char *name)
{
	for (size_t i = 0; i < sets.count; i++)
		if (!strcmp(sets.items[i]->name, name))
			return sets.items[i];
	set *made = BD_NEW(&arena, set);
	made->name = name;
	bd_push(&arena, &sets, made);
	return made;
}

static word *find(set *in, const char *text)
{
	for (size_t i = 0; i < in->words.count; i++)
		if (!strcmp(in->words.items[i].text, text))
			return &in->words.items[i];
	return NULL;
}

static void add(const char *name, const char *text)
{
	set *to = set_named(name);
	word fresh = { .text = text };
	if (!find(to, text))
		bd_push(&arena, &to->words, fresh);
}

/* What is no word of the set is passed over. */
static void count(const char *name, const char *text)
{
	word *met = find(set_named(name), text);
	if (met && met->last != spec_number) {
		met->last = spec_number;
		met->specs++;
	}
}

/* --- what the tables hold --- */

/* The set of a table: that of its type's name, config and guide in one. */
static const char *name_of(const void *table)
{
	static const struct {
		const char *name;
		const bd_type *type;
	} types[] = {
#define TYPE(name_) { #name_, &bd_vl_##name_ },
#include "chart/vocabulary/types.def"
#undef TYPE
	};
	const char *name = NULL;
	for (size_t i = 0; i < sizeof types / sizeof *types && !name; i++)
		if (types[i].type == table || types[i].type->object == table)
			name = types[i].name;
	for (const bd_transform_type *const *t = bd_transform_types; *t && !name; t++)
		if ((*t)->type == table)
			name = bd_printf(&arena, "%s transform", (*t)->name);
	return name;
}

/* The sets that a transform's own words stand in have no name of theirs in the vocabulary. */
static const char *set_of_choices(const bd_type *type)
{
	const char *name = name_of(type);
	if (type == &bd_type_aggregate_op || (name && !strcmp(name, "aggregate_word_word")))
		return "aggregate";
	if (!name)
		return bd_printf(&arena, "%s …", type->choices[0].name);
	size_t length = strlen(name);
	bool is_word = length > 5 && !strcmp(name + length - 5, "_word");
	return is_word ? bd_printf(&arena, "%.*s", (int)length - 5, name) : name;
}

static const char *set_of_members(const bd_object_type *object)
{
	const char *name = name_of(object);
	if (!name)
		name = object->name;
	size_t length = strlen(name);
	bool is_config = length > 7 && !strcmp(name + length - 7, "_config") &&
			 strcmp(name, "view_config") && strcmp(name, "scale_config") &&
			 strcmp(name, "range_config") && strcmp(name, "composition_config");
	return bd_printf(&arena, "%.*s members", (int)(is_config ? length - 7 : length), name);
}

/* Members that the tables let through, and that others read. */
static const bd_type *meant(const bd_type *type)
{
	return type == &bd_type_predicate   ? &bd_vl_predicate
	       : type == &bd_type_bin       ? &bd_vl_bin
	       : type == &bd_type_time_unit ? &bd_vl_time_unit
					    : type;
}

static void reach(const bd_type *type);

static void reach_object(const bd_object_type *object)
{
	for (size_t i = 0; i < reached.count; i++)
		if (reached.items[i] == object)
			return;
	bd_push(&arena, &reached, (const void *)object);
	const char *name = set_of_members(object);
	for (const bd_field *f = object->fields; f->name; f++) {
		add(name, f->name);
		reach(f->type);
	}
}

static void reach(const bd_type *type)
{
	type = meant(type);
	for (size_t i = 0; i < reached.count; i++)
		if (reached.items[i] == type)
			return;
	bd_push(&arena, &reached, (const void *)type);
	for (const bd_choice *c = type->choices; c && c->name; c++)
		add(set_of_choices(type), c->name);
	for (const bd_type *const *t = type->any_of; t && *t; t++)
		reach(*t);
	if (type->item)
		reach(type->item);
	if (type->object)
		reach_object(type->object);
}

static void gather_words(void)
{
	reach(&bd_vl_view);
	for (const bd_transform_type *const *t = bd_transform_types; *t; t++) {
		add("transform", (*t)->name);
		reach_object((*t)->type);
	}
	for (size_t k = BD_WINDOW_ROW_NUMBER; k < BD_WINDOW_OPS; k++)
		add("window operation", bd_window_op_names[k]);
	for (int u = 0; u < BD_UNIT_COUNT; u++)
		add("time unit", bd_time_unit_names[u]);
	add("time unit", "utc");
	add("time unit", "binned");
#define SCALE(id, name, family, doc) add("scale type in use", name);
#include "scale/scales.def"
#undef SCALE
	for (size_t i = 0; bd_symbol_name(i); i++)
		add("symbol", bd_symbol_name(i));
	add("symbol", "an SVG path");
	for (const char *const *name = bd_scheme_names(); *name; name++)
		add("scheme", *name);
	for (size_t g = 0; bd_expr_functions(g); g++)
		for (const bd_function *f = bd_expr_functions(g); f->name; f++)
			add("function", f->name);
}

/* --- what a spec says --- */

static void walk(const bd_type *type, const bd_json *node);

static size_t known(const bd_type *type, const bd_json *node)
{
	/* composite marks are named as their tables are */
	size_t names = type->object &&
		       bd_json_equals_string(bd_json_get(node, "type"), type->object->name);
	for (const bd_field *f = type->object ? type->object->fields : NULL; f && f->name; f++)
		names += bd_json_get(node, f->name) != NULL;
	return names;
}

static bool is_choice(const bd_type *type, const char *text)
{
	for (const bd_choice *c = type->choices; c && c->name; c++)
		if (!strcmp(c->name, text))
			return true;
	return false;
}

/* Of several types the one that the node is written as. */
static const bd_type *alternative(const bd_type *type, const bd_json *node)
{
	const bd_type *best = NULL;
	for (const bd_type *const *t = type->any_of; *t; t++) {
		bool fits = (*t)->any_of ? alternative(*t, node) != NULL
			    : (*t)->kind == BD_T_CHOICE
				    ? node->kind == BD_JSON_STRING && is_choice(*t, node->string)
			    : (*t)->kind == BD_T_ARRAY               ? node->kind == BD_JSON_ARRAY
			    : (*t)->object || (*t)->kind == BD_T_MAP ? node->kind == BD_JSON_OBJECT
								     : false;
		if (fits && (!best || known(*t, node) > known(best, node)))
			best = *t;
	}
	return best;
}

static void walk_transforms(const bd_json *list)
{
	const bd_json *item, *field;
	bd_each (item, list)
		for (const bd_transform_type *const *t = bd_transform_types; *t; t++)
			if (bd_json_get(item, (*t)->name)) {
				bd_type type = { .kind = BD_T_OBJECT, .object = (*t)->type };
				count("transform", (*t)->name);
				walk(&type, item);
				bd_each (field, bd_json_get(item, "window"))
					count("window operation",
					      bd_json_string(bd_json_get(field, "op"), ""));
				break;
			}
}

static void count_unit(const char *name)
{
	bd_time_unit_params params;
	if (!bd_time_unit_parse(name, &params))
		return;
	for (int u = 0; u < BD_UNIT_COUNT; u++)
		if (params.units & BD_UNIT_BIT(u))
			count("time unit", bd_time_unit_names[u]);
	if (params.utc)
		count("time unit", "utc");
	if (params.binned)
		count("time unit", "binned");
}

static void walk_object(const bd_object_type *object, const bd_json *node)
{
	const char *name = set_of_members(object);
	bd_each_member (member, node)
		for (const bd_field *f = object->fields; f->name; f++)
			if (!strcmp(f->name, member->name)) {
				count(name, f->name);
				walk(f->type, member->value);
				if (f->type == &bd_vl_any_list && !strcmp(f->name, "transform"))
					walk_transforms(member->value);
			}
}

static void walk(const bd_type *type, const bd_json *node)
{
	const bd_json *item;
	type = meant(type);
	if (type == &bd_vl_time_unit && node->kind == BD_JSON_STRING)
		count_unit(node->string);
	if (type == &bd_vl_time_unit)
		count_unit(bd_json_string(bd_json_get(node, "unit"), ""));
	if (type->any_of && (type = alternative(type, node)))
		walk(type, node);
	else if (!type || node->kind == BD_JSON_NULL)
		return;
	else if (type->kind == BD_T_CHOICE && node->kind == BD_JSON_STRING)
		count(set_of_choices(type), node->string);
	else if (type->kind == BD_T_ARRAY && node->kind != BD_JSON_ARRAY)
		walk(type->item, node);
	else if (type->kind == BD_T_ARRAY)
		bd_each (item, node)
			walk(type->item, item);
	else if (type->kind == BD_T_MAP)
		bd_each_member (member, node)
			walk(type->item, member->value);
	else if (type->object)
		walk_object(type->object, node);
}

/* --- strings, wherever they stand: expressions, schemes, symbols --- */

static void count_functions(const char *text)
{
	for (const char *at = text; *at; at++) {
		size_t length = 0;
		while (isalnum((unsigned char)at[length]) || at[length] == '_')
			length++;
		if (length && at[length] == '(')
			count("function", bd_strndup(&arena, at, length));
		at += length ? length - 1 : 0;
	}
}

static void each_string(const bd_json *node)
{
	const bd_json *item;
	if (node->kind == BD_JSON_STRING) {
		count_functions(node->string);
		count("scheme", node->string);
	}
	bd_each (item, node)
		each_string(item);
	bd_each_member (member, node)
		if (strcmp(member->name, "values") && strcmp(member->name, "title"))
			each_string(member->value);
}

/* --- what comes about --- */

static void count_view(const bd_view *view)
{
	static const char *const types[] = {
#define SCALE(id, name, family, doc) [BD_SCALE_##id] = name,
#include "scale/scales.def"
#undef SCALE
	};
	for (size_t i = 0; i < CH_COUNT; i++)
		if (view->owned[i])
			count("scale type in use", types[view->owned[i]->type]);
	if (view->kind == BD_VIEW_UNIT && view->stack.on)
		count("stack", view->stack.offset);
	for (size_t i = 0; i < view->child_count; i++)
		count_view(view->children[i]);
}

/* The stages of chart.c up to its scales. */
static void count_views(bd_env *env, const bd_json *spec)
{
	bd_compiler c = { .env = env, .arena = &arena };
	c.config = bd_config_merge(env, NULL, bd_json_get(spec, "config"));
	c.locale = bd_locale_find("vi");
	c.datasets = bd_datasets_new(&arena, bd_json_get(spec, "datasets"));
	bd_params_gather(&c, spec);
	const bd_normaliser normaliser = { &arena, env->diags, c.config, bd_stack_find, &c };
	bd_view *root = bd_views_build(&c, NULL, bd_normalise(&normaliser, spec));
	if (!root)
		return;
	bd_views_load(root);
	bd_scales_gather(root);
	count_view(root);
}

static void count_symbols(const char *flat)
{
	static const char key[] = "\"shape\":\"";
	for (const char *at = strstr(flat, key); at; at = strstr(at, key)) {
		at += sizeof key - 1;
		const char *name = bd_strndup(&arena, at, strcspn(at, "\""));
		bool is_name = find(set_named("symbol"), name) != NULL;
		count("symbol", is_name ? name : "an SVG path");
	}
}

/* --- specs --- */

/* A chart, or the charts of a poster. */
static void walk_spec(const bd_json *node)
{
	const bd_json *item;
	bool is_chart = bd_chart_is_spec(node);
	if (is_chart)
		walk(&bd_vl_view, node);
	bd_each (item, node)
		walk_spec(item);
	bd_each_member (member, node)
		if (!is_chart)
			walk_spec(member->value);
}

static void count_spec(bd_ctx *ctx, const char *path)
{
	bd_blob text;
	if (bd_read_file(&arena, path, BD_MAX_SPEC_BYTES, &text) != BD_LOADED)
		return;
	spec_number++;
	const char *slash = strrchr(path, '/');
	const char *folder = slash ? bd_strndup(&arena, path, (size_t)(slash - path)) : ".";
	const char *const folders[] = { folder, NULL };
	bd_options options = { .folders = folders };
	bd_doc *doc = bd_compile(ctx, path, text.bytes, text.length, &options);
	bd_source source = { .name = path, .text = text.bytes, .length = text.length };
	bd_diags diags = { .arena = &arena, .last = &diags.first };
	const bd_json *spec = bd_json_parse(&arena, &source, &diags);
	walk_spec(spec);
	each_string(spec);
	if (bd_chart_is_spec(spec)) {
		bd_env env = { .arena = &arena,
			       .scratch = &arena,
			       .diags = &diags,
			       .lang = "vi",
			       .loader = bd_loader_new(&arena, folders) };
		count_views(&env, spec);
		bd_blob flat = bd_render(doc, "flat", &(bd_render_options){ 0 });
		count_symbols(flat.bytes ? flat.bytes : "");
	}
	bd_doc_free(doc);
}

/* --- what is said of it --- */

static void read_excuses(const char *path)
{
	bd_blob text;
	if (bd_read_file(&arena, path, BD_MAX_SPEC_BYTES, &text) != BD_LOADED)
		return;
	char *rest = bd_strdup(&arena, text.bytes), *line;
	while ((line = strsep(&rest, "\n"))) {
		char *name = strsep(&line, ":"), *text_of = line ? strsep(&line, ":") : NULL;
		if (!line || name[0] == '#')
			continue;
		for (char *w; (w = strsep(&text_of, " "));) {
			word *excused = *w ? find(set_named(name), w) : NULL;
			if (!strcmp(w, "*"))
				set_named(name)->reason = line;
			else if (excused)
				excused->excuse = line;
			else if (*w)
				printf("not ok - %s: %s has no word \"%s\"\n", path, name, w);
		}
	}
}

static void report(const set *s)
{
	bd_str counts = bd_str_new(&arena), missing = bd_str_new(&arena), idle = bd_str_new(&arena);
	size_t shown = 0;
	for (size_t i = 0; i < s->words.count; i++) {
		const word *w = &s->words.items[i];
		shown += w->specs > 0;
		bd_str_printf(&counts, " %s %zu%s", w->text, w->specs, w->excuse ? "*" : "");
		if (!w->specs && !w->excuse && !s->reason)
			bd_str_printf(&missing, " %s", w->text);
		if (w->specs && w->excuse)
			bd_str_printf(&idle, " %s", w->text);
	}
	bool good = !missing.length && !idle.length;
	printf("%s - %s: %zu of %zu shown\n", good ? "ok" : "not ok", s->name, shown,
	       s->words.count);
	if (missing.length)
		printf("#   no spec shows:%s\n", bd_str_text(&missing));
	if (idle.length)
		printf("#   shown, and excused:%s\n", bd_str_text(&idle));
	printf("#  %s\n", bd_str_text(&counts));
}

int main(int argc, char **argv)
{
	if (argc < 4)
		return 2;
	bd_ctx *ctx = bd_ctx_new(&(bd_ctx_options){ .share = argv[1] });
	gather_words();
	read_excuses(argv[2]);
	for (int i = 3; ctx && i < argc; i++)
		count_spec(ctx, argv[i]);
	for (size_t i = 0; i < sets.count; i++)
		report(sets.items[i]);
	bd_ctx_free(ctx);
	bd_arena_free(&arena);
	return 0;
}
