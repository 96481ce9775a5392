/* lex.h - an expression's text as tokens. */
#pragma once
#include "expr/ast.h"

typedef enum {
	BD_TOKEN_END,
	BD_TOKEN_NUMBER,
	BD_TOKEN_STRING,
	BD_TOKEN_NAME,
	BD_TOKEN_REGEXP,
	BD_TOKEN_SIGN, /* an operator or bracket: `sign` */
	BD_TOKEN_BAD
} bd_token_kind;

typedef struct bd_token {
	bd_token_kind kind;
	size_t at, end;    /* bytes of the text */
	double number;     /* NUMBER */
	const char *text;  /* STRING, NAME; a REGEXP's pattern */
	const char *flags; /* REGEXP */
	const char *sign;  /* SIGN: "===" */
	const char *why;   /* BAD: a BD_TERM */
} bd_token;

typedef struct bd_lexer {
	bd_arena *arena;
	const char *text;
	size_t length, at;
} bd_lexer;

/* The next token. `operand`: a value may stand here, so that "/" begins a regular expression. */
bd_token bd_lex(bd_lexer *lexer, bool operand);
