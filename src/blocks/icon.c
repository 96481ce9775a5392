/* icon.c - an icon's name becomes its drawing (icon.h). */
#include "blocks/icon.h"

#include "base/str.h"

const bd_icon *bd_icon_named(bd_env *env, const char *name, const bd_place *place)
{
	const bd_art *art = bd_art_icon(env, name, place);
	if (!art)
		return NULL;
	bd_icon *icon = BD_NEW(env->arena, bd_icon);
	*icon = (bd_icon){ name, art };
	return icon;
}

/* Without an environment (a spec is only looked through) the name alone is kept. */
static bool read_icon(const bd_json *node, void *out, bd_reader *reader)
{
	const bd_icon **icon = out;
	const char *name;
	if (!bd_type_read(&bd_type_string, node, &name, reader))
		return false;
	if (reader->user)
		*icon = bd_icon_named(reader->user, name, &node->place);
	return !reader->user || *icon;
}
const bd_type bd_type_icon = { BD_T_CUSTOM,
			       .name = "icon",
			       .size = sizeof(const bd_icon *),
			       .read = read_icon,
			       .schema = "{ \"type\": \"string\" }",
			       .doc = "An icon or flag: a name of `bieudo list icons`." };

bool bd_icon_is_flag(const bd_icon *icon)
{
	return icon && bd_starts_with(icon->name, "flag-");
}
