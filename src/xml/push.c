#include "xml/push.h"

#include "xml/guard.h"
#include <limits.h>
#include <string.h>

typedef struct pusher {
	bd_xml_guard guard;
	const bd_xml_handlers *handlers;
	void *user;
} pusher;

static void XMLCALL on_start(void *user, const XML_Char *name, const XML_Char **attributes)
{
	pusher *p = user;
	if (bd_xml_enter(&p->guard))
		p->handlers->start(p->user, bd_xml_local(name), attributes);
}

static void XMLCALL on_end(void *user, const XML_Char *name)
{
	pusher *p = user;
	p->guard.depth--;
	p->handlers->end(p->user, bd_xml_local(name));
}

static void XMLCALL on_text(void *user, const XML_Char *text, int length)
{
	pusher *p = user;
	p->handlers->text(p->user, text, (size_t)length);
}

static bool begin(pusher *p, const bd_xml_handlers *handlers, void *user)
{
	*p = (pusher){ .handlers = handlers, .user = user };
	p->guard.parser = XML_ParserCreate(NULL);
	if (!p->guard.parser)
		return false;
	bd_xml_guard_set(&p->guard);
	XML_SetElementHandler(p->guard.parser, on_start, on_end);
	XML_SetCharacterDataHandler(p->guard.parser, on_text);
	return true;
}

bool bd_xml_push(const char *text, size_t length, const bd_xml_handlers *handlers, void *user)
{
	pusher p;
	if (!begin(&p, handlers, user))
		return false;
	bool good = length <= INT_MAX &&
		    XML_Parse(p.guard.parser, text, (int)length, 1) == XML_STATUS_OK;
	XML_ParserFree(p.guard.parser);
	return good;
}

bool bd_xml_push_fed(bd_xml_feed *feed, const bd_xml_handlers *handlers, void *user)
{
	enum { PART = 1 << 16 };
	pusher p;
	if (!begin(&p, handlers, user))
		return false;
	bool good = true;
	for (size_t n = 1; good && n;) {
		void *room = XML_GetBuffer(p.guard.parser, PART);
		n = room ? feed(user, room, PART) : 0;
		good = room && XML_ParseBuffer(p.guard.parser, (int)n, n == 0) == XML_STATUS_OK;
	}
	XML_ParserFree(p.guard.parser);
	return good;
}

const char *bd_xml_pushed(const char *const *attributes, const char *name)
{
	for (; *attributes; attributes += 2)
		if (!strcmp(bd_xml_local(attributes[0]), name))
			return attributes[1];
	return NULL;
}
