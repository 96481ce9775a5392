/* scene.c - adding nodes to a scene (scene.h). */
#include "scene/scene.h"

static bd_node *add(bd_node *group, bd_node_kind kind)
{
	bd_node *node = BD_NEW(group->group.arena, bd_node);
	node->kind = kind;
	bd_add_node(group, node);
	return node;
}

void bd_add_node(bd_node *group, bd_node *node)
{
	if (group->group.last)
		group->group.last->next = node;
	else
		group->group.first = node;
	group->group.last = node;
}

bd_node *bd_group_new(bd_arena *arena)
{
	bd_node *node = BD_NEW(arena, bd_node);
	node->kind = BD_NODE_GROUP;
	node->group.transform = BD_IDENTITY;
	node->group.opacity = 1;
	node->group.arena = arena;
	return node;
}

bd_node *bd_add_group(bd_node *group)
{
	bd_node *node = bd_group_new(group->group.arena);
	bd_add_node(group, node);
	return node;
}

bd_node *bd_add_shape(bd_node *group, const bd_path *path, bd_paint fill, bd_stroke stroke)
{
	bd_node *node = add(group, BD_NODE_PATH);
	node->shape = (bd_shape){ .path = path, .fill = fill, .stroke = stroke };
	return node;
}

bd_node *bd_add_rect(bd_node *group, bd_rect rect, bd_paint fill)
{
	bd_path *path = BD_NEW(group->group.arena, bd_path);
	*path = bd_path_new(group->group.arena);
	bd_path_rect(path, rect);
	return bd_add_shape(group, path, fill, (bd_stroke){ 0 });
}

bd_node *bd_add_rule(bd_node *group, bd_point from, bd_point to, bd_paint paint, double width)
{
	bd_path *path = BD_NEW(group->group.arena, bd_path);
	*path = bd_path_new(group->group.arena);
	bd_path_move(path, from.x, from.y);
	bd_path_line(path, to.x, to.y);
	return bd_add_shape(group, path, BD_NO_PAINT,
			    (bd_stroke){ .paint = paint, .width = width });
}

void bd_add_line(bd_node *group, const bd_line *line, double x, double baseline, bd_paint fill)
{
	for (size_t i = 0; i < line->run_count; i++) {
		bd_node *node = add(group, BD_NODE_GLYPHS);
		node->glyphs =
			(bd_glyphs){ .run = line->runs[i], .x = x, .y = baseline, .fill = fill };
	}
}

void bd_add_text(bd_node *group, const bd_text *text, double x, double y, bd_paint fill)
{
	bd_text_drawn(text);
	for (size_t i = 0; i < text->line_count; i++) {
		const bd_text_line_at *at = &text->lines[i];
		bd_add_line(group, &at->line, x + at->x, y + at->baseline, fill);
	}
}

bd_node *bd_add_image(bd_node *group, bd_image image)
{
	bd_node *node = add(group, BD_NODE_IMAGE);
	node->image = image;
	return node;
}

bd_node *bd_add_stamps(bd_node *group, bd_stamps stamps)
{
	bd_node *node = add(group, BD_NODE_STAMPS);
	node->stamps = stamps;
	return node;
}

const char *bd_role_name(bd_role role)
{
	static const char *const names[] = { "",       "Document", "H1",    "H2",      "H3", "P",
					     "L",      "LI",       "Table", "TR",      "TH", "TD",
					     "Figure", "Caption",  "Link",  "Artifact" };
	return names[role];
}
