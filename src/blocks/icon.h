/* icon.h - the icons that a poster names, read while its spec is checked.
 *
 * A name that is none is told together with all other mistakes of the spec, and the file is read
 * once, however many times the layout tries it. */
#pragma once
#include "art/art.h"
#include "json/field.h"

typedef struct bd_icon {
	const char *name;
	const bd_art *art;
} bd_icon;

/* const bd_icon *: NULL where absent. */
extern const bd_type bd_type_icon;

/* An icon that the program itself names. */
const bd_icon *bd_icon_named(bd_env *env, const char *name, const bd_place *place);
bool bd_icon_is_flag(const bd_icon *icon);
