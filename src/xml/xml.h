/* xml.h - pulling elements and text out of XML (office files, SVG) by expat: it pushes what it
 * reads into a queue of some 64 KB and is suspended while that is emptied, so a large sheet is
 * never held as a tree. Entities can name files and grow without bound: XML's own five are read, a
 * document that declares or uses others is refused. */
#pragma once
#include "base/arena.h"
#include <stdbool.h>
#include <stddef.h>

typedef enum { BD_XML_START, BD_XML_END, BD_XML_TEXT, BD_XML_DONE, BD_XML_BAD } bd_xml_kind;

typedef struct bd_xml bd_xml;

/* Why nothing more is read after BAD. */
typedef enum { BD_XML_MALFORMED, BD_XML_ENTITIES, BD_XML_TOO_DEEP } bd_xml_fault;

/* Borrows the text; the queue is in the arena. Names come without their prefix. */
bd_xml *bd_xml_new(bd_arena *arena, const char *text, size_t length);
/* Names of these namespaces (NULL-ended), or of none, come without their prefix; elements of others
 * have an empty name, and attributes of others are left out. */
bd_xml *bd_xml_new_in(bd_arena *arena, const char *text, size_t length,
		      const char *const *namespaces);
void bd_xml_free(bd_xml *xml);

/* The text between two tags is one TEXT, whatever comments or entities it holds. After DONE or BAD
 * comes the same again. */
bd_xml_kind bd_xml_next(bd_xml *xml);
bd_xml_fault bd_xml_why(const bd_xml *xml); /* after BAD */
/* The byte where a START stands, or where reading stopped. */
size_t bd_xml_offset(const bd_xml *xml);
/* Of a START or END. */
const char *bd_xml_name(const bd_xml *xml);
bool bd_xml_is(const bd_xml *xml, const char *name);
/* A START's attribute, NUL-ended, until the next bd_xml_next; NULL where there is none. */
const char *bd_xml_attribute(const bd_xml *xml, const char *name);
/* All of them: how many, and the one after another that *name (NULL before the first) ended with;
 * then *name and *value are the next one's. */
size_t bd_xml_attribute_count(const bd_xml *xml);
void bd_xml_attribute_next(const bd_xml *xml, const char **name, const char **value);
/* Of a TEXT, NUL-ended; it stays while the tag behind it is the latest. */
const char *bd_xml_text(const bd_xml *xml, size_t *length);
