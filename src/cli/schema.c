/* schema.c - `bieudo schema`: the JSON Schema of poster specs. */
#include "cli/cli.h"

#include <string.h>

bd_exit bd_cli_schema(bd_run_state *run)
{
	const char *text = bd_schema(&run->arena);
	bd_blob blob = { .name = "schema", .bytes = text, .length = strlen(text) };
	const char *output = run->options.output ? run->options.output : "-";
	return bd_cli_write(run, output, blob) ? BD_EXIT_DONE : BD_EXIT_SYSTEM;
}
