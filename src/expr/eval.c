/* eval.c - the value of a tree for one row, with JavaScript's operators (ECMA-262 13). */
#include "expr/ast.h"
#include "expr/utf16.h"

#include "base/str.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

double bd_random_next(bd_random *random)
{
	uint64_t z = (random->state += 0x9E3779B97F4A7C15u);
	z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
	z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
	return (double)((z ^ (z >> 31)) >> 11) * 0x1p-53;
}

bd_random bd_random_at(const bd_place *place)
{
	uint64_t hash = 0xCBF29CE484222325u;
	for (; place; place = place->up) {
		for (const char *c = place->key; c && *c; c++)
			hash = (hash ^ (unsigned char)*c) * 0x100000001B3u;
		hash = (hash ^ (0x100 + place->index)) * 0x100000001B3u;
	}
	return (bd_random){ hash };
}

/* --- operators --- */

int32_t bd_x_int32(double number)
{
	if (!isfinite(number))
		return 0;
	double m = fmod(trunc(number), 4294967296.0);
	return (int32_t)(uint32_t)(int64_t)m;
}

static bool is_object(bd_value v)
{
	return v.kind == BD_V_ARRAY || v.kind == BD_V_OBJECT;
}

static bool is_text(bd_value v)
{
	return v.kind == BD_V_STRING || is_object(v);
}

bool bd_x_loosely_equal(bd_arena *arena, bd_value a, bd_value b)
{
	if (bd_value_is_missing(a) || bd_value_is_missing(b))
		return bd_value_is_missing(a) && bd_value_is_missing(b);
	if (a.kind == b.kind)
		return bd_value_strict_equals(a, b);
	if ((is_object(a) && b.kind == BD_V_STRING) || (is_object(b) && a.kind == BD_V_STRING))
		return !strcmp(bd_value_to_string(arena, a), bd_value_to_string(arena, b));
	return bd_value_to_number(a) == bd_value_to_number(b);
}

static bd_value concat(bd_arena *arena, bd_value a, bd_value b)
{
	const char *x = bd_value_to_string(arena, a), *y = bd_value_to_string(arena, b);
	size_t n = strlen(x), m = strlen(y);
	char *both = BD_ARRAY(arena, n + m + 1, char);
	memcpy(both, x, n);
	memcpy(both + n, y, m);
	return (bd_value){ .kind = BD_V_STRING, .length = (uint32_t)(n + m), .string = both };
}

/* Negative, zero or positive; 2 where they cannot be compared. */
static int relation(bd_arena *arena, bd_value a, bd_value b)
{
	if (is_text(a) && is_text(b)) {
		int order = strcmp(bd_value_to_string(arena, a), bd_value_to_string(arena, b));
		return (order > 0) - (order < 0);
	}
	double x = bd_value_to_number(a), y = bd_value_to_number(b);
	return isnan(x) || isnan(y) ? 2 : (x > y) - (x < y);
}

static bool compare(bd_xop op, int order)
{
	switch (op) {
	case BD_X_LESS: return order == -1;
	case BD_X_LESS_EQUAL: return order == -1 || order == 0;
	case BD_X_GREATER: return order == 1;
	default: return order == 1 || order == 0;
	}
}

static double bits(bd_xop op, double a, double b)
{
	int32_t x = bd_x_int32(a), y = bd_x_int32(b);
	uint32_t by = (uint32_t)y & 31;
	switch (op) {
	case BD_X_BIT_AND: return x & y;
	case BD_X_BIT_OR: return x | y;
	case BD_X_BIT_XOR: return x ^ y;
	case BD_X_SHIFT_LEFT: return (int32_t)((uint32_t)x << by);
	case BD_X_SHIFT_RIGHT: return x >> by;
	default: return (uint32_t)x >> by;
	}
}

static double arithmetic(bd_xop op, double a, double b)
{
	switch (op) {
	case BD_X_PLUS: return a + b;
	case BD_X_MINUS: return a - b;
	case BD_X_TIMES: return a * b;
	case BD_X_DIVIDE: return a / b;
	case BD_X_REMAINDER: return fmod(a, b);
	case BD_X_POWER: return isnan(b) ? b : pow(a, b);
	default: return bits(op, a, b);
	}
}

static bool is_in(bd_arena *arena, bd_value key, bd_value object)
{
	if (object.kind == BD_V_ARRAY) {
		double at = bd_value_to_number(key);
		return at >= 0 && at < object.length && at == floor(at);
	}
	return bd_value_get(object, bd_value_to_string(arena, key)).kind != BD_V_UNDEFINED;
}

bd_value bd_x_binary(bd_arena *arena, bd_xop op, bd_value a, bd_value b)
{
	switch (op) {
	case BD_X_PLUS:
		if (is_text(a) || is_text(b) || a.kind == BD_V_DATE || b.kind == BD_V_DATE)
			return a.kind == BD_V_DATE && !is_text(b)
				       ? bd_v_number(bd_value_to_number(a) + bd_value_to_number(b))
			       : b.kind == BD_V_DATE && !is_text(a)
				       ? bd_v_number(bd_value_to_number(a) + bd_value_to_number(b))
				       : concat(arena, a, b);
		break;
	case BD_X_LESS:
	case BD_X_LESS_EQUAL:
	case BD_X_GREATER:
	case BD_X_GREATER_EQUAL: return bd_v_bool(compare(op, relation(arena, a, b)));
	case BD_X_EQUAL: return bd_v_bool(bd_x_loosely_equal(arena, a, b));
	case BD_X_NOT_EQUAL: return bd_v_bool(!bd_x_loosely_equal(arena, a, b));
	case BD_X_SAME: return bd_v_bool(bd_value_strict_equals(a, b));
	case BD_X_NOT_SAME: return bd_v_bool(!bd_value_strict_equals(a, b));
	case BD_X_IN: return bd_v_bool(is_in(arena, a, b));
	default: break;
	}
	return bd_v_number(arithmetic(op, bd_value_to_number(a), bd_value_to_number(b)));
}

bd_value bd_x_unary(bd_xop op, bd_value a)
{
	switch (op) {
	case BD_X_NOT: return bd_v_bool(!bd_value_to_bool(a));
	case BD_X_MINUS: return bd_v_number(-bd_value_to_number(a));
	case BD_X_BIT_NOT: return bd_v_number(~bd_x_int32(bd_value_to_number(a)));
	default: return bd_v_number(bd_value_to_number(a));
	}
}

/* --- the tree --- */

static bd_value field(const bd_xrun *run, const bd_xnode *node)
{
	if (!run->rows)
		return bd_value_get(run->datum, node->name);
	const bd_column *c = run->rows->fields[node->slot];
	return c ? bd_column_value(c, run->row) : bd_v_undefined();
}

static bd_value member(bd_value object, const char *name)
{
	if (object.kind == BD_V_ARRAY && !strcmp(name, "length"))
		return bd_v_number(object.length);
	if (object.kind == BD_V_STRING && !strcmp(name, "length"))
		return bd_v_number((double)bd_utf16_length(object));
	return bd_value_get(object, name);
}

static bd_value element(bd_xrun *run, bd_value object, bd_value key)
{
	if (object.kind == BD_V_ARRAY && key.kind == BD_V_NUMBER) {
		bool is_there = key.number >= 0 && key.number < object.length &&
				key.number == floor(key.number);
		return is_there ? object.items[(size_t)key.number] : bd_v_undefined();
	}
	if (object.kind == BD_V_STRING && key.kind == BD_V_NUMBER)
		return key.number >= 0 && key.number < object.length
			       ? bd_utf16_slice(run->arena, object, key.number, key.number + 1)
			       : bd_v_undefined();
	return member(object, bd_value_to_string(run->arena, key));
}

static bd_value call(bd_xrun *run, const bd_xnode *node)
{
	bd_value few[8];
	bd_value *args = node->count <= 8 ? few : BD_ARRAY(run->arena, node->count, bd_value);
	for (uint32_t i = 0; i < node->count; i++)
		args[i] = bd_x_eval(run, node->args[i]);
	const bd_function *f = node->function;
	if (f->of1 && !f->call)
		return bd_v_number(f->of1(bd_value_to_number(args[0])));
	if (f->of2 && !f->call)
		return bd_v_number(
			f->of2(bd_value_to_number(args[0]), bd_value_to_number(args[1])));
	bd_call c = { .memo = node->memo,
		      .arena = run->arena,
		      .env = run->expr->env,
		      .args = args,
		      .count = node->count,
		      .user = node->user,
		      .random = &run->random,
		      .place = node->place };
	return f->call(&c);
}

static bd_value build(bd_xrun *run, const bd_xnode *node)
{
	bd_value out = { .length = node->count };
	if (node->kind == BD_X_ARRAY) {
		bd_value *items = BD_ARRAY(run->arena, node->count, bd_value);
		for (uint32_t i = 0; i < node->count; i++)
			items[i] = bd_x_eval(run, node->args[i]);
		out.kind = BD_V_ARRAY;
		out.items = items;
		return out;
	}
	bd_value_member *members = BD_ARRAY(run->arena, node->count, bd_value_member);
	for (uint32_t i = 0; i < node->count; i++)
		members[i] = (bd_value_member){ node->names[i], bd_x_eval(run, node->args[i]) };
	out.kind = BD_V_OBJECT;
	out.members = members;
	return out;
}

static bd_value whole_datum(bd_xrun *run)
{
	if (!run->rows)
		return run->datum;
	return run->rows->datum ? run->rows->datum(run->rows->user, run->row) : bd_v_undefined();
}

bd_value bd_x_eval(bd_xrun *run, const bd_xnode *node)
{
	bd_xnode *const *args = node->args;
	bd_value left;
	switch (node->kind) {
	case BD_X_CONST: return node->value;
	case BD_X_DATUM: return whole_datum(run);
	case BD_X_FIELD: return field(run, node);
	case BD_X_UNARY: return bd_x_unary(node->op, bd_x_eval(run, args[0]));
	case BD_X_BINARY:
		left = bd_x_eval(run, args[0]);
		return bd_x_binary(run->arena, node->op, left, bd_x_eval(run, args[1]));
	case BD_X_AND:
		left = bd_x_eval(run, args[0]);
		return bd_value_to_bool(left) ? bd_x_eval(run, args[1]) : left;
	case BD_X_OR:
		left = bd_x_eval(run, args[0]);
		return bd_value_to_bool(left) ? left : bd_x_eval(run, args[1]);
	case BD_X_NULLISH:
		left = bd_x_eval(run, args[0]);
		return bd_value_is_missing(left) ? bd_x_eval(run, args[1]) : left;
	case BD_X_CHOOSE:
		left = bd_x_eval(run, args[0]);
		return bd_x_eval(run, args[bd_value_to_bool(left) ? 1 : 2]);
	case BD_X_MEMBER: return member(bd_x_eval(run, args[0]), node->name);
	case BD_X_INDEX:
		left = bd_x_eval(run, args[0]);
		return element(run, left, bd_x_eval(run, args[1]));
	case BD_X_CALL: return call(run, node);
	case BD_X_ARRAY:
	case BD_X_OBJECT: return build(run, node);
	}
	return bd_v_undefined();
}

bd_value bd_expr_eval(const bd_expr *expr, bd_arena *arena, bd_value datum)
{
	bd_xrun run = { .expr = expr, .random = expr->random, .arena = arena, .datum = datum };
	return bd_x_eval(&run, expr->root);
}
