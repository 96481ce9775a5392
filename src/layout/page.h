/* page.h - the sizes of page that posters are made for (pages.def). */
#pragma once
#include "scene/scene.h"

typedef struct bd_page {
	const char *name, *doc;
	double width, height; /* px; height 0: as tall as its content (auto) */
	bool paper;           /* type comes in points, and 1 px is 1/96 in */
	double top, bottom;   /* px that stay free at least; 0: the theme's margin */
} bd_page;

/* A page by its name ("portrait", "A4"), or by its size: "1200x800", "1080xauto", "148x210mm".
 * False where the text is neither, or a side is out of BD_MIN_PAGE … BD_MAX_PAGE. */
bool bd_page_find(const char *name, bd_arena *arena, bd_page *page);

/* All named pages; *count of them. */
const bd_page *bd_page_list(size_t *count);

bd_page_geometry bd_page_geometry_of(const bd_page *page);
