#include "art/xml.h"

#include "base/limits.h"
#include "base/str.h"
#include <expat.h>
#include <string.h>

enum { MOST_ELEMENTS = 20000 };

typedef struct builder {
	bd_arena *arena;
	bd_diags *diags;
	const bd_source *source;
	XML_Parser parser;
	bd_xml *root, *open;
	int depth, count;
} builder;

static bd_place place_now(const builder *b)
{
	/* expat counts bytes from the line's start; icons are ASCII but for their titles */
	return (bd_place){ .source = b->source,
			   .line = XML_GetCurrentLineNumber(b->parser),
			   .column = XML_GetCurrentColumnNumber(b->parser) + 1,
			   .extent = 1 };
}

static void refuse(builder *b, const char *what)
{
	bd_place *place = BD_NEW(b->arena, bd_place);
	*place = place_now(b);
	bd_error(b->diags, place, BD_SVG_REFUSED, what);
	XML_StopParser(b->parser, XML_FALSE);
}

/* expat joins namespace and name with '|'. */
static const char *local_name(const char *name)
{
	static const char svg[] = "http://www.w3.org/2000/svg|";
	if (!strchr(name, '|'))
		return name;
	return strncmp(name, svg, sizeof svg - 1) ? "" : name + sizeof svg - 1;
}

static const char *attribute_name(const char *name)
{
	if (!strcmp(name, "http://www.w3.org/1999/xlink|href"))
		return "href";
	return strchr(name, '|') ? "" : name;
}

static void XMLCALL on_start(void *user, const XML_Char *name, const XML_Char **attributes)
{
	builder *b = user;
	if (++b->depth > BD_MAX_DEPTH || ++b->count > MOST_ELEMENTS) {
		refuse(b, BD_TERM_SVG_SIZE);
		return;
	}
	bd_xml *element = BD_NEW(b->arena, bd_xml);
	size_t count = 0;
	while (attributes[count * 2])
		count++;
	bd_xml_attribute *copies = BD_ARRAY(b->arena, count, bd_xml_attribute);
	for (size_t i = 0; i < count; i++)
		copies[i] =
			(bd_xml_attribute){ bd_strdup(b->arena, attribute_name(attributes[i * 2])),
					    bd_strdup(b->arena, attributes[i * 2 + 1]) };
	*element = (bd_xml){ .name = bd_strdup(b->arena, local_name(name)),
			     .attributes = copies,
			     .attribute_count = count,
			     .parent = b->open,
			     .place = place_now(b) };
	element->place.extent = strlen(element->name) + 1;
	if (!b->open)
		b->root = element;
	else if (b->open->last)
		b->open->last->next = element;
	else
		b->open->first = element;
	if (b->open)
		b->open->last = element;
	b->open = element;
}

static void XMLCALL on_end(void *user, const XML_Char *name)
{
	builder *b = user;
	(void)name;
	b->open = b->open->parent;
	b->depth--;
}

/* An internal subset declares entities, which can name files and grow without bound. */
static void XMLCALL on_doctype(void *user, const XML_Char *name, const XML_Char *system,
			       const XML_Char *public, int has_internal_subset)
{
	(void)name, (void)system, (void)public;
	if (has_internal_subset)
		refuse(user, "<!ENTITY>");
}

bd_xml *bd_xml_parse(bd_arena *arena, const bd_source *source, bd_diags *diags)
{
	builder b = { .arena = arena, .diags = diags, .source = source };
	b.parser = XML_ParserCreateNS(NULL, '|');
	XML_SetUserData(b.parser, &b);
	XML_SetElementHandler(b.parser, on_start, on_end);
	XML_SetStartDoctypeDeclHandler(b.parser, on_doctype);
	bool good = XML_Parse(b.parser, source->text, (int)source->length, 1) == XML_STATUS_OK;
	if (!good && XML_GetErrorCode(b.parser) != XML_ERROR_ABORTED) {
		bd_place *place = BD_NEW(arena, bd_place);
		*place = place_now(&b);
		bd_error(diags, place, BD_BAD_XML);
	}
	XML_ParserFree(b.parser);
	return good ? b.root : NULL;
}

const char *bd_xml_get(const bd_xml *element, const char *name)
{
	for (size_t i = 0; i < element->attribute_count; i++)
		if (!strcmp(element->attributes[i].name, name))
			return element->attributes[i].value;
	return NULL;
}

const bd_xml *bd_xml_by_id(const bd_xml *root, const char *id)
{
	const char *own = bd_xml_get(root, "id");
	if (own && !strcmp(own, id))
		return root;
	for (const bd_xml *child = root->first; child; child = child->next) {
		const bd_xml *found = bd_xml_by_id(child, id);
		if (found)
			return found;
	}
	return NULL;
}
