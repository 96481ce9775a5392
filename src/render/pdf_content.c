/* pdf_content.c - see pdf_content.h. Reads just enough of the syntax (ISO 32000-1, 7.8.2) to know
 * where one operation ends and the next begins. cairo writes no inline images. */
#include "render/pdf_content.h"

#include <stdbool.h>
#include <string.h>

typedef struct reader {
	const char *at, *end;
} reader;

static bool is_blank(char c)
{
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == 0;
}

static bool is_delimiter(char c)
{
	return c && strchr("()<>[]{}/%", c) != NULL;
}

static void skip_string(reader *r)
{
	int depth = 0;
	do {
		if (*r->at == '\\')
			r->at++;
		else if (*r->at == '(')
			depth++;
		else if (*r->at == ')')
			depth--;
		r->at++;
	} while (r->at < r->end && depth > 0);
}

/* Skips a token; true when it was an operator. */
static bool skip_token(reader *r)
{
	char c = *r->at;
	if (c == '(') {
		skip_string(r);
		return false;
	}
	if (c == '%') {
		while (r->at < r->end && *r->at != '\n')
			r->at++;
		return false;
	}
	if (c == '<' && r->at + 1 < r->end && r->at[1] != '<') {
		while (r->at < r->end && *r->at != '>')
			r->at++;
		r->at++;
		return false;
	}
	if (c == '<' || c == '>') {
		r->at += 2;
		return false;
	}
	r->at++;
	if (c == '[' || c == ']')
		return false;
	while (r->at < r->end && !is_blank(*r->at) && !is_delimiter(*r->at))
		r->at++;
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '\'' || c == '"';
}

static bool is_one_of(const char *op, size_t length, const char *list)
{
	for (const char *word = list; *word; word += strlen(word) + 1)
		if (strlen(word) == length && !memcmp(word, op, length))
			return true;
	return false;
}

/* Operators that set state and paint nothing: they may stand outside of marked content. */
static bool sets_state(const char *op, size_t length)
{
	return is_one_of(op, length,
			 "q\0Q\0cm\0gs\0rg\0RG\0g\0G\0k\0K\0cs\0CS\0sc\0SC\0scn\0SCN\0w\0J\0j\0M\0"
			 "d\0ri\0i\0");
}

typedef struct marker {
	bd_str *out;
	int depth;     /* of cairo's own marked content */
	bool artifact; /* ours is open */
} marker;

static void operation(marker *m, const char *start, const char *op, const char *end)
{
	size_t length = (size_t)(end - op);
	bool begins = is_one_of(op, length, "BDC\0BMC\0"), ends = is_one_of(op, length, "EMC\0");
	if (m->depth == 0 && begins && m->artifact) {
		bd_str_add(m->out, "EMC\n");
		m->artifact = false;
	} else if (m->depth == 0 && !begins && !m->artifact && !sets_state(op, length)) {
		bd_str_add(m->out, "/Artifact BMC\n");
		m->artifact = true;
	}
	m->depth += begins;
	m->depth -= ends && m->depth > 0;
	bd_str_add_bytes(m->out, start, (size_t)(end - start));
	bd_str_add_char(m->out, '\n');
}

void bd_pdf_mark_artifacts(bd_str *out, const char *content, size_t length)
{
	marker m = { .out = out };
	reader r = { content, content + length };
	const char *start = NULL; /* of the operation at hand */
	while (r.at < r.end) {
		if (is_blank(*r.at)) {
			r.at++;
			continue;
		}
		const char *token = r.at;
		if (!start)
			start = token;
		if (skip_token(&r)) {
			operation(&m, start, token, r.at);
			start = NULL;
		}
		if (r.at > r.end)
			r.at = r.end;
	}
	if (m.artifact)
		bd_str_add(out, "EMC\n");
}
