/* parse.c - text to tree, by operator precedence (V. R. Pratt, 1973); precedences are those of
 * ECMA-262 13. Names are resolved here: what is left for later is `datum` alone. */
#include "expr/functions.h"
#include "expr/lex.h"

#include "base/array.h"
#include "base/str.h"
#include "base/utf8.h"
#include <string.h>

enum { MAX_TREE_DEPTH = 250, MAX_NODES = 20000 };

typedef struct parser {
	bd_env *env;
	bd_lexer lexer;
	bd_token token;
	const bd_place *place;
	const bd_names *names;
	BD_LIST(const char *) fields;
	bool failed;
	int depth, nodes;
} parser;

static bd_xnode *parse_expr(parser *p, int least);

/* --- complaints --- */

static const bd_place *place_of(parser *p, size_t at, size_t end)
{
	bd_place *place = BD_NEW(p->env->arena, bd_place);
	size_t extent = bd_utf8_count(p->lexer.text + at, end - at);
	*place = (bd_place){ .up = p->place, .within = at + 1, .extent = extent ? extent : 1 };
	return place;
}

/* Only the first mistake of an expression is told: what follows is guesswork. */
static bd_xnode *fail(parser *p, size_t at, size_t end, const char *why)
{
	if (!p->failed)
		bd_error(p->env->diags, place_of(p, at, end), BD_BAD_EXPRESSION, why);
	p->failed = true;
	p->token = (bd_token){ .kind = BD_TOKEN_END, .at = at, .end = end };
	p->lexer.at = p->lexer.length;
	return NULL;
}

static bd_xnode *unexpected(parser *p)
{
	const bd_token *t = &p->token;
	const char *why = t->kind == BD_TOKEN_BAD   ? t->why
			  : t->kind == BD_TOKEN_END ? BD_TERM_EXPR_ENDS_EARLY
						    : BD_TERM_EXPR_UNEXPECTED;
	return fail(p, t->at, t->end, why);
}

static void advance(parser *p, bool operand)
{
	if (!p->failed)
		p->token = bd_lex(&p->lexer, operand);
}

static bool is_sign(const parser *p, const char *sign)
{
	return p->token.kind == BD_TOKEN_SIGN && !strcmp(p->token.sign, sign);
}

static bool expect(parser *p, const char *sign, bool operand_follows)
{
	if (!is_sign(p, sign)) {
		unexpected(p);
		return false;
	}
	advance(p, operand_follows);
	return true;
}

/* --- nodes --- */

static bd_xnode *new_node(parser *p, bd_xkind kind, bd_xnode *const *args, size_t count)
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
		return fail(p, 0, p->lexer.length, BD_TERM_EXPR_TOO_LONG);
	return node;
}

static bd_xnode *new_const(parser *p, bd_value value)
{
	bd_xnode *node = new_node(p, BD_X_CONST, NULL, 0);
	if (node)
		node->value = value;
	return node;
}

static size_t field_slot(parser *p, const char *name)
{
	for (size_t i = 0; i < p->fields.count; i++)
		if (!strcmp(p->fields.items[i], name))
			return i;
	bd_push(p->env->arena, &p->fields, name);
	return p->fields.count - 1;
}

/* object.name, or object['name'] which is the same; `name` stands there. */
static bd_xnode *new_member(parser *p, bd_xnode *object, const bd_token *token, const char *name)
{
	bool of_datum = object->kind == BD_X_DATUM;
	bd_xnode *node = new_node(p, of_datum ? BD_X_FIELD : BD_X_MEMBER, &object, !of_datum);
	if (!node)
		return NULL;
	node->name = name;
	if (of_datum) {
		node->slot = field_slot(p, name);
		node->place = place_of(p, token->at, token->end);
	}
	return node;
}

/* Operators on constants are worked out once. */
static bd_xnode *folded(parser *p, bd_xnode *node)
{
	if (!node)
		return NULL;
	for (uint32_t i = 0; i < node->count; i++)
		if (node->args[i]->kind != BD_X_CONST)
			return node;
	if (node->kind == BD_X_UNARY)
		return new_const(p, bd_x_unary(node->op, node->args[0]->value));
	return new_const(p, bd_x_binary(p->env->arena, node->op, node->args[0]->value,
					node->args[1]->value));
}

/* --- names --- */

static bd_xnode *parse_name(parser *p, const bd_token *name)
{
	bd_value value;
	if (!strcmp(name->text, "datum"))
		return new_node(p, BD_X_DATUM, NULL, 0);
	if (bd_x_constant(name->text, &value) ||
	    (p->names && p->names->find && p->names->find(p->names->user, name->text, &value)))
		return new_const(p, value);
	if (!p->failed) {
		bd_diag *diag = bd_error(p->env->diags, place_of(p, name->at, name->end),
					 BD_UNKNOWN_NAME, BD_TERM_EXPR_NAME, name->text);
		bd_suggest(p->env->diags, diag, BD_HINT_DATUM, name->text);
	}
	p->failed = true;
	return NULL;
}

static const bd_function *find_function(parser *p, const char *name, void **user)
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

static bd_xnode *unknown_function(parser *p, const bd_token *name)
{
	BD_LIST(const char *) names = { 0 };
	const bd_function *group;
	for (size_t g = 0; (group = bd_expr_functions(g)); g++)
		for (; group->name; group++)
			bd_push(p->env->arena, &names, group->name);
	if (!p->failed)
		bd_unknown_name(p->env->diags, place_of(p, name->at, name->end), BD_TERM_FUNCTION,
				name->text, names.items, names.count, sizeof *names.items);
	p->failed = true;
	return NULL;
}

typedef BD_LIST(bd_xnode *) node_list;

/* Items up to the closing sign, which is taken. */
static bool parse_list(parser *p, node_list *list, const char *close)
{
	while (!p->failed && !is_sign(p, close)) {
		bd_xnode *item = parse_expr(p, 0);
		if (!item)
			return false;
		bd_push(p->env->arena, list, item);
		if (!is_sign(p, close) && !expect(p, ",", true))
			return false;
	}
	if (p->failed)
		return false;
	advance(p, false);
	return true;
}

static bd_xnode *parse_call(parser *p, const bd_token *name)
{
	void *user;
	const bd_function *f = find_function(p, name->text, &user);
	bool choose = !strcmp(name->text, "if");
	if (!f && !choose)
		return unknown_function(p, name);
	node_list args = { 0 };
	advance(p, true);
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
		bd_complain(p->env->diags, place_of(p, name->at, name->end),
			    fatal ? BD_ERROR : BD_WARNING, BD_WRONG_ARGUMENTS, words);
		if (fatal) {
			p->failed = true;
			return NULL;
		}
		args.count = (size_t)most;
	}
	bd_xnode *node = new_node(p, choose ? BD_X_CHOOSE : BD_X_CALL, args.items, args.count);
	if (!node)
		return NULL;
	node->function = f;
	node->user = user;
	node->memo = BD_NEW(p->env->arena, void *);
	node->place = place_of(p, name->at, name->end);
	return node;
}

/* --- operands --- */

static bd_xnode *parse_object(parser *p)
{
	node_list values = { 0 };
	BD_LIST(const char *) names = { 0 };
	while (!p->failed && !is_sign(p, "}")) {
		bd_token key = p->token;
		if (key.kind == BD_TOKEN_NUMBER)
			key.text = bd_number_text(p->env->arena, key.number);
		else if (key.kind != BD_TOKEN_NAME && key.kind != BD_TOKEN_STRING)
			return unexpected(p);
		advance(p, false);
		if (!expect(p, ":", true))
			return NULL;
		bd_xnode *value = parse_expr(p, 0);
		if (!value)
			return NULL;
		bd_push(p->env->arena, &names, key.text);
		bd_push(p->env->arena, &values, value);
		if (!is_sign(p, "}") && !expect(p, ",", true))
			return NULL;
	}
	advance(p, false);
	bd_xnode *node = p->failed ? NULL : new_node(p, BD_X_OBJECT, values.items, values.count);
	if (node)
		node->names = names.items;
	return node;
}

static bd_xnode *parse_unary(parser *p, bd_xop op)
{
	enum { TIGHTER_THAN_ANY_BINARY = 14 };
	advance(p, true);
	bd_xnode *arg = parse_expr(p, TIGHTER_THAN_ANY_BINARY);
	bd_xnode *node = arg ? new_node(p, BD_X_UNARY, &arg, 1) : NULL;
	if (node)
		node->op = op;
	return folded(p, node);
}

static bd_xnode *parse_bracketed(parser *p, const char *sign)
{
	advance(p, true);
	if (*sign == '(') {
		bd_xnode *inner = parse_expr(p, 0);
		return inner && expect(p, ")", false) ? inner : NULL;
	}
	if (*sign == '{')
		return parse_object(p);
	node_list items = { 0 };
	return parse_list(p, &items, "]") ? new_node(p, BD_X_ARRAY, items.items, items.count)
					  : NULL;
}

static bd_xnode *parse_operand(parser *p)
{
	bd_token t = p->token;
	switch (t.kind) {
	case BD_TOKEN_NUMBER: advance(p, false); return new_const(p, bd_v_number(t.number));
	case BD_TOKEN_STRING: advance(p, false); return new_const(p, bd_v_string(t.text));
	case BD_TOKEN_REGEXP:
		advance(p, false);
		return new_const(p, bd_x_regexp(p->env->arena, t.text, t.flags));
	case BD_TOKEN_NAME:
		advance(p, false);
		return is_sign(p, "(") ? parse_call(p, &t) : parse_name(p, &t);
	case BD_TOKEN_SIGN: break;
	case BD_TOKEN_END:
	case BD_TOKEN_BAD: return unexpected(p);
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
	return unexpected(p);
}

/* What follows an operand: .name, [index]. */
static bd_xnode *parse_postfix(parser *p, bd_xnode *node)
{
	while (node && !p->failed) {
		if (is_sign(p, ".")) {
			advance(p, false);
			if (p->token.kind != BD_TOKEN_NAME)
				return unexpected(p);
			node = new_member(p, node, &p->token, p->token.text);
			advance(p, false);
		} else if (is_sign(p, "[")) {
			advance(p, true);
			const bd_token first = p->token;
			bd_xnode *pair[2] = { node, parse_expr(p, 0) };
			if (!pair[1] || !expect(p, "]", false))
				return NULL;
			bool name =
				pair[1]->kind == BD_X_CONST && pair[1]->value.kind == BD_V_STRING;
			node = name ? new_member(p, node, &first, pair[1]->value.string)
				    : new_node(p, BD_X_INDEX, pair, 2);
		} else {
			break;
		}
	}
	return p->failed ? NULL : node;
}

/* --- operators --- */

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

static const binary *binary_at(const parser *p)
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

static bd_xnode *parse_choose(parser *p, bd_xnode *test)
{
	bd_xnode *parts[3] = { test };
	advance(p, true);
	parts[1] = parse_expr(p, 0);
	if (!parts[1] || !expect(p, ":", true))
		return NULL;
	parts[2] = parse_expr(p, 0);
	return parts[2] ? new_node(p, BD_X_CHOOSE, parts, 3) : NULL;
}

static bd_xnode *parse_expr(parser *p, int least)
{
	enum { MAX_NESTING = 100 };
	if (++p->depth > MAX_NESTING)
		return fail(p, 0, p->lexer.length, BD_TERM_EXPR_TOO_LONG);
	bd_xnode *left = parse_postfix(p, parse_operand(p));
	const binary *op;
	while (left && !p->failed && (op = binary_at(p)) && op->precedence >= least) {
		advance(p, true);
		/* ** alone binds to the right. */
		bool right = op->op == BD_X_POWER;
		bd_xnode *pair[2] = { left, parse_expr(p, op->precedence + !right) };
		left = pair[1] ? new_node(p, op->kind, pair, 2) : NULL;
		if (left && left->kind == BD_X_BINARY) {
			left->op = op->op;
			left = folded(p, left);
		}
	}
	if (left && !p->failed && least == 0 && is_sign(p, "?"))
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
	parser p = { .env = env,
		     .lexer = { .arena = env->arena, .text = text, .length = strlen(text) },
		     .place = place,
		     .names = names };
	advance(&p, true);
	bd_xnode *root = parse_expr(&p, 0);
	if (!root)
		return NULL;
	if (p.token.kind != BD_TOKEN_END) {
		unexpected(&p);
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
