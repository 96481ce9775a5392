/* href.c - see href.h. */
#include "scene/href.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

bool bd_href_is_safe(const char *href)
{
	static const char *const schemes[] = { "http:", "https:", "mailto:", "tel:" };
	if (!href || !*href)
		return false;
	/* browsers skip blanks and control characters on their way to the scheme */
	for (const char *c = href; *c; c++)
		if ((unsigned char)*c <= ' ')
			return false;
	for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
		if (!strncasecmp(href, schemes[i], strlen(schemes[i])))
			return true;
	return href[strcspn(href, ":/?#")] != ':';
}
