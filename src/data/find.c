/* find.c - where a letter stands in data that was read (find.h). */
#include "data/find.h"

#include "data/table.h"
#include "json/locate.h"
#include <string.h>

const bd_place *bd_find_in_text(void *file, bd_arena *arena, const char *letter)
{
	const bd_source *source = file;
	const char *at = memmem(source->text, source->length, letter, strlen(letter));
	if (!at)
		return NULL;
	bd_position p = bd_position_of(source, (size_t)(at - source->text));
	bd_place *place = BD_NEW(arena, bd_place);
	*place = (bd_place){ .source = source, .line = p.line, .column = p.column, .extent = 1 };
	return place;
}

const bd_place *bd_find_in_table(void *file, bd_arena *arena, const char *letter)
{
	bd_table *table = file;
	(void)arena;
	for (size_t c = 0; c < table->count; c++) {
		const bd_column *column = bd_table_at(table, c);
		for (size_t r = 0; r < column->rows; r++) {
			bd_value v = bd_column_value(column, r);
			if (v.kind == BD_V_STRING && strstr(v.string, letter))
				return bd_table_place(table, r, column);
		}
	}
	return NULL;
}
