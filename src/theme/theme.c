/* theme.c - the registry of themes (themes.def). */
#include "theme/theme.h"

#include <string.h>

#define THEME(id) extern const bd_theme bd_theme_##id;
#include "theme/themes.def"
#undef THEME

static const bd_theme *const themes[] = {
#define THEME(id) &bd_theme_##id,
#include "theme/themes.def"
#undef THEME
};

const bd_theme *const *bd_theme_list(size_t *count)
{
	*count = sizeof themes / sizeof *themes;
	return themes;
}

const bd_theme *bd_theme_default(void)
{
	return themes[0];
}

const bd_theme *bd_theme_find(const char *name)
{
	for (size_t i = 0; i < sizeof themes / sizeof *themes; i++)
		if (!strcmp(themes[i]->name, name))
			return themes[i];
	return NULL;
}
