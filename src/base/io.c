#include "base/io.h"

#include "base/array.h"
#include "base/near_file.h"
#include "base/parallel.h"
#include "base/str.h"
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/openat2.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { LONG_FILE = 4 << 20 };

struct bd_loader {
	bd_arena *arena;
	const char *const *folders;
	BD_LIST(bd_blob) blobs;
};

bd_loader *bd_loader_new(bd_arena *arena, const char *const folders[])
{
	bd_loader *loader = BD_NEW(arena, bd_loader);
	loader->arena = arena;
	loader->folders = folders;
	return loader;
}

typedef struct reading {
	int fd;
	char *bytes;
	size_t ends[BD_SLICES]; /* how far each slice came: SIZE_MAX, to its end */
	bool failed[BD_SLICES];
} reading;

static void read_slice(void *context, size_t slice, size_t from, size_t end)
{
	reading *r = context;
	ssize_t n = 1;
	while (from < end && n > 0) {
		n = pread(r->fd, r->bytes + from, end - from, (off_t)from);
		if (n < 0 && errno == EINTR)
			n = 1;
		else if (n > 0)
			from += (size_t)n;
	}
	r->ends[slice] = from < end ? from : SIZE_MAX;
	r->failed[slice] = n < 0;
}

static bd_load_status read_all(bd_arena *arena, int fd, size_t most, bd_blob *blob)
{
	struct stat st;
	if (fstat(fd, &st) || !S_ISREG(st.st_mode))
		return BD_LOAD_UNREADABLE;
	if (st.st_size < 0 || (unsigned long long)st.st_size > most)
		return BD_LOAD_TOO_BIG;
	size_t size = (size_t)st.st_size;
	reading r = { .fd = fd, .bytes = BD_ARRAY(arena, size + 1, char) };
	size_t slices = bd_parallel(size, LONG_FILE, read_slice, &r), got = size;
	for (size_t i = 0; i < slices; i++) {
		if (r.failed[i])
			return BD_LOAD_UNREADABLE;
		got = r.ends[i] < got ? r.ends[i] : got; /* the file became shorter meanwhile */
	}
	r.bytes[got] = 0;
	blob->bytes = r.bytes;
	blob->length = got;
	return BD_LOADED;
}

bd_load_status bd_read_file(bd_arena *arena, const char *path, size_t most, bd_blob *blob)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0)
		return errno == ENOENT || errno == ENOTDIR ? BD_LOAD_MISSING : BD_LOAD_UNREADABLE;
	blob->name = path;
	bd_load_status status = read_all(arena, fd, most, blob);
	close(fd);
	return status;
}

/* For systems without openat2 (Linux before 5.6, some sandboxes): step by step from the folder
 * down, following no link at all and never going up. */
static int open_by_steps(int base, const char *name)
{
	char part[NAME_MAX + 1];
	int fd = fcntl(base, F_DUPFD_CLOEXEC, 0);
	while (fd >= 0 && *name) {
		size_t length = strcspn(name, "/");
		bool last = !name[length + strspn(name + length, "/")];
		int below = -1;
		memcpy(part, name, length <= NAME_MAX ? length : 0);
		part[length <= NAME_MAX ? length : 0] = 0;
		if (!strcmp(part, ".."))
			errno = EXDEV;
		else
			below = openat(
				fd, part,
				O_CLOEXEC | O_NOFOLLOW |
					(last ? O_RDONLY | O_NONBLOCK : O_PATH | O_DIRECTORY));
		int saved = errno;
		close(fd);
		errno = saved;
		fd = below;
		name += length + strspn(name + length, "/");
	}
	return fd;
}

/* Opens `name` below the folder, following no link that leads out of it. The kernel decides, so
 * that what was checked is what is read. */
static int open_beneath(const char *folder, const char *name)
{
	int base = open(folder, O_PATH | O_DIRECTORY | O_CLOEXEC);
	if (base < 0)
		return -1;
	struct open_how how = { .flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK,
				.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS };
	int fd = (int)syscall(SYS_openat2, base, name, &how, sizeof how);
	if (fd < 0 && (errno == ENOSYS || errno == EPERM))
		fd = open_by_steps(base, name);
	int saved = errno;
	close(base);
	errno = saved;
	return fd;
}

bd_load_status bd_load(bd_loader *loader, const char *name, size_t most, bd_blob *blob)
{
	for (size_t i = 0; i < loader->blobs.count; i++)
		if (!strcmp(loader->blobs.items[i].name, name)) {
			*blob = loader->blobs.items[i];
			return BD_LOADED;
		}
	if (!*name || *name == '/' || strstr(name, "://"))
		return BD_LOAD_OUTSIDE;
	bd_load_status status = BD_LOAD_MISSING;
	for (const char *const *folder = loader->folders; folder && *folder; folder++) {
		int fd = open_beneath(*folder, name);
		if (fd < 0) {
			if (errno == EXDEV || errno == ELOOP)
				status = BD_LOAD_OUTSIDE;
			else if (errno != ENOENT && errno != ENOTDIR && status == BD_LOAD_MISSING)
				status = BD_LOAD_UNREADABLE;
			continue;
		}
		blob->name = bd_strdup(loader->arena, name);
		status = read_all(loader->arena, fd, most, blob);
		close(fd);
		if (status == BD_LOADED)
			bd_push(loader->arena, &loader->blobs, *blob);
		return status;
	}
	return status;
}

bool bd_load_or_complain(bd_loader *loader, const char *name, size_t most, bd_blob *blob,
			 bd_diags *diags, const bd_place *place)
{
	bd_load_status status = bd_load(loader, name, most, blob);
	switch (status) {
	case BD_LOADED: return true;
	case BD_LOAD_OUTSIDE:
	case BD_LOAD_MISSING:
		bd_suggest_file(
			diags,
			bd_error(diags, place,
				 status == BD_LOAD_MISSING ? BD_FILE_MISSING : BD_FILE_OUTSIDE,
				 name),
			loader->folders, name);
		break;
	case BD_LOAD_TOO_BIG:
		bd_error(diags, place, BD_FILE_TOO_BIG, name,
			 bd_printf(diags->arena, "%zu", most >> 20));
		break;
	case BD_LOAD_UNREADABLE: bd_error(diags, place, BD_FILE_UNREADABLE, name); break;
	}
	return false;
}

const char *const *bd_loader_dependencies(const bd_loader *loader)
{
	const char **names = BD_ARRAY(loader->arena, loader->blobs.count + 1, const char *);
	for (size_t i = 0; i < loader->blobs.count; i++)
		names[i] = loader->blobs.items[i].name;
	return names;
}
