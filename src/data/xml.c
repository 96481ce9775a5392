#include "data/xml.h"

#include "base/array.h"
#include "base/limits.h"
#include <expat.h>
#include <limits.h>
#include <string.h>

enum { QUEUE_BYTES = 1 << 16 };

typedef struct event {
	bd_xml_kind kind;
	size_t at, length; /* in `bytes`: the name, or the text */
	size_t attributes; /* how many pairs follow the name, each part NUL-ended */
} event;

struct bd_xml {
	bd_arena *arena;
	XML_Parser parser;
	const char *text; /* until it is handed to expat */
	size_t length;
	BD_LIST(event) events;
	BD_LIST(char) bytes;
	size_t next; /* event; the one before is the latest */
	int depth;
	bd_xml_kind end; /* DONE or BAD when nothing more is to be read, else START */
};

/* --- what expat calls --- */

static void put(bd_xml *xml, const char *bytes, size_t length)
{
	bd_reserve(xml->arena, &xml->bytes, length + 1);
	memcpy(xml->bytes.items + xml->bytes.count, bytes, length);
	xml->bytes.count += length;
	xml->bytes.items[xml->bytes.count++] = 0;
}

static event *put_event(bd_xml *xml, bd_xml_kind kind, const char *bytes, size_t length)
{
	bd_push(xml->arena, &xml->events,
		((event){ .kind = kind, .at = xml->bytes.count, .length = length }));
	put(xml, bytes, length);
	if (xml->bytes.count > QUEUE_BYTES)
		XML_StopParser(xml->parser, XML_TRUE);
	return &xml->events.items[xml->events.count - 1];
}

static void put_name(bd_xml *xml, const char *name)
{
	const char *colon = strrchr(name, ':');
	put(xml, colon ? colon + 1 : name, strlen(colon ? colon + 1 : name));
}

static event *put_tag(bd_xml *xml, bd_xml_kind kind, const char *name)
{
	const char *colon = strrchr(name, ':');
	const char *local = colon ? colon + 1 : name;
	return put_event(xml, kind, local, strlen(local));
}

static void XMLCALL on_start(void *user, const XML_Char *name, const XML_Char **attributes)
{
	bd_xml *xml = user;
	if (++xml->depth > BD_MAX_DEPTH) {
		XML_StopParser(xml->parser, XML_FALSE);
		return;
	}
	event *e = put_tag(xml, BD_XML_START, name);
	for (; *attributes; attributes += 2, e->attributes++) {
		put_name(xml, attributes[0]);
		put(xml, attributes[1], strlen(attributes[1]));
	}
}

static void XMLCALL on_end(void *user, const XML_Char *name)
{
	bd_xml *xml = user;
	xml->depth--;
	put_tag(xml, BD_XML_END, name);
}

static bool ends_in_text(const bd_xml *xml)
{
	return xml->events.count && xml->events.items[xml->events.count - 1].kind == BD_XML_TEXT;
}

/* expat cuts text at line ends and entities; here it is joined. */
static void XMLCALL on_text(void *user, const XML_Char *text, int length)
{
	bd_xml *xml = user;
	if (!ends_in_text(xml)) {
		put_event(xml, BD_XML_TEXT, text, (size_t)length);
		return;
	}
	xml->bytes.count--; /* the NUL */
	put(xml, text, (size_t)length);
	xml->events.items[xml->events.count - 1].length += (size_t)length;
}

/* It could declare entities, which can name files and grow without bound. */
static void XMLCALL on_doctype(void *user, const XML_Char *name, const XML_Char *system,
			       const XML_Char *public, int has_internal_subset)
{
	bd_xml *xml = user;
	(void)name, (void)system, (void)public, (void)has_internal_subset;
	XML_StopParser(xml->parser, XML_FALSE);
}

/* --- what the reader calls --- */

bd_xml *bd_xml_new(bd_arena *arena, const char *text, size_t length)
{
	bd_xml *xml = BD_NEW(arena, bd_xml);
	*xml = (bd_xml){ .arena = arena, .text = text, .length = length };
	xml->parser = XML_ParserCreate(NULL);
	if (!xml->parser || length > INT_MAX) {
		xml->end = BD_XML_BAD;
		return xml;
	}
	XML_SetUserData(xml->parser, xml);
	XML_SetElementHandler(xml->parser, on_start, on_end);
	XML_SetCharacterDataHandler(xml->parser, on_text);
	XML_SetStartDoctypeDeclHandler(xml->parser, on_doctype);
	return xml;
}

void bd_xml_free(bd_xml *xml)
{
	if (xml->parser)
		XML_ParserFree(xml->parser);
	xml->parser = NULL;
}

/* Fills the queue anew; never up to a text, of which more may follow. */
static void fill(bd_xml *xml)
{
	xml->events.count = xml->bytes.count = xml->next = 0;
	while (xml->end == BD_XML_START && (!xml->events.count || ends_in_text(xml))) {
		enum XML_Status status =
			xml->text ? XML_Parse(xml->parser, xml->text, (int)xml->length, 1)
				  : XML_ResumeParser(xml->parser);
		xml->text = NULL;
		if (status != XML_STATUS_SUSPENDED)
			xml->end = status == XML_STATUS_OK ? BD_XML_DONE : BD_XML_BAD;
	}
}

bd_xml_kind bd_xml_next(bd_xml *xml)
{
	if (xml->next == xml->events.count && xml->end == BD_XML_START)
		fill(xml);
	return xml->next < xml->events.count ? xml->events.items[xml->next++].kind : xml->end;
}

static const event *latest(const bd_xml *xml)
{
	return &xml->events.items[xml->next - 1];
}

bool bd_xml_is(const bd_xml *xml, const char *name)
{
	return !strcmp(xml->bytes.items + latest(xml)->at, name);
}

const char *bd_xml_attribute(const bd_xml *xml, const char *name)
{
	const event *e = latest(xml);
	const char *at = xml->bytes.items + e->at + e->length + 1;
	for (size_t i = 0; i < e->attributes; i++) {
		const char *value = at + strlen(at) + 1;
		if (!strcmp(at, name))
			return value;
		at = value + strlen(value) + 1;
	}
	return NULL;
}

const char *bd_xml_text(const bd_xml *xml, size_t *length)
{
	*length = latest(xml)->length;
	return xml->bytes.items + latest(xml)->at;
}
