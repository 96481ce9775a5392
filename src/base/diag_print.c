#include "base/diag_print.h"

#include "base/array.h"
#include "base/columns.h"
#include "base/limits.h"
#include "base/utf8.h"
#include <stdlib.h>
#include <string.h>

enum {
	LINE_COLUMNS = 92,  /* of the user's line that are shown */
	BEFORE_PLACE = 30,  /* of these, in front of the place, where the line is longer */
	LOCATED_MOST = 2000 /* finding a place rescans the spec: not for each of a million */
};

/* A diagnostic with its place found. */
typedef struct entry {
	const bd_diag *diag;
	const bd_source *source;
	size_t line, column, extent, order;
} entry;

const char *bd_message_fill(bd_arena *arena, const char *text, const char *const args[],
			    bd_ui_lang lang)
{
	bd_str s = bd_str_new(arena);
	size_t count = 0;
	while (args && args[count])
		count++;
	for (; *text; text++) {
		if (*text != '{' || text[1] < '0' || text[1] > '9' || text[2] != '}') {
			bd_str_add_char(&s, *text);
			continue;
		}
		size_t index = (size_t)(text[1] - '0');
		bd_add_visible_text(&s, index < count ? bd_term_text(args[index], lang) : "");
		text += 2;
	}
	return bd_str_text(&s);
}

static entry located(bd_arena *arena, const bd_diag *diag, size_t order)
{
	entry e = { .diag = diag, .source = bd_place_source(diag->place), .order = order };
	const bd_place *place = diag->place;
	if (!e.source)
		return e;
	if (place->line) {
		e.line = place->line;
		e.column = place->column;
		e.extent = place->extent;
	} else if (e.source->locate && order < LOCATED_MOST) {
		e.source->locate(e.source, bd_place_pointer(arena, place), diag->at_key,
				 place->within, &e.line, &e.column, &e.extent);
		if (place->within)
			e.extent = place->extent;
	}
	return e;
}

static int by_place(const void *a, const void *b)
{
	const entry *x = a, *y = b;
	if (x->source != y->source && (!x->source || !y->source))
		return x->source ? 1 : -1;
	int names = x->source ? strcmp(x->source->name, y->source->name) : 0;
	if (names)
		return names;
	if (x->line != y->line)
		return x->line < y->line ? -1 : 1;
	if (x->column != y->column)
		return x->column < y->column ? -1 : 1;
	return x->order < y->order ? -1 : x->order > y->order;
}

/* A file that is read again is another source of the same name. */
static bool same_source(const bd_source *a, const bd_source *b)
{
	return a == b || (a && b && !strcmp(a->name, b->name));
}

/* What is laid out twice complains twice; and what the check of a spec calls no value, the phase
 * that needs it calls no type, or no scale: which of our own terms is said does not matter. */
static bool same(const entry *a, const entry *b)
{
	if (a->diag->message != b->diag->message || !same_source(a->source, b->source) ||
	    a->line != b->line || a->column != b->column || a->diag->severity != b->diag->severity)
		return false;
	const char *const *x = a->diag->args, *const *y = b->diag->args;
	while (*x && *y && (!strcmp(*x, *y) || (bd_is_term(*x) && bd_is_term(*y))))
		x++, y++;
	return !*x && !*y;
}

/* The line'th line of the source; false where it has fewer. */
static bool find_line(const bd_source *source, size_t line, const char **start, const char **end)
{
	const char *at = source->text, *stop = source->text + source->length;
	for (; line > 1; line--) {
		const char *newline = memchr(at, '\n', (size_t)(stop - at));
		if (!newline)
			return false;
		at = newline + 1;
	}
	const char *newline = memchr(at, '\n', (size_t)(stop - at));
	*start = at;
	*end = newline ? newline : stop;
	if (*end > at && (*end)[-1] == '\r')
		--*end;
	return true;
}

static void add_repeated(bd_str *s, char c, size_t count)
{
	for (; count > 0; count--)
		bd_str_add_char(s, c);
}

/* Where on the line to start, so that the place is seen: at its `column`, or some way before. */
static const char *window_start(const char *start, const char *end, size_t column)
{
	if (bd_utf8_count(start, (size_t)(end - start)) <= LINE_COLUMNS || column <= BEFORE_PLACE)
		return start;
	for (size_t skip = column - BEFORE_PLACE; skip > 1 && start < end; skip--)
		bd_utf8_next(start, end, &start);
	return start;
}

/* The user's line, and below it the carets with the hint behind them. */
static void add_excerpt(bd_arena *arena, bd_str *s, const entry *e, const char *hint)
{
	const char *start, *end;
	if (!e->line || !e->source->text || !find_line(e->source, e->line, &start, &end))
		return;
	const char *at = window_start(start, end, e->column);
	size_t column = 1 + bd_utf8_count(start, (size_t)(at - start));
	bd_str shown = bd_str_new(arena);
	size_t width = 0, before = 0, carets = 0;
	if (at > start) {
		bd_str_add(&shown, "…");
		width++;
	}
	for (; at < end && width < LINE_COLUMNS; column++) {
		if (column == e->column)
			before = width;
		width += bd_add_visible(&shown, bd_utf8_next(at, end, &at));
		if (column >= e->column && column < e->column + (e->extent ? e->extent : 1))
			carets = width - before;
	}
	if (column <= e->column) /* at the end of the line */
		before = width;
	if (at < end)
		bd_str_add(&shown, "…");
	bd_str_printf(s, "%5zu | %s\n      | ", e->line, bd_str_text(&shown));
	add_repeated(s, ' ', before);
	add_repeated(s, '^', carets ? carets : 1);
	if (hint)
		bd_str_printf(s, " %s", hint);
	bd_str_add_char(s, '\n');
}

static void add_entry(bd_arena *arena, bd_str *s, const entry *e, bd_ui_lang lang)
{
	static const char *const kinds[][BD_UI_COUNT] = { { "warning", "cảnh báo" },
							  { "error", "lỗi" },
							  { "note", "ghi chú" } };
	const bd_diag *d = e->diag;
	if (e->source)
		bd_add_visible_text(s, e->source->name);
	else
		bd_str_add(s, "bieudo");
	if (e->line)
		bd_str_printf(s, ":%zu:%zu", e->line, e->column);
	bd_str_printf(s, ": %s: ", kinds[d->severity][lang]);
	bd_str_add(s, bd_message_fill(arena, bd_message_text(d->message, lang), d->args, lang));
	bd_str_printf(s, " [%s]\n", bd_message_slug(d->message));
	const char *hint =
		d->hint ? bd_message_fill(arena, bd_hint_text(d->hint, lang), d->hint_args, lang)
			: NULL;
	size_t length = s->length;
	if (e->source)
		add_excerpt(arena, s, e, hint);
	if (hint && s->length == length)
		bd_str_printf(s, "      = %s\n", hint);
	const bd_place *place = d->at_key && d->place ? d->place->up : d->place;
	const char *pointer = place && !place->line ? bd_place_pointer(arena, place) : "";
	if (*pointer) {
		bd_str_add(s, lang == BD_UI_VI ? "      = tại " : "      = at ");
		bd_add_visible_text(s, pointer);
		bd_str_add_char(s, '\n');
	}
}

/* True the first time that a text is seen. */
static bool is_news(bd_said *said, const char *text)
{
	for (size_t i = 0; i < said->count; i++)
		if (!strcmp(said->items[i], text))
			return false;
	bd_push(said->arena, said, bd_strdup(said->arena, text));
	return true;
}

static const char *text_of(bd_arena *arena, const bd_diags *diags, bd_ui_lang lang, bool notes,
			   bd_said *said)
{
	size_t count = 0, kept = 0;
	size_t most = (size_t)(notes ? diags->notes : diags->errors + diags->warnings);
	entry *entries = BD_ARRAY(arena, most + 1, entry);
	for (const bd_diag *d = diags->first; d; d = d->next)
		if ((d->severity == BD_NOTE) == notes) {
			entries[count] = located(arena, d, count);
			count++;
		}
	if (count)
		qsort(entries, count, sizeof *entries, by_place);
	for (size_t i = 0; i < count; i++)
		if (!kept || !same(&entries[kept - 1], &entries[i]))
			entries[kept++] = entries[i];
	bd_str s = bd_str_new(arena);
	for (size_t i = 0; i < kept && i < BD_MAX_DIAGS_SHOWN; i++) {
		bd_str one = bd_str_new(arena);
		add_entry(arena, &one, &entries[i], lang);
		if (!said || is_news(said, bd_str_text(&one)))
			bd_str_add(&s, bd_str_text(&one));
	}
	if (kept > BD_MAX_DIAGS_SHOWN)
		bd_str_printf(&s, lang == BD_UI_VI ? "… và %zu lỗi khác\n" : "… and %zu more\n",
			      kept - BD_MAX_DIAGS_SHOWN);
	return bd_str_text(&s);
}

const char *bd_diags_text(bd_arena *arena, const bd_diags *diags, bd_ui_lang lang)
{
	return text_of(arena, diags, lang, false, NULL);
}

const char *bd_diags_news(bd_arena *arena, const bd_diags *diags, bd_ui_lang lang, bd_said *said)
{
	return text_of(arena, diags, lang, false, said);
}

const char *bd_notes_news(bd_arena *arena, const bd_diags *diags, bd_ui_lang lang, bd_said *said)
{
	return text_of(arena, diags, lang, true, said);
}
