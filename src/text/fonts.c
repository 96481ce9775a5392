/* fonts.c - which font files there are, and which of them a family name means (fonts.h). */
#include "text/fonts.h"

#include "base/str.h"
#include "text/shape.h"
#include "unicode/lao.h"
#include <ctype.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include FT_MODULE_H

static const struct family {
	const char *name, *lao, *symbols;
} families[] = {
#define FAMILY(name, lao, symbols) { name, lao, symbols },
#define ALIAS(name, family)
#include "text/families.def"
#undef FAMILY
#undef ALIAS
};

static const struct alias {
	const char *name, *family;
} aliases[] = {
#define FAMILY(name, lao, symbols)
#define ALIAS(name, family) { name, family },
#include "text/families.def"
#undef FAMILY
#undef ALIAS
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* --- the list of files --- */

typedef BD_LIST(bd_face) face_list;

static bool is_font_file(const char *name)
{
	return bd_ends_with(name, ".ttf") || bd_ends_with(name, ".otf");
}

/* The font files of a folder and of the folders in it, `depth` levels down. */
static void list_folder(bd_fonts *fonts, face_list *list, const char *path, int depth)
{
	DIR *folder = opendir(path);
	if (!folder)
		return;
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	for (struct dirent *entry; (entry = readdir(folder));) {
		if (entry->d_name[0] == '.')
			continue;
		const char *full = bd_printf(&fonts->arena, "%s/%s", path, entry->d_name);
		if (is_font_file(entry->d_name))
			bd_push(&fonts->arena, list,
				((bd_face){ .fonts = fonts, .path = full, .folder = name }));
		else if (depth > 0 && entry->d_type != DT_REG)
			list_folder(fonts, list, full, depth - 1);
	}
	closedir(folder);
}

static int by_path(const void *a, const void *b)
{
	return strcmp(((const bd_face *)a)->path, ((const bd_face *)b)->path);
}

bd_fonts *bd_fonts_new(const char *folder, const char *const *more)
{
	bd_fonts *fonts = calloc(1, sizeof *fonts);
	if (!fonts)
		abort();
	face_list list = { 0 };
	list_folder(fonts, &list, folder, 1);
	if (!list.count) {
		bd_fonts_free(fonts);
		return NULL;
	}
	/* The folder's own come first, so that their numbers do not depend on what is added. */
	qsort(list.items, list.count, sizeof *list.items, by_path);
	size_t own = list.count;
	for (; more && *more; more++)
		list_folder(fonts, &list, *more, 1);
	qsort(list.items + own, list.count - own, sizeof *list.items, by_path);
	fonts->faces = list.items;
	fonts->face_count = list.count;
	for (size_t i = 0; i < list.count; i++)
		fonts->faces[i].index = (int)i;
	fonts->cache = bd_shape_cache_new();
	return fonts;
}

void bd_fonts_free(bd_fonts *fonts)
{
	if (!fonts)
		return;
	for (size_t i = 0; i < fonts->face_count; i++) {
		bd_face *face = &fonts->faces[i];
		for (size_t s = 0; s < face->scaled.count; s++)
			cairo_scaled_font_destroy(face->scaled.items[s].scaled);
		cairo_font_face_destroy(face->cairo_face);
		hb_font_destroy(face->font);
		hb_face_destroy(face->hb_face);
		hb_blob_destroy(face->blob);
	}
	bd_lao_free(fonts->lao);
	hb_draw_funcs_destroy(fonts->draw);
	if (fonts->freetype)
		FT_Done_Library(fonts->freetype);
	bd_shape_cache_free(fonts->cache);
	bd_arena_free(&fonts->arena);
	free(fonts);
}

/* --- from a name to faces --- */

/* "Be Vietnam Pro" stands in be-vietnam-pro/: such folders are looked into first. */
static bool folder_suits(const char *folder, const char *family)
{
	for (; *folder && *family; folder++, family++) {
		int letter = *family == ' ' ? '-' : tolower((unsigned char)*family);
		if (*folder != letter)
			return false;
	}
	return *folder == *family;
}

/* Whether a face of `weight` is a better answer to `wanted` than one of `other`: the order of CSS
 * Fonts 4, 5.2 (font-weight). */
static bool weight_suits_better(int wanted, int weight, int other)
{
	bool first = weight >= wanted, second = other >= wanted;
	if (wanted >= 400 && wanted <= 500) {
		first = weight >= wanted && weight <= 500;
		second = other >= wanted && other <= 500;
		if (first == second && !first)
			first = weight < wanted, second = other < wanted;
	} else if (wanted < 400) {
		first = weight <= wanted, second = other <= wanted;
	}
	if (first != second)
		return first;
	return abs(weight - wanted) < abs(other - wanted);
}

static bd_face *pick(bd_fonts *fonts, const char *family, int weight, bool italic, bool all)
{
	bd_face *best = NULL;
	for (size_t i = 0; i < fonts->face_count; i++) {
		bd_face *face = &fonts->faces[i];
		if ((!all && !folder_suits(face->folder, family)) || !bd_face_open(face) ||
		    strcasecmp(face->family, family))
			continue;
		if (!best || (face->italic == italic && best->italic != italic) ||
		    (face->italic == best->italic &&
		     weight_suits_better(weight, face->weight, best->weight)))
			best = face;
	}
	return best;
}

/* Files of our own are called Inter_400Regular.ttf: one that by its name is just right is opened
 * first, and when it is, no other needs to be. */
static bd_face *guess(bd_fonts *fonts, const char *family, int weight, bool italic)
{
	char digits[16];
	snprintf(digits, sizeof digits, "_%d", weight);
	for (size_t i = 0; i < fonts->face_count; i++) {
		bd_face *face = &fonts->faces[i];
		if (folder_suits(face->folder, family) && strstr(face->path, digits) &&
		    !strstr(face->path, "Italic") == !italic && bd_face_open(face) &&
		    !strcasecmp(face->family, family) && face->weight == weight &&
		    face->italic == italic)
			return face;
	}
	return NULL;
}

static bd_face *find_face(bd_fonts *fonts, const char *family, int weight, bool italic)
{
	bd_face *face = guess(fonts, family, weight, italic);
	if (!face)
		face = pick(fonts, family, weight, italic, false);
	return face ? face : pick(fonts, family, weight, italic, true);
}

static void fill_set(bd_fonts *fonts, bd_font_set *set, const char *family)
{
	set->face = find_face(fonts, family, set->weight, set->italic);
	if (!set->face)
		return;
	for (size_t i = 0; i < COUNT(families); i++) {
		if (strcasecmp(families[i].name, family))
			continue;
		if (families[i].lao)
			set->lao = find_face(fonts, families[i].lao, set->weight, false);
		if (families[i].symbols)
			set->symbols = find_face(fonts, families[i].symbols, set->weight, false);
	}
}

/* One name of a list such as CSS has: "'Helvetica Neue', Arial, sans-serif". */
static const char *next_name(bd_arena *arena, const char **rest)
{
	const char *from = *rest + strspn(*rest, " \t'\",");
	size_t length = strcspn(from, ",");
	*rest = from + length;
	while (length && strchr(" \t'\"", from[length - 1]))
		length--;
	return length ? bd_strndup(arena, from, length) : NULL;
}

static void resolve(bd_fonts *fonts, bd_font_set *set)
{
	const char *rest = set->family, *name;
	while (!set->face && (name = next_name(&fonts->arena, &rest))) {
		fill_set(fonts, set, name);
		for (size_t i = 0; !set->face && i < COUNT(aliases); i++)
			if (!strcasecmp(aliases[i].name, name))
				fill_set(fonts, set, aliases[i].family);
	}
	set->known = set->face;
	if (!set->face)
		fill_set(fonts, set, families[0].name);
	for (size_t i = 0; !set->face && i < fonts->face_count; i++)
		if (bd_face_open(&fonts->faces[i]))
			set->face = &fonts->faces[i];
	bd_face *const faces[] = { set->face, set->lao, set->symbols };
	for (size_t i = 0; i < COUNT(faces); i++)
		if (faces[i])
			bd_face_measure(faces[i]);
}

const bd_font_set *bd_fonts_find(bd_fonts *fonts, const bd_font *font)
{
	const char *family = font->family ? font->family : families[0].name;
	for (size_t i = 0; i < fonts->sets.count; i++) {
		bd_font_set *set = fonts->sets.items[i];
		if (set->weight == font->weight && set->italic == font->italic &&
		    !strcmp(set->family, family))
			return set;
	}
	bd_font_set *set = BD_NEW(&fonts->arena, bd_font_set);
	set->family = bd_strdup(&fonts->arena, family);
	set->weight = font->weight;
	set->italic = font->italic;
	resolve(fonts, set);
	bd_push(&fonts->arena, &fonts->sets, set);
	return set;
}

const char *const *bd_fonts_list(bd_fonts *fonts, bd_arena *arena)
{
	const char **lines = BD_ARRAY(arena, fonts->face_count + 1, const char *);
	size_t count = 0;
	for (size_t i = 0; i < fonts->face_count; i++)
		if (bd_face_open(&fonts->faces[i]))
			lines[count++] = bd_strdup(arena, fonts->faces[i].name);
	return lines;
}

/* Each family once: its faces stand side by side. */
static const char *families_that(bd_fonts *fonts, bd_arena *arena,
				 bool (*suits)(const bd_face *face, uint32_t character),
				 uint32_t character)
{
	bd_str names = bd_str_new(arena);
	const char *last = "";
	for (size_t i = 0; i < fonts->face_count; i++) {
		bd_face *face = &fonts->faces[i];
		if (!bd_face_open(face) || !strcmp(face->family, last) || !suits(face, character))
			continue;
		bd_str_printf(&names, "%s%s", names.length ? ", " : "", face->family);
		last = face->family;
	}
	return names.length ? bd_str_text(&names) : NULL;
}

static bool any_face(const bd_face *face, uint32_t character)
{
	(void)face, (void)character;
	return true;
}

static bool has_glyph(const bd_face *face, uint32_t character)
{
	hb_codepoint_t glyph;
	return hb_font_get_nominal_glyph(face->font, character, &glyph);
}

const char *bd_fonts_families(bd_fonts *fonts, bd_arena *arena)
{
	return families_that(fonts, arena, any_face, 0);
}

const char *bd_fonts_with(bd_fonts *fonts, bd_arena *arena, uint32_t character)
{
	return families_that(fonts, arena, has_glyph, character);
}

bd_lao *bd_fonts_lao(bd_fonts *fonts)
{
	if (!fonts->lao_tried) {
		fonts->lao_tried = true;
		fonts->lao = bd_lao_new(&fonts->arena);
	}
	return fonts->lao;
}
