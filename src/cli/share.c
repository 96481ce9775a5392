/* share.c - where fonts/ and icons/ stand. */
#include "cli/cli.h"

#include <string.h>
#include <unistd.h>

enum { MOST_PATH = 4096 };

static bool holds_fonts(bd_run_state *run, const char *folder)
{
	return bd_cli_is_folder(bd_printf(&run->arena, "%s/fonts", folder));
}

const char *bd_cli_share(bd_run_state *run)
{
	if (run->options.share)
		return holds_fonts(run, run->options.share) ? run->options.share : NULL;
	char path[MOST_PATH];
	ssize_t length = readlink("/proc/self/exe", path, sizeof path - 1);
	if (length <= 0)
		return NULL;
	path[length] = 0;
	const char *folder = bd_cli_folder(&run->arena, path);
	/* installed: PREFIX/bin/bieudo; built: out/bieudo; a test program: out/build/x/bieudo */
	static const char *const from_program[] = { "../share/bieudo", "..", "../../.." };
	for (size_t i = 0; i < sizeof from_program / sizeof *from_program; i++) {
		const char *share = bd_printf(&run->arena, "%s/%s", folder, from_program[i]);
		if (holds_fonts(run, share))
			return share;
	}
	return NULL;
}
