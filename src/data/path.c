/* path.c - Vega's field paths: names with dots and brackets (vega-util's splitAccessPath). */
#include "data/table.h"

#include "base/array.h"
#include <string.h>

typedef BD_LIST(const char *) name_list;

static void push_name(bd_arena *arena, name_list *names, char *buffer, size_t *length)
{
	bd_push(arena, names, bd_strndup(arena, buffer, *length));
	*length = 0;
}

/* What stands in brackets: a quoted name, or a bare one. Returns where it ends. */
static const char *bracket(const char *p, char *buffer, size_t *length)
{
	char quote = *p == '\'' || *p == '"' ? *p++ : 0;
	while (*p && *p != (quote ? quote : ']')) {
		if (*p == '\\' && p[1])
			p++;
		buffer[(*length)++] = *p++;
	}
	if (quote && *p)
		p++;
	while (*p && *p != ']')
		p++;
	return *p ? p + 1 : p;
}

const char *const *bd_path_split(bd_arena *arena, const char *path, size_t *count)
{
	name_list names = { 0 };
	char *buffer = BD_ARRAY(arena, strlen(path) + 1, char);
	size_t length = 0;
	const char *p = path;
	while (*p) {
		if (*p == '\\' && p[1]) {
			buffer[length++] = p[1];
			p += 2;
		} else if (*p == '.') {
			if (length)
				push_name(arena, &names, buffer, &length);
			p++;
		} else if (*p == '[') {
			if (length)
				push_name(arena, &names, buffer, &length);
			p = bracket(p + 1, buffer, &length);
			push_name(arena, &names, buffer, &length);
		} else {
			buffer[length++] = *p++;
		}
	}
	if (length)
		push_name(arena, &names, buffer, &length);
	*count = names.count;
	return names.items;
}

const char *bd_path_name(bd_arena *arena, const char *path)
{
	size_t count;
	const char *const *names = bd_path_split(arena, path, &count);
	return count == 1 ? names[0] : path;
}
