/* marks.c - the registry of marks (marks.h). */
#include "marks/marks.h"
#include "base/str.h"

const bd_mark *const bd_marks[] = {
#define MARK(name) &bd_mark_##name,
#include "marks/marks.def"
#undef MARK
	NULL
};

const bd_mark *bd_mark_find(const char *name)
{
	for (size_t i = 0; bd_marks[i]; i++)
		if (bd_streq(bd_marks[i]->name, name))
			return bd_marks[i];
	return NULL;
}
