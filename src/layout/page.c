/* page.c - pages by name or by size (page.h). */
#include "layout/page.h"

#include "base/limits.h"
#include "base/number.h"
#include "base/str.h"

#include <string.h>

static const bd_page pages[] = {
#define PAGE(name, width, height, paper, top, bottom, doc) \
	{ (name), (doc), (width), (height), (paper), (top), (bottom) },
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

/* A side: "1200", "148mm", or "auto", which is 0. */
static bool parse_side(const char **at, double *side, bool *mm)
{
	const char *end;
	if (bd_starts_with(*at, "auto")) {
		*side = 0;
		*at += 4;
		return true;
	}
	*side = bd_number_parse(*at, strlen(*at), &end);
	bool good = end != *at && *side > 0;
	if (bd_starts_with(end, "mm")) {
		*mm = true;
		end += 2;
	}
	*at = end;
	return good;
}

/* "1200x800", "1080xauto", "148x210mm", "148mmxauto". What comes in mm is paper. */
static bool parse_size(const char *name, bd_page *page)
{
	if (!parse_side(&name, &page->width, &page->paper) || *name++ != 'x' ||
	    !parse_side(&name, &page->height, &page->paper) || *name)
		return false;
	double px = page->paper ? 96 / 25.4 : 1;
	page->width *= px;
	page->height *= px;
	return is_side(page->width) && (page->height == 0 || is_side(page->height));
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
