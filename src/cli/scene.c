/* scene.c - `bieudo scene SPEC`: the scene as text (what the golden tests hold), or with --flat a
 * chart's items as JSON (what comparisons with Vega read). */
#include "cli/cli.h"

bd_exit bd_cli_scene(bd_run_state *run)
{
	bd_name_list specs = run->options.arguments;
	if (specs.count != 1) {
		bd_error(&run->diags, NULL, specs.count ? BD_ONE_SPEC : BD_NO_SPEC);
		return BD_EXIT_USAGE;
	}
	bd_blob spec;
	if (!bd_cli_read(run, specs.items[0], &spec) || !bd_cli_ctx(run))
		return BD_EXIT_SYSTEM;
	spec.name = specs.items[0];
	bd_doc *doc = bd_cli_compile(run, &spec, run->options.page, run->options.lang);
	bd_blob blob =
		bd_render(doc, run->options.flat ? "flat" : "scene", &(bd_render_options){ 0 });
	bd_exit status = BD_EXIT_DONE;
	bd_cli_print_diags(run, bd_doc_diags(doc));
	if (!blob.bytes)
		status = bd_cli_verdict(bd_doc_diags(doc));
	else if (!bd_cli_write(run, run->options.output ? run->options.output : "-", blob))
		status = BD_EXIT_SYSTEM;
	bd_doc_free(doc);
	return status;
}
