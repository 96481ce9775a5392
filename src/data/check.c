/* check.c - mistakes in transforms (check.h). Vega takes a column that does not exist for one that
 * is undefined in every row, and draws a picture that is wrong or empty. */
#include "data/check.h"

#include "base/array.h"
#include "base/str.h"

#include <string.h>

/* --- which transform --- */

void bd_transform_unknown(bd_env *env, const bd_json *node)
{
	BD_LIST(const char *) names = { 0 };
	for (const bd_transform_type *const *t = bd_transform_types; *t; t++)
		bd_push(env->arena, &names, (*t)->name);
	const bd_place *place = node ? &node->place : NULL;
	const char *meant = NULL;
	bd_each_member (member, node) {
		const char *near =
			bd_closest(member->name, names.items, names.count, sizeof *names.items);
		/* As Vega itself writes it: {"type": "filter", "expr": …}. */
		if (!near && !strcmp(member->name, "type"))
			near = bd_closest(bd_json_string(member->value, ""), names.items,
					  names.count, sizeof *names.items);
		if (near && !meant) {
			meant = near;
			place = &member->value->place;
		}
	}
	bd_diag *diag = bd_error(env->diags, place, BD_UNKNOWN_TRANSFORM);
	diag->at_key = meant && place != &node->place;
	if (meant)
		bd_suggest(env->diags, diag, BD_HINT_WRITE,
			   bd_printf(env->arena, "{ \"%s\": … }", meant));
	else
		bd_suggest_one_of(env->diags, diag, names.items, names.count, sizeof *names.items);
}

/* --- the columns that it names --- */

static bool needs(bd_env *env, bd_table *table, const bd_json *name)
{
	int before = env->diags->errors;
	if (bd_json_is(name, BD_JSON_STRING))
		bd_table_need(env, table, name->string, &name->place);
	return env->diags->errors == before;
}

static bool needs_all(bd_env *env, bd_table *table, const bd_json *names)
{
	const bd_json *name;
	bool good = needs(env, table, names);
	bd_each (name, names)
		good &= needs(env, table, name);
	return good;
}

/* Operations that have a meaning for numbers alone. */
static bool is_arithmetic(const char *op)
{
	static const char *const names[] = { "sum",    "mean",     "average",   "median",
					     "q1",     "q3",       "stdev",     "stdevp",
					     "stderr", "variance", "variancep", "product",
					     "ci0",    "ci1",      NULL };
	for (size_t i = 0; names[i]; i++)
		if (bd_streq(op, names[i]))
			return true;
	return false;
}

bool bd_check_summed(bd_env *env, bd_table *table, const char *op, const char *field,
		     const bd_place *place)
{
	bd_column *column = is_arithmetic(op) ? bd_table_field(table, field) : NULL;
	return !column || bd_column_check(env, table, column, BD_AS_NUMBER, place);
}

/* One of a list of {op, field, as}, or of {field, order}. */
static bool needs_field(bd_env *env, bd_table *table, const bd_json *item)
{
	const bd_json *field = bd_json_get(item, "field");
	const char *op = bd_json_string(bd_json_get(item, "op"), "");
	if (!bd_json_is(field, BD_JSON_STRING) || !strcmp(op, "count"))
		return true;
	return needs(env, table, field) &&
	       bd_check_summed(env, table, op, field->string, &field->place);
}

bool bd_transform_check(bd_env *env, const bd_json *node, bd_table *table)
{
	/* Members that name columns, whichever transform they belong to. */
	static const char *const names[] = { "groupby", "fold",    "flatten", "stack",
					     "impute",  "pivot",   "density", "lookup",
					     "on",      "loess",   "extent",  "regression",
					     "field",   "quantile" };
	static const char *const fields[] = { "sort", "aggregate", "joinaggregate", "window" };
	bool good = true;
	if (!table->rows)
		return true;
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		good &= needs_all(env, table, bd_json_get(node, names[i]));
	if (bd_json_get(node, "pivot"))
		good &= needs(env, table, bd_json_get(node, "value"));
	if (bd_json_get(node, "impute"))
		good &= needs(env, table, bd_json_get(node, "key"));
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		const bd_json *list = bd_json_get(node, fields[i]), *item;
		good &= needs_field(env, table, list);
		bd_each (item, list)
			good &= needs_field(env, table, item);
	}
	return good;
}

/* --- what it would have made --- */

static void promise(bd_table *table, const bd_json *as)
{
	const bd_json *item;
	if (bd_json_is(as, BD_JSON_STRING))
		bd_table_promise(table, as->string);
	bd_each (item, as)
		promise(table, item);
}

void bd_transform_promise(const bd_json *node, bd_table *table)
{
	static const char *const keep_rows[] = { "calculate", "bin",   "timeUnit", "filter",
						 "sample",    "stack", "extent",   NULL };
	static const char *const lists[] = { "joinaggregate", "window", NULL };
	for (size_t i = 0; keep_rows[i]; i++)
		if (bd_json_get(node, keep_rows[i]) && !bd_json_get(node, "density")) {
			promise(table, bd_json_get(node, "as"));
			return;
		}
	if (bd_json_get(node, "lookup")) {
		promise(table, bd_json_get(node, "as"));
		promise(table, bd_json_find(node, "from", "fields", NULL));
		return;
	}
	for (size_t i = 0; lists[i]; i++) {
		const bd_json *list = bd_json_get(node, lists[i]), *item;
		bd_each (item, list)
			promise(table, bd_json_get(item, "as"));
		if (list)
			return;
	}
	table->unsure = true;
}
