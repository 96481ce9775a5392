/* draw.c - the few things that every block draws: tagged text, rules, discs, icons. */
#include "blocks/block.h"

#include "base/str.h"

bd_node *bd_block_group(bd_node *parent, bd_role role)
{
	bd_node *group = bd_add_group(parent);
	group->group.role = role;
	return group;
}

void bd_block_text(bd_node *parent, bd_role role, const bd_text *text, double x, double y,
		   bd_color color)
{
	if (text->line_count)
		bd_add_text(bd_block_group(parent, role), text, x, y, bd_solid(color));
}

void bd_block_line(bd_node *parent, bd_role role, const bd_line *line, double x, double baseline,
		   bd_color color)
{
	if (line->run_count)
		bd_add_line(bd_block_group(parent, role), line, x, baseline, bd_solid(color));
}

void bd_block_rule(bd_node *parent, double x1, double y1, double x2, double y2, bd_color color,
		   double width)
{
	bd_node *group = bd_block_group(parent, BD_ROLE_ARTIFACT);
	bd_add_rule(group, (bd_point){ x1, y1 }, (bd_point){ x2, y2 }, bd_solid(color), width);
}

void bd_block_disc(bd_node *parent, double x, double y, double radius, bd_color color)
{
	bd_path *path = BD_NEW(parent->group.arena, bd_path);
	*path = bd_path_new(parent->group.arena);
	bd_path_circle(path, x, y, radius);
	bd_node *group = bd_block_group(parent, BD_ROLE_ARTIFACT);
	bd_add_shape(group, path, bd_solid(color), (bd_stroke){ 0 });
}

void bd_block_icon(bd_node *parent, const bd_icon *icon, bd_rect box, bd_color color)
{
	if (!icon)
		return;
	const bd_art *art = icon->art;
	bd_node *group = bd_block_group(parent, BD_ROLE_ARTIFACT);
	bd_art_draw(art, group, box, color);
	if (!bd_icon_is_flag(icon))
		return;
	/* A hairline, so that a flag's light part does not run into the paper. */
	double scale = box.width / art->width < box.height / art->height ? box.width / art->width
									 : box.height / art->height;
	bd_rect flag = { box.x + (box.width - art->width * scale) / 2,
			 box.y + (box.height - art->height * scale) / 2, art->width * scale,
			 art->height * scale };
	bd_node *edge = bd_add_rect(group, flag, BD_NO_PAINT);
	edge->shape.stroke =
		(bd_stroke){ .paint = bd_solid(bd_color_with_alpha(BD_BLACK, 0.12)), .width = 1 };
}

bd_color bd_block_side_color(const bd_style *style, const bd_icon *icon)
{
	if (icon && bd_streq(icon->name, "flag-la"))
		return style->theme->second;
	return bd_icon_is_flag(icon) ? style->theme->accent : style->accent;
}
