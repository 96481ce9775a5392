/* href.h - which links may stand in a picture. A spec is untrusted, and an SVG that is opened in a
 * browser runs what "javascript:" says. */
#pragma once
#include <stdbool.h>

/* http, https, mailto and tel; and what has no scheme at all. False for NULL. */
bool bd_href_is_safe(const char *href);
