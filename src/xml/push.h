/* push.h - XML handed on as expat reads it, without a queue (xml.h) in between: a sheet of a
 * hundred thousand rows has a million tags, and each step that every one of them takes shows. */
#pragma once
#include "xml/xml.h"

/* Names come without their prefix. The text between two tags may come in parts. */
typedef struct bd_xml_handlers {
	/* attributes: names and values by turns, ended by NULL */
	void (*start)(void *user, const char *name, const char *const *attributes);
	void (*end)(void *user, const char *name);
	void (*text)(void *user, const char *text, size_t length); /* not NUL-ended */
} bd_xml_handlers;

/* The next part of a document, in `room`: how many bytes; 0 at its end. */
typedef size_t bd_xml_feed(void *user, char *room, size_t size);
/* A document that is never in memory as a whole. Both functions get `user`; reading ends early
 * where the feed does. */
bool bd_xml_push_fed(bd_xml_feed *feed, const bd_xml_handlers *handlers, void *user);

/* The whole document; false where it is damaged or refused, which may show after most of it. */
bool bd_xml_push(const char *text, size_t length, const bd_xml_handlers *handlers, void *user);

/* Behind the prefix. */
static inline const char *bd_xml_local(const char *name)
{
	const char *local = name;
	for (; *name; name++)
		if (*name == ':')
			local = name + 1;
	return local;
}

/* NULL where there is none of that name. */
const char *bd_xml_pushed(const char *const *attributes, const char *name);
