/* xml.h - pulling elements and text out of the plain XML that office programs write: UTF-8, no
 * document type (one is refused, and with it every entity but XML's own five). Names are compared
 * without their prefix. Much faster than a general parser, which matters for large sheets. */
#pragma once
#include "base/arena.h"
#include <stdbool.h>
#include <stddef.h>

typedef enum { BD_XML_START, BD_XML_END, BD_XML_TEXT, BD_XML_DONE, BD_XML_BAD } bd_xml_kind;

typedef struct bd_xml {
	const char *at, *stop;
	const char *name, *name_end;   /* of an element, without prefix */
	const char *attrs, *attrs_end; /* of a START */
	const char *text, *text_end;   /* of a TEXT: as written, entities and all */
	bool plain;                    /* a TEXT that is CDATA: nothing to undo */
	bool closes;                   /* <a/>: its END comes next */
} bd_xml;

bd_xml bd_xml_new(const char *text, size_t length);
bd_xml_kind bd_xml_next(bd_xml *xml);
bool bd_xml_is(const bd_xml *xml, const char *name);
/* An attribute's value as it is written; false where there is none. */
bool bd_xml_attribute(const bd_xml *xml, const char *name, const char **value, size_t *length);
/* The same in the arena, entities undone; NULL where there is none. */
const char *bd_xml_attribute_text(bd_arena *arena, const bd_xml *xml, const char *name);
/* Appends text with its entities undone to `out` (room for text_end - text bytes, entities never
 * grow); returns how many bytes. */
size_t bd_xml_undo(const char *text, const char *end, char *out);
