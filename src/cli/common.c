/* common.c - what the commands share: specs read and compiled, complaints printed, names. */
#include "cli/cli.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The date in files where nobody gives one: any constant, so that the same spec gives the same
 * bytes on any day. */
#define NO_DATE "2000-01-01"

void bd_cli_add(bd_arena *arena, bd_name_list *names, const char *name)
{
	if (names->count == names->room) {
		size_t room = names->room ? names->room * 2 : 8;
		names->items = bd_grow(arena, names->items, names->room * sizeof *names->items,
				       room * sizeof *names->items);
		names->room = room;
	}
	names->items[names->count++] = name;
}

bd_name_list bd_cli_split(bd_arena *arena, const char *text)
{
	bd_name_list names = { 0 };
	while (text && *text) {
		size_t length = strcspn(text, ",");
		if (length)
			bd_cli_add(arena, &names, bd_strndup(arena, text, length));
		text += length + (text[length] == ',');
	}
	return names;
}

const char *bd_cli_stem(bd_arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
	const char *dot = strrchr(name, '.');
	if (!strcmp(name, "-"))
		return "bieudo";
	return bd_strndup(arena, name, dot && dot > name ? (size_t)(dot - name) : strlen(name));
}

const char *bd_cli_folder(bd_arena *arena, const char *path)
{
	const char *slash = strrchr(path, '/');
	if (!slash)
		return ".";
	return bd_strndup(arena, path, slash > path ? (size_t)(slash - path) : 1);
}

bd_exit bd_cli_worse(bd_exit a, bd_exit b)
{
	return a > b ? a : b;
}

bd_exit bd_cli_verdict(const bd_diags *diags)
{
	bd_exit status = diags->errors ? BD_EXIT_SPEC : BD_EXIT_DONE;
	for (const bd_diag *d = diags->first; d; d = d->next) {
		bool named = d->message == BD_BAD_PAGE || d->message == BD_UNKNOWN_NAME;
		bool system = d->message == BD_NO_LIBRARY || d->message == BD_RENDER_FAILED;
		if (d->severity == BD_ERROR && named && !d->place)
			status = bd_cli_worse(status, BD_EXIT_USAGE);
		if (d->severity == BD_ERROR && system)
			status = bd_cli_worse(status, BD_EXIT_SYSTEM);
	}
	return status;
}

void bd_cli_print_diags(bd_run_state *run, const bd_diags *diags)
{
	run->said.arena = &run->arena;
	fputs(bd_diags_news(&run->arena, diags, run->ui, &run->said), stderr);
}

bd_ctx *bd_cli_ctx(bd_run_state *run)
{
	if (run->ctx)
		return run->ctx;
	const char *share = bd_cli_share(run);
	if (share)
		run->ctx = bd_ctx_new(&(bd_ctx_options){ .share = share });
	if (!run->ctx)
		bd_error(&run->diags, NULL, BD_NO_SHARE);
	return run->ctx;
}

static void complain_size(bd_run_state *run, const char *path)
{
	if (!bd_wrong_file(&run->diags, path, "", 0))
		bd_error(&run->diags, NULL, BD_FILE_TOO_BIG, path,
			 bd_printf(&run->arena, "%d", BD_MAX_SPEC_BYTES >> 20));
}

static bool read_stdin(bd_run_state *run, bd_blob *spec)
{
	char *bytes = NULL;
	size_t length = 0, room = 0, got;
	do {
		size_t more = room ? room * 2 : 65536;
		bytes = bd_grow(&run->arena, bytes, room, more);
		room = more;
		got = fread(bytes + length, 1, room - length - 1, stdin);
		length += got;
	} while (got && length + 1 == room && length <= BD_MAX_SPEC_BYTES);
	*spec = (bd_blob){ .name = "-", .bytes = bytes, .length = length };
	if (ferror(stdin))
		bd_error(&run->diags, NULL, BD_FILE_UNREADABLE, "-");
	else if (length > BD_MAX_SPEC_BYTES)
		complain_size(run, "-");
	return !run->diags.errors;
}

static void complain_unreadable(bd_run_state *run, const char *path)
{
	bd_diag *diag = bd_error(&run->diags, NULL, BD_FILE_UNREADABLE, path);
	if (bd_cli_is_folder(path))
		bd_suggest(&run->diags, diag, BD_HINT_PLAIN, BD_TERM_IS_FOLDER);
}

bool bd_cli_read(bd_run_state *run, const char *path, bd_blob *spec)
{
	if (!strcmp(path, "-"))
		return read_stdin(run, spec);
	switch (bd_read_file(&run->arena, path, BD_MAX_SPEC_BYTES, spec)) {
	case BD_LOADED: return true;
	case BD_LOAD_MISSING:
		bd_suggest_file(&run->diags, bd_error(&run->diags, NULL, BD_FILE_MISSING, path),
				(const char *const[]){ ".", NULL }, path);
		break;
	case BD_LOAD_TOO_BIG: complain_size(run, path); break;
	default: complain_unreadable(run, path); break;
	}
	return false;
}

/* --date, SOURCE_DATE_EPOCH (reproducible-builds.org), or the constant. */
static double date_of(const bd_run_state *run)
{
	const char *epoch = getenv("SOURCE_DATE_EPOCH");
	if (run->options.date)
		return bd_date_from_text(run->options.date);
	if (epoch && *epoch) {
		char *end;
		double seconds = strtod(epoch, &end);
		if (!*end && seconds >= 0 && seconds < 2.5e11)
			return seconds * 1000;
	}
	return bd_date_from_text(NO_DATE);
}

bd_doc *bd_cli_compile(bd_run_state *run, const bd_blob *spec, const char *page, const char *lang)
{
	bd_name_list folders = { 0 };
	bd_cli_add(&run->arena, &folders, bd_cli_folder(&run->arena, spec->name));
	for (size_t i = 0; i < run->options.folders.count; i++)
		bd_cli_add(&run->arena, &folders, run->options.folders.items[i]);
	bd_cli_add(&run->arena, &folders, NULL);
	bd_options options = { .page = page,
			       .lang = lang,
			       .theme = run->options.theme,
			       .folders = folders.items,
			       .date = date_of(run),
			       .languages = run->options.languages,
			       .strict = run->options.strict };
	return bd_compile(run->ctx, spec->name, spec->bytes, spec->length, &options);
}
