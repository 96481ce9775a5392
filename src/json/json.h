/* json.h - JSON as a tree that knows where each of its nodes was written.
 *
 * Only this folder sees jansson. Nodes are read-only, live in the arena they were parsed into, and
 * keep their place: a complaint about a node needs nothing else. Nodes made later (by rewriting a
 * spec) share the children of the old ones, which keep pointing at the text they came from. All
 * strings are NFC. */
#pragma once
#include "base/arena.h"
#include "base/diag.h"
#include "base/value.h"
#include <stdbool.h>

typedef enum {
	BD_JSON_NULL,
	BD_JSON_BOOL,
	BD_JSON_NUMBER,
	BD_JSON_STRING,
	BD_JSON_ARRAY,
	BD_JSON_OBJECT
} bd_json_kind;

typedef struct bd_json {
	bd_place place;
	bd_json_kind kind;
	size_t count; /* bytes, elements or members */
	union {
		bool boolean;
		double number;
		const char *string;
		const struct bd_json *const *items;
		const struct bd_member *members;
	};
} bd_json;

typedef struct bd_member {
	const char *name;
	const bd_json *value;
} bd_member;

/* The tree of a source, or NULL after a complaint. Duplicate names, depth beyond BD_MAX_DEPTH and
 * text that is not UTF-8 are refused; a leading byte order mark is skipped. Sets source->locate. */
const bd_json *bd_json_parse(bd_arena *arena, bd_source *source, bd_diags *diags);

/* All of these take NULL for `node` and then find nothing. */
const bd_json *bd_json_get(const bd_json *object, const char *name);
const bd_json *bd_json_at(const bd_json *array, size_t index);
/* Along names: bd_json_find(spec, "encoding", "x", "field", NULL). */
const bd_json *bd_json_find(const bd_json *node, ...) __attribute__((sentinel));
bool bd_json_is(const bd_json *node, bd_json_kind kind);
/* The value, or `otherwise` where the node is absent or of another kind. */
const char *bd_json_string(const bd_json *node, const char *otherwise);
double bd_json_number(const bd_json *node, double otherwise);
bool bd_json_bool(const bd_json *node, bool otherwise);
bool bd_json_equals_string(const bd_json *node, const char *text);
bool bd_json_equal(const bd_json *a, const bd_json *b); /* deeply */

/* New nodes. `like` lends its place (it may be NULL): complaints then point there. */
bd_json *bd_json_new_string(bd_arena *arena, const char *text, const bd_json *like);
bd_json *bd_json_new_number(bd_arena *arena, double number, const bd_json *like);
bd_json *bd_json_new_bool(bd_arena *arena, bool boolean, const bd_json *like);
bd_json *bd_json_new_null(bd_arena *arena, const bd_json *like);
bd_json *bd_json_new_array(bd_arena *arena, const bd_json *const *items, size_t count,
			   const bd_json *like);
/* An object with no members; `object` may be NULL. */
bd_json *bd_json_new_object(bd_arena *arena, const bd_json *like);
/* A copy of the object with a member set, replaced in its place or added at the end; value NULL
 * removes it. */
const bd_json *bd_json_with(bd_arena *arena, const bd_json *object, const char *name,
			    const bd_json *value);
/* The members of both, those of `over` winning; one level deep, or all the way. */
const bd_json *bd_json_merge(bd_arena *arena, const bd_json *under, const bd_json *over, bool deep);

/* As a datum, and as text: compact, members in their order. */
bd_value bd_json_value(bd_arena *arena, const bd_json *node);
const char *bd_json_print(bd_arena *arena, const bd_json *node);

/* "a number", "an object" …, as a BD_TERM for messages. */
const char *bd_json_kind_term(bd_json_kind kind);

#define bd_each(item, array)                                                       \
	for (size_t bd_i_##item = 0;                                               \
	     bd_json_is((array), BD_JSON_ARRAY) && bd_i_##item < (array)->count && \
	     ((item) = (array)->items[bd_i_##item], true);                         \
	     bd_i_##item++)
#define bd_each_member(member, object)                                                          \
	for (const bd_member *member = bd_json_is((object), BD_JSON_OBJECT) ? (object)->members \
									    : NULL,             \
			     *bd_end_##member = member ? member + (object)->count : NULL;       \
	     member != bd_end_##member; member++)
