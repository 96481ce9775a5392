/* diag.h - everything that went wrong with a spec or its data: gathered, never printed.
 *
 * A phase reports every mistake that it finds and goes on with a default. What is said stands in
 * messages.def alone, with its Vietnamese; which language is spoken is chosen when it is printed.
 */
#pragma once
#include "base/arena.h"
#include "base/messages.h"
#include <stdbool.h>

/* A text that was read: a spec, a data file. `name` is what the user called it. */
typedef struct bd_source {
	const char *name;
	const char *text;
	size_t length;
	/* The line and column (1-based, in characters) of a JSON pointer in `text`; set by json/,
	 * which knows how to look. `within`: a byte of the string there, counted from 1; 0 for the
	 * whole. Extent: characters to underline on that line. */
	void (*locate)(const struct bd_source *source, const char *pointer, bool key, size_t within,
		       size_t *line, size_t *column, size_t *extent);
} bd_source;

/* Where something stands: a member or element below another, up to the root of its source; or a
 * cell of a data file, by line and column. Every JSON node carries its own (json/json.h), so
 * pointing at a mistake costs nothing until there is one. */
typedef struct bd_place {
	const struct bd_place *up;
	const char *key;         /* a member's name; NULL for an element or the root */
	size_t index;            /* an element's number */
	const bd_source *source; /* at the root, and for a cell */
	size_t line, column;     /* a cell of a data file: 1-based; else 0 */
	size_t extent;           /* characters to underline there */
	/* A byte of the string at `up`, counted from 1: a place inside an expression; else 0. It
	 * has no key or index of its own. */
	size_t within;
} bd_place;

/* A note tells what was made of the input; only `bieudo check` prints it. */
typedef enum { BD_WARNING, BD_ERROR, BD_NOTE } bd_severity;

typedef struct bd_diag {
	struct bd_diag *next;
	bd_severity severity;
	bd_message message;
	const char *const *args; /* what fills {0} {1} … of the message; ends with NULL */
	bd_hint hint;            /* BD_NO_HINT where there is none */
	const char *const *hint_args;
	const bd_place *place; /* NULL: about the run as a whole */
	bool at_key;           /* underline the member's name, not its value */
} bd_diag;

typedef struct bd_diags {
	bd_arena *arena;
	bd_diag *first, **last;
	int errors, warnings, notes;
} bd_diags;

/* Complain: bd_error(diags, place, BD_UNKNOWN_FIELD, name). The arguments are `const char *`, as
 * many as the message has braces, and are copied; a BD_TERM_… among them is translated. The
 * place must live as long as the diagnostics. Returns the complaint, for its hint and at_key. */
#define bd_error(diags, place, ...)                                       \
	bd_complain((diags), (place), BD_ERROR, BD_FIRST(__VA_ARGS__, 0), \
		    (const char *const[]){ BD_REST(__VA_ARGS__, NULL) })
#define bd_warning(diags, place, ...)                                       \
	bd_complain((diags), (place), BD_WARNING, BD_FIRST(__VA_ARGS__, 0), \
		    (const char *const[]){ BD_REST(__VA_ARGS__, NULL) })
#define bd_note(diags, place, ...)                                       \
	bd_complain((diags), (place), BD_NOTE, BD_FIRST(__VA_ARGS__, 0), \
		    (const char *const[]){ BD_REST(__VA_ARGS__, NULL) })
#define BD_FIRST(first, ...) first
#define BD_REST(first, ...)  __VA_ARGS__

bd_diag *bd_complain(bd_diags *diags, const bd_place *place, bd_severity severity,
		     bd_message message, const char *const args[]);

/* bd_suggest(diags, diag, BD_HINT_DID_YOU_MEAN, name): says what to do about it. */
#define bd_suggest(diags, diag, ...)                           \
	bd_hint_add((diags), (diag), BD_FIRST(__VA_ARGS__, 0), \
		    (const char *const[]){ BD_REST(__VA_ARGS__, NULL) })
void bd_hint_add(bd_diags *diags, bd_diag *diag, bd_hint hint, const char *const args[]);

/* Takes back what was complained of since `before` was copied of the diagnostics. A text that is
 * remembered (text/memo.h) is not complained of again. */
void bd_diags_return(bd_diags *diags, bd_diags before);

/* The RFC 6901 pointer of a place ("" for the root), and the source it stands in (or NULL). */
const char *bd_place_pointer(bd_arena *arena, const bd_place *place);
const bd_source *bd_place_source(const bd_place *place);

/* A number as a message shows it: the shortest that reads back equal. */
const char *bd_number_text(bd_arena *arena, double number);

/* "square, portrait, …": as many of the names (the first member of each) as fit a line. */
const char *bd_some_names(bd_arena *arena, const void *names, size_t count, size_t stride);
/* "one of: square, portrait, …": as many of the names (the first member of each) as fit a line. */
void bd_suggest_one_of(bd_diags *diags, bd_diag *diag, const void *names, size_t count,
		       size_t stride);
/* Complains: "unknown block 'figurs'", with the nearest of `names`, or all of them where they are
 * few. */
void bd_unknown_name(bd_diags *diags, const bd_place *place, const char *term, const char *name,
		     const void *names, size_t count, size_t stride);
