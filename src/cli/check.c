/* check.c - `bieudo check SPEC…`: every mistake of every spec, on each page that it names. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

static bd_exit check_page(bd_run_state *run, const bd_blob *spec, const char *page,
			  const char *lang, bd_name_list *pages)
{
	bd_doc *doc = bd_cli_compile(run, spec, page, lang);
	const char *const *own = bd_doc_pages(doc);
	for (size_t i = 0; pages && own[i]; i++)
		bd_cli_add(&run->arena, pages, bd_strdup(&run->arena, own[i]));
	bd_exit status = bd_cli_verdict(bd_doc_diags(doc));
	size_t said = run->said.count;
	bd_cli_print_diags(run, bd_doc_diags(doc));
	run->warnings += run->said.count - said;
	fputs(bd_notes_news(&run->arena, bd_doc_diags(doc), run->ui, &run->said), stderr);
	bd_doc_free(doc);
	return status;
}

/* What is said of a spec without a mistake: on standard output, so that silence is not all that
 * people see, and programs have one line for each spec. */
static void say_good(bd_run_state *run, const char *path, const bd_name_list *pages,
		     size_t warnings)
{
	bd_str said = bd_str_new(&run->arena);
	bd_str_printf(&said, "%s: %s", path, bd_cli_say(run, "no mistakes", "không có lỗi"));
	if (warnings)
		bd_str_printf(&said, ", %zu %s", warnings,
			      bd_cli_say(run, warnings == 1 ? "warning" : "warnings", "cảnh báo"));
	for (size_t i = 0; i < pages->count; i++)
		bd_str_printf(&said, "%s%s", i ? ", " : " (", pages->items[i]);
	printf("%s%s\n", bd_str_text(&said), pages->count ? ")" : "");
}

static bd_exit check_spec(bd_run_state *run, const char *path)
{
	bd_blob spec;
	if (!bd_cli_read(run, path, &spec))
		return BD_EXIT_SYSTEM;
	spec.name = path;
	const char *asked = run->options.page;
	bool own = !asked || !strcmp(asked, "all");
	bd_name_list pages = own ? (bd_name_list){ 0 } : bd_cli_split(&run->arena, asked);
	bd_name_list langs = bd_cli_split(&run->arena, run->options.lang);
	bd_exit status = BD_EXIT_DONE;
	run->warnings = 0;
	for (size_t l = 0; l < langs.count || l == 0; l++) {
		const char *lang = langs.count ? langs.items[l] : NULL;
		if (own && !l)
			status = check_page(run, &spec, NULL, lang, &pages);
		for (size_t i = own && !l; i < pages.count; i++)
			status = bd_cli_worse(status,
					      check_page(run, &spec, pages.items[i], lang, NULL));
	}
	if (status == BD_EXIT_DONE)
		say_good(run, path, &pages, run->warnings);
	return status;
}

bd_exit bd_cli_check(bd_run_state *run)
{
	bd_name_list specs = run->options.arguments;
	if (!specs.count) {
		bd_error(&run->diags, NULL, BD_NO_SPEC);
		return BD_EXIT_USAGE;
	}
	if (!bd_cli_ctx(run))
		return BD_EXIT_SYSTEM;
	run->options.languages = !run->options.lang;
	bd_exit status = BD_EXIT_DONE;
	for (size_t i = 0; i < specs.count; i++)
		status = bd_cli_worse(status, check_spec(run, specs.items[i]));
	return status;
}
