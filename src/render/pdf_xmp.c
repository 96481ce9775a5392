/* pdf_xmp.c - the same facts as the Info dictionary's, as XMP (ISO 16684-1): what archives read. */
#include "render/pdf_finish.h"

static void escaped(bd_str *s, const char *text)
{
	for (const char *c = text ? text : ""; *c; c++) {
		if (*c == '&')
			bd_str_add(s, "&amp;");
		else if (*c == '<')
			bd_str_add(s, "&lt;");
		else if (*c == '>')
			bd_str_add(s, "&gt;");
		else if ((unsigned char)*c >= ' ' || *c == '\n')
			bd_str_add_char(s, *c);
	}
}

static void property(bd_str *s, const char *before, const char *text, const char *after)
{
	if (!text || !*text)
		return;
	bd_str_add(s, before);
	escaped(s, text);
	bd_str_add(s, after);
}

bd_str bd_pdf_xmp(bd_arena *arena, const bd_scene *scene, const char *date)
{
	bd_str s = bd_str_new(arena);
	bd_str_add(&s, "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
		       "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
		       "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
		       "<rdf:Description rdf:about=\"\"\n"
		       " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"\n"
		       " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\"\n"
		       " xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">\n"
		       "<dc:format>application/pdf</dc:format>\n");
	property(&s, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", scene->title,
		 "</rdf:li></rdf:Alt></dc:title>\n");
	property(&s, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", scene->description,
		 "</rdf:li></rdf:Alt></dc:description>\n");
	property(&s, "<dc:creator><rdf:Seq><rdf:li>", scene->author,
		 "</rdf:li></rdf:Seq></dc:creator>\n");
	property(&s, "<dc:language><rdf:Bag><rdf:li>", scene->lang,
		 "</rdf:li></rdf:Bag></dc:language>\n");
	property(&s, "<xmp:CreateDate>", date, "</xmp:CreateDate>\n");
	property(&s, "<xmp:ModifyDate>", date, "</xmp:ModifyDate>\n");
	bd_str_add(&s, "<xmp:CreatorTool>bieudo</xmp:CreatorTool>\n"
		       "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
	return s;
}
