#include "expr/parser.h"

#include "base/str.h"
#include "base/utf8.h"
#include <string.h>

enum { MAX_TREE_DEPTH = 250, MAX_NODES = 20000 };

const bd_place *bd_parser_place(bd_parser *p, size_t at, size_t end)
{
	bd_place *place = BD_NEW(p->env->arena, bd_place);
	size_t extent = bd_utf8_count(p->lexer.text + at, end - at);
	*place = (bd_place){ .up = p->place, .within = at + 1, .extent = extent ? extent : 1 };
	return place;
}

/* Only the first mistake of an expression is told: what follows is guesswork. */
bd_xnode *bd_parser_fail(bd_parser *p, size_t at, size_t end, const char *why)
{
	if (!p->failed)
		bd_error(p->env->diags, bd_parser_place(p, at, end), BD_BAD_EXPRESSION, why);
	p->failed = true;
	p->token = (bd_token){ .kind = BD_TOKEN_END, .at = at, .end = end };
	p->lexer.at = p->lexer.length;
	return NULL;
}

bd_xnode *bd_parser_unexpected(bd_parser *p)
{
	const bd_token *t = &p->token;
	const char *sign = t->kind == BD_TOKEN_SIGN ? t->sign : "";
	const char *why = !strcmp(sign, "=")        ? BD_TERM_EXPR_ONE_EQUALS
			  : !strcmp(sign, "(")      ? BD_TERM_EXPR_METHOD
			  : t->kind == BD_TOKEN_BAD ? t->why
			  : t->kind == BD_TOKEN_END ? BD_TERM_EXPR_ENDS_EARLY
						    : BD_TERM_EXPR_UNEXPECTED;
	return bd_parser_fail(p, t->at, t->end, why);
}

void bd_parser_advance(bd_parser *p, bool operand)
{
	if (!p->failed)
		p->token = bd_lex(&p->lexer, operand);
}

bool bd_parser_at(const bd_parser *p, const char *sign)
{
	return p->token.kind == BD_TOKEN_SIGN && !strcmp(p->token.sign, sign);
}

bool bd_parser_expect(bd_parser *p, const char *sign, bool operand_follows)
{
	if (!bd_parser_at(p, sign)) {
		bd_parser_unexpected(p);
		return false;
	}
	bd_parser_advance(p, operand_follows);
	return true;
}

bd_xnode *bd_xnode_new(bd_parser *p, bd_xkind kind, bd_xnode *const *args, size_t count)
{
	bd_xnode *node = BD_NEW(p->env->arena, bd_xnode);
	node->kind = kind;
	node->count = (uint32_t)count;
	node->args = BD_ARRAY(p->env->arena, count, bd_xnode *);
	for (size_t i = 0; i < count; i++) {
		node->args[i] = args[i];
		if (args[i]->depth >= node->depth)
			node->depth = args[i]->depth + 1;
	}
	if (node->depth > MAX_TREE_DEPTH || ++p->nodes > MAX_NODES)
		return bd_parser_fail(p, 0, p->lexer.length, BD_TERM_EXPR_TOO_LONG);
	return node;
}

bd_xnode *bd_xnode_const(bd_parser *p, bd_value value)
{
	bd_xnode *node = bd_xnode_new(p, BD_X_CONST, NULL, 0);
	if (node)
		node->value = value;
	return node;
}

static size_t field_slot(bd_parser *p, const char *name)
{
	for (size_t i = 0; i < p->fields.count; i++)
		if (!strcmp(p->fields.items[i], name))
			return i;
	bd_push(p->env->arena, &p->fields, name);
	return p->fields.count - 1;
}

bd_xnode *bd_xnode_member(bd_parser *p, bd_xnode *object, const bd_token *token, const char *name)
{
	bool of_datum = object->kind == BD_X_DATUM;
	bd_xnode *node = bd_xnode_new(p, of_datum ? BD_X_FIELD : BD_X_MEMBER, &object, !of_datum);
	if (!node)
		return NULL;
	node->name = name;
	if (of_datum) {
		node->slot = field_slot(p, name);
		node->place = bd_parser_place(p, token->at, token->end);
	}
	return node;
}

bd_xnode *bd_xnode_folded(bd_parser *p, bd_xnode *node)
{
	if (!node)
		return NULL;
	for (uint32_t i = 0; i < node->count; i++)
		if (node->args[i]->kind != BD_X_CONST)
			return node;
	if (node->kind == BD_X_UNARY)
		return bd_xnode_const(p, bd_x_unary(node->op, node->args[0]->value));
	return bd_xnode_const(p, bd_x_binary(p->env->arena, node->op, node->args[0]->value,
					     node->args[1]->value));
}
