/* cli.h - the program around the library: commands, options, files put in place.
 *
 * A command is one file and one line in commands.def; an option is one row of options.c, which
 * parsing, usage and help all read. Only this folder writes files and prints. */
#pragma once
#include "bieudo.h"

/* What the process ends with. */
typedef enum {
	BD_EXIT_DONE,
	BD_EXIT_SPEC,  /* a spec or its data is wrong */
	BD_EXIT_USAGE, /* the command line is */
	BD_EXIT_SYSTEM /* reading, writing, memory */
} bd_exit;

typedef struct bd_name_list {
	const char **items;
	size_t count, room;
} bd_name_list;

typedef struct bd_run_options {
	const char *output, *format, *page, *lang, *date, *theme, *flavour, *ui_lang, *share;
	double scale;
	bool languages; /* check, without --lang: of every text */
	bool strict, flat, verbose, help, version;
	bd_name_list folders, arguments; /* --folder; what is no option */
} bd_run_options;

typedef struct bd_run_state {
	bd_arena arena;
	bd_diags diags; /* about the command line and the files, not about a spec */
	bd_ui_lang ui;
	bd_run_options options;
	bd_ctx *ctx;     /* bd_cli_ctx */
	bd_said said;    /* every complaint that was printed */
	size_t warnings; /* of the spec that is checked */
} bd_run_state;

typedef struct bd_command {
	const char *name;
	const char *usage;                /* what stands behind the name */
	const char *summary[BD_UI_COUNT]; /* one line */
	bd_exit (*run)(bd_run_state *run);
	bool hidden; /* for this repository's own use */
} bd_command;

#define COMMAND(name, usage, en, vi) bd_exit bd_cli_##name(bd_run_state *run);
#define HIDDEN(name, usage, en, vi)  bd_exit bd_cli_##name(bd_run_state *run);
#include "cli/commands.def"
#undef COMMAND
#undef HIDDEN

const bd_command *bd_cli_commands(void); /* ended by a NULL name */
const bd_command *bd_cli_command_find(const char *name);

/* Reads argv into run->options; false after complaints in run->diags. */
bool bd_cli_parse(bd_run_state *run, const bd_command *command, int count, char **arguments);
void bd_cli_help(bd_run_state *run, const bd_command *command); /* NULL: of the program */

/* The library, started; NULL after a complaint. */
bd_ctx *bd_cli_ctx(bd_run_state *run);
/* The text of a spec ("-": standard input); false after a complaint. */
bool bd_cli_read(bd_run_state *run, const char *path, bd_blob *spec);
/* A spec compiled as the options say. */
bd_doc *bd_cli_compile(bd_run_state *run, const bd_blob *spec, const char *page, const char *lang);
/* Prints the complaints that were not printed before: on the next page of the same spec, say. */
void bd_cli_print_diags(bd_run_state *run, const bd_diags *diags);
/* The worse of both. */
bd_exit bd_cli_worse(bd_exit a, bd_exit b);
/* What a document's complaints come to. A page or theme that is not known is wrong usage where the
 * command line named it, which has no place. */
bd_exit bd_cli_verdict(const bd_diags *diags);

/* Puts a file in place whole or not at all; "-" is standard output. False after a complaint. */
bool bd_cli_write(bd_run_state *run, const char *path, bd_blob blob);
bool bd_cli_is_folder(const char *path);
/* A device or a pipe, which is written to, not replaced. */
bool bd_cli_is_special(const char *path);
/* Makes it where it is missing, but not the one above it; false after a complaint. */
bool bd_cli_make_folder(bd_run_state *run, const char *path);

/* The folder with fonts/ and icons/: --share, the prefix's share/bieudo, or beside the built
 * program; NULL where there is none. */
const char *bd_cli_share(bd_run_state *run);

/* "a,b" as its parts; NULL gives none. */
bd_name_list bd_cli_split(bd_arena *arena, const char *text);
void bd_cli_add(bd_arena *arena, bd_name_list *names, const char *name);
/* The part of a path behind its last slash, without the extension. */
const char *bd_cli_stem(bd_arena *arena, const char *path);
const char *bd_cli_folder(bd_arena *arena, const char *path); /* "." where it has none */

/* The text in the language of the run. */
static inline const char *bd_cli_say(const bd_run_state *run, const char *en, const char *vi)
{
	return run->ui == BD_UI_VI ? vi : en;
}
