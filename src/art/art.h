/* art.h - icons, flags and pictures: files turned into scene nodes.
 *
 * An icon is a small SVG. We read it ourselves and draw it as paths, so that it is a vector in
 * every format and takes the theme's colours; a library that draws SVG would give pixels, and would
 * bring filters, scripts and web addresses along. What we do not draw is refused by name, so that a
 * picture never silently lacks a part. */
#pragma once
#include "scene/scene.h"

typedef struct bd_art {
	double width, height; /* its own, in px; both above 0 */
	struct bd_art_node *root;
	const bd_image *image; /* a photo; NULL for drawings */
} bd_art;

/* An icon of the share folder: "stethoscope" (icons/lucide-stethoscope.svg), "hi-doctor",
 * "flag-vn" (icons/vn.svg); or, where `name` ends with ".svg", a file below the spec's folder.
 * NULL after a complaint at `place`. Reading one takes some 30 microseconds. */
const bd_art *bd_art_icon(bd_env *env, const char *name, const bd_place *place);

/* A picture file below the spec's folder: SVG, PNG or JPEG, told apart by its content. NULL after
 * a complaint at `place`. */
const bd_art *bd_art_picture(bd_env *env, const char *url, const bd_place *place);

/* Adds one group to `group` with the art in the middle of `box`, as large as fits; `current` is
 * what SVG's currentColor stands for. The caller sets role and alt on what is returned. */
bd_node *bd_art_draw(const bd_art *art, bd_node *group, bd_rect box, bd_color current);

/* The names of all icons, sorted; NULL-ended, in `arena`. */
const char *const *bd_art_names(bd_arena *arena, const char *share);
