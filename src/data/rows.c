/* rows.c - rows from values and from JSON: objects become rows, their members columns. */
#include "data/rows.h"

#include "base/array.h"
#include "base/limits.h"
#include <string.h>

typedef struct building {
	const char *name;
	bd_value *values;
} building;

typedef BD_LIST(building) building_list;

size_t bd_table_most_columns(size_t rows)
{
	enum { FEW = 1000 }; /* full ones are shorter than their file */
	size_t most = BD_MAX_CELLS / (rows ? rows : 1);
	return most < FEW ? FEW : most < BD_MAX_COLUMNS ? most : BD_MAX_COLUMNS;
}

/* The column of a member. Rows mostly name their members in one order: look there first. */
static size_t find(bd_arena *arena, building_list *columns, const char *name, size_t guess,
		   size_t rows)
{
	if (guess < columns->count && !strcmp(columns->items[guess].name, name))
		return guess;
	for (size_t i = 0; i < columns->count; i++)
		if (!strcmp(columns->items[i].name, name))
			return i;
	bd_value *values = BD_ARRAY(arena, rows, bd_value);
	bd_push(arena, columns, ((building){ name, values }));
	return columns->count - 1;
}

bd_table *bd_table_from_values(bd_arena *arena, const bd_value *values, size_t count)
{
	building_list columns = { 0 };
	size_t most = bd_table_most_columns(count);
	for (size_t i = 0; i < count; i++) {
		if (values[i].kind != BD_V_OBJECT) {
			size_t c = find(arena, &columns, "data", 0, count);
			columns.items[c].values[i] = values[i];
			continue;
		}
		for (uint32_t m = 0; m < values[i].length; m++) {
			const bd_value_member *member = &values[i].members[m];
			size_t c = find(arena, &columns, member->name, m, count);
			columns.items[c].values[i] = member->value;
			if (columns.count > most)
				return NULL;
		}
	}
	bd_table *table = bd_table_new(arena, count);
	for (size_t i = 0; i < columns.count; i++) {
		bd_column *c = bd_column_new_values(arena, columns.items[i].name,
						    columns.items[i].values, count);
		bd_table_set(table, c);
	}
	return table;
}

/* Rows that are JSON nodes know their places. */
typedef struct json_rows {
	bd_rows_origin origin;
	const bd_json *array;
} json_rows;

static const bd_json *node_at(const bd_rows_origin *origin, size_t row, const bd_column *column)
{
	const bd_json *array = ((const json_rows *)origin)->array;
	const bd_json *node = array->kind == BD_JSON_ARRAY ? bd_json_at(array, row) : array;
	const bd_json *member = bd_json_get(node, column->name);
	return member ? member : node;
}

static const bd_place *json_place(const bd_rows_origin *origin, bd_arena *arena, size_t row,
				  const bd_column *column)
{
	(void)arena;
	const bd_json *node = node_at(origin, row, column);
	return node ? &node->place : NULL;
}

static const char *json_written(const bd_rows_origin *origin, bd_arena *arena, size_t row,
				const bd_column *column)
{
	const bd_json *node = node_at(origin, row, column);
	return bd_value_to_string(arena, bd_json_value(arena, node));
}

bd_table *bd_table_from_json(bd_env *env, const bd_json *array)
{
	bd_arena *arena = env->arena;
	bool is_array = bd_json_is(array, BD_JSON_ARRAY);
	size_t count = is_array ? array->count : 1;
	bd_value *values = BD_ARRAY(arena, count, bd_value);
	for (size_t i = 0; i < count; i++)
		values[i] = bd_json_value(arena, is_array ? array->items[i] : array);
	bd_table *table = bd_table_from_values(arena, values, count);
	if (!table) {
		bd_error(env->diags, &array->place, BD_TOO_MANY_CELLS,
			 bd_number_text(arena, (double)count),
			 bd_number_text(arena, (double)bd_table_most_columns(count)));
		return bd_table_new(arena, 0);
	}
	json_rows *rows = BD_NEW(arena, json_rows);
	*rows = (json_rows){ { json_place, json_written, NULL, NULL }, array };
	table->origin = &rows->origin;
	for (size_t i = 0; i < table->count; i++)
		table->columns[i]->file_column = (int)i + 1;
	return table;
}
