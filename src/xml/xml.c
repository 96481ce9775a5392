/* xml.c - see xml.h. */
#include "xml/xml.h"

#include "base/array.h"
#include "xml/guard.h"
#include <limits.h>
#include <string.h>

enum { QUEUE_BYTES = 1 << 16 };

typedef struct event {
	bd_xml_kind kind;
	size_t at, length; /* in `bytes`: the name, or the text */
	size_t attributes; /* how many pairs follow the name, each part NUL-ended */
	size_t offset;     /* of a START, in the document */
} event;

struct bd_xml {
	bd_xml_guard guard;
	bd_arena *arena;
	const char *const *namespaces; /* NULL: all */
	const char *text;              /* until it is handed to expat */
	size_t length;
	BD_LIST(event) events;
	BD_LIST(char) bytes;
	size_t next;     /* event; the one before is the latest */
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
		XML_StopParser(xml->guard.parser, XML_TRUE);
	return &xml->events.items[xml->events.count - 1];
}

/* Between a namespace and a name; no URI holds it. */
enum { SEPARATOR = '|' };

/* Behind the prefix, or the namespace if it is one of ours; NULL for a name of another. */
static const char *local_name(const bd_xml *xml, const char *name)
{
	const char *end = strrchr(name, xml->namespaces ? SEPARATOR : ':');
	if (!end)
		return name;
	if (!xml->namespaces)
		return end + 1;
	for (const char *const *known = xml->namespaces; *known; known++)
		if (strlen(*known) == (size_t)(end - name) && !memcmp(*known, name, strlen(*known)))
			return end + 1;
	return NULL;
}

static event *put_tag(bd_xml *xml, bd_xml_kind kind, const char *name)
{
	const char *local = local_name(xml, name);
	return put_event(xml, kind, local ? local : "", local ? strlen(local) : 0);
}

static void XMLCALL on_start(void *user, const XML_Char *name, const XML_Char **attributes)
{
	bd_xml *xml = user;
	if (!bd_xml_enter(&xml->guard))
		return;
	event *e = put_tag(xml, BD_XML_START, name);
	e->offset = (size_t)XML_GetCurrentByteIndex(xml->guard.parser);
	for (; *attributes; attributes += 2) {
		const char *local = local_name(xml, attributes[0]);
		if (!local)
			continue;
		put(xml, local, strlen(local));
		put(xml, attributes[1], strlen(attributes[1]));
		e->attributes++;
	}
}

static void XMLCALL on_end(void *user, const XML_Char *name)
{
	bd_xml *xml = user;
	xml->guard.depth--;
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

/* --- what the reader calls --- */

bd_xml *bd_xml_new(bd_arena *arena, const char *text, size_t length)
{
	return bd_xml_new_in(arena, text, length, NULL);
}

bd_xml *bd_xml_new_in(bd_arena *arena, const char *text, size_t length,
		      const char *const *namespaces)
{
	bd_xml *xml = BD_NEW(arena, bd_xml);
	*xml = (bd_xml){ .arena = arena, .text = text, .length = length, .namespaces = namespaces };
	xml->guard.parser =
		namespaces ? XML_ParserCreateNS(NULL, SEPARATOR) : XML_ParserCreate(NULL);
	if (!xml->guard.parser || length > INT_MAX) {
		xml->end = BD_XML_BAD;
		return xml;
	}
	bd_xml_guard_set(&xml->guard);
	XML_SetElementHandler(xml->guard.parser, on_start, on_end);
	XML_SetCharacterDataHandler(xml->guard.parser, on_text);
	return xml;
}

void bd_xml_free(bd_xml *xml)
{
	if (xml->guard.parser)
		XML_ParserFree(xml->guard.parser);
	xml->guard.parser = NULL;
}

/* Fills the queue anew; never up to a text, of which more may follow. */
static void fill(bd_xml *xml)
{
	xml->events.count = xml->bytes.count = xml->next = 0;
	while (xml->end == BD_XML_START && (!xml->events.count || ends_in_text(xml))) {
		enum XML_Status status =
			xml->text ? XML_Parse(xml->guard.parser, xml->text, (int)xml->length, 1)
				  : XML_ResumeParser(xml->guard.parser);
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

bd_xml_fault bd_xml_why(const bd_xml *xml)
{
	return xml->guard.fault;
}

size_t bd_xml_offset(const bd_xml *xml)
{
	bool stopped = xml->next == xml->events.count && xml->end != BD_XML_START;
	return stopped ? (size_t)XML_GetCurrentByteIndex(xml->guard.parser) : latest(xml)->offset;
}

const char *bd_xml_name(const bd_xml *xml)
{
	return xml->bytes.items + latest(xml)->at;
}

bool bd_xml_is(const bd_xml *xml, const char *name)
{
	return !strcmp(xml->bytes.items + latest(xml)->at, name);
}

size_t bd_xml_attribute_count(const bd_xml *xml)
{
	return latest(xml)->attributes;
}

void bd_xml_attribute_next(const bd_xml *xml, const char **name, const char **value)
{
	const event *e = latest(xml);
	*name = *name ? *value + strlen(*value) + 1 : xml->bytes.items + e->at + e->length + 1;
	*value = *name + strlen(*name) + 1;
}

const char *bd_xml_attribute(const bd_xml *xml, const char *name)
{
	const char *each = NULL, *value;
	for (size_t i = 0; i < latest(xml)->attributes; i++) {
		bd_xml_attribute_next(xml, &each, &value);
		if (!strcmp(each, name))
			return value;
	}
	return NULL;
}

const char *bd_xml_text(const bd_xml *xml, size_t *length)
{
	*length = latest(xml)->length;
	return xml->bytes.items + latest(xml)->at;
}
