/* compile.c - the pipeline, from a spec's text to the bytes of a picture (bieudo.h). It reads as a
 * table of contents; each step's code stands in the folder that it is taken from. */
#include "bieudo.h"

#include "blocks/languages.h"
#include "blocks/poster.h"
#include "chart/chart.h"
#include "compile.h"
#include "locale/locale.h"
#include "render/backend.h"
#include "render/store.h"
#include "text/memo.h"
#include "theme/theme.h"
#include "json/field.h"
#include <math.h>
#include <string.h>

bd_ctx *bd_ctx_new(const bd_ctx_options *options)
{
	bd_arena arena = { 0 };
	bd_ctx *ctx = BD_NEW(&arena, bd_ctx);
	ctx->share = bd_strdup(&arena, options->share);
	ctx->fonts =
		bd_fonts_new(bd_printf(&arena, "%s/fonts", options->share), options->font_folders);
	ctx->store = bd_render_store_new();
	ctx->arena = arena;
	if (ctx->fonts)
		return ctx;
	bd_render_store_free(ctx->store);
	bd_arena_free(&arena);
	return NULL;
}

void bd_ctx_free(bd_ctx *ctx)
{
	if (!ctx)
		return;
	bd_render_store_free(ctx->store);
	bd_fonts_free(ctx->fonts);
	bd_arena arena = ctx->arena; /* which ctx lives in */
	bd_arena_free(&arena);
}

/* What a chart on its own is written in: that of its numbers, so that it is shaped and read aloud
 * as such. */
static const char *language_of(const bd_json *root)
{
	const bd_json *config = bd_json_get(root, "config");
	const char *name = bd_json_string(bd_json_get(config, "locale"), NULL);
	const bd_locale *locale = name ? bd_locale_find(name) : NULL;
	return locale ? locale->lang : "en";
}

/* A chart on its own: one page, as large as the chart. */
static void compile_chart(bd_doc *doc, const bd_json *root)
{
	bd_env *env = &doc->env;
	if (!env->lang)
		env->lang = language_of(root);
	env->place = &root->place;
	bd_chart *chart = bd_chart_compile(env, root, &(bd_chart_options){ 0 });
	bd_chart_size size = bd_chart_measure(chart);
	bd_scene_page *page = BD_NEW(env->arena, bd_scene_page);
	*page = (bd_scene_page){ .geometry = { .width = ceil(size.width),
					       .height = ceil(size.height),
					       .unit = 0.75 },
				 .background = bd_chart_background(chart),
				 .root = bd_group_new(env->arena) };
	page->root->group.role = BD_ROLE_DOCUMENT;
	bd_chart_draw(env, chart, page->root, 0, 0);
	doc->chart = chart;
	doc->scene = (bd_scene){ .arena = env->arena,
				 .lang = env->lang,
				 .title = bd_chart_title(chart),
				 .description = bd_chart_description(chart),
				 .date = env->now,
				 .pages = page,
				 .page_count = 1 };
}

static void compile_poster(bd_doc *doc, const bd_json *root, const char *page)
{
	bd_env *env = &doc->env;
	doc->pages = bd_poster_pages(env, root);
	doc->scene.arena = env->arena;
	doc->scene.date = env->now;
	env->place = &root->place;
	bd_poster_compile(env, root, page, &doc->scene);
}

/* --theme: instead of the spec's own. */
static bool choose_theme(bd_doc *doc, const char *name)
{
	size_t count;
	const bd_theme *const *themes = bd_theme_list(&count);
	doc->env.theme = name ? bd_theme_find(name) : NULL;
	if (!name || doc->env.theme)
		return true;
	const char **names = BD_ARRAY(&doc->arena, count, const char *);
	for (size_t i = 0; i < count; i++)
		names[i] = themes[i]->name;
	bd_unknown_name(&doc->diags, NULL, BD_TERM_THEME, name, names, count, sizeof *names);
	return false;
}

static void compile(bd_doc *doc, const bd_options *options)
{
	if (bd_wrong_file(&doc->diags, doc->source.name, doc->source.text, doc->source.length))
		return;
	const bd_json *root = bd_json_parse(&doc->arena, &doc->source, &doc->diags);
	if (!root || !choose_theme(doc, options->theme))
		return;
	if (bd_poster_is(root))
		compile_poster(doc, root, options->page);
	else if (bd_chart_is_spec(root))
		compile_chart(doc, root);
	else
		bd_complain_no_picture(root, &doc->diags);
	if (options->languages && bd_poster_is(root))
		bd_languages_check(&doc->env, root);
	/* only now: a warning is an error as much as any, and may be the only one */
	if (doc->env.strict)
		doc->diags.errors += doc->diags.warnings;
}

/* The text stays as long as the diagnostics that quote it. */
static bd_source copy_source(bd_arena *arena, const char *name, const char *text, size_t length)
{
	return (bd_source){ .name = bd_strdup(arena, name),
			    .text = bd_strndup(arena, text, length),
			    .length = length };
}

bd_doc *bd_compile(bd_ctx *ctx, const char *name, const char *text, size_t length,
		   const bd_options *options)
{
	static const char *const none[] = { NULL };
	bd_arena arena = { 0 };
	bd_doc *doc = BD_NEW(&arena, bd_doc);
	doc->arena = arena; /* from here on, that one grows */
	doc->ctx = ctx;
	doc->diags.arena = &doc->arena;
	doc->pages = none;
	doc->source = copy_source(&doc->arena, name, text, length);
	bd_arena scratch = { 0 };
	doc->env = (bd_env){ .arena = &doc->arena,
			     .scratch = &scratch,
			     .diags = &doc->diags,
			     .loader = bd_loader_new(&doc->arena,
						     options->folders ? options->folders : none),
			     .origins = bd_origins_new(&doc->arena),
			     .fonts = ctx->fonts,
			     .texts = bd_text_memo_new(&doc->arena),
			     .lang = options->lang,
			     .share = ctx->share,
			     .now = options->date,
			     .strict = options->strict };
	compile(doc, options);
	doc->env.scratch = NULL;
	doc->env.texts = NULL; /* they point into scratch */
	bd_arena_free(&scratch);
	return doc;
}

void bd_doc_free(bd_doc *doc)
{
	if (!doc)
		return;
	bd_arena arena = doc->arena; /* which doc lives in */
	bd_arena_free(&arena);
}

const bd_diags *bd_doc_diags(const bd_doc *doc)
{
	return &doc->diags;
}

const char *const *bd_doc_pages(const bd_doc *doc)
{
	return doc->pages;
}

const char *const *bd_doc_dependencies(const bd_doc *doc)
{
	return bd_loader_dependencies(doc->env.loader);
}

static bd_blob render_flat(bd_doc *doc)
{
	if (!doc->chart) {
		bd_error(&doc->diags, NULL, BD_FLAT_NEEDS_CHART);
		return (bd_blob){ 0 };
	}
	doc->env.scratch = &doc->arena;
	const char *text = bd_chart_flat(&doc->env, doc->chart, doc->source.name);
	return (bd_blob){ .name = "flat", .bytes = text, .length = strlen(text) };
}

bd_blob bd_render(bd_doc *doc, const char *format, const bd_render_options *options)
{
	if (doc->diags.errors)
		return (bd_blob){ 0 };
	if (!strcmp(format, "flat"))
		return render_flat(doc);
	const bd_backend *backend = bd_backend_find(format);
	if (!backend) {
		bd_error(&doc->diags, NULL, BD_UNKNOWN_NAME, BD_TERM_FORMAT, format);
		return (bd_blob){ 0 };
	}
	/* a chart is small on the screen, and its PNG is looked at on dense ones */
	double scale = options->scale > 0 ? options->scale : doc->chart ? 2 : 1;
	bd_backend_options how = { .scale = scale,
				   .flavour = options->flavour,
				   .store = doc->ctx->store };
	return bd_backend_render(backend, &doc->scene, &how, &doc->arena, &doc->diags);
}
