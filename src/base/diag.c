#include "base/diag.h"

#include "base/number.h"
#include "base/str.h"
#include <string.h>

static const char *const *copied(bd_arena *arena, const char *const args[])
{
	size_t count = 0;
	while (args[count])
		count++;
	const char **copy = BD_ARRAY(arena, count + 1, const char *);
	for (size_t i = 0; i < count; i++)
		copy[i] = bd_is_term(args[i]) ? args[i] : bd_strdup(arena, args[i]);
	return copy;
}

bd_diag *bd_complain(bd_diags *diags, const bd_place *place, bd_severity severity,
		     bd_message message, const char *const args[])
{
	bd_diag *diag = BD_NEW(diags->arena, bd_diag);
	*diag = (bd_diag){ .severity = severity,
			   .message = message,
			   .args = copied(diags->arena, args),
			   .place = place };
	*(diags->last ? diags->last : &diags->first) = diag;
	diags->last = &diag->next;
	if (severity == BD_ERROR)
		diags->errors++;
	else if (severity == BD_WARNING)
		diags->warnings++;
	else
		diags->notes++;
	return diag;
}

void bd_hint_add(bd_diags *diags, bd_diag *diag, bd_hint hint, const char *const args[])
{
	diag->hint = hint;
	diag->hint_args = copied(diags->arena, args);
}

void bd_diags_return(bd_diags *diags, bd_diags before)
{
	*diags = before;
	if (before.last)
		*before.last = NULL;
}

static void add_pointer(bd_str *s, const bd_place *place)
{
	if (!place->up)
		return;
	add_pointer(s, place->up);
	if (place->within)
		return;
	bd_str_add_char(s, '/');
	if (!place->key) {
		bd_str_printf(s, "%zu", place->index);
		return;
	}
	for (const char *c = place->key; *c; c++) {
		if (*c == '~' || *c == '/')
			bd_str_add(s, *c == '~' ? "~0" : "~1");
		else
			bd_str_add_char(s, *c);
	}
}

const char *bd_place_pointer(bd_arena *arena, const bd_place *place)
{
	bd_str s = bd_str_new(arena);
	if (place)
		add_pointer(&s, place);
	return bd_str_text(&s);
}

const bd_source *bd_place_source(const bd_place *place)
{
	while (place && !place->source)
		place = place->up;
	return place ? place->source : NULL;
}

const char *bd_number_text(bd_arena *arena, double number)
{
	char text[BD_NUMBER_ROOM];
	bd_number_format(number, text);
	return bd_strdup(arena, text);
}

const char *bd_some_names(bd_arena *arena, const void *names, size_t count, size_t stride)
{
	enum { FEW = 12, LINE = 120 };
	bd_str list = bd_str_new(arena);
	for (size_t i = 0; i < count; i++) {
		const char *name = *(const char *const *)((const char *)names + i * stride);
		if (i >= FEW && list.length + strlen(name) > LINE) {
			bd_str_add(&list, ", …");
			break;
		}
		bd_str_add(&list, i ? ", " : "");
		bd_str_add(&list, name);
	}
	return bd_str_text(&list);
}

void bd_suggest_one_of(bd_diags *diags, bd_diag *diag, const void *names, size_t count,
		       size_t stride)
{
	bd_suggest(diags, diag, BD_HINT_ONE_OF, bd_some_names(diags->arena, names, count, stride));
}

/* What `bieudo list` calls the names of a kind; NULL where it has no list of them. */
static const char *list_of(const char *term)
{
	const struct {
		const char *term, *list;
	} lists[] = { { BD_TERM_ICON, "icons" },   { BD_TERM_FONT, "fonts" },
		      { BD_TERM_BLOCK, "blocks" }, { BD_TERM_MARK, "marks" },
		      { BD_TERM_PAGE, "pages" },   { BD_TERM_THEME, "themes" } };
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		if (lists[i].term == term)
			return lists[i].list;
	return NULL;
}

void bd_unknown_name(bd_diags *diags, const bd_place *place, const char *term, const char *name,
		     const void *names, size_t count, size_t stride)
{
	bd_diag *diag = bd_error(diags, place, BD_UNKNOWN_NAME, term, name);
	const char *near = bd_closest(name, names, count, stride);
	if (near) {
		bd_suggest(diags, diag, BD_HINT_DID_YOU_MEAN, near);
		return;
	}
	const char *some = bd_some_names(diags->arena, names, count, stride), *list = list_of(term);
	bool all = !bd_ends_with(some, "…");
	if (list && !all)
		bd_suggest(diags, diag, BD_HINT_ONE_OF_LISTED, some, list);
	else
		bd_suggest(diags, diag, BD_HINT_ONE_OF, some);
}
