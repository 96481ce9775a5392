/* json_rows.c - rows of JSON straight into columns (json/stream.h). */
#include "data/json_rows.h"

#include "data/intern.h"
#include "unicode/check.h"
#include "unicode/nfc.h"
#include "json/stream.h"
#include <stdlib.h>
#include <string.h>

enum { FIRST_ROWS = 1000 };

typedef struct building {
	const char *key, *name; /* as it is written first; in NFC */
	bd_value *values;       /* undefined where a row has none */
	size_t room;
} building;

typedef BD_LIST(uint32_t) row_list;

typedef struct builder {
	bd_env *env;
	bd_arena scratch;
	size_t length, offset; /* of the source; of the row */
	size_t rows, member;   /* begun; of the row, the next one */
	BD_LIST(building) columns;
	row_list plain;  /* see origin */
	bd_intern known; /* strings */
} builder;

/* Room for as many rows as there will be if they are like those read so far. */
static void grow(builder *b, building *column)
{
	double each = b->rows > 1 ? (double)b->offset / (double)(b->rows - 1) : (double)b->length;
	size_t more = (size_t)((double)(b->length - b->offset) / (each > 1 ? each : 1) * 1.02);
	size_t room = b->rows + FIRST_ROWS + (b->rows > FIRST_ROWS ? more : 0);
	column->values = bd_grow(&b->scratch, column->values, column->room * sizeof(bd_value),
				 room * sizeof(bd_value));
	column->room = room;
}

/* Rows mostly name their members in one order: look there first. NULL for a name that is to be
 * complained of. */
static building *find(builder *b, const char *key)
{
	size_t guess = b->member++;
	if (guess < b->columns.count && !strcmp(b->columns.items[guess].key, key))
		return &b->columns.items[guess];
	bd_message why;
	if (bd_text_forbidden(key, strlen(key), &why))
		return NULL;
	const char *name = bd_nfc(b->env->arena, key, strlen(key));
	for (size_t i = 0; i < b->columns.count; i++)
		if (!strcmp(b->columns.items[i].name, name))
			return &b->columns.items[i];
	building column = { bd_strdup(b->env->arena, key), bd_strdup(b->env->arena, name), NULL,
			    0 };
	if (b->columns.count >= bd_table_most_columns(b->rows))
		return NULL;
	bd_push(&b->scratch, &b->columns, column);
	return &b->columns.items[b->columns.count - 1];
}

/* A string that stays, in NFC; false for one that is to be complained of. */
static bool keep_string(builder *b, bd_value *v)
{
	bd_arena *arena = b->env->arena;
	bd_message why;
	uint32_t number = bd_intern_find(&b->known, v->string, v->length);
	bd_interned *entry = &b->known.entries.items[number];
	if (entry->value.kind == BD_V_UNDEFINED) {
		if (bd_text_forbidden(v->string, v->length, &why))
			return false;
		const char *copy = bd_strndup(arena, v->string, v->length);
		entry->bytes = copy;
		entry->value = bd_v_string(bd_nfc(arena, copy, v->length));
	}
	*v = entry->value;
	return true;
}

static void on_begin(void *user, size_t offset)
{
	builder *b = user;
	b->rows++;
	b->offset = offset;
	b->member = 0;
}

static bool on_member(void *user, const char *name, bd_value value)
{
	builder *b = user;
	building *column = find(b, name ? name : "data");
	if (!column || (value.kind == BD_V_STRING && !keep_string(b, &value)))
		return false;
	if (!name)
		bd_push(b->env->arena, &b->plain, (uint32_t)b->rows - 1);
	if (b->rows > column->room)
		grow(b, column);
	column->values[b->rows - 1] = value;
	return true;
}

/* --- where a row was written --- */

typedef struct origin {
	bd_rows_origin base;
	bd_place array;
	bd_table *table;   /* as it was read */
	const char **keys; /* of its columns, as they are written */
	row_list plain;    /* rows that are no objects */
} origin;

static bd_value read_value(const origin *o, size_t row, const bd_column *column)
{
	return bd_column_value(o->table->columns[column->file_column - 1], row);
}

static int by_row(const void *a, const void *b)
{
	uint32_t p = *(const uint32_t *)a, q = *(const uint32_t *)b;
	return (p > q) - (p < q);
}

static bool is_plain(const origin *o, size_t row)
{
	uint32_t key = (uint32_t)row;
	return o->plain.count && bsearch(&key, o->plain.items, o->plain.count, sizeof key, by_row);
}

static const bd_place *place_of(const bd_rows_origin *base, bd_arena *arena, size_t row,
				const bd_column *column)
{
	const origin *o = (const origin *)base;
	bd_place *place = BD_ARRAY(arena, 2, bd_place);
	place[0] = (bd_place){ .up = &o->array, .index = row };
	if (is_plain(o, row) || read_value(o, row, column).kind == BD_V_UNDEFINED)
		return place;
	place[1] = (bd_place){ .up = place, .key = o->keys[column->file_column - 1] };
	return &place[1];
}

static const char *written(const bd_rows_origin *base, bd_arena *arena, size_t row,
			   const bd_column *column)
{
	return bd_value_to_string(arena, read_value((const origin *)base, row, column));
}

static bd_table *table_of(builder *b, const bd_source *source)
{
	bd_arena *arena = b->env->arena;
	bd_table *table = bd_table_new(arena, b->rows);
	const char **keys = BD_ARRAY(arena, b->columns.count, const char *);
	for (size_t i = 0; i < b->columns.count; i++) {
		building *from = &b->columns.items[i];
		if (b->rows > from->room)
			grow(b, from);
		bd_column *c = bd_column_new_values(arena, from->name, from->values, b->rows);
		if (!bd_column_has_numbers(c)) {
			bd_value *values = BD_ARRAY(arena, b->rows, bd_value);
			memcpy(values, from->values, b->rows * sizeof *values);
			c->values = values;
		}
		c->file_column = (int)i + 1;
		keys[i] = from->key;
		bd_table_set(table, c);
	}
	origin *o = BD_NEW(arena, origin);
	*o = (origin){ { place_of, written, NULL, NULL },
		       { .source = source },
		       bd_table_copy(table),
		       keys,
		       b->plain };
	table->origin = &o->base;
	return table;
}

bd_table *bd_json_rows_read(bd_env *env, const bd_source *source)
{
	static const bd_json_rows rows = { on_begin, on_member };
	bd_source *own = BD_NEW(env->arena, bd_source);
	*own = *source;
	builder b = { .env = env, .length = source->length };
	b.known = bd_intern_new(&b.scratch);
	bool sound = bd_json_each_row(env->arena, own, &rows, &b) &&
		     b.columns.count <= bd_table_most_columns(b.rows);
	bd_table *table = sound ? table_of(&b, own) : NULL;
	bd_arena_free(&b.scratch);
	return table;
}
