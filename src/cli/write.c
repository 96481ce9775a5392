/* write.c - files put in place whole or not at all: written without a name or under another beside
 * their place, brought to disk, then put over it. */
#include "cli/cli.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool bd_cli_is_folder(const char *path)
{
	struct stat st;
	return !stat(path, &st) && S_ISDIR(st.st_mode);
}

/* Our words for what the system says. */
static const char *reason(int error)
{
	switch (error) {
	case ENOENT:
	case ENOTDIR: return BD_TERM_NO_FOLDER;
	case EACCES:
	case EPERM:
	case EROFS: return BD_TERM_NO_PERMISSION;
	case ENOSPC:
	case EDQUOT: return BD_TERM_DISK_FULL;
	case EISDIR: return BD_TERM_IS_FOLDER;
	case EPIPE: return BD_TERM_CLOSED;
	default: return BD_TERM_SYSTEM_ERROR;
	}
}

bool bd_cli_make_folder(bd_run_state *run, const char *path)
{
	if (bd_cli_is_folder(path) || !mkdir(path, 0777))
		return true;
	bd_error(&run->diags, NULL, BD_CANNOT_WRITE, path, reason(errno));
	return false;
}

static bool write_all(int fd, bd_blob blob)
{
	for (size_t done = 0; done < blob.length;) {
		ssize_t n = write(fd, blob.bytes + done, blob.length - done);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return false;
		done += (size_t)n;
	}
	return true;
}

bool bd_cli_is_special(const char *path)
{
	struct stat st;
	return !stat(path, &st) && !S_ISREG(st.st_mode) && !S_ISDIR(st.st_mode);
}

static bool write_special(const char *path, bd_blob blob)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);
	bool good = fd >= 0 && write_all(fd, blob);
	int saved = errno;
	if (fd >= 0)
		close(fd);
	errno = saved;
	return good;
}

/* To disk, with the rights that any new file has here. */
static bool fill(int fd, bd_blob blob)
{
	mode_t mask = umask(0);
	umask(mask);
	return write_all(fd, blob) && !fchmod(fd, 0666 & ~mask) && !fsync(fd);
}

/* Gives a file without a name the one it is for: at once where that is free, else beside it and
 * then over what is there. */
static bool name_file(int fd, const char *path, const char *beside)
{
	char self[32];
	snprintf(self, sizeof self, "/proc/self/fd/%d", fd);
	if (!linkat(AT_FDCWD, self, AT_FDCWD, path, AT_SYMLINK_FOLLOW))
		return true;
	if (errno != EEXIST || linkat(AT_FDCWD, self, AT_FDCWD, beside, AT_SYMLINK_FOLLOW))
		return false;
	if (!rename(beside, path))
		return true;
	unlink(beside);
	return false;
}

/* In a file that has no name while it is written, so that a process that is killed leaves nothing
 * behind. False, without a trace, where the file system has no such files. */
static bool replace_nameless(bd_arena *arena, const char *path, bd_blob blob)
{
	int fd = open(bd_cli_folder(arena, path), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
	if (fd < 0)
		return false;
	const char *beside = bd_printf(arena, "%s.%ld~", path, (long)getpid());
	bool good = fill(fd, blob) && name_file(fd, path, beside);
	return !close(fd) && good;
}

static bool replace(bd_arena *arena, const char *path, bd_blob blob)
{
	if (bd_cli_is_folder(path)) {
		errno = EISDIR;
		return false;
	}
	if (replace_nameless(arena, path, blob))
		return true;
	errno = 0;
	char *temporary = bd_printf(arena, "%s.XXXXXX", path);
	int fd = mkstemp(temporary);
	if (fd < 0)
		return false;
	bool good = fill(fd, blob);
	int saved = errno;
	good = !close(fd) && good && !rename(temporary, path);
	if (!good) {
		saved = saved ? saved : errno;
		unlink(temporary);
		errno = saved;
	}
	return good;
}

/* The file that a path names: of a link, the one that it leads to. */
static const char *resolved(bd_arena *arena, const char *path)
{
	char real[PATH_MAX];
	if (realpath(path, real))
		return bd_strdup(arena, real);
	ssize_t length =
		readlink(path, real, sizeof real - 1); /* to a file that is not there yet */
	if (length <= 0)
		return path;
	real[length] = 0;
	return *real == '/' ? bd_strdup(arena, real)
			    : bd_printf(arena, "%s/%s", bd_cli_folder(arena, path), real);
}

bool bd_cli_write(bd_run_state *run, const char *path, bd_blob blob)
{
	const char *place = resolved(&run->arena, path);
	bool good;
	errno = 0;
	if (!strcmp(path, "-"))
		good = !fflush(stdout) && write_all(STDOUT_FILENO, blob);
	else if (bd_cli_is_special(place))
		good = write_special(place, blob);
	else
		good = replace(&run->arena, place, blob);
	if (!good)
		bd_error(&run->diags, NULL, BD_CANNOT_WRITE, path, reason(errno));
	else if (run->options.verbose)
		fprintf(stderr, "bieudo: %s %s\n", bd_cli_say(run, "wrote", "đã ghi"), path);
	return good;
}
