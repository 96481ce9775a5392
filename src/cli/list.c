/* list.c - `bieudo list WHAT`: the names that specs may use. */
#include "cli/cli.h"

#include <stdio.h>
#include <string.h>

static const struct {
	const char *name;
} kinds[] = { { "blocks" }, { "marks" },  { "pages" },  { "icons" },
	      { "fonts" },  { "themes" }, { "formats" } };
enum { KIND_COUNT = sizeof kinds / sizeof *kinds };

bd_exit bd_cli_list(bd_run_state *run)
{
	bd_name_list what = run->options.arguments;
	if (!what.count) {
		for (size_t i = 0; i < KIND_COUNT; i++)
			printf("%s\n", kinds[i].name);
		return BD_EXIT_DONE;
	}
	if (!bd_cli_ctx(run))
		return BD_EXIT_SYSTEM;
	for (size_t i = 0; i < what.count; i++) {
		const char *const *pairs = bd_list(run->ctx, what.items[i]);
		if (!pairs) {
			bd_unknown_name(&run->diags, NULL, BD_TERM_LIST, what.items[i], kinds,
					KIND_COUNT, sizeof *kinds);
			return BD_EXIT_USAGE;
		}
		for (; *pairs; pairs += 2)
			if (*pairs[1])
				printf("%-18s %s\n", pairs[0], pairs[1]);
			else
				printf("%s\n", pairs[0]);
	}
	return BD_EXIT_DONE;
}
