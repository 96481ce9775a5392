/* rows.c - items from a block's own list or from rows of data (rows.h). */
#include "blocks/rows.h"

typedef BD_ARRAY_OF(char) any_array;

static const bd_json *items_of(const bd_rows *rows, const bd_json *node, bd_reader *reader)
{
	if (!rows->items && !rows->data)
		bd_error(reader->diags, &node->place, BD_MISSING_FIELD, "items");
	return rows->items;
}

void *bd_rows_read(const bd_rows *rows, const bd_type *item, size_t *count, const bd_json *node,
		   bd_reader *reader)
{
	const bd_json *items = items_of(rows, node, reader);
	bd_type list = { BD_T_ARRAY, .item = item };
	any_array all = { 0 };
	*count = 0;
	if (!items || !bd_type_read(&list, items, &all, reader))
		return NULL;
	*count = all.count;
	return all.items;
}
