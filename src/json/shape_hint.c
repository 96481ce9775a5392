/* shape_hint.c - see shape_hint.h. */
#include "json/shape_hint.h"

#include "base/str.h"
#include "json/number_hint.h"

#include <ctype.h>
#include <string.h>

static bool has_field(const bd_object_type *type, const char *name)
{
	for (const bd_field *f = type->fields; f && f->name; f++)
		if (bd_streq(f->name, name))
			return true;
	return false;
}

static const char *type_of_letter(char letter)
{
	static const char *const names[] = { "quantitative", "nominal", "ordinal", "temporal" };
	for (int i = 0; i < 4; i++)
		if (toupper((unsigned char)names[i][0]) == letter)
			return names[i];
	return NULL;
}

/* Altair's shorthand, "sum(tấn):Q": a field, its aggregate and the first letter of its type. */
static const char *encoding_of(bd_arena *arena, const char *text)
{
	size_t length = strlen(text);
	const char *type =
		length > 2 && text[length - 2] == ':' ? type_of_letter(text[length - 1]) : NULL;
	const char *field = bd_strndup(arena, text, type ? length - 2 : length);
	const char *open = strchr(field, '('), *close = strrchr(field, ')');
	bd_str out = bd_str_new(arena);
	bool aggregates = open && open > field && close && !close[1];
	for (const char *c = field; aggregates && c < open; c++)
		aggregates = isalnum((unsigned char)*c);
	bd_str_add(&out, "{ ");
	if (aggregates) {
		bd_str_printf(&out, "\"aggregate\": \"%s\"",
			      bd_strndup(arena, field, (size_t)(open - field)));
		field = bd_strndup(arena, open + 1, (size_t)(close - open - 1));
	}
	if (*field)
		bd_str_printf(&out, "%s\"field\": \"%s\"", aggregates ? ", " : "", field);
	if (type)
		bd_str_printf(&out, ", \"type\": \"%s\"", type);
	bd_str_add(&out, " }");
	return bd_str_text(&out);
}

/* The member that a lone string was meant for. */
static const char *of_string(const bd_object_type *type, const char *text, bd_arena *arena)
{
	static const char *const names[] = { "field", "url", "mark", "type", "scheme", "text" };
	if (has_field(type, "field") && has_field(type, "aggregate"))
		return encoding_of(arena, text);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (has_field(type, names[i]))
			return bd_printf(arena, "{ \"%s\": \"%s\" }", names[i], text);
	return NULL;
}

void bd_suggest_object(bd_diag *diag, const bd_object_type *type, const bd_json *node, bd_reader *r)
{
	if (node->kind == BD_JSON_BOOL && r->null_passes) {
		if (node->boolean)
			bd_suggest(r->diags, diag, BD_HINT_LEAVE_AWAY);
		else
			bd_suggest(r->diags, diag, BD_HINT_NULL_FOR_NONE);
	}
	if (node->kind == BD_JSON_ARRAY && has_field(type, "values"))
		bd_suggest(r->diags, diag, BD_HINT_WRITE, "{ \"values\": […] }");
	if (node->kind != BD_JSON_STRING || node->count > 200)
		return;
	const char *meant = of_string(type, node->string, r->arena);
	if (meant)
		bd_suggest(r->diags, diag, BD_HINT_WRITE, meant);
}

void bd_suggest_quotes(bd_diag *diag, const char *expected, const bd_json *node, bd_reader *r)
{
	bool text = expected == BD_TERM_A_STRING || expected == BD_TERM_A_TEXT;
	if (text && node->kind == BD_JSON_NUMBER)
		bd_suggest(r->diags, diag, BD_HINT_IN_QUOTES,
			   bd_number_text(r->arena, node->number));
	else if (expected == BD_TERM_TRUE_OR_FALSE && node->kind == BD_JSON_STRING &&
		 bd_holds_bool(node->string))
		bd_suggest(r->diags, diag, BD_HINT_WITHOUT_QUOTES,
			   tolower((unsigned char)*node->string) == 't' ? "true" : "false");
	else if (expected == BD_TERM_AN_ARRAY && node->kind == BD_JSON_OBJECT)
		bd_suggest(r->diags, diag, BD_HINT_WRITE, "[{ … }]");
	else if (expected == BD_TERM_AN_ARRAY && node->kind == BD_JSON_STRING && node->count < 80)
		bd_suggest(r->diags, diag, BD_HINT_WRITE,
			   bd_printf(r->arena, "[\"%s\"]", node->string));
}
