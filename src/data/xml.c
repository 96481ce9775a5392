#include "data/xml.h"

#include "base/utf8.h"
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

bd_xml bd_xml_new(const char *text, size_t length)
{
	if (length >= 3 && !memcmp(text, "\xEF\xBB\xBF", 3))
		text += 3, length -= 3;
	return (bd_xml){ .at = text, .stop = text + length };
}

static bool is_space(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static const char *find(const char *at, const char *stop, const char *what)
{
	return memmem(at, (size_t)(stop - at), what, strlen(what));
}

static bool starts(const bd_xml *xml, const char *what)
{
	size_t n = strlen(what);
	return (size_t)(xml->stop - xml->at) >= n && !memcmp(xml->at, what, n);
}

/* Steps over what begins with `open` up to and with `close`. */
static bool skip(bd_xml *xml, const char *close)
{
	const char *end = find(xml->at, xml->stop, close);
	if (!end)
		return false;
	xml->at = end + strlen(close);
	return true;
}

/* A name from `at`, of which the prefix is left out; returns where it ends. */
static const char *take_name(bd_xml *xml, const char *at)
{
	xml->name = at;
	while (at < xml->stop && !is_space(*at) && *at != '>' && *at != '/') {
		if (*at == ':')
			xml->name = at + 1;
		at++;
	}
	xml->name_end = at;
	return at;
}

/* The end of a tag: the ">" that stands in no attribute's value. */
static const char *tag_end(const char *at, const char *stop)
{
	for (; at < stop && *at != '>'; at++)
		if (*at == '"' || *at == '\'') {
			at = memchr(at + 1, *at, (size_t)(stop - at - 1));
			if (!at)
				return NULL;
		}
	return at < stop ? at : NULL;
}

static bd_xml_kind take_tag(bd_xml *xml)
{
	if (starts(xml, "</")) {
		const char *end = memchr(take_name(xml, xml->at + 2), '>',
					 (size_t)(xml->stop - xml->name_end));
		xml->at = end ? end + 1 : xml->stop;
		return end ? BD_XML_END : BD_XML_BAD;
	}
	xml->attrs = take_name(xml, xml->at + 1);
	const char *end = tag_end(xml->attrs, xml->stop);
	if (!end || xml->name == xml->name_end)
		return BD_XML_BAD;
	xml->closes = end > xml->attrs && end[-1] == '/';
	xml->attrs_end = end - xml->closes;
	xml->at = end + 1;
	return BD_XML_START;
}

bd_xml_kind bd_xml_next(bd_xml *xml)
{
	if (xml->closes) {
		xml->closes = false;
		return BD_XML_END;
	}
	while (xml->at < xml->stop) {
		if (*xml->at != '<') {
			const char *end = memchr(xml->at, '<', (size_t)(xml->stop - xml->at));
			xml->text = xml->at;
			xml->text_end = xml->at = end ? end : xml->stop;
			xml->plain = false;
			return BD_XML_TEXT;
		}
		if (starts(xml, "<![CDATA[")) {
			xml->text = xml->at + strlen("<![CDATA[");
			if (!skip(xml, "]]>"))
				return BD_XML_BAD;
			xml->text_end = xml->at - strlen("]]>");
			xml->plain = true;
			return BD_XML_TEXT;
		}
		if (starts(xml, "<!--") ? !skip(xml, "-->")
		    : starts(xml, "<?") ? !skip(xml, "?>")
					: 0)
			return BD_XML_BAD;
		if (starts(xml, "<!") && !starts(xml, "<!--") && !starts(xml, "<![CDATA["))
			return BD_XML_BAD; /* a document type */
		if (xml->at < xml->stop && *xml->at == '<' && !starts(xml, "<!") &&
		    !starts(xml, "<?"))
			return take_tag(xml);
	}
	return BD_XML_DONE;
}

bool bd_xml_is(const bd_xml *xml, const char *name)
{
	size_t n = (size_t)(xml->name_end - xml->name);
	return strlen(name) == n && !memcmp(xml->name, name, n);
}

bool bd_xml_attribute(const bd_xml *xml, const char *name, const char **value, size_t *length)
{
	size_t wanted = strlen(name);
	const char *at = xml->attrs, *stop = xml->attrs_end;
	for (;;) {
		while (at < stop && is_space(*at))
			at++;
		const char *local = at;
		for (; at < stop && *at != '=' && !is_space(*at); at++)
			if (*at == ':')
				local = at + 1;
		size_t n = (size_t)(at - local);
		while (at < stop && (is_space(*at) || *at == '='))
			at++;
		if (at >= stop || (*at != '"' && *at != '\''))
			return false;
		const char *end = memchr(at + 1, *at, (size_t)(stop - at - 1));
		if (!end)
			return false;
		if (n == wanted && !memcmp(local, name, n)) {
			*value = at + 1;
			*length = (size_t)(end - at - 1);
			return true;
		}
		at = end + 1;
	}
}

const char *bd_xml_attribute_text(bd_arena *arena, const bd_xml *xml, const char *name)
{
	const char *value;
	size_t length;
	if (!bd_xml_attribute(xml, name, &value, &length))
		return NULL;
	char *text = BD_ARRAY(arena, length + 1, char);
	bd_xml_undo(value, value + length, text);
	return text;
}

/* The character of an entity; 0 where it is none. *end is behind its ";". */
static uint32_t entity(const char *at, const char *stop, const char **end)
{
	static const struct {
		const char *name;
		uint32_t character;
	} known[] = { { "&lt;", '<' },
		      { "&gt;", '>' },
		      { "&amp;", '&' },
		      { "&quot;", '"' },
		      { "&apos;", '\'' } };
	const char *close = memchr(at, ';', (size_t)(stop - at < 12 ? stop - at : 12));
	if (!close)
		return 0;
	*end = close + 1;
	if (at[1] == '#') {
		bool hex = at[2] == 'x' || at[2] == 'X';
		unsigned long c = strtoul(at + (hex ? 3 : 2), NULL, hex ? 16 : 10);
		bool fits = c > 0 && c <= 0x10FFFF && !(c >= 0xD800 && c < 0xE000);
		return fits ? (uint32_t)c : 0xFFFD;
	}
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		if ((size_t)(*end - at) == strlen(known[i].name) &&
		    !memcmp(at, known[i].name, strlen(known[i].name)))
			return known[i].character;
	return 0;
}

size_t bd_xml_undo(const char *text, const char *end, char *out)
{
	char *to = out;
	while (text < end) {
		const char *amp = memchr(text, '&', (size_t)(end - text)), *next;
		const char *until = amp ? amp : end;
		memcpy(to, text, (size_t)(until - text));
		to += until - text;
		text = until;
		if (!amp)
			break;
		uint32_t c = entity(amp, end, &next);
		if (c) {
			to += bd_utf8_put(c, to);
			text = next;
		} else {
			*to++ = *text++;
		}
	}
	return (size_t)(to - out);
}
