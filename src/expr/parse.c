/* parse.c - text to tree, by operator precedence (V. R. Pratt, 1973); precedences are those of
 * ECMA-262 13. Names are resolved here: what is left for later is `datum` alone. */
#include "expr/functions.h"
#include "expr/parser.h"

#include "base/array.h"
#include "base/str.h"
#include "base/utf8.h"
#include <string.h>

static bd_xnode *parse_expr(bd_parser *p, int least);

static bd_xnode *parse_name(bd_parser *p, const bd_token *name)
{
	bd_value value;
	if (!strcmp(name->text, "datum"))
		return bd_xnode_new(p, BD_X_DATUM, NULL, 0);
	if (bd_x_constant(name->text, &value) ||
	    (p->names && p->names->find && p->names->find(p->names->user, name->text, &value)))
		return bd_xnode_const(p, value);
	if (!p->failed) {
		bd_diag *diag = bd_error(p->env->diags, bd_parser_place(p, name->at, name->end),
					 BD_UNKNOWN_NAME, BD_TERM_EXPR_NAME, name->text);
		const char *written = bd_x_written(name->text);
		if (written)
			bd_suggest(p->env->diags, diag, BD_HINT_WRITE, written);
		else
			bd_suggest(p->env->diags, diag, BD_HINT_DATUM, name->text);
	}
	p->failed = true;
	return NULL;
}

static const bd_function *find_function(bd_parser *p, const char *name, void **user)
{
	const bd_functions *more = p->names ? p->names->functions : NULL;
	for (; more; more = more->next)
		for (const bd_function *f = more->functions; f->name; f++)
			if (!strcmp(f->name, name)) {
				*user = more->user;
				return f;
			}
	*user = NULL;
	return bd_function_find(name);
}

static bd_xnode *unknown_function(bd_parser *p, const bd_token *name)
{
	BD_LIST(const char *) names = { 0 };
	const bd_function *group;
	for (size_t g = 0; (group = bd_expr_functions(g)); g++)
		for (; group->name; group++)
			bd_push(p->env->arena, &names, group->name);
	if (!p->failed)
		bd_unknown_name(p->env->diags, bd_parser_place(p, name->at, name->end),
				BD_TERM_FUNCTION, name->text, names.items, names.count,
				sizeof *names.items);
	p->failed = true;
	return NULL;
}

typedef BD_LIST(bd_xnode *) node_list;

/* Items up to the closing sign, which is taken. */
static bool parse_list(bd_parser *p, node_list *list, const char *close)
{
	while (!p->failed && !bd_parser_at(p, close)) {
		bd_xnode *item = parse_expr(p, 0);
		if (!item)
			return false;
		bd_push(p->env->arena, list, item);
		if (!bd_parser_at(p, close) && !bd_parser_expect(p, ",", true))
			return false;
	}
	if (p->failed)
		return false;
	bd_parser_advance(p, false);
	return true;
}

static bd_xnode *parse_call(bd_parser *p, const bd_token *name)
{
	void *user;
	const bd_function *f = find_function(p, name->text, &user);
	bool choose = !strcmp(name->text, "if");
	if (!f && !choose)
		return unknown_function(p, name);
	node_list args = { 0 };
	bd_parser_advance(p, true);
	if (!parse_list(p, &args, ")"))
		return NULL;
	int least = choose ? 3 : f->least, most = choose ? 3 : f->most;
	if ((int)args.count < least || (most >= 0 && (int)args.count > most)) {
		bd_arena *arena = p->env->arena;
		const char *takes = most < 0        ? bd_printf(arena, "%d…", least)
				    : least == most ? bd_printf(arena, "%d", least)
						    : bd_printf(arena, "%d–%d", least, most);
		/* Vega's functions pass over what is too much: round(x, 2) is round(x). */
		bool fatal = choose || (int)args.count < least;
		const char *const words[] = { name->text, takes,
					      bd_printf(arena, "%zu", args.count), NULL };
		bd_complain(p->env->diags, bd_parser_place(p, name->at, name->end),
			    fatal ? BD_ERROR : BD_WARNING, BD_WRONG_ARGUMENTS, words);
		if (fatal) {
			p->failed = true;
			return NULL;
		}
		args.count = (size_t)most;
	}
	bd_xnode *node = bd_xnode_new(p, choose ? BD_X_CHOOSE : BD_X_CALL, args.items, args.count);
	if (!node)
		return NULL;
	node->function = f;
	node->user = user;
	node->memo = BD_NEW(p->env->arena, void *);
	node->place = bd_parser_place(p, name->at, name->end);
	return node;
}

static bd_xnode *parse_object(bd_parser *p)
{
	node_list values = { 0 };
	BD_LIST(const char *) names = { 0 };
	while (!p->failed && !bd_parser_at(p, "}")) {
		bd_token key = p->token;
		if (key.kind == BD_TOKEN_NUMBER)
			key.text = bd_number_text(p->env->arena, key.number);
		else if (key.kind != BD_TOKEN_NAME && key.kind != BD_TOKEN_STRING)
			return bd_parser_unexpected(p);
		bd_parser_advance(p, false);
		if (!bd_parser_expect(p, ":", true))
			return NULL;
		bd_xnode *value = parse_expr(p, 0);
		if (!value)
			return NULL;
		bd_push(p->env->arena, &names, key.text);
		bd_push(p->env->arena, &values, value);
		if (!bd_parser_at(p, "}") && !bd_parser_expect(p, ",", true))
			return NULL;
	}
	bd_parser_advance(p, false);
	bd_xnode *node =
		p->failed ? NULL : bd_xnode_new(p, BD_X_OBJECT, values.items, values.count);
	if (node)
		node->names = names.items;
	return node;
}

static bd_xnode *parse_unary(bd_parser *p, bd_xop op)
{
	enum { TIGHTER_THAN_ANY_BINARY = 14 };
	bd_parser_advance(p, true);
	bd_xnode *arg = parse_expr(p, TIGHTER_THAN_ANY_BINARY);
	bd_xnode *node = arg ? bd_xnode_new(p, BD_X_UNARY, &arg, 1) : NULL;
	if (node)
		node->op = op;
	return bd_xnode_folded(p, node);
}

static bd_xnode *parse_bracketed(bd_parser *p, const char *sign)
{
	bd_parser_advance(p, true);
	if (*sign == '(') {
		bd_xnode *inner = parse_expr(p, 0);
		return inner && bd_parser_expect(p, ")", false) ? inner : NULL;
	}
	if (*sign == '{')
		return parse_object(p);
	node_list items = { 0 };
	return parse_list(p, &items, "]") ? bd_xnode_new(p, BD_X_ARRAY, items.items, items.count)
					  : NULL;
}

static bd_xnode *parse_operand(bd_parser *p)
{
	bd_token t = p->token;
	switch (t.kind) {
	case BD_TOKEN_NUMBER:
		bd_parser_advance(p, false);
		return bd_xnode_const(p, bd_v_number(t.number));
	case BD_TOKEN_STRING:
		bd_parser_advance(p, false);
		return bd_xnode_const(p, bd_v_string(t.text));
	case BD_TOKEN_REGEXP:
		bd_parser_advance(p, false);
		return bd_xnode_const(p, bd_x_regexp(p->env->arena, t.text, t.flags));
	case BD_TOKEN_NAME:
		bd_parser_advance(p, false);
		return bd_parser_at(p, "(") ? parse_call(p, &t) : parse_name(p, &t);
	case BD_TOKEN_SIGN: break;
	case BD_TOKEN_END:
	case BD_TOKEN_BAD: return bd_parser_unexpected(p);
	}
	static const struct {
		char sign;
		bd_xop op;
	} unary[] = {
		{ '-', BD_X_MINUS }, { '+', BD_X_PLUS }, { '!', BD_X_NOT }, { '~', BD_X_BIT_NOT }
	};
	for (size_t i = 0; !t.sign[1] && i < sizeof unary / sizeof *unary; i++)
		if (*t.sign == unary[i].sign)
			return parse_unary(p, unary[i].op);
	if (strchr("([{", *t.sign))
		return parse_bracketed(p, t.sign);
	return bd_parser_unexpected(p);
}

/* What follows an operand: .name, [index]. */
static bd_xnode *parse_postfix(bd_parser *p, bd_xnode *node)
{
	while (node && !p->failed) {
		if (bd_parser_at(p, ".")) {
			bd_parser_advance(p, false);
			if (p->token.kind != BD_TOKEN_NAME)
				return bd_parser_unexpected(p);
			node = bd_xnode_member(p, node, &p->token, p->token.text);
			bd_parser_advance(p, false);
		} else if (bd_parser_at(p, "[")) {
			bd_parser_advance(p, true);
			const bd_token first = p->token;
			bd_xnode *pair[2] = { node, parse_expr(p, 0) };
			if (!pair[1] || !bd_parser_expect(p, "]", false))
				return NULL;
			bool name =
				pair[1]->kind == BD_X_CONST && pair[1]->value.kind == BD_V_STRING;
			node = name ? bd_xnode_member(p, node, &first, pair[1]->value.string)
				    : bd_xnode_new(p, BD_X_INDEX, pair, 2);
		} else {
			break;
		}
	}
	return p->failed ? NULL : node;
}

typedef struct binary {
	const char *sign;
	int precedence;
	bd_xkind kind;
	bd_xop op;
} binary;

static const binary binaries[] = {
	{ "??", 1, BD_X_NULLISH, BD_X_NO_OP },      { "||", 2, BD_X_OR, BD_X_NO_OP },
	{ "&&", 3, BD_X_AND, BD_X_NO_OP },          { "|", 4, BD_X_BINARY, BD_X_BIT_OR },
	{ "^", 5, BD_X_BINARY, BD_X_BIT_XOR },      { "&", 6, BD_X_BINARY, BD_X_BIT_AND },
	{ "==", 7, BD_X_BINARY, BD_X_EQUAL },       { "!=", 7, BD_X_BINARY, BD_X_NOT_EQUAL },
	{ "===", 7, BD_X_BINARY, BD_X_SAME },       { "!==", 7, BD_X_BINARY, BD_X_NOT_SAME },
	{ "<", 8, BD_X_BINARY, BD_X_LESS },         { "<=", 8, BD_X_BINARY, BD_X_LESS_EQUAL },
	{ ">", 8, BD_X_BINARY, BD_X_GREATER },      { ">=", 8, BD_X_BINARY, BD_X_GREATER_EQUAL },
	{ "in", 8, BD_X_BINARY, BD_X_IN },          { "<<", 9, BD_X_BINARY, BD_X_SHIFT_LEFT },
	{ ">>", 9, BD_X_BINARY, BD_X_SHIFT_RIGHT }, { ">>>", 9, BD_X_BINARY, BD_X_SHIFT_ZERO },
	{ "+", 10, BD_X_BINARY, BD_X_PLUS },        { "-", 10, BD_X_BINARY, BD_X_MINUS },
	{ "*", 11, BD_X_BINARY, BD_X_TIMES },       { "/", 11, BD_X_BINARY, BD_X_DIVIDE },
	{ "%", 11, BD_X_BINARY, BD_X_REMAINDER },   { "**", 12, BD_X_BINARY, BD_X_POWER }
};

static const binary *binary_at(const bd_parser *p)
{
	const bd_token *t = &p->token;
	const char *sign = t->kind == BD_TOKEN_SIGN   ? t->sign
			   : t->kind == BD_TOKEN_NAME ? t->text
						      : "";
	for (size_t i = 0; i < sizeof binaries / sizeof *binaries; i++)
		if (!strcmp(sign, binaries[i].sign))
			return &binaries[i];
	return NULL;
}

static bd_xnode *parse_choose(bd_parser *p, bd_xnode *test)
{
	bd_xnode *parts[3] = { test };
	bd_parser_advance(p, true);
	parts[1] = parse_expr(p, 0);
	if (!parts[1] || !bd_parser_expect(p, ":", true))
		return NULL;
	parts[2] = parse_expr(p, 0);
	return parts[2] ? bd_xnode_new(p, BD_X_CHOOSE, parts, 3) : NULL;
}

static bd_xnode *parse_expr(bd_parser *p, int least)
{
	enum { MAX_NESTING = 100 };
	if (++p->depth > MAX_NESTING)
		return bd_parser_fail(p, 0, p->lexer.length, BD_TERM_EXPR_TOO_LONG);
	bd_xnode *left = parse_postfix(p, parse_operand(p));
	const binary *op;
	while (left && !p->failed && (op = binary_at(p)) && op->precedence >= least) {
		bd_parser_advance(p, true);
		/* ** alone binds to the right. */
		bool right = op->op == BD_X_POWER;
		bd_xnode *pair[2] = { left, parse_expr(p, op->precedence + !right) };
		left = pair[1] ? bd_xnode_new(p, op->kind, pair, 2) : NULL;
		if (left && left->kind == BD_X_BINARY) {
			left->op = op->op;
			left = bd_xnode_folded(p, left);
		}
	}
	if (left && !p->failed && least == 0 && bd_parser_at(p, "?"))
		left = parse_choose(p, left);
	p->depth--;
	return p->failed ? NULL : left;
}

static bool uses_datum(const bd_xnode *node)
{
	bool uses = node->kind == BD_X_DATUM;
	for (uint32_t i = 0; i < node->count && !uses; i++)
		uses = uses_datum(node->args[i]);
	return uses;
}

const bd_expr *bd_expr_parse(bd_env *env, const char *text, const bd_place *place,
			     const bd_names *names)
{
	bd_parser p = { .env = env,
			.lexer = { .arena = env->arena, .text = text, .length = strlen(text) },
			.place = place,
			.names = names };
	bd_parser_advance(&p, true);
	bd_xnode *root = parse_expr(&p, 0);
	if (!root)
		return NULL;
	if (p.token.kind != BD_TOKEN_END) {
		bd_parser_unexpected(&p);
		return NULL;
	}
	bd_expr *expr = BD_NEW(env->arena, bd_expr);
	*expr = (bd_expr){ .env = env,
			   .root = root,
			   .fields = p.fields.items,
			   .field_count = p.fields.count,
			   .uses_datum = uses_datum(root),
			   .random = bd_random_at(place) };
	return expr;
}
