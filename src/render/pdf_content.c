/* pdf_content.c - see pdf_content.h. Reads just enough of the syntax (ISO 32000-1, 7.8.2) to know
 * where one operation ends and the next begins. cairo writes no inline images. */
#include "render/pdf_content.h"

#include <stdbool.h>
#include <string.h>

enum { NO_ID = -1 };

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

/* Operators that move and dress text and show none. */
static bool sets_text_state(const char *op, size_t length)
{
	return is_one_of(op, length, "Tc\0Tw\0Tz\0TL\0Tf\0Tr\0Ts\0Td\0TD\0Tm\0T*\0");
}

static bool holds(const char *at, const char *end, const char *word)
{
	size_t length = strlen(word);
	for (; at + length <= end; at++)
		if (!memcmp(at, word, length))
			return true;
	return false;
}

/* Whether a Span stands in the text object that begins here. */
static bool span_ahead(reader r)
{
	while (r.at < r.end) {
		const char *token = r.at;
		if (is_blank(*token)) {
			r.at++;
			continue;
		}
		bool is_operator = skip_token(&r);
		size_t length = (size_t)(r.at - token);
		if (is_operator && is_one_of(token, length, "ET\0"))
			return false;
		if (is_one_of(token, length, "/ActualText\0"))
			return true;
	}
	return false;
}

typedef struct marker {
	bd_str *out;
	bd_arena *arena;
	bd_pdf_splits splits;
	int next_id;
	int depth;     /* of cairo's own marked content */
	bool artifact; /* ours is open */
	/* the element whose content is at hand */
	const char *tag;
	int tag_length, id; /* NO_ID: none, or none of the structure's */
	bool used;          /* its own id was given out */
	bool open;          /* its content is open under some id */
	bool parted_text; /* in a text object that holds Spans: content begins and ends within it */
} marker;

typedef struct operation {
	const char *start, *op, *end; /* operands, operator, what follows */
	size_t length;                /* of the operator */
	bool begins, ends;            /* marked content */
} operation;

static void copy(marker *m, const operation *o)
{
	bd_str_add_bytes(m->out, o->start, (size_t)(o->end - o->start));
	bd_str_add_char(m->out, '\n');
}

static int fresh_id(marker *m)
{
	if (!m->used) {
		m->used = true;
		return m->id;
	}
	bd_push(m->arena, &m->splits, ((bd_pdf_split){ m->id, m->next_id }));
	return m->next_id++;
}

static void open_content(marker *m)
{
	if (!m->open)
		bd_str_printf(m->out, "%.*s << /MCID %d >> BDC\n", m->tag_length, m->tag,
			      fresh_id(m));
	m->open = true;
}

static void close_content(marker *m)
{
	if (m->open)
		bd_str_add(m->out, "EMC\n");
	m->open = false;
}

/* The MCID among the operands of a BDC. */
static int id_of(const operation *o)
{
	int id = NO_ID;
	for (const char *at = o->start; id == NO_ID && at + 6 < o->op; at++) {
		if (memcmp(at, "/MCID ", 6) != 0)
			continue;
		for (at += 6; at < o->op && *at >= '0' && *at <= '9' && id < 100000000; at++)
			id = 10 * (id == NO_ID ? 0 : id) + (*at - '0');
	}
	return id;
}

static void outside_elements(marker *m, const operation *o)
{
	if (o->begins && m->artifact) {
		bd_str_add(m->out, "EMC\n");
		m->artifact = false;
	} else if (!o->begins && !m->artifact && !sets_state(o->op, o->length)) {
		bd_str_add(m->out, "/Artifact BMC\n");
		m->artifact = true;
	}
	m->id = o->begins ? id_of(o) : NO_ID;
	m->depth += o->begins;
	if (m->id == NO_ID) {
		copy(m, o);
		return;
	}
	m->tag = o->start; /* content begins with what is painted first */
	m->tag_length = 0;
	while (!is_blank(m->tag[m->tag_length]) && m->tag + m->tag_length < o->op)
		m->tag_length++;
	m->used = m->open = false;
}

static void span_of_element(marker *m, const operation *o)
{
	const char *rest = o->start;
	while (rest + 1 < o->op && memcmp(rest, "<<", 2) != 0)
		rest++;
	close_content(m);
	bd_str_printf(m->out, "/Span << /MCID %d ", fresh_id(m));
	bd_str_add_bytes(m->out, rest + 2, (size_t)(o->end - rest - 2));
	bd_str_add_char(m->out, '\n');
	m->depth++;
}

static void in_element(marker *m, const operation *o, reader after)
{
	bool text_ends = is_one_of(o->op, o->length, "ET\0");
	if (o->ends) {
		if (!m->used)
			open_content(m);
		close_content(m);
		m->depth--;
		m->id = NO_ID;
		return;
	}
	if (o->begins && holds(o->start, o->op, "/ActualText")) {
		span_of_element(m, o);
		return;
	}
	m->depth += o->begins;
	if (is_one_of(o->op, o->length, "BT\0") && span_ahead(after)) {
		close_content(m);
		m->parted_text = true;
	} else if (text_ends && m->parted_text) {
		close_content(m);
		m->parted_text = false;
	} else if (!sets_state(o->op, o->length) && !sets_text_state(o->op, o->length)) {
		open_content(m);
	}
	copy(m, o);
}

static void in_marked(marker *m, const operation *o)
{
	m->depth += o->begins;
	m->depth -= o->ends;
	copy(m, o);
}

static void operate(marker *m, const operation *o, reader after)
{
	if (m->depth == 0 && o->ends)
		copy(m, o); /* what it ends is not known */
	else if (m->depth == 0)
		outside_elements(m, o);
	else if (m->depth == 1 && m->id != NO_ID)
		in_element(m, o, after);
	else
		in_marked(m, o);
}

bd_pdf_splits bd_pdf_mark_content(bd_str *out, const char *content, size_t length, int next_id,
				  bd_arena *arena)
{
	marker m = { .out = out, .arena = arena, .next_id = next_id, .id = NO_ID };
	reader r = { content, content + length };
	operation o = { .start = NULL };
	while (r.at < r.end) {
		if (is_blank(*r.at)) {
			r.at++;
			continue;
		}
		o.op = r.at;
		if (!o.start)
			o.start = o.op;
		bool complete = skip_token(&r);
		if (r.at > r.end)
			r.at = r.end;
		if (!complete)
			continue;
		o.end = r.at;
		o.length = (size_t)(o.end - o.op);
		o.begins = is_one_of(o.op, o.length, "BDC\0BMC\0");
		o.ends = is_one_of(o.op, o.length, "EMC\0");
		operate(&m, &o, r);
		o.start = NULL;
	}
	if (m.artifact || m.open)
		bd_str_add(out, "EMC\n");
	return m.splits;
}
