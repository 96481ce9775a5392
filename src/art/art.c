/* art.c - finding a picture's file and drawing it (art.h). */
#include "art/art.h"

#include "art/node.h"
#include "art/photo.h"
#include "art/svg.h"
#include "base/array.h"
#include "base/str.h"
#include <dirent.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { MOST_SVG = 4 << 20, MOST_PHOTO = 64 << 20 };

/* Icon sets by the start of their files' names; the first is the one whose name goes unsaid. */
static const char lucide[] = "lucide-";

/* "lucide-x.svg" is "x", "vn.svg" (two letters: ISO 3166) is "flag-vn", "hi-x.svg" is "hi-x". */
static const char *name_of_file(bd_arena *arena, const char *file)
{
	const char *stem = bd_strndup(arena, file, strlen(file) - 4);
	if (bd_starts_with(stem, lucide))
		return stem + sizeof lucide - 1;
	return strlen(stem) == 2 ? bd_printf(arena, "flag-%s", stem) : stem;
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static const char *const *icon_files(bd_arena *arena, const char *share, size_t *count)
{
	BD_LIST(const char *) files = { 0 };
	DIR *folder = opendir(bd_printf(arena, "%s/icons", share));
	for (struct dirent *entry; folder && (entry = readdir(folder));)
		if (bd_ends_with(entry->d_name, ".svg"))
			bd_push(arena, &files, bd_strdup(arena, entry->d_name));
	if (folder)
		closedir(folder);
	*count = files.count;
	bd_push(arena, &files, NULL);
	return files.items;
}

const char *const *bd_art_names(bd_arena *arena, const char *share)
{
	size_t count;
	const char *const *files = icon_files(arena, share, &count);
	const char **names = BD_ARRAY(arena, count + 1, const char *);
	for (size_t i = 0; i < count; i++)
		names[i] = name_of_file(arena, files[i]);
	qsort(names, count, sizeof *names, by_name);
	return names;
}

/* A name is a file's name, not a way to others. */
static bool is_plain(const char *name)
{
	return *name && strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789-_") == strlen(name);
}

static bool read_icon(bd_env *env, const char *name, bd_blob *file)
{
	const char *stems[] = { bd_printf(env->arena, "%s%s", lucide, name), name,
				bd_starts_with(name, "flag-") ? name + 5 : name };
	for (size_t i = 0; is_plain(name) && i < sizeof stems / sizeof *stems; i++) {
		const char *path = bd_printf(env->arena, "%s/icons/%s.svg", env->share, stems[i]);
		if (bd_read_file(env->arena, path, MOST_SVG, file) == BD_LOADED)
			return true;
	}
	return false;
}

static bd_art *read_svg(bd_env *env, bd_blob file)
{
	bd_source *source = BD_NEW(env->arena, bd_source);
	*source = (bd_source){ .name = file.name, .text = file.bytes, .length = file.length };
	bd_art *art = BD_NEW(env->arena, bd_art);
	return bd_svg_read(env->arena, source, env->diags, art) ? art : NULL;
}

const bd_art *bd_art_icon(bd_env *env, const char *name, const bd_place *place)
{
	bd_blob file;
	if (bd_ends_with(name, ".svg"))
		return bd_art_picture(env, name, place);
	if (read_icon(env, name, &file))
		return read_svg(env, file);
	const char *const *names = bd_art_names(env->arena, env->share);
	size_t count = 0;
	while (names[count])
		count++;
	bd_unknown_name(env->diags, place, BD_TERM_ICON, name, names, count, sizeof *names);
	return NULL;
}

/* The image, turned upright: Exif's eight ways, as a matrix from the stored picture's box. */
static bd_matrix upright(int orientation, double w, double h)
{
	switch (orientation) {
	case 2: return (bd_matrix){ -1, 0, 0, 1, w, 0 };
	case 3: return (bd_matrix){ -1, 0, 0, -1, w, h };
	case 4: return (bd_matrix){ 1, 0, 0, -1, 0, h };
	case 5: return (bd_matrix){ 0, 1, 1, 0, 0, 0 };
	case 6: return (bd_matrix){ 0, 1, -1, 0, h, 0 };
	case 7: return (bd_matrix){ 0, -1, -1, 0, h, w };
	case 8: return (bd_matrix){ 0, -1, 1, 0, 0, w };
	default: return BD_IDENTITY;
	}
}

static const bd_art *photo(bd_env *env, bd_image image, int orientation)
{
	bd_art *art = BD_NEW(env->arena, bd_art);
	bd_image *copy = BD_NEW(env->arena, bd_image);
	*copy = image;
	copy->box = (bd_rect){ 0, 0, image.width, image.height };
	art->root = BD_NEW(env->arena, bd_art_node);
	*art->root = (bd_art_node){ .is_group = true,
				    .transform = upright(orientation, image.width, image.height),
				    .opacity = 1 };
	art->image = copy;
	art->width = orientation > 4 ? image.height : image.width;
	art->height = orientation > 4 ? image.width : image.height;
	return art;
}

static bool looks_like_svg(bd_blob file)
{
	size_t head = file.length < 4096 ? file.length : 4096;
	return memmem(file.bytes, head, "<svg", 4) != NULL;
}

const bd_art *bd_art_picture(bd_env *env, const char *url, const bd_place *place)
{
	bd_blob file;
	bd_image image;
	int orientation = 1;
	if (!bd_load_or_complain(env->loader, url, MOST_PHOTO, &file, env->diags, place))
		return NULL;
	if (bd_jpeg_read(file, &image, &orientation) || bd_png_read(env->arena, file, &image))
		return photo(env, image, orientation);
	if (looks_like_svg(file) && file.length <= MOST_SVG)
		return read_svg(env, file);
	bd_error(env->diags, place, BD_BAD_PICTURE, url);
	return NULL;
}

static bd_paint paint_of(const bd_art_paint *paint, bd_color current)
{
	switch (paint->kind) {
	case BD_ART_NONE: return BD_NO_PAINT;
	case BD_ART_GRADIENT:
		return (bd_paint){ .kind = BD_PAINT_GRADIENT,
				   .opacity = paint->opacity,
				   .gradient = paint->gradient };
	case BD_ART_COLOR:
	case BD_ART_CURRENT: break;
	}
	bd_color color = paint->kind == BD_ART_CURRENT ? current : paint->color;
	return bd_solid(bd_color_with_alpha(color, paint->opacity));
}

static void draw(const bd_art_node *node, bd_node *group, bd_color current)
{
	if (!node->is_group) {
		bd_stroke stroke = node->line;
		stroke.paint = paint_of(&node->stroke, current);
		bd_node *shape =
			bd_add_shape(group, node->path, paint_of(&node->fill, current), stroke);
		shape->shape.even_odd = node->even_odd;
		return;
	}
	bd_node *inner = bd_add_group(group);
	inner->group.transform = node->transform;
	inner->group.clip = node->clip;
	inner->group.opacity = node->opacity;
	for (const bd_art_node *child = node->first; child; child = child->next)
		draw(child, inner, current);
}

bd_node *bd_art_draw(const bd_art *art, bd_node *group, bd_rect box, bd_color current)
{
	double scale = fmin(box.width / art->width, box.height / art->height);
	bd_node *outer = bd_add_group(group);
	outer->group.transform = (bd_matrix){ scale,
					      0,
					      0,
					      scale,
					      box.x + (box.width - art->width * scale) / 2,
					      box.y + (box.height - art->height * scale) / 2 };
	draw(art->root, outer, current);
	if (art->image)
		bd_add_image(outer->group.first, *art->image);
	/* an SVG shows what stands in its view box, and no more */
	bd_rect view = { 0, 0, art->width, art->height };
	if (!bd_rect_contains(view, bd_node_bounds(outer->group.first), 0.01)) {
		bd_path *clip = BD_NEW(group->group.arena, bd_path);
		*clip = bd_path_new(group->group.arena);
		bd_path_rect(clip, view);
		outer->group.clip = clip;
	}
	return outer;
}
