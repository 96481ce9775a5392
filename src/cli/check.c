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
	bd_cli_print_diags(run, bd_doc_diags(doc));
	fputs(bd_notes_news(&run->arena, bd_doc_diags(doc), run->ui, &run->said), stderr);
	bd_doc_free(doc);
	return status;
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
	for (size_t l = 0; l < langs.count || l == 0; l++) {
		const char *lang = langs.count ? langs.items[l] : NULL;
		if (own && !l)
			status = check_page(run, &spec, NULL, lang, &pages);
		for (size_t i = own && !l; i < pages.count; i++)
			status = bd_cli_worse(status,
					      check_page(run, &spec, pages.items[i], lang, NULL));
	}
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
	bd_exit status = BD_EXIT_DONE;
	for (size_t i = 0; i < specs.count; i++)
		status = bd_cli_worse(status, check_spec(run, specs.items[i]));
	return status;
}
