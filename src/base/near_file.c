/* near_file.c - see near_file.h.
 *
 * People name files from memory: "Photo.JPG" for photo.jpg, which the system they drew it on took
 * for the same. Capitals are compared in ASCII; the rest is left to the distance between words. */
#include "base/near_file.h"

#include "base/array.h"
#include "base/str.h"
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { MOST_FILES = 2000 }; /* that are looked through */

typedef struct entry {
	const char *lower, *name;
} entry;

static const char *lowered(bd_arena *arena, const char *name)
{
	char *lower = bd_strndup(arena, name, strlen(name));
	for (char *c = lower; *c; c++)
		if (*c >= 'A' && *c <= 'Z')
			*c = (char)(*c - 'A' + 'a');
	return lower;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const entry *)a)->name, ((const entry *)b)->name);
}

static const char *slashed(bd_arena *arena, const char *name)
{
	char *path = bd_strndup(arena, name, strlen(name));
	for (char *c = path; *c; c++)
		*c = *c == '\\' ? '/' : *c;
	return path;
}

static bool has_drive(const char *name)
{
	char letter = (char)(*name | 0x20);
	return letter >= 'a' && letter <= 'z' && name[1] == ':';
}

/* The name of the nearest file in a folder. */
static const char *nearest(bd_arena *arena, const char *folder, const char *name)
{
	BD_LIST(entry) entries = { 0 };
	DIR *dir = opendir(folder);
	for (struct dirent *e; dir && entries.count < MOST_FILES && (e = readdir(dir));)
		if (*e->d_name != '.')
			bd_push(arena, &entries,
				((entry){ lowered(arena, e->d_name),
					  bd_strdup(arena, e->d_name) }));
	if (dir)
		closedir(dir);
	if (!entries.count)
		return NULL;
	qsort(entries.items, entries.count, sizeof *entries.items, by_name);
	const char *near = bd_closest(lowered(arena, name), entries.items, entries.count,
				      sizeof *entries.items);
	for (size_t i = 0; near && i < entries.count; i++)
		if (entries.items[i].lower == near)
			return entries.items[i].name;
	return NULL;
}

const char *bd_near_file(bd_arena *arena, const char *base, const char *name)
{
	const char *path = slashed(arena, name);
	if (*path == '/' || has_drive(path) || strstr(path, ".."))
		return NULL;
	const char *slash = strrchr(path, '/'), *file = slash ? slash + 1 : path;
	if (!*file)
		return NULL;
	int length = slash ? (int)(slash - path) : 0;
	const char *folder = bd_printf(arena, "%s/%.*s", base, length, path);
	const char *near = nearest(arena, folder, file);
	return near ? bd_printf(arena, "%.*s%s%s", length, path, slash ? "/" : "", near) : NULL;
}

void bd_suggest_file(bd_diags *diags, bd_diag *diag, const char *const folders[], const char *name)
{
	for (const char *const *folder = folders; folder && *folder; folder++) {
		const char *near = bd_near_file(diags->arena, *folder, name);
		if (near) {
			bd_suggest(diags, diag, BD_HINT_DID_YOU_MEAN, near);
			return;
		}
	}
	const char *path = slashed(diags->arena, name), *slash = strrchr(path, '/');
	if ((*path == '/' || has_drive(path)) && slash && slash[1])
		bd_suggest(diags, diag, BD_HINT_FILE_BESIDE, slash + 1);
	else if (strchr(name, '\\'))
		bd_suggest(diags, diag, BD_HINT_FILE_SLASHES, path);
}
