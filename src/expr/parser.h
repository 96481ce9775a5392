/* parser.h - inside expr/: what the grammar (parse.c) stands on: the token at hand, complaints
 * about it, and nodes of the tree. */
#pragma once
#include "base/array.h"
#include "expr/lex.h"

typedef struct bd_parser {
	bd_env *env;
	bd_lexer lexer;
	bd_token token;
	const bd_place *place;
	const bd_names *names;
	BD_LIST(const char *) fields;
	bool failed;
	int depth, nodes;
} bd_parser;

/* A place inside the expression, from byte `at` to `end`. */
const bd_place *bd_parser_place(bd_parser *p, size_t at, size_t end);
/* Complains, unless something was wrong before; NULL. Nothing more is read then. */
bd_xnode *bd_parser_fail(bd_parser *p, size_t at, size_t end, const char *why);
/* The token at hand cannot stand here; NULL. */
bd_xnode *bd_parser_unexpected(bd_parser *p);
/* Reads the next token; where an operand may stand, / begins a regular expression. */
void bd_parser_advance(bd_parser *p, bool operand);
bool bd_parser_at(const bd_parser *p, const char *sign);
/* Takes the sign; false after a complaint where another token stands. */
bool bd_parser_expect(bd_parser *p, const char *sign, bool operand_follows);

/* Nodes; NULL after a complaint where the tree grows too deep or too large. */
bd_xnode *bd_xnode_new(bd_parser *p, bd_xkind kind, bd_xnode *const *args, size_t count);
bd_xnode *bd_xnode_const(bd_parser *p, bd_value value);
/* object.name, or object['name'] which is the same; `token`: where the name stands. */
bd_xnode *bd_xnode_member(bd_parser *p, bd_xnode *object, const bd_token *token, const char *name);
/* The value of an operator on constants, else the node as it is; NULL for NULL. */
bd_xnode *bd_xnode_folded(bd_parser *p, bd_xnode *node);
