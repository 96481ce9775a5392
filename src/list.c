/* list.c - the names that specs may use, from the registries (bieudo.h). */
#include "art/art.h"
#include "base/array.h"
#include "base/time.h"
#include "blocks/poster.h"
#include "compile.h"
#include "layout/page.h"
#include "marks/marks.h"
#include "reference/reference.h"
#include "render/backend.h"
#include "text/text.h"
#include "theme/theme.h"
#include <math.h>
#include <stdio.h>
#include <string.h>

#define VERSION "0.1.0"

typedef BD_LIST(const char *) pairs;

static void add(bd_arena *arena, pairs *list, const char *name, const char *doc)
{
	bd_push(arena, list, name);
	bd_push(arena, list, doc ? doc : "");
}

static void list_blocks(bd_ctx *ctx, pairs *list)
{
	for (const bd_object_type *const *type = bd_block_types(); *type; type++)
		add(&ctx->arena, list, (*type)->name, (*type)->doc);
}

static void list_marks(bd_ctx *ctx, pairs *list)
{
	for (const bd_mark *const *mark = bd_marks; *mark; mark++)
		add(&ctx->arena, list, (*mark)->name, (*mark)->doc);
}

static void list_pages(bd_ctx *ctx, pairs *list)
{
	size_t count;
	const bd_page *page = bd_page_list(&count);
	for (; count > 0; count--, page++)
		add(&ctx->arena, list, page->name, page->doc);
}

static void list_icons(bd_ctx *ctx, pairs *list)
{
	for (const char *const *name = bd_art_names(&ctx->arena, ctx->share); *name; name++)
		add(&ctx->arena, list, *name, "");
}

static void list_fonts(bd_ctx *ctx, pairs *list)
{
	for (const char *const *name = bd_fonts_list(ctx->fonts, &ctx->arena); *name; name++)
		add(&ctx->arena, list, *name, "");
}

static void list_themes(bd_ctx *ctx, pairs *list)
{
	size_t count;
	const bd_theme *const *theme = bd_theme_list(&count);
	for (; count > 0; count--, theme++)
		add(&ctx->arena, list, (*theme)->name, (*theme)->doc);
}

static void list_formats(bd_ctx *ctx, pairs *list)
{
	for (const bd_backend *const *backend = bd_backends(); *backend; backend++)
		add(&ctx->arena, list, (*backend)->name, (*backend)->doc);
}

const char *const *bd_list(bd_ctx *ctx, const char *what)
{
	static const struct {
		const char *name;
		void (*list)(bd_ctx *ctx, pairs *list);
	} kinds[] = { { "blocks", list_blocks },  { "marks", list_marks },
		      { "pages", list_pages },    { "icons", list_icons },
		      { "fonts", list_fonts },    { "themes", list_themes },
		      { "formats", list_formats } };
	pairs list = { 0 };
	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
		if (strcmp(kinds[i].name, what))
			continue;
		kinds[i].list(ctx, &list);
		add(&ctx->arena, &list, NULL, NULL);
		return list.items;
	}
	return NULL;
}

const char *bd_schema(bd_arena *arena)
{
	return bd_reference_schema(arena);
}

const char *const *bd_reference(bd_arena *arena)
{
	bd_reference_pages all = bd_reference_all(arena);
	const char **list = BD_ARRAY(arena, all.count * 2 + 1, const char *);
	for (size_t i = 0; i < all.count; i++) {
		list[i * 2] = all.items[i].path;
		list[i * 2 + 1] = all.items[i].text;
	}
	return list;
}

const char *bd_version(void)
{
	return VERSION;
}

double bd_date_from_text(const char *text)
{
	int year, month, day, length = 0;
	if (sscanf(text, "%4d-%2d-%2d%n", &year, &month, &day, &length) != 3 || text[length] ||
	    !bd_date_is_valid(year, month, day))
		return NAN;
	return bd_time_from_date((bd_date){ .year = year, .month = month, .day = day });
}
