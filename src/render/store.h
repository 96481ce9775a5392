/* store.h - what rendering keeps from one picture for the next: the masks of glyphs, and the memory
 * of pixels and of their packing.
 *
 * A picture of 1200 by 800 px takes four megabytes of pixels. To ask the system for them each time,
 * have them cleared and then painted over takes longer than to paint. What comes out does not
 * depend on what is kept. */
#pragma once
#include "render/glyph_cache.h"

typedef struct bd_render_store bd_render_store;

typedef enum { BD_ROOM_PIXELS, BD_ROOM_ROWS, BD_ROOM_PACKED, BD_ROOM_PACKER, BD_ROOMS } bd_room;

/* Not between threads. Free it before the fonts whose glyphs it keeps. */
bd_render_store *bd_render_store_new(void);
void bd_render_store_free(bd_render_store *store);

/* `bytes` bytes that hold anything; the caller's until the same room is asked for again. */
void *bd_render_room(bd_render_store *store, bd_room which, size_t bytes);

bd_glyph_cache *bd_render_glyphs(bd_render_store *store);

/* After a picture: gives back what is too much to keep. */
void bd_render_store_rest(bd_render_store *store);
