/* guard.h - inside xml/: what both ways of reading refuse. Entities can name files and grow without
 * bound, and depth costs memory. */
#pragma once
#include "base/limits.h"
#include "xml/xml.h"
#include <expat.h>

/* The first member of what expat is given as its user data. */
typedef struct bd_xml_guard {
	XML_Parser parser;
	int depth;
	bd_xml_fault fault;
} bd_xml_guard;

static inline void bd_xml_refuse(bd_xml_guard *guard, bd_xml_fault why)
{
	guard->fault = why;
	XML_StopParser(guard->parser, XML_FALSE);
}

/* One element deeper; false where that is too deep. */
static inline bool bd_xml_enter(bd_xml_guard *guard)
{
	if (++guard->depth <= BD_MAX_DEPTH)
		return true;
	bd_xml_refuse(guard, BD_XML_TOO_DEEP);
	return false;
}

/* Makes `guard` the user data, and refuses what document types declare. */
void bd_xml_guard_set(bd_xml_guard *guard);
