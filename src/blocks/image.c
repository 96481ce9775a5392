/* image.c - a picture from a file, as wide as its column, with its caption.
 *
 * A photo fills its place from edge to edge: where the page is short its top and bottom are cut
 * around its focus, where it is tall its sides are, so that it gives way before any type does. A
 * drawing is shown whole, and gets smaller instead: what is cut off a map or a logo is lost. */
#include "blocks/block.h"

#include "art/art.h"

#include <math.h>

typedef struct image {
	bd_block_head head;
	const char *url, *alt, *caption;
	int fit, focus;
	const bd_art *art;
} image;

static const bd_choice fits[] = { { "cover", "it fills its place, and is cut at two sides" },
				  { "contain", "all of it is shown" },
				  { NULL, NULL } };
enum { COVER, CONTAIN };
static const bd_type fit_type = { BD_T_CHOICE, .size = sizeof(int), .choices = fits };

static const bd_choice places[] = { { "center", "the middle" },
				    { "top", "" },
				    { "bottom", "" },
				    { "left", "" },
				    { "right", "" },
				    { "top-left", "" },
				    { "top-right", "" },
				    { "bottom-left", "" },
				    { "bottom-right", "" },
				    { NULL, NULL } };
/* Where in what is cut off the picture stands, as CSS's object-position: 0 its left or top edge
 * stays, 1 the other. */
static const bd_point focuses[] = { { 0.5, 0.5 }, { 0.5, 0 }, { 0.5, 1 }, { 0, 0.5 }, { 1, 0.5 },
				    { 0, 0 },     { 1, 0 },   { 0, 1 },   { 1, 1 } };
/* Faces stand in the upper half of most photos. */
static const bd_point unsaid_focus = { 0.5, 0.38 };
static const bd_type focus_type = { BD_T_CHOICE, .size = sizeof(int), .choices = places };

static const bd_field fields[] = {
	BD_BLOCK_FIELDS(image),
	BD_FIELD(image, url, &bd_type_string, .also = "src href file path image", .required = true,
		 .doc = "The file, below the spec's folder: PNG, JPEG or SVG.",
		 .example = "\"anh/cot-moc.svg\""),
	BD_FIELD(image, alt, &bd_type_text, .also = "description title", .required = true,
		 .doc = "What is to be seen, for those who do not see it."),
	BD_FIELD(image, caption, &bd_type_text, .also = "label text", .doc = "A line under it."),
	BD_FIELD(image, fit, &fit_type, .also = "crop objectFit size",
		 .doc = "How it takes its place; \"cover\" for JPEG photos and \"contain\" for "
			"PNG and SVG where it is not said.",
		 .example = "\"contain\""),
	BD_FIELD(image, focus, &focus_type, .also = "objectPosition position align gravity",
		 .doc = "What stays in sight when a photo is cut; a little above the middle where "
			"it is not said.",
		 .example = "\"top\""),
	BD_FIELDS_END
};

#define CAPTION_GAP 12 /* theme px, under the picture */

static void check(void *object, const bd_json *node, bd_reader *reader)
{
	image *i = object;
	if (i->url && reader->user)
		i->art = bd_art_picture(reader->user, i->url, &bd_json_get(node, "url")->place);
	if (i->fit < 0)
		i->fit = i->art && i->art->image && i->art->image->jpeg.bytes ? COVER : CONTAIN;
}

/* The caption, or what a neighbour's takes. */
static double caption_height(bd_env *env, const void *block, double width, const bd_style *style)
{
	const image *i = block;
	bd_text text = bd_style_text(env, style, BD_TEXT_SMALL, i->caption, width);
	return fmax(style->foot, i->caption ? text.height + bd_style_px(style, CAPTION_GAP) : 0);
}

/* The heights of a photo that fills `width`, as its shape then is: a banner of 2.4 : 1 before type
 * gives way, cut further before it is an error; never below a sixth of it. It grows to an upright
 * 4 : 5, at the cost of its sides. */
static bd_extent cover_extent(double full, double width, const bd_style *style)
{
	double modest = fmin(0.55 * full, fmin(width / 2.4, bd_style_px(style, 320)));
	double least = fmin(0.4 * full, fmin(width / 4.5, bd_style_px(style, 200)));
	double natural = fmin(full, width / 0.8);
	double most = fmax(full, fmin(full / 0.62, width / 0.8));
	modest = fmax(0.3 * full, modest);
	return (bd_extent){ fmax(0.16 * full, least), natural, most, 0, natural - modest };
}

/* A drawing gets smaller at the left edge of its column. */
static bd_extent contain_extent(double full, const bd_style *style)
{
	double natural = fmin(full, bd_style_px(style, 640));
	return (bd_extent){ natural * 0.25, natural, full, 0, natural * 0.5 };
}

static bd_extent measure(bd_env *env, const void *block, double width, const bd_style *style)
{
	const image *i = block;
	double full = i->art ? width * i->art->height / i->art->width : 0;
	double caption = caption_height(env, i, width, style);
	bd_extent e =
		i->fit == COVER ? cover_extent(full, width, style) : contain_extent(full, style);
	e.least += caption;
	e.natural += caption;
	e.most += caption;
	return e;
}

/* The part of `box` that is filled, and the larger box that the whole picture takes around it. */
static bd_rect whole_box(const image *i, bd_rect box)
{
	bd_point at = i->focus < 0 ? unsaid_focus : focuses[i->focus];
	double scale = fmax(box.width / i->art->width, box.height / i->art->height);
	double width = i->art->width * scale, height = i->art->height * scale;
	return (bd_rect){ box.x - (width - box.width) * at.x, box.y - (height - box.height) * at.y,
			  width, height };
}

static void draw(const image *i, bd_rect room, const bd_style *style, bd_node *parent)
{
	bd_node *group = bd_block_group(parent, BD_ROLE_FIGURE);
	group->group.alt = i->alt;
	if (i->fit == CONTAIN) {
		/* At the left edge of its column, like all else. */
		room.width = fmin(room.width, room.height * i->art->width / i->art->height);
		bd_art_draw(i->art, group, room, style->theme->ink);
		return;
	}
	bd_path *clip = BD_NEW(group->group.arena, bd_path);
	*clip = bd_path_new(group->group.arena);
	bd_path_rect(clip, room);
	group->group.clip = clip;
	bd_art_draw(i->art, group, whole_box(i, room), style->theme->ink);
}

static void place(bd_env *env, const void *block, bd_rect box, const bd_style *style,
		  bd_node *parent)
{
	const image *i = block;
	double caption = caption_height(env, i, box.width, style);
	bd_rect room = { box.x, box.y, box.width, box.height - caption };
	if (i->art && room.height > 0)
		draw(i, room, style, parent);
	bd_text text = bd_style_text(env, style, BD_TEXT_SMALL, i->caption, box.width);
	bd_block_text(parent, BD_ROLE_CAPTION, &text, box.x,
		      room.y + room.height + bd_style_px(style, CAPTION_GAP),
		      style->theme->grey[3]);
}

extern const bd_block_kind bd_block_kind_image;
const bd_block_kind bd_block_kind_image = {
	{ "image", "A picture from a file.", sizeof(image), .fields = fields, .check = check },
	.measure = measure,
	.place = place,
	.foot_height = caption_height,
	.fills = true,
	.aside = true,
};
