/* number_hint.c - a number that stands in quotes (number_hint.h). */
#include "json/number_hint.h"

#include "base/number.h"
#include "base/str.h"
#include "locale/locale.h"

#include <string.h>
#include <strings.h>

static void suggest_number(bd_diag *diag, const bd_json *node, bd_reader *r)
{
	size_t length = node->count;
	bd_decimal_evidence evidence = { 0 };
	bd_decimal_look(&evidence, node->string, length);
	bd_decimal decimal = bd_decimal_decide(&evidence);
	if (decimal == BD_DECIMAL_AMBIGUOUS)
		decimal = bd_streq(r->lang, "en") ? BD_DECIMAL_POINT : BD_DECIMAL_COMMA;
	bd_number_reading n = bd_number_read(node->string, length, decimal);
	const char *figure = bd_number_text(r->arena, n.number);
	if (n.status == BD_READ_NUMBER)
		bd_suggest(r->diags, diag, BD_HINT_WITHOUT_QUOTES, figure);
	else if (n.status == BD_READ_WITH_UNIT && n.unit_length == 2 &&
		 !memcmp(n.unit, "px", 2)) /* what all lengths are in */
		bd_suggest(r->diags, diag, BD_HINT_WITHOUT_QUOTES, figure);
	else if (n.status == BD_READ_WITH_UNIT && !n.unit_before)
		bd_suggest(r->diags, diag, BD_HINT_WITHOUT_UNIT, figure,
			   bd_strndup(r->arena, n.unit, n.unit_length));
}

bool bd_holds_number(const char *text)
{
	bd_decimal_evidence evidence = { 0 };
	size_t length = strlen(text);
	bd_decimal_look(&evidence, text, length);
	bd_number_reading n = bd_number_read(text, length, bd_decimal_decide(&evidence));
	return n.status == BD_READ_NUMBER || n.status == BD_READ_WITH_UNIT;
}

bool bd_holds_bool(const char *text)
{
	return !strcasecmp(text, "true") || !strcasecmp(text, "false");
}

bool bd_complain_no_number(const bd_json *node, bd_reader *r)
{
	bd_diag *diag = bd_error(r->diags, &node->place, BD_WRONG_TYPE, BD_TERM_A_NUMBER,
				 bd_json_kind_term(node->kind));
	if (node->kind == BD_JSON_STRING)
		suggest_number(diag, node, r);
	return false;
}
