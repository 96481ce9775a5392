/* image.c - a picture from a file: never cropped, as wide as its place or as tall as the page lets
 * it be, with its caption. */
#include "blocks/block.h"

#include "art/art.h"

#include <math.h>

typedef struct image {
	bd_block_head head;
	const char *url, *alt, *caption;
	const bd_art *art;
} image;

static const bd_field fields[] = {
	BD_BLOCK_FIELDS(image),
	BD_FIELD(image, url, &bd_type_string, .also = "src href file path image", .required = true,
		 .doc = "The file, below the spec's folder: PNG, JPEG or SVG.",
		 .example = "\"anh/cot-moc.svg\""),
	BD_FIELD(image, alt, &bd_type_text, .also = "description title", .required = true,
		 .doc = "What is to be seen, for those who do not see it."),
	BD_FIELD(image, caption, &bd_type_text, .also = "label text", .doc = "A line under it."),
	BD_FIELDS_END
};

static void check(void *object, const bd_json *node, bd_reader *reader)
{
	image *i = object;
	if (i->url && reader->user)
		i->art = bd_art_picture(reader->user, i->url, &bd_json_get(node, "url")->place);
}

static double caption_height(bd_env *env, const image *i, double width, const bd_style *style)
{
	return i->caption ? bd_style_text(env, style, BD_TEXT_SMALL, i->caption, width).height +
				    bd_style_px(style, 12)
			  : 0;
}

static bd_extent measure(bd_env *env, const void *block, double width, const bd_style *style)
{
	const image *i = block;
	const bd_art *art = i->art;
	double caption = caption_height(env, i, width, style);
	double full = art ? width * art->height / art->width : 0;
	double natural = fmin(full, bd_style_px(style, 640));
	return (bd_extent){ natural * 0.35 + caption, natural + caption, full + caption, 0 };
}

static void place(bd_env *env, const void *block, bd_rect box, const bd_style *style,
		  bd_node *parent)
{
	const image *i = block;
	const bd_art *art = i->art;
	double caption = caption_height(env, i, box.width, style);
	bd_rect room = { box.x, box.y, box.width, box.height - caption };
	if (art && room.height > 0) {
		/* At the left edge of its column, like all else. */
		room.width = fmin(room.width, room.height * art->width / art->height);
		bd_node *group = bd_block_group(parent, BD_ROLE_FIGURE);
		group->group.alt = i->alt;
		bd_art_draw(art, group, room, style->theme->ink);
	}
	bd_text text = bd_style_text(env, style, BD_TEXT_SMALL, i->caption, box.width);
	bd_block_text(parent, BD_ROLE_CAPTION, &text, box.x, box.y + box.height - text.height,
		      style->theme->grey[3]);
}

extern const bd_block_kind bd_block_kind_image;
const bd_block_kind bd_block_kind_image = {
	{ "image", "A picture from a file.", sizeof(image), .fields = fields, .check = check },
	.measure = measure,
	.place = place,
};
