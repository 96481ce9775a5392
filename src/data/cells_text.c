/* cells_text.c - see cells_text.h. Cells are looked up by their bytes in the file, so that a text
 * is made, and put into NFC, once for all cells that are written alike. */
#include "data/cells_text.h"

#include "base/utf8.h"
#include "data/group.h"
#include "data/intern.h"
#include <string.h>

enum { CHUNK = 1 << 16, WORTH_A_TRY = 1024 };

/* The texts of a column while they are made. */
typedef struct maker {
	bd_arena *arena, scratch;
	const char *text; /* of the file */
	bd_intern known;
	char *room, *room_end; /* for strings */
} maker;

static char *take_room(maker *m, size_t length)
{
	if ((size_t)(m->room_end - m->room) < length) {
		size_t size = length > CHUNK ? length : CHUNK;
		m->room = BD_ARRAY(m->arena, size, char);
		m->room_end = m->room + size;
	}
	char *taken = m->room;
	m->room += length;
	return taken;
}

static bd_value value_of(maker *m, bd_cell_span raw)
{
	const char *text = m->text;
	bd_cell_span span = raw.size && text[raw.start] == '"' ? bd_cell_unquoted(text, raw) : raw;
	size_t length = bd_cell_span_length(span);
	if ((span.size & BD_CELL_DOUBLED) || !bd_utf8_is_ascii(text + span.start, length))
		return bd_v_string(bd_cell_text(m->arena, text, span));
	char *copy = take_room(m, length + 1);
	memcpy(copy, text + span.start, length);
	copy[length] = 0;
	return (bd_value){ .kind = BD_V_STRING, .length = (uint32_t)length, .string = copy };
}

static inline bool same_bytes(const char *text, bd_cell_span a, bd_cell_span b)
{
	return a.size == b.size && !memcmp(text + a.start, text + b.start, a.size);
}

/* The number of the text that is written so. */
static uint32_t entry_of(maker *m, bd_cell_span raw)
{
	uint32_t number = bd_intern_find(&m->known, m->text + raw.start, raw.size);
	bd_interned *entry = &m->known.entries.items[number];
	if (entry->value.kind == BD_V_UNDEFINED)
		entry->value = value_of(m, raw);
	return number;
}

/* What is written differently may be the same text: "x" and x, NFC and NFD. */
static void keep_codes(maker *m, bd_column *c, uint32_t *entries)
{
	bd_value *values = BD_ARRAY(&m->scratch, m->known.entries.count, bd_value);
	for (size_t i = 0; i < m->known.entries.count; i++)
		values[i] = m->known.entries.items[i].value;
	bd_column different = { .kind = BD_COLUMN_TEXT,
				.values = values,
				.rows = m->known.entries.count };
	bd_codes codes = bd_column_codes(&m->scratch, &different);
	if (codes.count < m->known.entries.count)
		for (size_t i = 0; i < c->rows; i++)
			entries[i] = codes.of_row[entries[i]];
	c->codes = entries;
	c->code_count = codes.count;
}

/* Fills in values and entry numbers as long as texts repeat; returns for how many rows. */
static size_t look_up(maker *m, const bd_cells *cells, size_t column, bd_value *values,
		      uint32_t *entries)
{
	bd_cell_span last = { 0, UINT32_MAX };
	for (size_t i = 0; i < cells->rows; i++) {
		bd_cell_span raw = bd_cell_raw(cells, i, column);
		bool again = same_bytes(m->text, raw, last);
		entries[i] = again ? entries[i - 1] : entry_of(m, raw);
		values[i] = m->known.entries.items[entries[i]].value;
		last = raw;
		if (m->known.entries.count > WORTH_A_TRY && m->known.entries.count > i / 4)
			return i + 1;
	}
	return cells->rows;
}

void bd_cells_make_text(bd_arena *arena, const bd_cells *cells, bd_column *c)
{
	maker m = { .arena = arena, .text = cells->source->text };
	size_t column = (size_t)c->file_column - 1;
	bd_value *values = BD_ARRAY(arena, c->rows, bd_value);
	uint32_t *entries = BD_ARRAY(arena, c->rows, uint32_t);
	m.known = bd_intern_new(&m.scratch);
	size_t done = look_up(&m, cells, column, values, entries);
	if (done == c->rows)
		keep_codes(&m, c, entries);
	for (size_t i = done; i < c->rows; i++)
		values[i] = value_of(&m, bd_cell_raw(cells, i, column));
	c->kind = BD_COLUMN_TEXT;
	c->values = values;
	bd_arena_free(&m.scratch);
}
