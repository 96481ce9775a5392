/* languages.c - see languages.h. A reader sees one language at a time; here all are looked at. */
#include "blocks/languages.h"

#include "base/str.h"

enum { LANGUAGES = 3 };
static const char *const languages[LANGUAGES] = { "vi", "lo", "en" };

/* The languages of a text per language, as bits; 0 for anything else. */
static unsigned of_text(const bd_json *node)
{
	unsigned found = 0;
	bd_each_member (m, node) {
		unsigned bit = 0;
		for (unsigned i = 0; i < LANGUAGES; i++)
			if (bd_streq(m->name, languages[i]))
				bit = 1u << i;
		if (!bit || !bd_json_is(m->value, BD_JSON_STRING))
			return 0;
		found |= bit;
	}
	return found;
}

/* Gathers the languages of all texts, or, where `wanted` is given, warns of those without. JSON is
 * at most BD_MAX_DEPTH deep (json/parse.c), and so is this. */
static unsigned walk(bd_env *env, const bd_json *node, unsigned wanted)
{
	unsigned found = of_text(node);
	const bd_json *item;
	for (unsigned i = 0; found && i < LANGUAGES; i++)
		if (wanted & ~found & 1u << i)
			bd_warning(env->diags, &node->place, BD_LANGUAGE_LACKS, languages[i]);
	if (found)
		return found;
	bd_each (item, node)
		found |= walk(env, item, wanted);
	bd_each_member (m, node)
		if (!bd_streq(m->name, "values") && !bd_streq(m->name, "datasets"))
			found |= walk(env, m->value, wanted);
	return found;
}

void bd_languages_check(bd_env *env, const bd_json *root)
{
	walk(env, root, walk(env, root, 0));
}
