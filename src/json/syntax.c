/* syntax.c - the grammar of JSON, token by token, with the usual slips told apart (syntax.h). */
#include "json/syntax.h"

#include <ctype.h>
#include <string.h>

enum { MOST_OPEN = 2048 /* jansson's own limit */ };

typedef enum {
	VALUE,       /* behind a colon or a comma */
	FIRST_VALUE, /* or "]" */
	NAME,        /* behind a comma */
	FIRST_NAME,  /* or "}" */
	COLON,
	COMMA,  /* or the closing bracket */
	NOTHING /* but the end */
} expected;

typedef struct scanner {
	const char *start, *at, *end;
	const char *open[MOST_OPEN]; /* the brackets around `at` */
	size_t depth;
	expected next;
	const char *comma; /* the last one */
	bool after_number; /* it stands right behind a number */
	bd_json_fault *fault;
} scanner;

static bool fail(scanner *s, const char *why, const char *at, size_t length)
{
	size_t rest = (size_t)(s->end - at);
	*s->fault = (bd_json_fault){ .why = why,
				     .at = (size_t)(at - s->start),
				     .length = length < rest ? length : rest };
	return false;
}

static bool starts(const scanner *s, const char *text)
{
	size_t length = strlen(text);
	return (size_t)(s->end - s->at) >= length && !memcmp(s->at, text, length);
}

/* The letters and digits of any script from here on, at least one byte. */
static size_t word_length(const scanner *s)
{
	const char *at = s->at;
	while (at < s->end && (isalnum((unsigned char)*at) || (*at & 0x80) || strchr("_-+.", *at)))
		at++;
	return at > s->at ? (size_t)(at - s->at) : 1;
}

/* Of a quotation mark that JSON does not know: what word processors make of "…". */
static size_t other_quote(const scanner *s)
{
	static const char *const quotes[] = { "'", "`", "“", "”", "„", "‘", "’", "«", "»", "＂" };
	for (size_t i = 0; i < sizeof quotes / sizeof *quotes; i++)
		if (starts(s, quotes[i]))
			return strlen(quotes[i]);
	return 0;
}

/* Steps over a string; it stands at its quote. */
static bool string(scanner *s)
{
	const char *from = s->at++;
	for (; s->at < s->end && *s->at != '"'; s->at++) {
		if ((unsigned char)*s->at < 0x20) {
			fail(s, BD_TERM_JSON_CONTROL, s->at, 1);
			s->fault->unclosed = from;
			return false;
		}
		if (*s->at != '\\')
			continue;
		if (++s->at == s->end || !strchr("\"\\/bfnrtu", *s->at))
			return fail(s, BD_TERM_JSON_ESCAPE, s->at - 1, 2);
		for (int i = 0; i < 4 && *s->at == 'u'; i++)
			if (s->end - s->at < 5 || !isxdigit((unsigned char)s->at[1 + i]))
				return fail(s, BD_TERM_JSON_ESCAPE, s->at - 1, 2);
	}
	if (s->at == s->end)
		return fail(s, BD_TERM_JSON_OPEN_STRING, from, 1);
	s->at++;
	return true;
}

static void digits(scanner *s)
{
	while (s->at < s->end && isdigit((unsigned char)*s->at))
		s->at++;
}

static bool number(scanner *s)
{
	const char *from = s->at, *whole, *part;
	size_t length = word_length(s);
	s->at += *s->at == '-';
	whole = s->at;
	digits(s);
	bool good = s->at > whole && (*whole != '0' || s->at == whole + 1);
	if (s->at < s->end && *s->at == '.') {
		part = ++s->at;
		digits(s);
		good = good && s->at > part;
	}
	if (s->at < s->end && (*s->at == 'e' || *s->at == 'E')) {
		s->at++;
		s->at += s->at < s->end && (*s->at == '+' || *s->at == '-');
		part = s->at;
		digits(s);
		good = good && s->at > part;
	}
	return good && s->at == from + length ? true : fail(s, BD_TERM_JSON_NUMBER, from, length);
}

static bool is_word(const scanner *s, size_t length, const char *const words[])
{
	for (; *words; words++)
		if (length == strlen(*words) && starts(s, *words))
			return true;
	return false;
}

static bool is_constant(const scanner *s, size_t length)
{
	static const char *const words[] = { "true", "false", "null", NULL };
	return is_word(s, length, words);
}

/* What is wrong with a word that is none of JSON's. */
static const char *wrong_word(const scanner *s, size_t length)
{
	static const char *const flags[] = { "True", "False", "TRUE", "FALSE", NULL };
	static const char *const nothing[] = { "None",     "NaN",  "nan",  "undefined",
					       "Infinity", "NULL", "Null", NULL };
	if (is_word(s, length, flags))
		return BD_TERM_JSON_TRUE;
	if (is_word(s, length, nothing))
		return BD_TERM_JSON_NULL;
	return isalpha((unsigned char)*s->at) ? BD_TERM_JSON_WORD : BD_TERM_JSON_UNEXPECTED;
}

static bool value(scanner *s)
{
	size_t length = word_length(s);
	s->next = s->depth ? COMMA : NOTHING;
	s->after_number = false;
	if (*s->at == '"')
		return string(s);
	if (*s->at == '{' || *s->at == '[') {
		if (s->depth == MOST_OPEN)
			return fail(s, BD_TERM_JSON_TOO_DEEP, s->at, 1);
		s->next = *s->at == '{' ? FIRST_NAME : FIRST_VALUE;
		s->open[s->depth++] = s->at++;
		return true;
	}
	bool words_before = isalpha((unsigned char)*s->at) || (unsigned char)*s->at >= 0x80 ||
			    *s->at == '`' || *s->at == '<';
	if (!s->depth && words_before && !is_constant(s, length))
		return fail(s, BD_TERM_JSON_BEGINS, s->at, length);
	if (other_quote(s))
		return fail(s, BD_TERM_JSON_QUOTES, s->at, other_quote(s));
	if (strchr(",:]}", *s->at))
		return fail(s, BD_TERM_JSON_NO_VALUE, s->at, 1);
	if (strchr("+-.0123456789", *s->at)) {
		s->after_number = true;
		return number(s);
	}
	if (is_constant(s, length)) {
		s->at += length;
		return true;
	}
	return fail(s, wrong_word(s, length), s->at, length);
}

static bool name(scanner *s)
{
	s->next = COLON;
	if (*s->at == '"')
		return string(s);
	if (s->after_number && isdigit((unsigned char)*s->at))
		return fail(s, BD_TERM_JSON_DECIMAL, s->comma, 1);
	if (other_quote(s))
		return fail(s, BD_TERM_JSON_QUOTES, s->at, other_quote(s));
	bool word = isalnum((unsigned char)*s->at) || (*s->at & 0x80) || *s->at == '_';
	return fail(s, word ? BD_TERM_JSON_QUOTES : BD_TERM_JSON_UNEXPECTED, s->at, word_length(s));
}

static bool is_closing(const scanner *s)
{
	return *s->at == ']' || *s->at == '}';
}

static bool close_bracket(scanner *s)
{
	const char *open = s->open[s->depth - 1];
	if ((*open == '{') != (*s->at == '}')) {
		fail(s, BD_TERM_JSON_BRACKET, s->at, 1);
		s->fault->unclosed = open;
		return false;
	}
	s->at++;
	s->depth--;
	s->next = s->depth ? COMMA : NOTHING;
	return true;
}

static bool comma(scanner *s)
{
	if (*s->at != ',')
		return fail(s,
			    strchr("=:;", *s->at) ? BD_TERM_JSON_UNEXPECTED : BD_TERM_JSON_NO_COMMA,
			    s->at, *s->at == '"' ? 1 : word_length(s));
	s->comma = s->at++;
	s->next = *s->open[s->depth - 1] == '{' ? NAME : VALUE;
	return true;
}

static bool token(scanner *s)
{
	if (starts(s, "//") || starts(s, "/*") || *s->at == '#')
		return fail(s, BD_TERM_JSON_COMMENT, s->at, *s->at == '#' ? 1 : 2);
	if (s->next == NOTHING)
		return fail(s, BD_TERM_JSON_MORE, s->at, word_length(s));
	if (is_closing(s) && (s->next == VALUE || s->next == NAME) && s->comma &&
	    s->comma > s->open[s->depth ? s->depth - 1 : 0] &&
	    strspn(s->comma, ", \t\r\n") == (size_t)(s->at - s->comma))
		return fail(s, BD_TERM_JSON_LAST_COMMA, s->comma, 1);
	if (is_closing(s) && (s->next == FIRST_VALUE || s->next == FIRST_NAME || s->next == COMMA))
		return close_bracket(s);
	switch (s->next) {
	case NAME:
	case FIRST_NAME: return name(s);
	case COLON:
		s->next = VALUE;
		return *s->at++ == ':' ? true : fail(s, BD_TERM_JSON_NO_COLON, s->at - 1, 1);
	case COMMA: return comma(s);
	default: return value(s);
	}
}

bool bd_json_find_fault(const bd_source *source, size_t from, bd_json_fault *fault)
{
	scanner s = { .start = source->text,
		      .at = source->text + from,
		      .end = source->text + source->length,
		      .fault = fault };
	for (bool any = false;; any = true) {
		while (s.at < s.end && strchr(" \t\r\n", *s.at))
			s.at++;
		if (s.at == s.end) {
			if (s.next == NOTHING)
				return false;
			fail(&s, any ? BD_TERM_JSON_ENDS_EARLY : BD_TERM_JSON_EMPTY, s.end, 0);
			fault->unclosed = s.depth ? s.open[s.depth - 1] : NULL;
			return true;
		}
		if (!token(&s))
			return true;
	}
}
