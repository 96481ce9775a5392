/* cells_text.c - see cells_text.h. Cells are looked up by their bytes in the file, so that a text
 * is made, and put into NFC, once for all cells that are written alike. */
#include "data/cells_text.h"

#include "base/hash.h"
#include "base/utf8.h"
#include "data/group.h"

enum { FIRST_SLOTS = 256, CHUNK = 1 << 16, WORTH_A_TRY = 1024 };

/* A text, and where its first cell stands. */
typedef struct entry {
	bd_cell_span raw;
	uint64_t hash;
	bd_value value;
} entry;

/* Open addressing; a slot holds the number of an entry + 1. Never more than half full. */
typedef struct dictionary {
	bd_arena *arena, scratch;
	const char *text; /* of the file */
	uint32_t *slots;
	size_t size;
	BD_LIST(entry) entries;
	char *room, *room_end; /* for strings */
} dictionary;

static char *take_room(dictionary *d, size_t length)
{
	if ((size_t)(d->room_end - d->room) < length) {
		size_t size = length > CHUNK ? length : CHUNK;
		d->room = BD_ARRAY(d->arena, size, char);
		d->room_end = d->room + size;
	}
	char *taken = d->room;
	d->room += length;
	return taken;
}

static bd_value value_of(dictionary *d, bd_cell_span raw)
{
	const char *text = d->text;
	bd_cell_span span = raw.size && text[raw.start] == '"' ? bd_cell_unquoted(text, raw) : raw;
	size_t length = bd_cell_span_length(span);
	if ((span.size & BD_CELL_DOUBLED) || !bd_utf8_is_ascii(text + span.start, length))
		return bd_v_string(bd_cell_text(d->arena, text, span));
	char *copy = take_room(d, length + 1);
	memcpy(copy, text + span.start, length);
	copy[length] = 0;
	return (bd_value){ .kind = BD_V_STRING, .length = (uint32_t)length, .string = copy };
}

static void grow(dictionary *d)
{
	d->size = d->size ? d->size * 4 : FIRST_SLOTS;
	d->slots = BD_ARRAY(&d->scratch, d->size, uint32_t);
	for (size_t i = 0; i < d->entries.count; i++) {
		size_t at = d->entries.items[i].hash & (d->size - 1);
		while (d->slots[at])
			at = (at + 1) & (d->size - 1);
		d->slots[at] = (uint32_t)i + 1;
	}
}

static inline bool same_bytes(const char *text, bd_cell_span a, bd_cell_span b)
{
	return a.size == b.size && !memcmp(text + a.start, text + b.start, a.size);
}

/* The number of the text that is written so. */
static uint32_t entry_of(dictionary *d, bd_cell_span raw)
{
	uint64_t hash = bd_hash_bytes(d->text + raw.start, raw.size);
	size_t at = hash & (d->size - 1);
	for (; d->slots[at]; at = (at + 1) & (d->size - 1)) {
		const entry *e = &d->entries.items[d->slots[at] - 1];
		if (e->hash == hash && same_bytes(d->text, e->raw, raw))
			return d->slots[at] - 1;
	}
	uint32_t number = (uint32_t)d->entries.count;
	bd_push(&d->scratch, &d->entries, ((entry){ raw, hash, value_of(d, raw) }));
	d->slots[at] = number + 1;
	if (d->entries.count * 2 > d->size)
		grow(d);
	return number;
}

/* What is written differently may be the same text: "x" and x, NFC and NFD. */
static void keep_codes(dictionary *d, bd_column *c, uint32_t *entries)
{
	bd_value *values = BD_ARRAY(&d->scratch, d->entries.count, bd_value);
	for (size_t i = 0; i < d->entries.count; i++)
		values[i] = d->entries.items[i].value;
	bd_column different = { .kind = BD_COLUMN_TEXT,
				.values = values,
				.rows = d->entries.count };
	bd_codes codes = bd_column_codes(&d->scratch, &different);
	if (codes.count < d->entries.count)
		for (size_t i = 0; i < c->rows; i++)
			entries[i] = codes.of_row[entries[i]];
	c->codes = entries;
	c->code_count = codes.count;
}

/* Fills in values and entry numbers as long as texts repeat; returns for how many rows. */
static size_t look_up(dictionary *d, const bd_cells *cells, size_t column, bd_value *values,
		      uint32_t *entries)
{
	bd_cell_span last = { 0, UINT32_MAX };
	for (size_t i = 0; i < cells->rows; i++) {
		bd_cell_span raw = bd_cell_raw(cells, i, column);
		bool again = same_bytes(d->text, raw, last);
		entries[i] = again ? entries[i - 1] : entry_of(d, raw);
		values[i] = d->entries.items[entries[i]].value;
		last = raw;
		if (d->entries.count > WORTH_A_TRY && d->entries.count > i / 4)
			return i + 1;
	}
	return cells->rows;
}

void bd_cells_make_text(bd_arena *arena, const bd_cells *cells, bd_column *c)
{
	dictionary d = { .arena = arena, .text = cells->source->text };
	size_t column = (size_t)c->file_column - 1;
	bd_value *values = BD_ARRAY(arena, c->rows, bd_value);
	uint32_t *entries = BD_ARRAY(arena, c->rows, uint32_t);
	grow(&d);
	size_t done = look_up(&d, cells, column, values, entries);
	if (done == c->rows)
		keep_codes(&d, c, entries);
	for (size_t i = done; i < c->rows; i++)
		values[i] = value_of(&d, bd_cell_raw(cells, i, column));
	c->kind = BD_COLUMN_TEXT;
	c->values = values;
	bd_arena_free(&d.scratch);
}
