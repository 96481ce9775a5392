/* itemize.h - inside text/: a string cut into pieces of one face and one script. */
#pragma once
#include "text/fonts.h"

typedef struct bd_item {
	bd_face *face;
	hb_script_t script;
	uint32_t from, bytes;
} bd_item;

typedef struct bd_itemized {
	BD_LIST(bd_item) items;
	BD_LIST(uint32_t) missing; /* characters that no face of the set draws, each once */
} bd_itemized;

/* Lao letters go to the set's Lao face, symbols that the face lacks to its symbol face, marks with
 * their base; nothing else leaves the set's own face. */
bd_itemized bd_itemize(bd_arena *arena, const bd_font_set *set, const char *text, size_t length);
