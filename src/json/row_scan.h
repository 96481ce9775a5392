/* row_scan.h - a row of a data file in JSON, read where it stands: an object of texts, numbers,
 * true, false and null, as nearly all rows of long files are. jansson would take ten times as long
 * to make a tree of it. */
#pragma once
#include "base/array.h"
#include "base/value.h"

enum { BD_ROW_MEMBERS = 64 };

typedef struct bd_row_name {
	const char *text;
	size_t length;
} bd_row_name;

typedef struct bd_row_scan {
	bd_arena *arena;            /* of names, and of room for texts with escapes */
	BD_LIST(bd_row_name) names; /* of members, as they were met first */
	char *room;
	size_t used;
	bd_value_member members[BD_ROW_MEMBERS];
	size_t count;
} bd_row_scan;

/* Reads the row at `at`, of a text that is UTF-8: its members are in scan->members then, texts by
 * their length (they do not end in a NUL), until the next row is read. Returns where it ended; NULL
 * for anything that is not such a row, a mistake or not. */
const char *bd_row_scan_next(bd_row_scan *scan, const char *at, const char *end);
