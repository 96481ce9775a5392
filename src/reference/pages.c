/* pages.c - the reference as Markdown: a page for posters, one for each block with what hangs below
 * it, one for pages, one for messages. */
#include "base/str.h"
#include "blocks/poster.h"
#include "layout/page.h"
#include "reference/reference.h"
#include "render/backend.h"
#include <string.h>

static void add_page(bd_arena *arena, bd_reference_pages *pages, const char *path, bd_str *text)
{
	bd_reference_page page = { path, bd_str_text(text) };
	bd_push(arena, pages, page);
}

/* A type in a few words, for the table's second column. */
static const char *type_words(bd_arena *arena, const bd_type *type, const bd_field *field)
{
	switch (type->kind) {
	case BD_T_BOOL: return "true or false";
	case BD_T_NUMBER: {
		double min = type->min, max = type->max;
		if (field && field->max > field->min)
			min = field->min, max = field->max;
		return max > min ? bd_printf(arena, "number, %g to %g", min, max) : "number";
	}
	case BD_T_STRING: return "string";
	case BD_T_COLOR: return "colour";
	case BD_T_TEXT: return "text";
	case BD_T_OBJECT:
		return bd_printf(arena, "[%s](#%s)", type->object->name, type->object->name);
	case BD_T_ARRAY:
		return bd_printf(arena, "%slist of %s", type->or_one ? "one or a " : "",
				 type_words(arena, type->item, NULL));
	case BD_T_MAP: return bd_printf(arena, "names to %s", type_words(arena, type->item, NULL));
	case BD_T_VARIANT: return "block";
	case BD_T_CUSTOM:
		return type->object
			       ? bd_printf(arena, "%s[%s](#%s)", type->schema ? "text or " : "",
					   type->object->name, type->object->name)
		       : type->name ? type->name
				    : "value";
	case BD_T_ANY:
		return type->item
			       ? bd_printf(arena, "list of %s", type_words(arena, type->item, NULL))
		       : type->object ? type->object->name
		       : type->name   ? type->name
				      : "any";
	case BD_T_CHOICE: {
		bd_str s = bd_str_new(arena);
		for (const bd_choice *c = type->choices; c->name; c++)
			bd_str_printf(&s, "%s`\"%s\"`", c > type->choices ? " " : "", c->name);
		return bd_str_text(&s);
	}
	case BD_T_UNION: {
		bd_str s = bd_str_new(arena);
		for (const bd_type *const *t = type->any_of; *t; t++)
			bd_str_printf(&s, "%s%s", t > type->any_of ? " or " : "",
				      type_words(arena, *t, NULL));
		return bd_str_text(&s);
	}
	}
	return "";
}

static void add_choice_docs(bd_str *s, const bd_type *type)
{
	if (type->kind != BD_T_CHOICE)
		return;
	for (const bd_choice *c = type->choices; c->name; c++)
		if (c->doc && *c->doc)
			bd_str_printf(s, " `%s`: %s", c->name, c->doc);
}

static void add_table(bd_arena *arena, bd_str *s, const bd_object_type *type)
{
	bd_str_add(s, "| Field | Takes | What it is |\n|---|---|---|\n");
	for (const bd_field *f = type->fields; f && f->name; f++) {
		bd_str_printf(s, "| `%s`%s | %s | %s", f->name, f->required ? " (required)" : "",
			      type_words(arena, f->type, f), f->doc ? f->doc : "");
		add_choice_docs(s, f->type);
		if (f->fallback)
			bd_str_printf(s, " Default: `%s`.", f->fallback);
		if (f->channel)
			bd_str_add(s, " May come from data.");
		bd_str_add(s, " |\n");
	}
}

/* What hangs below a type, once each, blocks apart (they have pages of their own). */
static void add_below(bd_arena *arena, bd_str *s, const bd_definitions *all,
		      const bd_object_type *root)
{
	for (size_t i = 0; i < all->count; i++) {
		const bd_object_type *type = all->items[i].type;
		if (type == root || all->items[i].tag)
			continue;
		bd_str_printf(s, "\n## %s\n\n%s\n\n", type->name, type->doc ? type->doc : "");
		add_table(arena, s, type);
	}
}

/* The types below `root` that are not blocks, nor below one. */
static bd_definitions own_definitions(bd_arena *arena, const bd_object_type *root)
{
	bd_definitions all = bd_reference_definitions(arena, root), own = { 0 };
	for (size_t i = 0; i < all.count && (i == 0 || !all.items[i].tag); i++)
		bd_push(arena, &own, all.items[i]);
	return own;
}

static void add_type_page(bd_arena *arena, bd_reference_pages *pages, const char *path,
			  const char *title, const bd_object_type *type, const char *tag)
{
	bd_str s = bd_str_new(arena);
	bd_definitions own = own_definitions(arena, type);
	bd_str_printf(&s, "# %s\n\n%s\n\n```json\n%s\n```\n\n", title, type->doc ? type->doc : "",
		      bd_reference_example(arena, type, tag));
	add_table(arena, &s, type);
	add_below(arena, &s, &own, type);
	add_page(arena, pages, path, &s);
}

void bd_reference_add_type(bd_arena *arena, bd_reference_pages *pages, const char *path,
			   const char *title, const bd_object_type *type)
{
	add_type_page(arena, pages, path, title, type, NULL);
}

static void add_sizes(bd_arena *arena, bd_reference_pages *pages)
{
	bd_str s = bd_str_new(arena);
	size_t count;
	const bd_page *page = bd_page_list(&count);
	bd_str_add(&s,
		   "# Pages\n\nA poster is made for the pages that `pages` names; `--page` draws "
		   "another. Besides these names a page may be a size in px: `1200x800`, or "
		   "`1080xauto` for one as tall as its content.\n\n```json\n"
		   "{ \"pages\": [\"portrait\", \"A4\", \"1200x628\"] }\n```\n\n"
		   "| Page | What it is |\n|---|---|\n");
	for (; count > 0; count--, page++)
		bd_str_printf(&s, "| `%s` | %s |\n", page->name, page->doc);
	add_page(arena, pages, "pages.md", &s);
}

static void add_formats(bd_arena *arena, bd_reference_pages *pages)
{
	bd_str s = bd_str_new(arena);
	bd_str_add(&s, "# Formats\n\n```sh\nbieudo render specs/quang-nam-se-kong.json --format "
		       "png,svg,pdf -o out/\n```\n\n| Format | What it is |\n|---|---|\n");
	for (const bd_backend *const *b = bd_backends(); *b; b++)
		bd_str_printf(&s, "| `%s` | %s |\n", (*b)->name, (*b)->doc);
	add_page(arena, pages, "formats.md", &s);
}

static void add_messages(bd_arena *arena, bd_reference_pages *pages)
{
	bd_str s = bd_str_new(arena);
	bd_str_add(&s,
		   "# Messages\n\nWhat bieudo says about mistakes. `bieudo explain SLUG` prints "
		   "the same; `tests/errors` shows each of them as it looks.\n");
	for (int i = 0; i < BD_MESSAGE_COUNT; i++) {
		bd_message m = (bd_message)i;
		bd_str_printf(&s, "\n## %s\n\n> %s\n\n%s\n\n> %s\n\n%s\n", bd_message_slug(m),
			      bd_message_text(m, BD_UI_EN), bd_message_explain(m, BD_UI_EN),
			      bd_message_text(m, BD_UI_VI), bd_message_explain(m, BD_UI_VI));
	}
	add_page(arena, pages, "messages.md", &s);
}

static void add_contents(bd_arena *arena, bd_reference_pages *pages)
{
	bd_str s = bd_str_new(arena);
	bd_str_add(&s, "# Reference\n\nWritten by `make docs` from the tables that check specs.\n\n"
		       "- [The poster](poster.md): title, pages, source …\n"
		       "- [Charts](charts.md): marks, transforms, channels, scales, schemes\n"
		       "- [Pages](pages.md), [formats](formats.md), [messages](messages.md)\n"
		       "\n## Blocks\n\n");
	for (const bd_object_type *const *t = bd_block_types(); *t; t++)
		bd_str_printf(&s, "- [%s](blocks/%s.md): %s\n", (*t)->name, (*t)->name,
			      (*t)->doc ? (*t)->doc : "");
	add_page(arena, pages, "README.md", &s);
}

bd_reference_pages bd_reference_all(bd_arena *arena)
{
	bd_reference_pages pages = { 0 };
	add_contents(arena, &pages);
	add_type_page(arena, &pages, "poster.md", "poster", &bd_poster_type, NULL);
	for (const bd_object_type *const *t = bd_block_types(); *t; t++)
		add_type_page(arena, &pages, bd_printf(arena, "blocks/%s.md", (*t)->name),
			      (*t)->name, *t, "type");
	bd_reference_add_charts(arena, &pages);
	add_sizes(arena, &pages);
	add_formats(arena, &pages);
	add_messages(arena, &pages);
	return pages;
}
