/* art.c - finding an icon's file and drawing it (art.h). */
#include "art/art.h"

const bd_art *bd_art_icon(bd_env *env, const char *name, const bd_place *place)
{
	(void)name, (void)place;
	bd_art *art = BD_NEW(env->arena, bd_art);
	*art = (bd_art){ .width = 24, .height = 24 };
	return art;
}

const bd_art *bd_art_picture(bd_env *env, const char *url, const bd_place *place)
{
	return bd_art_icon(env, url, place);
}

bd_node *bd_art_draw(const bd_art *art, bd_node *group, bd_rect box, bd_color current)
{
	(void)art;
	bd_node *node = bd_add_group(group);
	bd_add_rect(node, box, bd_solid(current));
	return node;
}

const char *const *bd_art_names(bd_arena *arena, const char *share)
{
	(void)share;
	return BD_ARRAY(arena, 1, const char *);
}
