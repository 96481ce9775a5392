/* tidy.c - what a reader of a file does not see (tidy.h). */
#include "data/tidy.h"

#include "base/str.h"
#include "base/utf8.h"
#include "data/intern.h"
#include "unicode/check.h"
#include <string.h>

/* The bytes of the blank at `at`, or of what has no width; 0: something else. */
static size_t blank_length(const char *at, const char *end)
{
	const char *next;
	if (at >= end)
		return 0;
	uint32_t c = bd_utf8_next(at, end, &next);
	bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || c == 0x200B ||
		     c == 0xFEFF;
	return blank ? (size_t)(next - at) : 0;
}

static const char *skip_blanks(const char *at, const char *end)
{
	for (size_t n; (n = blank_length(at, end));)
		at += n;
	return at;
}

/* --- names --- */

static const char *letters_of(bd_arena *arena, size_t column)
{
	char letters[16];
	size_t n = sizeof letters - 1;
	letters[n] = 0;
	for (column++; column && n; column = (column - 1) / 26)
		letters[--n] = (char)('A' + (column - 1) % 26);
	return bd_strdup(arena, letters + n);
}

static const char *without_blanks(bd_arena *arena, const char *name)
{
	const char *end = name + strlen(name), *at = skip_blanks(name, end);
	bd_str s = bd_str_new(arena);
	while (at < end) {
		const char *next = skip_blanks(at, end), *after;
		if (next == at) {
			bd_utf8_next(at, end, &after);
			bd_str_add_bytes(&s, at, (size_t)(after - at));
			at = after;
			continue;
		}
		if (next < end)
			bd_str_add_char(&s, ' ');
		at = next;
	}
	return bd_str_text(&s);
}

void bd_distinct_names(bd_arena *arena, const char **names, size_t count)
{
	bd_arena scratch = { 0 };
	bd_intern taken = bd_intern_new(&scratch); /* of each, the number that its next copy gets */
	for (size_t i = 0; i < count; i++) {
		const char *name = names[i];
		uint32_t own = bd_intern_find(&taken, name, strlen(name)), at = own;
		while (taken.entries.items[at].value.kind != BD_V_UNDEFINED) {
			double copy = taken.entries.items[own].value.number++;
			names[i] = bd_printf(arena, "%s %.0f", name, copy);
			at = bd_intern_find(&taken, names[i], strlen(names[i]));
		}
		taken.entries.items[at].value = bd_v_number(2);
	}
	bd_arena_free(&scratch);
}

void bd_tidy_names(bd_arena *arena, const char **names, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		names[i] = without_blanks(arena, names[i]);
		if (!*names[i])
			names[i] = letters_of(arena, i);
	}
	bd_distinct_names(arena, names, count);
}

/* --- cells of a text file --- */

static bool is_blank_row(const bd_cells *cells, size_t row)
{
	for (size_t c = 0; c < cells->count; c++)
		if (bd_cell_raw(cells, row, c).size)
			return false;
	return true;
}

void bd_tidy_cells(bd_cells *cells)
{
	size_t width = cells->count + 1, kept = 0;
	cells->trim = true;
	for (size_t r = 0; r < cells->rows; r++) {
		if (is_blank_row(cells, r))
			continue;
		if (kept != r)
			memcpy(cells->ends + kept * width, cells->ends + r * width,
			       width * sizeof *cells->ends);
		kept++;
	}
	cells->rows = kept;
}

bd_cell_span bd_cell_trimmed(const char *text, bd_cell_span cell)
{
	const char *end = text + cell.start + cell.size, *at = skip_blanks(text + cell.start, end);
	const char *last = at, *next;
	for (const char *p = at; p < end; p = next) {
		size_t n = blank_length(p, end);
		next = p + n;
		if (!n) {
			bd_utf8_next(p, end, &next);
			last = next;
		}
	}
	return (bd_cell_span){ (uint32_t)(at - text), (uint32_t)(last - at) };
}

/* --- cells of a sheet --- */

static bool needs_trimming(const bd_value *v)
{
	if (v->kind != BD_V_STRING || !v->length)
		return false;
	const char *end = v->string + v->length, *last = end - 1;
	while (last > v->string && ((unsigned char)*last & 0xC0) == 0x80)
		last--;
	return blank_length(v->string, end) || blank_length(last, end);
}

static bd_value trimmed(bd_arena *arena, bd_value v)
{
	bd_cell_span span = bd_cell_trimmed(v.string, (bd_cell_span){ 0, v.length });
	if (!span.size)
		return bd_v_null();
	return bd_v_string(bd_strndup(arena, v.string + span.start, span.size));
}

static void check_text(bd_env *env, bd_table *table, size_t row, const bd_column *c)
{
	bd_message why;
	bd_value v = c->values[row];
	const char *at = bd_text_forbidden(v.string, v.length, &why);
	if (at)
		bd_error(env->diags, bd_table_place(table, row, c), why,
			 bd_forbidden_name(env->arena, why, at, v.string + v.length));
}

static bd_column *tidy_column(bd_env *env, bd_table *table, bd_column *c, bool *filled)
{
	bd_value *values = NULL;
	for (size_t i = 0; i < c->rows; i++) {
		bd_value v = bd_column_value(c, i);
		if (v.kind == BD_V_STRING)
			check_text(env, table, i, c);
		if (needs_trimming(&v)) {
			if (!values) {
				values = BD_ARRAY(env->arena, c->rows, bd_value);
				memcpy(values, c->values, c->rows * sizeof *values);
			}
			v = values[i] = trimmed(env->arena, v);
		}
		filled[i] = filled[i] || !bd_value_is_missing(v);
	}
	if (!values)
		return c;
	bd_column *tidy = bd_column_new_values(env->arena, c->name, values, c->rows);
	tidy->file_column = c->file_column;
	return tidy;
}

void bd_tidy_sheet(bd_env *env, bd_table **table)
{
	bd_table *t = *table, *out = bd_table_new(env->arena, t->rows);
	bool *filled = BD_ARRAY(env->arena, t->rows, bool);
	const char **names = BD_ARRAY(env->arena, t->count, const char *);
	out->origin = t->origin;
	for (size_t i = 0; i < t->count; i++)
		names[i] = t->columns[i]->name;
	bd_tidy_names(env->arena, names, t->count);
	for (size_t i = 0; i < t->count; i++) {
		bd_column *c = tidy_column(env, t, bd_table_at(t, i), filled);
		if (strcmp(names[i], c->name)) {
			bd_column *named = BD_NEW(env->arena, bd_column);
			*named = *c;
			named->name = names[i];
			c = named;
		}
		bd_table_set(out, c);
	}
	uint32_t *rows = BD_ARRAY(env->arena, t->rows, uint32_t);
	size_t count = 0;
	for (size_t i = 0; i < t->rows; i++)
		if (filled[i])
			rows[count++] = (uint32_t)i;
	*table = count == t->rows ? out : bd_table_pick(out, rows, count);
}
