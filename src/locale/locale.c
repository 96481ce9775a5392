#include "locale/locale.h"

#include "base/str.h"
#include "locale/words.h"
#include <ctype.h>

#define LOCALE(id) extern const bd_locale bd_locale_##id;
#include "locale/locales.def"
#undef LOCALE

static const bd_locale *const locales[] = {
#define LOCALE(id) &bd_locale_##id,
#include "locale/locales.def"
#undef LOCALE
};

static const char *const names[] = {
#define LOCALE(id) #id,
#include "locale/locales.def"
#undef LOCALE
	NULL
};

const bd_time_formats bd_times_day_first = { .of = { [BD_UNIT_MILLISECONDS] = ".%L",
						     [BD_UNIT_SECONDS] = ":%S",
						     [BD_UNIT_MINUTES] = "%H:%M",
						     [BD_UNIT_HOURS] = "%H:%M",
						     [BD_UNIT_DATE] = "%-d/%-m",
						     [BD_UNIT_WEEK] = "%-d/%-m",
						     [BD_UNIT_MONTH] = "%B",
						     [BD_UNIT_QUARTER] = "%B",
						     [BD_UNIT_YEAR] = "%Y" } };

/* A tag belongs to a language when it is its name, alone or before "-" or "_" (RFC 4647, basic
 * filtering). */
static bool belongs(const char *tag, const char *lang)
{
	while (*lang)
		if (tolower((unsigned char)*tag++) != *lang++)
			return false;
	return !*tag || *tag == '-' || *tag == '_';
}

const bd_locale *bd_locale_find(const char *lang)
{
	for (size_t i = 0; names[i]; i++)
		if (belongs(lang, names[i]))
			return locales[i];
	return NULL;
}

const char *const *bd_locale_names(void)
{
	return names;
}

const char *bd_count_title(const bd_locale *locale)
{
	return locale->words ? locale->words->count : bd_locale_en.words->count;
}
