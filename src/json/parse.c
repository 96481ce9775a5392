/* parse.c - text to tree, by jansson; its own words never reach the user. */
#include "base/array.h"
#include "base/limits.h"
#include "base/str.h"
#include "base/utf8.h"
#include "unicode/check.h"
#include "unicode/nfc.h"
#include "json/json.h"
#include "json/locate.h"
#include "json/syntax.h"

#include <jansson.h>
#include <string.h>

typedef struct parser {
	bd_arena *arena;
	bd_diags *diags;
	int depth;
	bool too_deep;
} parser;

static void convert(parser *p, bd_json *node, const json_t *from);

static void convert_array(parser *p, bd_json *node, const json_t *from)
{
	node->kind = BD_JSON_ARRAY;
	node->count = json_array_size(from);
	bd_json *nodes = BD_ARRAY(p->arena, node->count, bd_json);
	const bd_json **items = BD_ARRAY(p->arena, node->count, const bd_json *);
	for (size_t i = 0; i < node->count; i++) {
		nodes[i].place = (bd_place){ .up = &node->place, .index = i };
		items[i] = &nodes[i];
		convert(p, &nodes[i], json_array_get(from, i));
	}
	node->items = items;
}

static void check_name(parser *p, const bd_place *place, const char *name)
{
	bd_message why;
	const char *end = name + strlen(name), *at = bd_text_forbidden(name, strlen(name), &why);
	if (at)
		bd_error(p->diags, place, why, bd_forbidden_name(p->arena, why, at, end))->at_key =
			true;
}

static void convert_object(parser *p, bd_json *node, const json_t *from)
{
	node->kind = BD_JSON_OBJECT;
	node->count = json_object_size(from);
	bd_json *nodes = BD_ARRAY(p->arena, node->count, bd_json);
	bd_member *members = BD_ARRAY(p->arena, node->count, bd_member);
	const char *name;
	json_t *value;
	size_t i = 0;
	json_object_foreach((json_t *)from, name, value)
	{
		/* The key stays as it was written: a pointer must find it in the text. */
		const char *key = bd_strdup(p->arena, name);
		nodes[i].place = (bd_place){ .up = &node->place, .key = key };
		check_name(p, &nodes[i].place, key);
		members[i].name = bd_nfc(p->arena, key, strlen(key));
		members[i].value = &nodes[i];
		convert(p, &nodes[i++], value);
	}
	node->members = members;
}

static void convert(parser *p, bd_json *node, const json_t *from)
{
	if (p->depth >= BD_MAX_DEPTH) {
		if (!p->too_deep)
			bd_error(p->diags, &node->place, BD_TOO_DEEP,
				 bd_number_text(p->arena, BD_MAX_DEPTH));
		p->too_deep = true;
		return;
	}
	p->depth++;
	switch (json_typeof(from)) {
	case JSON_OBJECT: convert_object(p, node, from); break;
	case JSON_ARRAY: convert_array(p, node, from); break;
	case JSON_STRING:
		node->kind = BD_JSON_STRING;
		bd_text_check(p->diags, &node->place, json_string_value(from),
			      json_string_length(from));
		node->string = bd_nfc(p->arena, json_string_value(from), json_string_length(from));
		node->count = strlen(node->string);
		break;
	case JSON_INTEGER:
	case JSON_REAL:
		node->kind = BD_JSON_NUMBER;
		node->number = json_number_value(from) + 0.0; /* -0 is 0 */
		break;
	case JSON_TRUE:
	case JSON_FALSE:
		node->kind = BD_JSON_BOOL;
		node->boolean = json_is_true(from);
		break;
	case JSON_NULL: break;
	}
	p->depth--;
}

/* What jansson minds besides the grammar, in our words: its own are English and name bytes. */
static const char *reason(const json_error_t *error)
{
	switch (json_error_code(error)) {
	case json_error_duplicate_key: return BD_TERM_JSON_DUPLICATE;
	case json_error_numeric_overflow: return BD_TERM_JSON_NUMBER_TOO_BIG;
	case json_error_stack_overflow: return BD_TERM_JSON_TOO_DEEP;
	case json_error_null_character: return BD_TERM_JSON_NUL;
	default: return BD_TERM_JSON_UNEXPECTED;
	}
}

/* The place of a byte of the source, as line and column in characters. */
static bd_place *byte_place(bd_arena *arena, const bd_source *source, size_t offset)
{
	bd_place *place = BD_NEW(arena, bd_place);
	bd_position at = bd_position_of(source, offset > source->length ? source->length : offset);
	*place = (bd_place){ .source = source, .line = at.line, .column = at.column, .extent = 1 };
	return place;
}

/* Where the string or number that ends before `end` begins: jansson stops behind it. */
static size_t token_start(const char *text, size_t end)
{
	size_t at = end - 1;
	if (text[at] == '"') {
		while (at > 0 && (text[at - 1] != '"' || (at > 1 && text[at - 2] == '\\')))
			at--;
		return at > 0 ? at - 1 : at;
	}
	while (at > 0 && text[at] && strchr("0123456789+-.eE", text[at - 1]))
		at--;
	return at;
}

static bd_json_fault fault_of(const bd_source *source, const json_error_t *error, size_t skip)
{
	bd_json_fault fault = { .why = reason(error) };
	size_t end = (error->position > 0 ? (size_t)error->position : 1) + skip;
	end = end > source->length ? source->length : end;
	fault.at = end ? end - 1 : 0;
	if (end &&
	    (fault.why == BD_TERM_JSON_DUPLICATE || fault.why == BD_TERM_JSON_NUMBER_TOO_BIG))
		fault.at = token_start(source->text, end);
	fault.length = end - fault.at;
	return fault;
}

static void complain_syntax(bd_arena *arena, const bd_source *source, bd_diags *diags,
			    const json_error_t *error, size_t skip)
{
	bd_json_fault fault;
	if (!bd_json_find_fault(source, skip, &fault))
		fault = fault_of(source, error, skip);
	bd_place *place = byte_place(arena, source, fault.at);
	size_t extent = bd_utf8_count(source->text + fault.at, fault.length);
	place->extent = extent ? extent : 1;
	bd_diag *diag = bd_error(diags, place, BD_BAD_JSON, fault.why);
	if (!fault.unclosed)
		return;
	bd_position open = bd_position_of(source, (size_t)(fault.unclosed - source->text));
	bd_suggest(diags, diag, BD_HINT_UNCLOSED, bd_printf(arena, "%c", *fault.unclosed),
		   bd_printf(arena, "%zu", open.line));
}

/* Windows' editors offer "Unicode", which is UTF-16: every other byte of what is ASCII is 0. */
static bool is_utf16(const bd_source *source)
{
	const unsigned char *b = (const unsigned char *)source->text;
	return source->length >= 2 &&
	       ((b[0] == 0xFF && b[1] == 0xFE) || (b[0] == 0xFE && b[1] == 0xFF) || !b[0] != !b[1]);
}

static bool is_text(bd_arena *arena, const bd_source *source, bd_diags *diags)
{
	const char *bad = bd_utf8_invalid(source->text, source->length);
	const char *nul = memchr(source->text, 0, source->length);
	if (nul && (!bad || nul < bad))
		bad = nul;
	if (!bad)
		return true;
	const bd_place *place = byte_place(arena, source, (size_t)(bad - source->text));
	bd_diag *diag = bd_error(diags, place, BD_NOT_UTF8,
				 bd_printf(arena, "0x%02X", (unsigned char)*bad));
	if (is_utf16(source))
		bd_suggest(diags, diag, BD_HINT_SAVE_AS_UTF8, "UTF-16");
	return false;
}

const bd_json *bd_json_parse(bd_arena *arena, bd_source *source, bd_diags *diags)
{
	source->locate = bd_locate;
	if (!is_text(arena, source, diags))
		return NULL;
	size_t skip = source->length >= 3 && !memcmp(source->text, "\xEF\xBB\xBF", 3) ? 3 : 0;
	json_error_t error;
	json_t *parsed = json_loadb(source->text + skip, source->length - skip,
				    JSON_REJECT_DUPLICATES | JSON_DECODE_ANY, &error);
	if (!parsed) {
		complain_syntax(arena, source, diags, &error, skip);
		return NULL;
	}
	parser p = { .arena = arena, .diags = diags };
	bd_json *root = BD_NEW(arena, bd_json);
	root->place.source = source;
	convert(&p, root, parsed);
	json_decref(parsed);
	return p.too_deep ? NULL : root;
}
