/* main.c - the command line: `bieudo COMMAND …`, and `bieudo SPEC`, which is `bieudo render SPEC`.
 *
 * Commands gather complaints, as the library does; they are printed here, once. */
#include "cli/cli.h"

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const bd_command commands[] = {
#define COMMAND(name, usage, en, vi) { #name, usage, { en, vi }, bd_cli_##name, false },
#define HIDDEN(name, usage, en, vi)  { #name, usage, { en, vi }, bd_cli_##name, true },
#include "cli/commands.def"
#undef COMMAND
#undef HIDDEN
	{ .name = NULL },
};

const bd_command *bd_cli_commands(void)
{
	return commands;
}

const bd_command *bd_cli_command_find(const char *name)
{
	for (const bd_command *c = commands; c->name; c++)
		if (!strcmp(c->name, name))
			return c;
	return NULL;
}

/* The language of messages: as gettext finds it, but for LANGUAGE. */
static bd_ui_lang ui_from_environment(void)
{
	static const char *const names[] = { "LC_ALL", "LC_MESSAGES", "LANG" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *value = getenv(names[i]);
		if (value && *value)
			return strncmp(value, "vi", 2) ? BD_UI_EN : BD_UI_VI;
	}
	return BD_UI_EN;
}

/* --ui-lang speaks from the first message on, wherever it stands. */
static bd_ui_lang ui_from_arguments(int count, char **arguments, bd_ui_lang otherwise)
{
	for (int i = 0; i < count; i++) {
		const char *value = NULL;
		if (!strcmp(arguments[i], "--ui-lang") && i + 1 < count)
			value = arguments[i + 1];
		else if (!strncmp(arguments[i], "--ui-lang=", 10))
			value = arguments[i] + 10;
		if (value)
			return strcmp(value, "vi") ? BD_UI_EN : BD_UI_VI;
	}
	return otherwise;
}

static bool is_option(const char *argument)
{
	return *argument == '-' && argument[1];
}

/* An argument that is no command is a spec where it looks like a file; else it is a mistake. */
static const bd_command *command_of(bd_run_state *run, const char *argument, bool *named)
{
	const bd_command *command = argument ? bd_cli_command_find(argument) : NULL;
	*named = command != NULL;
	if (command || !argument || is_option(argument))
		return command;
	if (strpbrk(argument, "./") || !strcmp(argument, "-") || bd_cli_is_folder(argument))
		return bd_cli_command_find("render");
	size_t shown = 0;
	while (commands[shown].name && !commands[shown].hidden)
		shown++;
	bd_unknown_name(&run->diags, NULL, BD_TERM_COMMAND, argument, commands, shown,
			sizeof *commands);
	return NULL;
}

static bd_exit run_command(bd_run_state *run, int count, char **arguments)
{
	bool named;
	const bd_command *command = command_of(run, count ? arguments[0] : NULL, &named);
	if (run->diags.errors)
		return BD_EXIT_USAGE;
	if (!bd_cli_parse(run, command, count - named, arguments + named))
		return BD_EXIT_USAGE;
	if (run->options.version) {
		printf("bieudo %s\n", bd_version());
		return BD_EXIT_DONE;
	}
	if (run->options.help || !count) {
		bd_cli_help(run, command);
		return count ? BD_EXIT_DONE : BD_EXIT_USAGE;
	}
	if (!command)
		command = bd_cli_command_find("render");
	return command->run(run);
}

int main(int argc, char **argv)
{
	bd_run_state run = { 0 };
	run.diags.arena = &run.arena;
	run.ui = ui_from_arguments(argc - 1, argv + 1, ui_from_environment());
	bd_exit status = run_command(&run, argc - 1, argv + 1);
	bd_cli_print_diags(&run, &run.diags);
	if (fflush(stdout) && status == BD_EXIT_DONE)
		status = BD_EXIT_SYSTEM;
	bd_ctx_free(run.ctx);
	bd_arena_free(&run.arena);
	return (int)status;
}
