/* stream.h - the rows of a data file in JSON, one at a time: a tree (json.h) of a file takes some
 * thirty times its size. */
#pragma once
#include "json/json.h"

/* What is told of each row. Strings (UTF-8, not NFC yet; as long as they say, without a NUL behind)
 * and names are lent for the call; arrays and objects stay. False ends it. */
typedef struct bd_json_rows {
	void (*begin)(void *user, size_t offset); /* the byte where the row stands */
	/* `name`: NULL where the row is no object but this value */
	bool (*member)(void *user, const char *name, bd_value value);
} bd_json_rows;

/* Reads a source that is an array. False, without a complaint, where it is anything else or holds
 * what bd_json_parse complains about: that has to be asked then. Sets source->locate. */
bool bd_json_each_row(bd_arena *arena, bd_source *source, const bd_json_rows *rows, void *user);
