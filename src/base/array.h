/* array.h - typed arrays that grow in an arena.
 *
 *	BD_LIST(bd_point) points = { 0 };
 *	bd_push(arena, &points, ((bd_point){ 1, 2 }));
 *	for (size_t i = 0; i < points.count; i++) use(points.items[i]); */
#pragma once
#include "base/arena.h"

#define BD_LIST(T)                  \
	struct {                    \
		T *items;           \
		size_t count, room; \
	}

/* Room for `extra` more items, so that pushing them moves nothing. */
#define bd_reserve(arena, list, extra)                                                         \
	((list)->count + (extra) <= (list)->room                                               \
		 ? (void)0                                                                     \
		 : (void)((list)->items = bd_list_grow((arena), (list)->items, (list)->count,  \
						       (list)->count + (extra), &(list)->room, \
						       sizeof *(list)->items)))

#define bd_push(arena, list, ...) \
	(bd_reserve((arena), (list), 1), (void)((list)->items[(list)->count++] = (__VA_ARGS__)))

void *bd_list_grow(bd_arena *arena, void *items, size_t count, size_t wanted, size_t *room,
		   size_t size);
