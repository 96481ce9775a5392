/* render.c - `bieudo render SPEC…`: every spec, on each page and in each language that is asked
 * for, as each format. A spec with a mistake does not keep the others from being drawn. */
#include "cli/cli.h"

#include <string.h>

typedef struct job {
	bd_run_state *run;
	bd_name_list formats, langs;
	bool into_folder; /* -o names one, so files are named after specs */
	bool to_file;     /* -o names one file */
} job;

static const char *ending(const char *path)
{
	const char *dot = strrchr(path, '.');
	return dot && !strchr(dot, '/') ? dot + 1 : "";
}

static const char *const formats[] = { "png", "svg", "pdf" };

static bool is_format(const char *name)
{
	for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
		if (!strcmp(name, formats[i]))
			return true;
	return false;
}

/* As the ending of -o says; PNG where nothing is said, or a pipe or device is named. */
static void choose_format(job *j)
{
	const char *path = j->run->options.output, *end = path ? ending(path) : "";
	bool none = !*end || j->into_folder || !strcmp(path, "-");
	if (none && j->to_file && strcmp(path, "-") != 0 && !bd_cli_is_special(path)) {
		bd_diag *diag = bd_error(&j->run->diags, NULL, BD_NO_ENDING, path);
		bd_suggest(&j->run->diags, diag, BD_HINT_FOLDER_OR_FILE, path);
	}
	if (!none && !is_format(end))
		bd_unknown_name(&j->run->diags, NULL, BD_TERM_FORMAT, end, formats,
				sizeof formats / sizeof *formats, sizeof *formats);
	bd_cli_add(&j->run->arena, &j->formats, none ? "png" : end);
}

/* NAME[-PAGE][-LANG].FORMAT beside the spec or in the folder; PAGE and LANG where several are
 * possible, so that no file takes another's place. */
static const char *target(const job *j, const char *spec, const char *page, const char *lang,
			  const char *format)
{
	bd_run_state *run = j->run;
	const char *output = run->options.output;
	if (j->to_file)
		return output;
	bool stdin_spec = !strcmp(spec, "-");
	const char *folder = j->into_folder ? output : bd_cli_folder(&run->arena, spec);
	size_t length = strlen(folder);
	const char *slash = length && folder[length - 1] == '/' ? "" : "/";
	bool here = !j->into_folder && (stdin_spec || !strchr(spec, '/'));
	bool say_page = page && run->options.page, say_lang = lang && j->langs.count > 1;
	return bd_printf(&run->arena, "%s%s%s%s%s%s%s.%s", here ? "" : folder, here ? "" : slash,
			 bd_cli_stem(&run->arena, spec), say_page ? "-" : "", say_page ? page : "",
			 say_lang ? "-" : "", say_lang ? lang : "", format);
}

static bd_exit draw(const job *j, bd_doc *doc, const char *spec, const char *page, const char *lang)
{
	bd_run_state *run = j->run;
	bd_exit status = BD_EXIT_DONE;
	for (size_t i = 0; i < j->formats.count; i++) {
		bd_render_options options = { .scale = run->options.scale,
					      .flavour = run->options.flavour };
		bd_blob blob = bd_render(doc, j->formats.items[i], &options);
		if (!blob.bytes)
			return bd_cli_verdict(bd_doc_diags(doc));
		if (!bd_cli_write(run, target(j, spec, page, lang, j->formats.items[i]), blob))
			status = BD_EXIT_SYSTEM;
	}
	return status;
}

/* One page in one language; adds the pages that the spec names to `pages`, if they are asked. */
static bd_exit draw_page(const job *j, const bd_blob *spec, const char *page, const char *lang,
			 bd_name_list *pages)
{
	bd_run_state *run = j->run;
	bd_doc *doc = bd_cli_compile(run, spec, page, lang);
	const char *const *own = bd_doc_pages(doc);
	for (size_t i = 0; pages && own[i]; i++)
		bd_cli_add(&run->arena, pages, bd_strdup(&run->arena, own[i]));
	bd_exit status = draw(j, doc, spec->name, page ? page : own[0], lang);
	bd_cli_print_diags(run, bd_doc_diags(doc));
	bd_doc_free(doc);
	return status;
}

static bd_exit draw_spec(const job *j, const char *path)
{
	bd_blob spec;
	if (!bd_cli_read(j->run, path, &spec))
		return BD_EXIT_SYSTEM;
	spec.name = path;
	const char *asked = j->run->options.page;
	bool all = asked && !strcmp(asked, "all");
	bd_exit status = BD_EXIT_DONE;
	for (size_t l = 0; l < j->langs.count; l++) {
		const char *lang = j->langs.items[l];
		bd_name_list pages =
			all ? (bd_name_list){ 0 } : bd_cli_split(&j->run->arena, asked);
		if (!pages.count)
			status = bd_cli_worse(status,
					      draw_page(j, &spec, NULL, lang, all ? &pages : NULL));
		for (size_t i = all; i < pages.count; i++)
			status = bd_cli_worse(status,
					      draw_page(j, &spec, pages.items[i], lang, NULL));
	}
	return status;
}

static bool plan(job *j)
{
	bd_run_options *o = &j->run->options;
	bd_arena *arena = &j->run->arena;
	j->formats = bd_cli_split(arena, o->format);
	j->langs = bd_cli_split(arena, o->lang);
	if (!j->langs.count)
		bd_cli_add(arena, &j->langs, NULL);
	size_t length = o->output ? strlen(o->output) : 0;
	j->into_folder = length && (o->output[length - 1] == '/' || bd_cli_is_folder(o->output));
	j->to_file = length && !j->into_folder;
	if (!j->formats.count)
		choose_format(j);
	bool several = o->arguments.count > 1 || j->formats.count > 1 || j->langs.count > 1 ||
		       (o->page && (strchr(o->page, ',') || !strcmp(o->page, "all")));
	if (j->to_file && several) {
		bd_error(&j->run->diags, NULL, BD_ONE_OUTPUT, o->output);
		return false;
	}
	if (!o->arguments.count)
		bd_error(&j->run->diags, NULL, BD_NO_SPEC);
	return !j->run->diags.errors;
}

bd_exit bd_cli_render(bd_run_state *run)
{
	job j = { .run = run };
	if (!plan(&j))
		return BD_EXIT_USAGE;
	if (!bd_cli_ctx(run))
		return BD_EXIT_SYSTEM;
	if (j.into_folder && !bd_cli_make_folder(run, run->options.output))
		return BD_EXIT_SYSTEM;
	bd_exit status = BD_EXIT_DONE;
	for (size_t i = 0; i < run->options.arguments.count; i++)
		status = bd_cli_worse(status, draw_spec(&j, run->options.arguments.items[i]));
	return status;
}
