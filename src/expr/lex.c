#include "expr/lex.h"

#include "base/number.h"
#include "base/str.h"
#include "base/utf8.h"
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static const char *const signs[] = { ">>>", "===", "!==", "**", "<=", ">=", "==", "!=", "&&", "||",
				     "??",  "<<",  ">>",  "+",  "-",  "*",  "/",  "%",  "<",  ">",
				     "!",   "~",   "&",   "|",  "^",  "?",  ":",  "(",  ")",  "[",
				     "]",   "{",   "}",   ",",  ".",  "=",  NULL };

static bool is_name_start(unsigned char c)
{
	return isalpha(c) || c == '_' || c == '$' || c >= 0x80;
}

static bd_token bad(bd_lexer *l, size_t at, const char *why)
{
	l->at = l->length;
	return (bd_token){ .kind = BD_TOKEN_BAD, .at = at, .end = at + 1, .why = why };
}

static bd_token lex_number(bd_lexer *l)
{
	size_t start = l->at;
	const char *text = l->text + start, *end;
	double number;
	if (text[0] == '0' && (text[1] == 'x' || text[1] == 'X')) {
		char *stop;
		number = (double)strtoull(text + 2, &stop, 16);
		end = stop == text + 2 ? text + 1 : stop;
	} else {
		number = bd_number_parse(text, l->length - start, &end);
	}
	l->at = (size_t)(end - l->text);
	if (is_name_start((unsigned char)*end))
		return bad(l, l->at, BD_TERM_EXPR_UNEXPECTED);
	return (bd_token){ .kind = BD_TOKEN_NUMBER, .at = start, .end = l->at, .number = number };
}

/* What follows a backslash, and how many of its bytes were used. */
static size_t escape(const char *p, bd_str *out)
{
	static const char names[] = "nrtbfv0", values[] = "\n\r\t\b\f\v";
	char bytes[BD_UTF8_ROOM];
	size_t digits = *p == 'u' ? 4 : *p == 'x' ? 2 : 0;
	if (digits) {
		char hex[5] = { 0 };
		for (size_t i = 0; i < digits; i++) {
			if (!isxdigit((unsigned char)p[1 + i]))
				return 0;
			hex[i] = p[1 + i];
		}
		uint32_t c = (uint32_t)strtoul(hex, NULL, 16);
		c = c && (c < 0xD800 || c > 0xDFFF) ? c : 0xFFFD;
		bd_str_add_bytes(out, bytes, bd_utf8_put(c, bytes));
		return digits + 1;
	}
	const char *name = strchr(names, *p);
	if (name && *name == '0')
		bd_str_add(out, "\xEF\xBF\xBD"); /* a NUL would end the string for others */
	else
		bd_str_add_char(out, name ? values[name - names] : *p);
	return 1;
}

static bd_token lex_string(bd_lexer *l)
{
	size_t start = l->at;
	char quote = l->text[l->at++];
	bd_str s = bd_str_new(l->arena);
	while (l->at < l->length && l->text[l->at] != quote) {
		const char *p = l->text + l->at;
		if (*p == '\n')
			return bad(l, start, BD_TERM_EXPR_OPEN_STRING);
		if (*p == '\\' && l->at + 1 < l->length) {
			size_t used = escape(p + 1, &s);
			if (!used)
				return bad(l, l->at, BD_TERM_EXPR_ESCAPE);
			l->at += used + 1;
		} else {
			bd_str_add_char(&s, *p);
			l->at++;
		}
	}
	if (l->at >= l->length)
		return bad(l, start, BD_TERM_EXPR_OPEN_STRING);
	l->at++;
	return (bd_token){
		.kind = BD_TOKEN_STRING, .at = start, .end = l->at, .text = bd_str_text(&s)
	};
}

static bd_token lex_regexp(bd_lexer *l)
{
	size_t start = l->at++;
	bool in_class = false;
	while (l->at < l->length && (in_class || l->text[l->at] != '/')) {
		char c = l->text[l->at];
		in_class = c == '[' || (in_class && c != ']');
		l->at += c == '\\' ? 2 : 1;
	}
	if (l->at >= l->length)
		return bad(l, start, BD_TERM_EXPR_OPEN_REGEXP);
	const char *pattern = bd_strndup(l->arena, l->text + start + 1, l->at - start - 1);
	size_t flags = ++l->at;
	while (l->at < l->length && isalpha((unsigned char)l->text[l->at]))
		l->at++;
	return (bd_token){ .kind = BD_TOKEN_REGEXP,
			   .at = start,
			   .end = l->at,
			   .text = pattern,
			   .flags = bd_strndup(l->arena, l->text + flags, l->at - flags) };
}

bd_token bd_lex(bd_lexer *l, bool operand)
{
	while (l->at < l->length && strchr(" \t\r\n", l->text[l->at]))
		l->at++;
	size_t start = l->at;
	if (start >= l->length)
		return (bd_token){ .kind = BD_TOKEN_END, .at = start, .end = start };
	const char *p = l->text + start;
	if (isdigit((unsigned char)*p) || (*p == '.' && isdigit((unsigned char)p[1])))
		return lex_number(l);
	if (*p == '"' || *p == '\'')
		return lex_string(l);
	if (*p == '/' && operand)
		return lex_regexp(l);
	if (is_name_start((unsigned char)*p)) {
		while (l->at < l->length && (is_name_start((unsigned char)l->text[l->at]) ||
					     isdigit((unsigned char)l->text[l->at])))
			l->at++;
		const char *name = bd_strndup(l->arena, p, l->at - start);
		return (bd_token){ .kind = BD_TOKEN_NAME, .at = start, .end = l->at, .text = name };
	}
	for (const char *const *sign = signs; *sign; sign++)
		if (!strncmp(p, *sign, strlen(*sign))) {
			l->at += strlen(*sign);
			return (bd_token){
				.kind = BD_TOKEN_SIGN, .at = start, .end = l->at, .sign = *sign
			};
		}
	return bad(l, start, BD_TERM_EXPR_UNEXPECTED);
}
