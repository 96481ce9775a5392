#include "data/xlsx_text.h"

#include "base/utf8.h"
#include "unicode/nfc.h"
#include "xml/push.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

enum { ROOM = 64 }; /* for a NUL, and for bd_number_plain to look beyond the end */

/* _x000D_ and the like, as Excel writes characters that XML cannot hold. */
static size_t undo_escapes(char *text, size_t length)
{
	size_t to = 0;
	for (size_t i = 0; i < length;) {
		char *end = text + i;
		bool escape = length - i >= 7 && text[i] == '_' && text[i + 1] == 'x' &&
			      text[i + 6] == '_' && isxdigit((unsigned char)text[i + 2]);
		unsigned long c = escape ? strtoul(text + i + 2, &end, 16) : 0;
		if (escape && end == text + i + 6 && c < 0x80) {
			if (c >= ' ' || c == '\n' || c == '\t')
				text[to++] = (char)c;
			i += 7;
		} else {
			text[to++] = text[i++];
		}
	}
	return to;
}

static bd_value value_of(bd_arena *arena, const char *bytes, size_t length)
{
	char *text = bd_strndup(arena, bytes, length);
	if (memchr(text, '_', length))
		length = undo_escapes(text, length);
	text[length] = 0;
	if (!bd_utf8_is_ascii(text, length))
		return bd_v_string(bd_nfc(arena, text, length));
	return (bd_value){ .kind = BD_V_STRING, .length = (uint32_t)length, .string = text };
}

bd_value bd_xlsx_text(bd_xlsx_book *book, bd_intern *known, const bd_xlsx_runs *r)
{
	const char *bytes = r->bytes.count ? r->bytes.items : "";
	uint32_t number = bd_intern_find(known, bytes, r->bytes.count);
	bd_interned *entry = &known->entries.items[number];
	if (entry->value.kind == BD_V_UNDEFINED) {
		entry->bytes = bd_strndup(known->arena, bytes, r->bytes.count);
		entry->value = value_of(book->arena, bytes, r->bytes.count);
	}
	return entry->value;
}

void bd_xlsx_runs_begin(bd_xlsx_runs *r, bool runs)
{
	r->bytes.count = 0;
	r->runs = runs;
	r->in_t = r->aloud = false;
}

void bd_xlsx_runs_tag(bd_xlsx_runs *r, const char *name, bool open)
{
	if (!strcmp(name, "t"))
		r->in_t = open;
	else if (!strcmp(name, "rPh"))
		r->aloud = open;
}

void bd_xlsx_runs_text(bd_arena *arena, bd_xlsx_runs *r, const char *text, size_t length)
{
	if (r->runs && (!r->in_t || r->aloud))
		return;
	bd_reserve(arena, &r->bytes, length + ROOM);
	memcpy(r->bytes.items + r->bytes.count, text, length);
	r->bytes.count += length;
	r->bytes.items[r->bytes.count] = 0;
}

/* --- shared strings --- */

typedef struct table {
	bd_xlsx_book *book;
	bd_intern known;
	bd_xlsx_runs runs;
	BD_LIST(bd_value) strings;
	bool in_string;
} table;

static void on_start(void *user, const char *name, const char *const *attributes)
{
	table *t = user;
	(void)attributes;
	if (t->in_string) {
		bd_xlsx_runs_tag(&t->runs, name, true);
	} else if (!strcmp(name, "si")) {
		t->in_string = true;
		bd_xlsx_runs_begin(&t->runs, true);
	}
}

static void on_end(void *user, const char *name)
{
	table *t = user;
	if (!t->in_string)
		return;
	bd_xlsx_runs_tag(&t->runs, name, false);
	if (!strcmp(name, "si")) {
		t->in_string = false;
		bd_push(&t->book->scratch, &t->strings, bd_xlsx_text(t->book, &t->known, &t->runs));
	}
}

static void on_text(void *user, const char *text, size_t length)
{
	table *t = user;
	if (t->in_string)
		bd_xlsx_runs_text(&t->book->scratch, &t->runs, text, length);
}

bool bd_xlsx_read_strings(bd_xlsx_book *book)
{
	static const bd_xml_handlers handlers = { on_start, on_end, on_text };
	const char *path = "xl/sharedStrings.xml", *text;
	size_t length;
	if (!bd_zip_has(&book->zip, path))
		return true; /* a workbook of numbers has none */
	if (!bd_xlsx_part(book, path, &text, &length))
		return false;
	table t = { .book = book, .known = bd_intern_new(&book->scratch) };
	bool whole = bd_xml_push(text, length, &handlers, &t);
	book->strings = t.strings.items;
	book->string_count = t.strings.count;
	return whole;
}
