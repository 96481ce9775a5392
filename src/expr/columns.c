/* columns.c - an expression for all rows of columns.
 *
 * Most expressions over big tables are arithmetic and comparisons of numbers: such trees are worked
 * out a block of rows at a time, over plain arrays. Any other tree takes the general way, row by
 * row, with the same result. */
#include "expr/ast.h"

#include <math.h>
#include <string.h>

enum { BLOCK = 512, MAX_BLOCK_DEPTH = 24 };

/* What a tree gives when it is worked out in blocks. */
typedef enum { NOT_IN_BLOCKS, NUMBERS, BOOLEANS } block_kind;

static bool is_relation(bd_xop op)
{
	return op >= BD_X_LESS && op <= BD_X_GREATER_EQUAL;
}

static bool is_equality(bd_xop op)
{
	return op >= BD_X_EQUAL && op <= BD_X_NOT_SAME;
}

/* datum.name === 'text', the commonest filter. */
static bool is_text_test(const bd_xnode *node, const bd_expr_rows *rows)
{
	if (node->kind != BD_X_BINARY || !is_equality(node->op))
		return false;
	const bd_xnode *a = node->args[0], *b = node->args[1];
	const bd_column *c = a->kind == BD_X_FIELD ? rows->fields[a->slot] : NULL;
	return c && c->kind == BD_COLUMN_TEXT && b->kind == BD_X_CONST &&
	       b->value.kind == BD_V_STRING;
}

/* Columns whose missing values count as numbers do (null is 0, undefined NaN) in arithmetic, but
 * not where they are compared for equality. */
static bool has_missing(const bd_xnode *node, const bd_expr_rows *rows)
{
	return node->kind == BD_X_FIELD && rows->fields[node->slot]->missing;
}

static block_kind kind_of(const bd_xnode *node, const bd_expr_rows *rows)
{
	block_kind kinds[3] = { NUMBERS, NUMBERS, NUMBERS };
	if (node->depth > MAX_BLOCK_DEPTH || node->count > 3)
		return NOT_IN_BLOCKS;
	if (is_text_test(node, rows))
		return BOOLEANS;
	for (uint32_t i = 0; i < node->count; i++)
		if (!(kinds[i] = kind_of(node->args[i], rows)))
			return NOT_IN_BLOCKS;
	const bd_column *c;
	switch (node->kind) {
	case BD_X_CONST:
		return node->value.kind == BD_V_NUMBER ? NUMBERS
		       : node->value.kind == BD_V_BOOL ? BOOLEANS
						       : NOT_IN_BLOCKS;
	case BD_X_FIELD:
		c = rows->fields[node->slot];
		return c && (c->kind == BD_COLUMN_NUMBER || c->kind == BD_COLUMN_DATE)
			       ? NUMBERS
			       : NOT_IN_BLOCKS;
	case BD_X_UNARY: return node->op == BD_X_NOT ? BOOLEANS : NUMBERS;
	case BD_X_BINARY:
		if (node->op == BD_X_IN)
			return NOT_IN_BLOCKS;
		if (is_equality(node->op))
			return kinds[0] != kinds[1] || has_missing(node->args[0], rows) ||
					       has_missing(node->args[1], rows)
				       ? NOT_IN_BLOCKS
				       : BOOLEANS;
		return is_relation(node->op) ? BOOLEANS : NUMBERS;
	case BD_X_AND:
	case BD_X_OR:
		return kinds[0] == BOOLEANS && kinds[1] == BOOLEANS ? BOOLEANS : NOT_IN_BLOCKS;
	case BD_X_CHOOSE:
		/* A column as it is keeps its null and its kind. */
		return kinds[1] != kinds[2] || node->args[1]->kind == BD_X_FIELD ||
				       node->args[2]->kind == BD_X_FIELD
			       ? NOT_IN_BLOCKS
			       : kinds[1];
	case BD_X_CALL: return node->function->of1 || node->function->of2 ? NUMBERS : NOT_IN_BLOCKS;
	default: return NOT_IN_BLOCKS;
	}
}

typedef struct block {
	const bd_expr_rows *rows;
	size_t from, count;
} block;

static void work_out(const block *b, const bd_xnode *node, double *out);

static void load_field(const block *b, const bd_xnode *node, double *out)
{
	const bd_column *c = b->rows->fields[node->slot];
	memcpy(out, c->numbers + b->from, b->count * sizeof *out);
	for (size_t i = 0; c->missing && i < b->count; i++)
		if (c->missing[b->from + i] == BD_IS_NULL)
			out[i] = 0;
}

static void test_text(const block *b, const bd_xnode *node, double *out)
{
	const bd_value *values = b->rows->fields[node->args[0]->slot]->values + b->from;
	bd_value text = node->args[1]->value;
	bool wanted = node->op == BD_X_EQUAL || node->op == BD_X_SAME;
	for (size_t i = 0; i < b->count; i++) {
		bool same = values[i].length == text.length &&
			    !memcmp(values[i].string, text.string, text.length);
		out[i] = same == wanted;
	}
}

#define EACH(expression)                     \
	for (size_t i = 0; i < n; i++)       \
		x[i] = (double)(expression); \
	return

static void operate(bd_xop op, double *restrict x, const double *restrict y, size_t n)
{
	switch (op) {
	case BD_X_PLUS: EACH(x[i] + y[i]);
	case BD_X_MINUS: EACH(x[i] - y[i]);
	case BD_X_TIMES: EACH(x[i] * y[i]);
	case BD_X_DIVIDE: EACH(x[i] / y[i]);
	case BD_X_LESS: EACH(x[i] < y[i]);
	case BD_X_LESS_EQUAL: EACH(x[i] <= y[i]);
	case BD_X_GREATER: EACH(x[i] > y[i]);
	case BD_X_GREATER_EQUAL: EACH(x[i] >= y[i]);
	case BD_X_EQUAL:
	case BD_X_SAME: EACH(x[i] == y[i]);
	case BD_X_NOT_EQUAL:
	case BD_X_NOT_SAME: EACH(x[i] != y[i]);
	default: break;
	}
	for (size_t i = 0; i < n; i++)
		x[i] = bd_x_binary(NULL, op, bd_v_number(x[i]), bd_v_number(y[i])).number;
}

static void unary(bd_xop op, double *x, size_t n)
{
	switch (op) {
	case BD_X_NOT: EACH(x[i] == 0 || isnan(x[i]));
	case BD_X_MINUS: EACH(-x[i]);
	case BD_X_BIT_NOT: EACH(~bd_x_int32(x[i]));
	default: break;
	}
}
#undef EACH

static void choose(const block *b, const bd_xnode *node, double *out)
{
	double yes[BLOCK], no[BLOCK];
	work_out(b, node->args[0], out);
	work_out(b, node->args[1], yes);
	work_out(b, node->args[2], no);
	for (size_t i = 0; i < b->count; i++)
		out[i] = out[i] != 0 && !isnan(out[i]) ? yes[i] : no[i];
}

static void work_out(const block *b, const bd_xnode *node, double *out)
{
	double other[BLOCK];
	if (node->kind == BD_X_CONST) {
		double number = bd_value_to_number(node->value);
		for (size_t i = 0; i < b->count; i++)
			out[i] = number;
		return;
	}
	if (node->kind == BD_X_FIELD) {
		load_field(b, node, out);
		return;
	}
	if (is_text_test(node, b->rows)) {
		test_text(b, node, out);
		return;
	}
	if (node->kind == BD_X_CHOOSE) {
		choose(b, node, out);
		return;
	}
	work_out(b, node->args[0], out);
	if (node->count == 2)
		work_out(b, node->args[1], other);
	switch (node->kind) {
	case BD_X_UNARY: unary(node->op, out, b->count); break;
	case BD_X_BINARY: operate(node->op, out, other, b->count); break;
	case BD_X_AND:
		for (size_t i = 0; i < b->count; i++)
			out[i] = out[i] != 0 && other[i] != 0;
		break;
	case BD_X_OR:
		for (size_t i = 0; i < b->count; i++)
			out[i] = out[i] != 0 || other[i] != 0;
		break;
	default: /* a function */
		for (size_t i = 0; i < b->count; i++)
			out[i] = node->count == 1 ? node->function->of1(out[i])
						  : node->function->of2(out[i], other[i]);
	}
}

/* A field alone is its column; and where nothing is worked out, there is no point in blocks. */
static block_kind tree_kind(const bd_expr *expr, const bd_expr_rows *rows)
{
	bd_xkind kind = expr->root->kind;
	return kind == BD_X_FIELD || kind == BD_X_CONST ? NOT_IN_BLOCKS : kind_of(expr->root, rows);
}

static bd_column *in_blocks(const bd_expr *expr, bd_arena *arena, const char *name,
			    const bd_expr_rows *rows, block_kind kind)
{
	double *numbers = BD_ARRAY(arena, rows->rows, double);
	for (size_t from = 0; from < rows->rows; from += BLOCK) {
		size_t left = rows->rows - from;
		block b = { rows, from, left < BLOCK ? left : BLOCK };
		work_out(&b, expr->root, numbers + from);
	}
	return bd_column_new_numbers(arena, name,
				     kind == BOOLEANS ? BD_COLUMN_BOOL : BD_COLUMN_NUMBER, numbers,
				     NULL, rows->rows);
}

bd_column *bd_expr_column(const bd_expr *expr, bd_arena *arena, const char *name,
			  const bd_expr_rows *rows)
{
	block_kind kind = tree_kind(expr, rows);
	if (kind)
		return in_blocks(expr, arena, name, rows, kind);
	if (expr->root->kind == BD_X_FIELD && rows->fields[expr->root->slot])
		return bd_column_rename(arena, rows->fields[expr->root->slot], name);
	bd_value *values = BD_ARRAY(arena, rows->rows, bd_value);
	bd_xrun run = { .expr = expr, .random = expr->random, .arena = arena, .rows = rows };
	for (run.row = 0; run.row < rows->rows; run.row++)
		values[run.row] = bd_x_eval(&run, expr->root);
	return bd_column_new_values(arena, name, values, rows->rows);
}

size_t bd_expr_filter(const bd_expr *expr, bd_arena *arena, const bd_expr_rows *rows,
		      uint32_t *picked)
{
	block_kind kind = tree_kind(expr, rows);
	size_t count = 0;
	if (!kind) {
		bd_xrun run = {
			.expr = expr, .random = expr->random, .arena = arena, .rows = rows
		};
		for (run.row = 0; run.row < rows->rows; run.row++)
			if (bd_value_to_bool(bd_x_eval(&run, expr->root)))
				picked[count++] = (uint32_t)run.row;
		return count;
	}
	double values[BLOCK];
	for (size_t from = 0; from < rows->rows; from += BLOCK) {
		size_t left = rows->rows - from;
		block b = { rows, from, left < BLOCK ? left : BLOCK };
		work_out(&b, expr->root, values);
		for (size_t i = 0; i < b.count; i++)
			if (values[i] != 0 && !isnan(values[i]))
				picked[count++] = (uint32_t)(from + i);
	}
	return count;
}
