#include "base/array.h"

void *bd_list_grow(bd_arena *arena, void *items, size_t count, size_t wanted, size_t *room,
		   size_t size)
{
	size_t grown = *room ? *room * 2 : 8;
	if (grown < wanted)
		grown = wanted;
	items = bd_grow(arena, items, (items ? *room : count) * size, grown * size);
	*room = grown;
	return items;
}
