/* xml.h - pulling elements and text out of the XML that office programs write, by expat: it pushes
 * what it reads into a queue of some 64 KB and is suspended while that is emptied, so a large sheet
 * is never held as a tree. A document type is refused, and with it every entity but XML's own
 * five. Names are compared without their prefix. */
#pragma once
#include "base/arena.h"
#include <stdbool.h>
#include <stddef.h>

typedef enum { BD_XML_START, BD_XML_END, BD_XML_TEXT, BD_XML_DONE, BD_XML_BAD } bd_xml_kind;

typedef struct bd_xml bd_xml;

/* Borrows the text; the queue is in the arena. */
bd_xml *bd_xml_new(bd_arena *arena, const char *text, size_t length);
void bd_xml_free(bd_xml *xml);

/* The text between two tags is one TEXT, whatever comments or entities it holds. After DONE or BAD
 * comes the same again. */
bd_xml_kind bd_xml_next(bd_xml *xml);
/* Of a START or END. */
bool bd_xml_is(const bd_xml *xml, const char *name);
/* A START's attribute, NUL-ended, until the next bd_xml_next; NULL where there is none. */
const char *bd_xml_attribute(const bd_xml *xml, const char *name);
/* Of a TEXT, NUL-ended; it stays while the tag behind it is the latest. */
const char *bd_xml_text(const bd_xml *xml, size_t *length);
