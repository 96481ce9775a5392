/* picture.c - the pictures of image marks: files below the spec's folder, drawn into their boxes.
 *
 * A picture without a size has its own, and then stands in the middle of its place. Pictures keep
 * their proportions where the mark says so (`aspect`, as it does by default). */
#include "chart/marks/picture.h"

#include "art/art.h"
#include "base/str.h"

#include <math.h>

static double or_zero(bd_numbers numbers, size_t i)
{
	double number = bd_number_at(numbers, i);
	return isfinite(number) ? number : 0;
}

/* Width and height as said, or from the picture's own. */
static bd_rect box_of(const bd_items *m, size_t i, const bd_art *art)
{
	double width = or_zero(m->width, i), height = or_zero(m->height, i);
	bd_rect box = { or_zero(m->x, i), or_zero(m->y, i), width, height };
	if (!(width > 0))
		box.width = height > 0 && m->keep_aspect ? height * art->width / art->height
							 : art->width;
	if (!(height > 0))
		box.height = width > 0 && m->keep_aspect ? width * art->height / art->width
							 : art->height;
	if (!(width > 0))
		box.x -= box.width / 2;
	if (!(height > 0))
		box.y -= box.height / 2;
	return box;
}

/* As in Vega, a chart is drawn without a picture that cannot be had; but its place shows, and a
 * warning says why (an error where the spec is held strictly). */
static const bd_art *open_picture(bd_env *env, const char *url, const bd_place *place)
{
	bd_diags own = { .arena = env->arena, .last = &own.first };
	bd_env quiet = *env;
	quiet.diags = &own;
	const bd_art *art = bd_art_picture(&quiet, url, place);
	for (const bd_diag *d = own.first; d; d = d->next)
		bd_complain(env->diags, d->place, BD_WARNING, d->message, d->args);
	return art;
}

static bool seen_before(const bd_items *m, size_t i)
{
	for (size_t k = 0; k < i && k < 1000; k++)
		if (bd_streq(bd_string_at(m->url, k), bd_string_at(m->url, i)))
			return true;
	return false;
}

static void draw_missing(const bd_items *m, size_t i, bd_node *group)
{
	static const bd_art nothing = { .width = 24, .height = 24 };
	bd_path *path = BD_NEW(group->group.arena, bd_path);
	bd_rect box = box_of(m, i, &nothing);
	*path = bd_path_new(group->group.arena);
	bd_path_rect(path, box);
	bd_path_move(path, box.x, box.y);
	bd_path_line(path, box.x + box.width, box.y + box.height);
	bd_path_move(path, box.x + box.width, box.y);
	bd_path_line(path, box.x, box.y + box.height);
	bd_stroke thin = { .paint = bd_solid(bd_color_from_bytes(170, 170, 170)), .width = 1 };
	bd_add_shape(group, path, BD_NO_PAINT, thin);
}

static void draw_art(const bd_art *art, const bd_items *m, size_t i, bd_node *group)
{
	double opacity = bd_number_at(m->opacity, i);
	bd_rect box = box_of(m, i, art);
	bd_node *own = bd_add_group(group);
	if (!m->keep_aspect) { /* stretched: drawn at its own size, and that is scaled */
		own->group.transform = bd_matrix_multiply(
			bd_matrix_translate(box.x, box.y),
			bd_matrix_scale(box.width / art->width, box.height / art->height));
		box = (bd_rect){ 0, 0, art->width, art->height };
	}
	own->group.opacity = isnan(opacity) ? 1 : fmax(0, fmin(1, opacity));
	bd_art_draw(art, own, box, BD_BLACK);
}

static void draw(bd_env *env, const bd_items *m, size_t i, bd_node *group)
{
	const char *url = bd_string_at(m->url, i);
	if (!url || !*url)
		return;
	bd_diags unheard = { .arena = env->arena, .last = &unheard.first };
	bd_env again = *env; /* a picture that is used often is complained about once */
	if (seen_before(m, i))
		again.diags = &unheard;
	const bd_art *art = open_picture(&again, url, m->place);
	if (art)
		draw_art(art, m, i, group);
	else
		draw_missing(m, i, group);
}

void bd_picture_set(bd_items *items)
{
	if (items->type == BD_ITEM_IMAGE)
		items->draw_picture = draw;
}
