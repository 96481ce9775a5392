/* explain.c - `bieudo explain SLUG`: more about a message than its one line. */
#include "cli/cli.h"

#include <stdio.h>

typedef struct slug {
	const char *name;
} slug;

static bd_exit print_all(bd_run_state *run)
{
	for (int m = 0; m < BD_MESSAGE_COUNT; m++)
		printf("%-24s %s\n", bd_message_slug((bd_message)m),
		       bd_message_text((bd_message)m, run->ui));
	return BD_EXIT_DONE;
}

bd_exit bd_cli_explain(bd_run_state *run)
{
	bd_name_list names = run->options.arguments;
	if (!names.count)
		return print_all(run);
	for (size_t i = 0; i < names.count; i++) {
		bd_message m = bd_message_find(names.items[i]);
		if (m == BD_MESSAGE_COUNT) {
			slug slugs[BD_MESSAGE_COUNT];
			for (int s = 0; s < BD_MESSAGE_COUNT; s++)
				slugs[s].name = bd_message_slug((bd_message)s);
			bd_unknown_name(&run->diags, NULL, BD_TERM_MESSAGE, names.items[i], slugs,
					BD_MESSAGE_COUNT, sizeof *slugs);
			return BD_EXIT_USAGE;
		}
		printf("%s: %s\n\n%s\n", names.items[i], bd_message_text(m, run->ui),
		       bd_message_explain(m, run->ui));
	}
	return BD_EXIT_DONE;
}
