/* page.c - pages by name or by size (page.h). */
#include "layout/page.h"

#include "base/limits.h"
#include "base/number.h"
#include "base/str.h"

#include <string.h>

static const bd_page pages[] = {
#define PAGE(name, width, height, paper, doc) { (name), (doc), (width), (height), (paper) },
#include "layout/pages.def"
#undef PAGE
};

const bd_page *bd_page_list(size_t *count)
{
	*count = sizeof pages / sizeof *pages;
	return pages;
}

static bool is_side(double side)
{
	return side >= BD_MIN_PAGE && side <= BD_MAX_PAGE;
}

static bool parse_size(const char *name, bd_page *page)
{
	const char *end, *last;
	page->width = bd_number_parse(name, strlen(name), &end);
	if (end == name || *end != 'x' || !is_side(page->width))
		return false;
	end++;
	if (!strcmp(end, "auto")) {
		page->height = 0;
		return true;
	}
	page->height = bd_number_parse(end, strlen(end), &last);
	return last != end && !*last && is_side(page->height);
}

bool bd_page_find(const char *name, bd_arena *arena, bd_page *page)
{
	for (size_t i = 0; i < sizeof pages / sizeof *pages; i++)
		if (!strcmp(pages[i].name, name)) {
			*page = pages[i];
			return true;
		}
	*page = (bd_page){ .name = bd_strdup(arena, name) };
	return parse_size(name, page);
}

bd_page_geometry bd_page_geometry_of(const bd_page *page)
{
	return (bd_page_geometry){
		.width = page->width, .height = page->height, .unit = 0.75, .paper = page->paper
	};
}
