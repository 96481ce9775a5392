/* predicate.c - Vega-Lite's predicates, as a byte for each row.
 * https://vega.github.io/vega-lite/docs/predicate.html */
#include "data/predicate.h"

#include "data/date_time.h"
#include "data/group.h"
#include <math.h>
#include <string.h>

typedef struct asking {
	bd_env *env;
	bd_table *table;
	const bd_names *names;
} asking;

static uint8_t *ask(asking *a, const bd_json *predicate);

static uint8_t *all(asking *a, bool is)
{
	uint8_t *rows = BD_ARRAY(a->env->scratch, a->table->rows, uint8_t);
	memset(rows, is, a->table->rows);
	return rows;
}

static uint8_t *by_expression(asking *a, const bd_json *text)
{
	const bd_expr *expr = bd_expr_parse(a->env, text->string, &text->place, a->names);
	if (!expr || !bd_check_fields(a->env, a->table, expr))
		return NULL;
	uint32_t *picked = BD_ARRAY(a->env->scratch, a->table->rows, uint32_t);
	size_t count = bd_table_filter(a->env, a->table, expr, picked);
	uint8_t *rows = all(a, false);
	for (size_t i = 0; i < count; i++)
		rows[picked[i]] = 1;
	return rows;
}

/* --- values to compare with --- */

/* A value of the spec: a DateTime, {"expr": …}, or itself. */
static bool value_of(asking *a, const bd_json *node, const bd_time_unit_params *unit,
		     bd_value *value)
{
	const bd_json *expr = bd_json_get(node, "expr");
	if (!expr)
		expr = bd_json_get(node, "signal");
	if (bd_json_is(expr, BD_JSON_STRING)) {
		const bd_expr *parsed = bd_expr_parse(a->env, expr->string, &expr->place, a->names);
		*value = parsed ? bd_expr_eval(parsed, a->env->arena, bd_v_undefined())
				: bd_v_undefined();
		return parsed != NULL;
	}
	*value = bd_json_value(a->env->arena, node);
	if (bd_is_date_time(node)) {
		*value = bd_v_date(bd_date_time(node));
	} else if (unit->units && !bd_json_is(node, BD_JSON_NULL)) {
		/* Of one unit alone, its number: {"timeUnit": "year", "equal": 2022}. */
		for (int u = 0; u < BD_UNIT_COUNT; u++)
			if (unit->units == BD_UNIT_BIT(u))
				*value = bd_v_date(bd_date_time_of((bd_time_unit)u, node));
	}
	if (value->kind == BD_V_DATE && isnan(value->number)) {
		bd_error(a->env->diags, &node->place, BD_WRONG_TYPE, BD_TERM_A_DATE,
			 bd_json_print(a->env->arena, node));
		return false;
	}
	return true;
}

/* As Vega-Lite does: what is compared with numbers or dates is read as such. */
static bd_column *read_as_compared(asking *a, const char *path, bd_value with, bool unit)
{
	bd_column *c = bd_table_field(a->table, path);
	bd_read_as as = unit || with.kind == BD_V_DATE ? BD_AS_DATE
			: with.kind == BD_V_NUMBER     ? BD_AS_NUMBER
						       : BD_AS_IS;
	if (!c || as == BD_AS_IS || (c->kind != BD_COLUMN_TEXT && as == BD_AS_NUMBER))
		return c;
	bd_column *read = bd_column_read(a->env, c, as, NULL);
	if (read != c && bd_table_column(a->table, path))
		bd_table_set(a->table, read);
	return read;
}

/* --- one field --- */

typedef enum { EQUAL, LT, LTE, GT, GTE, RANGE, ONE_OF, VALID, TESTS } test_kind;
static const char *const test_names[] = { "equal", "lt",    "lte",   "gt",
					  "gte",   "range", "oneOf", "valid" };

typedef struct test {
	test_kind kind;
	bd_value value; /* or an array of them */
} test;

static bool same(bd_value a, bd_value b)
{
	bool times = (a.kind == BD_V_DATE || a.kind == BD_V_NUMBER) &&
		     (b.kind == BD_V_DATE || b.kind == BD_V_NUMBER);
	return times ? a.number == b.number : bd_value_strict_equals(a, b);
}

static int order(bd_value a, bd_value b)
{
	double x, y;
	if (a.kind == BD_V_STRING && b.kind == BD_V_STRING)
		return bd_value_compare(a, b);
	x = bd_value_to_number(a);
	y = bd_value_to_number(b);
	return isnan(x) || isnan(y) ? 2 : (x > y) - (x < y);
}

static bool in_range(bd_value v, bd_value range)
{
	bd_value low = range.length > 0 ? range.items[0] : bd_v_null();
	bd_value high = range.length > 1 ? range.items[1] : bd_v_null();
	int below = bd_value_is_missing(low) ? 1 : order(v, low);
	int above = bd_value_is_missing(high) ? -1 : order(v, high);
	return (below == 0 || below == 1) && (above == 0 || above == -1);
}

static bool passes(const test *t, bd_value v)
{
	int o;
	switch (t->kind) {
	case EQUAL: return same(v, t->value);
	case LT: return order(v, t->value) == -1;
	case LTE: o = order(v, t->value); return o == -1 || o == 0;
	case GT: return order(v, t->value) == 1;
	case GTE: o = order(v, t->value); return o == 1 || o == 0;
	case RANGE: return in_range(v, t->value);
	case ONE_OF:
		for (uint32_t i = 0; i < t->value.length; i++)
			if (same(v, t->value.items[i]))
				return true;
		return false;
	case VALID:
	case TESTS: break;
	}
	bool valid = !bd_value_is_missing(v) && isfinite(bd_value_to_number(v));
	return valid == bd_value_to_bool(t->value);
}

static bool read_values(asking *a, const bd_json *node, const bd_time_unit_params *unit, test *t)
{
	bool list = (t->kind == RANGE || t->kind == ONE_OF) && bd_json_is(node, BD_JSON_ARRAY);
	if (!list)
		return value_of(a, node, unit, &t->value);
	bd_value *items = BD_ARRAY(a->env->arena, node->count, bd_value);
	for (size_t i = 0; i < node->count; i++)
		if (!value_of(a, node->items[i], unit, &items[i]))
			return false;
	t->value =
		(bd_value){ .kind = BD_V_ARRAY, .length = (uint32_t)node->count, .items = items };
	return true;
}

/* The first value that is none is what the field is read as. */
static bd_value example_of(const test *t)
{
	if (t->value.kind != BD_V_ARRAY)
		return t->kind == VALID ? bd_v_undefined() : t->value;
	for (uint32_t i = 0; i < t->value.length; i++)
		if (!bd_value_is_missing(t->value.items[i]))
			return t->value.items[i];
	return bd_v_undefined();
}

static uint8_t *by_field(asking *a, const bd_json *predicate, const bd_json *field)
{
	test t = { .kind = EQUAL };
	const bd_json *value = NULL;
	for (int k = 0; k < TESTS && !value; k++) {
		t.kind = (test_kind)k;
		value = bd_json_get(predicate, test_names[k]);
	}
	bd_time_unit_params unit = { 0 };
	const bd_json *unit_node = bd_json_get(predicate, "timeUnit");
	if (!value) {
		bd_error(a->env->diags, &predicate->place, BD_BAD_PREDICATE);
		return NULL;
	}
	if (unit_node && !bd_time_unit_read(a->env, unit_node, &unit))
		return NULL;
	if (!read_values(a, value, &unit, &t))
		return NULL;
	const char *path = bd_json_string(field, "");
	bd_column *c = read_as_compared(a, path, example_of(&t), unit_node != NULL);
	if (!c) {
		bd_table_need(a->env, a->table, path, &field->place);
		return NULL;
	}
	uint8_t *rows = all(a, false);
	for (size_t i = 0; i < c->rows; i++) {
		bd_value v = bd_column_value(c, i);
		if (unit.units && !bd_value_is_missing(v))
			v = bd_v_date(bd_time_unit_floor(&unit, v.number));
		rows[i] = passes(&t, v);
	}
	return rows;
}

/* --- selections --- */

/* One chosen datum or interval: every field of it must agree. */
static bool is_chosen(asking *a, bd_value choice, size_t row)
{
	for (uint32_t i = 0; i < choice.length; i++) {
		bd_value v = bd_table_cell(a->table, row, choice.members[i].name);
		bd_value want = choice.members[i].value;
		bool fine = want.kind == BD_V_ARRAY ? in_range(v, want) : same(v, want);
		if (!fine)
			return false;
	}
	return true;
}

static uint8_t *by_selection(asking *a, const bd_json *predicate, const bd_json *param)
{
	bd_value value = bd_v_undefined();
	const char *name = bd_json_string(param, "");
	bool known = a->names && a->names->find && a->names->find(a->names->user, name, &value);
	if (!known) {
		bd_error(a->env->diags, &param->place, BD_UNKNOWN_NAME, BD_TERM_PARAM, name);
		return NULL;
	}
	if (value.kind != BD_V_ARRAY && value.kind != BD_V_OBJECT)
		return all(a, bd_json_bool(bd_json_get(predicate, "empty"), true));
	uint8_t *rows = all(a, false);
	const bd_value *choices = value.kind == BD_V_ARRAY ? value.items : &value;
	uint32_t count = value.kind == BD_V_ARRAY ? value.length : 1;
	for (size_t i = 0; i < a->table->rows; i++)
		for (uint32_t k = 0; k < count && !rows[i]; k++)
			rows[i] = choices[k].kind == BD_V_OBJECT && is_chosen(a, choices[k], i);
	return rows;
}

/* --- and, or, not --- */

static uint8_t *combined(asking *a, const bd_json *list, bool both)
{
	uint8_t *rows = all(a, both);
	const bd_json *item;
	bd_each (item, list) {
		const uint8_t *more = ask(a, item);
		if (!more)
			return NULL;
		for (size_t i = 0; i < a->table->rows; i++)
			rows[i] = both ? rows[i] & more[i] : rows[i] | more[i];
	}
	return rows;
}

static uint8_t *negated(asking *a, const bd_json *predicate)
{
	uint8_t *rows = ask(a, predicate);
	for (size_t i = 0; rows && i < a->table->rows; i++)
		rows[i] = !rows[i];
	return rows;
}

static uint8_t *ask(asking *a, const bd_json *predicate)
{
	const bd_json *part;
	if (bd_json_is(predicate, BD_JSON_STRING))
		return by_expression(a, predicate);
	if (bd_json_is(predicate, BD_JSON_BOOL))
		return all(a, predicate->boolean);
	if ((part = bd_json_get(predicate, "and")))
		return combined(a, part, true);
	if ((part = bd_json_get(predicate, "or")))
		return combined(a, part, false);
	if ((part = bd_json_get(predicate, "not")))
		return negated(a, part);
	if ((part = bd_json_get(predicate, "param")) ||
	    (part = bd_json_get(predicate, "selection")))
		return by_selection(a, predicate, part);
	if ((part = bd_json_get(predicate, "field")))
		return by_field(a, predicate, part);
	bd_error(a->env->diags, predicate ? &predicate->place : NULL, BD_BAD_PREDICATE);
	return NULL;
}

const uint8_t *bd_predicate_rows(bd_env *env, bd_table *table, const bd_json *predicate,
				 const bd_names *names)
{
	asking a = { env, bd_table_copy(table), names };
	return ask(&a, predicate);
}

bool bd_filter(bd_env *env, bd_table **table, const bd_json *predicate, const bd_names *names)
{
	asking a = { env, bd_table_copy(*table), names };
	uint32_t *picked = BD_ARRAY(env->arena, (*table)->rows, uint32_t);
	size_t count = 0;
	if (bd_json_is(predicate, BD_JSON_STRING)) {
		const bd_expr *expr =
			bd_expr_parse(env, predicate->string, &predicate->place, names);
		if (!expr || !bd_check_fields(env, *table, expr))
			return false;
		count = bd_table_filter(env, *table, expr, picked);
	} else {
		const uint8_t *rows = ask(&a, predicate);
		if (!rows)
			return false;
		for (size_t i = 0; i < (*table)->rows; i++)
			if (rows[i])
				picked[count++] = (uint32_t)i;
	}
	*table = bd_table_pick(a.table, picked, count);
	return true;
}
