/* docs.c - `bieudo docs DIR`: the reference as files, for `make docs`. */
#include "cli/cli.h"

#include <string.h>
#include <sys/stat.h>

bd_exit bd_cli_docs(bd_run_state *run)
{
	bd_name_list folders = run->options.arguments;
	if (folders.count != 1) {
		bd_error(&run->diags, NULL, BD_NO_FOLDER_NAMED);
		return BD_EXIT_USAGE;
	}
	bd_exit status = BD_EXIT_DONE;
	for (const char *const *page = bd_reference(&run->arena); *page; page += 2) {
		const char *path = bd_printf(&run->arena, "%s/%s", folders.items[0], page[0]);
		/* what fails here fails again, and is told, when the file is written */
		mkdir(folders.items[0], 0777);
		mkdir(bd_cli_folder(&run->arena, path), 0777);
		bd_blob text = { .name = path, .bytes = page[1], .length = strlen(page[1]) };
		if (!bd_cli_write(run, path, text))
			status = BD_EXIT_SYSTEM;
	}
	return status;
}
