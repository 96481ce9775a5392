#include "xml/guard.h"

static void XMLCALL on_doctype(void *user, const XML_Char *name, const XML_Char *system,
			       const XML_Char *public, int has_internal_subset)
{
	(void)name, (void)system, (void)public;
	if (has_internal_subset)
		bd_xml_refuse(user, BD_XML_ENTITIES);
}

/* One that the document type outside, which is not read, may declare. */
static void XMLCALL on_entity(void *user, const XML_Char *name, int is_parameter)
{
	(void)name, (void)is_parameter;
	bd_xml_refuse(user, BD_XML_ENTITIES);
}

void bd_xml_guard_set(bd_xml_guard *guard)
{
	XML_SetUserData(guard->parser, guard);
	XML_SetStartDoctypeDeclHandler(guard->parser, on_doctype);
	XML_SetSkippedEntityHandler(guard->parser, on_entity);
}
