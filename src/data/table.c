#include "data/table.h"

#include "base/array.h"
#include "base/str.h"
#include <string.h>

bd_table *bd_table_new(bd_arena *arena, size_t rows)
{
	bd_table *table = BD_NEW(arena, bd_table);
	table->arena = arena;
	table->rows = rows;
	return table;
}

bd_table *bd_table_copy(const bd_table *table)
{
	bd_table *copy = BD_NEW(table->arena, bd_table);
	*copy = *table;
	copy->room = table->count + 4;
	copy->columns = BD_ARRAY(table->arena, copy->room, bd_column *);
	if (table->count)
		memcpy(copy->columns, table->columns, table->count * sizeof *table->columns);
	return copy;
}

static size_t index_of(const bd_table *table, const char *name)
{
	for (size_t i = 0; i < table->count; i++)
		if (!strcmp(table->columns[i]->name, name))
			return i;
	return table->count;
}

void bd_table_set(bd_table *table, bd_column *column)
{
	size_t i = index_of(table, column->name);
	if (i == table->count && table->count == table->room)
		table->columns =
			bd_list_grow(table->arena, table->columns, table->count, table->count + 1,
				     &table->room, sizeof *table->columns);
	table->columns[i] = column;
	table->count += i == table->count;
}

void bd_table_drop(bd_table *table, const char *name)
{
	size_t i = index_of(table, name);
	if (i == table->count)
		return;
	table->count--;
	memmove(&table->columns[i], &table->columns[i + 1],
		(table->count - i) * sizeof *table->columns);
}

bd_table *bd_table_pick(const bd_table *table, const uint32_t *picked, size_t count)
{
	bd_table *out = bd_table_copy(table);
	out->rows = count;
	for (size_t i = 0; i < table->count; i++)
		out->columns[i] = bd_column_pick(table->arena, table->columns[i], picked, count);
	if (table->origin_rows) {
		uint32_t *rows = BD_ARRAY(table->arena, count, uint32_t);
		for (size_t i = 0; i < count; i++)
			rows[i] = table->origin_rows[picked[i]];
		out->origin_rows = rows;
	} else {
		out->origin_rows = picked;
	}
	return out;
}

bd_column *bd_table_at(bd_table *table, size_t i)
{
	return bd_column_ready(table->arena, table->columns[i]);
}

bd_column *bd_table_column(bd_table *table, const char *name)
{
	size_t i = index_of(table, name);
	return i < table->count ? bd_table_at(table, i) : NULL;
}

bd_value bd_value_along(bd_value v, const char *const *names, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (v.kind == BD_V_ARRAY) {
			bd_value index = bd_v_string(names[i]);
			double at = bd_value_to_number(index);
			bool is_in = at >= 0 && at < v.length;
			v = !strcmp(names[i], "length") ? bd_v_number(v.length)
			    : is_in                     ? v.items[(size_t)at]
							: bd_v_undefined();
		} else {
			v = bd_value_get(v, names[i]);
		}
	}
	return v;
}

bd_column *bd_table_field(bd_table *table, const char *path)
{
	bd_column *c = bd_table_column(table, path);
	if (c)
		return c;
	size_t count;
	const char *const *names = bd_path_split(table->arena, path, &count);
	c = count ? bd_table_column(table, names[0]) : NULL;
	if (!c || count == 1)
		return c;
	bd_value *values = BD_ARRAY(table->arena, c->rows, bd_value);
	for (size_t i = 0; i < c->rows; i++)
		values[i] = bd_value_along(bd_column_value(c, i), names + 1, count - 1);
	bd_column *nested = bd_column_new_values(table->arena, path, values, c->rows);
	nested->file_column = c->file_column;
	return nested;
}

/* A title stands above the header where one of the first rows holds the name that is looked for. */
static void suggest_header(bd_env *env, bd_table *table, const char *path, bd_diag *diag)
{
	enum { ROWS = 12, COLUMNS = 60 };
	for (size_t c = 0; c < table->count && c < COLUMNS; c++) {
		const bd_column *column = bd_table_at(table, c);
		for (size_t r = 0; r < column->rows && r < ROWS; r++) {
			bd_value v = bd_column_value(column, r);
			if (v.kind != BD_V_STRING || strcmp(v.string, path))
				continue;
			const bd_place *place = bd_table_place(table, r, table->columns[0]);
			const char *cell =
				place && place->source ? strrchr(place->source->name, '!') : NULL;
			if (place && place->line)
				bd_suggest(env->diags, diag, BD_HINT_HEADER_IN_LINE, path,
					   bd_printf(env->arena, "%zu", (size_t)place->line));
			else if (cell)
				bd_suggest(env->diags, diag, BD_HINT_HEADER_IN_CELL, path,
					   cell + 1);
			return;
		}
	}
}

enum { MOST_LISTED = 12 };

/* "a, b, c"; more than a dozen end in "…". */
static const char *listed(bd_env *env, const char *const *names, size_t count)
{
	bd_str all = bd_str_new(env->arena);
	for (size_t i = 0; i < count && i <= MOST_LISTED; i++)
		bd_str_printf(&all, "%s%s", i ? ", " : "", i < MOST_LISTED ? names[i] : "…");
	return bd_str_text(&all);
}

static void complain_unknown(bd_env *env, bd_table *table, const char *path, const bd_place *place)
{
	bd_diag *diag = bd_error(env->diags, place, BD_UNKNOWN_COLUMN, path);
	const char **names = BD_ARRAY(env->arena, table->count, const char *);
	for (size_t i = 0; i < table->count; i++)
		names[i] = table->columns[i]->name;
	const char *near = bd_closest(path, names, table->count, sizeof *names);
	const char *elsewhere = table->origin ? table->origin->elsewhere : NULL;
	if (near)
		bd_suggest(env->diags, diag, BD_HINT_DID_YOU_MEAN, near);
	else if (elsewhere)
		bd_suggest(env->diags, diag, BD_HINT_OTHER_SHEETS, listed(env, names, table->count),
			   elsewhere);
	else if (table->count <= MOST_LISTED)
		bd_suggest(env->diags, diag, BD_HINT_ONE_OF, listed(env, names, table->count));
	suggest_header(env, table, path, diag);
}

/* Whether a failed transform may have made the column: its failure was told, and is all to tell. */
static bool is_promised(const bd_table *table, const char *name)
{
	for (const bd_promise *p = table->promised; p; p = p->next)
		if (!strcmp(p->name, name))
			return true;
	return table->unsure;
}

/* A nested member that no row has. */
static bool is_nowhere(const bd_column *column)
{
	if (bd_column_has_numbers(column))
		return false;
	for (size_t i = 0; i < column->rows; i++)
		if (bd_column_value(column, i).kind != BD_V_UNDEFINED)
			return false;
	return column->rows > 0;
}

bd_column *bd_table_need(bd_env *env, bd_table *table, const char *path, const bd_place *place)
{
	bd_column *c = bd_table_field(table, path);
	size_t count = 0;
	const char *const *names =
		c && bd_table_column(table, path) ? NULL : bd_path_split(env->arena, path, &count);
	if (c && count > 1 && is_nowhere(c))
		c = NULL;
	if (c || !table->count) /* no columns at all: that was said where they were read */
		return c;
	if (!is_promised(table, path) && !(count && is_promised(table, names[0])))
		complain_unknown(env, table, path, place);
	return NULL;
}

bd_column *bd_table_need_name(bd_env *env, bd_table *table, const char *name, const bd_place *place)
{
	bd_column *c = bd_table_column(table, name);
	if (!c && table->count && !is_promised(table, name))
		complain_unknown(env, table, name, place);
	return c;
}

void bd_table_inherit(bd_table *table, const bd_table *from)
{
	if (!table->promised)
		table->promised = from->promised;
	table->unsure |= from->unsure;
}

void bd_table_promise(bd_table *table, const char *name)
{
	bd_promise *promise = BD_NEW(table->arena, bd_promise);
	*promise = (bd_promise){ name, table->promised };
	table->promised = promise;
}

bd_value bd_table_cell(bd_table *table, size_t row, const char *path)
{
	bd_column *c = bd_table_field(table, path);
	return c && row < table->rows ? bd_column_value(c, row) : bd_v_undefined();
}

bd_value bd_table_row(bd_table *table, size_t row)
{
	bd_value_member *members = BD_ARRAY(table->arena, table->count, bd_value_member);
	uint32_t count = 0;
	for (size_t i = 0; i < table->count; i++) {
		const bd_column *c = bd_table_at(table, i);
		bd_value v = bd_column_value(c, row);
		if (v.kind != BD_V_UNDEFINED)
			members[count++] = (bd_value_member){ c->name, v };
	}
	return (bd_value){ .kind = BD_V_OBJECT, .length = count, .members = members };
}

const bd_place *bd_table_place(bd_table *table, size_t row, const bd_column *column)
{
	if (!table->origin || !column->file_column || row >= table->rows)
		return NULL;
	size_t at = table->origin_rows ? table->origin_rows[row] : row;
	return table->origin->place(table->origin, table->arena, at, column);
}

const char *bd_table_written(bd_table *table, size_t row, const bd_column *column)
{
	if (!table->origin || !column->file_column)
		return bd_value_to_string(table->arena, bd_column_value(column, row));
	size_t at = table->origin_rows ? table->origin_rows[row] : row;
	return table->origin->written(table->origin, table->arena, at, column);
}
