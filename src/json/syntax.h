/* syntax.h - inside json/: what is wrong with a text that is no JSON, for people who wrote it by
 * hand. jansson tells where it gave up; this tells a forgotten comma from a comment. */
#pragma once
#include "base/diag.h"

typedef struct bd_json_fault {
	const char *why;      /* a BD_TERM_JSON_… */
	size_t at, length;    /* bytes of the text */
	const char *unclosed; /* the bracket that is open there, in the text; or NULL */
} bd_json_fault;

/* The first mistake against the grammar of RFC 8259 from byte `from` on; false where there is none
 * (names that stand twice and numbers beyond a double are none). */
bool bd_json_find_fault(const bd_source *source, size_t from, bd_json_fault *fault);
