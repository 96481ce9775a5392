/* element.c - see element.h. */
#include "art/element.h"

#include "base/str.h"
#include "base/utf8.h"
#include "xml/xml.h"
#include <string.h>

enum { MOST_ELEMENTS = 20000 };

typedef struct builder {
	bd_arena *arena;
	bd_diags *diags;
	const bd_source *source;
	bd_xml *xml;
	bd_element *root, *open;
	int count;
	size_t offset, line, line_start; /* the place that was last asked for */
} builder;

/* Places are asked for from the start on, so that each byte is looked at once. */
static bd_place place_now(builder *b)
{
	const char *text = b->source->text;
	for (size_t end = bd_xml_offset(b->xml); b->offset < end; b->offset++)
		if (text[b->offset] == '\n') {
			b->line++;
			b->line_start = b->offset + 1;
		}
	return (bd_place){
		.source = b->source,
		.line = b->line,
		.column = bd_utf8_count(text + b->line_start, b->offset - b->line_start) + 1,
		.extent = 1
	};
}

static void refuse(builder *b, const char *what)
{
	bd_place *place = BD_NEW(b->arena, bd_place);
	*place = place_now(b);
	if (what)
		bd_error(b->diags, place, BD_SVG_REFUSED, what);
	else
		bd_error(b->diags, place, BD_BAD_XML);
}

static const bd_attribute *copied_attributes(builder *b, size_t count)
{
	bd_attribute *copies = BD_ARRAY(b->arena, count, bd_attribute);
	const char *name = NULL, *value;
	for (size_t i = 0; i < count; i++) {
		bd_xml_attribute_next(b->xml, &name, &value);
		copies[i] = (bd_attribute){ bd_strdup(b->arena, name), bd_strdup(b->arena, value) };
	}
	return copies;
}

static void start(builder *b)
{
	bd_element *element = BD_NEW(b->arena, bd_element);
	size_t count = bd_xml_attribute_count(b->xml);
	*element = (bd_element){ .name = bd_strdup(b->arena, bd_xml_name(b->xml)),
				 .attributes = copied_attributes(b, count),
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

/* False after a complaint. */
static bool read_all(builder *b)
{
	for (bd_xml_kind kind; (kind = bd_xml_next(b->xml)) != BD_XML_DONE;) {
		if (kind == BD_XML_BAD) {
			bd_xml_fault why = bd_xml_why(b->xml);
			refuse(b, why == BD_XML_ENTITIES   ? "<!ENTITY>"
				  : why == BD_XML_TOO_DEEP ? BD_TERM_SVG_SIZE
							   : NULL);
			return false;
		}
		if (kind == BD_XML_START && ++b->count > MOST_ELEMENTS) {
			refuse(b, BD_TERM_SVG_SIZE);
			return false;
		}
		if (kind == BD_XML_START)
			start(b);
		else if (kind == BD_XML_END)
			b->open = b->open->parent;
	}
	return true;
}

bd_element *bd_element_read(bd_arena *arena, const bd_source *source, bd_diags *diags)
{
	static const char *const namespaces[] = { "http://www.w3.org/2000/svg",
						  "http://www.w3.org/1999/xlink", NULL };
	builder b = { .arena = arena,
		      .diags = diags,
		      .source = source,
		      .xml = bd_xml_new_in(arena, source->text, source->length, namespaces),
		      .line = 1 };
	bool whole = read_all(&b);
	bd_xml_free(b.xml);
	return whole ? b.root : NULL;
}

const char *bd_element_get(const bd_element *element, const char *name)
{
	for (size_t i = 0; i < element->attribute_count; i++)
		if (!strcmp(element->attributes[i].name, name))
			return element->attributes[i].value;
	return NULL;
}

const bd_element *bd_element_by_id(const bd_element *root, const char *id)
{
	const char *own = bd_element_get(root, "id");
	if (own && !strcmp(own, id))
		return root;
	for (const bd_element *child = root->first; child; child = child->next) {
		const bd_element *found = bd_element_by_id(child, id);
		if (found)
			return found;
	}
	return NULL;
}
